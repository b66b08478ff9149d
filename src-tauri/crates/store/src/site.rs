//! The record of sites: which revisions of which releases went out as pages of which folder.

use std::path::Path;

use chrono::{DateTime, Utc};
use dateline_model::{ReleaseId, RevisionId};
use rusqlite::{Connection, params};

use crate::{
    Desk, DeskError, ExportRecord,
    time::{instant, millis},
};

/// A site that left the desk, or what changed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteRun {
    /// Its folder, as an absolute path.
    pub folder: String,
    /// How it looks, by the theme's name.
    pub theme: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// The pages that were written.
    pub pages: Vec<SitePage>,
}

/// A page of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePage {
    /// The release on it.
    pub release: ReleaseId,
    /// At which revision.
    pub revision: RevisionId,
    /// Its path in the site's folder, with `/` between names.
    pub path: String,
    /// The SHA-256 of its bytes.
    pub file_hash: [u8; 32],
}

impl Desk {
    /// Writes down that a site left the desk.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn record_site(&self, run: SiteRun) -> Result<(), DeskError> {
        self.write(move |desk| {
            let number = desk
                .prepare_cached(
                    "INSERT INTO site_run (folder, theme, at, author) VALUES (?1, ?2, ?3, ?4)",
                )?
                .insert(params![run.folder, run.theme, millis(run.at), run.by])?;
            let mut insert = desk.prepare_cached(
                "INSERT OR REPLACE INTO site_page (release, run, revision, path, file_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for SitePage { release, revision, path, file_hash } in &run.pages {
                insert.execute(params![release, number, revision, path, file_hash])?;
            }
            Ok(())
        })
    }
}

/// The pages of sites that a release went out on, newest first.
pub(crate) fn pages_of(desk: &Connection, id: ReleaseId) -> Result<Vec<ExportRecord>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT revision, folder, path, file_hash, at, author
         FROM site_page JOIN site_run ON site_run.id = run WHERE release = ?1 ORDER BY run DESC",
    )?;
    let pages = query.query_map([id], |row| {
        let (folder, path): (String, String) = (row.get(1)?, row.get(2)?);
        let hash: [u8; 32] = row.get(3)?;
        Ok(ExportRecord {
            release: Some(id),
            revision: row.get(0)?,
            bulletin: None,
            format: "site".to_owned(),
            path: path
                .split('/')
                .fold(Path::new(&folder).to_owned(), |at, name| at.join(name))
                .display()
                .to_string(),
            file_hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            draft: false,
            overruled: None,
            at: instant(row.get(4)?),
            by: row.get(5)?,
        })
    })?;
    Ok(pages.collect::<Result<_, _>>()?)
}
