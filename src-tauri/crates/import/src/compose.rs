//! A text being composed from what a source opens and closes: the one way from any document format
//! to the blocks of the model, at any depth of nesting.

use dateline_model::{Block, Cell, Marks};

use crate::flow::Flow;

/// A part of a text that holds others.
#[derive(Debug)]
pub(crate) enum Part {
    /// Level 1 to 9; see [`Composer::finish`].
    Heading(u8),
    /// Who speaks may be known beforehand; else the last line may tell.
    Quotation {
        speaker: String,
        position: String,
    },
    /// Numbered when it has a start.
    List {
        start: Option<u32>,
    },
    Item,
    Table,
    Row,
    /// The cell without its content.
    Cell(Cell),
    /// Words that belong elsewhere: a caption, a footnote, an attribution. See
    /// [`Composer::end_aside`].
    Aside,
}

/// Composes blocks. Parts end in the opposite order in which they began.
#[derive(Debug, Default)]
pub(crate) struct Composer {
    top: Flow,
    open: Vec<Open>,
    /// How many lists are open.
    lists: usize,
}

#[derive(Debug)]
enum Open {
    Heading(u8, Flow),
    Quotation { speaker: String, position: String, inner: Flow },
    List { start: Option<u32>, items: Vec<Flow> },
    Item(Flow),
    Table { caption: String, rows: Vec<Vec<(Cell, Flow)>> },
    Row(Vec<(Cell, Flow)>),
    Cell(Cell, Flow),
    Aside(Flow),
}

impl Composer {
    /// Begins a part inside the one that is open.
    pub(crate) fn begin(&mut self, part: Part) {
        match part {
            Part::Heading(level) => {
                self.end_paragraph();
                self.open.push(Open::Heading(level, Flow::nested()));
            }
            Part::Quotation { speaker, position } => {
                self.end_paragraph();
                self.open.push(Open::Quotation { speaker, position, inner: Flow::nested() });
            }
            Part::List { start } => {
                self.end_paragraph();
                self.lists += 1;
                self.open.push(Open::List { start, items: Vec::new() });
            }
            Part::Item => self.open.push(Open::Item(Flow::nested())),
            Part::Table => {
                self.end_paragraph();
                self.open.push(Open::Table { caption: String::new(), rows: Vec::new() });
            }
            Part::Row => self.open.push(Open::Row(Vec::new())),
            Part::Cell(cell) => self.open.push(Open::Cell(cell, Flow::nested())),
            Part::Aside => self.open.push(Open::Aside(Flow::top())),
        }
    }

    /// Ends the part that began last.
    pub(crate) fn end(&mut self) {
        let Some(part) = self.open.pop() else { return };
        match part {
            Open::Heading(level, mut inner) => {
                let content = inner.take_line();
                self.flow().heading(level, content);
                self.flow().absorb(inner);
            }
            Open::Quotation { speaker, position, inner } => {
                if speaker.is_empty() && position.is_empty() {
                    self.flow().attributed(inner);
                } else {
                    self.flow().quotation(speaker, position, inner);
                }
            }
            Open::List { start, items } => self.end_list(start, items),
            Open::Item(inner) => match self.open.last_mut() {
                Some(Open::List { items, .. }) => items.push(inner),
                _ => {
                    let depth = self.lists + 1;
                    self.flow().list(None, vec![inner], depth);
                }
            },
            Open::Table { caption, rows } => self.flow().table(caption, rows),
            Open::Row(cells) => match self.open.last_mut() {
                Some(Open::Table { rows, .. }) => rows.push(cells),
                _ => self.flow().table(String::new(), vec![cells]),
            },
            Open::Cell(cell, inner) => match self.open.last_mut() {
                Some(Open::Row(cells)) => cells.push((cell, inner)),
                _ => self.flow().absorb(inner),
            },
            Open::Aside(inner) => self.flow().absorb(inner),
        }
    }

    /// Ends an aside that began last, and gives what was said in it.
    pub(crate) fn end_aside(&mut self) -> Vec<Block> {
        match self.open.pop() {
            Some(Open::Aside(inner)) => {
                let mut blocks = inner.finish();
                for block in &mut blocks {
                    if let Block::Heading { level, .. } = block {
                        *level = (*level).clamp(2, 4);
                    }
                }
                blocks
            }
            Some(other) => {
                self.open.push(other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Adds words to the open paragraph of the open part.
    pub(crate) fn text(&mut self, text: &str, marks: &Marks) {
        self.flow().text(text, marks);
    }

    /// Breaks the line.
    pub(crate) fn line_break(&mut self) {
        self.flow().line_break();
    }

    /// Ends the open paragraph. Inside a heading it is a space: a heading is one line.
    pub(crate) fn end_paragraph(&mut self) {
        match self.open.last_mut() {
            Some(Open::Heading(_, inner)) => inner.text(" ", &Marks::default()),
            _ => self.flow().end_paragraph(),
        }
    }

    /// Adds a block that holds no others.
    pub(crate) fn push(&mut self, block: Block) {
        self.flow().push(block);
    }

    /// Gives the innermost open table its caption.
    pub(crate) fn set_caption(&mut self, words: String) {
        let table = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Table { caption, .. } => Some(caption),
            _ => None,
        });
        match table {
            Some(caption) => *caption = words,
            None => self.push(Block::paragraph(&words)),
        }
    }

    /// Gives the innermost open quotation its speaker.
    pub(crate) fn set_speaker(&mut self, who: String, what: String) {
        let quotation = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Quotation { speaker, position, .. } => Some((speaker, position)),
            _ => None,
        });
        if let Some((speaker, position)) = quotation {
            (*speaker, *position) = (who, what);
        }
    }

    /// Lets a cell of the innermost open table reach one row further down; row and cell count from 0.
    pub(crate) fn grow_cell(&mut self, row: usize, cell: usize) {
        let rows = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Table { rows, .. } => Some(rows),
            _ => None,
        });
        if let Some((cell, _)) = rows.and_then(|rows| rows.get_mut(row)?.get_mut(cell)) {
            cell.rowspan = cell.rowspan.saturating_add(1);
        }
    }

    /// Puts a caption below the picture that was added last, if there is one that has none; else the
    /// words are a paragraph.
    pub(crate) fn caption(&mut self, words: String) {
        if !self.flow().caption(&words) {
            self.text(&words, &Marks::default());
            self.end_paragraph();
        }
    }

    /// Everything that was composed; parts that are still open are ended. Where headings of level 1
    /// are left in the text, all stand one level lower, because a body's begin at 2.
    pub(crate) fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.end();
        }
        let mut blocks = self.top.finish();
        let levels = blocks.iter_mut().filter_map(|block| match block {
            Block::Heading { level, .. } => Some(level),
            _ => None,
        });
        let mut levels: Vec<&mut u8> = levels.collect();
        let lower = u8::from(levels.iter().any(|level| **level <= 1));
        for level in &mut levels {
            **level = level.saturating_add(lower).clamp(2, 4);
        }
        blocks
    }

    /// The flow that words go to. Words between the items of a list or the cells of a table stand
    /// before it.
    fn flow(&mut self) -> &mut Flow {
        let inner = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Heading(_, flow)
            | Open::Quotation { inner: flow, .. }
            | Open::Item(flow)
            | Open::Cell(_, flow)
            | Open::Aside(flow) => Some(flow),
            Open::List { .. } | Open::Table { .. } | Open::Row(_) => None,
        });
        inner.unwrap_or(&mut self.top)
    }

    /// Adds a list that just ended. One directly inside a list belongs to the item before it.
    fn end_list(&mut self, start: Option<u32>, inner: Vec<Flow>) {
        let depth = self.lists;
        self.lists -= 1;
        let Some(Open::List { items, .. }) = self.open.last_mut() else {
            return self.flow().list(start, inner, depth);
        };
        let mut item = items.pop().unwrap_or_else(Flow::nested);
        item.list(start, inner, depth);
        items.push(item);
    }
}
