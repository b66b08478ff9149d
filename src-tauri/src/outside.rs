//! Notices when another program changes the desk, or a theme, and tells the window.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use notify_debouncer_full::{DebounceEventResult, new_debouncer, notify::RecursiveMode};
use tauri::{AppHandle, Emitter, Runtime};

use crate::open::Open;

/// The event by which the window hears of it.
const CHANGED: &str = "desk-changed";

/// Changes that come closer together than this are one.
const PAUSE: Duration = Duration::from_millis(200);

/// Watches the desk file and its log for as long as the program runs. The watch only wakes; SQLite
/// then says whether the change was somebody else's.
pub(crate) fn watch<R: Runtime>(
    app: AppHandle<R>,
    open: Open,
) -> Result<(), Box<dyn std::error::Error>> {
    let desk = open.desk.path().canonicalize()?;
    let folder = desk.parent().map(PathBuf::from).unwrap_or_default();
    let name = desk.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut seen = open.desk.writes_of_others()?;
    let mut watcher = new_debouncer(PAUSE, None, move |changes: DebounceEventResult| {
        let touched = changes.is_ok_and(|events| {
            events.iter().flat_map(|event| &event.paths).any(|path| {
                path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&name))
            })
        });
        let Ok(writes) = open.desk.writes_of_others() else { return };
        if touched && writes != seen {
            seen = writes;
            // A window that is just closing no longer listens, which is as it should be.
            let _ = app.emit(CHANGED, ());
        }
    })?;
    watcher.watch(&folder, RecursiveMode::NonRecursive)?;
    // It lives as long as the program does; there is no one to hand it to.
    std::mem::forget(watcher);
    Ok(())
}

/// The event by which the window hears that a theme was saved.
const THEMES_CHANGED: &str = "themes-changed";

/// An editor that saves a template makes two or three changes at once. Whoever designs a page wants
/// to see it the moment it is saved.
const AT_ONCE: Duration = Duration::from_millis(40);

/// Watches the office's own themes. Where their folder cannot be made there are none to watch.
pub(crate) fn watch_themes<R: Runtime>(
    app: AppHandle<R>,
    folder: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    if std::fs::create_dir_all(folder).is_err() {
        return Ok(());
    }
    let mut watcher = new_debouncer(AT_ONCE, None, move |changes: DebounceEventResult| {
        // To read a template is no change.
        if changes.is_ok_and(|events| events.iter().any(|event| !event.kind.is_access())) {
            let _ = app.emit(THEMES_CHANGED, ());
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    std::mem::forget(watcher);
    Ok(())
}
