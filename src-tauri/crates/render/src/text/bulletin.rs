//! A bulletin as plain text: what goes into the body of a mail, since nobody opens attachments.

use dateline_model::{Block, ItemForm, long_date};

use super::TextForm;
use super::release::{contacts, facts, headline, joined, links, prose, story};
use super::wire::Wire;
use crate::bulletin::{by_section, contacts as everybody};
use crate::face::paragraphs;
use crate::words::capitals;
use crate::{Issue, Sheet};

/// A bulletin as UTF-8 text in wire style; the same promises hold as for [`super::text`].
pub fn bulletin_text(issue: &Issue<'_>, form: &TextForm) -> String {
    let mut wire = Wire::new(*form);
    let (words, language) = (issue.words(), &issue.bulletin.language);
    let marks = issue.marks();
    marks.iter().for_each(|line| wire.paragraph(line));
    masthead(&mut wire, issue);
    contents(&mut wire, issue);
    for (section, items) in by_section(issue.items) {
        wire.rule('=');
        wire.paragraph(&capitals(section, language));
        for (at, sheet) in items.into_iter().enumerate() {
            if at > 0 {
                wire.rule('-');
            }
            item(&mut wire, sheet, issue.bulletin.form);
        }
    }
    if !issue.items.is_empty() {
        wire.rule('=');
        wire.paragraph(issue.end_mark());
    }
    contacts(&mut wire, everybody(issue.items).into_iter(), words, language);
    links(&mut wire, words, language);
    marks.iter().for_each(|line| wire.paragraph(line));
    wire.finish()
}

fn masthead(wire: &mut Wire, issue: &Issue<'_>) {
    let bulletin = issue.bulletin;
    let language = &bulletin.language;
    wire.paragraph(&capitals(&issue.masthead(), language));
    wire.say(&issue.office.name).end_paragraph();
    let date = bulletin.date.map(|date| long_date(date, language, issue.office.dateline));
    for (at, part) in issue.number().into_iter().chain(date).enumerate() {
        if at > 0 {
            wire.say(" · ");
        }
        wire.say(&part);
    }
    wire.end_paragraph();
    for paragraph in paragraphs(&bulletin.introduction) {
        wire.gap();
        prose(wire, paragraph);
    }
}

fn contents(wire: &mut Wire, issue: &Issue<'_>) {
    let words = issue.words();
    if issue.items.len() > 1 {
        wire.paragraph(&capitals(words.contents, &issue.bulletin.language));
        wire.gap();
        let width = issue.items.len().to_string().len() + 1;
        let ordered = by_section(issue.items).into_iter().flat_map(|(_, items)| items);
        for (at, sheet) in ordered.enumerate() {
            let marker = format!("{:>width$} ", format!("{}.", at + 1));
            let indent = wire.hang(&marker, width + 1);
            wire.say(&sheet.heading()).end_paragraph();
            wire.leave(indent);
        }
    }
    if issue.left_out > 0 {
        wire.paragraph(&issue.left_out_line());
    }
}

fn item(wire: &mut Wire, sheet: &Sheet<'_>, form: ItemForm) {
    let words = sheet.words();
    sheet.marks().iter().for_each(|line| wire.paragraph(line));
    wire.gap();
    facts(wire, sheet);
    headline(wire, sheet);
    match form {
        ItemForm::Full => story(wire, sheet),
        ItemForm::Summary => {
            let lead = sheet.lead().into_iter().cloned().collect::<Vec<Block>>();
            let dateline = sheet.dateline().map(|line| line.in_capitals(sheet.language()));
            super::body::text(wire, &lead, dateline.as_deref(), words);
        }
    }
    let own = sheet.content().contacts.iter().filter(|contact| !contact.is_blank());
    for (at, contact) in own.enumerate() {
        if at == 0 {
            wire.gap();
        }
        wire.say(words.contact).say(words.colon);
        let parts = [&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours];
        joined(wire, parts.map(String::as_str), words);
        wire.end_paragraph();
    }
}
