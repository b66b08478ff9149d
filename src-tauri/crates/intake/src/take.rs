//! Takes one file: onto the desk and into `done`, or into `refused` with its reason.

use dateline_model::{Sentence, say, tells_its_sentence};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use dateline_store::{Desk, DeskError};

use crate::{
    file::{drafts_of, name_of},
    folder::{DONE, REFUSED, put_away},
    keep::{Drafted, keep},
};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is on the desk.
    Taken {
        /// The file's name.
        file: String,
        /// A draft for each release in it.
        drafts: Vec<Drafted>,
    },
    /// It could not be read.
    Refused {
        /// The file's name.
        file: String,
        /// Why, and what to do.
        reason: Sentence,
    },
}

/// Why a file stays in the inbox.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The desk could not take it.
    Desk {
        /// The file's name.
        file: String,
        /// What the desk says.
        source: DeskError,
    },
    /// The folder does not let it go.
    Folder {
        /// The file's name.
        file: String,
        /// The inbox.
        inbox: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

tells_its_sentence!(InboxError);

impl InboxError {
    /// What to tell whoever sits at the desk.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Desk { file, source } => {
                say!("“{file}” stays in the inbox: {why}", file, why = source.sentence())
            }
            Self::Folder { file, inbox, source } => say!(
                "“{file}” stays in the inbox, because it cannot be moved: {source}. Give this account the right to write in “{inbox}”.",
                file,
                source,
                inbox
            ),
        }
    }
}

/// Makes drafts of a file that lies in an inbox, and moves it to where it says what became of it.
/// Whatever stage the file names, what arrives by itself is a draft.
///
/// # Errors
/// When the desk cannot be written or the file cannot be moved; it then lies where it was.
pub fn take(
    desk: &Desk,
    file: &Path,
    author: &str,
    now: DateTime<Utc>,
) -> Result<Arrival, InboxError> {
    let name = name_of(file);
    let stays = |source| InboxError::Desk { file: name.clone(), source };
    let stuck = |source| InboxError::Folder {
        file: name.clone(),
        inbox: file.parent().unwrap_or(Path::new(".")).to_owned(),
        source,
    };
    let today = now.with_timezone(&desk.office().map_err(stays)?.zone).date_naive();
    match drafts_of(file, &name, today) {
        Ok(mut drafts) => {
            for draft in &mut drafts {
                draft.stage = None;
            }
            let drafts = keep(desk, drafts, author, now).map_err(stays)?;
            put_away(file, DONE).map_err(stuck)?;
            Ok(Arrival::Taken { file: name, drafts })
        }
        Err(unread) => {
            let reason = unread.sentence();
            let place = put_away(file, REFUSED).map_err(stuck)?;
            let mut beside = place.into_os_string();
            beside.push(".txt");
            fs::write(beside, format!("{reason}\n")).map_err(stuck)?;
            Ok(Arrival::Refused { file: name, reason })
        }
    }
}
