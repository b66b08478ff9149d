//! The archive's memory: which things releases say, how they write them, and how often.
//!
//! What a release says is read by a [`Gleaner`], which the desk is lent: to read a text is not the
//! store's trade. A trigger notes every release whose words, stage or place changed, and each write
//! ends by reading those anew in its own transaction, so that the memory is never behind a save.
//! An archive that comes in at once is read on all cores before the writer takes it.
//!
//! Numbers are kept with each saying, and the newest release that says it is the last of its index,
//! so that a question costs the same however many releases answer it.

use std::panic::catch_unwind;

use chrono::NaiveDate;
use dateline_model::{Content, Mention, ReleaseId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Desk, DeskError, NewRelease, packed::on_all_cores, release, time::day};

/// Reads from a text what is remembered of it.
#[derive(Clone, Copy, Debug)]
pub struct Gleaner {
    /// Goes up whenever it reads otherwise than before: the desk then reads everything anew.
    pub form: u32,
    /// The mentions of a text, each once.
    pub glean: fn(&Content) -> Vec<Mention>,
}

/// One way in which a thing is written on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How.
    pub text: String,
    /// How many releases write it so.
    pub releases: u32,
    /// The newest of them.
    pub latest: ReleaseId,
    /// The day of that release.
    pub date: Option<NaiveDate>,
}

/// The setting that says by which form of the gleaner the desk was read.
const FORM_SETTING: &str = "remembered-form";

/// How many releases a write reads anew at its end. More than one or two change at once only in a
/// desk that was never read, and [`Desk::catch_up`] does that.
const AT_A_WRITE: u32 = 8;

/// How many releases [`Desk::catch_up`] reads at a time: the writer is free in between.
const AT_A_TIME: u32 = 500;

impl Desk {
    /// Lends the desk a gleaner. From then on each write keeps the memory up; what was written
    /// before is read by [`Desk::catch_up`].
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn remember_with(&self, gleaner: Gleaner) -> Result<(), DeskError> {
        let form = gleaner.form.to_string();
        let known = self.setting(FORM_SETTING)?;
        if known.as_deref() != Some(&form) {
            self.write(|desk| {
                desk.execute_batch(
                    "DELETE FROM mention; DELETE FROM saying; UPDATE release SET remembered = 0;",
                )?;
                Ok(())
            })?;
            self.set_setting(FORM_SETTING, &form)?;
        }
        self.lend_gleaner(gleaner);
        Ok(())
    }

    /// Reads the next releases that are not remembered yet, and says how many were read: none when
    /// all are, or when nobody lent a gleaner.
    ///
    /// # Errors
    /// When the desk cannot be read or written.
    pub fn catch_up(&self) -> Result<usize, DeskError> {
        let Some(gleaner) = self.gleaner() else { return Ok(0) };
        let behind = self.read(|desk| behind(desk, AT_A_TIME))?;
        let contents: Vec<(ReleaseId, Content)> = self.read(|desk| {
            behind.iter().map(|id| Ok((*id, release::read(desk, *id)?.content))).collect()
        })?;
        let count = contents.len();
        let gleaned = on_all_cores(&contents, |(_, content)| (gleaner.glean)(content));
        self.write(move |desk| {
            for ((id, read), mentions) in contents.into_iter().zip(gleaned) {
                // It may have changed since it was read.
                if release::read(desk, id)?.content == read {
                    remember(desk, id, mentions)?;
                }
            }
            Ok(())
        })?;
        Ok(count)
    }

    /// How the thing that a key names is written on the desk, the most frequent way first, leaving
    /// out what one release says. Releases in the trash and withdrawn ones have no say.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn said(
        &self,
        what: &str,
        key: &str,
        except: Option<ReleaseId>,
    ) -> Result<Vec<Said>, DeskError> {
        self.read(|desk| said(desk, what, key, except))
    }
}

/// The mentions of releases that come in together, where they are to be remembered.
pub(crate) fn glean_all(gleaner: Option<Gleaner>, new: &[NewRelease]) -> Option<Vec<Vec<Mention>>> {
    let Gleaner { glean, .. } = gleaner?;
    Some(on_all_cores(new, |new| glean(&new.content)))
}

/// At the end of a write: reads anew what it changed.
pub(crate) fn keep_up(desk: &Connection, gleaner: Gleaner) -> Result<(), DeskError> {
    for id in behind(desk, AT_A_WRITE)? {
        let content = release::read(desk, id)?.content;
        // A text that the gleaner stumbles over is remembered by nothing, and saved all the same.
        let mentions = catch_unwind(|| (gleaner.glean)(&content)).unwrap_or_default();
        remember(desk, id, mentions)?;
    }
    Ok(())
}

/// Makes these the mentions of a release, or none where it has no say. What stays is not touched: a
/// key pressed in a long text changes one mention or none.
pub(crate) fn remember(
    desk: &Connection,
    id: ReleaseId,
    mentions: Vec<Mention>,
) -> Result<(), DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT position, NOT trashed AND stage <> 'withdrawn' FROM release WHERE id = ?1",
    )?;
    let (position, has_say): (i64, bool) =
        query.query_one([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut wanted = if has_say { mentions } else { Vec::new() };
    for (saying, at, what, key, text) in mentioned(desk, id)? {
        let same = |mention: &Mention| {
            at == position && mention.what == what && mention.key == key && mention.text == text
        };
        match wanted.iter().position(same) {
            Some(known) => drop(wanted.swap_remove(known)),
            None => forget(desk, saying, at)?,
        }
    }
    let mut count = desk.prepare_cached(
        "INSERT INTO saying (what, key, text, releases) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT DO UPDATE SET releases = releases + 1 RETURNING id",
    )?;
    let mut note =
        desk.prepare_cached("INSERT INTO mention (saying, position, release) VALUES (?1, ?2, ?3)")?;
    for Mention { what, key, text } in wanted {
        let saying: i64 = count.query_one(params![what, key, text], |row| row.get(0))?;
        note.execute([saying, position, id])?;
    }
    still_remembered(desk, id)
}

/// Whether the mentions of a release are those of its words.
pub(crate) fn is_remembered(desk: &Connection, id: ReleaseId) -> Result<bool, DeskError> {
    let mut query = desk.prepare_cached("SELECT remembered FROM release WHERE id = ?1")?;
    Ok(query.query_one([id], |row| row.get(0))?)
}

/// Notes that the mentions of a release are those of its words.
pub(crate) fn still_remembered(desk: &Connection, id: ReleaseId) -> Result<(), DeskError> {
    desk.prepare_cached("UPDATE release SET remembered = 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}

fn behind(desk: &Connection, most: u32) -> Result<Vec<ReleaseId>, DeskError> {
    let mut query = desk
        .prepare_cached("SELECT id FROM release WHERE NOT remembered ORDER BY id DESC LIMIT ?1")?;
    let ids = query.query_map([most], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// A saying's number, where it stands, and what it says.
type Mentioned = (i64, i64, String, String, String);

fn mentioned(desk: &Connection, id: ReleaseId) -> Result<Vec<Mentioned>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT saying, position, what, key, text
         FROM mention JOIN saying ON saying.id = mention.saying WHERE release = ?1",
    )?;
    let rows = query.query_map([id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn forget(desk: &Connection, saying: i64, position: i64) -> Result<(), DeskError> {
    desk.prepare_cached("DELETE FROM mention WHERE saying = ?1 AND position = ?2")?
        .execute([saying, position])?;
    desk.prepare_cached("UPDATE saying SET releases = releases - 1 WHERE id = ?1")?
        .execute([saying])?;
    desk.prepare_cached("DELETE FROM saying WHERE id = ?1 AND releases = 0")?.execute([saying])?;
    Ok(())
}

fn said(
    desk: &Connection,
    what: &str,
    key: &str,
    except: Option<ReleaseId>,
) -> Result<Vec<Said>, DeskError> {
    // No release has the number 0.
    let except = except.unwrap_or_default();
    let mut query = desk.prepare_cached(
        "SELECT id, text, releases - EXISTS (
             SELECT 1 FROM mention WHERE release = ?3 AND saying = saying.id
         ) AS others
         FROM saying WHERE what = ?1 AND key = ?2 AND others > 0 ORDER BY others DESC, id",
    )?;
    let mut newest = desk.prepare_cached(
        "SELECT release.id, release.date FROM mention JOIN release ON release.id = mention.release
         WHERE saying = ?1 AND release <> ?2 ORDER BY mention.position DESC LIMIT 1",
    )?;
    let mut found = Vec::new();
    let mut rows = query.query(params![what, key, except])?;
    while let Some(row) = rows.next()? {
        let saying: i64 = row.get(0)?;
        let last = newest.query_row([saying, except], |row| Ok((row.get(0)?, row.get(1)?)));
        if let Some((latest, date)) = last.optional()? {
            found.push(Said { text: row.get(1)?, releases: row.get(2)?, latest, date: day(date) });
        }
    }
    Ok(found)
}
