//! The folder of a site, and the one moment at which it changes.
//!
//! Files are written beside the site, never into it. A folder that is missing or empty is made
//! beside its place and takes it in one step. In a folder with a site, or with files of somebody
//! else's, the new files wait in `.dateline-new` until all of them are there; then a journal is put
//! down, and they are moved to their places: pages before the lists that name them, what is gone
//! after. Whoever is interrupted before the journal leaves the old site. Afterwards the next run
//! finishes what the journal says before it does anything else, so that the new site stands whole.
//!
//! (Rejected: a second copy of the folder, made of links, that takes the first one's place in one
//! step. Linking ten thousand files takes a quarter of a second, for an edit that changes ten, and
//! files that are not ours would have to move along.)

use std::{
    fs::{self, File, TryLockError},
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::ExportError;

/// Where new files wait inside the folder of a site.
const WAITING: &str = ".dateline-new";
/// The journal among them.
const JOURNAL: &str = "journal";
/// The lock of whoever writes them.
const LOCK: &str = "lock";

/// The folder of a site while it is written.
pub(super) struct Place {
    folder: PathBuf,
    /// Where new files wait.
    waiting: PathBuf,
    /// Whether what waits becomes the folder as it is.
    whole: bool,
    lock: Option<File>,
}

/// What the journal says, a line each.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Step {
    /// A file that moves to its place.
    Put(String),
    /// A file that goes.
    Cut(String),
}

impl Place {
    /// Takes the folder, for one run at a time, and finishes what an earlier run left behind.
    pub(super) fn take(folder: &Path) -> Result<Self, ExportError> {
        settle(folder)?;
        let whole = beside(folder).filter(|_| is_bare(folder));
        let waiting = whole.clone().unwrap_or_else(|| folder.join(WAITING));
        let failed = |error| ExportError::writing(&waiting, &error);
        fs::create_dir_all(&waiting).map_err(failed)?;
        let lock = File::create(waiting.join(LOCK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(ExportError::Busy(folder.to_owned()));
            }
            // A file system without locks: whoever shares it has to take turns.
            Err(TryLockError::Error(_)) => {}
        }
        let place =
            Self { folder: folder.to_owned(), waiting, whole: whole.is_some(), lock: Some(lock) };
        place.clear().map_err(|error| ExportError::writing(&place.waiting, &error))?;
        Ok(place)
    }

    /// The folder itself.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folders in which these files will wait.
    pub(super) fn make_room<'p>(
        &self,
        paths: impl Iterator<Item = &'p str>,
    ) -> Result<(), ExportError> {
        let mut made = std::collections::HashSet::new();
        for path in paths {
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            if made.insert(parent) {
                let parent = self.new_file(parent);
                fs::create_dir_all(&parent).map_err(|e| ExportError::writing(&parent, &e))?;
            }
        }
        Ok(())
    }

    /// Where a new file waits.
    pub(super) fn new_file(&self, path: &str) -> PathBuf {
        if self.whole {
            joined(&self.waiting, path)
        } else {
            joined(&self.waiting.join("files"), path)
        }
    }

    /// Leaves the site as it was.
    pub(super) fn leave(self) {
        drop(self);
    }

    /// The one moment: from here on the new site stands, whatever happens.
    pub(super) fn switch(mut self, steps: &[Step]) -> Result<(), ExportError> {
        if self.whole {
            let failed = |error: io::Error| ExportError::writing(&self.folder, &error);
            drop(self.lock.take());
            fs::remove_file(self.waiting.join(LOCK)).map_err(failed)?;
            return fs::rename(&self.waiting, &self.folder)
                // Not every system puts a folder in the place of an empty one.
                .or_else(|_| {
                    fs::remove_dir(&self.folder)
                        .and_then(|()| fs::rename(&self.waiting, &self.folder))
                })
                .map_err(failed);
        }
        let written = || -> io::Result<()> {
            let draft = self.waiting.join("journal.part");
            let mut journal = BufWriter::new(File::create(&draft)?);
            for step in steps {
                serde_json::to_writer(&mut journal, step)?;
                journal.write_all(b"\n")?;
            }
            journal.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
            fs::rename(draft, self.waiting.join(JOURNAL))
        };
        written().map_err(|error| ExportError::writing(&self.waiting, &error))?;
        carry_out(&self.folder, steps)
    }

    /// Takes away what an earlier run has written and not finished.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.waiting)? {
            let entry = entry?;
            if entry.file_name() == LOCK {
                continue;
            }
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What was switched is not there any more, and what a journal names has to stay.
        if !self.waiting.join(JOURNAL).exists() {
            drop(self.lock.take());
            let _ = fs::remove_dir_all(&self.waiting);
        }
    }
}

/// Whether a run was interrupted after its journal was put down.
pub(crate) fn is_unfinished(folder: &Path) -> bool {
    folder.join(WAITING).join(JOURNAL).exists()
}

/// Finishes a switch that was interrupted.
fn settle(folder: &Path) -> Result<(), ExportError> {
    let path = folder.join(WAITING).join(JOURNAL);
    let journal = match fs::read_to_string(&path) {
        Ok(journal) => journal,
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            return Ok(());
        }
        Err(error) => return Err(ExportError::reading(&path, &error)),
    };
    let steps = journal.lines().map(serde_json::from_str).collect::<Result<Vec<Step>, _>>();
    let inside = |step: &Step| {
        let (Step::Put(path) | Step::Cut(path)) = step;
        Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
    };
    match steps {
        Ok(steps) if steps.iter().all(inside) => carry_out(folder, &steps),
        _ => Err(ExportError::ForeignManifest(path)),
    }
}

/// Does what a journal says, as often as it takes: a step that was taken already changes nothing.
fn carry_out(folder: &Path, steps: &[Step]) -> Result<(), ExportError> {
    let waiting = folder.join(WAITING);
    let files = waiting.join("files");
    for step in steps {
        match step {
            Step::Put(path) => {
                let to = joined(folder, path);
                let failed = |error| ExportError::writing(&to, &error);
                let from = joined(&files, path);
                let moved = fs::rename(&from, &to).or_else(|error| match to.parent() {
                    Some(parent) if error.kind() == io::ErrorKind::NotFound && from.exists() => {
                        fs::create_dir_all(parent)?;
                        fs::rename(&from, &to)
                    }
                    _ => Err(error),
                });
                match moved {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    moved => moved.map_err(failed)?,
                }
            }
            Step::Cut(path) => {
                let path = joined(folder, path);
                match fs::remove_file(&path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(ExportError::writing(&path, &error));
                    }
                    _ => remove_empty(folder, path.parent()),
                }
            }
        }
    }
    let journal = waiting.join(JOURNAL);
    fs::remove_file(&journal).map_err(|error| ExportError::writing(&journal, &error))?;
    // The site stands; what is left of the way to it goes with the next run at the latest.
    let _ = fs::remove_dir_all(&waiting);
    Ok(())
}

/// Removes folders of the site as far up as they are empty.
fn remove_empty(folder: &Path, mut parent: Option<&Path>) {
    while let Some(empty) = parent.filter(|parent| *parent != folder) {
        if fs::remove_dir(empty).is_err() {
            return;
        }
        parent = empty.parent();
    }
}

/// Where a whole new folder can be made: beside the place it will take, on the same disk.
fn beside(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_string_lossy();
    let parent = folder
        .parent()
        .map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent })?;
    (on_one_disk(parent, folder)).then(|| parent.join(format!(".{name}{WAITING}")))
}

#[cfg(unix)]
fn on_one_disk(parent: &Path, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(parent), fs::symlink_metadata(folder)) {
        (Ok(parent), Ok(folder)) => folder.is_dir() && parent.dev() == folder.dev(),
        _ => true,
    }
}

#[cfg(not(unix))]
fn on_one_disk(_: &Path, _: &Path) -> bool {
    true
}

/// Whether nothing is there, or a folder with nothing in it.
fn is_bare(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// A path of the site in a folder.
pub(super) fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_owned();
    joined.extend(path.split('/').filter(|name| !name.is_empty()));
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(place: &Place, path: &str, text: &str) -> Step {
        place.make_room([path].into_iter()).unwrap();
        fs::write(place.new_file(path), text).unwrap();
        Step::Put(path.to_owned())
    }

    #[test]
    fn an_empty_place_gets_the_whole_folder_at_once() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("site");
        let place = Place::take(&folder).unwrap();
        let steps = [put(&place, "2026/a.html", "A")];
        assert!(!folder.exists());
        place.switch(&steps).unwrap();
        assert_eq!(fs::read_to_string(folder.join("2026/a.html")).unwrap(), "A");
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1, "nothing is left beside it");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn what_is_left_half_done_is_finished_or_forgotten() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path();
        fs::write(folder.join("CNAME"), "news.vestmark.example").unwrap();
        fs::create_dir(folder.join("2025")).unwrap();
        fs::write(folder.join("2025/old.html"), "Old").unwrap();
        let place = Place::take(folder).unwrap();
        put(&place, "2026/never.html", "Never");
        place.leave();
        assert!(!folder.join("2026").exists() && !folder.join(WAITING).exists());

        let place = Place::take(folder).unwrap();
        let steps = [
            put(&place, "2026/a.html", "A"),
            put(&place, "index.html", "I"),
            Step::Cut("2025/old.html".into()),
        ];
        // As if the power went when the journal was down and one file had moved.
        let lines: Vec<_> = steps.iter().map(|step| serde_json::to_string(step).unwrap()).collect();
        fs::write(folder.join(WAITING).join(JOURNAL), lines.join("\n")).unwrap();
        fs::rename(place.new_file("index.html"), folder.join("index.html")).unwrap();
        drop(place);
        assert!(is_unfinished(folder));
        Place::take(folder).unwrap().leave();
        assert_eq!(fs::read_to_string(folder.join("2026/a.html")).unwrap(), "A");
        assert!(!folder.join("2025").exists());
        assert!(folder.join("CNAME").exists() && !is_unfinished(folder));
    }

    #[test]
    fn one_run_at_a_time() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("site");
        let first = Place::take(&folder).unwrap();
        assert!(matches!(Place::take(&folder), Err(ExportError::Busy(_))));
        first.leave();
        Place::take(&folder).unwrap().leave();
    }

    #[test]
    fn a_journal_that_leads_outside_is_not_ours() {
        let room = tempfile::tempdir().unwrap();
        fs::create_dir(room.path().join(WAITING)).unwrap();
        let journal = serde_json::to_string(&Step::Cut("../precious".into())).unwrap();
        fs::write(room.path().join(WAITING).join(JOURNAL), journal).unwrap();
        assert!(Place::take(room.path()).is_err());
    }
}
