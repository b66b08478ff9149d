//! `correction`: puts right what is out: a draft to begin with, what it changes, who has the wrong text.

use clap::Subcommand;
use dateline_model::ReleaseId;
use dateline_render::proposed_correction;
use dateline_store::{Cause, Desk};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Put right what is out: begin a correction, say what it changes, and see who has the wrong text.
#[derive(Subcommand)]
pub(crate) enum Correction {
    /// Begin a correction of a release that is out, with its words to put right.
    New {
        /// The release that is wrong.
        id: ReleaseId,
    },
    /// Say what a correction changes, and where, from the difference of the two texts.
    Propose {
        /// The correction.
        id: ReleaseId,
        /// Write it into the correction.
        #[arg(long)]
        write: bool,
    },
    /// List the files in which a release went out, to tell those who have the wrong text.
    Exports {
        /// The release that is wrong, or its correction.
        id: ReleaseId,
    },
}

impl Correction {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        match self {
            Self::New { id } => {
                let draft = desk.correct(id, &session.user(), session.now)?;
                output.json(&json!({ "id": draft.id, "corrects": id }))?;
                say(&format!(
                    "Put the text of release {} right; `correction propose {0} --write` then says what changed.",
                    draft.id
                ));
                exports(&desk, id, output)
            }
            Self::Propose { id, write } => propose(&desk, id, write, session, output),
            Self::Exports { id } => {
                let release = desk.release(id)?;
                let wrong = desk.corrected(&release.content)?.map_or(id, |original| original.id);
                exports(&desk, wrong, output)
            }
        }
    }
}

fn propose(
    desk: &Desk,
    id: ReleaseId,
    write: bool,
    session: &Session,
    output: &mut Output,
) -> Result<(), Failure> {
    let release = desk.release(id)?;
    let original = desk.corrected(&release.content)?.ok_or_else(|| {
        Failure::Refused(format!(
            "Release {id} does not say what it corrects. Make it a correction (`set {id} kind=correction`) and name the release (`set {id} corrects=…`)."
        ))
    })?;
    let what = proposed_correction(&original.content, &release.content);
    if what.is_empty() {
        return Err(Failure::Refused(format!(
            "Release {id} still has the words of release {}. Put them right first.",
            original.id
        )));
    }
    output.json(&json!({ "id": id, "corrects": original.id, "what": what }))?;
    if write {
        let mut content = release.content;
        if let Some(correction) = &mut content.correction {
            correction.what = what;
        }
        desk.save(id, release.revision, &content, Cause::Edited, &session.user(), session.now)?;
    }
    Ok(())
}

fn exports(desk: &Desk, id: ReleaseId, output: &mut Output) -> Result<(), Failure> {
    let records = desk.exports(id)?;
    for record in &records {
        output.json(&json!({
            "file": record.path,
            "format": record.format,
            "revision": record.revision,
            "bulletin": record.bulletin,
            "draft": record.draft,
            "at": record.at,
            "by": record.by,
        }))?;
    }
    say(&match records.len() {
        0 => format!("Release {id} never left this desk."),
        1 => format!("Release {id} went out in one file."),
        n => format!("Release {id} went out in {n} files."),
    });
    Ok(())
}
