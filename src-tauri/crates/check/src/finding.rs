//! What a check says: a rule, a place, a reason in one sentence, and how to mend it.

use dateline_model::{ReleaseId, Sentence, Slot};
use serde::{Deserialize, Serialize};

/// Something that a good sub-editor would mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Finding {
    /// The name of the rule, e.g. `damaged-date`; see [`crate::rules`].
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The part of the release.
    pub slot: Slot,
    /// The text block within that part, from 0: in the body and the notes the index of the
    /// passage, in boilerplates and contacts the index of the piece, whose text is read as lines
    /// (title and text; name, role, phone, e-mail and hours). `None` in the one-line parts, and
    /// where the finding is about the part as a whole.
    pub block: Option<usize>,
    /// Where it begins, in Unicode characters from the start of the block's plain text.
    pub start: usize,
    /// Where it ends, likewise; equal to `start` where something is missing.
    pub end: usize,
    /// The marked words.
    pub excerpt: String,
    /// Why, in one plain sentence.
    pub message: Sentence,
    /// What would mend it, the best first.
    pub fixes: Vec<Fix>,
    /// The other places that it concerns.
    pub related: Vec<Place>,
    /// Names this finding for as long as the words around it stay as they are; an accepted finding
    /// is remembered by it.
    pub key: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Wrong, and it would be printed wrong: it stops the approval.
    Error,
    /// Very probably wrong.
    Warning,
    /// Could be better.
    Advice,
}

/// Words to put in the place of the marked ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Fix {
    /// What the button says.
    pub label: Sentence,
    /// What takes the place of `start..end`; empty to take the words out.
    pub replacement: String,
}

/// Another place that a finding concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Place {
    /// The release, where it is another one.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub release: Option<ReleaseId>,
    /// The part of the release.
    pub slot: Slot,
    /// The text block within that part; see [`Finding::block`].
    pub block: Option<usize>,
    /// Where it begins, in Unicode characters.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words there.
    pub excerpt: String,
}

impl Severity {
    /// The word by which it is named in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
