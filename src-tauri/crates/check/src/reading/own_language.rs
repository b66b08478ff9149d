//! The language of a paragraph, where it is another than that of the release.

use dateline_model::Language;

use super::{Reading, tokens::Kind};
use crate::lexicon::{self, Class, Lexicon};

/// Languages that can be told.
const KNOWN: [&str; 5] = ["en", "fr", "de", "es", "ru"];

/// Shorter texts tell nothing.
const LEAST_WORDS: usize = 8;

/// The share of small words, in hundredths, that makes a language plausible: running text has
/// thirty to fifty.
const PLAUSIBLE: usize = 12;

/// The share that makes another language certain.
const CERTAIN: usize = 28;

/// One small word that comes again and again is a name or a list of one thing, and no language.
const LEAST_DIFFERENT: usize = 3;

/// The language that a text is written in, where it is certainly not the one it was read in.
pub(crate) fn own_language(reading: &Reading) -> Option<Language> {
    let read_in = reading.primary();
    let words = reading.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    if words < LEAST_WORDS || !KNOWN.contains(&read_in) {
        return None;
    }
    let small = reading.tokens.iter().filter(|token| token.sense.is(Class::Function)).count();
    if small * 100 >= words * PLAUSIBLE {
        return None;
    }
    let others = KNOWN.iter().filter(|tag| **tag != read_in);
    let shares = others.filter_map(|tag| {
        let (share, different) = share(reading, lexicon::of(tag), words);
        (different >= LEAST_DIFFERENT).then_some((share, *tag))
    });
    let (share, tag) = shares.max()?;
    if share >= CERTAIN { tag.parse().ok() } else { None }
}

/// The small words of a language among a text's words, in hundredths, and how many different ones.
fn share(reading: &Reading, lexicon: &Lexicon, words: usize) -> (usize, usize) {
    let whole = reading.tokens.iter().all(|token| token.quoted || !token.is_wordlike());
    let is_small = |at: &usize| {
        // Titles of works are often in another language.
        reading.tokens[*at].kind == Kind::Word
            && (whole || !reading.tokens[*at].quoted)
            && lexicon.sense(reading.lower(*at)).is(Class::Function)
    };
    let small: Vec<_> =
        (0..reading.tokens.len()).filter(is_small).map(|at| reading.lower(at)).collect();
    let different: std::collections::HashSet<_> = small.iter().collect();
    (small.len() * 100 / words, different.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, language: &str) -> Option<String> {
        let reading = Reading::of(text.to_owned(), language.parse().unwrap());
        own_language(&reading).map(|language| language.tag().to_owned())
    }

    #[test]
    fn another_language_is_told_by_its_small_words() {
        let french = "Le port a ouvert le chenal et les navires de la ville sont dans la baie.";
        assert_eq!(told(french, "en-GB").as_deref(), Some("fr"));
        assert_eq!(told(french, "fr-CA"), None);
        let award = "Audience award: “Über die Brücke”, by Jörg von der Heydt (Germany)";
        assert_eq!(told(award, "en-GB"), None);
        let en = "L’application existe en français, en anglais et en allemand, en ligne aussi.";
        assert_eq!(told(en, "fr"), None);
        assert_eq!(
            told("Фарватер открыт, и суда идут в порт, но не на север.", "en-GB").as_deref(),
            Some("ru")
        );
        assert_eq!(
            told("Vestmark, Sandvik, Nesby, Karlsborg, Holm, Skarven, Estvik, Lindby", "en-GB"),
            None
        );
    }
}
