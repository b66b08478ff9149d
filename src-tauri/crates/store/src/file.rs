//! What lies at a path, told from the file's first bytes before SQLite touches it.
//!
//! SQLite writes beside every database that it opens in WAL mode. A desk from a newer version, or
//! somebody else's file, must not even get that.

use std::{
    fs::{File, OpenOptions},
    io::Read,
    path::Path,
};

use dateline_model::say;

use crate::{DeskError, migrations};

/// Checks that a desk of a form that we know lies at the path, and that we may write it.
pub(crate) fn recognise(path: &Path) -> Result<(), DeskError> {
    let about = path.metadata().map_err(|e| DeskError::io(path, e))?;
    if about.is_dir() {
        return Err(DeskError::Folder { path: path.to_owned() });
    }
    let mut file =
        OpenOptions::new().read(true).write(true).open(path).map_err(|e| DeskError::io(path, e))?;
    if about.permissions().readonly() {
        return Err(DeskError::ReadOnly { path: path.to_owned() });
    }
    let not_a_desk = |what| Err(DeskError::NotADesk { path: path.to_owned(), what });
    if about.len() == 0 {
        return not_a_desk(say!("empty"));
    }
    match Header::read(&mut file).map_err(|e| DeskError::io(path, e))? {
        None => not_a_desk(say!("no database at all")),
        Some(header) if header.application_id != migrations::APPLICATION_ID => {
            not_a_desk(say!("the database of another program"))
        }
        Some(header) if header.user_version > migrations::FORM => Err(DeskError::Newer {
            path: path.to_owned(),
            theirs: header.user_version,
            ours: migrations::FORM,
        }),
        Some(_) => Ok(()),
    }
}

/// Takes a path for a new desk, if nothing is there.
pub(crate) fn reserve(path: &Path) -> Result<(), DeskError> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Err(if path.is_dir() {
            DeskError::Folder { path: path.to_owned() }
        } else {
            DeskError::Exists { path: path.to_owned() }
        }),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path).to_owned();
            Err(DeskError::Missing { path: folder })
        }
        Err(e) => Err(DeskError::io(path, e)),
    }
}

/// The two numbers of SQLite's file header that say whose file it is, see
/// <https://www.sqlite.org/fileformat.html#the_database_header>.
struct Header {
    user_version: u32,
    application_id: u32,
}

impl Header {
    /// `None` when the file is no SQLite database.
    fn read(file: &mut File) -> std::io::Result<Option<Self>> {
        let mut bytes = Vec::with_capacity(100);
        file.take(100).read_to_end(&mut bytes)?;
        if bytes.len() < 100 || !bytes.starts_with(b"SQLite format 3\0") {
            return Ok(None);
        }
        let number = |at: usize| {
            bytes[at..at + 4].iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte))
        };
        Ok(Some(Self { user_version: number(60), application_id: number(68) }))
    }
}
