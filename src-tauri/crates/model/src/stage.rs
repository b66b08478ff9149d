//! How far a release has come.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Fill, Sentence, Value, say, tells_its_sentence};

/// Draft → in review → approved → released → corrected or withdrawn. The trash lies beside it: a
/// trashed release keeps its stage, so that restoring it changes nothing else.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Being written.
    #[default]
    Draft,
    /// Written, waiting for a second pair of eyes.
    Review,
    /// Cleared to leave, as long as not a word changes.
    Approved,
    /// Out.
    Released,
    /// Out, and put right by a later correction.
    Corrected,
    /// Taken back, with a reason.
    Withdrawn,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Review,
        Self::Approved,
        Self::Released,
        Self::Corrected,
        Self::Withdrawn,
    ];

    /// The word by which it is stored and named on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approved => "approved",
            Self::Released => "released",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether readers have it.
    pub fn is_out(self) -> bool {
        matches!(self, Self::Released | Self::Corrected)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Stage {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let word = word.trim().to_lowercase();
        match word.as_str() {
            "in review" | "in-review" => return Ok(Self::Review),
            "published" => return Ok(Self::Released),
            _ => {}
        }
        Self::ALL.into_iter().find(|stage| stage.as_str() == word).ok_or(UnknownWord {
            word,
            what: say!("stage"),
            known: "draft, review, approved, released, corrected, withdrawn",
        })
    }
}

/// A word that names nothing the desk knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct UnknownWord {
    /// The word as given, trimmed.
    pub word: String,
    /// What it should have been.
    pub what: Sentence,
    /// The words that would do.
    pub known: &'static str,
}

tells_its_sentence!(UnknownWord);

impl UnknownWord {
    /// What to tell whoever wrote it.
    pub fn sentence(&self) -> Sentence {
        let Self { word, what, known } = self;
        say!("“{word}” is no {what}. Known are: {known}.", word, what, known)
    }
}

impl Fill for Stage {
    fn fill(&self) -> Value {
        Value::Said(Box::new(match self {
            Self::Draft => say!("draft"),
            Self::Review => say!("review"),
            Self::Approved => say!("approved"),
            Self::Released => say!("released"),
            Self::Corrected => say!("corrected"),
            Self::Withdrawn => say!("withdrawn"),
        }))
    }
}
