//! Where a question's words stand in a text, and the piece of it that a list shows.

use std::ops::Range;

use crate::{query::Term, words};

/// How much of a text a list shows, in characters: two lines of it.
const LENGTH: usize = 180;

/// How much may stand before the first match.
const LEAD: usize = 48;

/// Where words match in a text: from and to, in Unicode characters.
pub(crate) type Marks = Vec<(u32, u32)>;

/// Where a term stands in a text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Which of the terms.
    pub(crate) term: usize,
    /// Where.
    pub(crate) place: Range<usize>,
}

/// Every place in a text where one of the terms stands, in order.
pub(crate) fn matches(text: &str, terms: &[&Term]) -> Vec<Match> {
    let mut found = Vec::new();
    // The phrases under way: which term, where it began, and how many of its words it has.
    let mut begun: Vec<(usize, usize, usize)> = Vec::new();
    words::walk(text, |place, word| {
        for (number, term) in terms.iter().enumerate() {
            if fits(term, 0, word) {
                begun.push((number, place.start, 0));
            }
        }
        begun.retain_mut(|(number, start, have)| {
            let term = terms[*number];
            let fits = fits(term, *have, word);
            *have += 1;
            let whole = *have == term.words.len();
            if fits && whole {
                found.push(Match { term: *number, place: *start..place.end });
            }
            fits && !whole
        });
    });
    found.sort_by_key(|found| (found.place.start, found.place.end));
    found
}

/// Whether a word can be the one of that number in a term.
fn fits(term: &Term, number: usize, word: &str) -> bool {
    let wanted = term.words[number].as_str();
    let last = number + 1 == term.words.len();
    word == wanted || last && term.open && word.starts_with(wanted)
}

/// The piece of a text in which most of the terms stand, on one line, with its marks. `found` is
/// every place where they stand.
pub(crate) fn snippet(text: &str, found: &[Match], terms: &[&Term]) -> (String, Marks) {
    let first = fullest(text, found, terms.len());
    let (from, to) = window(text, first.map_or(0, |found| found.place.start));
    let mut piece = String::new();
    if from > 0 {
        piece.push_str("… ");
    }
    for (line, part) in text[from..to].trim_end().split('\n').enumerate() {
        piece.push_str(if line > 0 { " " } else { "" });
        piece.push_str(part);
    }
    if !text[to..].trim().is_empty() {
        piece.push('…');
    }
    let marks = in_characters(&piece, &matches(&piece, terms));
    (piece, marks)
}

/// The match from which on most different terms fit into a snippet; the earliest such.
fn fullest<'a>(text: &str, found: &'a [Match], terms: usize) -> Option<&'a Match> {
    let mut best: Option<(usize, &Match)> = None;
    for (at, first) in found.iter().enumerate() {
        let mut seen = vec![false; terms];
        for next in &found[at..] {
            // Bytes for characters: close enough to choose by, and free.
            if next.place.end - first.place.start > LENGTH - LEAD {
                break;
            }
            seen[next.term] = true;
        }
        let different = seen.into_iter().filter(|seen| *seen).count();
        if best.is_none_or(|(most, _)| different > most) {
            best = Some((different, first));
        }
        if different == terms {
            break;
        }
    }
    debug_assert!(best.is_none_or(|(_, first)| text.is_char_boundary(first.place.start)));
    best.map(|(_, first)| first)
}

/// About `LENGTH` characters around a place, from the start of a word to the end of one.
fn window(text: &str, place: usize) -> (usize, usize) {
    let before = text[..place].char_indices().rev().take(LEAD);
    let mut from = place;
    for (at, c) in before {
        if c == '\n' {
            break;
        }
        if at == 0 || text[..at].ends_with(char::is_whitespace) {
            from = at;
        }
    }
    let mut to = text.len();
    if let Some((end, _)) = text[from..].char_indices().nth(LENGTH) {
        to = from + end;
        let last_space = text[from..to].rfind(char::is_whitespace).map(|space| from + space);
        // Scripts without spaces are cut between any two characters.
        to = last_space.filter(|space| *space > place).unwrap_or(to);
    }
    (from, to)
}

/// Matches as marks: in characters, without overlaps.
pub(crate) fn in_characters(text: &str, found: &[Match]) -> Marks {
    let mut marks: Marks = Vec::new();
    let (mut at, mut characters) = (0, 0);
    let mut end_of_last = 0;
    for found in found {
        let start = found.place.start.max(end_of_last);
        if start >= found.place.end {
            continue;
        }
        let mut advance = |to: usize| {
            characters += text[at..to].chars().count();
            at = to;
            u32::try_from(characters).unwrap_or(u32::MAX)
        };
        marks.push((advance(start), advance(found.place.end)));
        end_of_last = found.place.end;
    }
    marks
}
