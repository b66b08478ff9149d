//! Splitting a release into two, and joining two into one.
//!
//! Both are revisions like any other: the text before stands in the history, and what was joined to
//! another release lies in the trash.

use chrono::{DateTime, Utc};
use dateline_model::{Body, Content, Release, ReleaseId, RevisionId, say};

use crate::{
    Cause, Desk, DeskError, NewRelease,
    packed::Packed,
    release::{self, stands_on},
    revision::Making,
};

impl Desk {
    /// Splits a release: `stays` is what is left of it, `rest` the text that becomes a draft of its
    /// own, filed like it. The release as it is now, and the draft.
    ///
    /// # Errors
    /// `Conflict` when other words were saved since `base`.
    pub fn split(
        &self,
        id: ReleaseId,
        base: RevisionId,
        stays: &Content,
        rest: Body,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<(Release, Release), DeskError> {
        let (stays, author) = (stays.clone(), author.to_owned());
        self.write(move |desk| {
            stands_on(desk, id, base)?;
            let before = release::read(desk, id)?;
            let making = Making { cause: Cause::Split, author: &author, at: now, source: None };
            let goes = NewRelease {
                content: stays.split_off(rest),
                section: before.section,
                tags: before.tags,
                cause: Cause::Split,
                ..NewRelease::default()
            };
            release::change(desk, id, &stays, Packed::of(&stays)?, making)?;
            let new = release::make(desk, &goes, &author, now)?;
            Ok((release::read(desk, id)?, release::read(desk, new)?))
        })
    }

    /// Puts another release at the end of one; the other goes into the trash.
    ///
    /// # Errors
    /// `Conflict` when other words were saved since `base`; when both are the same release, or the
    /// other one is with readers.
    pub fn join(
        &self,
        id: ReleaseId,
        base: RevisionId,
        other: ReleaseId,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let author = author.to_owned();
        self.write(move |desk| {
            stands_on(desk, id, base)?;
            let (first, second) = (release::read(desk, id)?, release::read(desk, other)?);
            if id == other {
                return Err(DeskError::Impossible(
                    say!("A release cannot be joined to itself. Choose another one."),
                ));
            }
            if second.stage.is_out() {
                return Err(DeskError::Impossible(say!("“{headline}” is with readers, so it cannot be taken into another release. Duplicate it and join the copy.", headline = second.content.headline)));
            }
            let joined = first.content.joined(&second.content);
            let making = Making { cause: Cause::Joined, author: &author, at: now, source: None };
            release::change(desk, id, &joined, Packed::of(&joined)?, making)?;
            release::set_trashed(desk, other, true, &author, now)?;
            release::read(desk, id)
        })
    }
}
