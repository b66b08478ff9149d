//! The formats in which a text can leave.

use std::{fmt, str::FromStr};

use dateline_model::UnknownWord;
use serde::{Deserialize, Serialize};

/// A format of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A self-contained page.
    Html,
    /// Plain text in wire style.
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Html, Self::Text];

    /// The word by which it is named.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
        }
    }

    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "txt",
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
            _ => {}
        }
        Self::ALL.into_iter().find(|format| format.as_str() == word).ok_or(UnknownWord {
            word,
            what: "format",
            known: "html, text",
        })
    }
}
