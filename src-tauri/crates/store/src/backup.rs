//! A copy of the desk while it is open: complete, or not there.

use std::path::Path;

use crate::{Desk, DeskError};

impl Desk {
    /// Copies the desk, as it stands at this moment, to a path. A file that is there is replaced
    /// only when the copy is complete and on disk.
    ///
    /// # Errors
    /// When the path is the desk itself, or cannot be written.
    pub fn backup(&self, path: impl AsRef<Path>) -> Result<(), DeskError> {
        let path = path.as_ref();
        let same = |a: &Path, b: &Path| {
            a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
        };
        if same(path, self.path()) {
            return Err(DeskError::Exists { path: path.to_owned() });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let failed = |e| DeskError::io(path, e);
        // In the same folder, so that the last step is a rename within one disk.
        let copy = tempfile::Builder::new()
            .prefix(".dateline-backup-")
            .tempfile_in(folder)
            .map_err(failed)?;
        let name = copy.path().to_str().ok_or_else(|| {
            failed(std::io::Error::new(std::io::ErrorKind::InvalidInput, "its name is not Unicode"))
        })?;
        self.copy_to(name)?;
        copy.as_file().sync_all().map_err(failed)?;
        copy.persist(path).map_err(|e| failed(e.error))?;
        Ok(())
    }
}
