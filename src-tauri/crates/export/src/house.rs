//! What the house has decided about the gate, as the desk keeps it, and what the checks say to it.

use dateline_copydesk::open_errors;
use dateline_model::{Release, Stage};
use dateline_store::{Desk, DeskError, What};

use crate::HouseRules;

/// The setting that says whether error-level findings stop a release: `on` or `off`, which is the
/// default.
pub const ERRORS_STOP_SETTING: &str = "errors-stop";

impl HouseRules {
    /// The rules of a desk.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn of(desk: &Desk) -> Result<Self, DeskError> {
        let errors_stop = desk.setting(ERRORS_STOP_SETTING)?.is_some_and(|value| value == "on");
        Ok(Self { errors_stop })
    }

    /// How many errors of a release the gate has to know about.
    pub(crate) fn errors(self, desk: &Desk, release: &Release) -> Result<usize, DeskError> {
        if !self.errors_stop || release.stage.is_out() || approved_with_reason(desk, release)? {
            return Ok(0);
        }
        open_errors(desk, release)
    }
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
