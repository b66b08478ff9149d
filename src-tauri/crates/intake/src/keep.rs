//! Puts drafts onto the desk.

use chrono::{DateTime, Utc};
use dateline_import::{Draft, Image};
use dateline_model::{ReleaseId, Sentence, Stage, say};
use dateline_store::{Cause, Desk, DeskError, NewRelease};

/// A draft that is on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// The new release.
    pub id: ReleaseId,
    /// Its headline.
    pub headline: String,
    /// Where it came from: the file's name, with the line where a file holds many.
    pub source: String,
    /// What was recognised, moved or left out, a sentence each.
    pub notes: Vec<Sentence>,
}

/// Puts drafts onto the desk with their pictures, all or none, in the order given.
///
/// # Errors
/// When the desk cannot be written; pictures that are there already stay, since no text needs them.
pub fn keep(
    desk: &Desk,
    drafts: Vec<Draft>,
    author: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Drafted>, DeskError> {
    let mut told = Vec::with_capacity(drafts.len());
    let mut new = Vec::with_capacity(drafts.len());
    for draft in drafts {
        keep_pictures(desk, &draft.images)?;
        let stage = draft.stage.unwrap_or_default();
        let mut notes = draft.notes;
        if stage == Stage::Approved {
            notes.push(say!("Taken as in review: nobody on this desk has approved it yet."));
        }
        told.push((draft.content.headline.clone(), draft.source.clone(), notes));
        new.push(NewRelease {
            content: draft.content,
            section: draft.section.unwrap_or_default(),
            tags: draft.tags,
            stage,
            reference: draft.reference,
            cause: Cause::Imported,
            source: Some(draft.source),
        });
    }
    let ids = desk.create_releases(new, author, now)?;
    let drafted = |(id, (headline, source, notes))| Drafted { id, headline, source, notes };
    Ok(ids.into_iter().zip(told).map(drafted).collect())
}

/// Puts the pictures of what came in onto the desk, where the figures of its text find them by name.
///
/// # Errors
/// When the desk cannot be written.
pub fn keep_pictures(desk: &Desk, pictures: &[Image]) -> Result<(), DeskError> {
    for picture in pictures {
        desk.put_image(&picture.bytes, &picture.media_type, picture.width, picture.height)?;
    }
    Ok(())
}
