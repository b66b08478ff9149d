//! The formats in which a text can leave.

use std::{fmt, str::FromStr};

use dateline_model::{UnknownWord, say};
use serde::{Deserialize, Serialize};

/// A format of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A self-contained page.
    Html,
    /// A piece of HTML for pasting into a content system.
    Fragment,
    /// A page that mail programs can show, for pasting into a mail.
    Email,
    /// A mail as a file that a mail program opens as a draft; one for each recipient.
    Eml,
    /// Plain text in wire style.
    Text,
    /// Markdown with front matter, which an import brings back.
    Markdown,
    /// The release's own form, which an import brings back.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] = [
        Self::Html,
        Self::Fragment,
        Self::Email,
        Self::Eml,
        Self::Text,
        Self::Markdown,
        Self::Json,
    ];

    /// The words for them, as they are told to whoever wrote another.
    pub const WORDS: &str = "html, fragment, email, eml, text, markdown, json";

    /// Whether it is a form of mail.
    pub(crate) fn is_mail(self) -> bool {
        matches!(self, Self::Email | Self::Eml)
    }

    /// The word by which it is named.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Fragment => "fragment",
            Self::Email => "email",
            Self::Eml => "eml",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Fragment => "fragment.html",
            Self::Email => "email.html",
            Self::Eml => "eml",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let word = word.trim().to_lowercase();
        match word.as_str() {
            "txt" => return Ok(Self::Text),
            "htm" => return Ok(Self::Html),
            "md" => return Ok(Self::Markdown),
            _ => {}
        }
        Self::ALL.into_iter().find(|format| format.as_str() == word).ok_or(UnknownWord {
            word,
            what: say!("format"),
            known: Self::WORDS,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_word_and_its_ending() {
        let words: Vec<_> = Format::ALL.iter().map(|format| format.as_str()).collect();
        assert_eq!(words.join(", "), Format::WORDS);
        let mut endings: Vec<_> = Format::ALL.iter().map(|format| format.ending()).collect();
        endings.dedup();
        assert_eq!(endings.len(), Format::ALL.len(), "no two formats share a file");
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
        assert!("pdf".parse::<Format>().is_err());
    }
}
