//! The folder that an export writes to: each file whole or not at all, and never over one that
//! this program did not write.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    ExportError, Signer, Subject,
    manifest::{Entry, MANIFEST, Manifest, sha256},
    signing,
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
        files.filter_map(|(file, entry)| Some((file.clone(), entry.origin.subject()?))).collect()
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
                let file = temporary(&path, bytes).map_err(|e| ExportError::writing(&path, &e))?;
                match file.persist_noclobber(&path) {
                    Ok(_) => Ok(path),
                    Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
                        Err(self.occupied(vec![name.to_owned()]))
                    }
                    Err(failed) => Err(ExportError::writing(&path, &failed.error)),
                }
            }
            _ if self.holds(name, bytes)? => Ok(path),
            Occupant::Own => place(&path, bytes).map(|()| path),
            Occupant::Foreign => Err(self.occupied(vec![name.to_owned()])),
        }
    }

    /// Takes what was written into the manifest, drops what is no longer there, signs it, and
    /// flushes the folder. Whether it has lost a signature by that.
    pub(crate) fn close(
        mut self,
        written: impl IntoIterator<Item = (String, Entry)>,
        signer: Option<&Signer>,
    ) -> Result<bool, ExportError> {
        self.manifest.files.retain(|name, _| self.path.join(name).exists());
        self.manifest.files.extend(written);
        let bytes = self.manifest.bytes();
        let mut unsigned = false;
        if !self.holds(MANIFEST, &bytes)? {
            // Before the manifest changes: between the two it is unsigned, and not falsely signed.
            unsigned = signing::take_away(&self.path)? && signer.is_none();
            place(&self.path.join(MANIFEST), &bytes)?;
        }
        if let Some(signer) = signer {
            signing::put(&self.path, signer, &bytes)?;
        }
        sync(&self.path).map_err(|e| ExportError::writing(&self.path, &e))?;
        Ok(unsigned)
    }

    /// That these names are not ours to write.
    pub(crate) fn occupied(&self, files: Vec<String>) -> ExportError {
        ExportError::Occupied { folder: self.path.clone(), files }
    }
}

/// Puts a file in its place, whole and flushed to the disk, whatever was there.
pub(crate) fn place(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    let placed = temporary(path, bytes).and_then(|file| Ok(file.persist(path)?));
    placed.map(|_| ()).map_err(|error| ExportError::writing(path, &error))
}

/// The bytes on the disk, beside the place that they will take.
fn temporary(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-").suffix(".part");
    // What the umask allows, as for any file that a person saves; the library's own choice would
    // hide it from colleagues.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = match builder.tempfile_in(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            builder.tempfile_in(folder)?
        }
        made => made?,
    };
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
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

#[cfg(test)]
mod tests {
    use dateline_model::ReleaseId;
    use tempfile::TempDir;

    use super::*;
    use crate::Origin;

    fn entry(bytes: &[u8], release: ReleaseId) -> Entry {
        Entry { sha256: sha256(bytes), origin: Origin::Release { release, revision: 1 } }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_folder_is_made_with_the_first_file() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("a/b");
        let folder = Folder::open(&path, false).unwrap();
        assert!(!path.exists());
        folder.put("one.txt", b"One").unwrap();
        folder.close([("one.txt".to_owned(), entry(b"One", 1))], None).unwrap();
        assert_eq!(names(&path), ["manifest.json", "one.txt"]);
    }

    #[test]
    fn a_name_is_free_own_or_foreign() {
        let place = TempDir::new().unwrap();
        let folder = Folder::open(place.path(), false).unwrap();
        folder.put("own.txt", b"Own").unwrap();
        folder.put("changed.txt", b"Own").unwrap();
        let own = ["own.txt", "changed.txt"].map(|name| (name.to_owned(), entry(b"Own", 1)));
        folder.close(own, None).unwrap();
        fs::write(place.path().join("changed.txt"), "By hand").unwrap();
        fs::write(place.path().join("foreign.txt"), "Foreign").unwrap();
        fs::create_dir(place.path().join("folder.txt")).unwrap();

        let occupant =
            |replace, name| Folder::open(place.path(), replace).unwrap().occupant(name).unwrap();
        assert_eq!(occupant(false, "free.txt"), Occupant::Free);
        assert_eq!(occupant(false, "own.txt"), Occupant::Own);
        for name in ["changed.txt", "foreign.txt", "folder.txt"] {
            assert_eq!(occupant(false, name), Occupant::Foreign, "{name}");
        }
        assert_eq!(occupant(true, "foreign.txt"), Occupant::Own);
        assert_eq!(occupant(true, "folder.txt"), Occupant::Foreign);

        let folder = Folder::open(place.path(), false).unwrap();
        folder.put("own.txt", b"Newer").unwrap();
        assert!(matches!(folder.put("foreign.txt", b"X"), Err(ExportError::Occupied { .. })));
        // The very bytes are there already: nothing to replace, and nothing to refuse.
        folder.put("foreign.txt", b"Foreign").unwrap();
        assert_eq!(fs::read(place.path().join("own.txt")).unwrap(), b"Newer");
        assert!(!names(place.path()).iter().any(|name| name.ends_with(".part")));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_foreign_and_what_it_points_to_is_safe() {
        let place = TempDir::new().unwrap();
        let target = place.path().join("target");
        fs::write(&target, "Elsewhere").unwrap();
        std::os::unix::fs::symlink(&target, place.path().join("link.txt")).unwrap();
        let folder = Folder::open(place.path(), true).unwrap();
        assert!(folder.put("link.txt", b"X").is_err());
        assert_eq!(fs::read(&target).unwrap(), b"Elsewhere");
    }

    #[test]
    fn the_manifest_forgets_what_is_gone_and_keeps_what_was() {
        let place = TempDir::new().unwrap();
        for (name, release) in [("a.txt", 1), ("b.txt", 2)] {
            let folder = Folder::open(place.path(), false).unwrap();
            folder.put(name, b"Words").unwrap();
            folder.close([(name.to_owned(), entry(b"Words", release))], None).unwrap();
        }
        let manifest = Manifest::read(place.path()).unwrap();
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["a.txt", "b.txt"]);
        fs::remove_file(place.path().join("a.txt")).unwrap();
        Folder::open(place.path(), false).unwrap().close([], None).unwrap();
        assert_eq!(Manifest::read(place.path()).unwrap().files.len(), 1);
    }

    #[test]
    fn a_manifest_that_points_outside_its_folder_is_not_ours() {
        let place = TempDir::new().unwrap();
        for file in ["../secret", "/etc/passwd"] {
            let mut manifest = Manifest::default();
            manifest.files.insert(file.to_owned(), entry(b"", 1));
            fs::write(place.path().join(MANIFEST), manifest.bytes()).unwrap();
            assert!(matches!(
                Folder::open(place.path(), true),
                Err(ExportError::ForeignManifest(_))
            ));
        }
    }
}
