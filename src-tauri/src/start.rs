//! How the program starts: which desk it opens, and what it says when it cannot.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use dateline_model::{Office, Sentence, say};
use dateline_store::{Desk, usual_desk};
use dateline_tongues::tongue;
use tauri::{Runtime, WebviewWindow};

use crate::{
    fault::Fault,
    instance::{self, Claim, Claimed},
    open::Open,
};

/// A desk that this program shows, or the word that another window has it.
pub(crate) enum Started {
    /// The desk, and the right to show it. There is none where the system has no place for locks;
    /// two windows are better than no window there.
    Here(Desk, Option<Claim>),
    /// Its window has come to the front.
    Elsewhere,
}

/// Opens the desk that the arguments name, else `DATELINE_DESK`, else the one in the platform's
/// data folder, which is made when it is missing.
pub(crate) fn desk(arguments: impl Iterator<Item = OsString>) -> Result<Started, Sentence> {
    let named = named(arguments)?.or_else(|| std::env::var_os("DATELINE_DESK").map(PathBuf::from));
    let path = match named {
        Some(path) => path,
        None => usual()?,
    };
    let missing = !path.exists();
    if missing {
        make(&path)?;
    }
    let windows = dirs::data_local_dir().map(|folder| folder.join("dateline").join("windows"));
    let claim = match windows.and_then(|folder| instance::claim(&path, &folder).ok()) {
        Some(Claimed::Here(claim)) => Some(claim),
        Some(Claimed::Elsewhere) => return Ok(Started::Elsewhere),
        Some(Claimed::Silent) => {
            return Err(say!(
                "{path} is open in another window, which does not answer. Close that window, then open the desk again.",
                path
            ));
        }
        None => None,
    };
    let opened = if missing { Desk::create(&path, &Office::default()) } else { Desk::open(&path) };
    Ok(Started::Here(opened.map_err(|error| error.sentence())?, claim))
}

/// The window's title: whose desk, then which program.
pub(crate) fn title(open: &Open) -> String {
    match open.desk.office() {
        Ok(office) if !office.name.is_empty() => format!("{} – Dateline", office.name),
        _ => "Dateline".into(),
    }
}

/// Shows a window that lies behind others, or in the dock.
pub(crate) fn bring_to_front<R: Runtime>(window: &WebviewWindow<R>) {
    // What the window manager does not allow, it shows in its own way.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

/// Opens the sample desk, which lies beside the open one, in a window of its own. It is made when it
/// is missing; whoever is done with it may delete the file.
pub(crate) fn sample(open: &Open) -> Result<(), Fault> {
    let path = open.desk.path().with_file_name("Port of Vestmark.dateline");
    if !path.exists() {
        let desk = Desk::create(&path, &dateline_sample::office())?;
        if let Err(error) = dateline_sample::fill(&desk, open.now()) {
            drop(desk);
            // Half a sample is of no use, and the file was made a moment ago.
            let _ = std::fs::remove_file(&path);
            return Err(error.into());
        }
    }
    let started = std::env::current_exe()
        .and_then(|program| std::process::Command::new(program).arg("--desk").arg(&path).spawn());
    started.map(|_| ()).map_err(|error| {
        Fault::said(say!(
            "The sample desk could not be opened: {error}. It lies at “{path}”; open it from there.",
            error,
            path
        ))
    })
}

/// Says why there will be no window, in the system's language: in a dialog for whoever clicked, on
/// the console for whoever typed.
pub(crate) fn refuse(why: &Sentence) -> ExitCode {
    let sentence = why.within(tongue(&sys_locale::get_locale().unwrap_or_default())).to_string();
    eprintln!("{sentence}");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Dateline")
        .set_description(&sentence)
        .show();
    ExitCode::FAILURE
}

fn named(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, Sentence> {
    let usage = || say!("Usage: dateline [--desk FILE | FILE]");
    let path = match arguments.next() {
        None => None,
        Some(word) if word == "--desk" => Some(arguments.next().ok_or_else(usage)?.into()),
        Some(word) if word.to_string_lossy().starts_with("--") => return Err(usage()),
        Some(word) => Some(word.into()),
    };
    if arguments.next().is_some() { Err(usage()) } else { Ok(path) }
}

fn usual() -> Result<PathBuf, Sentence> {
    usual_desk().ok_or_else(|| {
        say!("This system names no folder for data. Name the desk: dateline --desk FILE.")
    })
}

fn make(path: &Path) -> Result<(), Sentence> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let Some(folder) = folder else { return Ok(()) };
    std::fs::create_dir_all(folder)
        .map_err(|error| say!("The folder “{folder}” could not be made: {error}.", folder, error))
}
