//! How pages look: the looks that come with the program, and the office's own themes.
//!
//! The built-in looks are one markup in three styles, written in Rust, since ten thousand pages
//! should take no longer than their files. An office's own theme is a folder of templates, which
//! may say everything differently; what it cannot do is read outside its folder, reach the network
//! or run without end.

mod context;
mod error;
mod look;
mod manifest;
mod own;

pub(crate) use context::ListPage;
pub use error::ThemeError;
pub use look::Look;
pub use manifest::{Choice, Manifest, OptionKind, OptionValue};
pub use own::OwnTheme;

use crate::{Issue, Sheet, bulletin_html_in, html_in};

/// How pages look.
#[derive(Clone, Debug)]
pub enum Theme {
    /// A look that comes with the program.
    BuiltIn(Look),
    /// A theme of the office's own.
    Own(OwnTheme),
}

impl Default for Theme {
    fn default() -> Self {
        Self::BuiltIn(Look::default())
    }
}

impl Theme {
    /// The name by which it is chosen and recorded.
    pub fn name(&self) -> &str {
        match self {
            Self::BuiltIn(look) => look.as_str(),
            Self::Own(theme) => &theme.manifest().name,
        }
    }

    /// What it is made of, in one number.
    pub(crate) fn digest(&self) -> u64 {
        match self {
            Self::BuiltIn(look) => *look as u64,
            Self::Own(theme) => theme.digest(),
        }
    }

    /// The style sheet that all pages of a site share.
    pub(crate) fn style(&self) -> Result<String, ThemeError> {
        match self {
            Self::BuiltIn(look) => Ok(look.style().to_owned()),
            Self::Own(theme) => theme.style(),
        }
    }

    /// The theme, if it has a way of its own to show lists.
    pub(crate) fn of_lists(&self) -> Option<&OwnTheme> {
        match self {
            Self::Own(theme) if theme.has_lists() => Some(theme),
            _ => None,
        }
    }

    /// A release as a page. Equal sheets in equal themes give equal bytes.
    ///
    /// # Errors
    /// When a template of the office's own fails, with its file, line and reason. Built-in looks
    /// do not fail.
    pub fn page(&self, sheet: &Sheet<'_>) -> Result<String, ThemeError> {
        match self {
            Self::BuiltIn(look) => Ok(html_in(sheet, *look)),
            Self::Own(theme) => theme.page(sheet),
        }
    }

    /// A bulletin as a page.
    ///
    /// # Errors
    /// As for [`Theme::page`].
    pub fn bulletin(&self, issue: &Issue<'_>) -> Result<String, ThemeError> {
        match self {
            Self::BuiltIn(look) => Ok(bulletin_html_in(issue, *look)),
            Self::Own(theme) => theme.bulletin(issue),
        }
    }
}
