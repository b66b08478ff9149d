//! The record of what left the desk: which words, in which form, to which file, when, by whom.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use dateline_model::{BulletinId, ReleaseId, RevisionId};
use rusqlite::{Connection, Row, ToSql, params};
use serde::{Deserialize, Serialize};

use crate::{
    Desk, DeskError, site,
    time::{instant, millis},
};

/// A file that left the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ExportRecord {
    /// The release in it; `None` for a bulletin as a whole.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub release: Option<ReleaseId>,
    /// The revision of that release.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub revision: Option<RevisionId>,
    /// The bulletin it went out in.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub bulletin: Option<BulletinId>,
    /// The form, e.g. `html`.
    pub format: String,
    /// The file, as an absolute path.
    pub path: String,
    /// The SHA-256 of the file's bytes.
    pub file_hash: String,
    /// Whether it was marked as a draft.
    pub draft: bool,
    /// Why it left although the gate had reasons against it.
    pub overruled: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

impl Desk {
    /// Writes down that a file left the desk.
    ///
    /// # Errors
    /// When the release or its revision is not there.
    pub fn record_export(&self, record: ExportRecord) -> Result<(), DeskError> {
        self.record_exports(vec![record])
    }

    /// Writes down that files left the desk, all in one.
    ///
    /// # Errors
    /// When a release or its revision is not there.
    pub fn record_exports(&self, records: Vec<ExportRecord>) -> Result<(), DeskError> {
        self.write(move |desk| {
            for record in &records {
                write(desk, record)?;
            }
            Ok(())
        })
    }

    /// The files that a release went out in, pages of sites among them, newest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn exports(&self, id: ReleaseId) -> Result<Vec<ExportRecord>, DeskError> {
        self.read(|desk| {
            let mut all = records(desk, "release = ?1", &id)?;
            all.extend(site::pages_of(desk, id)?);
            all.sort_by_key(|record| Reverse(record.at));
            Ok(all)
        })
    }

    /// The files that a bulletin went out in, newest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn bulletin_exports(&self, id: BulletinId) -> Result<Vec<ExportRecord>, DeskError> {
        self.read(|desk| records(desk, "bulletin = ?1", &id))
    }

    /// What the desk last wrote to a file, if it ever did: with its hash, whether the file is still
    /// the desk's own.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn exported_to(&self, path: &str) -> Result<Option<ExportRecord>, DeskError> {
        self.read(|desk| Ok(records(desk, "path = ?1", &path)?.into_iter().next()))
    }
}

fn records(desk: &Connection, of: &str, key: &dyn ToSql) -> Result<Vec<ExportRecord>, DeskError> {
    let mut query = desk.prepare_cached(&format!(
        "SELECT release, revision, bulletin, format, path, file_hash, draft, overruled, at, author
         FROM export WHERE {of} ORDER BY id DESC"
    ))?;
    let records = query.query_map([key], record)?;
    Ok(records.collect::<Result<_, _>>()?)
}

fn record(row: &Row) -> rusqlite::Result<ExportRecord> {
    Ok(ExportRecord {
        release: row.get(0)?,
        revision: row.get(1)?,
        bulletin: row.get(2)?,
        format: row.get(3)?,
        path: row.get(4)?,
        file_hash: row.get(5)?,
        draft: row.get(6)?,
        overruled: row.get(7)?,
        at: instant(row.get(8)?),
        by: row.get(9)?,
    })
}

fn write(desk: &Connection, record: &ExportRecord) -> Result<(), DeskError> {
    if let (Some(release), Some(revision)) = (record.release, record.revision) {
        let mut known =
            desk.prepare_cached("SELECT 1 FROM revision WHERE id = ?1 AND release = ?2")?;
        if !known.exists([revision, release])? {
            return Err(DeskError::NoRevision(revision));
        }
    }
    let mut insert = desk.prepare_cached(
        "INSERT INTO export
         (release, revision, bulletin, format, path, file_hash, draft, overruled, at, author)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    insert.execute(params![
        record.release,
        record.revision,
        record.bulletin,
        record.format,
        record.path,
        record.file_hash,
        record.draft,
        record.overruled,
        millis(record.at),
        record.by,
    ])?;
    Ok(())
}
