//! What the office has said before, as the checks ask for it.

use chrono::NaiveDate;
use dateline_model::ReleaseId;

/// The releases that went before. The desk answers from an index that each save keeps up.
pub trait Archive {
    /// How the thing that this key names was written in earlier releases, the most frequent first.
    /// `what` is the sort of thing and `key` what all its spellings share; see [`crate::mentions`].
    fn mentions(&self, what: &str, key: &str) -> Vec<Usage>;
}

/// One way in which a thing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The words.
    pub text: String,
    /// How many releases have them.
    pub releases: usize,
    /// The newest of these releases.
    pub latest: ReleaseId,
    /// The day of that release.
    pub date: Option<NaiveDate>,
}

/// The archive of an office that has said nothing yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoArchive;

impl Archive for NoArchive {
    fn mentions(&self, _what: &str, _key: &str) -> Vec<Usage> {
        Vec::new()
    }
}
