//! A release that answers a question, with its text where that was read already.

use rusqlite::Connection;

use crate::{
    DeskError,
    query::Term,
    reading::{self, Reading},
    snippet::{self, Match},
};

/// A hit, by its position.
pub(crate) struct Hit {
    pub(crate) position: i64,
    /// What ranking read, so that the line of a list need not read it again.
    pub(crate) text: Option<Text>,
}

/// The text of a hit, and where the question's words stand in it.
pub(crate) struct Text {
    pub(crate) reading: Reading,
    pub(crate) in_headline: Vec<Match>,
    pub(crate) in_text: Vec<Match>,
}

impl From<i64> for Hit {
    fn from(position: i64) -> Self {
        Self { position, text: None }
    }
}

impl Text {
    /// The text at a position.
    pub(crate) fn at(
        desk: &Connection,
        position: i64,
        terms: &[&Term],
    ) -> Result<Option<Self>, DeskError> {
        Ok(reading::at(desk, position)?.map(|reading| Self {
            in_headline: snippet::matches(&reading.headline, terms),
            in_text: snippet::matches(&reading.text, terms),
            reading,
        }))
    }

    /// Whether each of so many terms stands somewhere in it.
    pub(crate) fn has_all(&self, terms: usize) -> bool {
        let stands = |found: &[Match], term| found.iter().any(|found| found.term == term);
        (0..terms).all(|term| stands(&self.in_headline, term) || stands(&self.in_text, term))
    }
}
