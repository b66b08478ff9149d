//! Blocks as CommonMark.

use dateline_model::{Block, Inline, Item, Table};

use super::as_html;
use super::inline::{escape_start, line};
use crate::Sheet;
use crate::face::is_blank;
use crate::grid::Grid;

/// Writes blocks.
pub(super) struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    out: String,
    /// What every line begins with: the indents of items, the marks of quotations.
    prefix: String,
    /// Whether the next line stands behind a marker that is already written.
    begun: bool,
    /// Whether a blank line is due.
    gap: bool,
    /// The list before, so that two in a row do not run together.
    last_list: LastList,
}

/// Which list the last block was, and with which of its two marks.
#[derive(Clone, Copy, PartialEq)]
enum LastList {
    None,
    Bullets(char),
    Numbers(char),
}

impl<'a> Writer<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        Self {
            sheet,
            out: String::new(),
            prefix: String::new(),
            begun: false,
            gap: false,
            last_list: LastList::None,
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A line that must be seen: draft, embargo.
    pub(super) fn mark(&mut self, text: &str) {
        self.gap();
        self.line(&format!("**{}**", super::inline::escaped(text)));
    }

    pub(super) fn title(&mut self, headline: &str) {
        if !headline.is_empty() {
            self.gap();
            self.line(&format!("# {}", super::inline::escaped(headline)));
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks.iter().filter(|block| !is_blank(block)) {
            self.gap();
            self.next(block);
        }
    }

    fn next(&mut self, block: &Block) {
        self.block(block);
        if !is_list(block) {
            self.last_list = LastList::None;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => self.paragraph(content),
            Block::Heading { level, content } => {
                let text = line(content, "<br>");
                self.line(&format!("{} {text}", "#".repeat(usize::from(*level).clamp(2, 6))));
            }
            Block::BulletList(items) => {
                let mark = if self.last_list == LastList::Bullets('-') { '*' } else { '-' };
                self.items(items, |_| format!("{mark} "));
                self.last_list = LastList::Bullets(mark);
            }
            Block::OrderedList { start, items } => {
                let mark = if self.last_list == LastList::Numbers('.') { ')' } else { '.' };
                self.items(items, |at| format!("{}{mark} ", u64::from(*start) + at as u64));
                self.last_list = LastList::Numbers(mark);
            }
            Block::Quotation { speaker, position, content } => {
                if !self.quotation(speaker.trim(), position.trim(), content) {
                    self.html(block);
                }
            }
            Block::Table(table) => match pipes(table) {
                Some(rows) => rows.iter().for_each(|row| self.line(row)),
                None => self.html(block),
            },
            Block::Figure(_) => self.html(block),
            Block::Divider => self.line("* * *"),
            Block::Unknown(node) => {
                let text = Inline::unmarked(&node.plain_text());
                self.paragraph(&text);
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline]) {
        for (at, text) in line(content, "\\\n").split('\n').enumerate() {
            let text = text.trim_matches(' ');
            // A line that begins like another block must not become one.
            self.line(&if at == 0 || !text.is_empty() { escape_start(text) } else { text.into() });
        }
    }

    /// Items of one paragraph, with lists below it or not, stand close.
    fn items(&mut self, items: &[Item], marker: impl Fn(usize) -> String) {
        let shown: Vec<_> = items.iter().filter(|item| !item.iter().all(is_blank)).collect();
        let close = shown.iter().all(|item| item.iter().skip(1).all(is_close_list));
        for (at, item) in shown.into_iter().enumerate() {
            if at > 0 && !close {
                self.gap();
            }
            let marker = marker(at);
            self.start_line();
            self.out.push_str(&marker);
            self.begun = true;
            let outer = self.prefix.len();
            self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
            self.last_list = LastList::None;
            for (at, block) in item.iter().filter(|block| !is_blank(block)).enumerate() {
                if at > 0 && !(close && is_list(block)) {
                    self.gap();
                }
                self.next(block);
            }
            self.prefix.truncate(outer);
        }
    }

    /// Writes a quotation whose last line names the speaker. Not one that would be read back
    /// otherwise: a speaker with a comma, words that look like an attribution.
    fn quotation(&mut self, speaker: &str, position: &str, content: &[Block]) -> bool {
        let looks_attributed = |text: &str| {
            text.lines()
                .next_back()
                .is_some_and(|last| last.trim_start().starts_with(['–', '—', '―', '-']))
        };
        let last = content.iter().rev().find(|block| !is_blank(block));
        let plain = match last {
            Some(Block::Paragraph(words)) => !looks_attributed(&dateline_model::line_text(words)),
            _ => false,
        };
        let one_line = |text: &str| !text.contains(['\n', '\r']);
        let attributed = !speaker.is_empty()
            && !speaker.contains(',')
            && one_line(speaker)
            && one_line(position)
            || position.is_empty() && speaker.is_empty();
        if !plain || !attributed {
            return false;
        }
        self.start_line();
        self.out.push_str("> ");
        self.begun = true;
        let outer = self.prefix.len();
        self.prefix.push_str("> ");
        self.blocks(content);
        if !speaker.is_empty() {
            self.gap();
            let comma = if position.is_empty() { "" } else { ", " };
            let said = format!("— {speaker}{comma}{position}");
            self.line(&super::inline::escaped(&said));
        }
        self.prefix.truncate(outer);
        true
    }

    /// A block of HTML. A blank line would end it.
    fn html(&mut self, block: &Block) {
        let html = as_html(self.sheet, block);
        html.lines().filter(|line| !line.trim().is_empty()).for_each(|line| self.line(line));
    }

    fn gap(&mut self) {
        self.gap = !self.begun;
    }

    fn line(&mut self, text: &str) {
        self.start_line();
        self.begun = false;
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The blank line that is due, and the prefix, unless a marker stands there already.
    fn start_line(&mut self) {
        if self.begun {
            return;
        }
        if std::mem::take(&mut self.gap) && !self.out.is_empty() {
            self.out.push_str(self.prefix.trim_end());
            self.out.push('\n');
        }
        self.out.push_str(&self.prefix);
    }
}

fn is_list(block: &Block) -> bool {
    matches!(block, Block::BulletList(_) | Block::OrderedList { .. })
}

/// Whether a list may stand right below a paragraph: one that begins with another number than 1
/// would go on in it.
fn is_close_list(block: &Block) -> bool {
    matches!(block, Block::BulletList(_) | Block::OrderedList { start: 1, .. })
}

/// A table in pipes, where its shape allows: one head row, no spans, no row headers, a line of text
/// in each cell, and no caption.
fn pipes(table: &Table) -> Option<Vec<String>> {
    let grid = Grid::of(table)?;
    let even = table.rows.iter().all(|row| row.len() == grid.columns);
    if grid.head != 1 || !even || !table.caption.trim().is_empty() {
        return None;
    }
    let mut rows = Vec::with_capacity(table.rows.len() + 1);
    for (number, cells) in table.rows.iter().enumerate() {
        let mut row = String::from("|");
        for (at, cell) in cells.iter().enumerate() {
            let plain = cell.header == (number == 0) && cell.colspan <= 1 && cell.rowspan <= 1;
            let same_align = cell.align == table.rows[0][at].align;
            if !plain || !same_align {
                return None;
            }
            let text = match cell.content.as_slice() {
                [] => String::new(),
                [Block::Paragraph(content)] => line(content, "<br>"),
                _ => return None,
            };
            row.push(' ');
            row.push_str(text.trim_matches(' '));
            row.push_str(" |");
        }
        rows.push(row);
        if number == 0 {
            rows.push(rule(cells));
        }
    }
    Some(rows)
}

fn rule(cells: &[dateline_model::Cell]) -> String {
    use dateline_model::Align;
    let mut rule = String::from("|");
    for cell in cells {
        rule.push_str(match cell.align {
            None => " --- |",
            Some(Align::Start) => " :-- |",
            Some(Align::Center) => " :-: |",
            Some(Align::End) => " --: |",
        });
    }
    rule
}
