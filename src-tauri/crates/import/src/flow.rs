//! Blocks being put together, so that whatever a source nests, the result is what the document
//! model allows: paragraphs only in quotations and cells, pictures and tables only at the top.

use dateline_model::{Block, Cell, Inline, Item, Marks, Row, Table};

use crate::{line::Line, quotation};

/// The deepest that lists are nested, the levels that Word has. Items below stand on the last level.
pub(crate) const LIST_LEVELS: usize = 9;

/// The most rows and columns that one cell spans; HTML's own limit for columns.
const WIDEST_SPAN: u32 = 1000;

/// A run of blocks that is still being written, the last paragraph still open.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    done: Vec<Block>,
    line: Line,
    /// Blocks that may stand at the top only, on their way there.
    lifted: Vec<Block>,
    nested: bool,
}

impl Flow {
    /// The flow at the top of a text.
    pub(crate) fn top() -> Self {
        Self::default()
    }

    /// A flow inside a list item, a quotation or a cell, to be handed to [`Flow::list`] and its like.
    pub(crate) fn nested() -> Self {
        Self { nested: true, ..Self::default() }
    }

    /// Adds words to the open paragraph.
    pub(crate) fn text(&mut self, text: &str, marks: &Marks) {
        self.line.text(text, marks);
    }

    /// Breaks the line; two breaks together end the paragraph, as writers on the web mean them.
    pub(crate) fn line_break(&mut self) {
        if self.line.at_break() {
            self.end_paragraph();
        } else {
            self.line.line_break();
        }
    }

    /// Ends the open paragraph, if there are words in it.
    pub(crate) fn end_paragraph(&mut self) {
        let content = self.line.take();
        if !content.is_empty() {
            self.push(Block::Paragraph(content));
        }
    }

    /// Takes the words of the open paragraph for something else, e.g. a heading.
    pub(crate) fn take_line(&mut self) -> Vec<Inline> {
        self.line.take()
    }

    /// Adds a block.
    pub(crate) fn push(&mut self, block: Block) {
        self.end_paragraph();
        match block {
            Block::Figure(_) | Block::Table(_) if self.nested => self.lifted.push(block),
            block => self.done.push(block),
        }
        if !self.nested {
            self.done.append(&mut self.lifted);
        }
    }

    /// Adds a heading; one without words is left out.
    pub(crate) fn heading(&mut self, level: u8, content: Vec<Inline>) {
        if !content.is_empty() {
            self.push(Block::Heading { level, content });
        }
    }

    /// Gives the figure that was added last its caption; false when there is none without one.
    pub(crate) fn caption(&mut self, words: &str) -> bool {
        let last = if self.nested { self.lifted.last_mut() } else { self.done.last_mut() };
        match last {
            Some(Block::Figure(figure)) if figure.caption.is_empty() => {
                words.clone_into(&mut figure.caption);
                true
            }
            _ => false,
        }
    }

    /// Adds a list, numbered when it has a start, that stands so many lists deep.
    pub(crate) fn list(&mut self, start: Option<u32>, items: Vec<Flow>, depth: usize) {
        self.end_paragraph();
        let mut fitted: Vec<Item> = Vec::new();
        for item in items {
            let blocks = self.take_from(item);
            fit_item(blocks, &mut fitted);
        }
        if fitted.is_empty() {
            self.settle();
        } else if depth > LIST_LEVELS {
            fitted.into_iter().flatten().for_each(|block| self.push(block));
        } else {
            self.push(match start {
                Some(start) => Block::OrderedList { start, items: fitted },
                None => Block::BulletList(fitted),
            });
        }
    }

    /// Adds a quotation; one without words is left out, its speaker kept as a paragraph.
    pub(crate) fn quotation(&mut self, speaker: String, position: String, inner: Flow) {
        self.end_paragraph();
        let content = only_paragraphs(self.take_from(inner));
        if content.is_empty() {
            self.text(&attribution(&speaker, &position), &Marks::default());
            self.end_paragraph();
            self.settle();
        } else {
            self.push(Block::Quotation { speaker, position, content });
        }
    }

    /// Adds a quotation whose last line may name the speaker.
    pub(crate) fn attributed(&mut self, mut inner: Flow) {
        inner.end_paragraph();
        let (speaker, position) = quotation::take_attribution(&mut inner.done);
        self.quotation(speaker, position, inner);
    }

    /// Adds a table. Rows without cells go, short rows are filled up, and a table without words is
    /// left out.
    pub(crate) fn table(&mut self, caption: String, rows: Vec<Vec<(Cell, Flow)>>) {
        self.end_paragraph();
        let mut fitted: Vec<Row> = Vec::new();
        for row in rows {
            let cells = row.into_iter().map(|(cell, inner)| {
                let mut content = only_paragraphs(self.take_from(inner));
                if content.is_empty() {
                    content.push(Block::Paragraph(Vec::new()));
                }
                Cell { content, ..cell }
            });
            fitted.push(cells.collect());
        }
        let rows = rectangle(fitted);
        if !caption.is_empty() || has_words(&rows) {
            self.push(Block::Table(Table { caption, rows }));
        } else {
            self.settle();
        }
    }

    /// Adds everything that another flow holds, a paragraph of its own.
    pub(crate) fn absorb(&mut self, inner: Flow) {
        self.end_paragraph();
        for block in self.take_from(inner) {
            self.push(block);
        }
        self.settle();
    }

    /// Everything that was written, in order.
    pub(crate) fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.settle();
        self.done.append(&mut self.lifted);
        self.done
    }

    fn take_from(&mut self, mut inner: Flow) -> Vec<Block> {
        inner.end_paragraph();
        self.lifted.append(&mut inner.lifted);
        inner.done
    }

    /// Blocks lifted out of one that was left out stand in its place.
    fn settle(&mut self) {
        if !self.nested {
            self.done.append(&mut self.lifted);
        }
    }
}

/// "Speaker, position", or what of it is known.
pub(crate) fn attribution(speaker: &str, position: &str) -> String {
    let known: Vec<_> = [speaker, position].into_iter().filter(|part| !part.is_empty()).collect();
    known.join(", ")
}

/// A list item begins with a paragraph and goes on with paragraphs and lists. One that holds a list
/// only has no words of its own: its list's items take its place.
fn fit_item(blocks: Vec<Block>, items: &mut Vec<Item>) {
    let mut item = Item::new();
    for block in blocks {
        match block {
            Block::BulletList(inner) | Block::OrderedList { items: inner, .. }
                if item.is_empty() =>
            {
                items.extend(inner);
            }
            Block::BulletList(_) | Block::OrderedList { .. } => item.push(block),
            other => item.append(&mut only_paragraphs(vec![other])),
        }
    }
    if !item.is_empty() {
        items.push(item);
    }
}

/// The words of blocks as paragraphs.
fn only_paragraphs(blocks: Vec<Block>) -> Vec<Block> {
    let mut paragraphs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(_) => paragraphs.push(block),
            Block::Heading { content, .. } => paragraphs.push(Block::Paragraph(content)),
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                paragraphs.extend(only_paragraphs(items.into_iter().flatten().collect()));
            }
            Block::Quotation { speaker, position, content } => {
                paragraphs.extend(content);
                let said = attribution(&speaker, &position);
                if !said.is_empty() {
                    paragraphs.push(Block::paragraph(&format!("— {said}")));
                }
            }
            Block::Table(_) | Block::Figure(_) | Block::Divider | Block::Unknown(_) => {}
        }
    }
    paragraphs
}

/// Makes every row as wide as the widest, by an empty cell at its end, and lets no cell reach out
/// of the table. Rows without cells, which only cells from above pass through, go.
fn rectangle(rows: Vec<Row>) -> Vec<Row> {
    let mut empty_before = vec![0; rows.len() + 1];
    for (at, row) in rows.iter().enumerate() {
        empty_before[at + 1] = empty_before[at] + usize::from(row.is_empty());
    }
    let mut widths = vec![0_u32; rows.len()];
    let mut rows = rows;
    let last = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        for cell in row {
            cell.colspan = cell.colspan.clamp(1, WIDEST_SPAN);
            let end = last.min(at + cell.rowspan.clamp(1, WIDEST_SPAN) as usize);
            for width in &mut widths[at..end] {
                *width = width.saturating_add(cell.colspan);
            }
            let passed = empty_before[end] - empty_before[at];
            cell.rowspan = u32::try_from(end - at - passed).unwrap_or(1);
        }
    }
    let widest = widths.iter().copied().max().unwrap_or_default();
    rows.into_iter()
        .zip(widths)
        .filter(|(row, _)| !row.is_empty())
        .map(|(mut row, width)| {
            if width < widest {
                let content = vec![Block::Paragraph(Vec::new())];
                row.push(Cell { colspan: widest - width, content, ..Cell::default() });
            }
            row
        })
        .collect()
}

fn has_words(rows: &[Row]) -> bool {
    let mut blocks = rows.iter().flatten().flat_map(|cell| &cell.content);
    blocks.any(|block| matches!(block, Block::Paragraph(line) if !line.is_empty()))
}
