//! The gate: whether a text may leave the desk, and what must then stand on its face. A pure
//! function of where the text stands; it reads no desk and no clock.
//!
//! Architecture invariant: every output, the preview's included, is rendered with a [`Clearance`],
//! and nothing but this module makes one.

use chrono::{DateTime, Utc};
use dateline_model::{Embargo, EmbargoedItems, Release, Sentence, Stage, say, tells_its_sentence};
use dateline_render::Marking;

/// What the gate looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How far the release has come.
    pub stage: Stage,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// What became of its approval.
    pub consent: Consent,
    /// Until when it may not be used.
    pub embargo: Option<Embargo>,
    /// How many suggestions are neither accepted nor rejected.
    pub suggestions: usize,
    /// How many error-level findings are neither mended nor were approved with a reason.
    pub errors: usize,
}

/// Whether somebody stands behind these very words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    /// Nobody has approved them.
    Nobody,
    /// They were approved and not a word has changed since.
    Holds,
    /// They were approved and have changed since.
    Voided,
    /// They came to the desk as already released; the approval was given elsewhere.
    Elsewhere,
}

/// What the text is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be used: only what is approved or out.
    Final,
    /// As final, by the decision of somebody who gave a reason against what may be overruled.
    Overruled,
    /// To be read before it is approved: what is not approved is marked as a draft.
    Draft,
    /// To tell readers that it was withdrawn: only what was.
    Notice,
    /// To be looked at on the desk. Never refused: what may not leave is marked as a draft, and of
    /// what was withdrawn the notice is shown.
    Preview,
}

/// What the house has decided about the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HouseRules {
    /// Whether error-level findings stop a release that is not out yet, unless its approval gave
    /// the reason why they shall stand. They do, until the house decides otherwise.
    pub errors_stop: bool,
}

impl Default for HouseRules {
    fn default() -> Self {
        Self { errors_stop: true }
    }
}

/// Leave to go, and what must stand on the face, in the file name and in the metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clearance {
    /// The marks.
    pub marking: Marking,
    /// Whether it is only the notice of its withdrawal that may go.
    pub notice: bool,
    /// What spoke against it and was overruled.
    pub overruled: Vec<Reason>,
}

/// Why a text may not leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It is in the trash.
    Trashed,
    /// It was taken back.
    Withdrawn,
    /// A notice of withdrawal was asked for, and it was not withdrawn.
    NotWithdrawn,
    /// Nobody approved it.
    Unapproved(Stage),
    /// It changed after its approval.
    ApprovalVoided,
    /// A second reader suggested changes that nobody has decided on.
    OpenSuggestions(usize),
    /// The checks found errors in it.
    OpenErrors(usize),
}

tells_its_sentence!(Reason);

impl Reason {
    /// The reason, without a full stop.
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Trashed => say!("it lies in the trash. Restore it first"),
            Self::Withdrawn => {
                say!("it was withdrawn. Only the notice of its withdrawal may leave")
            }
            Self::NotWithdrawn => say!("it was not withdrawn, so there is no notice of it"),
            Self::Unapproved(stage) => say!(
                "it is not approved (stage: {stage}). Approve it, or let it leave marked as a draft",
                stage
            ),
            Self::ApprovalVoided => {
                say!("its text has changed since it was approved. Approve it again")
            }
            Self::OpenSuggestions(1) => {
                say!("a suggestion in it is still open. Accept or reject it first")
            }
            Self::OpenSuggestions(count) => {
                say!("{count} suggestions in it are still open. Accept or reject them first", count)
            }
            Self::OpenErrors(1) => say!(
                "the checks found one error in it. Mend it, accept it with a reason, or approve the release with the reason why it may stand"
            ),
            Self::OpenErrors(count) => {
                say!(
                    "the checks found {count} errors in it. Mend them, accept them with a reason, or approve the release with the reason why they may stand",
                    count
                )
            }
        }
    }

    /// Whether somebody may decide against it, with a reason that is recorded.
    pub fn may_be_overruled(self) -> bool {
        matches!(self, Self::ApprovalVoided | Self::OpenSuggestions(_) | Self::OpenErrors(_))
    }
}

impl Standing {
    /// Where a release stands by itself; what the checks find is not looked into.
    pub fn of(release: &Release) -> Self {
        let consent = match &release.approval {
            Some(approval) if approval.hash == release.content.hash() => Consent::Holds,
            Some(_) => Consent::Voided,
            // An edit of released words that were approved here makes them a draft again, so what
            // is out without an approval came in that way.
            None if release.stage.is_out() => Consent::Elsewhere,
            None => Consent::Nobody,
        };
        Self {
            stage: release.stage,
            trashed: release.trashed,
            consent,
            embargo: release.content.embargo,
            suggestions: release.content.suggestions(),
            errors: 0,
        }
    }
}

/// Decides whether a text may leave at `now`, and how it must be marked.
///
/// # Errors
/// Every reason that keeps it here, in the order of their weight.
pub fn clear(
    standing: &Standing,
    purpose: Purpose,
    rules: &HouseRules,
    now: DateTime<Utc>,
) -> Result<Clearance, Vec<Reason>> {
    let embargo = standing.embargo.filter(|embargo| embargo.holds(now));
    let reasons = reasons(standing, rules);
    let withdrawn = standing.stage == Stage::Withdrawn;
    // Readers of a notice have had the text, whatever embargo it once had.
    let notice = || Ok(Clearance { notice: true, ..Clearance::default() });
    let cleared = |draft, overruled| {
        Ok(Clearance { marking: Marking { draft, embargo }, notice: false, overruled })
    };
    let draft = !reasons.is_empty();
    match purpose {
        Purpose::Notice if withdrawn && !standing.trashed => notice(),
        Purpose::Notice if withdrawn => Err(vec![Reason::Trashed]),
        Purpose::Notice => Err(vec![Reason::NotWithdrawn]),
        Purpose::Preview if withdrawn => notice(),
        Purpose::Final if draft => Err(reasons),
        Purpose::Overruled => {
            let (overruled, stand): (Vec<_>, Vec<_>) =
                reasons.into_iter().partition(|reason| reason.may_be_overruled());
            if stand.is_empty() { cleared(false, overruled) } else { Err(stand) }
        }
        Purpose::Draft if standing.trashed || withdrawn => Err(reasons),
        _ => cleared(draft, Vec::new()),
    }
}

/// What speaks against the final text.
fn reasons(standing: &Standing, rules: &HouseRules) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if standing.trashed {
        reasons.push(Reason::Trashed);
    }
    let out = standing.stage.is_out();
    let cleared = out || standing.stage == Stage::Approved;
    match (standing.stage, standing.consent) {
        (Stage::Withdrawn, _) => {
            reasons.push(Reason::Withdrawn);
            return reasons;
        }
        (_, Consent::Elsewhere) if out => {}
        // An edit of approved words makes them a draft again.
        (_, Consent::Voided) => reasons.push(Reason::ApprovalVoided),
        (_, Consent::Holds) if cleared => {}
        (stage, _) => reasons.push(Reason::Unapproved(stage)),
    }
    if !out && standing.suggestions > 0 {
        reasons.push(Reason::OpenSuggestions(standing.suggestions));
    }
    if !out && rules.errors_stop && standing.errors > 0 {
        reasons.push(Reason::OpenErrors(standing.errors));
    }
    reasons
}

/// Leave for a bulletin: which items go, and how the whole is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulletinClearance {
    /// The marks of the whole; its embargo is the latest of its items'.
    pub marking: Marking,
    /// The items that go, by their place in the bulletin, each with its own marks.
    pub items: Vec<(usize, Clearance)>,
    /// The places of the items that stay here because of their embargo.
    pub embargoed: Vec<usize>,
}

/// Why a bulletin may not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulletinReason {
    /// The item at that place may not.
    Item(usize, Vec<Reason>),
    /// There is no item in it that may leave now.
    Empty,
}

/// Decides whether a bulletin of these items may leave at `now`: with all of them, or not at all.
/// Items under embargo put the whole under the latest one, or stay here, as the bulletin says.
///
/// # Errors
/// Every item that may not leave, with its reasons; or that nothing would be in it.
pub fn clear_bulletin(
    items: &[Standing],
    embargoed: EmbargoedItems,
    purpose: Purpose,
    rules: &HouseRules,
    now: DateTime<Utc>,
) -> Result<BulletinClearance, Vec<BulletinReason>> {
    let mut cleared = BulletinClearance::default();
    let mut refused = Vec::new();
    for (place, standing) in items.iter().enumerate() {
        match clear(standing, purpose, rules, now) {
            Err(reasons) => refused.push(BulletinReason::Item(place, reasons)),
            Ok(item) if item.marking.embargo.is_some() && embargoed == EmbargoedItems::LeaveOut => {
                cleared.embargoed.push(place);
            }
            Ok(item) => {
                cleared.marking.draft |= item.marking.draft;
                let latest = [cleared.marking.embargo, item.marking.embargo];
                cleared.marking.embargo =
                    latest.into_iter().flatten().max_by_key(|embargo| embargo.until);
                cleared.items.push((place, item));
            }
        }
    }
    if refused.is_empty() && cleared.items.is_empty() && purpose != Purpose::Preview {
        refused.push(BulletinReason::Empty);
    }
    if refused.is_empty() { Ok(cleared) } else { Err(refused) }
}

#[cfg(test)]
mod tests;
