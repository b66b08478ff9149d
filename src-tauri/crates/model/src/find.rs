//! Finding words in a release and putting others in their place, in every line that is written by
//! hand. Contacts and "about" texts are not: the library keeps those.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{Block, Body, Content, Inline, Slot, line_text};

/// Characters of the surroundings that a hit shows on each side.
const AROUND: usize = 40;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Find {
    /// The words, in one line.
    pub text: String,
    /// Whether capitals must be capitals.
    pub match_case: bool,
    /// Whether no letter or digit may stand beside it.
    pub whole_word: bool,
}

/// A place where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Hit {
    /// In which slot.
    pub slot: Slot,
    /// A few words before it.
    pub before: String,
    /// The words, as they stand there.
    pub found: String,
    /// A few words behind it.
    pub after: String,
}

impl Find {
    /// Every hit, in reading order. Hits do not overlap.
    pub fn hits(&self, content: &Content) -> Vec<Hit> {
        let mut hits = Vec::new();
        // Nothing is put in, so the copy is only there to be walked.
        sweep(&mut content.clone(), &mut |slot, line| {
            for place in self.places(line) {
                hits.push(Hit {
                    slot,
                    before: last_of(&line[..place.start]),
                    after: first_of(&line[place.end..]),
                    found: line[place].to_owned(),
                });
            }
            Vec::new()
        });
        hits
    }

    /// The content with other words in the place of those hits that are chosen, by their number
    /// among [`hits`](Self::hits). They take the marks of the first letter that they replace.
    pub fn replace(
        &self,
        content: &Content,
        with: &str,
        chosen: impl Fn(usize) -> bool,
    ) -> Content {
        let mut replaced = content.clone();
        let mut number = 0;
        sweep(&mut replaced, &mut |_, line| {
            let places = self.places(line).into_iter();
            let numbered = places.map(|place| {
                number += 1;
                (number - 1, place)
            });
            let kept = numbered.filter(|(number, _)| chosen(*number));
            kept.map(|(_, place)| (place, with.to_owned())).collect()
        });
        replaced
    }

    /// Where it stands in a line, in bytes.
    fn places(&self, line: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = self.text.chars().flat_map(|c| self.folded(c)).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        // A letter may fold to several; each of them knows where its letter ends.
        let letters: Vec<(Range<usize>, char)> = line
            .char_indices()
            .flat_map(|(at, c)| self.folded(c).map(move |folded| (at..at + c.len_utf8(), folded)))
            .collect();
        let mut places = Vec::new();
        let mut at = 0;
        while at + wanted.len() <= letters.len() {
            let window = &letters[at..at + wanted.len()];
            let place = window[0].0.start..window[wanted.len() - 1].0.end;
            let same = window.iter().map(|(_, c)| c).eq(&wanted);
            if same && (!self.whole_word || stands_alone(line, &place)) {
                places.push(place);
                at += wanted.len();
            } else {
                at += 1;
            }
        }
        places
    }

    fn folded(&self, c: char) -> impl Iterator<Item = char> + use<> {
        let (kept, folded) =
            if self.match_case { (Some(c), None) } else { (None, Some(c.to_lowercase())) };
        kept.into_iter().chain(folded.into_iter().flatten())
    }
}

fn stands_alone(line: &str, place: &Range<usize>) -> bool {
    let before = line[..place.start].chars().next_back();
    let after = line[place.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

fn last_of(text: &str) -> String {
    let from = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text[from..].replace('\n', " ")
}

fn first_of(text: &str) -> String {
    text.chars().take(AROUND).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// What is to stand in places of a line, in their order.
type Put = Vec<(Range<usize>, String)>;

/// Shows every line in reading order, and puts in what is answered.
fn sweep(content: &mut Content, put: &mut impl FnMut(Slot, &str) -> Put) {
    for (slot, line) in [
        (Slot::Headline, &mut content.headline),
        (Slot::Subhead, &mut content.subhead),
        (Slot::Place, &mut content.place),
    ] {
        string(line, slot, put);
    }
    if let Some(correction) = &mut content.correction {
        string(&mut correction.what, Slot::Correction, put);
    }
    body(&mut content.body, Slot::Body, put);
    body(&mut content.notes, Slot::Notes, put);
}

fn body(body: &mut Body, slot: Slot, put: &mut impl FnMut(Slot, &str) -> Put) {
    body.0.iter_mut().for_each(|one| block(one, slot, put));
}

fn block(one: &mut Block, slot: Slot, put: &mut impl FnMut(Slot, &str) -> Put) {
    match one {
        Block::Paragraph(content) | Block::Heading { content, .. } => inline(content, slot, put),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            items.iter_mut().flatten().for_each(|one| block(one, slot, put));
        }
        Block::Quotation { speaker, position, content } => {
            content.iter_mut().for_each(|one| block(one, slot, put));
            string(speaker, slot, put);
            string(position, slot, put);
        }
        Block::Table(table) => {
            string(&mut table.caption, slot, put);
            let cells = table.rows.iter_mut().flatten();
            cells.flat_map(|cell| &mut cell.content).for_each(|one| block(one, slot, put));
        }
        Block::Figure(figure) => {
            for words in [&mut figure.alt, &mut figure.caption, &mut figure.credit] {
                string(words, slot, put);
            }
        }
        Block::Divider | Block::Unknown(_) => {}
    }
}

fn string(line: &mut String, slot: Slot, put: &mut impl FnMut(Slot, &str) -> Put) {
    for (place, words) in put(slot, line).into_iter().rev() {
        line.replace_range(place, &words);
    }
}

fn inline(line: &mut Vec<Inline>, slot: Slot, put: &mut impl FnMut(Slot, &str) -> Put) {
    for (place, words) in put(slot, &line_text(line)).into_iter().rev() {
        replace_in(line, &place, &words);
    }
}

/// A hit may run over several marks; what it covers in each of them goes, and the new words stand
/// where it began.
fn replace_in(line: &mut Vec<Inline>, place: &Range<usize>, words: &str) {
    let mut at = 0;
    let mut words = Some(words);
    for piece in line.iter_mut() {
        let length = line_text(std::slice::from_ref(piece)).len();
        let covered =
            place.start.clamp(at, at + length) - at..place.end.clamp(at, at + length) - at;
        at += length;
        if let Inline::Text { text, .. } = piece
            && !covered.is_empty()
        {
            text.replace_range(covered, words.take().unwrap_or_default());
        }
    }
    line.retain(|piece| !matches!(piece, Inline::Text { text, .. } if text.is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Figure, Marks};

    fn find(text: &str) -> Find {
        Find { text: text.into(), match_case: false, whole_word: false }
    }

    fn found(find: &Find, text: &str) -> Vec<String> {
        let content = Content { body: Body::of_paragraphs([text]), ..Content::default() };
        find.hits(&content).into_iter().map(|hit| hit.found).collect()
    }

    #[test]
    fn case_and_word_boundaries_count_when_asked() {
        let text = "Harbour, harbours, HARBOUR and Außenhafen";
        assert_eq!(found(&find("harbour"), text), ["Harbour", "harbour", "HARBOUR"]);
        let whole = Find { whole_word: true, ..find("harbour") };
        assert_eq!(found(&whole, text), ["Harbour", "HARBOUR"]);
        let exact = Find { match_case: true, ..find("harbour") };
        assert_eq!(found(&exact, text), ["harbour"]);
        assert_eq!(found(&find("ГАВАНЬ"), "Гавань и гавань"), ["Гавань", "гавань"]);
        assert_eq!(found(&find("aa"), "aaaa").len(), 2);
        assert_eq!(found(&find(""), text), [""; 0]);
    }

    #[test]
    fn every_line_that_is_written_is_read_in_its_order() {
        let quay = || "Quay".to_owned();
        let content = Content {
            headline: quay(),
            place: quay(),
            body: Body(vec![
                Block::paragraph("The Quay"),
                Block::Quotation {
                    speaker: quay(),
                    position: String::new(),
                    content: vec![Block::paragraph("Quay")],
                },
                Block::Figure(Figure { caption: quay(), ..Figure::default() }),
            ]),
            notes: Body::of_paragraphs(["Quay 3"]),
            ..Content::default()
        };
        let slots: Vec<_> = find("quay").hits(&content).into_iter().map(|hit| hit.slot).collect();
        let body = Slot::Body;
        assert_eq!(slots, [Slot::Headline, Slot::Place, body, body, body, body, Slot::Notes]);
        let replaced = find("quay").replace(&content, "Pier", |number| number != 1);
        assert_eq!((replaced.headline.as_str(), replaced.place.as_str()), ("Pier", "Quay"));
        assert_eq!(replaced.body.plain_text().matches("Pier").count(), 4);
        assert_eq!(replaced.notes, Body::of_paragraphs(["Pier 3"]));
    }

    #[test]
    fn words_across_marks_are_one_hit() {
        let text = |text: &str, strong| Inline::Text {
            text: text.into(),
            marks: Marks { strong, ..Marks::default() },
        };
        let line = vec![text("The Port of ", false), text("Vest", true), text("mark opens", false)];
        let content = Content { body: Body(vec![Block::Paragraph(line)]), ..Content::default() };
        let all = find("Port of Vestmark");
        assert_eq!(all.hits(&content)[0].before, "The ");
        let Body(blocks) = all.replace(&content, "Harbour", |_| true).body;
        let line = vec![text("The Harbour", false), text(" opens", false)];
        assert_eq!(blocks, [Block::Paragraph(line)]);
    }

    proptest::proptest! {
        #[test]
        fn replacing_with_itself_changes_nothing(
            text in "[a-cA-CäßİŒ \u{1F6A2}]{0,40}",
            words in "[a-cA-CäßİŒ]{1,3}",
        ) {
            let content = Content { body: Body::of_paragraphs([&text]), ..Content::default() };
            let exact = Find { match_case: true, ..find(&words) };
            proptest::prop_assert_eq!(exact.replace(&content, &words, |_| true), content.clone());
            // Whatever folds to what, nothing is cut inside of a letter.
            find(&words).replace(&content, "x", |_| true);
        }
    }
}
