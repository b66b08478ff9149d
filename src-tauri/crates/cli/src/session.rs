//! What one call of the program knows: its desk, the time, and who is at the keyboard.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use chrono::{DateTime, NaiveDate, Utc};
use dateline_copydesk::keep_archive;
use dateline_export::{Theme, Themes};
use dateline_model::Office;
use dateline_store::{Desk, usual_desk};

use crate::failure::Failure;

/// One call of the program.
pub(crate) struct Session {
    desk: Option<PathBuf>,
    /// The moment of the call; everything that it does carries this time.
    pub(crate) now: DateTime<Utc>,
}

impl Session {
    /// Begins with the desk as it was named, if it was. An empty name, as a script leaves it in
    /// the environment, is none.
    pub(crate) fn begin(desk: Option<OsString>) -> Self {
        let desk = desk.filter(|name| !name.is_empty()).map(PathBuf::from);
        Self { desk, now: SystemTime::now().into() }
    }

    /// Whether the call or its environment names a desk that is there.
    pub(crate) fn has_desk(&self) -> bool {
        self.desk.as_ref().is_some_and(|path| path.exists())
    }

    /// The desk file that was named, else the one in the platform's data folder.
    pub(crate) fn desk_path(&self) -> Result<PathBuf, Failure> {
        match &self.desk {
            Some(path) => Ok(path.clone()),
            None => usual_desk().ok_or_else(|| {
                Failure::Refused(
                    "This system names no folder for data. Name the desk file with --desk or \
                     DATELINE_DESK."
                        .to_owned(),
                )
            }),
        }
    }

    /// Opens the desk.
    pub(crate) fn open(&self) -> Result<Desk, Failure> {
        let path = self.desk_path()?;
        let missing =
            fs::symlink_metadata(&path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        if missing {
            return Err(Failure::Refused(format!(
                "There is no desk at “{}”. Make one with `dateline-cli --desk FILE init`, or name \
                 another with --desk or DATELINE_DESK.",
                path.display()
            )));
        }
        let desk = Desk::open(&path)?;
        keep_archive(&desk)?;
        Ok(desk)
    }

    /// The theme that was named, else the desk's.
    pub(crate) fn theme(&self, desk: &Desk, name: Option<&str>) -> Result<Theme, Failure> {
        let themes = Themes::of_the_account();
        Ok(match name {
            Some(name) => themes.open(name)?,
            None => themes.of(desk)?,
        })
    }

    /// Makes the desk, and the folder for it.
    pub(crate) fn create(&self, office: &Office) -> Result<Desk, Failure> {
        let path = self.desk_path()?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| {
                let why = match error.kind() {
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                        "there is a file of that name. Name the desk in another folder.".to_owned()
                    }
                    io::ErrorKind::PermissionDenied => {
                        "permission is denied. Name the desk in a folder of your own.".to_owned()
                    }
                    _ => format!("{error}."),
                };
                Failure::Refused(format!(
                    "The folder “{}” for the desk could not be made: {why}",
                    folder.display()
                ))
            })?;
        }
        let desk = Desk::create(&path, office)?;
        keep_archive(&desk)?;
        Ok(desk)
    }

    /// The day it is for the office: the one by which dates without a year are read.
    pub(crate) fn today(&self, office: &Office) -> NaiveDate {
        self.now.with_timezone(&office.zone).date_naive()
    }

    /// Who is at the keyboard, by the system's own name for them.
    pub(crate) fn user(&self) -> String {
        whoami::username()
            .ok()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "somebody".to_owned())
    }
}

/// A path as it stands in JSON.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}
