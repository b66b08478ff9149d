//! Comments: what readers in the house say about words of a release, and what they are answered.
//!
//! A thread stands where its mark is in the text. It is found by that mark, so that it goes along
//! when a release is split or joined, and by the release on which it was begun, so that it is still
//! there when its words are gone.

use chrono::{DateTime, Utc};
use dateline_model::{ReleaseId, say};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::{
    Desk, DeskError, release,
    time::{instant, millis},
};

/// Comments on the same words, each an answer to those before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Thread {
    /// The id that its mark in the text carries.
    pub id: String,
    /// The words that it was begun on.
    pub words: String,
    /// Who found it done with, and when.
    pub resolved: Option<Resolved>,
    /// What was said, oldest first.
    pub comments: Vec<Comment>,
}

/// That a thread is done with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Resolved {
    /// Who says so.
    pub by: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Comment {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: String,
}

impl Desk {
    /// The threads of a release, those begun first first.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn threads(&self, id: ReleaseId) -> Result<Vec<Thread>, DeskError> {
        self.read(|desk| threads(desk, id))
    }

    /// Says something in a thread, which begins with its first comment and is open again with any
    /// later one. `words` are those that it stands on.
    ///
    /// # Errors
    /// When there is no such release, or nothing is said.
    pub fn comment(
        &self,
        id: ReleaseId,
        thread: &str,
        words: &str,
        text: &str,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Thread>, DeskError> {
        let (thread, words) = (thread.to_owned(), words.to_owned());
        let (text, author) = (text.trim().to_owned(), author.to_owned());
        self.write(move |desk| {
            release::read(desk, id)?;
            if text.is_empty() {
                return Err(DeskError::Impossible(say!(
                    "The comment is empty. Write what you want to say about these words."
                )));
            }
            desk.prepare_cached(
                "INSERT INTO thread (id, release, words) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET resolved_by = NULL, resolved_at = NULL",
            )?
            .execute(params![thread, id, words])?;
            desk.prepare_cached(
                "INSERT INTO comment (thread, author, at, text) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![thread, author, millis(now), text])?;
            threads(desk, id)
        })
    }

    /// Says that a thread is done with, or open again.
    ///
    /// # Errors
    /// When there is no such release or thread.
    pub fn resolve(
        &self,
        id: ReleaseId,
        thread: &str,
        resolved: bool,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<Thread>, DeskError> {
        let (thread, by) = (thread.to_owned(), by.to_owned());
        self.write(move |desk| {
            let (by, at) = if resolved { (Some(by), Some(millis(now))) } else { (None, None) };
            let mut update = desk.prepare_cached(
                "UPDATE thread SET resolved_by = ?2, resolved_at = ?3 WHERE id = ?1",
            )?;
            if update.execute(params![thread, by, at])? == 0 {
                return Err(DeskError::Impossible(say!(
                    "This comment is not on the desk any more. Look at the release again."
                )));
            }
            threads(desk, id)
        })
    }
}

fn threads(desk: &Connection, id: ReleaseId) -> Result<Vec<Thread>, DeskError> {
    let content = release::read(desk, id)?.content;
    let mut ids = content.body.threads();
    ids.extend(content.notes.threads());
    let mut begun = desk.prepare_cached("SELECT id FROM thread WHERE release = ?1")?;
    for id in begun.query_map([id], |row| row.get::<_, String>(0))? {
        ids.insert(id?);
    }
    let mut threads = Vec::new();
    for id in ids {
        threads.extend(thread(desk, id)?);
    }
    threads.sort_by_key(|thread| thread.comments.first().map(|comment| comment.at));
    Ok(threads)
}

/// A thread; none where a text came with the marks of another desk.
fn thread(desk: &Connection, id: String) -> Result<Option<Thread>, DeskError> {
    let mut query =
        desk.prepare_cached("SELECT words, resolved_by, resolved_at FROM thread WHERE id = ?1")?;
    let found = query.query_row([&id], |row| {
        let resolved = match (row.get(1)?, row.get::<_, Option<i64>>(2)?) {
            (Some(by), Some(at)) => Some(Resolved { by, at: instant(at) }),
            _ => None,
        };
        Ok((row.get::<_, String>(0)?, resolved))
    });
    let Some((words, resolved)) = found.optional()? else { return Ok(None) };
    let mut query =
        desk.prepare_cached("SELECT author, at, text FROM comment WHERE thread = ?1 ORDER BY id")?;
    let comments = query.query_map([&id], |row| {
        Ok(Comment { by: row.get(0)?, at: instant(row.get(1)?), text: row.get(2)? })
    })?;
    let comments = comments.collect::<Result<_, _>>()?;
    Ok(Some(Thread { id, words, resolved, comments }))
}
