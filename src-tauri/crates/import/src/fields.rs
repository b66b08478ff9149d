//! The fields of a release by name, as front matter and archives give them.

use chrono::NaiveDate;
use chrono_tz::Tz;
use dateline_model::{
    Block, Body, Boilerplate, Contact, Embargo, NoLanguage, Sentence, UnknownWord, parse_date, say,
};
use serde_json::Value;

use crate::{Draft, footnotes_said, markdown, quoted};

/// What became of a field.
#[derive(Debug, PartialEq)]
pub(crate) enum Taken {
    /// It stands in the draft.
    Known,
    /// Nobody knows its name.
    Unknown,
}

/// Puts a field into a draft. An empty value leaves the slot as it is.
///
/// # Errors
/// When the value is none for that field, as a sentence that says what would be.
pub(crate) fn set(
    draft: &mut Draft,
    key: &str,
    value: &Value,
    today: NaiveDate,
) -> Result<Taken, Sentence> {
    let content = &mut draft.content;
    match key {
        "headline" | "title" => set_line(&mut content.headline, key, value)?,
        "subhead" | "standfirst" => set_line(&mut content.subhead, key, value)?,
        "place" => set_line(&mut content.place, key, value)?,
        "date" => {
            if let Some(text) = words(key, value)? {
                let date = parse_date(&text, today).ok_or_else(|| {
                    say!("“{text}” is no date. Write it as 2024-07-25 or 25 July 2024.", text)
                })?;
                content.date = Some(date);
            }
        }
        "kind" => {
            if let Some(text) = words(key, value)? {
                content.kind = text.parse().map_err(|no: UnknownWord| no.sentence())?;
            }
        }
        "language" | "lang" => {
            if let Some(text) = words(key, value)? {
                content.language = text.parse().map_err(|no: NoLanguage| no.sentence())?;
            }
        }
        "embargo" => {
            if let Some(text) = words(key, value)? {
                content.embargo = Some(Embargo::parse(&text, Tz::UTC).map_err(|no| no.sentence())?);
            }
        }
        "section" => draft.section = words(key, value)?.or(draft.section.take()),
        "reference" => draft.reference = words(key, value)?.or(draft.reference.take()),
        "stage" => {
            if let Some(text) = words(key, value)? {
                draft.stage = Some(text.parse().map_err(|no: UnknownWord| no.sentence())?);
            }
        }
        "tags" => draft.tags.extend(tags(key, value)?),
        "contact" | "contacts" => {
            for entry in entries(value) {
                content.contacts.push(contact(key, entry)?);
            }
        }
        "boilerplate" | "boilerplates" | "about" => {
            for entry in entries(value) {
                content.boilerplates.push(boilerplate(key, entry)?);
            }
        }
        "body" => {
            if let Some(text) = words(key, value)? {
                let reading = markdown::read(&text);
                set_text(draft, reading);
            }
        }
        "correction" => {
            if !value.is_null() {
                let read = serde_json::from_value(value.clone());
                let correction = read.map_err(|why| {
                    say!("“{key}” is no correction: {why}.", key, why = why.to_string())
                })?;
                content.correction = Some(correction);
            }
        }
        "notes" => {
            for entry in entries(value) {
                let Some(text) = words(key, entry)? else { continue };
                let reading = markdown::read(&text);
                draft.notes.extend(reading.notes);
                draft.images.extend(reading.images);
                // In one text a numbered list holds the notes; in a list each entry is one.
                let notes =
                    if value.is_array() { reading.body.0 } else { single_notes(reading.body) };
                draft.content.notes.0.extend(notes);
            }
        }
        _ => return Ok(Taken::Unknown),
    }
    Ok(Taken::Known)
}

/// Puts what a Markdown text says into a draft; its title is the headline where there is none yet.
pub(crate) fn set_text(draft: &mut Draft, reading: markdown::Reading) {
    let content = &mut draft.content;
    content.body = reading.body;
    draft.images.extend(reading.images);
    if !reading.title.is_empty() {
        if content.headline.is_empty() {
            content.headline = reading.title;
        } else if content.headline != reading.title {
            draft.notes.push(say!(
                "The text has a headline of its own, which was left out: {line}.",
                line = quoted(&reading.title)
            ));
        }
    }
    if !reading.footnotes.is_empty() {
        draft.notes.push(footnotes_said(reading.footnotes.len()));
        draft.content.notes.0.extend(reading.footnotes);
    }
    draft.notes.extend(reading.notes);
}

/// Notes are numbered by their place: the items of a numbered list are notes of their own.
pub(crate) fn single_notes(body: Body) -> Vec<Block> {
    let flat = |block| match block {
        Block::OrderedList { items, .. } => items.into_iter().flatten().collect(),
        other => vec![other],
    };
    body.0.into_iter().flat_map(flat).collect()
}

fn set_line(slot: &mut String, key: &str, value: &Value) -> Result<(), Sentence> {
    if let Some(text) = words(key, value)? {
        *slot = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Ok(())
}

/// The words of a value; `None` when it has none.
fn words(key: &str, value: &Value) -> Result<Option<String>, Sentence> {
    match value {
        Value::String(text) => {
            let text = text.trim();
            Ok((!text.is_empty()).then(|| text.to_owned()))
        }
        Value::Null => Ok(None),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            Err(say!("“{key}” must be text, not {value}.", key, value = value.to_string()))
        }
    }
}

fn entries(value: &Value) -> &[Value] {
    match value {
        Value::Array(list) => list,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// Tags as a list, or in one text with commas between.
fn tags(key: &str, value: &Value) -> Result<Vec<String>, Sentence> {
    let mut tags: Vec<String> = Vec::new();
    let split = value.is_string();
    for entry in entries(value) {
        let Some(text) = words(key, entry)? else { continue };
        let parts = if split { text.split(',').collect() } else { vec![text.as_str()] };
        for tag in parts.into_iter().map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
    }
    Ok(tags)
}

/// A contact as a line, or as an object with the fields that the desk keeps.
fn contact(key: &str, value: &Value) -> Result<Contact, Sentence> {
    match value {
        Value::Object(_) => serde_json::from_value(value.clone())
            .map_err(|why| say!("“{key}” is no contact: {why}.", key, why = why.to_string())),
        value => Ok(Contact::parse(&words(key, value)?.unwrap_or_default())),
    }
}

/// A boilerplate as text, or as an object with title and text.
fn boilerplate(key: &str, value: &Value) -> Result<Boilerplate, Sentence> {
    match value {
        Value::Object(_) => serde_json::from_value(value.clone())
            .map_err(|why| say!("“{key}” is no boilerplate: {why}.", key, why = why.to_string())),
        value => {
            let text = words(key, value)?.unwrap_or_default();
            Ok(Boilerplate { text, ..Boilerplate::default() })
        }
    }
}
