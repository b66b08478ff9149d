//! Takes one file: onto the desk and into `done`, or into `refused` with its reason.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use dateline_import::{Draft, check_size, read};
use dateline_model::{ReleaseId, Stage};
use dateline_store::{Cause, Desk, DeskError, NewRelease};

use crate::folder::{DONE, REFUSED, put_away};

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
        /// Why, and what to do, as a sentence.
        reason: String,
    },
}

/// A draft from the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// The new release.
    pub id: ReleaseId,
    /// Its headline.
    pub headline: String,
    /// What was recognised, moved or left out, a sentence each.
    pub notes: Vec<String>,
}

/// Why a file stays in the inbox.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// The desk could not take it.
    #[error("“{file}” stays in the inbox: {source}")]
    Desk {
        /// The file's name.
        file: String,
        /// What the desk says.
        source: DeskError,
    },
    /// The folder does not let it go.
    #[error(
        "“{file}” stays in the inbox, because it cannot be moved: {source}. Give this account the right to write in “{}”.",
        .inbox.display()
    )]
    Folder {
        /// The file's name.
        file: String,
        /// The inbox.
        inbox: PathBuf,
        /// What the system says.
        source: io::Error,
    },
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
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let stays = |source| InboxError::Desk { file: name.clone(), source };
    let stuck = |source| InboxError::Folder {
        file: name.clone(),
        inbox: file.parent().unwrap_or(Path::new(".")).to_owned(),
        source,
    };
    let today = now.with_timezone(&desk.office().map_err(stays)?.zone).date_naive();
    match drafts(file, &name, today) {
        Ok(drafts) => {
            let drafts = keep(desk, drafts, author, now).map_err(stays)?;
            put_away(file, DONE).map_err(stuck)?;
            Ok(Arrival::Taken { file: name, drafts })
        }
        Err(reason) => {
            let place = put_away(file, REFUSED).map_err(stuck)?;
            let mut beside = place.into_os_string();
            beside.push(".txt");
            fs::write(beside, format!("{reason}\n")).map_err(stuck)?;
            Ok(Arrival::Refused { file: name, reason })
        }
    }
}

/// The drafts of a file, or why there are none.
fn drafts(file: &Path, name: &str, today: chrono::NaiveDate) -> Result<Vec<Draft>, String> {
    let unreadable = |error: io::Error| {
        format!("“{name}” could not be read: {error}. Drop it again, or bring it in by hand.")
    };
    let size = fs::metadata(file).map_err(unreadable)?.len();
    check_size(name, size).map_err(|refusal| refusal.to_string())?;
    let bytes = fs::read(file).map_err(unreadable)?;
    read(name, &bytes, today).map_err(|refusal| refusal.to_string())
}

/// Puts drafts on the desk, all or none.
fn keep(
    desk: &Desk,
    drafts: Vec<Draft>,
    author: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Drafted>, DeskError> {
    let (mut new, mut told) = (Vec::new(), Vec::new());
    for draft in drafts {
        for image in &draft.images {
            desk.put_image(&image.bytes, &image.media_type, image.width, image.height)?;
        }
        told.push((draft.content.headline.clone(), draft.notes));
        new.push(NewRelease {
            content: draft.content,
            section: draft.section.unwrap_or_default(),
            tags: draft.tags,
            stage: Stage::Draft,
            reference: draft.reference,
            cause: Cause::Imported,
            source: Some(draft.source),
        });
    }
    let ids = desk.create_releases(new, author, now)?;
    let drafted = |(id, (headline, notes))| Drafted { id, headline, notes };
    Ok(ids.into_iter().zip(told).map(drafted).collect())
}
