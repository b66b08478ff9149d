//! Where this account of the computer keeps what is Dateline's, if nothing else is said.

use std::path::PathBuf;

/// The folder for what the account would take along to another computer: its desk, themes and
/// dictionaries. `None` where the system names no such place.
#[must_use]
pub fn account_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("dateline"))
}

/// The desk of an account that names none.
#[must_use]
pub fn usual_desk() -> Option<PathBuf> {
    account_folder().map(|folder| folder.join("desk.dateline"))
}
