//! The reading order of releases: newest day first, and within a day the latest to come there.
//!
//! A position is one integer, the day and a count within it. It is the row number in the search
//! index, so the first page of any question is the first rows of the index, and nothing is sorted.
//! A release without a date stands on the day it was made.

use dateline_model::say;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::DeskError;

/// Bits for the count within a day: a million releases, which no archive has on one day. The index
/// stores the distances between row numbers, so more bits would make it larger.
const WITHIN_DAY: u32 = 20;

/// All positions of a day.
pub(crate) fn of_day(day: NaiveDate) -> Range<i64> {
    // Days before the year 1 share the first day; nothing in a press office is older.
    let day = i64::from(day.num_days_from_ce().max(0));
    (day << WITHIN_DAY)..((day + 1) << WITHIN_DAY)
}

/// Whether a position lies on a day.
pub(crate) fn is_on(position: i64, day: NaiveDate) -> bool {
    of_day(day).contains(&position)
}

/// The next free position of a day.
pub(crate) fn next(desk: &Connection, day: NaiveDate) -> Result<i64, DeskError> {
    let range = of_day(day);
    let mut query = desk.prepare_cached(
        "SELECT max(position) FROM release WHERE position >= ?1 AND position < ?2",
    )?;
    let last: Option<i64> = query.query_one([range.start, range.end], |row| row.get(0))?;
    let next = last.map_or(range.start, |last| last + 1);
    if next == range.end {
        return Err(DeskError::Impossible(say!(
            "There are already {count} releases on {day}. Date this one otherwise.",
            count = 1_i64 << WITHIN_DAY,
            day
        )));
    }
    Ok(next)
}
