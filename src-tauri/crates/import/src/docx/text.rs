//! The text of a Word document: one walk in document order.

use dateline_model::{Cell, Marks, say};

use super::{
    Source,
    numbering::Numbering,
    styles::{self, Raised},
};
use crate::{
    Refusal, address,
    compose::Part,
    left_out,
    manuscript::{Kind, Manuscript},
    package::Package,
    picture::picture,
    quoted,
    tree::{Id, Tree, Visitor, walk},
    xml::Xml,
};

pub(super) struct Walker<'a, 'b> {
    xml: &'a Xml,
    source: &'a Source,
    numbering: &'a mut Numbering,
    package: &'a mut Package<'b>,
    manuscript: &'a mut Manuscript,
    open: Vec<Leaving>,
    /// The marks of the open run.
    marks: Marks,
    /// The addresses of the open links, outermost first.
    links: Vec<Option<String>>,
    fields: Vec<Field>,
    tables: Vec<Table>,
    /// The ids of the footnotes and endnotes in the order in which the text refers to them.
    referred: Vec<(Note, String)>,
    /// The first part that could not be read.
    refusal: Option<Refusal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    Footnote,
    Endnote,
}

/// What is to be done when an element ends.
#[derive(Clone, Copy)]
enum Leaving {
    Nothing,
    Paragraph,
    Link,
    Table,
    Row,
    Cell,
    /// A cell that only continues the one above.
    Continued,
    TextBox,
}

/// A field: its instruction, then its result.
#[derive(Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

/// Where the rows of an open table stand.
#[derive(Default)]
struct Table {
    rows: usize,
    /// The cells of the open row that were begun, and the grid columns that they take.
    cells: usize,
    column: usize,
    header: bool,
    /// By grid column: row and cell of the cell that stands there, for those that continue it.
    above: Vec<Option<(usize, usize)>>,
}

impl<'a, 'b> Walker<'a, 'b> {
    pub(super) fn new(
        xml: &'a Xml,
        source: &'a Source,
        numbering: &'a mut Numbering,
        package: &'a mut Package<'b>,
        manuscript: &'a mut Manuscript,
    ) -> Self {
        Self {
            xml,
            source,
            numbering,
            package,
            manuscript,
            open: Vec::new(),
            marks: Marks::default(),
            links: Vec::new(),
            fields: Vec::new(),
            tables: Vec::new(),
            referred: Vec::new(),
            refusal: None,
        }
    }

    /// Reads the notes that the text refers to, in that order.
    ///
    /// # Errors
    /// When a part of the document could not be read.
    pub(super) fn footnotes(mut self) -> Result<(), Refusal> {
        for (note, id) in std::mem::take(&mut self.referred) {
            let (xml, name) = match note {
                Note::Footnote => (&self.source.footnotes, "footnote"),
                Note::Endnote => (&self.source.endnotes, "endnote"),
            };
            let Some(xml) = xml else { continue };
            let found = xml.find(Xml::TOP, name).find(|&at| xml.attribute(at, "id") == Some(&id));
            if let Some(found) = found {
                self.xml = xml;
                self.manuscript.begin_aside();
                walk(xml, found, &mut self);
                self.manuscript.end_footnote();
            }
        }
        self.refusal.map_or(Ok(()), Err)
    }

    fn text(&mut self, text: &str) {
        let field = self.fields.iter().rev().find(|field| field.in_result);
        let link = match self.links.last() {
            Some(link) => link.clone(),
            None => field.and_then(|field| link_of(&field.instruction)),
        };
        let marks = Marks { link, ..self.marks.clone() };
        self.manuscript.text(text, &marks);
    }

    fn begin_paragraph(&mut self, id: Id) {
        let xml = self.xml;
        let properties = xml.child(id, "pPr");
        let style = properties.and_then(|id| styles::named(xml, id, "pStyle"));
        let mut kind = style.map_or(Kind::Text, |style| self.source.styles.kind(style));
        if let Some(level) = properties.and_then(|id| styles::outline(xml, id)) {
            kind = if level <= 9 { Kind::Heading(level) } else { Kind::Text };
        }
        let list = properties
            .and_then(|id| styles::list(xml, id))
            .or_else(|| self.source.styles.list(style?));
        if kind == Kind::Text
            && let Some((list, level)) = list
            && !self.is_blank(id)
            && let Some(item) = self.numbering.item(&list, level)
        {
            kind = Kind::Item(item);
        }
        self.manuscript.begin_paragraph(kind);
        let mark = properties.and_then(|id| xml.child(id, "rPr"));
        if mark.is_some_and(|mark| xml.child(mark, "del").is_some()) {
            self.manuscript.run_on();
        }
    }

    /// Whether a paragraph shows nothing.
    fn is_blank(&self, id: Id) -> bool {
        let xml = self.xml;
        !xml.descendants(id).any(|at| match xml.name(at) {
            "t" => !xml.all_text(at).trim().is_empty(),
            "drawing" | "pict" | "sym" | "footnoteReference" => true,
            _ => false,
        })
    }

    /// Takes the properties of a run; false when its text is hidden.
    fn begin_run(&mut self, id: Id) -> bool {
        let xml = self.xml;
        self.marks = Marks::default();
        let Some(properties) = xml.child(id, "rPr") else { return true };
        let style = styles::named(xml, properties, "rStyle");
        let styled = style.map(|style| self.source.styles.run(style)).unwrap_or_default();
        let run = styles::run(xml, properties).or(styled);
        self.marks.strong = run.strong.unwrap_or_default();
        self.marks.emphasis = run.emphasis.unwrap_or_default();
        self.marks.superscript = run.raised == Some(Raised::Up);
        self.marks.subscript = run.raised == Some(Raised::Down);
        if run.hidden == Some(true) {
            let words: String = xml.find(id, "t").map(|at| xml.all_text(at)).collect();
            if !words.trim().is_empty() {
                self.manuscript
                    .notes
                    .push(say!("Hidden text left out: {words}.", words = quoted(&words)));
            }
            return false;
        }
        true
    }

    fn field(&mut self, id: Id) {
        match self.xml.attribute(id, "fldCharType") {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn begin_table(&mut self) -> Leaving {
        self.manuscript.begin(Part::Table);
        self.tables.push(Table::default());
        Leaving::Table
    }

    fn begin_row(&mut self, id: Id) -> Leaving {
        let xml = self.xml;
        let properties = xml.child(id, "trPr");
        let header = properties.is_some_and(|id| xml.child(id, "tblHeader").is_some());
        let skipped = properties.and_then(|id| xml.child_attribute(id, "gridBefore", "val"));
        if let Some(table) = self.tables.last_mut() {
            table.cells = 0;
            table.column = skipped.and_then(|n| n.parse().ok()).unwrap_or(0);
            table.header = header;
        }
        self.manuscript.begin(Part::Row);
        Leaving::Row
    }

    fn begin_cell(&mut self, id: Id) -> Leaving {
        /// Word's own limit is 63.
        const MOST_COLUMNS: usize = 1000;
        let xml = self.xml;
        let properties = xml.child(id, "tcPr");
        let span = properties.and_then(|id| xml.child_attribute(id, "gridSpan", "val"));
        let span = span.and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, MOST_COLUMNS);
        let merge = properties.and_then(|id| xml.child(id, "vMerge"));
        let Some(table) = self.tables.last_mut() else {
            return Leaving::Nothing;
        };
        let columns = table.column..table.column + span;
        table.column = columns.end;
        if table.above.len() < columns.end && columns.end <= MOST_COLUMNS {
            table.above.resize(columns.end, None);
        }
        let restarts = merge.is_none_or(|id| xml.attribute(id, "val") == Some("restart"));
        if !restarts && let Some(Some((row, cell))) = table.above.get(columns.start).copied() {
            self.manuscript.grow_cell(row, cell);
            self.manuscript.begin_aside();
            return Leaving::Continued;
        }
        let here = merge.map(|_| (table.rows, table.cells));
        for above in table.above.iter_mut().take(columns.end).skip(columns.start) {
            *above = here;
        }
        table.cells += 1;
        let cell = Cell {
            header: table.header,
            colspan: u32::try_from(span).unwrap_or(1),
            ..Cell::default()
        };
        self.manuscript.begin_cell(cell);
        Leaving::Cell
    }

    /// Takes the pictures of a drawing; what its text boxes say is walked.
    fn drawing(&mut self, id: Id) {
        let xml = self.xml;
        let described = |at: Id| {
            let named =
                ["descr", "alt", "title"].into_iter().find_map(|key| xml.attribute(at, key));
            named.filter(|words| !words.trim().is_empty())
        };
        let mut owners =
            xml.descendants(id).filter(|&at| matches!(xml.name(at), "docPr" | "cNvPr" | "shape"));
        let alt = owners.find_map(described).unwrap_or_default().trim().to_owned();
        // Word's horizontal line is a drawing.
        if xml.descendants(id).any(|at| xml.attribute(at, "hr").is_some_and(|hr| hr != "f")) {
            return self.manuscript.divider();
        }
        let mut shown = false;
        for at in xml.descendants(id) {
            let reference = match xml.name(at) {
                "blip" => xml.attribute(at, "embed").or(xml.attribute(at, "link")),
                "imagedata" => xml.attribute(at, "id"),
                _ => continue,
            };
            if let Some(reference) = reference {
                shown = true;
                self.picture(reference, &alt);
            }
        }
        let what =
            ["chart", "relIds", "OLEObject"].into_iter().find(|name| styles::holds(xml, id, name));
        if let Some(what) = what.filter(|_| !shown) {
            let what = match what {
                "chart" => say!("Chart left out"),
                "relIds" => say!("Diagram left out"),
                _ => say!("Embedded object left out"),
            };
            let why = say!("save it as a picture and insert that.");
            self.manuscript.notes.push(left_out(what, &alt, why));
        }
    }

    fn picture(&mut self, reference: &str, alt: &str) {
        let Some(target) = self.source.relations.get(reference) else { return };
        if target.external {
            let why = say!(
                "it is not in the document but at {address}. Insert it by hand.",
                address = target.path
            );
            self.manuscript.notes.push(left_out(say!("Picture left out"), alt, why));
            return;
        }
        match self.package.part(&target.path) {
            Ok(Some(bytes)) => {
                let name = target.path.rsplit('/').next().unwrap_or_default();
                self.manuscript.picture(picture(name, &bytes), alt);
            }
            Ok(None) => self
                .manuscript
                .notes
                .push(say!("Picture left out: {path} is not in the document.", path = target.path)),
            Err(why) => {
                self.refusal.get_or_insert(why);
            }
        }
    }

    fn note_reference(&mut self, note: Note, id: Id) {
        let Some(name) = self.xml.attribute(id, "id") else { return };
        self.referred.push((note, name.to_owned()));
        let number = self.referred.len().to_string();
        self.manuscript.text(&number, &Marks { superscript: true, ..Marks::default() });
    }
}

impl Visitor for Walker<'_, '_> {
    fn enter(&mut self, id: Id) -> bool {
        let xml = self.xml;
        let leaving = match xml.name(id) {
            "p" => {
                self.begin_paragraph(id);
                Leaving::Paragraph
            }
            "r" if !self.begin_run(id) => return false,
            "t" => {
                let text = xml.all_text(id);
                self.text(&text);
                return false;
            }
            "instrText" => {
                let instruction = xml.all_text(id);
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&instruction);
                }
                return false;
            }
            "fldChar" => {
                self.field(id);
                return false;
            }
            "tab" | "ptab" => {
                self.text(" ");
                return false;
            }
            "br" | "cr" => {
                match xml.attribute(id, "type") {
                    Some("page" | "column") => self.text(" "),
                    _ => self.manuscript.line_break(),
                }
                return false;
            }
            "noBreakHyphen" => {
                self.text("\u{2011}");
                return false;
            }
            "sym" => {
                // Symbol fonts put their signs into Unicode's private area, where they mean nothing.
                let code =
                    xml.attribute(id, "char").and_then(|hex| u32::from_str_radix(hex, 16).ok());
                match code
                    .and_then(char::from_u32)
                    .filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c))
                {
                    Some(c) => self.text(&c.to_string()),
                    None => self.manuscript.notes.push(say!(
                        "A sign of the font {font} was left out.",
                        font = quoted(xml.attribute(id, "font").unwrap_or_default())
                    )),
                }
                return false;
            }
            "hyperlink" => {
                let target = xml.attribute(id, "id").and_then(|id| self.source.relations.get(id));
                let link = target.map(|target| address::accepted(&target.path, None));
                if link == Some(None) {
                    self.manuscript.notes.push(say!(
                        "Link left out: “{address}”.",
                        address = target.map(|target| target.path.as_str()).unwrap_or_default()
                    ));
                }
                self.links.push(link.flatten());
                Leaving::Link
            }
            "fldSimple" => {
                self.links.push(link_of(xml.attribute(id, "instr").unwrap_or_default()));
                Leaving::Link
            }
            "ins" | "moveTo" => {
                self.manuscript.counts.insertions += 1;
                Leaving::Nothing
            }
            "del" | "moveFrom" => {
                self.manuscript.counts.deletions += 1;
                return false;
            }
            "commentReference" => {
                self.manuscript.counts.comments += 1;
                return false;
            }
            "footnoteReference" => {
                self.note_reference(Note::Footnote, id);
                return false;
            }
            "endnoteReference" => {
                self.note_reference(Note::Endnote, id);
                return false;
            }
            "drawing" | "pict" | "object" => {
                self.drawing(id);
                Leaving::Nothing
            }
            "txbxContent" => {
                self.manuscript.begin_aside();
                Leaving::TextBox
            }
            "tbl" => self.begin_table(),
            "tr" if !self.tables.is_empty() => self.begin_row(id),
            "tc" if !self.tables.is_empty() => self.begin_cell(id),
            "altChunk" => {
                self.manuscript.notes.push(say!(
                    "A part from another file was left out: copy it into the document."
                ));
                return false;
            }
            // Properties are read where they belong. The fallback of a drawing says the same again.
            "pPr" | "rPr" | "tblPr" | "tblPrEx" | "trPr" | "tcPr" | "sectPr" | "sdtPr"
            | "tblGrid" | "Fallback" | "delText" | "delInstrText" | "annotationRef" | "" => {
                return false;
            }
            _ => Leaving::Nothing,
        };
        self.open.push(leaving);
        true
    }

    fn leave(&mut self) {
        match self.open.pop() {
            Some(Leaving::Paragraph) => self.manuscript.end_paragraph(),
            Some(Leaving::Link) => {
                self.links.pop();
            }
            Some(Leaving::Table) => {
                self.tables.pop();
                self.manuscript.end();
            }
            Some(Leaving::Row) => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                }
                self.manuscript.end();
            }
            Some(Leaving::Cell) => self.manuscript.end_cell(),
            Some(Leaving::Continued | Leaving::TextBox) => self.manuscript.end_box(),
            Some(Leaving::Nothing) | None => {}
        }
    }
}

/// The address that a field leads to: `HYPERLINK "https://vestmark.example" \o "…"`.
fn link_of(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim_start();
    let quoted = rest.strip_prefix('"')?;
    address::accepted(quoted.split('"').next()?, None)
}
