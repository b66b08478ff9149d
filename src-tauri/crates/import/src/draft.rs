//! What an import yields: a release's content, and word for word what was done to get it.

use dateline_model::{Content, Sentence, Stage};

use crate::Image;

/// A release as it came in, not yet on a desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The words, sorted into their slots as far as they could be told apart.
    pub content: Content,
    /// The section that the source names.
    pub section: Option<String>,
    /// The tags that the source names.
    pub tags: Vec<String>,
    /// The stage that the source names.
    pub stage: Option<Stage>,
    /// The reference number that the source names.
    pub reference: Option<String>,
    /// Where it came from: the file's name, with the line where a file holds many.
    pub source: String,
    /// What was recognised, moved or left out, word for word, a sentence each.
    pub notes: Vec<Sentence>,
    /// The pictures that the figures of the body and the notes show.
    pub images: Vec<Image>,
}

impl Draft {
    /// An empty draft from that source.
    pub(crate) fn from_source(source: &str) -> Self {
        Self { source: source.to_owned(), ..Self::default() }
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, note: Sentence) {
        self.notes.push(note);
    }
}
