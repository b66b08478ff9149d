//! Mail: a page that mail programs can show, the same as plain text, and both as a draft that a
//! mail program opens.

mod eml;
mod page;

use crate::html::{content_id, withdrawal_title};
use crate::{Issue, Picture, Sheet, TextForm, bulletin_text, text, withdrawal_text};

pub use eml::{Mailbox, eml};
pub(crate) use page::dressed;

/// A release or a bulletin as mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail<'a> {
    /// The headline, with the marks of a draft or an embargo in front of it.
    pub subject: String,
    /// A page of 600 pixels, laid out in tables, every style on its element; pictures are named by
    /// `cid:` addresses.
    pub html: String,
    /// The same as plain text, for those who read mail so.
    pub text: String,
    /// The pictures that the page shows, by their content identifiers.
    pub pictures: Vec<(String, &'a Picture)>,
}

impl Mail<'_> {
    /// The most bytes of a page that large mail services show whole.
    pub const SHOWN_WHOLE: usize = 102 * 1024;

    /// Whether large mail services show only the beginning of it, behind "show entire message".
    pub fn is_clipped(&self) -> bool {
        self.html.len() > Self::SHOWN_WHOLE
    }
}

/// A release as mail. Equal sheets give equal mails.
pub fn mail<'a>(sheet: &Sheet<'a>) -> Mail<'a> {
    Mail {
        subject: sheet.title(),
        html: page::release(sheet),
        text: text(sheet, &TextForm::default()),
        pictures: pictures(std::slice::from_ref(sheet)),
    }
}

/// The notice that a release was withdrawn, as mail.
pub fn withdrawal_mail<'a>(sheet: &Sheet<'a>) -> Mail<'a> {
    Mail {
        subject: withdrawal_title(sheet),
        html: page::withdrawal(sheet),
        text: withdrawal_text(sheet, &TextForm::default()),
        pictures: Vec::new(),
    }
}

/// A bulletin as mail.
pub fn bulletin_mail<'a>(issue: &Issue<'a>) -> Mail<'a> {
    Mail {
        subject: issue.title(),
        html: page::bulletin(issue),
        text: bulletin_text(issue, &TextForm::default()),
        pictures: pictures(issue.items),
    }
}

/// The pictures that the sheets show, each once.
fn pictures<'a>(sheets: &[Sheet<'a>]) -> Vec<(String, &'a Picture)> {
    let mut pictures: Vec<(String, &Picture)> = Vec::new();
    for (hash, picture) in sheets.iter().flat_map(Sheet::shown) {
        let id = content_id(hash);
        if !pictures.iter().any(|(known, _)| *known == id) {
            pictures.push((id, picture));
        }
    }
    pictures
}
