//! The one way out: what leaves the desk is cleared by the gate, rendered, written whole, and
//! recorded.
//!
//! Architecture invariant: no other crate writes a release to a file or shows one as a page.
//! [`preview`] and [`export`] make a page in the same place from the same inputs, so that what is
//! seen is what goes out.

mod error;
mod folder;
mod format;
mod gate;
mod house;
mod manifest;
mod names;
mod order;
mod outgoing;
mod place;
mod recipients;
mod record;
mod signing;
mod site;
pub mod themes;
mod verify;

pub use dateline_render::{Mailbox, TextForm, Theme, ThemeError};
pub use error::{ExportError, Refusal};
pub use format::Format;
pub use gate::{
    BulletinClearance, BulletinReason, Clearance, Consent, HouseRules, Purpose, Reason, Standing,
    clear, clear_bulletin,
};
pub use house::ERRORS_STOP_SETTING;
pub use manifest::{Entry, Item, MANIFEST, Manifest, Origin};
pub use names::Subject;
pub use order::{Order, Outcome, What, Written, export};
pub use outgoing::{Clipping, clipping, preview};
pub use recipients::{Recipient, RecipientsError, recipients};
pub use signing::{
    KeyError, PublicKey, SIGNATURE, Signed, Signer, make_signing_key, sign, signing_key,
};
pub use site::{SiteOrder, SiteOutcome, publish};
pub use themes::{THEME_SETTING, Themes};
pub use verify::{Difference, Proof, verify};
