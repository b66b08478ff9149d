//! The connections that read beside the writer: opened when needed, kept for the next reader.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rusqlite::{Connection, OpenFlags};

use crate::{DeskError, desk};

/// How many idle connections are kept. The window reads list, text and preview at once; more come
/// only from exports on all cores, and those may open their own for the while.
const KEPT: usize = 4;

/// Idle read-only connections to one desk.
pub(crate) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(crate) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), idle: Mutex::default() }
    }

    /// Reads from one state of the desk, whatever is written meanwhile.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        self.lend(|connection| work(&*connection.transaction()?))
    }

    /// Lends a connection to work that cannot be part of a transaction.
    pub(crate) fn lend<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.open()?,
        };
        let done = work(&mut connection);
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
        done
    }

    pub(crate) fn open(&self) -> Result<Connection, DeskError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&self.path, flags)?;
        desk::set_up(&connection)?;
        Ok(connection)
    }
}
