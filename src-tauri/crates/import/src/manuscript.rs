//! A word processor's document on its way into a draft: what Word and OpenDocument have in common.

use dateline_model::{Block, Body, Cell, Figure, Marks, Sentence, line_text, say};

use crate::{
    Draft, Image, Refusal,
    compose::{Composer, Part},
    footnotes_said, left_out,
    lists::{ListItem, Lists},
    quoted, table_head,
};

/// What a paragraph is, by its style.
#[derive(Debug, PartialEq)]
pub(crate) enum Kind {
    Text,
    Title,
    Subtitle,
    Heading(u8),
    /// Somebody's words.
    Quotation,
    /// Below a picture.
    Caption,
    /// An item of a list that is told by its paragraphs only.
    Item(ListItem),
}

/// What is counted and told in the end.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) insertions: usize,
    pub(crate) deletions: usize,
    pub(crate) comments: usize,
}

/// The text of a document being read.
#[derive(Debug)]
pub(crate) struct Manuscript {
    composer: Composer,
    /// The text, and inside it the cells, boxes and footnotes that are open.
    open: Vec<Context>,
    title: String,
    subtitle: String,
    footnotes: Vec<Block>,
    images: Vec<Image>,
    pub(crate) counts: Counts,
    pub(crate) notes: Vec<Sentence>,
}

/// What goes on from paragraph to paragraph in one stretch of text.
#[derive(Debug, Default)]
struct Context {
    lists: Lists,
    /// Whether paragraphs of a quotation are being read.
    quoting: bool,
    /// The open paragraph.
    paragraph: Option<Kind>,
    /// Whether the next paragraph goes on in the last one.
    runs_on: bool,
    /// What text boxes said, to stand after the paragraph that they hang on.
    boxes: Vec<Block>,
}

impl Default for Manuscript {
    fn default() -> Self {
        Self {
            composer: Composer::default(),
            open: vec![Context::default()],
            title: String::new(),
            subtitle: String::new(),
            footnotes: Vec::new(),
            images: Vec::new(),
            counts: Counts::default(),
            notes: Vec::new(),
        }
    }
}

impl Manuscript {
    /// Begins a paragraph.
    pub(crate) fn begin_paragraph(&mut self, kind: Kind) {
        let kind = match kind {
            Kind::Title if !self.title.is_empty() => Kind::Heading(1),
            Kind::Subtitle if !self.subtitle.is_empty() => Kind::Text,
            kind => kind,
        };
        let Some(context) = self.open.last_mut() else { return };
        if std::mem::take(&mut context.runs_on) {
            context.paragraph = Some(Kind::Text);
            return;
        }
        self.composer.end_paragraph();
        if kind != Kind::Quotation {
            context.end_quotation(&mut self.composer);
        }
        match &kind {
            Kind::Item(item) => context.lists.item(item, 0, &mut self.composer),
            _ => context.lists.end(&mut self.composer),
        }
        match &kind {
            Kind::Heading(level) => self.composer.begin(Part::Heading(*level)),
            Kind::Title | Kind::Subtitle | Kind::Caption => self.composer.begin(Part::Aside),
            Kind::Quotation if !context.quoting => {
                let (speaker, position) = Default::default();
                self.composer.begin(Part::Quotation { speaker, position });
                context.quoting = true;
            }
            Kind::Quotation | Kind::Text | Kind::Item(_) => {}
        }
        context.paragraph = Some(kind);
    }

    /// Ends the open paragraph.
    pub(crate) fn end_paragraph(&mut self) {
        let kind = self.open.last_mut().and_then(|context| context.paragraph.take());
        match kind {
            Some(Kind::Heading(_)) => self.composer.end(),
            Some(Kind::Title) => self.title = self.aside(),
            Some(Kind::Subtitle) => self.subtitle = self.aside(),
            Some(Kind::Caption) => {
                let words = self.aside();
                self.composer.caption(words);
            }
            _ if self.open.last().is_some_and(|context| context.runs_on) => {}
            _ => self.composer.end_paragraph(),
        }
        let boxes = self.open.last_mut().map(|context| std::mem::take(&mut context.boxes));
        for block in boxes.unwrap_or_default() {
            self.composer.push(block);
        }
    }

    /// Lets the next paragraph go on in this one, whose end was deleted.
    pub(crate) fn run_on(&mut self) {
        if let Some(context) = self.open.last_mut() {
            let plain = matches!(
                context.paragraph,
                Some(Kind::Text | Kind::Item(_) | Kind::Quotation) | None
            );
            context.runs_on = plain;
        }
    }

    pub(crate) fn text(&mut self, text: &str, marks: &Marks) {
        let kind = self.open.last().and_then(|context| context.paragraph.as_ref());
        if matches!(kind, Some(Kind::Heading(_))) && marks.strong {
            self.composer.text(text, &Marks { strong: false, ..marks.clone() });
        } else {
            self.composer.text(text, marks);
        }
    }

    pub(crate) fn line_break(&mut self) {
        self.composer.line_break();
    }

    pub(crate) fn divider(&mut self) {
        self.end_runs();
        self.composer.push(Block::Divider);
    }

    /// Begins a list, an item, a table or a row.
    pub(crate) fn begin(&mut self, part: Part) {
        self.end_runs();
        self.composer.begin(part);
    }

    /// Ends what [`Manuscript::begin`] began last.
    pub(crate) fn end(&mut self) {
        self.composer.end_paragraph();
        self.end_runs();
        self.composer.end();
    }

    /// Begins a cell.
    pub(crate) fn begin_cell(&mut self, cell: Cell) {
        self.composer.begin(Part::Cell(cell));
        self.open.push(Context::default());
    }

    /// Ends a cell.
    pub(crate) fn end_cell(&mut self) {
        self.leave();
        self.composer.end();
    }

    /// Lets a cell of the open table reach one row further down.
    pub(crate) fn grow_cell(&mut self, row: usize, cell: usize) {
        self.composer.grow_cell(row, cell);
    }

    /// Begins a text box, or a footnote in the middle of its paragraph.
    pub(crate) fn begin_aside(&mut self) {
        self.composer.begin(Part::Aside);
        self.open.push(Context::default());
    }

    /// Ends a text box: what it says stands after the paragraph that it hangs on.
    pub(crate) fn end_box(&mut self) {
        self.leave();
        let blocks = self.composer.end_aside();
        match self.open.last_mut() {
            Some(context) if context.paragraph.is_some() => context.boxes.extend(blocks),
            _ => blocks.into_iter().for_each(|block| self.composer.push(block)),
        }
    }

    /// Ends a footnote.
    pub(crate) fn end_footnote(&mut self) {
        self.leave();
        let blocks = self.composer.end_aside();
        self.footnotes.extend(blocks);
    }

    /// Adds a picture, or tells why there is none.
    pub(crate) fn picture(&mut self, picture: Result<Image, Refusal>, alt: &str) {
        match picture {
            Ok(image) => {
                let figure =
                    Figure { image: image.hash.clone(), alt: alt.to_owned(), ..Figure::default() };
                // A picture stands after its paragraph, which it must not divide.
                match self.open.last_mut() {
                    Some(context) if context.paragraph.is_some() => {
                        context.boxes.push(Block::Figure(figure));
                    }
                    _ => self.composer.push(Block::Figure(figure)),
                }
                self.images.push(image);
            }
            Err(why) => {
                self.notes.push(left_out(say!("Picture left out"), alt, why.sentence()));
            }
        }
    }

    /// Puts everything into a draft.
    pub(crate) fn file(mut self, draft: &mut Draft) {
        self.end_paragraph();
        self.end_runs();
        let mut blocks = self.composer.finish();
        table_head::recognise(&mut blocks);
        let content = &mut draft.content;
        content.headline = self.title;
        content.subhead = self.subtitle;
        if content.headline.is_empty()
            && let Some(Block::Heading { content: line, .. }) = blocks.first()
        {
            content.headline = line_text(line).replace('\n', " ");
            blocks.remove(0);
        }
        content.body = Body(blocks);
        draft.images = self.images;
        if !self.footnotes.is_empty() {
            draft.notes.push(footnotes_said(self.footnotes.len()));
            draft.content.notes.0.extend(self.footnotes);
        }
        draft.notes.extend(self.notes);
        draft.notes.extend(self.counts.sentences());
    }

    fn aside(&mut self) -> String {
        Body(self.composer.end_aside()).plain_text().replace('\n', " ")
    }

    /// Leaves a cell, a box or a footnote: what began inside ends there.
    fn leave(&mut self) {
        self.end_paragraph();
        self.end_runs();
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn end_runs(&mut self) {
        if let Some(context) = self.open.last_mut() {
            self.composer.end_paragraph();
            context.lists.end(&mut self.composer);
            context.end_quotation(&mut self.composer);
        }
    }
}

impl Context {
    fn end_quotation(&mut self, composer: &mut Composer) {
        if std::mem::take(&mut self.quoting) {
            composer.end();
        }
    }
}

impl Counts {
    fn sentences(&self) -> Vec<Sentence> {
        let mut said = Vec::new();
        if self.insertions + self.deletions > 0 {
            said.push(say!(
                "Tracked changes were taken as accepted: {added} {added|insertion|insertions} and {deleted} {deleted|deletion|deletions}.",
                added = self.insertions,
                deleted = self.deletions
            ));
        }
        if self.comments > 0 {
            said.push(say!("Left out: {count} {count|comment|comments}.", count = self.comments));
        }
        said
    }
}

/// What stands on every page of a document, above or below its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageMargin {
    Footer,
    Header,
}

impl PageMargin {
    /// Tells its words, which are not the text's.
    pub(crate) fn left_out(self, words: &str) -> Sentence {
        let words = quoted(words);
        match self {
            Self::Footer => say!("Page footer left out: {words}.", words),
            Self::Header => say!("Page header left out: {words}.", words),
        }
    }
}
