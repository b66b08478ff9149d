//! The desk's inbox folder, watched while the window is open.

use dateline_model::{Sentence, say, speaking};
use std::{
    fs,
    path::Path,
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
};

use dateline_intake::{Arrival, INBOX_SETTING, Unread, Watch, inbox_of, take, watch};
use tauri::{AppHandle, Emitter, Runtime};

use crate::{fault::Fault, open::Open, wire::Imported};

/// The event by which the window hears what arrived.
const ARRIVED: &str = "arrived";

/// The watch over the inbox. Clones share it.
#[derive(Clone)]
pub(crate) struct Inbox {
    watch: Arc<Mutex<Option<Watch>>>,
    told: Sender<Vec<Imported>>,
}

/// What arrives, as long as the program runs.
pub(crate) type Arrivals = Receiver<Vec<Imported>>;

impl Inbox {
    /// Nothing is watched yet.
    pub(crate) fn new() -> (Self, Arrivals) {
        let (told, arrivals) = channel();
        (Self { watch: Arc::default(), told }, arrivals)
    }
}

/// The folder, if there is one.
pub(crate) fn folder(open: &Open) -> Result<Option<String>, Fault> {
    Ok(inbox_of(&open.desk)?.map(|folder| folder.to_string_lossy().into_owned()))
}

/// Watches another folder from now on, or none.
pub(crate) fn set_folder(open: &Open, folder: Option<&str>) -> Result<(), Fault> {
    if self::folder(open)?.as_deref() == folder && is_watched(open) == folder.is_some() {
        return Ok(());
    }
    let watch = folder.map(|folder| begin(open, folder)).transpose()?;
    open.desk.set_setting(INBOX_SETTING, folder.unwrap_or_default())?;
    keep(open, watch);
    Ok(())
}

/// How many files lie in a folder, which would become drafts if it were the inbox.
pub(crate) fn waiting(folder: &str) -> Result<u32, Fault> {
    let files =
        dateline_intake::waiting(Path::new(folder)).map_err(|error| Unread::of(folder, error))?;
    Ok(u32::try_from(files.len()).unwrap_or(u32::MAX))
}

/// Watches the folder that was set, and tells the window what arrives. A folder that cannot be
/// watched is told as well; the desk opens all the same.
pub(crate) fn attend<R: Runtime>(app: AppHandle<R>, open: &Open, arrivals: Arrivals) {
    let attended = open.clone();
    std::thread::spawn(move || {
        for arrived in arrivals {
            // A window that is just closing no longer listens, which is as it should be.
            let told = speaking(attended.tongue(), || serde_json::to_value(arrived));
            if let Ok(told) = told {
                let _ = app.emit(ARRIVED, told);
            }
        }
    });
    let begun = folder(open).and_then(|folder| match folder {
        Some(folder) => begin(open, &folder).map(Some),
        None => Ok(None),
    });
    match begun {
        Ok(watch) => keep(open, watch),
        Err(fault) => tell(open, vec![refused(String::new(), fault.message)]),
    }
}

fn begin(open: &Open, folder: &str) -> Result<Watch, Fault> {
    let cannot =
        |why: Sentence| Fault::said(say!("“{folder}” cannot be the inbox: {why}", folder, why));
    let inbox = Path::new(folder);
    fs::create_dir_all(inbox)
        .map_err(|error| cannot(say!("{error}. Choose another folder.", error)))?;
    let holds_the_desk = inbox.canonicalize().is_ok_and(|inbox| {
        open.desk.path().canonicalize().is_ok_and(|desk| desk.parent() == Some(&inbox))
    });
    if holds_the_desk {
        return Err(cannot(say!(
            "the desk itself lies in it, and every file of an inbox is moved. Choose another folder."
        )));
    }
    let attended = open.clone();
    watch(inbox, move |file| {
        let by = attended.user().unwrap_or_else(|_| "Press desk".into());
        tell(&attended, arrived(take(&attended.desk, file, &by, attended.now())));
    })
    .map_err(|error| {
        cannot(say!(
            "it cannot be watched ({error}). Choose a folder of this computer.",
            error = error.to_string()
        ))
    })
}

fn is_watched(open: &Open) -> bool {
    open.inbox.watch.lock().unwrap_or_else(|broken| broken.into_inner()).is_some()
}

fn keep(open: &Open, watch: Option<Watch>) {
    *open.inbox.watch.lock().unwrap_or_else(|broken| broken.into_inner()) = watch;
}

fn tell(open: &Open, arrived: Vec<Imported>) {
    // Nobody listens while the program ends.
    let _ = open.inbox.told.send(arrived);
}

fn arrived(what: Result<Arrival, dateline_intake::InboxError>) -> Vec<Imported> {
    match what {
        Ok(Arrival::Taken { drafts, .. }) => drafts.into_iter().map(Imported::from).collect(),
        Ok(Arrival::Refused { file, reason }) => vec![refused(file, reason)],
        Err(error) => vec![refused(String::new(), error.sentence())],
    }
}

fn refused(source: String, reason: Sentence) -> Imported {
    Imported { id: None, headline: String::new(), source, notes: vec![reason] }
}
