//! One window for each desk: a second start with the same desk brings the first window to the front.
//!
//! Whoever has the window holds a lock on a file that is named after the desk. Whoever comes second
//! cannot have the lock, leaves a call beside it, and is answered when the call is taken away. Lock
//! and call are plain files of this account, so that it works alike on every system, and a program
//! that crashed holds nothing.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::mpsc::channel,
    time::{Duration, Instant},
};

use notify_debouncer_full::notify::{self, RecursiveMode, Watcher};

/// How long a window may take to answer, on a machine that is busy starting other things.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the lock and the call for a desk lie.
#[derive(Debug)]
struct Door {
    lock: PathBuf,
    call: PathBuf,
}

/// The right to show a desk; it lasts as long as this is kept.
#[derive(Debug)]
pub(crate) struct Claim {
    door: Door,
    _lock: File,
}

/// Who shows a desk.
#[derive(Debug)]
pub(crate) enum Claimed {
    /// This program, from now on.
    Here(Claim),
    /// A window that is open, and has come to the front.
    Elsewhere,
    /// A window that is open and does not answer.
    Silent,
}

/// Claims a desk, or calls the window that has it. `folder` belongs to this account.
///
/// # Errors
/// When the folder cannot be used.
pub(crate) fn claim(desk: &Path, folder: &Path) -> io::Result<Claimed> {
    fs::create_dir_all(folder)?;
    let name = dateline_store::sha256(place(desk)?.as_os_str().as_encoded_bytes());
    let door = Door {
        lock: folder.join(format!("{name}.lock")),
        call: folder.join(format!("{name}.call")),
    };
    let lock = File::create(&door.lock)?;
    match lock.try_lock() {
        Ok(()) => {
            // A call that nobody took was for a window that is gone.
            let _ = fs::remove_file(&door.call);
            Ok(Claimed::Here(Claim { door, _lock: lock }))
        }
        Err(TryLockError::WouldBlock) => door.knock(),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

impl Claim {
    /// Answers every call from now on, for as long as the program runs.
    pub(crate) fn answer(self, mut come: impl FnMut() + Send + 'static) -> notify::Result<()> {
        let folder = self.door.folder().to_owned();
        let (wake, wakes) = channel();
        let mut watcher = notify::recommended_watcher(move |_| {
            // Whoever listens ends with the program.
            let _ = wake.send(());
        })?;
        watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        std::thread::spawn(move || {
            // The thread keeps the lock as well, for as long as it runs.
            let (claim, _watched) = (self, watcher);
            let call = &claim.door.call;
            // A call may have come before the watch began.
            let mut there = call.exists();
            loop {
                if there {
                    come();
                    let _ = fs::remove_file(call);
                }
                if wakes.recv().is_err() {
                    return;
                }
                there = call.exists();
            }
        });
        Ok(())
    }
}

impl Door {
    fn folder(&self) -> &Path {
        self.call.parent().unwrap_or(Path::new("."))
    }

    /// Leaves a call, and waits until it is taken away.
    fn knock(&self) -> io::Result<Claimed> {
        let (wake, wakes) = channel();
        let mut watcher = notify::recommended_watcher(move |_| {
            let _ = wake.send(());
        })
        .map_err(io::Error::other)?;
        watcher.watch(self.folder(), RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        File::create(&self.call)?;
        let until = Instant::now() + PATIENCE;
        while self.call.exists() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || wakes.recv_timeout(left).is_err() {
                let _ = fs::remove_file(&self.call);
                return Ok(Claimed::Silent);
            }
        }
        Ok(Claimed::Elsewhere)
    }
}

/// One spelling for a desk, however it was named; also for one that is yet to be made.
fn place(desk: &Path) -> io::Result<PathBuf> {
    if let Ok(place) = desk.canonicalize() {
        return Ok(place);
    }
    let whole = std::path::absolute(desk)?;
    match (whole.parent(), whole.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
        _ => Ok(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_brings_the_first_to_the_front() {
        let (desks, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let desk = desks.path().join("vestmark.dateline");
        fs::write(&desk, "").unwrap();
        let Ok(Claimed::Here(first)) = claim(&desk, folder.path()) else { panic!("nobody had it") };
        let (tell, told) = channel();
        first.answer(move || tell.send(()).unwrap()).unwrap();
        for spelling in [desk.clone(), desks.path().join(".").join("vestmark.dateline")] {
            let second = claim(&spelling, folder.path());
            assert!(matches!(second, Ok(Claimed::Elsewhere)), "{second:?}");
            told.recv_timeout(PATIENCE).unwrap();
        }
        let other = desks.path().join("harbour.dateline");
        assert!(matches!(claim(&other, folder.path()), Ok(Claimed::Here(_))));
    }

    #[test]
    fn what_a_closed_window_had_is_free() {
        let (desks, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let desk = desks.path().join("vestmark.dateline");
        drop(claim(&desk, folder.path()).unwrap());
        assert!(matches!(claim(&desk, folder.path()), Ok(Claimed::Here(_))));
    }
}
