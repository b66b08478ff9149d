//! Find and replace across releases: every hit is shown before anything changes, all of it happens
//! or nothing, and it goes back as one.
//!
//! What readers have is left alone: released, corrected and withdrawn texts are not replaced in, and
//! neither is the trash. An approved release is, if it is chosen, and is a draft again.

use chrono::{DateTime, Utc};
use dateline_model::{Content, Find, Hit, ReleaseId, RevisionId, Stage, say};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::{
    Cause, Desk, DeskError, Question, Queue,
    packed::Packed,
    release,
    revision::{self, Making},
};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Found {
    /// In which releases that can be changed, newest first.
    pub releases: Vec<FoundIn>,
    /// How many releases that readers have hold these words. They stay as they are.
    pub left_alone: u32,
}

/// The hits in a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct FoundIn {
    /// Which.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// The revision that was read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: RevisionId,
    /// Its headline.
    pub headline: String,
    /// Where it stands.
    pub stage: Stage,
    /// Every hit, in reading order.
    pub hits: Vec<Hit>,
}

/// The hits that are to be replaced in a release.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Chosen {
    /// Which.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// The revision in which they were found.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: RevisionId,
    /// Their numbers in it, from 0.
    pub hits: Vec<usize>,
}

/// A release whose words were replaced, or put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Replaced {
    /// Which.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// What it read like before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub before: RevisionId,
    /// What it reads like now.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub after: RevisionId,
}

impl Desk {
    /// Looks for words in every release that can be changed.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn find(&self, find: &Find, now: DateTime<Utc>) -> Result<Found, DeskError> {
        if find.text.trim().is_empty() {
            return Ok(Found { releases: Vec::new(), left_alone: 0 });
        }
        let releases = self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT release.id, release.revision, stage, json FROM release
                 JOIN revision ON revision.id = release.revision
                 JOIN content ON content.id = revision.content
                 WHERE NOT trashed AND stage IN ('draft', 'review', 'approved')
                 ORDER BY position DESC",
            )?;
            let mut rows = query.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let content: Content = serde_json::from_str(&row.get::<_, String>(3)?)?;
                let hits = find.hits(&content);
                if !hits.is_empty() {
                    found.push(FoundIn {
                        id: row.get(0)?,
                        revision: row.get(1)?,
                        headline: content.headline,
                        stage: row.get::<_, String>(2)?.parse().unwrap_or_default(),
                        hits,
                    });
                }
            }
            Ok(found)
        })?;
        Ok(Found { releases, left_alone: self.held_by_readers(find, now)? })
    }

    /// Puts other words in the place of the hits that were chosen: a revision of each release, all
    /// of them or none.
    ///
    /// # Errors
    /// `Conflict` when a release was changed since it was looked through.
    pub fn replace(
        &self,
        find: &Find,
        with: &str,
        chosen: &[Chosen],
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Replaced>, DeskError> {
        let (find, with, author) = (find.clone(), with.to_owned(), author.to_owned());
        let chosen = chosen.to_vec();
        self.write(move |desk| {
            let making = Making { cause: Cause::Replaced, author: &author, at: now, source: None };
            let mut replaced = Vec::new();
            for Chosen { id, revision, hits } in &chosen {
                let before = release::read(desk, *id)?;
                if before.revision != *revision {
                    return Err(DeskError::Conflict { id: *id, head: before.revision });
                }
                if before.trashed || before.stage.is_out() || before.stage == Stage::Withdrawn {
                    return Err(DeskError::Impossible(say!("Release {id} cannot be changed: readers have it, or it lies in the trash. Nothing was replaced; leave it out.", id)));
                }
                let content =
                    find.replace(&before.content, &with, |number| hits.contains(&number));
                replaced.extend(write(desk, *id, &before, &content, making)?);
            }
            Ok(replaced)
        })
    }

    /// Lets releases read as before again, where nobody has written in them since; answers with
    /// those, so that it can be taken back as well.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn put_back(
        &self,
        replaced: &[Replaced],
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Replaced>, DeskError> {
        let (replaced, author) = (replaced.to_vec(), author.to_owned());
        self.write(move |desk| {
            let making = Making { cause: Cause::Restored, author: &author, at: now, source: None };
            let mut back = Vec::new();
            for Replaced { id, before, after } in replaced {
                let now = release::read(desk, id)?;
                let head = revision::head(desk, id)?;
                if now.trashed || !revision::is_as_new(desk, id, after, &head)? {
                    continue;
                }
                let content = revision::content(desk, before)?;
                back.extend(write(desk, id, &now, &content, making)?);
            }
            Ok(back)
        })
    }

    /// How many releases that are out have the words, by the index: it knows whole words.
    fn held_by_readers(&self, find: &Find, now: DateTime<Utc>) -> Result<u32, DeskError> {
        let text = format!("\"{}\"", find.text.replace('"', " "));
        let among = |queue| {
            let question = Question { queue, text: text.clone(), limit: 1, ..Question::default() };
            Ok::<_, DeskError>(self.list(&question, now)?.total)
        };
        Ok(among(Queue::Released)? + among(Queue::Withdrawn)?)
    }
}

fn write(
    desk: &Connection,
    id: ReleaseId,
    before: &dateline_model::Release,
    content: &Content,
    making: Making,
) -> Result<Option<Replaced>, DeskError> {
    if !release::change(desk, id, content, Packed::of(content)?, making)? {
        return Ok(None);
    }
    let after = revision::head(desk, id)?.revision;
    Ok(Some(Replaced { id, before: before.revision, after }))
}
