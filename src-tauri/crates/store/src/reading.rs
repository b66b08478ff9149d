//! The text of a release as a list reads it, taken out of the content's JSON in one pass.
//!
//! Ranking and snippets read a few hundred texts for a page. Building the typed tree of each, only to
//! take its words out again, would cost ten times as much.

use std::{borrow::Cow, fmt};

use rusqlite::{Connection, OptionalExtension};
use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::DeskError;

/// Headline and text of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) headline: String,
    /// Every word below the headline, a passage a line.
    pub(crate) text: String,
}

/// The release at a position.
pub(crate) fn at(desk: &Connection, position: i64) -> Result<Option<Reading>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT json FROM release JOIN revision ON revision.id = release.revision
         JOIN content ON content.id = revision.content WHERE position = ?1",
    )?;
    let reading = query.query_row([position], |row| {
        Ok(row.get_ref(0)?.as_str().map(serde_json::from_str::<Reading>))
    });
    match reading.optional()? {
        Some(Ok(reading)) => Ok(Some(reading?)),
        Some(Err(error)) => Err(rusqlite::Error::from(error).into()),
        None => Ok(None),
    }
}

impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ContentVisitor)
    }
}

/// A word of the JSON, borrowed where it holds no escapes.
#[derive(Deserialize)]
struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

struct ContentVisitor;

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Reading;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a content")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Reading, A::Error> {
        let mut reading = Reading::default();
        let text = &mut reading.text;
        while let Some(Word(key)) = map.next_key()? {
            match key.as_ref() {
                "headline" => reading.headline = map.next_value()?,
                "subhead" | "place" => line(text, &map.next_value::<Word>()?.0),
                "body" | "notes" => map.next_value_seed(Node { text, lines: true })?,
                "boilerplates" | "contacts" => map.next_value_seed(Strings { text })?,
                "correction" => map.next_value_seed(Strings { text })?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(reading)
    }
}

/// The text inside a node of the body.
struct Node<'t> {
    text: &'t mut String,
    /// Whether its children are blocks, so that their attributes are words too.
    lines: bool,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a node")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut textblock = false;
        while let Some(Word(key)) = map.next_key()? {
            match key.as_ref() {
                "type" => match map.next_value::<Word>()?.0.as_ref() {
                    "paragraph" | "heading" => textblock = true,
                    "hard_break" => self.text.push('\n'),
                    _ => {}
                },
                "text" => self.text.push_str(&map.next_value::<Word>()?.0),
                "attrs" if self.lines => map.next_value_seed(Strings { text: self.text })?,
                "content" => {
                    map.next_value_seed(Nodes { text: self.text, lines: !textblock })?;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        if textblock {
            self.text.push('\n');
        }
        Ok(())
    }
}

struct Nodes<'t> {
    text: &'t mut String,
    lines: bool,
}

impl<'de> DeserializeSeed<'de> for Nodes<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Nodes<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("nodes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Node { text: self.text, lines: self.lines })?.is_some() {}
        Ok(())
    }
}

/// Every string inside a value, a line each, but for what no reader reads: hashes, names of values.
struct Strings<'t> {
    text: &'t mut String,
}

impl<'de> DeserializeSeed<'de> for Strings<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strings<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Word(key)) = map.next_key()? {
            match key.as_ref() {
                "image" | "align" | "valid_until" => drop(map.next_value::<IgnoredAny>()?),
                _ => map.next_value_seed(Strings { text: self.text })?,
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Strings { text: self.text })?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, word: &str) -> Result<(), E> {
        line(self.text, word);
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

fn line(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push_str(words);
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{
        Block, Body, Boilerplate, Cell, Contact, Content, Correction, Figure, Inline, Marks, Table,
    };

    use super::*;
    use crate::words;

    #[test]
    fn it_reads_the_words_that_the_index_has() {
        let marked = Inline::Text {
            text: "stay \\ \"calm\"".into(),
            marks: Marks { link: Some("https://vestmark.example/".into()), ..Marks::default() },
        };
        let content = Content {
            headline: "Fairway".into(),
            subhead: "Open".into(),
            place: "Vestmark".into(),
            date: Some("2026-10-14".parse().unwrap()),
            body: Body(vec![
                Block::Paragraph(vec![marked, Inline::Break]),
                Block::OrderedList { start: 3, items: vec![vec![Block::paragraph("list")]] },
                Block::Quotation {
                    speaker: "Anna".into(),
                    position: "Pilot".into(),
                    content: vec![Block::paragraph("Quoted")],
                },
                Block::Table(Table {
                    caption: "Tonnes".into(),
                    rows: vec![vec![Cell {
                        content: vec![Block::paragraph("4.1")],
                        align: Some(dateline_model::Align::End),
                        ..Cell::default()
                    }]],
                }),
                Block::Figure(Figure {
                    image: "ab12".into(),
                    alt: "Alt".into(),
                    caption: "Caption".into(),
                    credit: "Credit".into(),
                }),
                Block::Divider,
            ]),
            notes: Body::of_paragraphs(["Note"]),
            boilerplates: vec![Boilerplate {
                title: "About".into(),
                text: "Text".into(),
                ..Boilerplate::default()
            }],
            contacts: vec![Contact {
                name: "Desk".into(),
                phone: "1".into(),
                id: Some(9),
                ..Contact::default()
            }],
            correction: Some(Correction {
                of: Some(4),
                reference: "2026/1".into(),
                what: "Date".into(),
            }),
            ..Content::default()
        };
        let json = serde_json::to_string(&content).unwrap();
        let reading: Reading = serde_json::from_str(&json).unwrap();
        assert_eq!(reading.headline, "Fairway");
        let sorted = |text: &str| {
            let mut words = words::of(text);
            words.sort();
            words
        };
        let all = format!("{}\n{}", reading.headline, reading.text);
        assert_eq!(sorted(&all), sorted(&content.plain_text()));
        assert!(reading.text.starts_with("Open\nVestmark\nstay \\ \"calm\"\n"));
    }
}
