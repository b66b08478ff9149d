//! Accepted findings, kept with the release that they were accepted in, and told in its record.

use chrono::{DateTime, Utc};
use dateline_model::{Acceptance, ReleaseId, say};
use rusqlite::{OptionalExtension, params};

use crate::{
    Desk, DeskError, release,
    time::{instant, millis},
    workflow::{self, What},
};

impl Desk {
    /// Accepts a finding in a release. To accept it again is to give another reason.
    ///
    /// # Errors
    /// When there is no such release, or no reason is given.
    pub fn accept(&self, id: ReleaseId, acceptance: Acceptance) -> Result<(), DeskError> {
        if acceptance.why.trim().is_empty() {
            return Err(DeskError::Impossible(say!(
                "A finding is accepted with a reason. Say why it may stand."
            )));
        }
        self.write(move |desk| {
            let release = release::read(desk, id)?;
            let Acceptance { key, rule, excerpt, why, by, at } = acceptance;
            let why = why.trim();
            desk.prepare_cached(
                "INSERT INTO acceptance (release, key, rule, excerpt, why, author, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT DO UPDATE SET why = excluded.why, author = excluded.author,
                     at = excluded.at",
            )?
            .execute(params![id, key, rule, excerpt, why, by, millis(at)])?;
            let told = told(&rule, &excerpt, Some(why));
            let stage = release.stage;
            workflow::record(desk, &release, What::Accepted, stage, &by, at, Some(&told))
        })
    }

    /// Takes an acceptance back. One that is not there is taken back already.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn take_acceptance_back(
        &self,
        id: ReleaseId,
        key: &str,
        by: &str,
        at: DateTime<Utc>,
    ) -> Result<(), DeskError> {
        let (key, by) = (key.to_owned(), by.to_owned());
        self.write(move |desk| {
            let release = release::read(desk, id)?;
            let mut delete = desk.prepare_cached(
                "DELETE FROM acceptance WHERE release = ?1 AND key = ?2 RETURNING rule, excerpt",
            )?;
            let gone: Option<(String, String)> = delete
                .query_row(params![id, key], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((rule, excerpt)) = gone else { return Ok(()) };
            let told = told(&rule, &excerpt, None);
            let stage = release.stage;
            workflow::record(desk, &release, What::Reopened, stage, &by, at, Some(&told))
        })
    }

    /// What was accepted in a release, oldest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn acceptances(&self, id: ReleaseId) -> Result<Vec<Acceptance>, DeskError> {
        self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT key, rule, excerpt, why, author, at FROM acceptance
                 WHERE release = ?1 ORDER BY at, key",
            )?;
            let rows = query.query_map([id], |row| {
                Ok(Acceptance {
                    key: row.get(0)?,
                    rule: row.get(1)?,
                    excerpt: row.get(2)?,
                    why: row.get(3)?,
                    by: row.get(4)?,
                    at: instant(row.get(5)?),
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

/// The line of the record: which words, by which rule, and why.
fn told(rule: &str, excerpt: &str, why: Option<&str>) -> String {
    let what =
        if excerpt.is_empty() { rule.to_owned() } else { format!("“{excerpt}” ({rule})") };
    why.map_or_else(|| what.clone(), |why| format!("{what}: {why}"))
}
