//! A body as HTML: one walk through its blocks.
//!
//! The markup is plain enough to be read back: a quotation is `figure.quotation` with a
//! `blockquote` and a `figcaption` of `.speaker` and `.position`, a picture is `figure` with `img`
//! and a `figcaption` that ends in `.credit`, a divider is `hr`.

use dateline_model::{Align, Block, Figure, Inline, Item, Marks, Table};

use super::markup::Markup;
use super::medium::{Medium, PicturePlace, content_id, picture_file};
use crate::address::{is_spelled_out, safe};
use crate::face::{Dateline, is_blank};
use crate::grid::{Grid, Placed};
use crate::words::Words;
use crate::{Picture, Pictures, Sheet};

/// The most pixels across a picture in a mail: the sheet without its margins.
const MAIL_PICTURE: u32 = 552;

/// Writes bodies.
pub(crate) struct BodyWriter<'a> {
    out: &'a mut Markup,
    medium: Medium,
    pictures: &'a Pictures,
    words: &'static Words,
    /// The level of the heading above the body; its own start one below.
    above: u8,
    /// The level of the last heading. None is skipped on the way down, whatever the body says.
    last: u8,
}

impl<'a> BodyWriter<'a> {
    pub(crate) fn new(out: &'a mut Markup, medium: Medium, sheet: &Sheet<'a>, above: u8) -> Self {
        let (pictures, words) = (sheet.pictures, sheet.words());
        Self { out, medium, pictures, words, above, last: above }
    }

    /// The blocks of a text, with its dateline in front of the lead. A text that opens with
    /// something else than a paragraph gets its dateline as a paragraph of its own.
    pub(crate) fn text(&mut self, blocks: &[Block], dateline: Option<&Dateline<'_>>) {
        let mut blocks = blocks.iter().filter(|block| !is_blank(block)).peekable();
        if let (Some(dateline), Some(first)) = (dateline, blocks.peek()) {
            self.out.put("<p>");
            if let Block::Paragraph(content) = first {
                self.dateline(dateline);
                self.out.put(" ");
                self.line(content);
                blocks.next();
            } else {
                self.dateline(dateline);
            }
            self.out.put("</p>\n");
        }
        blocks.for_each(|block| self.block(block));
    }

    /// Any blocks; those that show nothing are left out.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().filter(|block| !is_blank(block)).for_each(|block| self.block(block));
    }

    /// What stands in a line.
    pub(crate) fn line(&mut self, content: &[Inline]) {
        let mut open = Open::default();
        for inline in content {
            match inline {
                Inline::Text { text, marks } => {
                    open.change(text, marks, self.out);
                    self.out.text(text);
                }
                Inline::Break => {
                    self.out.put("<br>");
                }
                Inline::Unknown(node) => {
                    open.close(self.out);
                    self.out.text(&node.plain_text());
                }
            }
        }
        open.close(self.out);
    }

    fn dateline(&mut self, dateline: &Dateline<'_>) {
        self.out.put("<span class=\"dateline\">").text(&dateline.before);
        if !dateline.place.is_empty() {
            self.out.put("<span class=\"place\">").text(dateline.place).put("</span>");
        }
        self.out.text(&dateline.behind).put("</span> ").put(dateline.dash);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(content) => {
                self.out.put("<p>");
                self.line(content);
                self.out.put("</p>\n");
            }
            Block::Heading { level, content } => self.heading(*level, content),
            Block::BulletList(items) => {
                self.out.put("<ul>\n");
                self.items(items);
                self.out.put("</ul>\n");
            }
            Block::OrderedList { start, items } => {
                self.out.put("<ol");
                if *start != 1 {
                    self.out.put(" start=\"").number(*start).put("\"");
                }
                self.out.put(">\n");
                self.items(items);
                self.out.put("</ol>\n");
            }
            Block::Quotation { speaker, position, content } => {
                self.quotation(speaker, position, content);
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Divider => {
                self.out.put("<hr>\n");
            }
            Block::Unknown(node) => {
                self.out.put("<p>").text(&node.plain_text()).put("</p>\n");
            }
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        // The body's own levels start at 2.
        let wanted = self.above + level.saturating_sub(1).max(1);
        let level = wanted.min(self.last + 1).min(6);
        self.last = level;
        let (open, close) = match level {
            2 => ("<h2>", "</h2>\n"),
            3 => ("<h3>", "</h3>\n"),
            4 => ("<h4>", "</h4>\n"),
            5 => ("<h5>", "</h5>\n"),
            _ => ("<h6>", "</h6>\n"),
        };
        self.out.put(open);
        self.line(content);
        self.out.put(close);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items.iter().filter(|item| !item.iter().all(is_blank)) {
            self.out.put("<li>");
            self.item(item);
            self.out.put("</li>\n");
        }
    }

    /// The blocks of a list item or cell: a single paragraph stands without its element.
    pub(crate) fn item(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(content)] => self.line(content),
            [Block::Paragraph(content), rest @ ..] if rest.iter().all(is_list) => {
                self.line(content);
                self.out.put("\n");
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn quotation(&mut self, speaker: &str, position: &str, content: &[Block]) {
        let (speaker, position) = (speaker.trim(), position.trim());
        let (figure, caption) = self.figure_elements("<figure class=\"quotation\">\n");
        self.out.put(figure.0);
        if !content.iter().all(is_blank) {
            self.out.put("<blockquote>");
            self.blocks(content);
            self.out.put("</blockquote>\n");
        }
        if !speaker.is_empty() || !position.is_empty() {
            self.out.put(caption.0);
            if !speaker.is_empty() {
                self.out.put("<span class=\"speaker\">").text(speaker).put("</span>");
            }
            if !speaker.is_empty() && !position.is_empty() {
                self.out.put(self.words.comma);
            }
            if !position.is_empty() {
                self.out.put("<span class=\"position\">").text(position).put("</span>");
            }
            self.out.put(caption.1);
        }
        self.out.put(figure.1);
    }

    fn table(&mut self, table: &Table) {
        let caption = table.caption.trim();
        let Some(grid) = Grid::of(table) else {
            if !caption.is_empty() {
                self.out.put("<p>").text(caption).put("</p>\n");
            }
            return;
        };
        // What is wider than a phone scrolls by itself, and so must be reachable by keyboard.
        let label = if caption.is_empty() { self.words.table } else { caption };
        let scrolls = !self.medium.plain;
        if scrolls {
            self.out.put("<div class=\"table\" role=\"group\" tabindex=\"0\"");
            self.out.attribute("aria-label", label).put(">");
        }
        self.out.put("<table>\n");
        if !caption.is_empty() {
            self.out.put("<caption>").text(caption).put("</caption>\n");
        }
        for (number, row) in grid.rows.iter().enumerate() {
            if number == 0 {
                self.out.put(if grid.head > 0 { "<thead>\n" } else { "<tbody>\n" });
            } else if number == grid.head {
                self.out.put("</thead>\n<tbody>\n");
            }
            self.out.put("<tr>");
            row.iter().for_each(|placed| self.cell(placed, grid.is_head(number)));
            self.out.put("</tr>\n");
        }
        self.out.put("</tbody>\n</table>").put(if scrolls { "</div>\n" } else { "\n" });
    }

    fn cell(&mut self, placed: &Placed<'_>, in_head: bool) {
        let content = placed.cell.map(|cell| cell.content.as_slice()).unwrap_or_default();
        // A header without words names nothing.
        let header = placed.cell.is_some_and(|cell| cell.header) && !content.iter().all(is_blank);
        self.out.put(match (header, in_head) {
            (false, _) => "<td",
            (true, true) => "<th scope=\"col\"",
            (true, false) => "<th scope=\"row\"",
        });
        for (name, span) in [("colspan", placed.colspan), ("rowspan", placed.rowspan)] {
            if span > 1 {
                self.out.put(" ").put(name).put("=\"").number(span as u64).put("\"");
            }
        }
        self.out.put(match placed.align {
            Align::Start => ">",
            Align::Center => " class=\"center\">",
            Align::End => " class=\"end\">",
        });
        self.item(content);
        self.out.put(if header { "</th>" } else { "</td>" });
    }

    fn figure(&mut self, figure: &Figure) {
        let (around, below) = self.figure_elements("<figure>\n");
        self.out.put(around.0);
        match self.pictures.get(&figure.image) {
            Some(picture) => self.picture(&figure.image, picture, figure.alt.trim()),
            None => {
                self.out.put("<p class=\"missing\"><strong>").put(self.words.picture_missing);
                self.out.put("</strong> ").text(figure.alt.trim()).put("</p>\n");
            }
        }
        let (caption, credit) = (figure.caption.trim(), figure.credit.trim());
        if !caption.is_empty() || !credit.is_empty() {
            self.out.put(below.0).text(caption);
            if !credit.is_empty() {
                if !caption.is_empty() {
                    self.out.put(" ");
                }
                self.out.put("<span class=\"credit\">").text(credit).put("</span>");
            }
            self.out.put(below.1);
        }
        self.out.put(around.1);
    }

    fn picture(&mut self, hash: &str, picture: &Picture, alt: &str) {
        self.out.put("<img");
        match self.medium.pictures {
            PicturePlace::Inside => {
                self.out.data("src", &picture.media_type, &picture.bytes);
            }
            PicturePlace::Beside(folder) => {
                let file = picture_file(hash, &picture.media_type);
                self.out.attribute("src", &format!("{folder}{file}"));
            }
            PicturePlace::Parts => {
                self.out.attribute("src", &format!("cid:{}", content_id(hash)));
            }
        }
        self.out.attribute("alt", alt);
        let (width, height) = (picture.width, picture.height);
        if width > 0 && height > 0 {
            // Mail programs that know no styles go by the attribute alone.
            let shown = if self.medium.plain { width.min(MAIL_PICTURE) } else { width };
            self.out.put(" width=\"").number(shown).put("\"");
            if !self.medium.plain {
                self.out.put(" height=\"").number(height).put("\"");
            }
        }
        self.out.put(">\n");
    }

    /// What stands around a figure that starts with `figure`, and around its caption.
    fn figure_elements(&self, figure: &'static str) -> (Tags, Tags) {
        if self.medium.plain {
            (("<div>\n", "</div>\n"), ("<p class=\"caption\">", "</p>\n"))
        } else {
            ((figure, "</figure>\n"), ("<figcaption>", "</figcaption>\n"))
        }
    }
}

/// A start tag and its end tag.
type Tags = (&'static str, &'static str);

fn is_list(block: &Block) -> bool {
    matches!(block, Block::BulletList(_) | Block::OrderedList { .. })
}

/// The elements that are open in a line, so that words under one link stay one link.
#[derive(Default)]
struct Open<'a> {
    link: Option<&'a str>,
    /// The other marks in the order in which they were opened.
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Emphasis,
    Strong,
    Subscript,
    Superscript,
}

impl Mark {
    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Emphasis => ("<em>", "</em>"),
            Self::Strong => ("<strong>", "</strong>"),
            Self::Subscript => ("<sub>", "</sub>"),
            Self::Superscript => ("<sup>", "</sup>"),
        }
    }
}

impl<'a> Open<'a> {
    /// Closes what the next words do not carry and opens what they do.
    fn change(&mut self, text: &str, marks: &'a Marks, out: &mut Markup) {
        let link = marks.link.as_deref();
        if link != self.link {
            self.close(out);
            if let Some(address) = link.and_then(safe) {
                out.put("<a").attribute("href", &address);
                // On paper other links show where they lead.
                out.put(if is_spelled_out(&address, text) { " class=\"bare\">" } else { ">" });
                self.link = link;
            }
        }
        let wanted = [
            (Mark::Emphasis, marks.emphasis),
            (Mark::Strong, marks.strong),
            (Mark::Subscript, marks.subscript),
            (Mark::Superscript, marks.superscript),
        ];
        let is_wanted = |mark: &Mark| wanted.contains(&(*mark, true));
        let kept = self.marks.iter().take_while(|mark| is_wanted(mark)).count();
        self.close_to(kept, out);
        for (mark, _) in wanted.into_iter().filter(|(_, set)| *set) {
            if !self.marks.contains(&mark) {
                out.put(mark.tags().0);
                self.marks.push(mark);
            }
        }
    }

    fn close(&mut self, out: &mut Markup) {
        self.close_to(0, out);
        if self.link.take().is_some() {
            out.put("</a>");
        }
    }

    fn close_to(&mut self, kept: usize, out: &mut Markup) {
        while self.marks.len() > kept {
            if let Some(mark) = self.marks.pop() {
                out.put(mark.tags().1);
            }
        }
    }
}
