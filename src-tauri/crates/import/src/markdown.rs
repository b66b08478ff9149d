//! Markdown to blocks: CommonMark with tables and footnotes, and the custom that makes a block
//! quotation one with a speaker.

use std::collections::HashMap;

use dateline_model::{Align, Block, Body, Cell, Figure, Marks, Sentence, say};
use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{
    Image, address,
    compose::{Composer, Part},
    data_url,
    flow::attribution,
    html, left_out, quoted,
};

/// What a Markdown text says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// The words of its first heading of level 1.
    pub(crate) title: String,
    pub(crate) body: Body,
    /// Footnotes, in the order in which the text refers to them.
    pub(crate) footnotes: Vec<Block>,
    pub(crate) images: Vec<Image>,
    /// What was left out, word for word.
    pub(crate) notes: Vec<Sentence>,
}

/// Reads a Markdown text without front matter.
pub(crate) fn read(text: &str) -> Reading {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, options) {
        reader.event(event);
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    composer: Composer,
    marks: OpenMarks,
    /// The numbers of footnotes by their labels, in the order in which the text refers to them.
    labels: HashMap<String, usize>,
    /// The open footnote's label, and the footnotes read so far.
    label: String,
    footnotes: Vec<(String, Vec<Block>)>,
    /// The alignments of the open table's columns, and whether and where a row of it is open.
    columns: Vec<Alignment>,
    header: bool,
    column: usize,
    /// Address and title of the open pictures.
    pictures: Vec<(String, String)>,
    html: String,
    reading: Reading,
}

#[derive(Default)]
struct OpenMarks {
    links: Vec<Option<String>>,
    emphasis: usize,
    strong: usize,
    subscript: bool,
    superscript: bool,
    /// Whether line feeds are line breaks.
    code: bool,
}

impl OpenMarks {
    fn now(&self) -> Marks {
        Marks {
            link: self.links.last().cloned().flatten(),
            emphasis: self.emphasis > 0,
            strong: self.strong > 0,
            subscript: self.subscript,
            superscript: self.superscript,
            ..Marks::default()
        }
    }
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.composer.line_break(),
            Event::Rule => self.composer.push(Block::Divider),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.inline_html(&tag),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => self.composer.end_paragraph(),
            Tag::CodeBlock(_) => {
                self.composer.end_paragraph();
                self.marks.code = true;
            }
            Tag::Heading { level: HeadingLevel::H1, .. } if self.reading.title.is_empty() => {
                self.composer.begin(Part::Aside);
            }
            Tag::Heading { level, .. } => self.composer.begin(Part::Heading(level as u8)),
            Tag::BlockQuote(_) => self
                .composer
                .begin(Part::Quotation { speaker: String::new(), position: String::new() }),
            Tag::List(start) => self
                .composer
                .begin(Part::List { start: start.map(|n| u32::try_from(n).unwrap_or(1)) }),
            Tag::Item => self.composer.begin(Part::Item),
            Tag::FootnoteDefinition(label) => {
                self.label = label.into_string();
                self.composer.begin(Part::Aside);
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.composer.begin(Part::Table);
            }
            Tag::TableHead => self.row(true),
            Tag::TableRow => self.row(false),
            Tag::TableCell => {
                let cell = self.cell();
                self.composer.begin(Part::Cell(cell));
            }
            Tag::Emphasis => self.marks.emphasis += 1,
            Tag::Strong => self.marks.strong += 1,
            Tag::Link { dest_url, .. } => {
                let accepted = address::accepted(&dest_url, None);
                if accepted.is_none() {
                    self.reading
                        .notes
                        .push(say!("Link left out: “{address}”.", address = *dest_url));
                }
                self.marks.links.push(accepted);
            }
            Tag::Image { dest_url, title, .. } => {
                self.pictures.push((dest_url.into_string(), title.into_string()));
                self.composer.begin(Part::Aside);
            }
            Tag::HtmlBlock
            | Tag::Strikethrough
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
            TagEnd::Paragraph => self.composer.end_paragraph(),
            TagEnd::CodeBlock => {
                self.composer.end_paragraph();
                self.marks.code = false;
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Heading(HeadingLevel::H1) if self.reading.title.is_empty() => {
                let blocks = self.composer.end_aside();
                self.reading.title = Body(blocks).plain_text().replace('\n', " ");
            }
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell => self.composer.end(),
            TagEnd::FootnoteDefinition => {
                let blocks = self.composer.end_aside();
                self.footnotes.push((std::mem::take(&mut self.label), blocks));
            }
            TagEnd::Image => self.picture(),
            TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        let marks = self.marks.now();
        if !self.marks.code {
            return self.composer.text(text, &marks);
        }
        for (at, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if at > 0 {
                self.composer.line_break();
            }
            self.composer.text(line, &marks);
        }
    }

    fn row(&mut self, header: bool) {
        self.header = header;
        self.column = 0;
        self.composer.begin(Part::Row);
    }

    fn cell(&mut self) -> Cell {
        let align = match self.columns.get(self.column) {
            Some(Alignment::Left) => Some(Align::Start),
            Some(Alignment::Center) => Some(Align::Center),
            Some(Alignment::Right) => Some(Align::End),
            Some(Alignment::None) | None => None,
        };
        self.column += 1;
        Cell { header: self.header, align, ..Cell::default() }
    }

    fn footnote_reference(&mut self, label: &str) {
        let next = self.labels.len() + 1;
        let number = *self.labels.entry(label.to_owned()).or_insert(next);
        let marks = Marks { superscript: true, ..self.marks.now() };
        self.composer.text(&number.to_string(), &marks);
    }

    fn picture(&mut self) {
        let alt = Body(self.composer.end_aside()).plain_text();
        let Some((address, title)) = self.pictures.pop() else { return };
        match data_url::read(&address) {
            Some(Ok(image)) => {
                self.composer.push(Block::Figure(Figure {
                    image: image.hash.clone(),
                    alt,
                    caption: title,
                    credit: String::new(),
                }));
                self.reading.images.push(image);
            }
            outcome => {
                let why = match outcome {
                    Some(Err(why)) => why.sentence(),
                    _ => {
                        say!("it is not in the text but at {address}. Insert it by hand.", address)
                    }
                };
                let words = attribution(&alt, &title);
                self.reading.notes.push(left_out(say!("Picture left out"), &words, why));
            }
        }
    }

    fn inline_html(&mut self, tag: &str) {
        let name: String = tag.to_lowercase().split_whitespace().collect();
        match name.as_str() {
            "<br>" | "<br/>" => self.composer.line_break(),
            "<sub>" => self.marks.subscript = true,
            "</sub>" => self.marks.subscript = false,
            "<sup>" => self.marks.superscript = true,
            "</sup>" => self.marks.superscript = false,
            _ => self.reading.notes.push(say!("HTML left out: {tag}.", tag = quoted(tag))),
        }
    }

    /// A block of HTML is read as such.
    fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html);
        let fragment = html::fragment(&html);
        for block in fragment.blocks {
            self.composer.push(block);
        }
        self.reading.images.extend(fragment.images);
        self.reading.notes.extend(fragment.notes);
    }

    fn finish(mut self) -> Reading {
        self.reading.body = Body(self.composer.finish());
        let labels = &self.labels;
        self.footnotes.sort_by_key(|(label, _)| labels.get(label).copied().unwrap_or(usize::MAX));
        self.reading.footnotes =
            self.footnotes.into_iter().flat_map(|(_, blocks)| blocks).collect();
        self.reading
    }
}
