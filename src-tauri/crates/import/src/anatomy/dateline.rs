//! The dateline: "LONDON, 25 July 2024 –" or "NEW YORK (July 25, 2024) —" before the lead.

use chrono::NaiveDate;
use dateline_model::{Block, Inline, line_text, parse_date, say};

use crate::{Draft, quoted};

/// How far into a paragraph the dash of a dateline may stand, in characters.
const LONGEST: usize = 100;

/// Place and day as a dateline gives them.
#[derive(Debug, PartialEq)]
pub(super) struct Dateline<'a> {
    pub(super) place: &'a str,
    /// `None` when it has no year: an archive's year cannot be guessed.
    pub(super) date: Option<NaiveDate>,
}

/// Splits the dateline off the first paragraph of the text.
pub(super) fn read(blocks: &mut [Block], draft: &mut Draft, today: NaiveDate) {
    let Some(Block::Paragraph(line)) =
        blocks.iter_mut().find(|block| matches!(block, Block::Paragraph(_)))
    else {
        return;
    };
    let text = line_text(line);
    let Some((dateline, length)) = find(&text, today) else { return };
    let content = &mut draft.content;
    let place_differs = !content.place.is_empty() && content.place != dateline.place;
    let date_differs =
        content.date.is_some() && dateline.date.is_some_and(|d| content.date != Some(d));
    let said = quoted(text[..length].trim());
    if place_differs && !dateline.place.is_empty() || date_differs {
        draft.note(say!(
            "The dateline {line} was left in the text: it differs from the place or date given elsewhere.",
            line = said
        ));
        return;
    }
    if content.place.is_empty() {
        content.place = dateline.place.to_owned();
    }
    content.date = content.date.or(dateline.date);
    cut(line, length);
    draft.note(match (dateline.place, dateline.date) {
        ("", _) => say!("Taken as the date: {line}.", line = said),
        (_, Some(_)) => say!("Taken as place and date: {line}.", line = said),
        (_, None) => say!(
            "Taken as the place: {line}. Its date has no year: set the date by hand.",
            line = said
        ),
    });
}

/// The dateline at the beginning of a text, and how many bytes it takes, dash and space included.
pub(super) fn find(text: &str, today: NaiveDate) -> Option<(Dateline<'_>, usize)> {
    let limit = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let mut dashes = text[..limit].match_indices(['–', '—', '-', '―']);
    dashes.find_map(|(at, dash)| {
        let after = text[at + dash.len()..].trim_start_matches(['-', '–', '—']);
        let spaced = after.starts_with(char::is_whitespace);
        // A hyphen divides only between spaces: "Aix-en-Provence".
        let divides = spaced
            && (dash != "-" || text[..at].ends_with(|c: char| c.is_whitespace() || c == ')'));
        if !divides || after.trim().is_empty() {
            return None;
        }
        let dateline = place_and_date(&text[..at], today)?;
        Some((dateline, text.len() - after.trim_start().len()))
    })
}

/// Reads "LONDON, 25 July 2024" and its like, nothing before or behind.
pub(super) fn place_and_date(text: &str, today: NaiveDate) -> Option<Dateline<'_>> {
    let bare = |part: &'_ str| -> usize { part.len() - part.trim_start_matches(is_divider).len() };
    let text = &text[bare(text)..];
    let text = text.trim_end_matches(|c: char| is_divider(c) || c == ':');
    if let Some(date) = day(text, today) {
        return date.map(|date| Dateline { place: "", date: Some(date) });
    }
    let dividers = text.char_indices().filter(|&(_, c)| is_divider(c));
    for (at, c) in dividers {
        let place = text[..at].trim_matches(is_divider);
        let rest = text[at..].trim_matches(is_divider);
        let rest =
            ["le ", "den ", "am ", "el "].iter().find_map(|a| rest.strip_prefix(a)).unwrap_or(rest);
        // Without a comma only capitals tell where the place ends.
        if c.is_whitespace() && !is_capitals(place) || !is_place(place) {
            continue;
        }
        if let Some(date) = day(rest, today) {
            return Some(Dateline { place, date });
        }
    }
    None
}

fn is_divider(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '(' | ')' | '–' | '—' | '―' | '/' | '|' | '·')
}

/// The day that the words name, if they name one; inside, `None` when it has no year.
fn day(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    // A number without a month's name is no date in a dateline, unless it is a whole one.
    let date = parse_date(text, today)
        .filter(|_| text.chars().filter(|c| c.is_alphanumeric()).count() >= 4)?;
    Some(has_year(text).then_some(date))
}

/// Whether a year is among the words.
pub(super) fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// Whether words can be a place: a few, without digits, and not the beginning of a sentence.
fn is_place(text: &str) -> bool {
    const SENTENCES: &[&str] = &[
        "on", "in", "at", "the", "today", "since", "from", "until", "by", "в", "на", "le", "la",
        "am", "im",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let count = 1 + words.count();
    let upper = !first.starts_with(char::is_lowercase) && first.starts_with(char::is_alphabetic);
    let sound =
        text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".,'’-()/".contains(c));
    upper
        && sound
        && count <= if is_capitals(text) { 6 } else { 4 }
        && (is_capitals(text) || !SENTENCES.contains(&first.to_lowercase().as_str()))
}

/// Cuts so many bytes of text off the beginning of a line.
fn cut(line: &mut Vec<Inline>, mut length: usize) {
    while length > 0 {
        match line.first_mut() {
            Some(Inline::Text { text, .. }) if text.len() > length => {
                text.drain(..length);
                return;
            }
            Some(Inline::Text { text, .. }) => length -= text.len(),
            Some(Inline::Break) => length = length.saturating_sub(1),
            Some(Inline::Unknown(_)) => length = length.saturating_sub('\u{fffc}'.len_utf8()),
            None => return,
        }
        line.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(String, Option<String>, String)> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        find(text, today).map(|(dateline, length)| {
            let date = dateline.date.map(|d| d.to_string());
            (dateline.place.to_owned(), date, text[length..].to_owned())
        })
    }

    #[test]
    fn datelines_of_every_custom_are_read() {
        for (text, place) in [
            ("LONDON, 25 July 2024 – The port opened.", "LONDON"),
            ("NEW YORK (July 25, 2024) — The port opened.", "NEW YORK"),
            ("NEW YORK – July 25, 2024 – The port opened.", "NEW YORK"),
            ("WASHINGTON, D.C., July 25, 2024 -- The port opened.", "WASHINGTON, D.C."),
            ("VESTMARK 25 July 2024 - The port opened.", "VESTMARK"),
            ("Vestmark, Thursday, 25 July 2024 – The port opened.", "Vestmark"),
            ("Aix-en-Provence, le 25 juillet 2024 – The port opened.", "Aix-en-Provence"),
            ("Вестмарк, 25 июля 2024 г. — The port opened.", "Вестмарк"),
            ("(Vestmark, 25.07.2024) – The port opened.", "Vestmark"),
            ("25 July 2024 – The port opened.", ""),
        ] {
            let expected = (place.into(), Some("2024-07-25".into()), "The port opened.".into());
            assert_eq!(found(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_not_guessed() {
        let expected = ("LONDON".into(), None, "The port opened.".into());
        assert_eq!(found("LONDON, July 25 — The port opened."), Some(expected));
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "On 25 July 2024, staff met – at last.",
            "Today, 25 July 2024 – a Thursday – the port opened.",
            "October 10, 20`8 in the Republic – a drill began.",
            "The port – opened on 25 July 2024 – is new.",
            "Interaction-2018 – the drill – began.",
            "CSTO – RRF: a drill.",
            "LONDON, 25 July 2024 –",
            "–",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
