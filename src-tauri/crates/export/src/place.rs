//! The folder of an export, and the one moment at which it changes.
//!
//! Files are written beside what is there, never into it. A folder that is missing is made beside
//! its place and takes it in one step. In a folder that is there the new files wait in
//! `.dateline-new` until all of them are written; then a journal is put down, and they are moved to
//! their places: pages before the lists that name them, what is gone after. Whoever is interrupted
//! before the journal leaves the folder as it was. Afterwards the next run finishes what the journal
//! says before it does anything else, so that all that is new stands.
//!
//! To make a file costs as much as everything that is done for what stands in it. So each is opened,
//! written and closed, and nothing is asked about a folder of which it is known that nothing was in
//! it.
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

/// Where new files wait inside a folder.
const WAITING: &str = ".dateline-new";
/// The journal among them.
const JOURNAL: &str = "journal";
/// The lock of whoever writes them.
const LOCK: &str = "lock";

/// A folder while it is written.
pub(crate) struct Place {
    folder: PathBuf,
    /// Where new files wait.
    waiting: PathBuf,
    /// Whether what waits becomes the folder as it is.
    whole: bool,
    /// Whether the disk has the bytes of a file before the file takes its place.
    flushed: bool,
    lock: Option<File>,
}

/// What the journal says, a line each.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Step {
    /// A file that moves to its place.
    Put(String),
    /// A file that goes.
    Cut(String),
}

impl Place {
    /// Takes the folder, for one run at a time, and finishes what an earlier run left behind.
    pub(crate) fn take(folder: &Path) -> Result<Self, ExportError> {
        settle(folder)?;
        let may_be_made = |place: &PathBuf| fs::create_dir_all(place).is_ok();
        let whole = beside(folder).filter(|_| is_missing(folder)).filter(may_be_made);
        let waiting = whole.clone().unwrap_or_else(|| folder.join(WAITING));
        let failed = |error| ExportError::writing(folder, &error);
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
        let (folder, whole) = (folder.to_owned(), whole.is_some());
        let place = Self { folder, waiting, whole, flushed: false, lock: Some(lock) };
        let cleared = place.clear().and_then(|()| fs::create_dir_all(place.new_file("")));
        cleared.map_err(|error| ExportError::writing(&place.folder, &error))?;
        Ok(place)
    }

    /// The same, with every file on the disk before it takes its place, so that not even a loss of
    /// power shows half of one. That is for few files: for ten thousand the disk takes as long as
    /// everything else together, and their manifest tells whether they have to be made again.
    pub(crate) fn flushed(mut self) -> Self {
        self.flushed = true;
        self
    }

    /// Whether nothing was there, so that nothing can be in the way.
    pub(crate) fn is_new(&self) -> bool {
        self.whole
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folders in which these files will wait.
    pub(crate) fn make_room<'p>(
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

    /// Writes a file to where it waits; there has to be room for it.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let waiting = self.new_file(path);
        let written = || {
            let mut file = File::create(&waiting)?;
            file.write_all(bytes)?;
            if self.flushed { file.sync_all() } else { Ok(()) }
        };
        // Where it waits means nothing to anybody.
        written().map_err(|error| ExportError::writing(&joined(&self.folder, path), &error))
    }

    /// Where a new file waits.
    pub(crate) fn new_file(&self, path: &str) -> PathBuf {
        if self.whole {
            joined(&self.waiting, path)
        } else {
            joined(&self.waiting.join("files"), path)
        }
    }

    /// The one moment: from here on what is new stands, whatever happens.
    pub(crate) fn switch(mut self, steps: &[Step]) -> Result<(), ExportError> {
        if self.whole {
            drop(self.lock.take());
            let switched = || {
                fs::remove_file(self.waiting.join(LOCK))?;
                fs::rename(&self.waiting, &self.folder)?;
                match self.folder.parent() {
                    Some(parent) if self.flushed => {
                        sync(&self.folder)?;
                        sync(parent)
                    }
                    _ => Ok(()),
                }
            };
            return switched().map_err(|error| ExportError::writing(&self.folder, &error));
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
        carry_out(&self.folder, steps)?;
        let flushed = if self.flushed { sync(&self.folder) } else { Ok(()) };
        flushed.map_err(|error| ExportError::writing(&self.folder, &error))
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

/// A place that is let go before its switch leaves the folder as it was.
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
        stays_inside(path)
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
    // All of it stands; what is left of the way to it goes with the next run at the latest.
    let _ = fs::remove_dir_all(&waiting);
    Ok(())
}

/// Makes the new names in a folder last. Windows has no such call and needs none.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    let here = folder.as_os_str().is_empty();
    File::open(if here { Path::new(".") } else { folder })?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Removes folders as far up as they are empty.
fn remove_empty(folder: &Path, mut parent: Option<&Path>) {
    while let Some(empty) = parent.filter(|parent| *parent != folder) {
        if fs::remove_dir(empty).is_err() {
            return;
        }
        parent = empty.parent();
    }
}

/// Where a whole new folder can be made: beside the place it will take.
fn beside(folder: &Path) -> Option<PathBuf> {
    let name = folder.file_name()?.to_string_lossy();
    Some(folder.with_file_name(format!(".{name}{WAITING}")))
}

/// Whether nothing is there. An empty folder is something: whoever made it has said who may look
/// into it.
fn is_missing(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Whether a path leads to a place in the folder that it is read from, and not out of it.
pub(crate) fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// A path with `/` between names, in a folder.
pub(crate) fn joined(folder: &Path, path: &str) -> PathBuf {
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
        drop(place);
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
        drop(Place::take(folder).unwrap());
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
        drop(first);
        drop(Place::take(&folder).unwrap());
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
