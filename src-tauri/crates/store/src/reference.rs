//! Reference numbers: `2026/041`, counted by year, given when a release first leaves its writer's
//! hands.

use chrono::{DateTime, Datelike, Utc};
use dateline_model::{Content, Release, ReleaseId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Desk, DeskError, release};

impl Desk {
    /// Gives a release a reference number of the office's own choice; an empty one takes it away.
    ///
    /// # Errors
    /// When another release has it.
    pub fn set_reference(&self, id: ReleaseId, reference: &str) -> Result<Release, DeskError> {
        let reference = reference.split_whitespace().collect::<Vec<_>>().join(" ");
        self.write(move |desk| {
            release::read(desk, id)?;
            if reference.is_empty() {
                desk.execute("UPDATE release SET reference = NULL WHERE id = ?1", [id])?;
            } else {
                refuse_taken(desk, id, &reference)?;
                take(desk, id, &reference)?;
            }
            release::reindex(desk, id)?;
            release::read(desk, id)
        })
    }
}

/// Gives a release the next number of its year: the year it is dated, else the year it is now.
pub(crate) fn assign(
    desk: &Connection,
    id: ReleaseId,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let year = content.date.map_or(now.year(), |date| date.year());
    let mut next = desk.prepare_cached(
        "INSERT INTO numbering (year, last) VALUES (?1, 1)
         ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
    )?;
    let number: u32 = next.query_one([year], |row| row.get(0))?;
    write(desk, id, &format!("{year}/{number:03}"))
}

/// Gives a release a number that was chosen, and lets the year's count go on behind it.
pub(crate) fn take(desk: &Connection, id: ReleaseId, reference: &str) -> Result<(), DeskError> {
    if let Some((year, number)) = read(reference) {
        desk.prepare_cached(
            "INSERT INTO numbering (year, last) VALUES (?1, ?2)
             ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)",
        )?
        .execute(params![year, number])?;
    }
    write(desk, id, reference)
}

/// Year and number of a reference in the desk's own form.
fn read(reference: &str) -> Option<(i32, u32)> {
    let (year, number) = reference.split_once('/')?;
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if year.len() != 4 || !digits(year) || number.is_empty() || !digits(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok()?))
}

fn write(desk: &Connection, id: ReleaseId, reference: &str) -> Result<(), DeskError> {
    desk.prepare_cached("UPDATE release SET reference = ?2 WHERE id = ?1")?
        .execute(params![id, reference])?;
    Ok(())
}

fn refuse_taken(desk: &Connection, id: ReleaseId, reference: &str) -> Result<(), DeskError> {
    let mut query =
        desk.prepare_cached("SELECT id FROM release WHERE reference = ?1 AND id <> ?2 LIMIT 1")?;
    let holder = query.query_row(params![reference, id], |row| row.get(0)).optional()?;
    match holder {
        Some(holder) => Err(DeskError::ReferenceTaken { reference: reference.to_owned(), holder }),
        None => Ok(()),
    }
}
