//! The languages that the window speaks, and which of them a tag asks for.
//!
//! Architecture invariant: only the window depends on this crate. Whatever makes sentences makes
//! them in English, and the command line, records and files stay in it.

mod catalogue;
mod french;
mod russian;

use chrono::NaiveDate;
use dateline_model::{DatelineStyle, English, Language, Tongue, long_date};

pub use catalogue::Entry;
pub use french::French;
pub use russian::Russian;

/// The language for a tag such as `fr` or `ru-RU`; English where there is no catalogue for it.
pub fn tongue(tag: &str) -> &'static dyn Tongue {
    match tag.split(['-', '_', '.']).next() {
        Some("fr") => &French,
        Some("ru") => &Russian,
        _ => &English,
    }
}

/// A day in the long form of a language.
fn day_in(tag: &str, day: NaiveDate) -> String {
    let language = tag.parse::<Language>().unwrap_or_else(|_| Language::english());
    long_date(day, &language, DatelineStyle::British)
}

#[cfg(test)]
mod tests {
    use dateline_model::say;

    use super::*;

    fn said(tag: &str, words: usize) -> String {
        let day: NaiveDate = "2024-07-01".parse().unwrap_or_default();
        let counted =
            say!("This text has {count} words; {most} are enough.", count = words, most = 100);
        let dated = say!("The release of {day} has a newer text under this title.", day);
        format!("{} {}", counted.within(tongue(tag)), dated.within(tongue(tag)))
    }

    #[test]
    fn a_tag_finds_its_language_and_the_language_its_forms() {
        assert_eq!(
            said("fr-CA", 1),
            "Ce texte compte 1 mot\u{202f}; 100 suffisent. Le communiqué du 1er juillet 2024 contient un texte plus récent sous ce titre."
        );
        assert_eq!(
            said("ru_RU.UTF-8", 122),
            "В этом тексте 122 слова; достаточно 100. В релизе от 1 июля 2024 года под этим названием стоит более новый текст."
        );
        assert!(said("de", 122).starts_with("This text has 122 words; 100 are enough."));
    }
}
