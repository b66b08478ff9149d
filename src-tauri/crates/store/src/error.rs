//! What can go wrong with a desk, each as a sentence: what happened, to what, and what to do.

use std::path::{Path, PathBuf};

use dateline_model::{
    BulletinId, LabelSort, PieceId, ReleaseId, RevisionId, Sentence, Slot, Stage, say,
    tells_its_sentence,
};
use rusqlite::ErrorCode;

use crate::PieceSort;

/// Why the desk did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// Nothing is there.
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A folder is there.
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// A file is there, and something else is in it.
    NotADesk {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: Sentence,
    },
    /// A later version of the program wrote it.
    Newer {
        /// The desk.
        path: PathBuf,
        /// The form it is in.
        theirs: u32,
        /// The last form that this program knows.
        ours: u32,
    },
    /// A new desk would stand where something is.
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// The system does not let us.
    NoPermission {
        /// The file.
        path: PathBuf,
    },
    /// It cannot be written.
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Another program holds it.
    Locked {
        /// The desk.
        path: PathBuf,
    },
    /// No room.
    DiskFull {
        /// The desk.
        path: PathBuf,
    },
    /// SQLite finds the file broken.
    Damaged {
        /// The desk.
        path: PathBuf,
        /// What is broken.
        why: String,
    },
    /// The file system failed.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite failed in another way.
    Sqlite {
        /// The desk.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A piece of work failed inside.
    Failed {
        /// The desk.
        path: PathBuf,
    },
    /// No such release.
    NoRelease(ReleaseId),
    /// No such revision.
    NoRevision(RevisionId),
    /// No such bulletin.
    NoBulletin(BulletinId),
    /// No such piece in the library.
    NoPiece {
        /// What was looked for.
        sort: PieceSort,
        /// Its number.
        id: PieceId,
    },
    /// No such tag or section.
    NoLabel {
        /// Which of the two.
        sort: LabelSort,
        /// The name as asked for.
        name: String,
    },
    /// No such change, or it was undone.
    NothingToUndo,
    /// Another label has the name.
    LabelTaken {
        /// Which of the two.
        sort: LabelSort,
        /// The name.
        name: String,
    },
    /// What was asked for cannot be, for the reason that the sentence gives.
    Impossible(Sentence),
    /// Somebody else saved in the meantime.
    Conflict {
        /// The release.
        id: ReleaseId,
        /// The revision that is now the head.
        head: RevisionId,
    },
    /// The release's kind requires what is not there.
    Lacks {
        /// The headline, or "Untitled".
        headline: String,
        /// What is missing, in the order of the page.
        slots: Vec<Slot>,
    },
    /// Somebody else changed the bulletin in the meantime.
    BulletinConflict {
        /// Masthead and issue.
        title: String,
    },
    /// Only what readers have can be corrected.
    NotOut {
        /// The release.
        id: ReleaseId,
        /// Where it stands.
        stage: Stage,
    },
    /// The workflow does not lead there.
    Refused {
        /// The release.
        id: ReleaseId,
        /// Where it stands.
        from: Stage,
        /// Where it should have gone.
        to: Stage,
        /// Why not, and what to do instead; ends with a full stop.
        why: Sentence,
    },
    /// The reference number is taken.
    ReferenceTaken {
        /// The number.
        reference: String,
        /// Who has it.
        holder: ReleaseId,
    },
}

tells_its_sentence!(DeskError);

impl DeskError {
    /// What to tell whoever asked.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Missing { path } => {
                say!("There is no desk at {path}. Check the name, or make a new desk there.", path)
            }
            Self::Folder { path } => {
                say!("{path} is a folder, not a desk. Name the desk file in it.", path)
            }
            Self::NotADesk { path, what } => say!(
                "{path} is not a Dateline desk: it is {what}. Choose a .dateline file.",
                path,
                what
            ),
            Self::Newer { path, theirs, ours } => say!(
                "The desk {path} comes from a newer version of Dateline (its form is {theirs}, this program knows forms up to {ours}). It was left untouched; open it with the newer version.",
                path,
                theirs,
                ours
            ),
            Self::Exists { path } => say!(
                "There is already a file at {path}. Choose another name; nothing was overwritten.",
                path
            ),
            Self::NoPermission { path } => say!(
                "The system gives no permission to read and write {path}. Ask whoever looks after this computer, or copy the desk to a folder of your own.",
                path
            ),
            Self::ReadOnly { path } => say!(
                "{path} cannot be written: the file or its disk is read-only. Copy the desk to a disk that can be written.",
                path
            ),
            Self::Locked { path } => say!(
                "The desk {path} is being written by another program. Nothing was changed; try again in a moment.",
                path
            ),
            Self::DiskFull { path } => say!(
                "The disk that holds {path} is full. Nothing was changed; make room and try again.",
                path
            ),
            Self::Damaged { path, why } => say!(
                "The desk {path} is damaged ({why}). Keep a copy of it as it is, and go on with your last backup.",
                path,
                why
            ),
            Self::Io { path, source } => {
                say!("{path} could not be read or written: {source}.", path, source)
            }
            Self::Sqlite { path, source } => say!(
                "The desk {path} could not do this: {source}. Nothing was changed.",
                path,
                source = source.to_string()
            ),
            Self::Failed { path } => say!(
                "Something went wrong inside the desk {path}. Nothing was changed; try again, and restart the program if it happens again.",
                path
            ),
            Self::NoRelease(id) => say!(
                "There is no release {id} on this desk. `list` shows those that are there.",
                id
            ),
            Self::NoRevision(id) => say!(
                "There is no revision {id} on this desk: it never was, or a later one of the same minute took its place.",
                id
            ),
            Self::NoBulletin(id) => say!("There is no bulletin {id} on this desk.", id),
            Self::NoPiece { sort, id } => match sort {
                PieceSort::Contact => say!("There is no contact {id} in the library.", id),
                PieceSort::Boilerplate => say!("There is no boilerplate {id} in the library.", id),
                PieceSort::Person => say!("There is no person {id} in the library.", id),
                PieceSort::Place => say!("There is no place {id} in the library.", id),
            },
            Self::NoLabel { sort: LabelSort::Tag, name } => {
                say!("There is no tag called “{name}” on this desk.", name)
            }
            Self::NoLabel { sort: LabelSort::Section, name } => {
                say!("There is no section called “{name}” on this desk.", name)
            }
            Self::NothingToUndo => say!(
                "This change cannot be undone any more: it was undone already, or what it changed is gone."
            ),
            Self::LabelTaken { sort: LabelSort::Tag, name } => say!(
                "There is already a tag called “{name}”. Choose another name, or merge the two.",
                name
            ),
            Self::LabelTaken { sort: LabelSort::Section, name } => say!(
                "There is already a section called “{name}”. Choose another name, or merge the two.",
                name
            ),
            Self::Impossible(why) => why.clone(),
            Self::Conflict { id, .. } => say!(
                "Release {id} was changed in the meantime. Your text was not saved over it; compare it with the newest version, and save again.",
                id
            ),
            Self::Lacks { headline, slots } => say!(
                "“{headline}” cannot be approved yet. It lacks {what}.",
                headline,
                what = slots.iter().map(|slot| phrase(*slot)).collect::<Vec<_>>()
            ),
            Self::BulletinConflict { title } => say!(
                "The bulletin “{title}” was changed in the meantime. Yours was not saved over it; choose which of the two to keep.",
                title
            ),
            Self::NotOut { id, stage } => say!(
                "Release {id} is not out as it stands (stage: {stage}), so there is nothing to correct for readers. Change its text.",
                id,
                stage
            ),
            Self::Refused { id, from, to, why } => {
                say!("Release {id} cannot go from {from} to {to}: {why}", id, from, to, why)
            }
            Self::ReferenceTaken { reference, holder } => say!(
                "The reference number {reference} belongs to release {holder}. Choose another one.",
                reference,
                holder
            ),
        }
    }
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
                Some(ErrorCode::NotADatabase) => {
                    Self::NotADesk { path, what: say!("another file") }
                }
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

/// A part that is missing, with its article.
fn phrase(slot: Slot) -> Sentence {
    match slot {
        Slot::Headline => say!("a headline"),
        Slot::Subhead => say!("a subhead"),
        Slot::Place => say!("a place"),
        Slot::Date => say!("a date"),
        Slot::Body => say!("a body"),
        Slot::Notes => say!("notes to editors"),
        Slot::Boilerplate => say!("a boilerplate"),
        Slot::Contacts => say!("a contact"),
        Slot::Correction => say!("a word on what it corrects"),
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
        let lacks = |slots: &[Slot]| {
            let headline = "Port".to_owned();
            DeskError::Lacks { headline, slots: slots.to_vec() }.to_string()
        };
        assert!(lacks(&[Slot::Date]).ends_with("It lacks a date."));
        let three = [Slot::Place, Slot::Date, Slot::Body];
        assert!(lacks(&three).ends_with("It lacks a place, a date and a body."));
    }
}
