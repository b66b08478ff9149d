//! A body as plain text: one walk through its blocks.

use dateline_model::{Block, Figure, Inline, Item};

use super::table::table;
use super::wire::Wire;
use crate::face::is_blank;
use crate::words::Words;

/// Columns by which somebody's words are indented.
const QUOTATION: usize = 4;

/// The blocks of a text, with its dateline in front of the lead, or as a paragraph of its own where
/// the text opens with something else.
pub(super) fn text(wire: &mut Wire, blocks: &[Block], dateline: Option<&str>, words: &Words) {
    if let (Some(dateline), Some(first)) = (dateline, blocks.iter().find(|block| !is_blank(block)))
    {
        wire.gap();
        wire.say(dateline);
        if matches!(first, Block::Paragraph(_)) {
            wire.say(" ");
        } else {
            wire.end_paragraph();
        }
    }
    self::blocks(wire, blocks, words);
}

/// Any blocks; those that show nothing are left out.
pub(super) fn blocks(wire: &mut Wire, blocks: &[Block], words: &Words) {
    let mut below_heading = false;
    for block in blocks.iter().filter(|block| !is_blank(block)) {
        // A heading stands on the text that it names.
        if !(below_heading && matches!(block, Block::Paragraph(_))) {
            wire.gap();
        }
        below_heading = matches!(block, Block::Heading { .. });
        self::block(wire, block, words);
    }
}

fn block(wire: &mut Wire, block: &Block, words: &Words) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => {
            line(wire, content);
            wire.end_paragraph();
        }
        Block::BulletList(items) => bulleted(wire, &shown(items), words),
        Block::OrderedList { start, items } => numbered(wire, &shown(items), *start, words),
        Block::Quotation { speaker, position, content } => {
            let indent = wire.nest(QUOTATION);
            blocks(wire, content, words);
            let (speaker, position) = (speaker.trim(), position.trim());
            if !speaker.is_empty() || !position.is_empty() {
                wire.say("— ").say(speaker);
                if !speaker.is_empty() && !position.is_empty() {
                    wire.say(words.comma);
                }
                wire.say(position).end_paragraph();
            }
            wire.leave(indent);
        }
        Block::Table(content) => table(wire, content, words),
        Block::Figure(content) => figure(wire, content, words),
        Block::Divider => wire.line("* * *"),
        Block::Unknown(node) => {
            wire.say(&node.plain_text()).end_paragraph();
        }
    }
}

/// What stands in a line.
pub(super) fn line(wire: &mut Wire, content: &[Inline]) {
    let mut link: Option<(&str, usize)> = None;
    for inline in content {
        let next = match inline {
            Inline::Text { marks, .. } => marks.link.as_deref(),
            Inline::Break => link.map(|(address, _)| address),
            Inline::Unknown(_) => None,
        };
        if link.map(|(address, _)| address) != next {
            if let Some((address, start)) = link {
                wire.refer(address, start);
            }
            link = next.map(|address| (address, wire.mark()));
        }
        match inline {
            Inline::Text { text, .. } => {
                wire.say(text);
            }
            Inline::Break => wire.line_break(),
            Inline::Unknown(node) => {
                wire.say(&node.plain_text());
            }
        }
    }
    if let Some((address, start)) = link {
        wire.refer(address, start);
    }
}

/// Items behind hyphens.
fn bulleted(wire: &mut Wire, items: &[&[Block]], words: &Words) {
    list(wire, items, 1, |_| "-".to_owned(), words);
}

/// Items behind their numbers.
pub(super) fn numbered(wire: &mut Wire, items: &[&[Block]], start: u32, words: &Words) {
    let number = |at: usize| format!("{}.", u64::from(start) + at as u64);
    let width = number(items.len().saturating_sub(1)).len();
    list(wire, items, width, number, words);
}

/// Items behind markers of at most that width, which stand flush at their ends: ` 9.` over `10.`.
fn list(
    wire: &mut Wire,
    items: &[&[Block]],
    width: usize,
    marker: impl Fn(usize) -> String,
    words: &Words,
) {
    // Items of one paragraph, with lists below it or not, stand close; longer ones need air.
    let close = items.iter().all(|item| item.iter().skip(1).all(is_list));
    for (at, item) in items.iter().enumerate() {
        if at > 0 && !close {
            wire.gap();
        }
        let indent = wire.hang(&format!("{:>width$} ", marker(at)), width + 1);
        item_blocks(wire, item, words);
        wire.leave(indent);
    }
}

/// The items that show something.
fn shown(items: &[Item]) -> Vec<&[Block]> {
    items.iter().map(Vec::as_slice).filter(|item| !item.iter().all(is_blank)).collect()
}

/// The blocks of a list item: a list inside follows its paragraph without a blank line.
fn item_blocks(wire: &mut Wire, item: &[Block], words: &Words) {
    for (at, block) in item.iter().filter(|block| !is_blank(block)).enumerate() {
        if at > 0 && !is_list(block) {
            wire.gap();
        }
        self::block(wire, block, words);
    }
}

fn is_list(block: &Block) -> bool {
    matches!(block, Block::BulletList(_) | Block::OrderedList { .. })
}

/// `[Picture: what it shows — caption (credit)]`
fn figure(wire: &mut Wire, figure: &Figure, words: &Words) {
    let [alt, caption, credit] =
        [&figure.alt, &figure.caption, &figure.credit].map(|text| text.trim());
    wire.say("[").say(words.picture);
    let mut before = words.colon;
    for text in [alt, caption] {
        if !text.is_empty() {
            wire.say(before).say(text);
            before = " — ";
        }
    }
    if !credit.is_empty() {
        wire.say(" (").say(credit).say(")");
    }
    wire.say("]").end_paragraph();
}
