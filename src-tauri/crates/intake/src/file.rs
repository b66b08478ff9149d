//! Reads a file whole, as the drafts that it holds.

use dateline_model::{Sentence, say, tells_its_sentence};
use std::{fs, io, path::Path};

use chrono::NaiveDate;
use dateline_import::{Draft, Refusal, check_size, read};

/// Why a file gave no drafts, as a sentence that names it.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// There is no such file.
    Missing(String),
    /// This account may not read it.
    Forbidden(String),
    /// A folder, or something else that is no file.
    NoFile(String),
    /// The system could not read it.
    System {
        /// The file.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// It was read and is nothing that can be taken.
    Refused(#[from] Refusal),
}

tells_its_sentence!(Unread);

impl Unread {
    /// What to tell whoever chose the file.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Missing(name) => {
                say!("“{name}” could not be read: there is no such file. Check the name.", name)
            }
            Self::Forbidden(name) => say!(
                "“{name}” could not be read: the system gives no permission to read it. Ask for it, or copy the file to a folder of your own.",
                name
            ),
            Self::NoFile(name) => {
                say!("“{name}” is no file, so there is nothing to import.", name)
            }
            Self::System { name, source } => {
                say!("“{name}” could not be read: {source}.", name, source)
            }
            Self::Refused(refusal) => refusal.sentence(),
        }
    }

    /// What it means that the system could not read the file of that name.
    #[must_use]
    pub fn of(name: &str, source: io::Error) -> Self {
        let name = name.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing(name),
            io::ErrorKind::PermissionDenied => Self::Forbidden(name),
            _ => Self::System { name, source },
        }
    }
}

/// The drafts of a file, which is called `name` in what is said of it. `today` stands in for the
/// year of a date that has none.
///
/// # Errors
/// When it cannot be read, is too large, or is nothing that can be taken.
pub fn drafts_of(path: &Path, name: &str, today: NaiveDate) -> Result<Vec<Draft>, Unread> {
    let unread = |error| Unread::of(name, error);
    // Looked at before it is read, so that a film on the wrong pile does not fill the memory.
    let found = fs::metadata(path).map_err(unread)?;
    if !found.is_file() {
        return Err(Unread::NoFile(name.to_owned()));
    }
    check_size(name, found.len())?;
    Ok(read(name, &fs::read(path).map_err(unread)?, today)?)
}

/// What a file is called.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
