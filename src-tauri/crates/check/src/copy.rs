//! The copy: a release as the checks read it, block by block.

use std::{ops::Deref, sync::Arc};

use chrono::NaiveDate;
use dateline_model::{Content, Language, PassagePlace, Slot};

use crate::{
    Archive,
    lexicon::Class,
    reading::{Kind, Reading, Shape},
    rule::Span,
};

/// A release, or a plain text, as blocks.
pub(crate) struct Copy<'a> {
    /// What the office said before.
    pub(crate) archive: &'a dyn Archive,
    /// The release, unless it is a plain text.
    pub(crate) content: Option<&'a Content>,
    /// The blocks in the order of the page.
    pub(crate) blocks: Vec<Block>,
}

/// A block of text and where it stands.
#[derive(Clone)]
pub(crate) struct Block {
    /// Its index in the copy.
    pub(crate) index: usize,
    /// The part of the release.
    pub(crate) slot: Slot,
    /// Its number in that part; see [`crate::Finding::block`].
    pub(crate) number: Option<usize>,
    /// What sort of block it is.
    pub(crate) place: Place,
    /// Its text, read.
    pub(crate) reading: Arc<Reading>,
}

/// What sort of block a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// A line of its own: headline, standfirst, place.
    Line,
    /// A paragraph of running text.
    Paragraph,
    /// A heading.
    Heading,
    /// A paragraph of a list item.
    ListItem,
    /// A paragraph of a quotation: somebody's words, with or without marks.
    Quotation,
    /// A paragraph of a table cell.
    Cell,
    /// A figure's caption.
    Caption,
    /// Lines of a boilerplate, a contact or a correction.
    Piece,
    /// A line of a plain file, which may be anything.
    Unknown,
}

/// A block's text before it is read.
pub(crate) struct Passage {
    pub(crate) slot: Slot,
    pub(crate) number: Option<usize>,
    pub(crate) place: Place,
    pub(crate) text: String,
    pub(crate) language: Language,
}

impl Deref for Block {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl Block {
    /// Whether it is running text, in which sentences are whole.
    pub(crate) fn is_prose(&self) -> bool {
        matches!(self.place, Place::Paragraph | Place::Quotation | Place::Unknown)
    }

    /// The token behind a phrase in small letters that stands here, a space between its words.
    pub(crate) fn phrase_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for word in phrase.split(' ') {
            if next > at {
                (self.tokens.get(next)?.kind == Kind::Space).then_some(())?;
                next += 1;
            }
            (self.tokens.get(next)?.kind == Kind::Word && self.lower(next) == word).then_some(())?;
            next += 1;
        }
        Some(next)
    }
}

impl Copy<'_> {
    /// The blocks of the text itself, in the body.
    pub(crate) fn body(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.slot == Slot::Body)
    }

    /// The block of a passage of the body.
    pub(crate) fn body_block(&self, number: usize) -> Option<&Block> {
        let first = self.blocks.iter().position(|block| block.slot == Slot::Body)?;
        let body = &self.blocks[first..];
        let at =
            body.partition_point(|block| block.slot == Slot::Body && block.number < Some(number));
        body.get(at).filter(|block| block.slot == Slot::Body && block.number == Some(number))
    }
}

/// Whether one of the first places of a name stands in one sentence with one of another's: two names
/// there are meant to be two.
pub(crate) fn stand_together(a: &[(&Block, Span)], b: &[(&Block, Span)], most: usize) -> bool {
    let sentence = |block: &Block, span: &Span| block.sentence_of(block.token_at(span.start));
    a.iter().take(most).any(|(block, span)| {
        b.iter().take(most).any(|(other, place)| {
            block.index == other.index && sentence(block, span) == sentence(other, place)
        })
    })
}

/// The blocks of a release in the order of the page; empty ones keep their number and are left out.
pub(crate) fn passages(content: &Content) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut push = |slot, number, place, text: String| {
        if !text.trim().is_empty() {
            passages.push(Passage {
                slot,
                number,
                place,
                text,
                language: content.language.clone(),
            });
        }
    };
    push(Slot::Headline, None, Place::Line, content.headline.clone());
    push(Slot::Subhead, None, Place::Line, content.subhead.clone());
    if let Some(correction) = &content.correction {
        let lines = format!("{}\n{}", correction.reference, correction.what);
        push(Slot::Correction, None, Place::Piece, lines);
    }
    push(Slot::Place, None, Place::Line, content.place.clone());
    for (slot, body) in [(Slot::Body, &content.body), (Slot::Notes, &content.notes)] {
        for (number, passage) in body.passages().into_iter().enumerate() {
            let place = match passage.place {
                PassagePlace::Paragraph => Place::Paragraph,
                PassagePlace::Heading(_) => Place::Heading,
                PassagePlace::ListItem => Place::ListItem,
                PassagePlace::Quotation => Place::Quotation,
                PassagePlace::Cell => Place::Cell,
                PassagePlace::Caption => Place::Caption,
            };
            push(slot, Some(number), place, passage.text);
        }
    }
    for (number, piece) in content.boilerplates.iter().enumerate() {
        let lines = format!("{}\n{}", piece.title, piece.text);
        push(Slot::Boilerplate, Some(number), Place::Piece, lines);
    }
    for (number, contact) in content.contacts.iter().enumerate() {
        let lines = [&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours];
        let lines = lines.map(String::as_str).join("\n");
        push(Slot::Contacts, Some(number), Place::Piece, lines);
    }
    passages
}

/// The blocks of a plain file: every line that holds text, without the space around it, counted
/// from 0. Where the file is wrapped (no line is longer than 80 characters, and most that another
/// follows are cut within a sentence), a block is a paragraph, its line ends read as spaces.
pub(crate) fn lines(text: &str, language: &Language) -> Vec<Passage> {
    let numbered = blocks(text).into_iter().enumerate().map(|(number, rows)| Passage {
        slot: Slot::Body,
        number: Some(number),
        place: Place::Unknown,
        text: rows.iter().map(|row| row.words).collect::<Vec<_>>().join(" "),
        language: language.clone(),
    });
    numbered.collect()
}

/// A line of a file, without the space around it.
struct Row<'a> {
    /// Its number, from 0 over all lines.
    number: usize,
    /// How many characters of space stand before its words.
    indent: usize,
    words: &'a str,
}

/// The lines of each block of a plain file.
fn blocks(text: &str) -> Vec<Vec<Row<'_>>> {
    let wrapped = is_wrapped(text);
    let mut blocks: Vec<Vec<Row>> = Vec::new();
    let mut goes_on = false;
    for (number, line) in text.lines().enumerate() {
        let words = line.trim();
        if words.is_empty() {
            goes_on = false;
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let row = Row { number, indent, words };
        match blocks.last_mut() {
            Some(last) if wrapped && goes_on => last.push(row),
            _ => blocks.push(vec![row]),
        }
        goes_on = true;
    }
    blocks
}

/// Where the blocks of a plain file stand in it, for tools that count lines and columns.
pub struct Layout {
    /// Of each block, its lines: number, characters before, characters.
    blocks: Vec<Vec<(usize, usize, usize)>>,
}

impl Layout {
    /// The layout of a file that is checked with [`crate::check_text`].
    pub fn of(text: &str) -> Self {
        let row = |row: &Row| (row.number, row.indent, row.words.chars().count());
        Self { blocks: blocks(text).iter().map(|rows| rows.iter().map(row).collect()).collect() }
    }

    /// Line and column, both from 1 and in Unicode characters, of a character of a block.
    pub fn place(&self, block: usize, character: usize) -> Option<(usize, usize)> {
        let mut rest = character;
        let rows = self.blocks.get(block)?;
        for (number, indent, length) in rows {
            if rest <= *length {
                return Some((number + 1, indent + rest + 1));
            }
            // The line's end is read as one space.
            rest -= length + 1;
        }
        None
    }
}

/// Whether most lines that another follows are filled, and are cut within a sentence.
fn is_wrapped(text: &str) -> bool {
    let (mut followed, mut cut) = (0, 0);
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let length = line.chars().count();
        if length > 80 {
            return false;
        }
        if let Some(next) = lines.peek().filter(|next| length > 0 && !next.is_empty()) {
            let ends = line.ends_with(['.', '!', '?', ':', ';', '”', '"', '»']);
            let goes_on = next.starts_with(char::is_lowercase);
            followed += 1;
            cut += usize::from(length >= 45 && !ends && goes_on);
        }
    }
    followed >= 2 && cut * 2 >= followed
}

/// How many blocks of a text may stand before the end of its dateline: kicker, headline, subhead.
const BEFORE_DATELINE: usize = 4;

/// How far into its block a dateline reaches, in bytes: "SANKT PETERSBURG, 25 September 2026 –".
const DATELINE: usize = 80;

/// The day that a plain text gives itself in its dateline: a whole date at the beginning of one of
/// its first blocks, behind nothing but a place, with a dash, a bracket or a full stop behind it.
pub(crate) fn own_day(passages: &[Passage]) -> Option<NaiveDate> {
    passages.iter().take(BEFORE_DATELINE).find_map(|passage| {
        let reading = Reading::of(passage.text.clone(), passage.language.clone());
        let date = reading.dates.first()?;
        let at_the_beginning = is_place(&reading, date.tokens.start);
        let rest = reading.tokens.get(date.tokens.end..)?.iter();
        // Russian says "of the year" behind it.
        let mut behind = rest.filter(|token| {
            !token.is_blank() && !matches!(&reading.text()[token.range()], "г" | "года")
        });
        let parted = behind
            .next()
            .is_none_or(|token| matches!(token.mark(), Some('–' | '—' | '-' | ')' | '.' | ':')));
        let (year, _) = date.year.filter(|_| at_the_beginning && parted)?;
        NaiveDate::from_ymd_opt(year, date.month, date.day?)
    })
}

/// Whether the words before a token are those of a dateline, and of no sentence: none, or the name of
/// a place, which a mark parts from the day unless it is all in capitals.
fn is_place(reading: &Reading, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else { return true };
    // "Paris, le 15 septembre", "Wien, den 15. September", "Madrid, a 15 de septiembre".
    let article = matches!(reading.word(last.saturating_sub(1)), "le" | "den" | "am" | "a" | "el");
    let name = if article { last.saturating_sub(1) } else { end };
    let words = &reading.tokens[..name];
    let parted = words.iter().rev().find(|token| !token.is_blank()).is_some_and(|token| {
        matches!(token.mark(), Some(',' | '(' | '–' | '—' | '-' | '/' | '|' | ':'))
    });
    let is_name = |at: usize| {
        let token = &reading.tokens[at];
        let small = ["de", "del", "la", "le", "les", "sur", "an", "der", "am", "of", "the", "г"];
        match token.shape {
            _ if token.kind != Kind::Word => true,
            Shape::Lower => at > 0 && small.contains(&reading.word(at)),
            Shape::Upper => true,
            _ => !token.sense.is(Class::Function) && !token.sense.is(Class::Dangling),
        }
    };
    let upper = || {
        let written = words.iter().filter(|token| token.kind == Kind::Word);
        !article && written.clone().all(|token| token.shape == Shape::Upper)
    };
    reading.tokens[last].end <= DATELINE && (0..name).all(is_name) && (parted || upper())
}

/// The day from which a text is read, with the year in which days without one are meant.
pub(crate) fn year_of(date: Option<NaiveDate>) -> Option<i32> {
    date.map(|date| chrono::Datelike::year(&date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        lines(text, &Language::english()).into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn every_line_with_text_is_a_block() {
        assert_eq!(blocks("\n\u{a0} One \n \nTwo\nThree\n"), ["One", "Two", "Three"]);
    }

    #[test]
    fn a_text_is_of_the_day_in_its_dateline() {
        let day = |text: &str, language: &str| {
            own_day(&lines(text, &language.parse().unwrap())).map(|day| day.to_string())
        };
        let september = Some("2026-09-15".to_owned());
        assert_eq!(day("Quay opens\n\nVESTMARK, 15 September 2026 – It opens.", "en"), september);
        assert_eq!(day("БЕЛОГОРСК, 15 сентября 2026 г. — Музей открыт.", "ru"), september);
        assert_eq!(day("BAD ALTENRODE (15. September 2026). Die Klinik", "de"), september);
        assert_eq!(day("Paris, le 15 septembre 2026 – Le port ouvre.", "fr"), september);
        assert_eq!(day("15 September 2026", "en"), september);
        assert_eq!(day("On 15 September 2026 the quay opened.", "en"), None);
        for prose in [
            "The quay opens on 15 September 2026.",
            "It opened on Tuesday, 15 September 2026.",
            "Quay opens 15 September 2026",
            "On 15 September 2026 – a Tuesday – the quay opened.",
        ] {
            assert_eq!(day(prose, "en"), None, "{prose}");
        }
        assert_eq!(day("Am 15. September 2026: Tag des Hafens", "de"), None);
        assert_eq!(day("Le 15 septembre 2026 – un mardi – le port ouvre.", "fr"), None);
        assert_eq!(day("VESTMARK, 31 September 2026 – It opens.", "en"), None);
    }

    #[test]
    fn characters_are_found_in_their_lines() {
        let layout = Layout::of("\n  Ähnlich\n\nEnd");
        assert_eq!(layout.place(0, 1), Some((2, 4)));
        assert_eq!(layout.place(1, 3), Some((4, 4)));
        assert_eq!((layout.place(1, 9), layout.place(2, 0)), (None, None));
        let line = "the harbour authority opened the northern fairway to all shipping on";
        let wrapped = Layout::of(&format!("{line}\n{line}\nthe 25th."));
        assert_eq!(wrapped.place(0, line.len() + 1), Some((2, 1)));
        assert_eq!(wrapped.place(0, 2 * line.len() + 2 + 4), Some((3, 5)));
    }

    #[test]
    fn wrapped_paragraphs_are_one_block() {
        let line = "the harbour authority opened the northern fairway to all shipping on";
        assert_eq!(blocks(&format!("{line}\n{line}\nthe 25th.\n\nEnd.")).len(), 2);
        let whole = "The harbour authority opened the northern fairway to all shipping.";
        assert_eq!(blocks(&format!("{whole}\n{whole}\n{whole}")).len(), 3);
    }
}
