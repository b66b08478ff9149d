//! Lines as CommonMark: marks, links, and words that stay words.

use dateline_model::{Inline, Marks};

use crate::address::safe;

/// A line with its marks; breaks as given.
pub(super) fn line(content: &[Inline], line_break: &str) -> String {
    let unmarked = Marks::default();
    let mut line = Line::default();
    for inline in content {
        match inline {
            Inline::Text { text, marks } => line.text(text, marks),
            Inline::Break => line.line_break(line_break),
            Inline::Unknown(node) => line.text(&node.plain_text(), &unmarked),
        }
    }
    line.finish()
}

/// Words with everything escaped that could be read as markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    text.chars().for_each(|c| escape(c, &mut out));
    out
}

/// A line whose beginning is not read as that of a heading, a list or a rule.
pub(super) fn escape_start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = match text.as_bytes().get(digits) {
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits,
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => 0,
        _ => return text.to_owned(),
    };
    format!("{}\\{}", &text[..at], &text[at..])
}

/// A line being written.
#[derive(Default)]
struct Line<'a> {
    out: String,
    /// The address that the open brackets lead to.
    link: Option<&'a str>,
    /// Breaks that are due before the next words: none stands at either end of a line.
    breaks: usize,
    line_break: String,
    /// Whether the last character is a closing star or underscore.
    closed: Option<char>,
    /// Whether the next character must count as punctuation for the mark before it to close.
    shield: bool,
}

impl<'a> Line<'a> {
    fn text(&mut self, text: &str, marks: &'a Marks) {
        let link = marks.link.as_deref().filter(|address| safe(address).is_some());
        if link != self.link {
            self.end_link();
        }
        let words = text.trim_matches(is_space);
        // White space stands outside of marks: beside it they would not open or close.
        if text.starts_with(is_space) {
            self.space();
        }
        if words.is_empty() {
            return;
        }
        for _ in 0..std::mem::take(&mut self.breaks) {
            if !self.out.is_empty() {
                let line_break = std::mem::take(&mut self.line_break);
                self.out.truncate(self.out.trim_end_matches(' ').len());
                self.push(&line_break);
                self.line_break = line_break;
            }
        }
        if link != self.link {
            if self.out.ends_with('!') {
                // An exclamation mark in front of a bracket would make it a picture.
                self.out.pop();
                self.out.push_str("\\!");
            }
            self.push("[");
            self.link = link;
        }
        self.marked(words, marks);
        if text.ends_with(is_space) {
            self.space();
        }
    }

    /// Words between the marks that they carry.
    fn marked(&mut self, words: &str, marks: &Marks) {
        let mut inner = String::new();
        let tags = [(marks.subscript, "sub"), (marks.superscript, "sup")];
        for (_, tag) in tags.iter().filter(|(set, _)| *set) {
            inner.extend(["<", tag, ">"]);
        }
        words.chars().for_each(|c| escape(c, &mut inner));
        for (_, tag) in tags.iter().rev().filter(|(set, _)| *set) {
            inner.extend(["</", tag, ">"]);
        }
        let count = usize::from(marks.emphasis) + 2 * usize::from(marks.strong);
        if count == 0 {
            self.push(&inner);
            return;
        }
        // Two marks in a row would run together; the other kind of mark stays apart.
        let delimiter = if self.closed == Some('*') { '_' } else { '*' };
        let delimiters = String::from(delimiter).repeat(count);
        let starts_with_word = inner.starts_with(char::is_alphanumeric);
        let ends_with_word = inner.ends_with(char::is_alphanumeric);
        if delimiter == '_' || !starts_with_word {
            self.shield_last();
        }
        self.push(&delimiters);
        self.shield = false;
        self.out.push_str(&inner);
        self.out.push_str(&delimiters);
        self.closed = Some(delimiter);
        self.shield = delimiter == '_' || !ends_with_word;
    }

    fn line_break(&mut self, line_break: &str) {
        self.breaks += 1;
        line_break.clone_into(&mut self.line_break);
    }

    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) && self.breaks == 0 {
            self.push(" ");
        }
    }

    /// Appends markup or escaped words. Where the mark before them asks for punctuation to close,
    /// a letter is written as an entity, which begins with some.
    fn push(&mut self, text: &str) {
        let mut text = text;
        if std::mem::take(&mut self.shield)
            && let Some(c) = text.chars().next()
            && !c.is_ascii_punctuation()
            && !c.is_ascii_whitespace()
        {
            self.out.push_str(&entity(c));
            text = &text[c.len_utf8()..];
        }
        self.out.push_str(text);
        self.closed = None;
    }

    /// The same for a mark that opens behind a letter: an entity ends in punctuation.
    fn shield_last(&mut self) {
        if let Some(last) = self.out.chars().next_back()
            && !last.is_ascii_punctuation()
            && !last.is_ascii_whitespace()
        {
            self.out.pop();
            self.out.push_str(&entity(last));
        }
    }

    fn end_link(&mut self) {
        let Some(address) = self.link.take().and_then(safe) else { return };
        let space = self.out.ends_with(' ');
        self.out.truncate(self.out.trim_end_matches(' ').len());
        let address = address.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C");
        self.push(&format!("](<{address}>)"));
        if space {
            self.push(" ");
        }
    }

    fn finish(mut self) -> String {
        self.end_link();
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn entity(c: char) -> String {
    format!("&#{};", c as u32)
}

fn escape(c: char, out: &mut String) {
    match c {
        '\n' | '\r' | '\t' => out.push(' '),
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' => out.extend(['\\', c]),
        c if c.is_control() => {}
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    fn text(text: &str, marks: Marks) -> Inline {
        Inline::Text { text: text.into(), marks }
    }

    fn emphasis() -> Marks {
        Marks { emphasis: true, ..Marks::default() }
    }

    fn strong() -> Marks {
        Marks { strong: true, ..Marks::default() }
    }

    #[test]
    fn everyday_lines_read_like_everyday_markdown() {
        let link = Marks { link: Some("https://a.example/b".into()), ..Marks::default() };
        let content = [
            text("The ", Marks::default()),
            text("first ", emphasis()),
            text("ship", strong()),
            text(" came; see ", Marks::default()),
            text("the plan", link),
            text(".", Marks::default()),
        ];
        assert_eq!(
            line(&content, "\\\n"),
            "The *first* **ship** came; see [the plan](<https://a.example/b>)."
        );
    }

    #[test]
    fn what_looks_like_markup_stays_words() {
        assert_eq!(escaped("a*b_c [d] <e> &f; 1|2"), "a\\*b\\_c \\[d\\] \\<e\\> \\&f; 1\\|2");
        assert_eq!(escape_start("1. May"), "1\\. May");
        assert_eq!(escape_start("- no"), "\\- no");
        assert_eq!(escape_start("2026"), "2026");
    }

    /// The words of a Markdown paragraph, each with its marks: emphasis, strong, link.
    fn read(markdown: &str) -> Vec<(String, usize, usize, String)> {
        let mut found: Vec<(String, usize, usize, String)> = Vec::new();
        let (mut emphasis, mut strong, mut links) = (0, 0, vec![String::new()]);
        for event in Parser::new(markdown) {
            let text = match event {
                Event::Start(Tag::Emphasis) => {
                    emphasis += 1;
                    continue;
                }
                Event::End(TagEnd::Emphasis) => {
                    emphasis -= 1;
                    continue;
                }
                Event::Start(Tag::Strong) => {
                    strong += 1;
                    continue;
                }
                Event::End(TagEnd::Strong) => {
                    strong -= 1;
                    continue;
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    links.push(dest_url.into());
                    continue;
                }
                Event::End(TagEnd::Link) => {
                    links.pop();
                    continue;
                }
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => continue,
                Event::Text(text) => text.into_string(),
                Event::HardBreak => "⏎".to_owned(),
                Event::InlineHtml(tag) => tag.into_string(),
                other => panic!("{other:?} in {markdown}"),
            };
            for c in text.chars() {
                let marks = (emphasis, strong, links.last().unwrap().clone());
                found.push((c.to_string(), marks.0, marks.1, marks.2));
            }
        }
        // A space carries no mark that could be seen.
        found.into_iter().filter(|(c, ..)| c != " ").collect()
    }

    proptest! {
        /// Any line is read back as it is, mark by mark.
        #[test]
        fn any_line_is_read_back(
            runs in prop::collection::vec(
                ("[ab.*_!\\[\\]<&\\\\éЖ港“ 1#-]{1,4}", any::<[bool; 2]>(), any::<bool>(), 0..9), 1..6)
        ) {
            let mut content = Vec::new();
            let mut expected = Vec::new();
            for (words, [emphasis, strong], linked, broken) in &runs {
                let link = linked.then(|| "https://a.example/b".to_owned());
                let href = link.clone().unwrap_or_default();
                let marks = Marks { link, emphasis: *emphasis, strong: *strong, ..Marks::default() };
                for c in words.chars().filter(|c| *c != ' ') {
                    let (emphasis, strong) = (usize::from(*emphasis), usize::from(*strong));
                    expected.push((c.to_string(), emphasis, strong, href.clone()));
                }
                content.push(text(words, marks));
                if *broken == 0 {
                    content.push(Inline::Break);
                    let href = String::new();
                    expected.push(("⏎".to_owned(), 0, 0, href));
                }
            }
            let written = line(&content, "\\\n");
            let lines: Vec<_> = written.split('\n').map(escape_start).collect();
            let found = read(&lines.join("\n"));
            // Breaks at either end say nothing, and what carries them is not compared.
            let plain = |all: &[(String, usize, usize, String)]| {
                let chars: Vec<_> = all.iter().filter(|(c, ..)| c != "⏎").cloned().collect();
                chars
            };
            prop_assert_eq!(plain(&found), plain(&expected), "{}", written);
        }
    }
}
