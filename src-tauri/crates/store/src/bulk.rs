//! Reading release after release, for work that goes through the whole desk.
//!
//! The readers that the window shares keep 32 MiB of the desk in memory each, which is what makes
//! its lists quick. Whoever reads every text once gains nothing by it, and with a reader on every
//! core it would be most of the memory that an export takes.

use std::cell::OnceCell;

use dateline_model::{Release, ReleaseId};
use rusqlite::Connection;

use crate::{Desk, DeskError, Picture, labels::Labels, picture, release, revision};

/// How much of the desk it keeps in memory, in KiB.
const CACHE_KIB: i64 = 2 * 1024;

/// A reader of its own. It sees the desk as it stood at its first question: the file is locked once
/// and not for every text, and the names of labels are read once.
#[derive(Debug)]
pub struct Bulk {
    connection: Connection,
    labels: OnceCell<Labels>,
}

impl Desk {
    /// A reader for one thread's share of the desk.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn bulk(&self) -> Result<Bulk, DeskError> {
        let connection = self.reader()?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.execute_batch("BEGIN")?;
        Ok(Bulk { connection, labels: OnceCell::new() })
    }
}

impl Bulk {
    /// A release at its head revision.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn release(&self, id: ReleaseId) -> Result<Release, DeskError> {
        let (release, section) = release::without_labels(&self.connection, id)?;
        let labels = match self.labels.get() {
            Some(labels) => labels,
            None => {
                let labels = Labels::read(&self.connection)?;
                self.labels.get_or_init(|| labels)
            }
        };
        Ok(Release {
            section: section.map_or_else(String::new, |section| labels.name(section)),
            tags: labels.of_release(&self.connection, id)?,
            ..release
        })
    }

    /// The hash of a release's words as they stand.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn hash(&self, id: ReleaseId) -> Result<String, DeskError> {
        Ok(revision::head(&self.connection, id)?.hash)
    }

    /// A picture by its hash, if the desk has it.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn image(&self, hash: &str) -> Result<Option<Picture>, DeskError> {
        picture::read(&self.connection, hash)
    }
}
