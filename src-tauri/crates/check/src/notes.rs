//! What the rules write down, before it becomes findings with characters and keys.

use dateline_model::{Sentence, Slot, say};

use crate::{Place, Severity, copy::Block, rule::Span};

/// The notes of the rules on a text.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) all: Vec<Note>,
}

/// What a rule has to say about a place.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// Where.
    pub(crate) spot: Spot,
    /// Why, in one sentence.
    pub(crate) message: Sentence,
    /// How much it matters, where that is not what the rule says.
    pub(crate) severity: Option<Severity>,
    /// Label and replacement.
    pub(crate) fixes: Vec<(Sentence, String)>,
    /// The other places.
    pub(crate) related: Vec<Spot>,
}

/// A place in the text, or a whole part of the release.
#[derive(Clone, Debug)]
pub(crate) enum Spot {
    /// Bytes of a block, by the block's index in the copy.
    Text { block: usize, span: Span },
    /// A part of the release as a whole.
    Slot(Slot),
    /// A passage without words, by its number in the part.
    Passage(Slot, usize),
    /// A place outside this copy, such as in another release.
    Told(Place),
}

impl Notes {
    /// Notes something about bytes of a block.
    pub(crate) fn at(&mut self, block: &Block, span: Span, message: Sentence) -> &mut Note {
        self.push(Spot::Text { block: block.index, span }, message)
    }

    /// Notes something about a part of the release as a whole.
    pub(crate) fn on(&mut self, slot: Slot, message: Sentence) -> &mut Note {
        self.push(Spot::Slot(slot), message)
    }

    /// Notes something about a passage that has no words, such as a picture without a caption.
    pub(crate) fn on_passage(&mut self, slot: Slot, number: usize, message: Sentence) -> &mut Note {
        self.push(Spot::Passage(slot, number), message)
    }

    fn push(&mut self, spot: Spot, message: Sentence) -> &mut Note {
        self.all.push(Note {
            spot,
            message,
            severity: None,
            fixes: Vec::new(),
            related: Vec::new(),
        });
        self.all.last_mut().expect("a note was just pushed")
    }
}

/// The most places that a note points at: more would help nobody, and keep notes short on any text.
const MOST_RELATED: usize = 8;

impl Note {
    /// Offers a replacement for the marked words.
    pub(crate) fn fix(&mut self, replacement: impl Into<String>) -> &mut Self {
        let replacement = replacement.into();
        let label = match replacement.trim() {
            "" if replacement.is_empty() => say!("Remove"),
            "" => say!("Replace by one space"),
            words => say!("Change to “{words}”", words),
        };
        self.fix_called(label, replacement)
    }

    /// Offers a replacement under a label of its own.
    pub(crate) fn fix_called(
        &mut self,
        label: Sentence,
        replacement: impl Into<String>,
    ) -> &mut Self {
        self.fixes.push((label, replacement.into()));
        self
    }

    /// Points at bytes of a block.
    pub(crate) fn see(&mut self, block: &Block, span: Span) -> &mut Self {
        self.relate(Spot::Text { block: block.index, span })
    }

    /// Points at a place outside this copy.
    pub(crate) fn see_place(&mut self, place: Place) -> &mut Self {
        self.relate(Spot::Told(place))
    }

    /// Says that it matters more or less than the rule does by itself.
    pub(crate) fn weigh(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }

    fn relate(&mut self, spot: Spot) -> &mut Self {
        if self.related.len() < MOST_RELATED {
            self.related.push(spot);
        }
        self
    }
}
