//! What can go wrong with a desk, each as a sentence: what happened, to what, and what to do.

use std::path::{Path, PathBuf};

use dateline_model::{BulletinId, PieceId, ReleaseId, RevisionId, Slot, Stage};
use rusqlite::ErrorCode;

/// Why the desk did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// Nothing is there.
    #[error("There is no desk at {}. Check the name, or make a new desk there.", .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A folder is there.
    #[error("{} is a folder, not a desk. Name the desk file in it.", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A file is there, and something else is in it.
    #[error("{} is not a Dateline desk: it is {what}. Choose a .dateline file.", .path.display())]
    NotADesk {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// A later version of the program wrote it.
    #[error(
        "The desk {} comes from a newer version of Dateline (its form is {theirs}, this program knows forms up to {ours}). It was left untouched; open it with the newer version.",
        .path.display()
    )]
    Newer {
        /// The desk.
        path: PathBuf,
        /// The form it is in.
        theirs: u32,
        /// The last form that this program knows.
        ours: u32,
    },
    /// A new desk would stand where something is.
    #[error("There is already a file at {}. Choose another name; nothing was overwritten.", .path.display())]
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// The system does not let us.
    #[error("The system gives no permission to read and write {}. Ask whoever looks after this computer, or copy the desk to a folder of your own.", .path.display())]
    NoPermission {
        /// The file.
        path: PathBuf,
    },
    /// It cannot be written.
    #[error("{} cannot be written: the file or its disk is read-only. Copy the desk to a disk that can be written.", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Another program holds it.
    #[error("The desk {} is being written by another program. Nothing was changed; try again in a moment.", .path.display())]
    Locked {
        /// The desk.
        path: PathBuf,
    },
    /// No room.
    #[error("The disk that holds {} is full. Nothing was changed; make room and try again.", .path.display())]
    DiskFull {
        /// The desk.
        path: PathBuf,
    },
    /// SQLite finds the file broken.
    #[error("The desk {} is damaged ({why}). Keep a copy of it as it is, and go on with your last backup.", .path.display())]
    Damaged {
        /// The desk.
        path: PathBuf,
        /// What is broken.
        why: String,
    },
    /// The file system failed.
    #[error("{} could not be read or written: {source}.", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite failed in another way.
    #[error("The desk {} could not do this: {source}. Nothing was changed.", .path.display())]
    Sqlite {
        /// The desk.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A piece of work failed inside.
    #[error("Something went wrong inside the desk {}. Nothing was changed; try again, and restart the program if it happens again.", .path.display())]
    Failed {
        /// The desk.
        path: PathBuf,
    },
    /// No such release.
    #[error("There is no release {0} on this desk. `list` shows those that are there.")]
    NoRelease(ReleaseId),
    /// No such revision.
    #[error(
        "There is no revision {0} on this desk: it never was, or a later one of the same minute took its place."
    )]
    NoRevision(RevisionId),
    /// No such bulletin.
    #[error("There is no bulletin {0} on this desk.")]
    NoBulletin(BulletinId),
    /// No such piece in the library.
    #[error("There is no {what} {id} in the library.")]
    NoPiece {
        /// What was looked for: contact, boilerplate, person or place.
        what: &'static str,
        /// Its number.
        id: PieceId,
    },
    /// No such tag or section.
    #[error("There is no {sort} called “{name}” on this desk.")]
    NoLabel {
        /// `tag` or `section`.
        sort: &'static str,
        /// The name as asked for.
        name: String,
    },
    /// No such change, or it was undone.
    #[error(
        "This change cannot be undone any more: it was undone already, or what it changed is gone."
    )]
    NothingToUndo,
    /// Another label has the name.
    #[error("There is already a {sort} called “{name}”. Choose another name, or merge the two.")]
    LabelTaken {
        /// `tag` or `section`.
        sort: &'static str,
        /// The name.
        name: String,
    },
    /// What was asked for cannot be, for the reason that the sentence gives.
    #[error("{0}")]
    Impossible(String),
    /// Somebody else saved in the meantime.
    #[error(
        "Release {id} was changed in the meantime. Your text was not saved over it; compare it with the newest version, and save again."
    )]
    Conflict {
        /// The release.
        id: ReleaseId,
        /// The revision that is now the head.
        head: RevisionId,
    },
    /// The release's kind requires what is not there.
    #[error("“{headline}” cannot be approved yet. It lacks {}.", in_words(.slots))]
    Lacks {
        /// The headline, or "Untitled".
        headline: String,
        /// What is missing, in the order of the page.
        slots: Vec<Slot>,
    },
    /// Somebody else changed the bulletin in the meantime.
    #[error(
        "The bulletin “{title}” was changed in the meantime. Yours was not saved over it; choose which of the two to keep."
    )]
    BulletinConflict {
        /// Masthead and issue.
        title: String,
    },
    /// Only what readers have can be corrected.
    #[error(
        "Release {id} is not out (stage: {stage}), so there is nothing to correct for readers. Change its text."
    )]
    NotOut {
        /// The release.
        id: ReleaseId,
        /// Where it stands.
        stage: Stage,
    },
    /// The workflow does not lead there.
    #[error("Release {id} cannot go from {from} to {to}: {why}")]
    Refused {
        /// The release.
        id: ReleaseId,
        /// Where it stands.
        from: Stage,
        /// Where it should have gone.
        to: Stage,
        /// Why not, and what to do instead; ends with a full stop.
        why: String,
    },
    /// The reference number is taken.
    #[error("The reference number {reference} belongs to release {holder}. Choose another one.")]
    ReferenceTaken {
        /// The number.
        reference: String,
        /// Who has it.
        holder: ReleaseId,
    },
}

impl From<rusqlite::Error> for DeskError {
    fn from(source: rusqlite::Error) -> Self {
        Self::Sqlite { path: PathBuf::new(), source }
    }
}

impl From<serde_json::Error> for DeskError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged { path: PathBuf::new(), why: error.to_string() }
    }
}

impl DeskError {
    /// The same trouble, with the file that it befell: what SQLite reports by number becomes the
    /// sentence for it.
    pub(crate) fn at(self, file: &Path) -> Self {
        let path = file.to_owned();
        match self {
            Self::Sqlite { source, .. } => match source.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { path },
                Some(ErrorCode::DiskFull) => Self::DiskFull { path },
                Some(ErrorCode::ReadOnly) => Self::ReadOnly { path },
                Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                    Self::NoPermission { path }
                }
                Some(ErrorCode::NotADatabase) => Self::NotADesk { path, what: "another file" },
                Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, why: source.to_string() },
                _ => Self::Sqlite { path, source },
            },
            Self::Damaged { why, .. } => Self::Damaged { path, why },
            other => other,
        }
    }

    /// What the system said about a file, as the sentence for it.
    pub(crate) fn io(file: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let path = file.to_owned();
        match source.kind() {
            ErrorKind::NotFound => Self::Missing { path },
            ErrorKind::PermissionDenied => Self::NoPermission { path },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull => Self::DiskFull { path },
            _ => Self::Io { path, source },
        }
    }
}

fn in_words(slots: &[Slot]) -> String {
    let words: Vec<_> = slots.iter().map(|slot| phrase(*slot)).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn phrase(slot: Slot) -> &'static str {
    match slot {
        Slot::Headline => "a headline",
        Slot::Subhead => "a subhead",
        Slot::Place => "a place",
        Slot::Date => "a date",
        Slot::Body => "a body",
        Slot::Notes => "notes to editors",
        Slot::Boilerplate => "a boilerplate",
        Slot::Contacts => "a contact",
        Slot::Correction => "a word on what it corrects",
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_sqlite_and_the_system_report_becomes_a_sentence_with_the_file() {
        let file = Path::new("vestmark.dateline");
        let sqlite = |code| {
            let source = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            DeskError::from(source).at(file).to_string()
        };
        let system = |kind: std::io::ErrorKind| DeskError::io(file, kind.into()).to_string();
        let cases = [
            (sqlite(ffi::SQLITE_BUSY), "being written by another program"),
            (sqlite(ffi::SQLITE_FULL), "The disk that holds vestmark.dateline is full"),
            (sqlite(ffi::SQLITE_READONLY), "vestmark.dateline cannot be written"),
            (sqlite(ffi::SQLITE_CANTOPEN), "gives no permission"),
            (sqlite(ffi::SQLITE_CORRUPT), "The desk vestmark.dateline is damaged"),
            (sqlite(ffi::SQLITE_NOTADB), "is not a Dateline desk"),
            (sqlite(ffi::SQLITE_IOERR), "could not do this"),
            (system(std::io::ErrorKind::PermissionDenied), "gives no permission"),
            (system(std::io::ErrorKind::ReadOnlyFilesystem), "cannot be written"),
            (system(std::io::ErrorKind::StorageFull), "is full"),
            (system(std::io::ErrorKind::NotFound), "There is no desk at vestmark.dateline"),
        ];
        for (said, expected) in cases {
            assert!(said.contains(expected), "{said}");
        }
    }

    #[test]
    fn what_is_missing_is_listed_as_it_is_spoken() {
        assert_eq!(in_words(&[Slot::Date]), "a date");
        assert_eq!(in_words(&[Slot::Place, Slot::Date, Slot::Body]), "a place, a date and a body");
    }
}
