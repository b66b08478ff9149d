//! Editions: a release and its translations, each with the revision that it was made from, so that the
//! desk can tell which of them have fallen behind.

use chrono::{DateTime, Utc};
use dateline_model::{Content, Language, Release, ReleaseId, RevisionId, Stage, say};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::{Cause, Desk, DeskError, NewRelease, release, revision};

/// A release among its translations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Edition {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// The language.
    pub language: Language,
    /// The headline.
    pub headline: String,
    /// The stage.
    pub stage: Stage,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// The revision of the source that it was made from; `None` for the source itself.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub made_from: Option<RevisionId>,
    /// Whether the source says something else by now.
    pub behind: bool,
}

impl Desk {
    /// A release and its translations, the source first, the others by language. Empty when it has
    /// none and is none.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn editions(&self, id: ReleaseId) -> Result<Vec<Edition>, DeskError> {
        self.read(|desk| {
            let source = source_of(desk, id)?.unwrap_or(id);
            let now = revision::head(desk, source)?;
            let mut query = desk.prepare_cached(
                "SELECT release.id, language, headline, stage, trashed, source_revision, hash
                 FROM release LEFT JOIN edition ON edition.release = release.id
                 LEFT JOIN revision ON revision.id = source_revision
                 LEFT JOIN content ON content.id = revision.content
                 WHERE release.id = ?1 OR edition.source = ?1
                 ORDER BY edition.release IS NOT NULL, language, release.id",
            )?;
            let editions = query.query_map([source], |row| {
                let word = |at| row.get::<_, String>(at);
                let made_from_hash: Option<String> = row.get(6)?;
                Ok(Edition {
                    id: row.get(0)?,
                    language: word(1)?.parse().unwrap_or_else(|_| Language::english()),
                    headline: row.get(2)?,
                    stage: word(3)?.parse().unwrap_or_default(),
                    trashed: row.get(4)?,
                    made_from: row.get(5)?,
                    behind: made_from_hash.is_some_and(|hash| hash != now.hash),
                })
            })?;
            let editions: Vec<_> = editions.collect::<Result<_, _>>()?;
            Ok(if editions.len() > 1 { editions } else { Vec::new() })
        })
    }

    /// Makes a draft in another language, with the words of the source to write over.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn translate(
        &self,
        id: ReleaseId,
        language: &Language,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let (language, author) = (language.clone(), author.to_owned());
        self.write(move |desk| {
            let source = release::read(desk, source_of(desk, id)?.unwrap_or(id))?;
            let new = NewRelease {
                content: Content { language, ..source.content.settled().into_owned() },
                section: source.section,
                tags: source.tags,
                cause: Cause::Duplicated,
                ..NewRelease::default()
            };
            let edition = release::make(desk, &new, &author, now)?;
            tie(desk, edition, source.id, source.revision)?;
            release::read(desk, edition)
        })
    }

    /// Says that a release is a translation of another as that stands now. Said again, it has caught
    /// up with its source.
    ///
    /// # Errors
    /// When one of them is not there, when they are the same, or when the translation has
    /// translations of its own.
    pub fn link_edition(&self, id: ReleaseId, source: ReleaseId) -> Result<(), DeskError> {
        self.write(move |desk| {
            revision::head(desk, id)?;
            let source = source_of(desk, source)?.unwrap_or(source);
            let head = revision::head(desk, source)?;
            if id == source {
                return Err(DeskError::Impossible(say!("Release {id} cannot be a translation of itself. Choose the release that it was made from.", id)));
            }
            let mut translated = desk.prepare_cached("SELECT 1 FROM edition WHERE source = ?1")?;
            if translated.exists([id])? {
                return Err(DeskError::Impossible(say!("Release {id} has translations itself. Link those to release {source} first.", id, source)));
            }
            tie(desk, id, source, head.revision)
        })
    }

    /// Says that a release is no translation any more.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn unlink_edition(&self, id: ReleaseId) -> Result<(), DeskError> {
        self.write(move |desk| {
            desk.execute("DELETE FROM edition WHERE release = ?1", [id])?;
            Ok(())
        })
    }
}

fn source_of(desk: &Connection, id: ReleaseId) -> Result<Option<ReleaseId>, DeskError> {
    let mut query = desk.prepare_cached("SELECT source FROM edition WHERE release = ?1")?;
    Ok(query.query_row([id], |row| row.get(0)).optional()?)
}

fn tie(
    desk: &Connection,
    id: ReleaseId,
    source: ReleaseId,
    revision: RevisionId,
) -> Result<(), DeskError> {
    desk.prepare_cached(
        "INSERT INTO edition (release, source, source_revision) VALUES (?1, ?2, ?3)
         ON CONFLICT (release) DO UPDATE
         SET source = excluded.source, source_revision = excluded.source_revision",
    )?
    .execute(params![id, source, revision])?;
    Ok(())
}
