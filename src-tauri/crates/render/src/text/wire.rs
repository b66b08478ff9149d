//! The writer of plain text: words in, lines out. It keeps the promises that hold for every line:
//! its width, no space at its end, never two blank lines, one final line end.

use std::borrow::Cow;

use super::TextForm;
use super::fold::fold;
use super::wrap::{columns, wrap};
use crate::address::{is_spelled_out, safe};

/// Plain text being written.
pub(super) struct Wire {
    out: String,
    form: TextForm,
    /// Words that are not on a line yet.
    words: String,
    /// Columns at the start of every line.
    indent: usize,
    /// What the next line starts with instead: the indents and markers of list items.
    marker: Option<String>,
    /// Whether a blank line is due before the next line.
    gap: bool,
    /// The addresses referred to, in the order of their numbers.
    links: Vec<String>,
}

/// An indent to return to.
pub(super) struct Indent(usize);

impl Wire {
    pub(super) fn new(form: TextForm) -> Self {
        Self {
            out: String::with_capacity(4 * 1024),
            form,
            words: String::new(),
            indent: 0,
            marker: None,
            gap: false,
            links: Vec::new(),
        }
    }

    /// The columns of a line between indent and end.
    pub(super) fn width(&self) -> usize {
        self.full_width() - self.indent
    }

    /// Adds words to the paragraph. White space counts as one space, as in every output.
    pub(super) fn say(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| self.needs_a_look(byte)) {
            let (words, behind) = rest.split_at(at);
            self.words.push_str(words);
            let mut behind = behind.chars();
            if let Some(c) = behind.next() {
                self.say_character(c);
            }
            rest = behind.as_str();
        }
        self.words.push_str(rest);
        self
    }

    /// Ends the line inside the paragraph.
    pub(super) fn line_break(&mut self) {
        let kept = self.words.trim_end_matches(' ').len();
        self.words.truncate(kept);
        self.words.push('\n');
    }

    /// Adds the reference to where the words since `start` lead, if they do not say it themselves.
    /// Mail addresses and telephone numbers are short and stand in the text.
    pub(super) fn refer(&mut self, address: &str, start: usize) {
        let Some(address) = safe(address) else { return };
        let text = self.words.get(start..).unwrap_or_default();
        let space_behind = text.ends_with(' ');
        if text.trim().is_empty() || is_spelled_out(&address, text) {
            return;
        }
        let reference = match address.split_once(':') {
            Some(("mailto" | "tel", short)) => format!(" ({short})"),
            _ => format!(" [{}]", self.number_of(address)),
        };
        self.say(&reference);
        if space_behind {
            self.say(" ");
        }
    }

    /// Where the next words will stand in the paragraph; for [`Self::refer`].
    pub(super) fn mark(&self) -> usize {
        self.words.len()
    }

    /// Takes the words of the paragraph instead of writing it.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.words).trim().to_owned()
    }

    /// Writes the paragraph.
    pub(super) fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        let text = words.trim();
        if !text.is_empty() {
            let width = self.full_width();
            let first = self.marker.as_deref().map_or(self.indent, columns);
            wrap(text, width.saturating_sub(first).max(1), width - self.indent, |line| {
                self.line(line);
            });
        }
        self.words = words;
        self.words.clear();
    }

    /// Writes a line as it is; it is not wrapped.
    pub(super) fn line(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() && self.marker.is_none() {
            return;
        }
        if std::mem::take(&mut self.gap) && !self.out.is_empty() {
            self.end_line();
        }
        match self.marker.take() {
            Some(marker) => self.out.push_str(&marker),
            None => self.out.extend(std::iter::repeat_n(' ', self.indent)),
        }
        self.out.push_str(line);
        let kept = self.out.trim_end_matches(' ').len();
        self.out.truncate(kept);
        self.end_line();
    }

    /// A line whose columns have been set already: spaces at its start are part of it.
    pub(super) fn set_line(&mut self, line: &str) {
        let line = line.trim_end();
        let start = line.len() - line.trim_start_matches(' ').len();
        let indent = self.indent;
        if self.marker.is_none() {
            self.indent += start;
        }
        self.line(line);
        self.indent = indent;
    }

    /// A paragraph of its own, with a blank line before it.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.say(text);
        self.end_paragraph();
    }

    /// A blank line is due before the next line. Many are as one.
    pub(super) fn gap(&mut self) {
        self.gap = true;
    }

    /// Indents what follows by some columns; half the width at most stays indent.
    pub(super) fn nest(&mut self, by: usize) -> Indent {
        let before = Indent(self.indent);
        if self.indent + by <= self.full_width() / 2 {
            self.indent += by;
        }
        before
    }

    /// The same, with a marker in front of the first line: `- ` or ` 9. `, or nothing, so that only
    /// the lines behind the first are indented. The marker of an item in an item stands behind it.
    pub(super) fn hang(&mut self, marker: &str, by: usize) -> Indent {
        let mut prefix = self.marker.take().unwrap_or_else(|| " ".repeat(self.indent));
        prefix.push_str(marker);
        self.marker = Some(prefix);
        self.nest(by)
    }

    /// Returns to an indent. A marker that no line took is dropped with it.
    pub(super) fn leave(&mut self, indent: Indent) {
        self.indent = indent.0;
        self.marker = None;
    }

    /// A line across the text.
    pub(super) fn rule(&mut self, of: char) {
        let width = self.form.width.map_or(TextForm::USUAL, |_| self.width());
        self.gap();
        self.line(&of.to_string().repeat(width));
    }

    /// The addresses referred to so far, in the order of their numbers.
    pub(super) fn take_links(&mut self) -> Vec<String> {
        std::mem::take(&mut self.links)
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn full_width(&self) -> usize {
        self.form.width.map_or(usize::MAX / 2, |width| width.max(TextForm::NARROWEST))
    }

    /// Whether a byte begins a character that is not simply copied: white space and controls, which
    /// begin with 0xc2 or 0xe2 outside ASCII, and for ASCII output all the others.
    fn needs_a_look(&self, byte: u8) -> bool {
        byte <= b' '
            || byte == 0x7f
            || byte == 0xc2
            || byte == 0xe2
            || self.form.ascii && byte > 0x7f
    }

    fn say_character(&mut self, c: char) {
        match c {
            ' ' | '\t' | '\n' | '\r' => self.space(),
            // Line and paragraph separators.
            '\u{2028}' | '\u{2029}' => self.line_break(),
            // A soft hyphen is advice for pages that hyphenate; a control is nothing.
            '\u{ad}' => {}
            c if c.is_control() => {}
            // Spaces of any other width.
            c if self.form.ascii && c.is_whitespace() => self.space(),
            c if self.form.ascii => fold(c, &mut self.words),
            c => self.words.push(c),
        }
    }

    fn space(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
            self.words.push(' ');
        }
    }

    fn number_of(&mut self, address: Cow<'_, str>) -> usize {
        match self.links.iter().position(|known| *known == address) {
            Some(at) => at + 1,
            None => {
                self.links.push(address.into_owned());
                self.links.len()
            }
        }
    }

    fn end_line(&mut self) {
        self.out.push_str(if self.form.crlf { "\r\n" } else { "\n" });
    }
}
