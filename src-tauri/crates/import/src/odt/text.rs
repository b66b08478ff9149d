//! The text of an OpenDocument: one walk in document order.

use dateline_model::{Align, Cell, Marks, say};

use super::styles::Styles;
use crate::{
    Refusal, address,
    compose::Part,
    left_out,
    manuscript::{Kind, Manuscript},
    package::Package,
    picture::picture,
    quoted,
    tree::{Id, Tree, Visitor},
    xml::Xml,
};

/// The most cells or rows that one repeated cell or row stands for: spreadsheets repeat their empty
/// rest a million times.
const MOST_REPEATED: u32 = 100;

pub(super) struct Walker<'a, 'b> {
    xml: &'a Xml,
    styles: &'a Styles,
    package: &'a mut Package<'b>,
    manuscript: &'a mut Manuscript,
    open: Vec<Leaving>,
    /// The marks of the open spans, outermost first.
    marks: Vec<Marks>,
    /// The styles of the open lists, outermost first.
    lists: Vec<String>,
    /// In the header rows of a table.
    header: bool,
    footnotes: usize,
    refusal: Option<Refusal>,
}

/// What is to be done when an element ends.
enum Leaving {
    Nothing,
    Paragraph,
    Marks,
    List,
    Item,
    Table,
    HeaderRows,
    Row,
    /// A cell, and how many empty ones like it follow.
    Cell(Cell, u32),
    TextBox,
    Footnote,
}

impl<'a, 'b> Walker<'a, 'b> {
    pub(super) fn new(
        xml: &'a Xml,
        styles: &'a Styles,
        package: &'a mut Package<'b>,
        manuscript: &'a mut Manuscript,
    ) -> Self {
        Self {
            xml,
            styles,
            package,
            manuscript,
            open: Vec::new(),
            marks: Vec::new(),
            lists: Vec::new(),
            header: false,
            footnotes: 0,
            refusal: None,
        }
    }

    /// # Errors
    /// When a picture of the document could not be unpacked.
    pub(super) fn finish(self) -> Result<(), Refusal> {
        self.refusal.map_or(Ok(()), Err)
    }

    fn marks(&self) -> Marks {
        self.marks.last().cloned().unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        let marks = self.marks();
        self.manuscript.text(text, &marks);
    }

    fn paragraph(&mut self, id: Id) -> Leaving {
        let style = self.xml.attribute(id, "style-name").unwrap_or_default();
        let kind = match self.xml.name(id) {
            "h" => {
                let level = self.xml.attribute(id, "outline-level").and_then(|n| n.parse().ok());
                Kind::Heading(level.unwrap_or(1))
            }
            _ => self.styles.kind(style),
        };
        let heading = matches!(kind, Kind::Heading(_) | Kind::Title | Kind::Subtitle);
        self.manuscript.begin_paragraph(kind);
        self.marks.push(if heading {
            Marks::default()
        } else {
            self.styles.paragraph_marks(style)
        });
        Leaving::Paragraph
    }

    fn span(&mut self, id: Id) -> Leaving {
        let mut marks = self.marks();
        if let Some(style) = self.xml.attribute(id, "style-name") {
            self.styles.mark(style, &mut marks);
        }
        self.marks.push(marks);
        Leaving::Marks
    }

    fn link(&mut self, id: Id) -> Leaving {
        let mut marks = self.marks();
        let href = self.xml.attribute(id, "href").unwrap_or_default();
        marks.link = address::accepted(href, None);
        if marks.link.is_none() && !href.is_empty() && !href.starts_with('#') {
            self.manuscript.notes.push(say!("Link left out: “{address}”.", address = href));
        }
        self.marks.push(marks);
        Leaving::Marks
    }

    fn list(&mut self, id: Id) -> Leaving {
        let xml = self.xml;
        let inner = xml.descendants(id).find(|&at| matches!(xml.name(at), "p" | "h"));
        // Numbered headings stand in lists of their own, which are none to a reader.
        if inner.is_some_and(|at| xml.name(at) == "h") {
            return Leaving::Nothing;
        }
        let by_paragraph = || self.styles.list_of(xml.attribute(inner?, "style-name")?);
        let style = xml
            .attribute(id, "style-name")
            .or(self.lists.last().map(String::as_str))
            .or_else(by_paragraph)
            .unwrap_or_default()
            .to_owned();
        let first = xml.children(id).find(|&item| xml.name(item) == "list-item");
        let restart = first.and_then(|item| xml.attribute(item, "start-value")?.parse().ok());
        let start = self.styles.list_start(&style, self.lists.len() + 1);
        self.lists.push(style);
        self.manuscript.begin(Part::List { start: start.map(|start| restart.unwrap_or(start)) });
        Leaving::List
    }

    fn cell(&mut self, id: Id) -> Leaving {
        let xml = self.xml;
        let number = |key| xml.attribute(id, key).and_then(|n| n.parse().ok()).unwrap_or(1);
        let paragraph = xml.child(id, "p").and_then(|p| xml.attribute(p, "style-name"));
        let align =
            paragraph.and_then(|style| self.styles.align(style)).and_then(|align| match align {
                "center" => Some(Align::Center),
                "end" | "right" => Some(Align::End),
                _ => None,
            });
        let cell = Cell {
            header: self.header,
            colspan: number("number-columns-spanned"),
            rowspan: number("number-rows-spanned"),
            align,
            content: Vec::new(),
        };
        let repeated = number("number-columns-repeated").clamp(1, MOST_REPEATED);
        self.manuscript.begin_cell(cell.clone());
        Leaving::Cell(cell, repeated - 1)
    }

    fn frame(&mut self, id: Id) {
        let xml = self.xml;
        let words =
            |name| xml.child(id, name).map(|at| xml.all_text(at)).filter(|t| !t.trim().is_empty());
        let alt = words("desc").or_else(|| words("title")).unwrap_or_default().trim().to_owned();
        // The first of several images is the one that LibreOffice shows; the others are copies.
        if let Some(image) = xml.child(id, "image") {
            let href = xml.attribute(image, "href").unwrap_or_default();
            let path = href.trim_start_matches("./");
            let name = path.rsplit('/').next().unwrap_or_default();
            match self.package.part(path) {
                Ok(Some(bytes)) => self.manuscript.picture(picture(name, &bytes), &alt),
                Ok(None) => {
                    let why = say!(
                        "it is not in the document but at {address}. Insert it by hand.",
                        address = href
                    );
                    self.manuscript.notes.push(left_out(say!("Picture left out"), &alt, why));
                }
                Err(why) => {
                    self.refusal.get_or_insert(why);
                }
            }
        } else if xml.child(id, "object").or(xml.child(id, "object-ole")).is_some() {
            let why = say!("save it as a picture and insert that.");
            self.manuscript.notes.push(left_out(say!("Embedded object left out"), &alt, why));
        }
    }

    fn count_changes(&mut self, id: Id) {
        for region in self.xml.find(id, "changed-region") {
            for change in self.xml.children(region) {
                match self.xml.name(change) {
                    "insertion" => self.manuscript.counts.insertions += 1,
                    "deletion" => self.manuscript.counts.deletions += 1,
                    _ => {}
                }
            }
        }
    }

    fn is_hidden(&mut self, id: Id) -> bool {
        let style = self.xml.attribute(id, "style-name");
        let hidden = style.is_some_and(|style| self.styles.is_hidden(style));
        if hidden {
            let words = self.xml.all_text(id);
            if !words.trim().is_empty() {
                self.manuscript
                    .notes
                    .push(say!("Hidden text left out: {words}.", words = quoted(words.trim())));
            }
        }
        hidden
    }
}

impl Visitor for Walker<'_, '_> {
    fn enter(&mut self, id: Id) -> bool {
        let xml = self.xml;
        let leaving = match xml.name(id) {
            "" => {
                // Outside of paragraphs there is only the white space of the file.
                if self.marks.is_empty() {
                    return false;
                }
                let text = xml.text(id);
                self.text(text);
                return false;
            }
            "p" | "h" | "span" if self.is_hidden(id) => return false,
            "p" | "h" => self.paragraph(id),
            "span" => self.span(id),
            "a" => self.link(id),
            "line-break" => {
                self.manuscript.line_break();
                return false;
            }
            "tab" | "s" => {
                self.text(" ");
                return false;
            }
            "list" => self.list(id),
            "list-item" | "list-header" if !self.lists.is_empty() => {
                self.manuscript.begin(Part::Item);
                Leaving::Item
            }
            "note" => {
                self.footnotes += 1;
                let number = self.footnotes.to_string();
                self.manuscript.text(&number, &Marks { superscript: true, ..Marks::default() });
                Leaving::Nothing
            }
            "note-body" => {
                self.manuscript.begin_aside();
                Leaving::Footnote
            }
            "table" => {
                self.manuscript.begin(Part::Table);
                Leaving::Table
            }
            "table-header-rows" => {
                self.header = true;
                Leaving::HeaderRows
            }
            "table-row" => {
                self.manuscript.begin(Part::Row);
                Leaving::Row
            }
            "table-cell" => self.cell(id),
            "frame" => {
                self.frame(id);
                Leaving::Nothing
            }
            "text-box" => {
                self.manuscript.begin_aside();
                Leaving::TextBox
            }
            "annotation" => {
                self.manuscript.counts.comments += 1;
                return false;
            }
            "tracked-changes" => {
                self.count_changes(id);
                return false;
            }
            "note-citation"
            | "annotation-end"
            | "covered-table-cell"
            | "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "desc"
            | "title"
            | "event-listeners"
            | "binary-data"
            | "object"
            | "object-ole"
            | "table-of-content-source" => return false,
            _ => Leaving::Nothing,
        };
        self.open.push(leaving);
        true
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Leaving::Paragraph) => {
                self.marks.pop();
                self.manuscript.end_paragraph();
            }
            Some(Leaving::Marks) => {
                self.marks.pop();
            }
            Some(Leaving::List) => {
                self.lists.pop();
                self.manuscript.end();
            }
            Some(Leaving::Item | Leaving::Table | Leaving::Row) => self.manuscript.end(),
            Some(Leaving::HeaderRows) => self.header = false,
            Some(Leaving::Cell(cell, more)) => {
                self.manuscript.end_cell();
                for _ in 0..more {
                    self.manuscript.begin_cell(cell.clone());
                    self.manuscript.end_cell();
                }
            }
            Some(Leaving::TextBox) => self.manuscript.end_box(),
            Some(Leaving::Footnote) => self.manuscript.end_footnote(),
            Some(Leaving::Nothing) | None => {}
        }
    }
}
