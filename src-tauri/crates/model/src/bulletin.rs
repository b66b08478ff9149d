//! A bulletin: an ordered choice of releases that goes out as one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Language, ReleaseId};

/// The number of a bulletin in the desk.
pub type BulletinId = i64;

/// An ordered choice of releases under a masthead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Bulletin {
    /// Its number in the desk.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: BulletinId,
    /// What it is called, e.g. "Vestmark Weekly".
    pub masthead: String,
    /// The issue number as printed, e.g. "42".
    pub issue: String,
    /// The day it is dated.
    pub date: Option<NaiveDate>,
    /// The language of its own words; items keep theirs.
    pub language: Language,
    /// A few sentences before the items; paragraphs separated by blank lines.
    pub introduction: String,
    /// The releases, in order.
    #[cfg_attr(feature = "ts", ts(type = "number[]"))]
    pub items: Vec<ReleaseId>,
    /// How items stand in it.
    pub form: ItemForm,
    /// What happens to items under embargo.
    pub embargoed: EmbargoedItems,
}

/// How the items of a bulletin stand in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum ItemForm {
    /// Whole.
    #[default]
    Full,
    /// Headline, subhead and lead.
    Summary,
}

/// What a bulletin does with items under embargo. The editor chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum EmbargoedItems {
    /// The whole bulletin is under the latest embargo of its items.
    #[default]
    Hold,
    /// They are left out, and the bulletin says so.
    LeaveOut,
}

impl Bulletin {
    /// Masthead and issue number as one line, e.g. "Vestmark Weekly No. 42".
    pub fn title(&self) -> String {
        match (self.masthead.as_str(), self.issue.as_str()) {
            (masthead, "") => masthead.to_owned(),
            ("", issue) => format!("No. {issue}"),
            (masthead, issue) => format!("{masthead} No. {issue}"),
        }
    }
}
