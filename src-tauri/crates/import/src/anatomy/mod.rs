//! The parts of a release: sorts a run of blocks, as a text file or a page gives them, into the slots
//! where they belong, and notes word for word what was moved or left out.
//!
//! What is not recognised with certainty stays in the body: a paragraph too many is seen, a missing
//! one is not.

mod contact;
mod dateline;
mod embargo;
mod end;
mod navigation;
mod top;

use chrono::NaiveDate;
use dateline_model::{Block, Inline, line_text, say};

use crate::Draft;

/// Sorts the blocks of a draft's body. Slots that are filled already are left as they are.
pub(crate) fn sort(draft: &mut Draft, today: NaiveDate) {
    let mut blocks = std::mem::take(&mut draft.content.body.0);
    navigation::leave_out(&mut blocks, draft);
    top::read(&mut blocks, draft, today);
    end::read(&mut blocks, draft);
    dateline::read(&mut blocks, draft, today);
    draft.content.body.0 = blocks;
}

/// Says that there is no headline, where there is none.
pub(crate) fn note_missing_headline(draft: &mut Draft) {
    if draft.content.headline.is_empty() && !draft.content.body.is_blank() {
        draft.note(say!(
            "No headline was recognised: the first line is part of the text. Write one."
        ));
    }
}

/// The words of a paragraph or heading; `None` for what is neither.
fn words(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Some(line_text(content)),
        _ => None,
    }
}

/// Whether a paragraph or heading can be a line of its own rather than text: headings, navigation
/// and contacts are shorter. Spares long texts a closer look.
fn is_short(block: &Block) -> bool {
    /// Bytes, above the longest line that anything here looks for.
    const LONGEST: usize = 1000;
    let (Block::Paragraph(content) | Block::Heading { content, .. }) = block else { return false };
    let lengths = content.iter().map(|inline| match inline {
        Inline::Text { text, .. } => text.len(),
        _ => 1,
    });
    lengths.sum::<usize>() <= LONGEST
}

/// The first line of a paragraph or heading.
fn first_line(block: &Block) -> Option<String> {
    words(block).map(|text| text.split('\n').next().unwrap_or_default().to_owned())
}

/// Takes the first line off a paragraph; gives what is left below it, if anything is.
fn without_first_line(block: Block) -> Option<Block> {
    let Block::Paragraph(mut content) = block else { return None };
    let end = content.iter().position(|inline| matches!(inline, Inline::Break))?;
    content.drain(..=end);
    Some(Block::Paragraph(content))
}

/// Whether words end as a sentence does, closing quotation marks and brackets aside.
fn is_sentence(text: &str) -> bool {
    last_mark(text).is_some_and(|c| matches!(c, '.' | '…' | '。' | '؟' | '।'))
}

/// The last character that is no closing quotation mark, bracket or white space.
fn last_mark(text: &str) -> Option<char> {
    text.chars().rev().find(|c| {
        !c.is_whitespace() && !matches!(c, '”' | '"' | '’' | '\'' | '»' | '“' | ')' | ']')
    })
}
