//! The desk: one file, opened once, one writer and many readers.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use dateline_model::Office;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, config::DbConfig, params};

use crate::{DeskError, Gleaner, file, mention, migrations, readers::Readers, writer::Writer};

/// How long a write waits for another program that is writing the same desk, before it says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much of the desk a connection keeps in memory, in KiB.
const CACHE_KIB: i64 = 32 * 1024;

/// How large the write-ahead log stays after an archive went through it.
const LOG_BYTES: i64 = 64 * 1024 * 1024;

/// An open desk. Clones share the file; it is closed when the last of them goes.
#[derive(Clone)]
pub struct Desk {
    open: Arc<Open>,
}

/// The fields drop in this order, and the writer must be the last to close the file: it folds the
/// write-ahead log into it, which SQLite leaves to the last connection and a reader cannot do.
struct Open {
    path: PathBuf,
    readers: Readers,
    gleaner: OnceLock<Gleaner>,
    writer: Writer,
}

impl Desk {
    /// Makes a new desk for an office, at a path where nothing is.
    ///
    /// # Errors
    /// When something is there, or the path cannot be written.
    pub fn create(path: impl AsRef<Path>, office: &Office) -> Result<Self, DeskError> {
        let path = path.as_ref();
        file::reserve(path)?;
        Self::lay_out(path, office).inspect_err(|_| {
            // What was reserved a moment ago holds nothing of anybody's.
            let _ = std::fs::remove_file(path);
        })
    }

    /// Opens a desk.
    ///
    /// # Errors
    /// When no desk is there that this program can read and write. The file is then as it was.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, DeskError> {
        let path = path.as_ref();
        file::recognise(path)?;
        let connect = || {
            let mut connection = connect(path)?;
            let theirs = migrations::form(&connection)?;
            if theirs > migrations::FORM {
                // The newer form was still in the write-ahead log when the header was read.
                let (path, ours) = (path.to_owned(), migrations::FORM);
                return Err(DeskError::Newer { path, theirs, ours });
            }
            migrations::migrate(&mut connection)?;
            Ok(connection)
        };
        Self::around(path, connect().map_err(|e| e.at(path))?)
    }

    /// Where the file is, as it was opened.
    pub fn path(&self) -> &Path {
        &self.open.path
    }

    /// The office that the desk belongs to.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn office(&self) -> Result<Office, DeskError> {
        self.read(office)
    }

    /// Writes down another office, or another custom of it.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn set_office(&self, office: &Office) -> Result<(), DeskError> {
        let json = serde_json::to_string(office)?;
        self.write(move |desk| {
            desk.execute("UPDATE desk SET office = ?1", [json])?;
            Ok(())
        })
    }

    /// A small value that was kept under a key, usually JSON.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, DeskError> {
        self.read(|desk| setting(desk, key))
    }

    /// Keeps a small value under a key.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), DeskError> {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.write(move |desk| {
            desk.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )?;
            Ok(())
        })
    }

    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        self.open.readers.read(work).map_err(|e| e.at(&self.open.path))
    }

    /// A connection that is nobody else's, for work that goes through the whole desk.
    pub(crate) fn reader(&self) -> Result<Connection, DeskError> {
        self.open.readers.open().map_err(|e| e.at(&self.open.path))
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DeskError> + Send + 'static,
    ) -> Result<T, DeskError> {
        let path = &self.open.path;
        let gleaner = self.gleaner();
        let work = move |desk: &Transaction| {
            let done = work(desk)?;
            if let Some(gleaner) = gleaner {
                mention::keep_up(desk, gleaner)?;
            }
            Ok(done)
        };
        match self.open.writer.write(work) {
            Some(done) => done.map_err(|e| e.at(path)),
            None => Err(DeskError::Failed { path: path.clone() }),
        }
    }

    pub(crate) fn gleaner(&self) -> Option<Gleaner> {
        self.open.gleaner.get().copied()
    }

    /// The first gleaner stays: two that read otherwise would undo each other's work.
    pub(crate) fn lend_gleaner(&self, gleaner: Gleaner) {
        let _ = self.open.gleaner.set(gleaner);
    }

    /// Writes a copy of the desk, as it stands at this moment, into an empty file.
    pub(crate) fn copy_to(&self, file: &str) -> Result<(), DeskError> {
        let copied = self.open.readers.lend(|desk| Ok(desk.execute("VACUUM INTO ?1", [file])?));
        copied.map(|_| ()).map_err(|e| e.at(Path::new(file)))
    }

    fn lay_out(path: &Path, office: &Office) -> Result<Self, DeskError> {
        let office = serde_json::to_string(office)?;
        let connection = || {
            let mut connection = connect(path)?;
            migrations::migrate(&mut connection)?;
            connection.execute("INSERT INTO desk (id, office) VALUES (1, ?1)", params![office])?;
            // From here on the header tells whose file it is, also to those who only look at it.
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(connection)
        };
        Self::around(path, connection().map_err(|e: DeskError| e.at(path))?)
    }

    fn around(path: &Path, connection: Connection) -> Result<Self, DeskError> {
        let writer = Writer::start(connection).map_err(|e| DeskError::io(path, e))?;
        let readers = Readers::new(path);
        let open = Open { path: path.to_owned(), readers, gleaner: OnceLock::new(), writer };
        Ok(Self { open: Arc::new(open) })
    }
}

/// The office, for work that is already reading or writing.
pub(crate) fn office(desk: &Connection) -> Result<Office, DeskError> {
    let mut query = desk.prepare_cached("SELECT office FROM desk")?;
    let json: String = query.query_one([], |row| row.get(0))?;
    Ok(serde_json::from_str(&json)?)
}

/// The value of a setting, for the same.
pub(crate) fn setting(desk: &Connection, key: &str) -> Result<Option<String>, DeskError> {
    let mut query = desk.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(query.query_row([key], |row| row.get(0)).optional()?)
}

/// What every connection agrees on.
pub(crate) fn set_up(connection: &Connection) -> Result<(), DeskError> {
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.set_prepared_statement_cache_capacity(128);
    // Without it SQLite plans a query anew for every value it is asked with, because a value could
    // make a partial index fit. None of ours depends on a value, and planning costs more than reading.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn connect(path: &Path) -> Result<Connection, DeskError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    set_up(&connection)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES)?;
    // A save that was acknowledged survives a loss of power, not only of the program.
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(folder: &tempfile::TempDir) -> Desk {
        Desk::create(folder.path().join("vestmark.dateline"), &Office::default()).unwrap()
    }

    #[test]
    fn a_full_disk_loses_nothing_that_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        desk.set_setting("width", "212").unwrap();
        // SQLite answers at its page limit as it answers at the end of the disk.
        let limit = |pages: u32| {
            desk.write(move |d| {
                Ok(d.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?)
            })
        };
        limit(1).unwrap();
        let error = desk.set_setting("notes", &"x".repeat(1 << 20)).unwrap_err();
        assert!(matches!(error, DeskError::DiskFull { .. }), "{error}");
        limit(1 << 30).unwrap();
        assert_eq!(desk.setting("width").unwrap().as_deref(), Some("212"));
        desk.set_setting("notes", &"x".repeat(1 << 20)).unwrap();
    }

    #[test]
    fn work_that_panics_takes_nothing_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        let failed = desk.write(|d| -> Result<(), DeskError> {
            d.execute("DELETE FROM desk", [])?;
            panic!("a bug in a piece of work");
        });
        assert!(matches!(failed, Err(DeskError::Failed { .. })));
        assert_eq!(desk.office().unwrap(), Office::default());
        desk.set_setting("width", "212").unwrap();
    }

    #[test]
    fn a_reader_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        let refused = desk.read(|d| Ok(d.execute("DELETE FROM desk", [])?));
        assert!(matches!(refused, Err(DeskError::ReadOnly { .. })));
    }
}
