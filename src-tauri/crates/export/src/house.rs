//! What the gate has to know about a release beside its words: what the house has decided, what the
//! record says of its approval, and what the checks find.

use std::sync::{Mutex, PoisonError};

use dateline_copydesk::CopyDesk;
use dateline_model::{Release, Stage};
use dateline_store::{Desk, DeskError, Event, What};

use crate::{Consent, HouseRules, Standing, outgoing::Leave};

/// The setting that says whether error-level findings stop a release: `off`, or `on`, which is the
/// default.
pub const ERRORS_STOP_SETTING: &str = "errors-stop";

impl HouseRules {
    /// The rules of a desk.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn of(desk: &Desk) -> Result<Self, DeskError> {
        let errors_stop = desk.setting(ERRORS_STOP_SETTING)?.is_none_or(|value| value != "off");
        Ok(Self { errors_stop })
    }
}

/// Who reads the texts of a run before they leave. To make a checker takes longer than to read a
/// text with it, so one that is idle reads the next text; there are as many as threads ask at once.
pub(crate) struct Proofreaders<'a> {
    desk: &'a Desk,
    idle: Mutex<Vec<CopyDesk>>,
}

impl<'a> Proofreaders<'a> {
    pub(crate) fn of(desk: &'a Desk) -> Self {
        Self { desk, idle: Mutex::default() }
    }

    /// How many errors of a release the gate has to know about.
    pub(crate) fn errors(&self, rules: HouseRules, release: &Release) -> Result<usize, DeskError> {
        let released = release.stage.is_out();
        if !rules.errors_stop || released || approved_with_reason(self.desk, release)? {
            return Ok(0);
        }
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle().pop();
        let mut reader = match waiting {
            Some(reader) => reader,
            None => CopyDesk::at(self.desk)?.0,
        };
        let errors = reader.open_errors(release)?;
        idle().push(reader);
        Ok(errors)
    }
}

/// Where a release stands. What readers have is not looked into any more: it leaves as it is.
pub(crate) fn standing(
    desk: &Desk,
    release: &Release,
    leave: &Leave,
) -> Result<Standing, DeskError> {
    let mut standing = Standing::of(release);
    if release.stage.is_out() || release.stage == Stage::Withdrawn {
        return Ok(standing);
    }
    if standing.consent == Consent::Nobody && was_voided(&desk.events(release.id)?) {
        standing.consent = Consent::Voided;
    }
    // What nobody has approved stays, or is a draft, whatever the checks would say.
    if !leave.briefly || release.stage == Stage::Approved {
        standing.errors = leave.proofreaders.errors(leave.rules, release)?;
    }
    Ok(standing)
}

/// Whether the words were approved until somebody changed them, and nobody has taken the approval
/// back or decided anew since. `events` are the release's record, oldest first.
fn was_voided(events: &[Event]) -> bool {
    let unapproved = |stage| matches!(stage, Stage::Draft | Stage::Review);
    let decisive = events.iter().rev().find(|event| match event.what {
        What::Voided => true,
        What::Moved => !unapproved(event.from) || !unapproved(event.to),
        _ => false,
    });
    decisive.is_some_and(|event| event.what == What::Voided)
}

/// Whether whoever approved these very words said why they shall stand. The desk keeps the reason
/// in its record.
fn approved_with_reason(desk: &Desk, release: &Release) -> Result<bool, DeskError> {
    let events = desk.events(release.id)?;
    let approval =
        events.iter().rev().find(|event| event.what == What::Moved && event.to == Stage::Approved);
    Ok(approval.is_some_and(|approval| {
        let reasoned = approval.why.as_deref().is_some_and(|why| !why.trim().is_empty());
        reasoned && approval.hash == release.content.hash()
    }))
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn event(what: What, from: Stage, to: Stage) -> Event {
        Event {
            what,
            by: "Ada".into(),
            at: DateTime::UNIX_EPOCH,
            from,
            to,
            why: None,
            hash: String::new(),
            revision: 1,
        }
    }

    #[test]
    fn an_approval_is_void_until_somebody_decides_anew() {
        use Stage::{Approved, Draft, Released, Review, Withdrawn};
        let approved = event(What::Moved, Draft, Approved);
        let voided = event(What::Voided, Approved, Draft);
        let record =
            |further: &[Event]| was_voided(&[std::slice::from_ref(&approved), further].concat());
        assert!(!record(&[]));
        assert!(record(std::slice::from_ref(&voided)));
        let asked = event(What::Moved, Draft, Review);
        let planned = event(What::Planned, Review, Review);
        assert!(record(&[voided.clone(), asked, planned]));
        assert!(!record(&[event(What::Moved, Approved, Draft)]), "taken back by decision");
        assert!(!record(&[voided.clone(), approved.clone()]));
        let out = event(What::Moved, Released, Withdrawn);
        assert!(!record(&[voided, out, event(What::Moved, Withdrawn, Draft)]));
    }
}
