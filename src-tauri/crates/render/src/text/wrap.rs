//! Line breaking by the rules of Unicode (UAX #14), for any script.
//!
//! `textwrap` cannot be told to keep an address whole in a text without spaces, so the filling is
//! done here; the break opportunities are ICU4X's. South-East Asian words come from its dictionary
//! rather than its neural model: integers are the same on every machine.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_width::UnicodeWidthStr;

use crate::address;

/// Columns that a text takes.
pub(super) fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Cuts a text into lines of at most `first` and then `rest` columns, and hands over each without
/// spaces at its end. A line feed always ends a line. What cannot be broken and is wider than a
/// line stands on one of its own.
pub(super) fn wrap<'t>(text: &'t str, first: usize, rest: usize, mut line: impl FnMut(&'t str)) {
    let mut width = first;
    for hard in text.split('\n') {
        let mut start = 0;
        let mut end = 0;
        let mut used = 0;
        breaks(hard, |at| {
            let piece = &hard[end..at];
            let bare = columns(piece.trim_end());
            if used + bare > width && end > start {
                line(hard[start..end].trim_end());
                width = rest;
                start = end;
                used = 0;
            }
            used += bare + (piece.len() - piece.trim_end().len());
            end = at;
        });
        line(hard[start..].trim_end());
        width = rest;
    }
}

/// Calls `at` with every place where a line may end, the end of the text last.
fn breaks(text: &str, mut at: impl FnMut(usize)) {
    if is_plain(text) {
        plain_breaks(text, at);
        return;
    }
    static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));
    let mut addresses = address::find(text, true).peekable();
    for place in SEGMENTER.segment_str(text).filter(|place| *place > 0) {
        while addresses.next_if(|(_, end)| *end <= place).is_some() {}
        let inside = addresses.peek().is_some_and(|(start, _)| *start < place);
        if place == text.len() || !inside && !before_dash(text, place) {
            at(place);
        }
    }
}

/// A spaced dash belongs to the line that it ends.
fn before_dash(text: &str, place: usize) -> bool {
    text[..place].ends_with(' ') && text[place..].starts_with(['–', '—'])
}

/// Whether the rules come down to spaces and hyphens: ASCII words, and no address or other token
/// with breaks of its own.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" .,;'\"-()".contains(&byte))
}

/// The break opportunities of a plain text: behind spaces, and behind hyphens between letters.
fn plain_breaks(text: &str, mut at: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    for place in 1..bytes.len() {
        let breaks = match (bytes[place - 1], bytes[place]) {
            (b' ', b' ' | b')' | b',' | b'.' | b';') => false,
            (b' ', _) => true,
            (b'-', next) if next.is_ascii_alphabetic() => {
                place > 1 && bytes[place - 2].is_ascii_alphabetic()
            }
            _ => false,
        };
        if breaks {
            at(place);
        }
    }
    at(bytes.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        let mut lines = Vec::new();
        wrap(text, width, width, |line| lines.push(line));
        lines
    }

    #[test]
    fn words_fill_lines_and_a_line_feed_ends_one() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one\ntwo", 20), ["one", "two"]);
        assert_eq!(lines("well-known ship", 6), ["well-", "known", "ship"]);
        assert_eq!(lines("", 7), [""]);
    }

    #[test]
    fn width_is_what_a_terminal_shows() {
        assert_eq!(lines("航路は全日開いています。", 10), ["航路は全日", "開いていま", "す。"]);
        assert_eq!(
            lines("e\u{301}e\u{301}e\u{301} e\u{301}", 5),
            ["e\u{301}e\u{301}e\u{301} e\u{301}"]
        );
    }

    #[test]
    fn thai_breaks_between_words() {
        let found = lines("ท่าเรือเปิดให้บริการตลอดวัน", 14);
        assert!(found.len() > 1 && found.iter().all(|line| columns(line) <= 14), "{found:?}");
    }

    #[test]
    fn addresses_stay_whole() {
        let address = "https://vestmark.example/a-long/way-to/the-plan?of=the-exercise";
        assert_eq!(lines(&format!("詳細は{address}をご覧"), 20), ["詳細は", address, "をご覧"]);
        assert_eq!(lines("ask press-desk@vestmark.example", 12)[1], "press-desk@vestmark.example");
        assert_eq!(lines("see www.vestmark.example/a/b now", 10)[1], "www.vestmark.example/a/b");
    }

    #[test]
    fn no_line_begins_with_a_spaced_dash() {
        assert_eq!(lines("The fairway – open", 12), ["The", "fairway –", "open"]);
    }

    #[test]
    fn french_marks_stay_with_their_words() {
        assert_eq!(lines("Le port est ouvert\u{a0}!", 18), ["Le port est", "ouvert\u{a0}!"]);
    }
}
