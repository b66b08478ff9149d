//! What can go wrong on the way out, each as a sentence that names the file and what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

use dateline_model::{Bulletin, Release, Sentence, say, tells_its_sentence};
use dateline_render::ThemeError;
use dateline_store::DeskError;

use crate::{Format, KeyError, Reason, Subject};

/// Why an export did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The gate said no. Nothing was written.
    Refused(Vec<Refusal>),
    /// Somebody wanted to overrule the gate and did not say why.
    NoReason,
    /// It was changed between being cleared and being written.
    Changed(Subject),
    /// The desk could not give what was asked for.
    Desk(#[from] DeskError),
    /// Files of these names are there already, and not ours to replace.
    Occupied {
        /// The folder.
        folder: PathBuf,
        /// The files.
        files: Vec<String>,
    },
    /// There is no such form of a text.
    NoForm {
        /// What was to be exported, with its article.
        of: Sentence,
        /// In which format.
        format: Format,
    },
    /// There is no manifest to compare with.
    NoManifest(PathBuf),
    /// There is a `manifest.json` that belongs to somebody else.
    ForeignManifest(PathBuf),
    /// The files of a folder are not what its manifest says.
    Unsound(PathBuf, usize),
    /// The key to sign with could not be had.
    Key(#[from] KeyError),
    /// A theme of the office's own has a fault.
    Theme(#[from] ThemeError),
    /// There is no theme of that name.
    NoTheme {
        /// The name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// A theme points out of its folder.
    LinkInTheme(PathBuf),
    /// A theme is larger than any page could be.
    LargeTheme(PathBuf),
    /// Another run writes to the same folder.
    Busy(PathBuf),
    /// An export was interrupted while its files took their places.
    Unfinished(PathBuf),
    /// The system does not let us read.
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why, and what to do.
        why: Sentence,
    },
    /// The system does not let us write.
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// Why, and what to do.
        why: Sentence,
    },
}

tells_its_sentence!(ExportError, Refusal);

impl ExportError {
    /// What to tell whoever ordered the export.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Refused(refusals) => {
                Sentence::joined(refusals.iter().map(Refusal::sentence).collect(), "\n")
            }
            Self::NoReason => say!(
                "Overruling what speaks against an export needs a reason, which stands in the record. Say why. Nothing was written."
            ),
            Self::Changed(subject) => say!(
                "{subject} was changed while it was being exported. It was not written; look at it and export it again.",
                subject
            ),
            Self::Desk(error) => error.sentence(),
            Self::Occupied { folder, files } => occupied(folder, files),
            Self::NoForm { of, format } => say!(
                "There is no {format} of {of}. Choose another format.",
                format = format.as_str(),
                of
            ),
            Self::NoManifest(folder) => say!(
                "There is no manifest.json in “{folder}”, so nothing can be verified. Name the folder that an export wrote.",
                folder
            ),
            Self::ForeignManifest(file) => say!(
                "“{file}” is not a manifest that Dateline wrote, so it cannot tell which files in this folder are its own. Choose another folder.",
                file
            ),
            Self::Unsound(folder, 1) => say!(
                "One file in “{folder}” is not as the export wrote it, so nothing was signed. Export once more, then sign.",
                folder
            ),
            Self::Unsound(folder, count) => say!(
                "{count} files in “{folder}” are not as the export wrote them, so nothing was signed. Export once more, then sign.",
                count,
                folder
            ),
            Self::Key(error) => error.sentence(),
            Self::Theme(error) => error.sentence(),
            Self::NoTheme { name, known } => say!(
                "There is no theme “{name}”. There are: {known}. Name one of them, or the folder of a theme.",
                name,
                known
            ),
            Self::LinkInTheme(file) => say!(
                "“{file}” is a link. A theme’s files lie in its own folder: put the file itself there.",
                file
            ),
            Self::LargeTheme(folder) => say!(
                "The theme “{folder}” holds more than 500 files or 32 MiB. Take out what its pages do not show.",
                folder
            ),
            Self::Busy(folder) => say!(
                "Another export writes to “{folder}” at this moment. Wait until it is done.",
                folder
            ),
            Self::Unfinished(folder) => say!(
                "An export to “{folder}” was interrupted while the new files took their places. Export to it once more; that is finished first.",
                folder
            ),
            Self::Unreadable { path, why } => say!("“{path}” could not be read: {why}", path, why),
            Self::Unwritable { path, why } => {
                say!("“{path}” could not be written: {why}", path, why)
            }
        }
    }

    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::Unreadable { path: path.to_owned(), why: explain(error) }
    }

    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        Self::Unwritable { path: path.to_owned(), why: explain(error) }
    }
}

/// A text that may not leave, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The text.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// Why not, each without a full stop.
    pub reasons: Vec<Sentence>,
    /// Whether it may leave all the same when somebody says why.
    pub overrulable: bool,
}

impl Refusal {
    pub(crate) fn release(release: &Release, reasons: &[Reason]) -> Self {
        Self {
            subject: Subject::Release(release.id),
            title: release.content.headline.clone(),
            reasons: reasons.iter().map(|reason| reason.sentence()).collect(),
            overrulable: reasons.iter().all(|reason| reason.may_be_overruled()),
        }
    }

    pub(crate) fn empty(bulletin: &Bulletin) -> Self {
        Self {
            subject: Subject::Bulletin(bulletin.id),
            title: bulletin.title(),
            reasons: vec![say!("there is no release in it that may leave now")],
            overrulable: false,
        }
    }
}

impl Refusal {
    /// What to tell whoever wanted it to leave.
    pub fn sentence(&self) -> Sentence {
        let (subject, title) = (&self.subject, self.title.trim());
        let reasons = Sentence::joined(self.reasons.clone(), "; ");
        match title {
            "" => say!("{subject} may not leave: {reasons}.", subject, reasons),
            _ => {
                say!("{subject} (“{title}”) may not leave: {reasons}.", subject, title, reasons)
            }
        }
    }
}

fn occupied(folder: &Path, all: &[String]) -> Sentence {
    const SHOWN: usize = 5;
    let shown = all.iter().take(SHOWN).map(|file| say!("“{file}”", file)).collect();
    let files = Sentence::joined(shown, ", ");
    let list = match all.len().saturating_sub(SHOWN) {
        0 => files,
        more => say!("{files} and {more} more", files, more),
    };
    say!(
        "In “{folder}” there is {list} already, which this desk did not write or which was changed since. Nothing was written. Choose another folder, or say that it may be replaced.",
        folder,
        list
    )
}

/// The system's reason in plain words, with what to do where that is known.
fn explain(error: &io::Error) -> Sentence {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            say!("permission is denied. Choose a folder that you may write to.")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            say!("the disk can only be read. Choose a folder on another disk.")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            say!("the disk is full. Make room, or choose a folder on another disk.")
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            say!("there is a file where a folder is needed. Choose another folder.")
        }
        io::ErrorKind::InvalidFilename => {
            say!("the system does not allow a name this long. Choose a folder with a shorter path.")
        }
        _ => say!("{error}.", error),
    }
}
