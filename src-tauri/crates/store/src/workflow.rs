//! The way of a release from draft to the readers, and the record of it.
//!
//! | to | from | asks for |
//! |---|---|---|
//! | draft, in review | draft, in review, approved; released as it came in; withdrawn | |
//! | approved | draft, in review | what the kind requires; another hand than the writer's, if set |
//! | released | approved | the approval still standing |
//! | corrected | released | |
//! | withdrawn | what readers have or had | a reason |
//!
//! Moving to where a release stands is harmless. Any edit of approved words, released ones included,
//! voids the approval and makes the release a draft again; words that came in as released were never
//! approved here, and may be completed as they stand.

use chrono::{DateTime, Utc};
use dateline_model::{Content, Release, ReleaseId, RevisionId, Sentence, Stage, lacks, say};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{
    Desk, DeskError, correction, desk, reference, release, revision,
    time::{instant, millis},
};

/// The setting that says whether whoever wrote the last words may approve them: `enforce`, `warn`
/// or `off`, which is the default.
pub const APPROVER_SETTING: &str = "approver-is-not-writer";

/// A step in the workflow.
#[derive(Clone, Debug)]
pub struct Move {
    /// Where to.
    pub stage: Stage,
    /// Who decides.
    pub by: String,
    /// Why; a withdrawal needs it.
    pub why: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What happened to a release beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// It went from one stage to another.
    Moved,
    /// An edit voided its approval.
    Voided,
    /// It was put into the trash.
    Trashed,
    /// It was taken out of the trash.
    Restored,
    /// It was planned for a time, or not any more.
    Planned,
    /// Its newest step was taken back.
    Undone,
    /// A finding of the checks was accepted in it.
    Accepted,
    /// A finding that was accepted is open again.
    Reopened,
}

/// A line in the record of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Event {
    /// What happened.
    pub what: What,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Where the release stood.
    pub from: Stage,
    /// Where it has stood since.
    pub to: Stage,
    /// Why, where somebody said so.
    pub why: Option<String>,
    /// The hash of the content at that moment.
    pub hash: String,
    /// The revision at that moment.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: RevisionId,
}

impl Desk {
    /// Takes a step in the workflow. When a correction is released, what it corrects becomes
    /// corrected.
    ///
    /// # Errors
    /// `Lacks` with what the kind requires, or `Refused` with the reason.
    pub fn set_stage(&self, id: ReleaseId, step: Move) -> Result<Release, DeskError> {
        self.write(move |desk| {
            let before = release::read(desk, id)?;
            if before.stage == step.stage {
                return Ok(before);
            }
            check(desk, &before, &step)?;
            take(desk, &before, &step)?;
            if step.stage == Stage::Released {
                correction::note(desk, id, &before.content)?;
                mark_corrected(desk, id, &step)?;
            }
            release::read(desk, id)
        })
    }

    /// What the office would rather not see about a step, as a sentence, when its setting is to
    /// warn: that the approver wrote the last words.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn caution(
        &self,
        id: ReleaseId,
        stage: Stage,
        by: &str,
    ) -> Result<Option<String>, DeskError> {
        self.read(|desk| {
            revision::head(desk, id)?;
            let warned = desk::setting(desk, APPROVER_SETTING)?.is_some_and(|way| way == "warn");
            if stage != Stage::Approved || !warned || !is_own(desk, id, by)? {
                return Ok(None);
            }
            Ok(Some(format!(
                "{by} wrote the last words of this release. Another pair of eyes should approve it."
            )))
        })
    }

    /// The record of a release, oldest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn events(&self, id: ReleaseId) -> Result<Vec<Event>, DeskError> {
        self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT what, author, at, from_stage, to_stage, why, hash, revision
                 FROM event WHERE release = ?1 ORDER BY id",
            )?;
            let events = query.query_map([id], |row| {
                let word = |at| row.get::<_, String>(at);
                Ok(Event {
                    what: What::named(&word(0)?),
                    by: row.get(1)?,
                    at: instant(row.get(2)?),
                    from: word(3)?.parse().unwrap_or_default(),
                    to: word(4)?.parse().unwrap_or_default(),
                    why: row.get(5)?,
                    hash: row.get(6)?,
                    revision: row.get(7)?,
                })
            })?;
            Ok(events.collect::<Result<_, _>>()?)
        })
    }
}

impl What {
    fn as_str(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Voided => "voided",
            Self::Trashed => "trashed",
            Self::Restored => "restored",
            Self::Planned => "planned",
            Self::Undone => "undone",
            Self::Accepted => "accepted",
            Self::Reopened => "reopened",
        }
    }

    fn named(word: &str) -> Self {
        [
            Self::Voided,
            Self::Trashed,
            Self::Restored,
            Self::Planned,
            Self::Accepted,
            Self::Reopened,
            Self::Undone,
        ]
        .into_iter()
        .find(|what| what.as_str() == word)
        .unwrap_or(Self::Moved)
    }
}

/// Appends to the record of a release.
pub(crate) fn record(
    desk: &Connection,
    before: &Release,
    what: What,
    to: Stage,
    by: &str,
    at: DateTime<Utc>,
    why: Option<&str>,
) -> Result<(), DeskError> {
    let head = revision::head(desk, before.id)?;
    let mut insert = desk.prepare_cached(
        "INSERT INTO event (release, at, author, what, from_stage, to_stage, why, hash, revision)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    insert.execute(params![
        before.id,
        millis(at),
        by,
        what.as_str(),
        before.stage.as_str(),
        to.as_str(),
        why,
        head.hash,
        head.revision,
    ])?;
    Ok(())
}

/// After an edit: an approval was for other words, so it goes, and the release is a draft again.
pub(crate) fn void_approval(
    desk: &Connection,
    id: ReleaseId,
    by: &str,
    at: DateTime<Utc>,
) -> Result<(), DeskError> {
    let before = release::read(desk, id)?;
    if before.approval.is_none() {
        return Ok(());
    }
    desk.prepare_cached(
        "UPDATE release SET stage = 'draft', approved_by = NULL, approved_at = NULL,
         approved_hash = NULL WHERE id = ?1",
    )?
    .execute([id])?;
    record(desk, &before, What::Voided, Stage::Draft, by, at, None)
}

fn check(desk: &Connection, before: &Release, step: &Move) -> Result<(), DeskError> {
    let refuse = |why: Sentence| {
        let (id, from, to) = (before.id, before.stage, step.stage);
        Err(DeskError::Refused { id, from, to, why })
    };
    if before.trashed {
        return refuse(say!("it lies in the trash. Restore it first."));
    }
    match (before.stage, step.stage) {
        (Stage::Draft | Stage::Review | Stage::Approved, Stage::Draft | Stage::Review) => Ok(()),
        (Stage::Withdrawn, Stage::Draft | Stage::Review) => Ok(()),
        (Stage::Released, Stage::Draft | Stage::Review) if before.approval.is_none() => Ok(()),
        (Stage::Draft | Stage::Review, Stage::Approved) => check_approval(desk, before, step),
        (Stage::Approved, Stage::Released) => check_standing(before, refuse),
        (Stage::Released, Stage::Corrected) => Ok(()),
        (_, Stage::Withdrawn) => match step.why.as_deref().map(str::trim) {
            _ if !is_or_was_out(desk, before)? => refuse(say!(
                "only a release that readers have can be withdrawn. Put this one into the trash instead."
            )),
            None | Some("") => {
                refuse(say!("a withdrawal needs a reason that can be told to readers. Say why."))
            }
            Some(_) => Ok(()),
        },
        (Stage::Draft | Stage::Review, Stage::Released) => {
            refuse(say!("it is not approved. Approve it first."))
        }
        (Stage::Draft | Stage::Review | Stage::Approved, Stage::Corrected) => {
            refuse(say!("readers do not have it yet. Only a released text can be corrected."))
        }
        (Stage::Released | Stage::Corrected, _) => {
            refuse(say!("readers have it. Write a correction, or withdraw it with a reason."))
        }
        (Stage::Withdrawn, _) => refuse(say!(
            "it is withdrawn. Take it back to draft first, and have it approved again."
        )),
        // Moves to where it stands were taken out before.
        (Stage::Approved, Stage::Approved) => Ok(()),
    }
}

fn check_approval(desk: &Connection, before: &Release, step: &Move) -> Result<(), DeskError> {
    let missing = lacks(&before.content);
    if !missing.is_empty() {
        return Err(DeskError::Lacks {
            headline: headline(&before.content),
            slots: missing.into_iter().map(|lack| lack.0).collect(),
        });
    }
    let enforced = desk::setting(desk, APPROVER_SETTING)?.is_some_and(|way| way == "enforce");
    if enforced && is_own(desk, before.id, &step.by)? {
        return Err(DeskError::Refused {
            id: before.id,
            from: before.stage,
            to: step.stage,
            why: say!(
                "{name} wrote its last words, and this office wants another pair of eyes. Ask a colleague to approve it.",
                name = step.by
            ),
        });
    }
    Ok(())
}

fn check_standing(
    before: &Release,
    refuse: impl Fn(Sentence) -> Result<(), DeskError>,
) -> Result<(), DeskError> {
    match &before.approval {
        Some(approval) if approval.hash == before.content.hash() => Ok(()),
        _ => refuse(say!("its approval is not for these words. Approve it again.")),
    }
}

fn take(desk: &Connection, before: &Release, step: &Move) -> Result<(), DeskError> {
    let id = before.id;
    desk.prepare_cached("UPDATE release SET stage = ?2, withdrawal = ?3 WHERE id = ?1")?.execute(
        params![
            id,
            step.stage.as_str(),
            if step.stage == Stage::Withdrawn { step.why.as_deref().map(str::trim) } else { None },
        ],
    )?;
    let mut approval = desk.prepare_cached(
        "UPDATE release SET approved_by = ?2, approved_at = ?3, approved_hash = ?4 WHERE id = ?1",
    )?;
    match step.stage {
        Stage::Approved => {
            let hash = before.content.hash();
            approval.execute(params![id, step.by, millis(step.at), hash])?;
        }
        Stage::Draft | Stage::Review => {
            approval.execute(params![id, None::<String>, None::<i64>, None::<String>])?;
        }
        Stage::Released | Stage::Corrected | Stage::Withdrawn => {
            desk.prepare_cached("UPDATE release SET release_at = NULL WHERE id = ?1")?
                .execute([id])?;
        }
    }
    if step.stage != Stage::Draft && before.reference.is_none() {
        reference::assign(desk, id, &before.content, step.at)?;
    }
    record(desk, before, What::Moved, step.stage, &step.by, step.at, step.why.as_deref())?;
    release::reindex(desk, id)
}

fn mark_corrected(desk: &Connection, released: ReleaseId, step: &Move) -> Result<(), DeskError> {
    match correction::corrected_by(desk, released)? {
        Some(original) if original.stage == Stage::Released && !original.trashed => {
            let step = Move { stage: Stage::Corrected, ..step.clone() };
            take(desk, &original, &step)
        }
        // It may be out of the way already.
        _ => Ok(()),
    }
}

fn is_own(desk: &Connection, id: ReleaseId, by: &str) -> Result<bool, DeskError> {
    let writer = revision::last_writer(desk, id)?;
    Ok(writer.is_some_and(|writer| writer.trim().to_lowercase() == by.trim().to_lowercase()))
}

/// Whether readers have it, or have had it.
fn is_or_was_out(desk: &Connection, release: &Release) -> Result<bool, DeskError> {
    if release.stage.is_out() {
        return Ok(true);
    }
    // An edit after the release made it a draft again, but readers have the earlier words.
    let mut query = desk.prepare_cached(
        "SELECT 1 FROM event WHERE release = ?1 AND to_stage = 'released' LIMIT 1",
    )?;
    Ok(query.query_row([release.id], |_| Ok(())).optional()?.is_some())
}

fn headline(content: &Content) -> String {
    match content.headline.trim() {
        "" => "Untitled".to_owned(),
        headline => headline.to_owned(),
    }
}
