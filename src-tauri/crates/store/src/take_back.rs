//! A step taken back: as if it had not been taken, while the record keeps both.
//!
//! Only the newest step can be taken back, and only while the words are the ones it was taken with
//! and nothing has gone out on the strength of it. Whoever has the text by then is told by a
//! correction or a withdrawal, not by an undo. A reference number that was given stays given, and a
//! time that was planned is not planned again.

use chrono::{DateTime, Utc};
use dateline_model::{Release, ReleaseId, Sentence, Stage, say};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Desk, DeskError, correction, release,
    workflow::{self, What},
};

/// A step of the record.
struct Step {
    at: i64,
    from: Stage,
    to: Stage,
    hash: String,
}

impl Desk {
    /// Takes the newest step of a release through the workflow back. What a released correction
    /// made of the release it corrects goes back with it.
    ///
    /// # Errors
    /// `NothingToUndo` when there is no step, `Refused` when the words have changed since or the
    /// release has gone out.
    pub fn take_back(
        &self,
        id: ReleaseId,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let by = by.to_owned();
        self.write(move |desk| {
            let before = release::read(desk, id)?;
            let step = newest_step(desk, id)?.ok_or(DeskError::NothingToUndo)?;
            check(desk, &before, &step)?;
            go_back(desk, &before, &step, &by, now)?;
            if step.to == Stage::Released {
                unmark_corrected(desk, &before, &step, &by, now)?;
            }
            release::read(desk, id)
        })
    }
}

/// The newest step that was not taken back already. Steps and their undoing nest like brackets.
fn newest_step(desk: &Connection, id: ReleaseId) -> Result<Option<Step>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT what, at, from_stage, to_stage, hash FROM event
         WHERE release = ?1 AND what IN ('moved', 'voided', 'undone') ORDER BY id DESC",
    )?;
    let mut rows = query.query([id])?;
    let mut undone = 0;
    while let Some(row) = rows.next()? {
        let what: String = row.get(0)?;
        match what.as_str() {
            "undone" => undone += 1,
            "moved" if undone > 0 => undone -= 1,
            "moved" => {
                let stage =
                    |at| row.get::<_, String>(at).map(|word| word.parse().unwrap_or_default());
                let (from, to) = (stage(2)?, stage(3)?);
                return Ok(Some(Step { at: row.get(1)?, from, to, hash: row.get(4)? }));
            }
            _ => return Ok(None),
        }
    }
    Ok(None)
}

fn check(desk: &Connection, before: &Release, step: &Step) -> Result<(), DeskError> {
    let refuse = |why: Sentence| {
        let (id, from, to) = (before.id, before.stage, step.from);
        Err(DeskError::Refused { id, from, to, why })
    };
    if before.trashed {
        return refuse(say!("it lies in the trash. Restore it first."));
    }
    if before.stage != step.to || before.content.hash() != step.hash {
        return refuse(say!("its words have changed since. Move it by hand."));
    }
    let mut query = desk.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM export WHERE release = ?1 AND NOT draft AND at >= ?2)
             OR EXISTS (SELECT 1 FROM site_page JOIN site_run ON site_run.id = run
                        WHERE release = ?1 AND site_run.at >= ?2)",
    )?;
    let went_out: bool = query.query_one(params![before.id, step.at], |row| row.get(0))?;
    if step.to.is_out() && went_out {
        return refuse(say!(
            "it has gone out since. Write a correction, or withdraw it with a reason."
        ));
    }
    Ok(())
}

fn go_back(
    desk: &Connection,
    before: &Release,
    step: &Step,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let id = before.id;
    let told = |what: &str| {
        let mut query = desk.prepare_cached(
            "SELECT author, at, why FROM event
             WHERE release = ?1 AND to_stage = ?2 AND what = 'moved' AND hash = ?3
             ORDER BY id DESC LIMIT 1",
        )?;
        let found = query.query_row(params![id, what, step.hash], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<String>>(2)?))
        });
        found.optional().map_err(DeskError::from)
    };
    let approval = match step.from {
        Stage::Draft | Stage::Review => None,
        _ => told("approved")?,
    };
    let withdrawal = match step.from {
        Stage::Withdrawn => told("withdrawn")?.and_then(|(_, _, why)| why),
        _ => None,
    };
    let (approved_by, approved_at) = approval.map(|(by, at, _)| (by, at)).unzip();
    let approved_hash = approved_at.map(|_| &step.hash);
    desk.prepare_cached(
        "UPDATE release SET stage = ?2, withdrawal = ?3, approved_by = ?4, approved_at = ?5,
         approved_hash = ?6 WHERE id = ?1",
    )?
    .execute(params![
        id,
        step.from.as_str(),
        withdrawal,
        approved_by,
        approved_at,
        approved_hash
    ])?;
    workflow::record(desk, before, What::Undone, step.from, by, now, None)?;
    release::reindex(desk, id)
}

/// What the release of a correction did to what it corrects was one step with it.
fn unmark_corrected(
    desk: &Connection,
    released: &Release,
    step: &Step,
    by: &str,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let Some(original) = correction::corrected_by(desk, released.id)? else { return Ok(()) };
    match newest_step(desk, original.id)? {
        Some(theirs) if theirs.at == step.at && theirs.to == Stage::Corrected => {
            go_back(desk, &original, &theirs, by, now)
        }
        _ => Ok(()),
    }
}
