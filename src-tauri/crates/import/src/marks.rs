//! The marks that an export puts around a text which may not go out: "DRAFT", "Not for publication
//! before …". They say where the text stood when it left, not what it says.

use dateline_model::{Block, Inline, line_text, say};

use crate::{Draft, quoted};

/// Takes marks off a text: bold lines that stand at its top and again at its bottom.
pub(crate) fn leave_out(draft: &mut Draft) {
    let blocks = &mut draft.content.body.0;
    let lines = blocks.iter().take_while(|block| is_mark(block)).count().min(blocks.len() / 2);
    let Some(marks) = (1..=lines).rev().find(|&n| blocks[..n] == blocks[blocks.len() - n..]) else {
        return;
    };
    blocks.truncate(blocks.len() - marks);
    let said: Vec<String> = blocks.drain(..marks).filter_map(|block| words(&block)).collect();
    for mark in said {
        draft.note(say!("Mark left out at top and bottom: {line}.", line = quoted(&mark)));
    }
}

fn is_mark(block: &Block) -> bool {
    let Block::Paragraph(line) = block else { return false };
    line.iter().all(|inline| matches!(inline, Inline::Text { marks, .. } if marks.strong))
}

fn words(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(line) => Some(line_text(line)),
        _ => None,
    }
}
