//! What stands on the clipboard, as a piece of a text.

use dateline_model::{Body, Sentence};

use crate::{Image, Refusal, html, text};

/// The most words of a paste. A speech has five thousand; with ten times as many every key would have
/// to wait for the page.
pub const PASTE_LIMIT: usize = 50_000;

/// A paste, ready to be put into a release at the caret.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The text.
    pub body: Body,
    /// Footnotes of the source, which belong to the notes to editors.
    pub footnotes: Body,
    /// The pictures that the figures show.
    pub images: Vec<Image>,
    /// What was kept and what was left out, a sentence each.
    pub notes: Vec<Sentence>,
}

impl Pasted {
    /// The paste, if a text with it can still be written in.
    ///
    /// # Errors
    /// When it has more words than [`PASTE_LIMIT`].
    pub fn within_limit(self) -> Result<Self, Refusal> {
        let words = [&self.body, &self.footnotes]
            .map(|text| text.plain_text().split_whitespace().count())
            .iter()
            .sum();
        if words > PASTE_LIMIT {
            return Err(Refusal::TooLong { words, limit: PASTE_LIMIT });
        }
        Ok(self)
    }
}

/// Reads HTML from the clipboard, whichever program put it there. The same HTML imported as a file
/// gives the same blocks.
pub fn paste_html(html: &str) -> Pasted {
    let fragment = html::fragment(html);
    Pasted {
        body: Body(fragment.blocks),
        footnotes: Body(fragment.footnotes),
        images: fragment.images,
        notes: [fragment.notes, fragment.counts].concat(),
    }
}

/// Reads plain text from the clipboard: paragraphs and lists, without the breaks and indents of the
/// program that it comes from.
pub fn paste_text(text: &str) -> Pasted {
    Pasted { body: Body(text::blocks(text)), ..Pasted::default() }
}
