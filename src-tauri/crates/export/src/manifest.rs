//! The manifest: which files an export wrote, what is in them, and the hash by which anybody can
//! tell that they are still as they were written. It lies beside them as `manifest.json`.
//!
//! It names no author, machine or time, so that equal exports have equal manifests.

use std::{collections::BTreeMap, fs, io, path::Path};

use dateline_model::{BulletinId, ReleaseId, RevisionId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{ExportError, names::Subject, place::stays_inside};

/// The manifest's name in its folder.
pub const MANIFEST: &str = "manifest.json";

/// What the files in a folder are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Each file, by its name.
    pub files: BTreeMap<String, Entry>,
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What it was made from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// What a file was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origin {
    /// A release at a revision.
    Release {
        /// Its number in the desk.
        release: ReleaseId,
        /// The revision's number in the desk.
        revision: RevisionId,
    },
    /// A bulletin of releases, each at a revision.
    Bulletin {
        /// Its number in the desk.
        bulletin: BulletinId,
        /// Its items in order.
        items: Vec<Item>,
    },
    /// No single text: a list of a site, a feed, a style, a picture.
    Many {},
}

/// An item of a bulletin as it went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The release's number in the desk.
    pub release: ReleaseId,
    /// The revision's number in the desk.
    pub revision: RevisionId,
}

impl Origin {
    /// What the file holds.
    pub(crate) fn subject(&self) -> Option<Subject> {
        match self {
            Self::Release { release, .. } => Some(Subject::Release(*release)),
            Self::Bulletin { bulletin, .. } => Some(Subject::Bulletin(*bulletin)),
            Self::Many {} => None,
        }
    }
}

/// How the manifest stands in its file: the form first, by which it is known as ours, then one
/// entry a file in the order of their names.
#[derive(Deserialize)]
struct Form {
    form: String,
    files: Vec<Line<String>>,
}

#[derive(Serialize, Deserialize)]
struct Line<F> {
    file: F,
    #[serde(flatten)]
    entry: Entry,
}

const FORM: &str = "dateline manifest 1";

impl Manifest {
    /// Reads the manifest of a folder; empty where there is none yet.
    ///
    /// # Errors
    /// When a file of that name is there that this program did not write, or cannot be read.
    pub fn read(folder: &Path) -> Result<Self, ExportError> {
        let path = folder.join(MANIFEST);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ExportError::reading(&path, &error)),
        };
        Self::parse(&path, &bytes)
    }

    /// A manifest from the bytes that were read at that path.
    pub(crate) fn parse(path: &Path, bytes: &[u8]) -> Result<Self, ExportError> {
        let foreign = || ExportError::ForeignManifest(path.to_owned());
        let form: Form = serde_json::from_slice(bytes).map_err(|_| foreign())?;
        if form.form != FORM || !form.files.iter().all(|line| stays_inside(&line.file)) {
            return Err(foreign());
        }
        Ok(Self { files: form.files.into_iter().map(|line| (line.file, line.entry)).collect() })
    }

    /// The bytes of `manifest.json`.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let files = self.files.iter().map(|(file, entry)| (file.as_str(), entry.clone()));
        write(&mut bytes, files).expect("a manifest is made of strings, numbers and lists");
        bytes
    }
}

/// Writes a manifest of files in the order of their names, without holding it in memory.
pub(crate) fn write<'f>(
    out: &mut impl io::Write,
    files: impl Iterator<Item = (&'f str, Entry)>,
) -> io::Result<()> {
    write!(out, "{{\n  \"form\": \"{FORM}\",\n  \"files\": [")?;
    for (at, (file, entry)) in files.enumerate() {
        out.write_all(if at > 0 { b",\n    " } else { b"\n    " })?;
        serde_json::to_writer(&mut *out, &Line { file, entry })?;
    }
    out.write_all(b"\n  ]\n}\n")
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
