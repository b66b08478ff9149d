//! Pages and plain text out of releases: bytes out, nothing else.
//!
//! Architecture invariant: this crate reads no clock, no disk and no environment. Equal inputs give
//! equal bytes, on every run and every machine; a preview and an export call the same function.

mod address;
mod bulletin;
mod face;
mod grid;
mod html;
mod json;
mod mail;
mod markdown;
mod sheet;
mod text;
mod words;

pub use face::{path, stem};
pub use html::{bulletin_html, fragment, html, withdrawal_html};
pub use json::json;
pub use mail::{Mail, Mailbox, bulletin_mail, eml, mail};
pub use markdown::markdown;
pub use sheet::{Issue, Marking, Picture, Pictures, Sheet};
pub use text::{TextForm, bulletin_text, text, withdrawal_text};
pub use words::embargo_line;
