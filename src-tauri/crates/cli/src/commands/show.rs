//! `show`: one release, as data or as the page that an export would write.

use std::borrow::Cow;

use clap::Args;
use dateline_export::{Format, Subject, preview};
use dateline_model::{Approval, Content, Release, ReleaseId, Stage};
use serde::Serialize;

use crate::{failure::Failure, output::Output, session::Session};

/// Show a release: as plain text, as data, or as the very bytes that an export would write now.
#[derive(Args)]
pub(crate) struct Show {
    /// The release's number.
    id: ReleaseId,
    /// Everything that the desk knows of it, as one JSON line.
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// The page in this format (html, fragment, email, eml, text, markdown, json); what may not
    /// leave is marked as a draft, and of what was withdrawn the notice is shown.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// A release as data: what it says and where it stands, side by side.
#[derive(Serialize)]
struct Whole<'a> {
    id: ReleaseId,
    revision: i64,
    reference: Option<&'a str>,
    stage: Stage,
    trashed: bool,
    section: &'a str,
    tags: &'a [String],
    #[serde(flatten)]
    content: Cow<'a, Content>,
    approval: Option<&'a Approval>,
    withdrawal: Option<&'a str>,
    created: chrono::DateTime<chrono::Utc>,
    modified: chrono::DateTime<chrono::Utc>,
    hash: String,
}

impl Show {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        if self.json {
            return output.json(&Whole::of(&desk.release(self.id)?));
        }
        output.bytes(&preview(
            &desk,
            Subject::Release(self.id),
            self.format,
            &session.theme(&desk, None)?,
            session.now,
        )?)
    }
}

impl<'a> Whole<'a> {
    fn of(release: &'a Release) -> Self {
        Self {
            id: release.id,
            revision: release.revision,
            reference: release.reference.as_deref(),
            stage: release.stage,
            trashed: release.trashed,
            section: &release.section,
            tags: &release.tags,
            content: release.content.settled(),
            approval: release.approval.as_ref(),
            withdrawal: release.withdrawal.as_deref(),
            created: release.created,
            modified: release.modified,
            hash: release.content.hash(),
        }
    }
}
