//! Russian: three forms after a number, months in the genitive.

use std::sync::LazyLock;

use chrono::NaiveDate;
use dateline_model::Tongue;

use crate::{
    catalogue::{Catalogue, Entry, entries},
    day_in,
};

const FILE: &str = include_str!("../ru.po");

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(FILE));

/// Russian.
#[derive(Clone, Copy, Debug)]
pub struct Russian;

impl Russian {
    /// The pairs of its catalogue.
    pub fn entries() -> impl Iterator<Item = Entry> {
        entries(FILE)
    }
}

impl Tongue for Russian {
    fn template(&self, english: &str) -> Option<&str> {
        CATALOGUE.get(english)
    }

    /// One (1, 21, 31), few (2 to 4, 22 to 24), many (0, 5 to 20, 25 to 30).
    fn form(&self, number: u64) -> usize {
        match (number % 10, number % 100) {
            (1, rest) if rest != 11 => 0,
            (2..=4, rest) if !(12..=14).contains(&rest) => 1,
            _ => 2,
        }
    }

    fn and(&self) -> &'static str {
        "и"
    }

    fn point(&self) -> &'static str {
        ","
    }

    fn day(&self, day: NaiveDate) -> String {
        // In full, since a sentence may end with it.
        day_in("ru", day).replace(" г.", " года")
    }
}
