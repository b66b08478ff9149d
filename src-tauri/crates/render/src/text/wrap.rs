//! Line breaking by the rules of Unicode (UAX #14), for any script.
//!
//! `textwrap` cannot be told to keep an address whole in a text without spaces, so the filling is
//! done here; the break opportunities are ICU4X's. South-East Asian words come from its dictionary
//! rather than its neural model: integers are the same on every machine.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_width::UnicodeWidthStr;

use super::plain;
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
        breaks(hard, |at, columns, bare| {
            if used + bare > width && end > start {
                line(hard[start..end].trim_end());
                width = rest;
                start = end;
                used = 0;
            }
            used += columns;
            end = at;
        });
        line(hard[start..].trim_end());
        width = rest;
    }
}

/// Calls `at` with every place where a line may end, the end of the text last, and with the columns
/// of the piece before it, with and without the spaces at its end.
fn breaks(text: &str, at: impl FnMut(usize, usize, usize)) {
    if plain::is_plain(text) { plain::breaks(text, at) } else { full_breaks(text, at) }
}

/// The same by the full rules, whatever the text.
pub(super) fn full_breaks(text: &str, mut at: impl FnMut(usize, usize, usize)) {
    static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
        LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));
    let mut addresses = address::find(text, true).peekable();
    let mut start = 0;
    for place in SEGMENTER.segment_str(text).filter(|place| *place > 0).chain([text.len()]) {
        while addresses.next_if(|(_, end)| *end <= place).is_some() {}
        let inside = addresses.peek().is_some_and(|(start, _)| *start < place);
        if place < text.len() && (inside || before_dash(text, place)) {
            continue;
        }
        let piece = &text[start..place];
        let words = piece.trim_end_matches(' ');
        let bare = columns(words);
        if place < text.len() || start < place || start == 0 {
            at(place, bare + columns(&piece[words.len()..]), bare);
        }
        start = place;
    }
}

/// No line begins with a dash that goes on from the one above.
fn before_dash(text: &str, place: usize) -> bool {
    text[place..].starts_with(['–', '—'])
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
    fn no_line_begins_with_a_dash() {
        assert_eq!(lines("The fairway – open", 12), ["The", "fairway –", "open"]);
        assert_eq!(lines("A fairway—open", 9), ["A", "fairway—", "open"]);
    }

    #[test]
    fn french_marks_stay_with_their_words() {
        assert_eq!(lines("Le port est ouvert\u{a0}!", 18), ["Le port est", "ouvert\u{a0}!"]);
    }
}
