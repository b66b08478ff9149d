//! What the house has decided about the gate, as the desk keeps it, and what the checks say to it.

use dateline_check::{HouseStyle, NoArchive, Severity, check};
use dateline_model::Content;
use dateline_store::{Desk, DeskError};

use crate::HouseRules;

/// The setting that says whether error-level findings stop a release: `on` or `off`, which is the
/// default.
pub const ERRORS_STOP_SETTING: &str = "errors-stop";

impl HouseRules {
    /// The rules of a desk, with the reason for an override if there is one.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn of(desk: &Desk, override_reason: Option<&str>) -> Result<Self, DeskError> {
        let errors_stop = desk.setting(ERRORS_STOP_SETTING)?.is_some_and(|value| value == "on");
        let override_reason = override_reason.filter(|why| !why.trim().is_empty());
        Ok(Self { errors_stop, override_reason: override_reason.map(str::to_owned) })
    }

    /// Whether so many open errors keep a text from being approved.
    pub fn stops(&self, errors: usize) -> bool {
        self.errors_stop && errors > 0 && self.override_reason.is_none()
    }
}

/// How many error-level findings the checks have for a text.
pub fn open_errors(content: &Content) -> usize {
    check(content, &HouseStyle::default(), &NoArchive)
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count()
}
