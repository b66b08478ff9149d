//! How an error reaches the window: as a sentence, with a code only where the window acts on it.

use dateline_copydesk::StyleFault;
use dateline_export::{ExportError, KeyError, Refusal as Refused};
use dateline_import::Refusal;
use dateline_intake::Unread;
use dateline_model::Sentence;
use dateline_store::DeskError;
use serde::Serialize;

/// What went wrong, for a press officer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Fault {
    /// What the window does about it.
    pub(crate) code: Code,
    /// What happened, to what, and what to do.
    pub(crate) message: Sentence,
    /// The single reasons, when there is more than one thing to put right.
    pub(crate) reasons: Vec<Sentence>,
}

/// The cases in which the window does more than show the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub(crate) enum Code {
    /// The desk changed underneath: both texts are kept and shown side by side.
    Conflict,
    /// A rule says no: the reasons are listed.
    Refused,
    /// The checks found errors: the editor is shown them, and asked why they shall stand.
    Errors,
    /// The gate says no, and whoever gives a reason may overrule it: the editor is asked for one.
    Held,
    /// Somebody's file stands where one would be written: the editor is asked.
    Exists,
    /// Anything else: the sentence is shown.
    Other,
}

impl Fault {
    /// A fault that the window only shows.
    pub(crate) fn said(message: Sentence) -> Self {
        Self { code: Code::Other, message, reasons: Vec::new() }
    }
}

impl From<DeskError> for Fault {
    fn from(error: DeskError) -> Self {
        let code = match &error {
            DeskError::Conflict { .. } | DeskError::BulletinConflict { .. } => Code::Conflict,
            DeskError::Lacks { .. } => Code::Refused,
            _ => Code::Other,
        };
        let reasons = match &error {
            DeskError::Lacks { slots, .. } => {
                // By these names the window knows the parts.
                slots.iter().map(|slot| Sentence::verbatim(slot.as_str())).collect()
            }
            _ => Vec::new(),
        };
        Self { code, message: error.sentence(), reasons }
    }
}

impl From<ExportError> for Fault {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Desk(error) => error.into(),
            ExportError::Refused(refusals) => Self {
                code: if refusals.iter().all(|refusal| refusal.overrulable) {
                    Code::Held
                } else {
                    Code::Refused
                },
                message: Sentence::joined(refusals.iter().map(Refused::sentence).collect(), "\n"),

                reasons: refusals.into_iter().flat_map(|refusal| refusal.reasons).collect(),
            },
            ExportError::Occupied { .. } => {
                Self { code: Code::Exists, ..Self::said(error.sentence()) }
            }
            other => Self::said(other.sentence()),
        }
    }
}

impl From<KeyError> for Fault {
    fn from(error: KeyError) -> Self {
        ExportError::from(error).into()
    }
}

impl From<StyleFault> for Fault {
    fn from(fault: StyleFault) -> Self {
        Self::said(fault.sentence())
    }
}

impl From<Unread> for Fault {
    fn from(unread: Unread) -> Self {
        Self::said(unread.sentence())
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::said(refusal.sentence())
    }
}
