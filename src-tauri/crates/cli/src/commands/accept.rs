//! `accept`: says that a finding of the checks may stand, and why.

use clap::Args;
use dateline_check::Exception;
use dateline_copydesk::{accept, except};
use dateline_model::ReleaseId;
use serde_json::json;

use super::check::at;
use crate::{failure::Failure, output::Output, session::Session};

/// Accept a finding of the checks, with a reason.
#[derive(Args)]
pub(crate) struct Accept {
    /// The release's number.
    id: ReleaseId,
    /// The finding's key, as `check --json` prints it.
    key: String,
    /// Why it may stand.
    #[arg(long, value_name = "TEXT", required_unless_present = "take_back")]
    why: Option<String>,
    /// In this office for good: findings of the rule about these words are none any more.
    #[arg(long, conflicts_with = "take_back")]
    for_good: bool,
    /// Take the acceptance back.
    #[arg(long)]
    take_back: bool,
}

impl Accept {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let by = session.user();
        if self.take_back {
            desk.take_acceptance_back(self.id, &self.key, &by, session.now)?;
            return output.json(&json!({ "id": self.id, "key": self.key, "accepted": false }));
        }
        while desk.catch_up()? > 0 {}
        let release = desk.release(self.id)?;
        let review = at(&desk)?.review(Some(self.id), &release.content)?;
        let mut all = review.open.iter().chain(&review.accepted);
        let finding = all.find(|finding| finding.key == self.key).ok_or_else(|| {
            Failure::Refused(format!(
                "The checks find nothing under the key “{}” in release {}. \
                 `dateline-cli check {} --json` shows what they find.",
                self.key, self.id, self.id
            ))
        })?;
        let why = self.why.unwrap_or_default();
        accept(&desk, self.id, finding, &why, &by, session.now)?;
        if self.for_good {
            let (rule, words) = (finding.rule.to_owned(), finding.excerpt.clone());
            except(&desk, Exception { rule, words, why })?;
        }
        output.json(&json!({
            "id": self.id,
            "key": self.key,
            "rule": finding.rule,
            "excerpt": finding.excerpt,
            "accepted": true,
        }))
    }
}
