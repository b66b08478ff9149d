//! What templates see of a release and a bulletin.

use dateline_model::{Contact, Language, Office, long_date};
use minijinja::{Value, context};

use crate::bulletin::{by_section, contacts};
use crate::face::{is_blank, notes, reference};
use crate::html::{
    Article, BodyWriter, Contents, Markup, Medium, Places, Setting, Style, bulletin_head, contact,
    head, prose,
};
use crate::words::Words;
use crate::{Issue, Marking, Sheet};

/// A release, alone or on a site.
pub(super) fn release(sheet: &Sheet<'_>, setting: &Setting<'_>, options: Value) -> Value {
    let head_setting = Setting { style: Style::Elsewhere, ..*setting };
    context! {
        options,
        head => piece(|out| head(out, sheet, &head_setting)),
        office => office(sheet.office.name.trim(), sheet.office.desk.trim(), &sheet.office.url),
        site => setting.places.map(|places| site(places, sheet)),
        ..item(sheet, setting.medium, 1)
    }
}

/// What stands around a release on a site; addresses are seen from its page.
fn site(places: &Places<'_>, sheet: &Sheet<'_>) -> Value {
    let link = |(name, address): (&str, &str)| context! { name, address };
    let tags = places.tags.iter().map(|(name, address)| link((name, address)));
    let editions = places.editions.iter().map(|(language, address)| {
        context! {
            language => language.tag(),
            direction => language.direction().as_str(),
            name => crate::words::name_of(language),
            address,
        }
    });
    context! {
        style => places.style,
        home => places.home,
        feed => places.feed,
        section => places.section.as_ref().map(|(name, address)| link((name, address))),
        tags => tags.collect::<Vec<_>>(),
        editions => editions.collect::<Vec<_>>(),
        trail => piece(|out| places.trail(out, sheet)),
        foot => piece(|out| places.foot(out, sheet)),
    }
}

/// A list of a site, ready to be framed.
pub(crate) struct ListPage<'a> {
    /// The page up to its head, which is open.
    pub(crate) head: Markup,
    pub(crate) office: &'a Office,
    pub(crate) words: &'static Words,
    pub(crate) title: &'a str,
    /// Addresses seen from the page.
    pub(crate) style: &'a str,
    pub(crate) home: &'a str,
    /// Everything in its middle, the heading included.
    pub(crate) whole: Markup,
}

/// A list of a site.
pub(super) fn list(page: &ListPage<'_>, options: Value) -> Value {
    let &ListPage { ref head, office: of, words, title, style, home, ref whole } = page;
    context! {
        options,
        head => Value::from_safe_string(head.as_str().to_owned()),
        office => office(of.name.trim(), of.desk.trim(), &of.url),
        language => of.language.tag(),
        direction => of.language.direction().as_str(),
        words => labels(words, &of.language),
        title,
        site => context! { style, home },
        whole => Value::from_safe_string(whole.as_str().to_owned()),
    }
}

/// A bulletin.
pub(super) fn bulletin(issue: &Issue<'_>, options: Value) -> Value {
    let (words, bulletin) = (issue.words(), issue.bulletin);
    let sections: Vec<Value> = by_section(issue.items)
        .into_iter()
        .map(|(name, items)| {
            let level = if name.is_empty() { 2 } else { 3 };
            let items: Vec<Value> =
                items.into_iter().map(|sheet| item(sheet, Medium::PAGE, level)).collect();
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
fn item(sheet: &Sheet<'_>, medium: Medium, level: u8) -> Value {
    let (content, words) = (sheet.content(), sheet.words());
    let dateline = sheet.dateline();
    let shows_text = !content.body.0.iter().all(is_blank);
    let correction = sheet.correction_heading().map(|heading| {
        let what = content.correction.as_ref().map_or("", |correction| &correction.what);
        context! { heading, what => piece(|out| prose(out, what)) }
    });
    let notes: Vec<Value> = notes(&content.notes.0)
        .map(|note| piece(|out| BodyWriter::new(out, medium, sheet, level + 1).item(note)))
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
        corrected => piece(|out| Article { out, medium, sheet, level }.corrected()),
        body => piece(|out| {
            BodyWriter::new(out, medium, sheet, level)
                .text(&content.body.0, dateline.as_ref());
        }),
        lead => piece(|out| {
            if let Some(lead) = sheet.lead() {
                BodyWriter::new(out, medium, sheet, level)
                    .text(std::slice::from_ref(lead), dateline.as_ref());
            }
        }),
        end_mark => if shows_text { sheet.end_mark() } else { "" },
        notes,
        abouts,
        contacts => people,
        whole => piece(|out| Article { out, medium, sheet, level }.write()),
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
