//! The folder that an export writes to: each file whole or not at all, and never over one that
//! this program did not write.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    ExportError, Subject,
    manifest::{Entry, MANIFEST, Manifest, sha256},
};

/// A folder with what is known about the files in it.
pub(crate) struct Folder {
    path: PathBuf,
    manifest: Manifest,
    /// Whether files that are not ours may be replaced.
    replace: bool,
}

/// Whose a name in the folder is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Occupant {
    /// Nobody's yet.
    Free,
    /// A file that this program wrote and nobody has touched since.
    Own,
    /// A file that may not be replaced, unless it already holds the very bytes.
    Foreign,
}

impl Folder {
    /// Opens the folder, which need not be there yet: the first file makes it.
    pub(crate) fn open(path: &Path, replace: bool) -> Result<Self, ExportError> {
        let manifest = Manifest::read(path)?;
        Ok(Self { path: path.to_owned(), manifest, replace })
    }

    /// What the names in the folder belong to.
    pub(crate) fn owners(&self) -> BTreeMap<String, Subject> {
        let files = self.manifest.files.iter();
        files.map(|(file, entry)| (file.clone(), entry.origin.subject())).collect()
    }

    /// Whose this name is.
    pub(crate) fn occupant(&self, name: &str) -> Result<Occupant, ExportError> {
        let path = self.path.join(name);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Occupant::Free),
            Err(error) => return Err(ExportError::reading(&path, &error)),
            Ok(found) if !found.is_file() => return Ok(Occupant::Foreign),
            Ok(_) if self.replace => return Ok(Occupant::Own),
            Ok(_) => {}
        }
        let Some(entry) = self.manifest.files.get(name) else { return Ok(Occupant::Foreign) };
        let own = self.read(name)?.is_some_and(|bytes| sha256(&bytes) == entry.sha256);
        Ok(if own { Occupant::Own } else { Occupant::Foreign })
    }

    /// Whether the file already holds these bytes.
    pub(crate) fn holds(&self, name: &str, bytes: &[u8]) -> Result<bool, ExportError> {
        Ok(self.read(name)?.is_some_and(|there| there == bytes))
    }

    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ExportError> {
        let path = self.path.join(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::IsADirectory
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(ExportError::reading(&path, &error)),
        }
    }

    /// Writes a file: whole, flushed to the disk, then under its name in one step. A file that
    /// appeared under that name since it was looked at is not replaced.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, ExportError> {
        let path = self.path.join(name);
        match self.occupant(name)? {
            Occupant::Free => {
                let file = self.temporary(bytes).map_err(|e| ExportError::writing(&path, &e))?;
                match file.persist_noclobber(&path) {
                    Ok(_) => Ok(path),
                    Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
                        Err(self.occupied(vec![name.to_owned()]))
                    }
                    Err(failed) => Err(ExportError::writing(&path, &failed.error)),
                }
            }
            _ if self.holds(name, bytes)? => Ok(path),
            Occupant::Own => {
                let file = self.temporary(bytes).map_err(|e| ExportError::writing(&path, &e))?;
                file.persist(&path).map_err(|failed| ExportError::writing(&path, &failed.error))?;
                Ok(path)
            }
            Occupant::Foreign => Err(self.occupied(vec![name.to_owned()])),
        }
    }

    fn temporary(&self, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
        fs::create_dir_all(&self.path)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".dateline-").suffix(".part");
        // What the umask allows, as for any file that a person saves; the library's own choice
        // would hide it from colleagues.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(&self.path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }

    /// Takes what was written into the manifest, drops what is no longer there, and flushes the
    /// folder.
    pub(crate) fn close(
        mut self,
        written: impl IntoIterator<Item = (String, Entry)>,
    ) -> Result<(), ExportError> {
        self.manifest.files.retain(|name, _| self.path.join(name).exists());
        self.manifest.files.extend(written);
        let path = self.path.join(MANIFEST);
        let bytes = self.manifest.bytes();
        if !self.holds(MANIFEST, &bytes)? {
            let file = self.temporary(&bytes).map_err(|e| ExportError::writing(&path, &e))?;
            file.persist(&path).map_err(|failed| ExportError::writing(&path, &failed.error))?;
        }
        sync(&self.path).map_err(|e| ExportError::writing(&self.path, &e))
    }

    /// That these names are not ours to write.
    pub(crate) fn occupied(&self, files: Vec<String>) -> ExportError {
        ExportError::Occupied { folder: self.path.clone(), files }
    }
}

/// Makes the new names in a folder last. Windows has no such call and needs none.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
