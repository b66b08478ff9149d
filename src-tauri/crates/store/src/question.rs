//! What can be asked of the desk's list, and what it answers.

use chrono::{DateTime, NaiveDate, Utc};
use dateline_model::{Embargo, Kind, Language, ReleaseId, Sentence, Stage};
use serde::{Deserialize, Serialize};

/// A question: a queue, narrowed by section, tag, stage and words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Question {
    /// Which pile.
    pub queue: Queue,
    /// Only this section; an empty name stands for releases in none.
    pub section: Option<String>,
    /// Only this tag.
    pub tag: Option<String>,
    /// Only this stage.
    #[cfg_attr(feature = "ts", ts(optional))]
    pub stage: Option<Stage>,
    /// Words and filters in the search language, as typed.
    pub text: String,
    /// In which order.
    pub order: Order,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// How many rows a page has at most, from 1 to 1000.
    pub limit: u32,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            queue: Queue::default(),
            section: None,
            tag: None,
            stage: None,
            text: String::new(),
            order: Order::default(),
            after: None,
            limit: 50,
        }
    }
}

/// The piles on the desk.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Queue {
    /// Everything but the trash.
    #[default]
    All,
    /// Drafts.
    Draft,
    /// Waiting for a second pair of eyes.
    Review,
    /// Cleared.
    Approved,
    /// Under an embargo that still holds, in whatever stage.
    Embargoed,
    /// Out, put right by a correction or not.
    Released,
    /// Taken back.
    Withdrawn,
    /// The trash.
    Trash,
}

impl Queue {
    /// Every queue, from the top of the desk to the bottom.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Draft,
        Self::Review,
        Self::Approved,
        Self::Embargoed,
        Self::Released,
        Self::Withdrawn,
        Self::Trash,
    ];
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// By date, the newest first.
    #[default]
    Newest,
    /// By how well the words match; see `rank.rs`. Without words, the newest first.
    Best,
    /// By stage, from draft to withdrawn, and by date within each.
    Stage,
}

/// Where a page ended. Opaque: it is made by one page and asked with for the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct Cursor(pub(crate) String);

/// A page of the answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Page {
    /// The rows.
    pub rows: Vec<Row>,
    /// With what to ask for the next page, if there is one.
    pub next: Option<Cursor>,
    /// How many releases the whole answer has.
    pub total: u32,
    /// Whether there are more than that: counting stops at 1,000, or 200 of a phrase.
    pub total_is_floor: bool,
    /// What of the question could not be taken as it stood, a sentence each.
    pub remarks: Vec<Sentence>,
}

/// A release in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Row {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// The headline.
    pub headline: String,
    /// What sort of text it is.
    pub kind: Kind,
    /// The language.
    pub language: Language,
    /// The section; empty for none.
    pub section: String,
    /// The tags, in alphabetical order.
    pub tags: Vec<String>,
    /// The stage.
    pub stage: Stage,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// The embargo.
    pub embargo: Option<Embargo>,
    /// The date.
    pub date: Option<NaiveDate>,
    /// When its words last changed.
    pub modified: DateTime<Utc>,
    /// The reference number.
    pub reference: Option<String>,
    /// When it is to be released.
    pub release_at: Option<DateTime<Utc>>,
    /// Where in the headline words match: from and to, in Unicode characters.
    pub headline_marks: Vec<(u32, u32)>,
    /// A piece of the text around the words that match, when words were asked for.
    pub snippet: Option<String>,
    /// Where in the snippet words match: from and to, in Unicode characters.
    pub marks: Vec<(u32, u32)>,
}
