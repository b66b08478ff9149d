//! Watches an inbox, and hands its files on as they come to rest.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::{
    folder::waiting,
    rest::{AtRest, State},
};

/// An inbox that is being watched; dropping it ends the watch.
#[derive(Debug)]
pub struct Watch {
    /// Its end closes the channel on which the watching thread waits.
    _watcher: RecommendedWatcher,
}

/// Watches an inbox on a thread of its own. What lies there already is handed on as well.
///
/// # Errors
/// When the folder is not there, or the system can watch no more.
pub fn watch(
    inbox: &Path,
    arrived: impl FnMut(&Path) + Send + 'static,
) -> Result<Watch, notify::Error> {
    let (wake, wakes) = channel();
    let mut watcher = notify::recommended_watcher(move |_| {
        // After the end of the watch nobody listens, which is as it should be.
        let _ = wake.send(());
    })?;
    watcher.watch(inbox, RecursiveMode::NonRecursive)?;
    let inbox = inbox.to_owned();
    thread::Builder::new().name("inbox".into()).spawn(move || attend(&inbox, &wakes, arrived))?;
    Ok(Watch { _watcher: watcher })
}

fn attend(inbox: &Path, wakes: &Receiver<()>, mut arrived: impl FnMut(&Path)) {
    let mut files = AtRest::default();
    loop {
        let (resting, wait) = files.look(&seen(inbox), Instant::now());
        resting.iter().for_each(|file| arrived(file));
        // What was just moved away has woken us already; the next look forgets it.
        match wait.map_or_else(|| wakes.recv().map_err(RecvTimeoutError::from), within(wakes)) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn within(wakes: &Receiver<()>) -> impl FnOnce(Duration) -> Result<(), RecvTimeoutError> {
    |wait| wakes.recv_timeout(wait)
}

/// The files as they are now. A folder that is gone for a while, a network drive say, holds none.
fn seen(inbox: &Path) -> Vec<(PathBuf, State)> {
    let files = waiting(inbox).unwrap_or_default().into_iter();
    let states = files.filter_map(|file| {
        let data = fs::metadata(&file).ok()?;
        Some((file, (data.len(), data.modified().ok())))
    });
    states.collect()
}
