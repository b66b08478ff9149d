//! Accepted findings: what an editor has looked at and left as it is, with a reason.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Somebody's word that a finding of the checks may stand in a release. It holds for as long as the
/// words around the finding stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Acceptance {
    /// The finding's key, made of its rule, its words and the words around them.
    pub key: String,
    /// The rule, for the record.
    pub rule: String,
    /// The words, for the record.
    pub excerpt: String,
    /// Why it may stand.
    pub why: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}
