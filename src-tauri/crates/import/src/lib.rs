//! Anything in, a release out: files, pastes and pictures become drafts of the document model, and
//! every word that does not is reported.
//!
//! Architecture invariants: this crate reads no disk and no clock; bytes, names and the day come in
//! as arguments. Nothing that came in leaves it but as the model's own types. Each word of a source
//! is in the draft or in its notes.

mod address;
mod anatomy;
mod compose;
mod data_url;
mod docx;
mod draft;
mod encoding;
mod fields;
mod flow;
mod format;
mod front;
mod html;
mod jsonl;
mod language;
mod line;
mod lists;
mod manuscript;
mod markdown;
mod marks;
mod odt;
mod package;
mod paste;
mod picture;
mod quotation;
mod refusal;
mod table_head;
mod text;
mod tree;
mod vocabulary;
mod xml;

use chrono::NaiveDate;
use dateline_model::{Body, Sentence, say};

pub use draft::Draft;
pub use encoding::{Decoded, decode};
pub use format::{ARCHIVE_LIMIT, TEXT_LIMIT, check_size};
pub use jsonl::{Line, Lines, jsonl};
pub use language::language_of;
pub use package::DOCUMENT_LIMIT;
pub use paste::{PASTE_LIMIT, Pasted, paste_html, paste_text};
pub use picture::{Image, PICTURE_LIMIT, picture};
pub use refusal::Refusal;
pub use vocabulary::{VocabularyEntry, VocabularyLine, vocabulary};

use format::Format;
use package::Package;

/// Reads a file, by what its bytes and its name say it is. An archive gives a draft for each line;
/// its bad lines are told in the notes of the first (read it with [`jsonl`] to decide otherwise).
/// `today` gives its year to dates without one.
///
/// # Errors
/// When there is no release in it: empty, too large, no text, or damaged.
pub fn read(name: &str, bytes: &[u8], today: NaiveDate) -> Result<Vec<Draft>, Refusal> {
    check_size(name, bytes.len() as u64)?;
    let format = format::recognise(name, bytes)?;
    if let Format::Word | Format::OpenDocument = format {
        let mut package = Package::open(name, bytes)?;
        let mut draft = match format {
            Format::Word => docx::read(name, &mut package, today)?,
            _ => odt::read(name, &mut package, today)?,
        };
        language::recognise(&mut draft);
        date_from_name(&mut draft, name);
        return Ok(vec![draft]);
    }
    let decoded = encoding::decode(name, bytes)?;
    let mut drafts = match format {
        Format::JsonLines => from_archive(name, &decoded.text, today)?,
        Format::Markdown => vec![from_markdown(name, &decoded.text, today)],
        Format::Html => vec![html::page(name, &decoded.text, today)],
        _ => vec![from_text(name, &decoded.text, today)],
    };
    if format != Format::JsonLines {
        for draft in &mut drafts {
            date_from_name(draft, name);
        }
    }
    if let (Some(note), Some(first)) = (decoded.note, drafts.first_mut()) {
        first.notes.insert(0, note);
    }
    Ok(drafts)
}

/// `2024-07-25-school.txt` was dated by whoever named it so.
fn date_from_name(draft: &mut Draft, name: &str) {
    let written = name.get(..10).unwrap_or_default();
    let ends = name.get(10..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    if draft.content.date.is_none()
        && ends
        && let Ok(date) = NaiveDate::parse_from_str(written, "%Y-%m-%d")
    {
        draft.content.date = Some(date);
        draft.note(say!("The date {date} was taken from the file’s name.", date));
    }
}

fn from_text(name: &str, text: &str, today: NaiveDate) -> Draft {
    let mut draft = Draft::from_source(name);
    draft.content.body = Body(text::blocks(text));
    anatomy::sort(&mut draft, today);
    anatomy::note_missing_headline(&mut draft);
    language::recognise(&mut draft);
    draft
}

fn from_markdown(name: &str, text: &str, today: NaiveDate) -> Draft {
    let mut draft = Draft::from_source(name);
    let (fields, text) = front::split(text);
    let sorted = !fields.is_empty();
    let mut language = false;
    for (key, value) in fields {
        language |= matches!(key.as_str(), "language" | "lang");
        match fields::set(&mut draft, &key, &value, today) {
            Ok(fields::Taken::Known) => {}
            Ok(fields::Taken::Unknown) if key.is_empty() => {
                let value = value.to_string();
                draft.note(say!("Line of the front matter left out: {value}.", value));
            }
            Ok(fields::Taken::Unknown) => {
                draft.note(unknown_key(&key, &value));
            }
            Err(why) => {
                let value = value.to_string();
                draft.note(say!("“{key}” left out: {why} It was {value}.", key, why, value));
            }
        }
    }
    fields::set_text(&mut draft, markdown::read(text));
    // Where the slots are named, what is left is the text and nothing else.
    if sorted {
        marks::leave_out(&mut draft);
    } else {
        anatomy::sort(&mut draft, today);
        anatomy::note_missing_headline(&mut draft);
    }
    if !language {
        language::recognise(&mut draft);
    }
    draft
}

fn from_archive(name: &str, text: &str, today: NaiveDate) -> Result<Vec<Draft>, Refusal> {
    let mut drafts = Vec::new();
    let mut bad = Vec::new();
    for line in jsonl(text.as_bytes(), name, today) {
        match line.release {
            Ok(draft) => drafts.push(draft),
            Err(why) => {
                bad.push(say!("Line {number} was left out: {why}", number = line.number, why));
            }
        }
    }
    match drafts.first_mut() {
        Some(first) => first.notes.extend(bad),
        None => {
            return Err(Refusal::Damaged {
                name: name.to_owned(),
                why: Sentence::joined(bad, " "),
                advice: Box::new(say!("Each line must be one release as a JSON object.")),
            });
        }
    }
    Ok(drafts)
}

/// Words in quotation marks, for a note.
fn quoted(words: &str) -> Sentence {
    say!("“{words}”", words)
}

/// Several lines, each in quotation marks.
fn quoted_all(lines: impl IntoIterator<Item = impl AsRef<str>>) -> Sentence {
    let each = lines.into_iter().map(|line| quoted(line.as_ref())).collect();
    Sentence::joined(each, ", ")
}

/// "Picture left out “The new quay”: it is damaged." The words are those that stand for it, if any.
fn left_out(what: Sentence, words: &str, why: Sentence) -> Sentence {
    match words {
        "" => say!("{what}: {why}", what, why),
        _ => say!("{what} {words}: {why}", what, words = quoted(words), why),
    }
}

/// A field that no release has.
fn unknown_key(key: &str, value: &serde_json::Value) -> Sentence {
    say!("Unknown key “{key}” left out: {value}.", key, value = value.to_string())
}

/// "3 footnotes became notes to editors."
fn footnotes_said(count: usize) -> Sentence {
    match count {
        1 => say!("One footnote became a note to editors."),
        _ => say!("{count} footnotes became notes to editors.", count),
    }
}
