//! Languages of releases, by their BCP 47 tag, and what of a language the whole house must agree
//! on: its direction and its quotation marks. Labels belong to the renderers.

use std::{fmt, str::FromStr};

use crate::{Sentence, say, tells_its_sentence};
use serde::{Deserialize, Serialize};

/// A language by its BCP 47 tag in canonical letter case, e.g. `en-GB`, `ru`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, type = "string"))]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// Which way a language's lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The quotation marks of a language, outer and inner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteMarks {
    /// Opening and closing mark.
    pub outer: (&'static str, &'static str),
    /// The pair for a quotation within a quotation.
    pub inner: (&'static str, &'static str),
}

/// What is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct NoLanguage(String);

tells_its_sentence!(NoLanguage);

impl NoLanguage {
    /// What to tell whoever wrote it.
    pub fn sentence(&self) -> Sentence {
        let Self(tag) = self;
        say!("“{tag}” is no language tag. Write it as en, en-GB, fr, ru or ar, for example.", tag)
    }
}

impl Language {
    /// British English, the desk's language until its office says otherwise.
    pub fn english() -> Self {
        Self("en-GB".to_owned())
    }

    /// The whole tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language without script and region, e.g. `en`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        let script = self.0.split('-').nth(1).unwrap_or_default();
        match (self.primary(), script) {
            (_, "Latn" | "Cyrl") => Direction::Ltr,
            ("ar" | "he" | "fa" | "ur" | "ps" | "yi" | "dv" | "ug" | "sd" | "ckb", _)
            | (_, "Arab" | "Hebr") => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// Its quotation marks, after the style guides of the language.
    pub fn quote_marks(&self) -> QuoteMarks {
        let (outer, inner) = match (self.primary(), self.0.as_str()) {
            ("fr", _) => (("«\u{a0}", "\u{a0}»"), ("“", "”")),
            ("ru" | "uk" | "be", _) => (("«", "»"), ("„", "“")),
            ("ar" | "es" | "pt" | "it" | "hy" | "kk" | "ky" | "fa", _) => (("«", "»"), ("“", "”")),
            (_, "de-CH") => (("«", "»"), ("‹", "›")),
            ("de" | "cs" | "sk" | "bg" | "lt" | "et" | "is" | "sl" | "ka", _) => {
                (("„", "“"), ("‚", "‘"))
            }
            ("pl" | "ro" | "hu" | "hr", _) => (("„", "”"), ("«", "»")),
            ("sv" | "fi", _) => (("”", "”"), ("’", "’")),
            ("da" | "nb" | "nn" | "no", _) => (("«", "»"), ("“", "”")),
            ("ja" | "zh", _) => (("「", "」"), ("『", "』")),
            _ => (("“", "”"), ("‘", "’")),
        };
        QuoteMarks { outer, inner }
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Language {
    type Err = NoLanguage;

    fn from_str(tag: &str) -> Result<Self, NoLanguage> {
        let bad = || NoLanguage(tag.trim().to_owned());
        let mut canonical = String::new();
        for (i, part) in tag.trim().split(['-', '_']).enumerate() {
            let alphanumeric = part.chars().all(|c| c.is_ascii_alphanumeric());
            if !alphanumeric || part.is_empty() || part.len() > 8 {
                return Err(bad());
            }
            if i == 0 {
                if !(2..=3).contains(&part.len()) || !part.chars().all(|c| c.is_ascii_alphabetic())
                {
                    return Err(bad());
                }
                canonical.push_str(&part.to_ascii_lowercase());
                continue;
            }
            canonical.push('-');
            match part.len() {
                2 => canonical.push_str(&part.to_ascii_uppercase()),
                4 => {
                    canonical.push_str(&part[..1].to_ascii_uppercase());
                    canonical.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => canonical.push_str(&part.to_ascii_lowercase()),
            }
        }
        Ok(Self(canonical))
    }
}

impl TryFrom<String> for Language {
    type Error = NoLanguage;

    fn try_from(tag: String) -> Result<Self, NoLanguage> {
        tag.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_canonical_case() {
        let tag = |s: &str| s.parse::<Language>().map(|l| l.0);
        assert_eq!(tag("EN_gb"), Ok("en-GB".into()));
        assert_eq!(tag("zh-hant-TW"), Ok("zh-Hant-TW".into()));
        assert!(tag("english").is_err());
        assert!(tag("").is_err());
        assert!(tag("en-").is_err());
    }

    #[test]
    fn direction_follows_the_script_before_the_language() {
        let dir = |s: &str| s.parse::<Language>().unwrap().direction();
        assert_eq!(dir("ar"), Direction::Rtl);
        assert_eq!(dir("az-Arab"), Direction::Rtl);
        assert_eq!(dir("ar-Latn"), Direction::Ltr);
        assert_eq!(dir("ru"), Direction::Ltr);
    }
}
