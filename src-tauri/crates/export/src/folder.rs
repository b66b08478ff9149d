//! What is known about the folder that an export writes to: never over a file that this program did
//! not write.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    ExportError, Signer, Subject,
    manifest::{Entry, MANIFEST, Manifest, sha256},
    place::{Place, Step},
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
    /// Opens the folder, which need not be there yet.
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

    /// Writes the manifest that also holds what was written now, and forgets what is no longer
    /// there; it is signed, or a signature that does not cover it goes. Whether the folder has lost
    /// one by that.
    pub(crate) fn close(
        mut self,
        place: &Place,
        written: impl IntoIterator<Item = (String, Entry)>,
        signer: Option<&Signer>,
        steps: &mut Vec<Step>,
    ) -> Result<bool, ExportError> {
        self.manifest.files.retain(|name, _| self.path.join(name).exists());
        self.manifest.files.extend(written);
        let bytes = self.manifest.bytes();
        let mut unsigned = false;
        if place.is_new() || !self.holds(MANIFEST, &bytes)? {
            unsigned = signing::take_away(&self.path, steps)? && signer.is_none();
            place.put(MANIFEST, &bytes)?;
            steps.push(Step::Put(MANIFEST.to_owned()));
        }
        if let Some(signer) = signer {
            signing::put(place, signer, &bytes, steps)?;
        }
        Ok(unsigned)
    }

    /// That these names are not ours to write.
    pub(crate) fn occupied(&self, files: Vec<String>) -> ExportError {
        ExportError::Occupied { folder: self.path.clone(), files }
    }
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

    /// Writes files and their manifest.
    fn write(path: &Path, files: &[(&str, &[u8])]) {
        let place = Place::take(path).unwrap();
        let folder = Folder::open(path, false).unwrap();
        let mut steps = Vec::new();
        for (name, bytes) in files {
            place.put(name, bytes).unwrap();
            steps.push(Step::Put((*name).to_owned()));
        }
        let written = files.iter().map(|(name, bytes)| ((*name).to_owned(), entry(bytes, 1)));
        folder.close(&place, written, None, &mut steps).unwrap();
        place.switch(&steps).unwrap();
    }

    #[test]
    fn the_folder_is_made_with_the_first_file() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("a/b");
        write(&path, &[("one.txt", b"One")]);
        assert_eq!(names(&path), ["manifest.json", "one.txt"]);
    }

    #[test]
    fn a_name_is_free_own_or_foreign() {
        let place = TempDir::new().unwrap();
        write(place.path(), &[("own.txt", b"Own"), ("changed.txt", b"Own")]);
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
        // The very bytes are there already: nothing to replace, and nothing to refuse.
        let folder = Folder::open(place.path(), false).unwrap();
        assert!(folder.holds("foreign.txt", b"Foreign").unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_foreign() {
        let place = TempDir::new().unwrap();
        fs::write(place.path().join("target"), "Elsewhere").unwrap();
        std::os::unix::fs::symlink("target", place.path().join("link.txt")).unwrap();
        let folder = Folder::open(place.path(), true).unwrap();
        assert_eq!(folder.occupant("link.txt").unwrap(), Occupant::Foreign);
    }

    #[test]
    fn the_manifest_forgets_what_is_gone_and_keeps_what_was() {
        let place = TempDir::new().unwrap();
        write(place.path(), &[("a.txt", b"Words")]);
        write(place.path(), &[("b.txt", b"Words")]);
        let manifest = Manifest::read(place.path()).unwrap();
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["a.txt", "b.txt"]);
        fs::remove_file(place.path().join("a.txt")).unwrap();
        write(place.path(), &[]);
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
