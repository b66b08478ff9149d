//! How the program starts: which desk it opens, and what it says when it cannot.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use dateline_model::Office;
use dateline_store::Desk;

use crate::open::Open;

const USAGE: &str = "Usage: dateline [--desk FILE | FILE]";

/// Opens the desk that the arguments name, else `DATELINE_DESK`, else the one in the platform's
/// data folder, which is made when it is missing.
pub(crate) fn desk(arguments: impl Iterator<Item = OsString>) -> Result<Desk, String> {
    let named = named(arguments)?.or_else(|| std::env::var_os("DATELINE_DESK").map(PathBuf::from));
    let path = match named {
        Some(path) => path,
        None => usual()?,
    };
    let opened = if path.exists() {
        Desk::open(&path)
    } else {
        make(&path)?;
        Desk::create(&path, &Office::default())
    };
    opened.map_err(|error| error.to_string())
}

/// The window's title: whose desk, then which program.
pub(crate) fn title(open: &Open) -> String {
    match open.desk.office() {
        Ok(office) if !office.name.is_empty() => format!("{} – Dateline", office.name),
        _ => "Dateline".into(),
    }
}

/// Says why there will be no window: in a dialog for whoever clicked, on the console for whoever
/// typed.
pub(crate) fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Dateline")
        .set_description(sentence)
        .show();
    ExitCode::FAILURE
}

fn named(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, String> {
    let path = match arguments.next() {
        None => None,
        Some(word) if word == "--desk" => Some(arguments.next().ok_or(USAGE)?.into()),
        Some(word) if word.to_string_lossy().starts_with("--") => return Err(USAGE.into()),
        Some(word) => Some(word.into()),
    };
    if arguments.next().is_some() { Err(USAGE.into()) } else { Ok(path) }
}

fn usual() -> Result<PathBuf, String> {
    let folder = dirs::data_dir()
        .ok_or("This system names no folder for data. Name the desk: dateline --desk FILE.")?;
    Ok(folder.join("dateline").join("desk.dateline"))
}

fn make(path: &Path) -> Result<(), String> {
    let Some(folder) = path.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder)
        .map_err(|error| format!("The folder “{}” could not be made: {error}.", folder.display()))
}
