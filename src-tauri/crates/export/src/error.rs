//! What can go wrong on the way out, each as a sentence that names the file and what to do.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use dateline_model::{Bulletin, Release};
use dateline_render::ThemeError;
use dateline_store::DeskError;

use crate::{Format, KeyError, Reason, Subject, manifest::MANIFEST};

/// Why an export did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The gate said no. Nothing was written.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Refused(Vec<Refusal>),
    /// Somebody wanted to overrule the gate and did not say why.
    #[error(
        "Overruling what speaks against an export needs a reason, which stands in the record. Say why. Nothing was written."
    )]
    NoReason,
    /// It was changed between being cleared and being written.
    #[error(
        "{0} was changed while it was being exported. It was not written; look at it and export it again."
    )]
    Changed(Subject),
    /// The desk could not give what was asked for.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Files of these names are there already, and not ours to replace.
    #[error("{}", occupied(.folder, .files))]
    Occupied {
        /// The folder.
        folder: PathBuf,
        /// The files.
        files: Vec<String>,
    },
    /// There is no such form of a text.
    #[error("There is no {format} of {of}. Choose another format.")]
    NoForm {
        /// What was to be exported, with its article.
        of: &'static str,
        /// In which format.
        format: Format,
    },
    /// There is no manifest to compare with.
    #[error(
        "There is no {MANIFEST} in “{}”, so nothing can be verified. Name the folder that an export wrote.",
        .0.display()
    )]
    NoManifest(PathBuf),
    /// There is a `manifest.json` that belongs to somebody else.
    #[error(
        "“{}” is not a manifest that Dateline wrote, so it cannot tell which files in this folder are its own. Choose another folder.",
        .0.display()
    )]
    ForeignManifest(PathBuf),
    /// The files of a folder are not what its manifest says.
    #[error(
        "{} in “{}” {} not as the export wrote {}, so nothing was signed. Export once more, then sign.",
        if *.1 == 1 { "One file".to_owned() } else { format!("{} files", .1) },
        .0.display(),
        if *.1 == 1 { "is" } else { "are" },
        if *.1 == 1 { "it" } else { "them" }
    )]
    Unsound(PathBuf, usize),
    /// The key to sign with could not be had.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A theme of the office's own has a fault.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// There is no theme of that name.
    #[error(
        "There is no theme “{name}”. There are: {known}. Name one of them, or the folder of a theme."
    )]
    NoTheme {
        /// The name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// A theme points out of its folder.
    #[error("“{}” is a link. A theme’s files lie in its own folder: put the file itself there.", .0.display())]
    LinkInTheme(PathBuf),
    /// A theme is larger than any page could be.
    #[error("The theme “{}” holds more than 500 files or 32 MiB. Take out what its pages do not show.", .0.display())]
    LargeTheme(PathBuf),
    /// Another run writes the same site.
    #[error("Another export writes the site in “{}” at this moment. Wait until it is done.", .0.display())]
    Busy(PathBuf),
    /// A site was interrupted while it changed.
    #[error(
        "An export of the site in “{}” was interrupted while the new pages took their places. Export the site once more; it finishes that first.",
        .0.display()
    )]
    Unfinished(PathBuf),
    /// The system refused.
    #[error("“{}” could not be {deed}: {why}", .path.display())]
    System {
        /// The file or folder.
        path: PathBuf,
        /// What was tried, as a participle.
        deed: &'static str,
        /// Why, and what to do.
        why: String,
    },
}

impl ExportError {
    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        Self::System { path: path.to_owned(), deed: "read", why: explain(error) }
    }

    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        Self::System { path: path.to_owned(), deed: "written", why: explain(error) }
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
    pub reasons: Vec<String>,
    /// Whether it may leave all the same when somebody says why.
    pub overrulable: bool,
}

impl Refusal {
    pub(crate) fn release(release: &Release, reasons: &[Reason]) -> Self {
        Self {
            subject: Subject::Release(release.id),
            title: release.content.headline.clone(),
            reasons: reasons.iter().map(ToString::to_string).collect(),
            overrulable: reasons.iter().all(|reason| reason.may_be_overruled()),
        }
    }

    pub(crate) fn empty(bulletin: &Bulletin) -> Self {
        Self {
            subject: Subject::Bulletin(bulletin.id),
            title: bulletin.title(),
            reasons: vec!["there is no release in it that may leave now".to_owned()],
            overrulable: false,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.subject)?;
        if !self.title.trim().is_empty() {
            write!(f, " (“{}”)", self.title.trim())?;
        }
        write!(f, " may not leave: {}.", self.reasons.join("; "))
    }
}

fn occupied(folder: &Path, files: &[String]) -> String {
    const SHOWN: usize = 5;
    let mut list =
        files.iter().take(SHOWN).map(|file| format!("“{file}”")).collect::<Vec<_>>().join(", ");
    if files.len() > SHOWN {
        list.push_str(&format!(" and {} more", files.len() - SHOWN));
    }
    format!(
        "In “{}” there is {list} already, which this desk did not write or which was changed since. \
         Nothing was written. Choose another folder, or say that it may be replaced.",
        folder.display()
    )
}

/// The system's reason in plain words, with what to do where that is known.
fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "permission is denied. Choose a folder that you may write to.".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the disk can only be read. Choose a folder on another disk.".to_owned()
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full. Make room, or choose a folder on another disk.".to_owned()
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "there is a file where a folder is needed. Choose another folder.".to_owned()
        }
        io::ErrorKind::InvalidFilename => {
            "the system does not allow a name this long. Choose a folder with a shorter path."
                .to_owned()
        }
        _ => format!("{error}."),
    }
}
