//! Revisions: every state a release has had, appended and never changed, each with who, when and why.
//!
//! One thing is thinned: while somebody types, a save comes with almost every key, and of such a
//! burst only the newest stays, one a minute. The text before the burst is another revision and
//! always stays, and so does any revision that an event, an export or a
//! translation names.

use chrono::{DateTime, TimeDelta, Utc};
use dateline_model::{Content, ReleaseId, RevisionId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{
    Desk, DeskError, label, mention,
    packed::Packed,
    time::{instant, millis},
};

/// How long a burst of typing lasts before the next state of it stays for good.
const BURST: TimeDelta = TimeDelta::minutes(1);

/// Why a revision was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// The release was made.
    #[default]
    Created,
    /// It came from a file.
    Imported,
    /// It was made from another release.
    Duplicated,
    /// Somebody types.
    Typing,
    /// One deliberate change: a field set, a finding mended.
    Edited,
    /// Section or tags changed, not the words.
    Filed,
    /// A piece of the library changed.
    Library,
    /// An earlier revision was taken back.
    Restored,
    /// Somebody suggests or comments; the words stand as they stood.
    Suggested,
    /// Its end became a release of its own, or it is that end.
    Split,
    /// Another release was put at its end.
    Joined,
    /// Words were replaced in several releases at once.
    Replaced,
}

impl Cause {
    const ALL: [Self; 12] = [
        Self::Created,
        Self::Imported,
        Self::Duplicated,
        Self::Typing,
        Self::Edited,
        Self::Filed,
        Self::Library,
        Self::Restored,
        Self::Suggested,
        Self::Split,
        Self::Joined,
        Self::Replaced,
    ];

    /// The word by which it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Imported => "imported",
            Self::Duplicated => "duplicated",
            Self::Typing => "typing",
            Self::Edited => "edited",
            Self::Filed => "filed",
            Self::Library => "library",
            Self::Restored => "restored",
            Self::Suggested => "suggested",
            Self::Split => "split",
            Self::Joined => "joined",
            Self::Replaced => "replaced",
        }
    }

    /// Whether its saves come in bursts, of which only the newest stays.
    fn comes_in_bursts(self) -> bool {
        matches!(self, Self::Typing | Self::Suggested)
    }

    fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|cause| cause.as_str() == word).unwrap_or(Self::Edited)
    }
}

/// A line of a release's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RevisionInfo {
    /// Its number in the desk.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: RevisionId,
    /// Its number within the release, from 1.
    pub number: u32,
    /// Why it was made.
    pub cause: Cause,
    /// Who made it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The content's hash; equal for revisions that differ in filing only.
    pub hash: String,
    /// The section at that time; empty for none.
    pub section: String,
    /// The tags at that time.
    pub tags: Vec<String>,
    /// The file it came from.
    pub source: Option<String>,
}

impl Desk {
    /// The history of a release, newest first.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn history(&self, id: ReleaseId) -> Result<Vec<RevisionInfo>, DeskError> {
        self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT revision.id, number, cause, author, at, hash, section, tags, source
                 FROM revision JOIN content ON content.id = revision.content
                 WHERE release = ?1 ORDER BY revision.id DESC",
            )?;
            let lines = query.query_map([id], |row| {
                let tags: String = row.get(7)?;
                Ok(RevisionInfo {
                    id: row.get(0)?,
                    number: row.get(1)?,
                    cause: Cause::named(&row.get::<_, String>(2)?),
                    author: row.get(3)?,
                    at: instant(row.get(4)?),
                    hash: row.get(5)?,
                    section: row.get(6)?,
                    tags: serde_json::from_str(&tags).unwrap_or_default(),
                    source: row.get(8)?,
                })
            })?;
            let lines: Vec<_> = lines.collect::<Result<_, _>>()?;
            // Every release has a first revision.
            if lines.is_empty() { Err(DeskError::NoRelease(id)) } else { Ok(lines) }
        })
    }

    /// The content of a revision.
    ///
    /// # Errors
    /// When there is no such revision, or a later one of the same burst took its place.
    pub fn content_at(&self, revision: RevisionId) -> Result<Content, DeskError> {
        self.read(|desk| content(desk, revision))
    }
}

/// The content of a revision, inside other work.
pub(crate) fn content(desk: &Connection, revision: RevisionId) -> Result<Content, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT json FROM revision JOIN content ON content.id = revision.content
         WHERE revision.id = ?1",
    )?;
    let json: Option<String> = query.query_row([revision], |row| row.get(0)).optional()?;
    Ok(serde_json::from_str(&json.ok_or(DeskError::NoRevision(revision))?)?)
}

/// Who makes a revision, when and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Making<'a> {
    pub(crate) cause: Cause,
    pub(crate) author: &'a str,
    pub(crate) at: DateTime<Utc>,
    pub(crate) source: Option<&'a str>,
}

/// A release's newest revision.
pub(crate) struct Head {
    pub(crate) revision: RevisionId,
    pub(crate) content: i64,
    pub(crate) hash: String,
    number: u32,
    cause: Cause,
    author: String,
    burst: Option<i64>,
}

/// The newest revision of a release.
pub(crate) fn head(desk: &Connection, release: ReleaseId) -> Result<Head, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT revision.id, content.id, hash, number, cause, author, burst
         FROM release JOIN revision ON revision.id = release.revision
         JOIN content ON content.id = revision.content WHERE release.id = ?1",
    )?;
    let head = query.query_row([release], |row| {
        Ok(Head {
            revision: row.get(0)?,
            content: row.get(1)?,
            hash: row.get(2)?,
            number: row.get(3)?,
            cause: Cause::named(&row.get::<_, String>(4)?),
            author: row.get(5)?,
            burst: row.get(6)?,
        })
    });
    head.optional()?.ok_or(DeskError::NoRelease(release))
}

/// Whether a release's revision is still there and says what the newest one says, suggestions and
/// comments included.
pub(crate) fn is_as_new(
    desk: &Connection,
    release: ReleaseId,
    revision: RevisionId,
    head: &Head,
) -> Result<bool, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT 1 FROM revision JOIN content ON content.id = revision.content
         WHERE revision.id = ?1 AND release = ?2
         AND (content.id = ?3 OR json = (SELECT json FROM content WHERE id = ?3))",
    )?;
    Ok(query.exists([revision, release, head.content])?)
}

/// Whether the newest revision is exactly that, suggestions and comments included.
pub(crate) fn is_same(desk: &Connection, head: &Head, packed: &Packed) -> Result<bool, DeskError> {
    if packed.hash != head.hash {
        return Ok(false);
    }
    let mut query = desk.prepare_cached("SELECT 1 FROM content WHERE id = ?1 AND json = ?2")?;
    Ok(query.exists(params![head.content, packed.json])?)
}

/// Keeps a content, and says under which number.
pub(crate) fn keep(desk: &Connection, packed: &Packed) -> Result<i64, DeskError> {
    let mut insert = desk.prepare_cached("INSERT INTO content (hash, json) VALUES (?1, ?2)")?;
    Ok(insert.insert([&packed.hash, &packed.json])?)
}

/// Writes the first revision of a release.
pub(crate) fn first(
    desk: &Connection,
    release: ReleaseId,
    content: i64,
    making: Making,
) -> Result<RevisionId, DeskError> {
    write(desk, release, 1, content, None, making)
}

/// Appends a revision and makes it the head. If it continues a burst of typing, the head before it
/// goes.
pub(crate) fn append(
    desk: &Connection,
    release: ReleaseId,
    head: &Head,
    content: i64,
    making: Making,
) -> Result<RevisionId, DeskError> {
    let continued = making.cause.comes_in_bursts()
        && head.cause == making.cause
        && head.author == making.author
        && head.burst.is_some_and(|start| {
            // A clock that was set back must not make a burst endless.
            (0..BURST.num_milliseconds()).contains(&(millis(making.at) - start))
        })
        && !is_named(desk, head.revision)?;
    let burst = match making.cause {
        _ if continued => head.burst,
        cause if cause.comes_in_bursts() => Some(millis(making.at)),
        _ => None,
    };
    let number = if continued { head.number } else { head.number + 1 };
    let revision = write(desk, release, number, content, burst, making)?;
    // The same words say the same: the archive need not read them again.
    let known = head.content == content && mention::is_remembered(desk, release)?;
    let mut point = desk.prepare_cached("UPDATE release SET revision = ?2 WHERE id = ?1")?;
    point.execute([release, revision])?;
    if known {
        mention::still_remembered(desk, release)?;
    }
    if continued {
        desk.prepare_cached("DELETE FROM revision WHERE id = ?1")?.execute([head.revision])?;
        // Typing there and back leaves a content that an earlier revision holds as well.
        desk.prepare_cached(
            "DELETE FROM content WHERE id = ?1
             AND NOT EXISTS (SELECT 1 FROM revision WHERE content = ?1)",
        )?
        .execute([head.content])?;
    }
    Ok(revision)
}

/// Who last changed the words of a release by hand.
pub(crate) fn last_writer(
    desk: &Connection,
    release: ReleaseId,
) -> Result<Option<String>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT author FROM revision WHERE release = ?1 AND cause NOT IN ('filed', 'library', 'suggested')
         ORDER BY id DESC LIMIT 1",
    )?;
    Ok(query.query_row([release], |row| row.get(0)).optional()?)
}

fn write(
    desk: &Connection,
    release: ReleaseId,
    number: u32,
    content: i64,
    burst: Option<i64>,
    making: Making,
) -> Result<RevisionId, DeskError> {
    let mut row = desk.prepare_cached("SELECT section FROM release WHERE id = ?1")?;
    let section = label::name_of(desk, row.query_one([release], |row| row.get(0))?)?;
    let tags = serde_json::to_string(&label::tags_of(desk, release)?)?;
    let mut insert = desk.prepare_cached(
        "INSERT INTO revision
         (release, number, content, section, tags, cause, author, at, burst, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    Ok(insert.insert(params![
        release,
        number,
        content,
        section,
        tags,
        making.cause.as_str(),
        making.author,
        millis(making.at),
        burst,
        making.source,
    ])?)
}

fn is_named(desk: &Connection, revision: RevisionId) -> Result<bool, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM event WHERE revision = ?1)
             OR EXISTS (SELECT 1 FROM export WHERE revision = ?1)
             OR EXISTS (SELECT 1 FROM edition WHERE source_revision = ?1)
             OR EXISTS (SELECT 1 FROM revision JOIN site_page USING (release)
                        WHERE revision.id = ?1 AND site_page.revision = ?1)",
    )?;
    Ok(query.query_one([revision], |row| row.get(0))?)
}
