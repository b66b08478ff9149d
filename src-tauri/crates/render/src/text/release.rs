//! A release as plain text, in the order of the trade.

use dateline_model::{Boilerplate, Contact, Language};

use super::TextForm;
use super::body;
use super::wire::Wire;
use crate::Sheet;
use crate::face::{is_blank, notes, paragraphs};
use crate::words::{Words, capitals, fill};

/// A release as UTF-8 text in wire style. Equal sheets and forms give equal bytes.
///
/// Every line is at most as wide as the form says, unless it is a single word or address that
/// cannot be broken. No line ends in a space, no two lines in a row are blank, the last line ends.
pub fn text(sheet: &Sheet<'_>, form: &TextForm) -> String {
    let mut wire = Wire::new(*form);
    let words = sheet.words();
    let marks = sheet.marks();
    marks.iter().for_each(|line| wire.paragraph(line));
    if let Some(line) = sheet.release_line() {
        wire.paragraph(&capitals(line, sheet.language()));
    }
    letterhead(&mut wire, sheet);
    headline(&mut wire, sheet);
    story(&mut wire, sheet);
    if !sheet.content().body.0.iter().all(is_blank) {
        wire.paragraph(sheet.end_mark());
    }
    notes_to_editors(&mut wire, sheet);
    let abouts = sheet.content().boilerplates.iter();
    abouts.for_each(|boilerplate| about(&mut wire, boilerplate, words, sheet.language()));
    contacts(&mut wire, sheet.content().contacts.iter(), words, sheet.language());
    links(&mut wire, words, sheet.language());
    marks.iter().for_each(|line| wire.paragraph(line));
    wire.finish()
}

/// The notice that stands where a withdrawn release stood: which, why, and whom to ask.
pub fn withdrawal_text(sheet: &Sheet<'_>, form: &TextForm) -> String {
    let mut wire = Wire::new(*form);
    let words = sheet.words();
    wire.paragraph(words.withdrawn);
    letterhead(&mut wire, sheet);
    wire.paragraph(&sheet.content().headline);
    wire.paragraph(words.withdrawal);
    let reason = sheet.release.withdrawal.as_deref().unwrap_or_default();
    for (at, paragraph) in paragraphs(reason).enumerate() {
        wire.gap();
        if at == 0 {
            wire.say(words.reason).say(words.colon);
        }
        prose(&mut wire, paragraph);
    }
    contacts(&mut wire, sheet.content().contacts.iter(), words, sheet.language());
    wire.finish()
}

/// Who publishes; what this is, of which kind, in which section, of which day.
fn letterhead(wire: &mut Wire, sheet: &Sheet<'_>) {
    wire.gap();
    wire.say(&sheet.office.name).end_paragraph();
    wire.say(&sheet.name()).say(" · ");
    facts(wire, sheet);
}

/// Kind, section and date in one line.
pub(super) fn facts(wire: &mut Wire, sheet: &Sheet<'_>) {
    let kind = sheet.words().kind(sheet.content().kind);
    wire.say(kind);
    if let Some(section) = sheet.section_beside(kind) {
        wire.say(" · ").say(section);
    }
    if let Some(date) = sheet.date() {
        wire.say(" · ").say(&date);
    }
    wire.end_paragraph();
}

/// Headline, subhead and what a correction puts right.
pub(super) fn headline(wire: &mut Wire, sheet: &Sheet<'_>) {
    let content = sheet.content();
    wire.paragraph(&content.headline);
    wire.paragraph(&content.subhead);
    if let (Some(heading), Some(correction)) = (sheet.correction_heading(), &content.correction) {
        wire.gap();
        wire.say(&heading);
        if !correction.what.trim().is_empty() {
            wire.say(sheet.words().colon);
        }
        prose(wire, correction.what.trim());
    }
    for correction in &sheet.related.corrections {
        wire.gap();
        wire.say(&fill(sheet.words().corrected, &[("release", &correction.name)]));
        wire.end_paragraph();
    }
}

/// The text with its dateline.
pub(super) fn story(wire: &mut Wire, sheet: &Sheet<'_>) {
    let dateline = sheet.dateline().map(|dateline| dateline.in_capitals(sheet.language()));
    body::text(wire, &sheet.content().body.0, dateline.as_deref(), sheet.words());
}

fn notes_to_editors(wire: &mut Wire, sheet: &Sheet<'_>) {
    let notes: Vec<_> = notes(&sheet.content().notes.0).collect();
    if notes.is_empty() {
        return;
    }
    wire.paragraph(&capitals(sheet.words().notes, sheet.language()));
    wire.gap();
    body::numbered(wire, &notes, 1, sheet.words());
}

fn about(wire: &mut Wire, boilerplate: &Boilerplate, words: &Words, language: &Language) {
    let (title, text) = (boilerplate.title.trim(), boilerplate.text.trim());
    if title.is_empty() && text.is_empty() {
        return;
    }
    let title = if title.is_empty() { words.about } else { title };
    wire.paragraph(&capitals(title, language));
    for paragraph in paragraphs(text) {
        wire.gap();
        prose(wire, paragraph);
    }
}

/// Whom to ask, one after the other.
pub(super) fn contacts<'a>(
    wire: &mut Wire,
    contacts: impl Iterator<Item = &'a Contact>,
    words: &Words,
    language: &Language,
) {
    for (at, contact) in contacts.filter(|contact| !contact.is_blank()).enumerate() {
        if at == 0 {
            wire.paragraph(&capitals(words.contact, language));
        }
        wire.gap();
        let lines = [
            [&contact.name, &contact.role],
            [&contact.phone, &contact.hours],
            [&contact.email, &String::new()],
        ];
        for parts in lines {
            joined(wire, parts.map(String::as_str), words);
            wire.end_paragraph();
        }
    }
}

/// The parts that say something, with commas between them.
pub(super) fn joined<'a>(wire: &mut Wire, parts: impl IntoIterator<Item = &'a str>, words: &Words) {
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    for (at, part) in parts.enumerate() {
        if at > 0 {
            wire.say(words.comma);
        }
        wire.say(part);
    }
}

/// The addresses that the text refers to by number.
pub(super) fn links(wire: &mut Wire, words: &Words, language: &Language) {
    let links = wire.take_links();
    if links.is_empty() {
        return;
    }
    wire.paragraph(&capitals(words.links, language));
    wire.gap();
    let width = links.len().to_string().len();
    for (at, link) in links.iter().enumerate() {
        let indent = wire.hang(&format!("{:>1$} ", format!("[{}]", at + 1), width + 2), 0);
        wire.line(link);
        wire.leave(indent);
    }
}

/// A paragraph of plain text, its line ends kept.
pub(super) fn prose(wire: &mut Wire, paragraph: &str) {
    for (at, line) in paragraph.lines().enumerate() {
        if at > 0 {
            wire.line_break();
        }
        wire.say(line);
    }
    wire.end_paragraph();
}
