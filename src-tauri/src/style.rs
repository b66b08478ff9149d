//! Notices when the file that the house style lives in changes, and tells the window; and has the
//! archive read what it does not know yet.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    thread,
    time::Duration,
};

use dateline_copydesk::{followed, keep_archive};
use dateline_store::Desk;
use notify_debouncer_full::{
    DebounceEventResult, Debouncer, RecommendedCache, new_debouncer,
    notify::{RecommendedWatcher, RecursiveMode},
};
use tauri::{AppHandle, Emitter, Runtime};

use crate::open::Open;

/// The event by which the window hears that texts should be checked anew.
const CHANGED: &str = "style-changed";

/// Changes that come closer together than this are one.
const PAUSE: Duration = Duration::from_millis(200);

type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// The watch over the house style's file. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct StyleWatch {
    tell: Arc<OnceLock<Box<dyn Fn() + Send + Sync>>>,
    watcher: Arc<Mutex<Option<Watcher>>>,
}

impl StyleWatch {
    /// Watches the file that the desk follows now, in place of the one before. A folder that cannot
    /// be watched costs the hurry only: each check looks at the file itself.
    pub(crate) fn watch(&self, desk: &Desk) {
        let watcher = followed(desk).ok().flatten().and_then(|file| self.over(file));
        *self.watcher.lock().unwrap_or_else(PoisonError::into_inner) = watcher;
        self.tell();
    }

    fn over(&self, file: PathBuf) -> Option<Watcher> {
        // Editors put a new file in the place of the old one, so the folder is watched.
        let (folder, name) = (file.parent()?.to_owned(), file.file_name()?.to_owned());
        let this = self.tell.clone();
        let mut watcher = new_debouncer(PAUSE, None, move |changes: DebounceEventResult| {
            let touched = changes.is_ok_and(|events| {
                let mut paths = events.iter().flat_map(|event| &event.paths);
                paths.any(|path| path.file_name() == Some(&name))
            });
            if let Some(tell) = this.get().filter(|_| touched) {
                tell();
            }
        })
        .ok()?;
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
        Some(watcher)
    }

    fn tell(&self) {
        if let Some(tell) = self.tell.get() {
            tell();
        }
    }
}

/// Begins to watch, and reads in the background what the archive does not know yet: a desk from
/// before it had one takes a while.
pub(crate) fn attend<R: Runtime>(app: AppHandle<R>, open: &Open) {
    // A window that is just closing no longer listens, which is as it should be.
    let tell = move || drop(app.emit(CHANGED, ()));
    let _ = open.style.tell.set(Box::new(tell));
    open.style.watch(&open.desk);
    let (desk, style) = (open.desk.clone(), open.style.clone());
    thread::spawn(move || {
        let mut read = 0;
        // A desk that cannot be read or written now is asked again at the next start.
        if keep_archive(&desk).is_ok() {
            while let Ok(more @ 1..) = desk.catch_up() {
                read += more;
            }
        }
        if read > 0 {
            style.tell();
        }
    });
}
