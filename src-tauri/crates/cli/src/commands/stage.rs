//! `stage`: takes a release a step on its way, or puts it into the trash.

use clap::Args;
use dateline_copydesk::CopyDesk;
use dateline_model::{Release, ReleaseId, Stage as Place};
use dateline_store::{Desk, Move};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
    words::Pile,
};

/// Take a release a step on its way: to review, approval, release, or into the trash.
#[derive(Args)]
pub(crate) struct Stage {
    /// The release's number.
    id: ReleaseId,
    /// Where to.
    #[arg(value_name = "draft|review|approved|released|withdrawn|trash")]
    to: Pile,
    /// Who decides; without it, whoever is at the keyboard.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Why; a withdrawal needs it, and so does the approval of a text with errors, unless the office
    /// lets those pass.
    #[arg(long, visible_aliases = ["reason", "override"], value_name = "TEXT")]
    why: Option<String>,
}

impl Stage {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let by = match &self.by {
            Some(by) if by.trim().is_empty() => {
                return Err(Failure::Usage("--by names nobody. Write who decides.".to_owned()));
            }
            Some(by) => by.trim().to_owned(),
            None => session.user(),
        };
        let release = match self.to {
            Pile::Trash => desk.trash(self.id, &by, session.now)?,
            Pile::Stage(stage) => self.step(&desk, stage, &by, session)?,
        };
        output.json(&json!({
            "id": release.id,
            "headline": release.content.headline,
            "stage": if release.trashed { "trash" } else { release.stage.as_str() },
            "reference": release.reference,
        }))
    }

    fn step(
        &self,
        desk: &Desk,
        stage: Place,
        by: &str,
        session: &Session,
    ) -> Result<Release, Failure> {
        let release = desk.release(self.id)?;
        if stage == Place::Approved {
            self.look_over(desk, &release)?;
            if let Some(caution) = desk.caution(self.id, stage, by)? {
                say(&caution);
            }
        }
        if release.trashed {
            desk.restore(self.id, by, session.now)?;
        }
        let (by, why) = (by.to_owned(), self.why.clone());
        let moved = desk.set_stage(self.id, Move { stage, by, why, at: session.now });
        if moved.is_err() && release.trashed {
            desk.trash(self.id, &session.user(), session.now)?;
        }
        Ok(moved?)
    }

    /// Tells what the checks think before somebody approves. It is the gate that stops errors.
    fn look_over(&self, desk: &Desk, release: &Release) -> Result<(), Failure> {
        let found = match CopyDesk::at(desk)?.0.open_errors(release)? {
            0 => return Ok(()),
            1 => "The checks found one error".to_owned(),
            n => format!("The checks found {n} errors"),
        };
        let id = release.id;
        say(&format!("{found} in release {id}; `dateline-cli check {id}` shows them."));
        if self.why.as_deref().is_none_or(|why| why.trim().is_empty()) {
            say("Until they are mended it leaves only with a reason: here with --why, or with \
                 `export --override`.");
        }
        Ok(())
    }
}
