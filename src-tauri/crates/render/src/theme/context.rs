//! What templates see of a release and a bulletin.

use dateline_model::{Contact, Language, long_date};
use minijinja::{Value, context};

use crate::bulletin::{by_section, contacts};
use crate::face::{is_blank, notes, reference};
use crate::html::{
    Article, BodyWriter, Contents, Markup, Medium, Setting, Style, bulletin_head, contact, head,
    prose,
};
use crate::words::Words;
use crate::{Issue, Marking, Sheet};

/// A release.
pub(super) fn release(sheet: &Sheet<'_>, options: Value) -> Value {
    let canonical = sheet.canonical();
    let setting = Setting {
        style: Style::Elsewhere,
        medium: Medium::PAGE,
        canonical: canonical.as_deref(),
        places: None,
    };
    context! {
        options,
        head => piece(|out| head(out, sheet, &setting)),
        office => office(sheet.office.name.trim(), sheet.office.desk.trim(), &sheet.office.url),
        ..item(sheet, 1)
    }
}

/// A bulletin.
pub(super) fn bulletin(issue: &Issue<'_>, options: Value) -> Value {
    let (words, bulletin) = (issue.words(), issue.bulletin);
    let sections: Vec<Value> = by_section(issue.items)
        .into_iter()
        .map(|(name, items)| {
            let level = if name.is_empty() { 2 } else { 3 };
            let items: Vec<Value> = items.into_iter().map(|sheet| item(sheet, level)).collect();
            context! { name, items }
        })
        .collect();
    let date = bulletin.date.map(|date| long_date(date, &bulletin.language, issue.office.dateline));
    let merged: Vec<Value> =
        contacts(issue.items).into_iter().map(|one| person(one, words)).collect();
    context! {
        options,
        head => piece(|out| bulletin_head(out, issue, Style::Elsewhere)),
        office => office(issue.office.name.trim(), issue.office.desk.trim(), &issue.office.url),
        language => bulletin.language.tag(),
        direction => bulletin.language.direction().as_str(),
        words => labels(words, &bulletin.language),
        title => issue.title(),
        masthead => issue.masthead(),
        issue => issue.number().unwrap_or_default(),
        date => date.unwrap_or_default(),
        iso_date => bulletin.date.map(|date| date.to_string()).unwrap_or_default(),
        marks => marks(issue.marking, issue.marks()),
        introduction => piece(|out| prose(out, &bulletin.introduction)),
        left_out => if issue.left_out > 0 { issue.left_out_line() } else { String::new() },
        end_mark => if issue.items.is_empty() { "" } else { issue.end_mark() },
        contacts => merged,
        sections,
        whole => piece(|out| Contents { out, medium: Medium::PAGE, issue }.write()),
    }
}

/// A release among others or alone, its headline at that level.
fn item(sheet: &Sheet<'_>, level: u8) -> Value {
    let (content, words) = (sheet.content(), sheet.words());
    let dateline = sheet.dateline();
    let shows_text = !content.body.0.iter().all(is_blank);
    let correction = sheet.correction_heading().map(|heading| {
        let what = content.correction.as_ref().map_or("", |correction| &correction.what);
        context! { heading, what => piece(|out| prose(out, what)) }
    });
    let notes: Vec<Value> = notes(&content.notes.0)
        .map(|note| piece(|out| BodyWriter::new(out, Medium::PAGE, sheet, level + 1).item(note)))
        .collect();
    let abouts: Vec<Value> = content
        .boilerplates
        .iter()
        .map(|about| {
            let title =
                if about.title.trim().is_empty() { words.about } else { about.title.trim() };
            context! { title, text => piece(|out| prose(out, &about.text)) }
        })
        .collect();
    let people = content.contacts.iter().filter(|contact| !contact.is_blank());
    let people: Vec<Value> = people.map(|one| person(one, words)).collect();
    context! {
        language => content.language.tag(),
        direction => content.language.direction().as_str(),
        words => labels(words, &content.language),
        title => sheet.title(),
        description => sheet.description(),
        name => sheet.name(),
        reference => reference(sheet.release).unwrap_or_default(),
        kind => words.kind(content.kind),
        section => sheet.release.section.trim(),
        tags => &sheet.release.tags,
        marks => marks(sheet.marking, sheet.marks()),
        release_line => sheet.release_line().unwrap_or_default(),
        headline => content.headline.trim(),
        heading => sheet.heading(),
        subhead => content.subhead.trim(),
        place => content.place.trim(),
        date => sheet.date().unwrap_or_default(),
        iso_date => content.date.map(|date| date.to_string()).unwrap_or_default(),
        correction,
        body => piece(|out| {
            BodyWriter::new(out, Medium::PAGE, sheet, level)
                .text(&content.body.0, dateline.as_ref());
        }),
        lead => piece(|out| {
            if let Some(lead) = sheet.lead() {
                BodyWriter::new(out, Medium::PAGE, sheet, level)
                    .text(std::slice::from_ref(lead), dateline.as_ref());
            }
        }),
        end_mark => if shows_text { sheet.end_mark() } else { "" },
        notes,
        abouts,
        contacts => people,
        whole => piece(|out| Article { out, medium: Medium::PAGE, sheet, level }.write()),
    }
}

/// Finished markup: templates print it as it is.
fn piece(write: impl FnOnce(&mut Markup)) -> Value {
    let mut out = Markup::default();
    write(&mut out);
    Value::from_safe_string(out.finish())
}

fn office(name: &str, desk: &str, url: &str) -> Value {
    context! { name, desk, url }
}

fn person(contact_: &Contact, words: &'static Words) -> Value {
    let Contact { name, role, phone, email, hours, .. } = contact_;
    context! {
        name, role, phone, email, hours,
        html => piece(|out| contact(out, contact_, words)),
    }
}

fn marks(marking: &Marking, lines: Vec<String>) -> Vec<Value> {
    let sorts = [(marking.draft, "draft"), (marking.embargo.is_some(), "embargo")];
    let sorts = sorts.into_iter().filter(|(set, _)| *set).map(|(_, sort)| sort);
    sorts.zip(lines).map(|(sort, line)| context! { sort, line }).collect()
}

/// The words of the catalogue that a page needs, and their language where it is not the page's.
fn labels(words: &'static Words, language: &Language) -> Value {
    context! {
        language => if words.speak(language) { "" } else { words.tag },
        notes => words.notes,
        contact => words.contact,
        contents => words.contents,
        comma => words.comma,
        colon => words.colon,
    }
}
