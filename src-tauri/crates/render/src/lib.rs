//! Pages and plain text out of releases: bytes out, nothing else.
//!
//! Architecture invariant: this crate reads no clock, no disk and no environment. Equal inputs give
//! equal bytes, on every run and every machine; a preview and an export call the same function.

mod address;
mod bulletin;
mod correction;
mod face;
mod grid;
mod html;
mod json;
mod mail;
mod markdown;
mod sheet;
mod site;
mod text;
mod theme;
mod words;

pub use correction::proposed_correction;
pub use face::{path, path_of, stem, summary};
pub use html::{
    PageWithPictures, bulletin_html, bulletin_html_in, fragment, html, html_in, html_with_pictures,
    rich_text, withdrawal_html,
};
pub use json::json;
pub use mail::{Mail, Mailbox, bulletin_mail, eml, mail, withdrawal_mail};
pub use markdown::markdown;
pub use sheet::{Issue, Marking, Named, Picture, Pictures, Related, Sheet};
pub use site::{Entry, Group, Listing, Site, SiteFile};
pub use text::{TextForm, bulletin_text, text, withdrawal_text};
pub use theme::{Choice, Look, Manifest, OptionKind, OptionValue, OwnTheme, Theme, ThemeError};
pub use words::embargo_line;
