//! `plan`: when releases are to go out, and when embargoes end. Nothing is sent.

use chrono::{DateTime, Months, Utc};
use clap::Args;
use dateline_model::{Embargo, ReleaseId};
use dateline_store::Planned;
use serde_json::json;

use crate::{failure::Failure, output::Output, session::Session};

/// What is planned and under embargo; with a number and a time, plan that release.
#[derive(Args)]
pub(crate) struct Plan {
    /// The release to plan.
    #[arg(requires = "when")]
    id: Option<ReleaseId>,
    /// When: `2026-10-20 09:00`, in the office's zone unless it names another; `never` takes it
    /// from the plan.
    when: Option<String>,
}

/// How far ahead the calendar is shown.
const AHEAD: Months = Months::new(12);

impl Plan {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let (Some(id), Some(when)) = (self.id, self.when) else {
            // What is due and waits comes first, however long it has waited.
            let from = DateTime::UNIX_EPOCH;
            let to = session.now.checked_add_months(AHEAD).unwrap_or(DateTime::<Utc>::MAX_UTC);
            let mut calendar = desk.calendar(from, to)?;
            calendar
                .retain(|planned| planned.at >= session.now || planned.row.release_at.is_some());
            for Planned { at, what, row } in calendar {
                output.json(&json!({
                    "at": at, "what": what, "id": row.id,
                    "headline": row.headline, "stage": row.stage,
                }))?;
            }
            return Ok(());
        };
        let at = match when.trim() {
            "never" => None,
            when => Some(
                Embargo::parse(when, desk.office()?.zone)
                    .map_err(|error| Failure::Usage(error.to_string()))?
                    .until,
            ),
        };
        let release = desk.plan(id, at, &session.user(), session.now)?;
        output.json(&json!({ "id": release.id, "release_at": release.release_at }))
    }
}
