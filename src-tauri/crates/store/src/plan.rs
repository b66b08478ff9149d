//! What is planned: releases that wait for their time, and embargoes that end. The desk reminds; it
//! sends nothing.

use chrono::{DateTime, Utc};
use dateline_model::{Release, ReleaseId, say};
use rusqlite::{Connection, Params, params};
use serde::Serialize;

use crate::{
    Desk, DeskError, Row, release, row,
    time::{instant, millis},
    workflow::{self, What},
};

/// An entry in the calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Planned {
    /// When.
    pub at: DateTime<Utc>,
    /// What happens then.
    pub what: PlannedFor,
    /// To which release.
    pub row: Row,
}

/// What happens at a time in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum PlannedFor {
    /// It is to be released.
    Release,
    /// Its embargo ends.
    Embargo,
}

impl Desk {
    /// Plans a release for a time, or takes it from the plan.
    ///
    /// # Errors
    /// When there is no such release, or readers have it already.
    pub fn plan(
        &self,
        id: ReleaseId,
        at: Option<DateTime<Utc>>,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let by = by.to_owned();
        self.write(move |desk| {
            let before = release::read(desk, id)?;
            if at.is_some() && before.stage.is_out() {
                return Err(DeskError::Impossible(say!("Release {id} is out already. Only what is still to be released can be planned.", id)));
            }
            desk.prepare_cached("UPDATE release SET release_at = ?2 WHERE id = ?1")?
                .execute(params![id, at.map(millis)])?;
            let why = at.map(|at| at.to_rfc3339());
            workflow::record(desk, &before, What::Planned, before.stage, &by, now, why.as_deref())?;
            release::read(desk, id)
        })
    }

    /// What is planned from one time up to another, in order.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn calendar(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<Planned>, DeskError> {
        self.read(|desk| {
            entries(
                desk,
                "SELECT release_at AS at, 'release', position FROM release
                 WHERE release_at >= ?1 AND release_at < ?2 AND NOT trashed
                 UNION ALL
                 SELECT embargo_until, 'embargo', position FROM release
                 WHERE embargo_until >= ?1 AND embargo_until < ?2 AND NOT trashed
                 ORDER BY at",
                [millis(from), millis(to)],
            )
        })
    }

    /// What should have been released by now and waits, the longest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn due(&self, now: DateTime<Utc>) -> Result<Vec<Planned>, DeskError> {
        self.read(|desk| {
            entries(
                desk,
                "SELECT release_at, 'release', position FROM release
                 WHERE release_at < ?1 AND NOT trashed ORDER BY release_at",
                [millis(now)],
            )
        })
    }
}

/// Entries of the calendar, from a query for their time, what happens then, and the position.
fn entries(desk: &Connection, sql: &str, between: impl Params) -> Result<Vec<Planned>, DeskError> {
    let mut query = desk.prepare_cached(sql)?;
    let found = query.query_map(between, |row| {
        let what = match row.get_ref(1)?.as_str()? {
            "release" => PlannedFor::Release,
            _ => PlannedFor::Embargo,
        };
        Ok((instant(row.get(0)?), what, row.get(2)?))
    })?;
    let mut entries = Vec::new();
    for entry in found {
        let (at, what, position) = entry?;
        entries.extend(row::at(desk, position)?.map(|row| Planned { at, what, row }));
    }
    Ok(entries)
}
