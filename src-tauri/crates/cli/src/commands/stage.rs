//! `stage`: takes a release a step on its way, or puts it into the trash.

use clap::Args;
use dateline_copydesk::open_errors;
use dateline_export::HouseRules;
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
    /// Why; a withdrawal needs it, and so does the approval of a text with errors where the office
    /// stops those.
    #[arg(long, visible_alias = "override", value_name = "TEXT")]
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

    /// Tells what the checks think before somebody approves, and stops them where the house wants
    /// it so and no reason is given.
    fn look_over(&self, desk: &Desk, release: &Release) -> Result<(), Failure> {
        let errors = open_errors(desk, release)?;
        if errors == 0 {
            return Ok(());
        }
        let found = match errors {
            1 => "The checks found one error".to_owned(),
            n => format!("The checks found {n} errors"),
        };
        let look = format!("`dateline-cli check {}` shows them", release.id);
        let reasoned = self.why.as_deref().is_some_and(|why| !why.trim().is_empty());
        if HouseRules::of(desk)?.errors_stop && !reasoned {
            return Err(Failure::Refused(format!(
                "{found} in release {}, and this office approves none with errors. {look}; mend \
                 them, or say with --why why they shall stand.",
                release.id
            )));
        }
        say(&format!("{found} in release {}; {look}.", release.id));
        Ok(())
    }
}
