//! Markdown to blocks: CommonMark with tables and footnotes, and the custom that makes a block
//! quotation one with a speaker.

use dateline_model::{Align, Block, Body, Cell, Marks, line_text};
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{
    address,
    flow::{Flow, attribution},
};

/// What a Markdown text says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// The words of its first heading of level 1.
    pub(crate) title: String,
    pub(crate) body: Body,
    /// Footnotes, in the order in which the text refers to them.
    pub(crate) footnotes: Vec<Block>,
    /// What was left out, word for word.
    pub(crate) notes: Vec<String>,
}

/// Reads a Markdown text without front matter.
pub(crate) fn read(text: &str) -> Reading {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader { top: Flow::top(), ..Reader::default() };
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    top: Flow,
    /// What is open, outermost first.
    open: Vec<Open>,
    marks: OpenMarks,
    /// Labels of footnotes, in the order in which they are referred to.
    footnotes: Vec<String>,
    defined: Vec<(String, Vec<Block>)>,
    html: String,
    reading: Reading,
}

enum Open {
    Heading(u8, Flow),
    Quotation(Flow),
    List { start: Option<u32>, items: Vec<Flow> },
    Item(Flow),
    Table { align: Vec<Alignment>, rows: Vec<Vec<(Cell, Flow)>> },
    Row { header: bool, cells: Vec<(Cell, Flow)> },
    Cell(Cell, Flow),
    Footnote(String, Flow),
    Picture { address: String, title: String, alt: Flow },
}

#[derive(Default)]
struct OpenMarks {
    links: Vec<Option<String>>,
    emphasis: usize,
    strong: usize,
    subscript: bool,
    superscript: bool,
}

impl OpenMarks {
    fn now(&self) -> Marks {
        Marks {
            link: self.links.last().cloned().flatten(),
            emphasis: self.emphasis > 0,
            strong: self.strong > 0,
            subscript: self.subscript,
            superscript: self.superscript,
            unknown: Vec::new(),
        }
    }
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.flow().line_break(),
            Event::Rule => self.flow().push(Block::Divider),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.flow().end_paragraph(),
            Tag::CodeBlock(_) => self.flow().end_paragraph(),
            Tag::HtmlBlock => self.html.clear(),
            Tag::Heading { level, .. } => {
                self.flow().end_paragraph();
                self.open.push(Open::Heading(level_of(level), Flow::nested()));
            }
            Tag::BlockQuote(_) => self.open.push(Open::Quotation(Flow::nested())),
            Tag::List(start) => {
                let start = start.map(|n| u32::try_from(n).unwrap_or(1));
                self.open.push(Open::List { start, items: Vec::new() });
            }
            Tag::Item => self.open.push(Open::Item(Flow::nested())),
            Tag::FootnoteDefinition(label) => {
                self.open.push(Open::Footnote(label.into_string(), Flow::nested()));
            }
            Tag::Table(align) => self.open.push(Open::Table { align, rows: Vec::new() }),
            Tag::TableHead => self.open.push(Open::Row { header: true, cells: Vec::new() }),
            Tag::TableRow => self.open.push(Open::Row { header: false, cells: Vec::new() }),
            Tag::TableCell => {
                let cell = self.next_cell();
                self.open.push(Open::Cell(cell, Flow::nested()));
            }
            Tag::Emphasis => self.marks.emphasis += 1,
            Tag::Strong => self.marks.strong += 1,
            Tag::Link { dest_url, .. } => {
                let accepted = address::accepted(&dest_url, None);
                if accepted.is_none() {
                    self.reading.notes.push(format!("Link left out: “{dest_url}”."));
                }
                self.marks.links.push(accepted);
            }
            Tag::Image { dest_url, title, .. } => self.open.push(Open::Picture {
                address: dest_url.into_string(),
                title: title.into_string(),
                alt: Flow::nested(),
            }),
            Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.marks.emphasis -= 1,
            TagEnd::Strong => self.marks.strong -= 1,
            TagEnd::Link => {
                self.marks.links.pop();
            }
            TagEnd::Paragraph | TagEnd::CodeBlock => self.flow().end_paragraph(),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Image => {
                if let Some(open) = self.open.pop() {
                    self.close(open);
                }
            }
            TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn close(&mut self, open: Open) {
        match open {
            Open::Heading(1, mut inner) if self.reading.title.is_empty() => {
                self.reading.title = line_text(&inner.take_line()).replace('\n', " ");
            }
            Open::Heading(level, mut inner) => {
                let content = inner.take_line();
                self.flow().heading(level, content);
            }
            Open::Quotation(inner) => self.flow().attributed(inner),
            Open::List { start, items } => {
                let outer = self.open.iter().filter(|open| matches!(open, Open::List { .. }));
                let depth = outer.count() + 1;
                self.flow().list(start, items, depth);
            }
            Open::Item(inner) => {
                if let Some(Open::List { items, .. }) = self.open.last_mut() {
                    items.push(inner);
                }
            }
            Open::Cell(cell, inner) => {
                if let Some(Open::Row { cells, .. }) = self.open.last_mut() {
                    cells.push((cell, inner));
                }
            }
            Open::Row { cells, .. } => {
                if let Some(Open::Table { rows, .. }) = self.open.last_mut() {
                    rows.push(cells);
                }
            }
            Open::Table { rows, .. } => self.flow().table(String::new(), rows),
            Open::Footnote(label, inner) => self.defined.push((label, inner.finish())),
            Open::Picture { address, title, mut alt } => {
                let alt = line_text(&alt.take_line());
                let words = attribution(&alt, &title);
                self.reading.notes.push(format!("Picture left out: “{words}”, at {address}."));
            }
        }
    }

    fn finish(mut self) -> Reading {
        self.reading.body = Body(self.top.finish());
        let order = |label: &str| self.footnotes.iter().position(|known| known == label);
        self.defined.sort_by_key(|(label, _)| order(label).unwrap_or(usize::MAX));
        self.reading.footnotes = self.defined.into_iter().flat_map(|(_, blocks)| blocks).collect();
        self.reading
    }

    fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html);
        self.reading.notes.push(format!("HTML left out: “{}”.", html.trim()));
    }

    /// The flow that words go to.
    fn flow(&mut self) -> &mut Flow {
        let inner = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Heading(_, flow)
            | Open::Quotation(flow)
            | Open::Item(flow)
            | Open::Cell(_, flow)
            | Open::Footnote(_, flow)
            | Open::Picture { alt: flow, .. } => Some(flow),
            Open::List { .. } | Open::Table { .. } | Open::Row { .. } => None,
        });
        inner.unwrap_or(&mut self.top)
    }

    fn text(&mut self, text: &str) {
        let marks = self.marks.now();
        self.flow().text(text, &marks);
    }

    fn next_cell(&self) -> Cell {
        let Some(Open::Row { header, cells }) = self.open.last() else { return Cell::default() };
        let align = self.open.iter().rev().find_map(|open| match open {
            Open::Table { align, .. } => Some(align.get(cells.len()).copied()),
            _ => None,
        });
        let align = match align.flatten() {
            Some(Alignment::Left) => Some(Align::Start),
            Some(Alignment::Center) => Some(Align::Center),
            Some(Alignment::Right) => Some(Align::End),
            Some(Alignment::None) | None => None,
        };
        Cell { header: *header, align, ..Cell::default() }
    }

    fn footnote_reference(&mut self, label: &CowStr) {
        let at = self.footnotes.iter().position(|known| **known == **label).unwrap_or_else(|| {
            self.footnotes.push(label.to_string());
            self.footnotes.len() - 1
        });
        let marks = Marks { superscript: true, ..self.marks.now() };
        self.flow().text(&(at + 1).to_string(), &marks);
    }

    fn inline_html(&mut self, tag: &str) {
        let name: String = tag.to_lowercase().split_whitespace().collect();
        match name.as_str() {
            "<br>" | "<br/>" => self.flow().line_break(),
            "<sub>" => self.marks.subscript = true,
            "</sub>" => self.marks.subscript = false,
            "<sup>" => self.marks.superscript = true,
            "</sup>" => self.marks.superscript = false,
            _ => self.reading.notes.push(format!("HTML left out: “{tag}”.")),
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    level as u8
}
