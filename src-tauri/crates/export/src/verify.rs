//! The proof that the files of an export are still as they were written.

use std::{fmt, fs, io, path::Path};

use crate::{
    ExportError, Manifest, PublicKey, Signed,
    manifest::{MANIFEST, sha256},
    place, signing,
};

/// What came of comparing a folder with its manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many files are as they were written.
    pub sound: usize,
    /// The files that are not, by name.
    pub differences: Vec<(String, Difference)>,
    /// What became of the manifest's signature.
    pub signed: Signed,
}

/// How a file differs from its manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is not there.
    Missing,
    /// Its bytes are others.
    Changed,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "missing",
            Self::Changed => "changed",
        })
    }
}

/// Compares every file that a folder's manifest names with its hash, and the manifest with its
/// signature by a key.
///
/// # Errors
/// When there is no manifest, or a file cannot be read.
pub fn verify(folder: &Path, key: Option<&PublicKey>) -> Result<Proof, ExportError> {
    Ok(look(folder, key)?.0)
}

/// The proof, with the very bytes of the manifest to which the files were held.
pub(crate) fn look(
    folder: &Path,
    key: Option<&PublicKey>,
) -> Result<(Proof, Vec<u8>), ExportError> {
    if place::is_unfinished(folder) {
        return Err(ExportError::Unfinished(folder.to_owned()));
    }
    let path = folder.join(MANIFEST);
    let manifest = fs::read(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            ExportError::NoManifest(folder.to_owned())
        }
        _ => ExportError::reading(&path, &error),
    })?;
    let signed = signing::prove(folder, &manifest, key)?;
    let mut proof = Proof { signed, ..Proof::default() };
    for (file, entry) in Manifest::parse(&path, &manifest)?.files {
        let path = folder.join(&file);
        match fs::read(&path) {
            Ok(bytes) if sha256(&bytes) == entry.sha256 => proof.sound += 1,
            Ok(_) => proof.differences.push((file, Difference::Changed)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                proof.differences.push((file, Difference::Missing));
            }
            Err(error) => return Err(ExportError::reading(&path, &error)),
        }
    }
    Ok((proof, manifest))
}
