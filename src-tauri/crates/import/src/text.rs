//! Plain text to blocks: which lines belong to one paragraph, and which are items of a list.

use dateline_model::{Block, Inline, Marks};

use crate::{flow::Flow, line::Line};

/// The columns at which mail programs and editors break lines by themselves, 72 with a margin on
/// either side. In a text with longer lines, or with short ones only, every line feed was typed.
const FIXED_COLUMNS: std::ops::RangeInclusive<usize> = 50..=100;

/// Reads blocks from plain text. Indents, stray blank lines and the breaks of a fixed column go;
/// typed line breaks between short lines, as in addresses, stay.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let column = lines.iter().map(|line| line.width()).max().unwrap_or_default();
    let spaced = lines.iter().any(|line| line.text.is_empty());
    let mut blocks = Blocks::default();
    for paragraph in lines.split(|line| line.text.is_empty()) {
        blocks.paragraph(paragraph, column, spaced);
    }
    blocks.done
}

/// A line without the white space around it, and how wide it was with its indent.
#[derive(Clone, Copy)]
struct SourceLine<'a> {
    text: &'a str,
    indent: usize,
}

impl SourceLine<'_> {
    fn width(&self) -> usize {
        self.indent + self.text.chars().count()
    }
}

fn lines(text: &str) -> Vec<SourceLine<'_>> {
    let text = text.trim_end_matches('\u{1a}');
    let mut lines: Vec<_> = text
        .split(['\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .flat_map(|line| {
            // A carriage return alone ended lines on old Macs; before a line feed it says nothing.
            line.strip_suffix('\r').unwrap_or(line).split('\r')
        })
        .map(|line| {
            let text = line.trim();
            let indent = line.chars().take_while(|c| c.is_whitespace()).count();
            SourceLine { text, indent: if text.is_empty() { 0 } else { indent } }
        })
        .collect();
    let blank = |line: &SourceLine| line.text.is_empty();
    while lines.last().is_some_and(blank) {
        lines.pop();
    }
    let first = lines.iter().position(|line| !blank(line)).unwrap_or(lines.len());
    lines.drain(..first);
    lines
}

#[derive(Default)]
struct Blocks {
    done: Vec<Block>,
}

impl Blocks {
    /// Takes the lines between two blank ones.
    fn paragraph(&mut self, lines: &[SourceLine], column: usize, spaced: bool) {
        let wrapped = FIXED_COLUMNS.contains(&column);
        if self.quotation(lines, column) {
            return;
        }
        let mut rest = lines;
        while let Some(first) = rest.first() {
            if is_divider(first.text) {
                self.done.push(Block::Divider);
                rest = &rest[1..];
                continue;
            }
            if let Some(taken) = self.list(rest, column) {
                rest = &rest[taken..];
                continue;
            }
            let mut line = Line::default();
            line.text(first.text, &Marks::default());
            let mut taken = 1;
            while let Some(next) = rest.get(taken) {
                let before = &rest[taken - 1];
                if wrapped && is_wrap(before, next, column) {
                    join(&mut line, before.text, next.text);
                } else if spaced && is_short(before) && is_short(next) && item(next.text).is_none()
                {
                    line.line_break();
                    line.text(next.text, &Marks::default());
                } else {
                    break;
                }
                taken += 1;
            }
            rest = &rest[taken..];
            self.push(line.take());
        }
    }

    fn push(&mut self, content: Vec<Inline>) {
        if !content.is_empty() {
            self.done.push(Block::Paragraph(content));
        }
    }

    /// Takes a list from the beginning of the lines, if two items or more stand there.
    fn list(&mut self, lines: &[SourceLine], column: usize) -> Option<usize> {
        let (first, _) = item(lines.first()?.text)?;
        let base = lines.first()?.indent;
        let mut items: Vec<(Line, Vec<SourceLine>)> = Vec::new();
        let mut taken = 0;
        for (at, source) in lines.iter().enumerate() {
            let marked = item(source.text);
            let inside = source.indent > base;
            let number = items.len();
            match (marked, items.last_mut()) {
                (Some((marker, words)), _) if !inside && marker.follows(first, number) => {
                    let mut line = Line::default();
                    line.text(words, &Marks::default());
                    items.push((line, Vec::new()));
                }
                // Items further in, and what follows them there, are a list of their own.
                (marked, Some((_, inner))) if inside && (marked.is_some() || !inner.is_empty()) => {
                    inner.push(*source);
                }
                (None, Some((line, _))) if is_continued(&lines[at - 1], source, column) => {
                    join(line, lines[at - 1].text, source.text);
                }
                _ => break,
            }
            taken = at + 1;
        }
        // A single dash may begin a paragraph of dialogue; a single number, a sentence.
        if items.len() < 2 && first != Marker::Bullet('•') && base == 0 {
            return None;
        }
        let items = items.into_iter().map(|(mut line, inner)| {
            let mut blocks = Blocks::default();
            blocks.paragraph(&inner, column, true);
            let mut item = vec![Block::Paragraph(line.take())];
            item.append(&mut blocks.done);
            item
        });
        let items = items.collect();
        self.done.push(match first {
            Marker::Bullet(_) => Block::BulletList(items),
            Marker::Number(start) => Block::OrderedList { start, items },
        });
        Some(taken)
    }

    /// Takes words with their speaker below: "— Anna Berg, Harbour Master".
    fn quotation(&mut self, lines: &[SourceLine], column: usize) -> bool {
        let Some((last, above)) = lines.split_last().filter(|(_, above)| !above.is_empty()) else {
            return false;
        };
        let is_dashed = |line: &SourceLine| line.text.starts_with(['—', '–']);
        let name = last.text.trim_start_matches(['—', '–']).trim_start();
        let named = name.starts_with(char::is_uppercase) && !name.ends_with(['.', '?', '!', ',']);
        if !is_dashed(last) || !named || above.iter().any(is_dashed) {
            return false;
        }
        let mut inner = Blocks::default();
        inner.paragraph(above, column, true);
        let mut words = Flow::nested();
        inner.done.into_iter().for_each(|block| words.push(block));
        words.push(Block::paragraph(last.text));
        let mut outer = Flow::top();
        outer.attributed(words);
        self.done.append(&mut outer.finish());
        true
    }
}

/// A line of three stars or strokes that parts the text.
fn is_divider(text: &str) -> bool {
    let packed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let of_one = |sign| packed.iter().all(|&c| c == sign);
    packed == ['⁂'] || packed.len() >= 3 && "*_=-—–".chars().any(of_one)
}

/// Whether the break between two lines was made by a program: the next word had no room.
fn is_wrap(line: &SourceLine, next: &SourceLine, column: usize) -> bool {
    let word = next.text.split_whitespace().next().unwrap_or_default();
    line.width() + 1 + word.chars().count() > column && !is_label(word)
}

/// "Subject:" or "Tel.:" begins a line of its own.
fn is_label(word: &str) -> bool {
    let name = word.strip_suffix(':').unwrap_or_default();
    name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || "-.".contains(c))
}

/// The second line of a list's item hangs below the first.
fn is_continued(line: &SourceLine, next: &SourceLine, column: usize) -> bool {
    next.indent > 0 || is_wrap(line, next, column)
}

/// Short enough for the line of an address or a programme.
fn is_short(line: &SourceLine) -> bool {
    line.text.chars().count() <= 80
}

/// Joins a line to the one before; a word broken at its hyphen needs no space.
fn join(line: &mut Line, before: &str, next: &str) {
    let mut end = before.chars().rev();
    let hyphenated =
        end.next() == Some('-') && end.next().is_some_and(char::is_alphabetic) && !is_and(next);
    if !hyphenated {
        line.text(" ", &Marks::default());
    }
    line.text(next, &Marks::default());
}

/// After "pre-" comes "and post-war" with a space.
fn is_and(next: &str) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    matches!(word, "and" | "or" | "to" | "und" | "oder" | "bis" | "et" | "ou" | "и" | "или")
}

#[derive(Clone, Copy, PartialEq)]
enum Marker {
    Bullet(char),
    Number(u32),
}

impl Marker {
    /// Whether it is the marker of the item after so many that began with `first`.
    fn follows(self, first: Marker, items: usize) -> bool {
        match (first, self) {
            (Self::Number(start), Self::Number(n)) => {
                u32::try_from(items).is_ok_and(|items| start.checked_add(items) == Some(n))
            }
            (first, marker) => first == marker,
        }
    }
}

/// The marker and the words of a list item. Long dashes are no markers: they open dialogue.
fn item(text: &str) -> Option<(Marker, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let after_space = |rest: &'_ str| rest.starts_with(char::is_whitespace);
    if matches!(first, '•' | '▪' | '●' | '◦' | '‣' | '·' | '*' | '-') {
        let words = chars.as_str();
        let bullet = if matches!(first, '*' | '-') { first } else { '•' };
        return (after_space(words) && !words.trim().is_empty())
            .then(|| (Marker::Bullet(bullet), words.trim_start()));
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    // Four digits are a year.
    if !(1..=3).contains(&digits) {
        return None;
    }
    let words = text[digits..].strip_prefix(['.', ')'])?;
    (after_space(words) && !words.trim().is_empty())
        .then_some((Marker::Number(text[..digits].parse().ok()?), words.trim_start()))
}

#[cfg(test)]
mod tests {
    use dateline_model::Body;

    use super::*;

    fn read(text: &str) -> Vec<String> {
        Body(blocks(text)).passages().into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn indents_and_stray_blank_lines_go() {
        let text = "Headline\n\n\n\n\u{a0} \u{a0} First  paragraph.\u{a0}\n\n \u{a0}\n  Second.\n";
        assert_eq!(read(text), ["Headline", "First paragraph.", "Second."]);
    }

    #[test]
    fn line_breaks_of_every_system_are_read() {
        assert_eq!(read("One.\r\n\r\nTwo.\r\n"), ["One.", "Two."]);
        assert_eq!(read("One.\r\rTwo.\r"), ["One.", "Two."]);
        assert_eq!(read("One.\u{2029}\u{2029}Two."), ["One.", "Two."]);
    }

    #[test]
    fn the_breaks_of_a_fixed_column_are_undone() {
        let text = "The Port of Vestmark opened its new quay on Monday, after three\nyears of building, planning, and of the closest ever co-\noperation of everybody here.\n\nAnna Berg\nHarbour master\n";
        assert_eq!(
            read(text),
            [
                "The Port of Vestmark opened its new quay on Monday, after three years of building, planning, and of the closest ever co-operation of everybody here.",
                "Anna Berg\nHarbour master"
            ]
        );
    }

    #[test]
    fn lines_without_blank_ones_between_are_paragraphs() {
        let long = "x".repeat(120);
        assert_eq!(read(&format!("Headline\n{long}\nShort.")), ["Headline", &long, "Short."]);
    }

    #[test]
    fn lists_are_recognised_and_dialogue_is_not() {
        let list = blocks("Present were:\n- the harbour master,\n- the pilots.\n");
        assert!(matches!(&list[1], Block::BulletList(items) if items.len() == 2));
        let numbers = blocks("3. Berths\n4) Cranes\n");
        assert!(matches!(&numbers[0], Block::OrderedList { start: 3, items } if items.len() == 2));
        assert_eq!(
            read("– And the cranes?\n\n– They are new."),
            ["– And the cranes?", "– They are new."]
        );
        assert_eq!(read("2024. A year."), ["2024. A year."]);
        assert_eq!(read("- A lone dash."), ["- A lone dash."]);
    }
}
