//! French: « » and no-break spaces, narrow before ; ! and ?, nought and one in the singular.

use std::sync::LazyLock;

use chrono::NaiveDate;
use dateline_model::Tongue;

use crate::{
    catalogue::{Catalogue, Entry, entries},
    day_in,
};

const FILE: &str = include_str!("../fr.po");

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(FILE));

/// French.
#[derive(Clone, Copy, Debug)]
pub struct French;

impl French {
    /// The pairs of its catalogue.
    pub fn entries() -> impl Iterator<Item = Entry> {
        entries(FILE)
    }
}

impl Tongue for French {
    fn template(&self, english: &str) -> Option<&str> {
        CATALOGUE.get(english)
    }

    fn form(&self, number: u64) -> usize {
        usize::from(number > 1)
    }

    fn and(&self) -> &'static str {
        "et"
    }

    fn point(&self) -> &'static str {
        ","
    }

    fn day(&self, day: NaiveDate) -> String {
        day_in("fr", day)
    }
}
