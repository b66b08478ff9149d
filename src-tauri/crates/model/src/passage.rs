//! The text of a body as numbered passages: the address that checks, search and the editor share.

use crate::{Block, Body, Inline};

/// One text block of a body, in document order: a paragraph or heading wherever it is nested, or a
/// figure's caption. Its index in [`Body::passages`] is the *block number* of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The plain text. A line break is one `\n`, an inline node that is not text one U+FFFC, so
    /// that offsets in characters agree with the editor's.
    pub text: String,
    /// Where it stands.
    pub place: PassagePlace,
}

/// What kind of block a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassagePlace {
    /// A paragraph of the running text.
    Paragraph,
    /// A heading of that level.
    Heading(u8),
    /// A paragraph of a list item.
    ListItem,
    /// A paragraph of a quotation.
    Quotation,
    /// A paragraph of a table cell.
    Cell,
    /// A figure's caption.
    Caption,
}

impl Body {
    /// Every passage in document order.
    pub fn passages(&self) -> Vec<Passage> {
        let mut passages = Vec::new();
        for block in &self.0 {
            collect(block, PassagePlace::Paragraph, &mut passages);
        }
        passages
    }

    /// All words, one passage a line: for search and for counting.
    pub fn plain_text(&self) -> String {
        let mut all = String::new();
        for block in &self.0 {
            walk(block, &mut |text| {
                if !text.is_empty() {
                    if !all.is_empty() {
                        all.push('\n');
                    }
                    all.push_str(text);
                }
            });
        }
        all
    }
}

impl Block {
    /// How many passages it holds; see [`Body::passages`].
    pub fn passage_count(&self) -> usize {
        match self {
            Self::Paragraph(_) | Self::Heading { .. } | Self::Figure(_) => 1,
            Self::BulletList(items) | Self::OrderedList { items, .. } => {
                items.iter().flatten().map(Self::passage_count).sum()
            }
            Self::Quotation { content, .. } => content.iter().map(Self::passage_count).sum(),
            Self::Table(table) => {
                let cells = table.rows.iter().flatten().flat_map(|cell| &cell.content);
                cells.map(Self::passage_count).sum()
            }
            Self::Divider | Self::Unknown(_) => 0,
        }
    }
}

/// The plain text of a line as it stands; see [`Passage::text`] and [`Body::settled`].
pub fn line_text(content: &[Inline]) -> String {
    let mut line = String::new();
    for inline in content.iter().filter(|inline| inline.stands()) {
        match inline {
            Inline::Text { text, .. } => line.push_str(text),
            Inline::Break => line.push('\n'),
            Inline::Unknown(_) => line.push('\u{FFFC}'),
        }
    }
    line
}

fn collect(block: &Block, place: PassagePlace, passages: &mut Vec<Passage>) {
    let mut push = |text, place| passages.push(Passage { text, place });
    match block {
        Block::Paragraph(content) => push(line_text(content), place),
        Block::Heading { level, content } => {
            push(line_text(content), PassagePlace::Heading(*level))
        }
        Block::Figure(figure) => push(figure.caption.clone(), PassagePlace::Caption),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            for block in items.iter().flatten() {
                collect(block, PassagePlace::ListItem, passages);
            }
        }
        Block::Quotation { content, .. } => {
            for block in content {
                collect(block, PassagePlace::Quotation, passages);
            }
        }
        Block::Table(table) => {
            for block in table.rows.iter().flatten().flat_map(|cell| &cell.content) {
                collect(block, PassagePlace::Cell, passages);
            }
        }
        Block::Divider | Block::Unknown(_) => {}
    }
}

/// Visits every piece of text of a block, also what passages do not number: speakers, captions of
/// tables, alternative texts and credits, and what an unknown node holds.
pub(crate) fn walk(block: &Block, visit: &mut impl FnMut(&str)) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => visit(&line_text(content)),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            items.iter().flatten().for_each(|block| walk(block, visit));
        }
        Block::Quotation { speaker, position, content } => {
            content.iter().for_each(|block| walk(block, visit));
            visit(speaker);
            visit(position);
        }
        Block::Table(table) => {
            visit(&table.caption);
            for block in table.rows.iter().flatten().flat_map(|cell| &cell.content) {
                walk(block, visit);
            }
        }
        Block::Figure(figure) => {
            visit(&figure.alt);
            visit(&figure.caption);
            visit(&figure.credit);
        }
        Block::Divider => {}
        Block::Unknown(node) => visit(&node.plain_text()),
    }
}
