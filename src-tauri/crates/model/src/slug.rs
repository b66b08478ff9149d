//! The slug: a headline as it stands in file names and addresses.

/// The most characters of a slug. With a reference number before it and an ending behind, a file
/// name of four-byte characters stays below the 255 bytes that file systems allow.
const LONGEST: usize = 48;

/// Letters and digits of any script in lower case, the rest as single hyphens, cut at a word. Empty
/// when the headline has neither letter nor digit.
pub fn slug(headline: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    let words = headline.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    for word in words {
        let word: String =
            word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let count = word.chars().count();
        if count == 0 {
            continue;
        }
        if slug.is_empty() {
            slug = word.chars().take(LONGEST).collect();
            length = count.min(LONGEST);
        } else if length + 1 + count <= LONGEST {
            slug.push('-');
            slug.push_str(&word);
            length += 1 + count;
        } else {
            break;
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_script_are_joined_by_hyphens() {
        assert_eq!(slug("Harbour’s “first” rescue: 2026!"), "harbours-first-rescue-2026");
        assert_eq!(slug("Учения «Чистая вода»"), "учения-чистая-вода");
        assert_eq!(slug("…"), "");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
    }

    #[test]
    fn long_headlines_end_at_a_word() {
        let long = slug(&"Donaudampfschifffahrtsgesellschaft ".repeat(9));
        assert_eq!(long, "donaudampfschifffahrtsgesellschaft");
        assert_eq!(slug(&"x".repeat(300)).len(), LONGEST);
    }
}
