//! A bulletin as a page: masthead, contents, items by section, everybody to ask at the end.

use dateline_model::{Contact, ItemForm, long_date};

use super::article::{Article, contact, heading, marks, prose};
use super::body::BodyWriter;
use super::head::Head;
use super::markup::Markup;
use super::page::spoken;
use crate::bulletin::{by_section, contacts};
use crate::{Issue, Sheet};

/// A bulletin as one self-contained HTML file.
pub fn bulletin_html(issue: &Issue<'_>) -> String {
    let mut out = Markup::with_capacity(16 * 1024 + issue.items.len() * 8 * 1024);
    let (words, language) = (issue.words(), &issue.bulletin.language);
    let introduction = issue.bulletin.introduction.trim();
    Head {
        language,
        title: &issue.title(),
        description: introduction.lines().next().unwrap_or_default(),
        site: issue.office.name.trim(),
        canonical: None,
        marking: issue.marking,
        sort: "website",
    }
    .write(&mut out, |_| ());
    out.put("<body>\n<header class=\"mast\"><div class=\"wrap\"><strong>");
    out.text(issue.office.name.trim()).put("</strong></div></header>\n<main class=\"wrap\">\n");
    let lines = issue.marks();
    marks(&mut out, issue.marking, &lines, words, language);
    masthead(&mut out, issue);
    contents(&mut out, issue);
    let mut number = 0_u64;
    for (section, items) in by_section(issue.items) {
        out.put(if section.is_empty() { "<div>\n" } else { "<section>\n" });
        if !section.is_empty() {
            out.put("<h2 class=\"section\" dir=\"auto\">").text(section).put("</h2>\n");
        }
        // A section's name stands above its items' headlines.
        let level = if section.is_empty() { 2 } else { 3 };
        for sheet in items {
            number += 1;
            out.put("<article class=\"item\" id=\"item-").number(number).put("\"");
            in_its_language(&mut out, sheet, language.tag());
            out.put(">\n");
            item(&mut out, sheet, issue.bulletin.form, level);
            out.put("</article>\n");
        }
        out.put(if section.is_empty() { "</div>\n" } else { "</section>\n" });
    }
    ending(&mut out, issue);
    marks(&mut out, issue.marking, &lines, words, language);
    out.put("</main>\n</body>\n</html>\n");
    out.finish()
}

/// Title, number, date and introduction.
fn masthead(out: &mut Markup, issue: &Issue<'_>) {
    let (words, language) = (issue.words(), &issue.bulletin.language);
    let bulletin = issue.bulletin;
    out.put("<div class=\"masthead\">\n<h1>").text(&issue.masthead()).put("</h1>\n");
    let number = issue.number();
    if number.is_some() || bulletin.date.is_some() {
        out.put("<p class=\"facts\">");
        if let Some(number) = &number {
            out.put("<span");
            spoken(out, words, language);
            out.put(">").text(number).put("</span>");
        }
        if let Some(date) = bulletin.date {
            out.put(if number.is_some() { " · <time" } else { "<time" });
            out.attribute("datetime", &date.to_string()).put(">");
            out.text(&long_date(date, language, issue.office.dateline)).put("</time>");
        }
        out.put("</p>\n");
    }
    prose(out, &bulletin.introduction);
    out.put("</div>\n");
}

/// The headlines, each leading to its item.
fn contents(out: &mut Markup, issue: &Issue<'_>) {
    let (words, language) = (issue.words(), &issue.bulletin.language);
    if issue.items.len() > 1 {
        out.put("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\"");
        spoken(out, words, language);
        out.put(">").text(words.contents).put("</h2>\n<ol>\n");
        let ordered = by_section(issue.items).into_iter().flat_map(|(_, items)| items);
        for (number, sheet) in (1_u64..).zip(ordered) {
            out.put("<li><a href=\"#item-").number(number).put("\"");
            in_its_language(out, sheet, language.tag());
            out.put(">").text(&sheet.heading()).put("</a></li>\n");
        }
        out.put("</ol>\n</nav>\n");
    }
    if issue.left_out > 0 {
        out.put("<p class=\"facts\"");
        spoken(out, words, language);
        out.put(">").text(&issue.left_out_line()).put("</p>\n");
    }
}

fn item(out: &mut Markup, sheet: &Sheet<'_>, form: ItemForm, level: u8) {
    let lines = sheet.marks();
    marks(out, sheet.marking, &lines, sheet.words(), sheet.language());
    let mut article = Article { out, sheet, level };
    article.facts();
    article.headline();
    article.correction();
    match form {
        ItemForm::Full => article.body(),
        ItemForm::Summary => {
            if let Some(lead) = sheet.lead() {
                BodyWriter::new(out, sheet.pictures, sheet.words(), level)
                    .text(std::slice::from_ref(lead), sheet.dateline().as_ref());
            }
        }
    }
    let mut own = sheet.content().contacts.iter().filter(|piece| !piece.is_blank()).peekable();
    if own.peek().is_some() {
        out.put("<address class=\"line\">\n");
        own.for_each(|piece| contact(out, piece, sheet.words()));
        out.put("</address>\n");
    }
}

/// Everybody to ask, once.
fn ending(out: &mut Markup, issue: &Issue<'_>) {
    let (words, language) = (issue.words(), &issue.bulletin.language);
    if !issue.items.is_empty() {
        out.put("<p class=\"ends\"");
        spoken(out, words, language);
        out.put(">").text(issue.end_mark()).put("</p>\n");
    }
    let merged: Vec<&Contact> = contacts(issue.items);
    if !merged.is_empty() {
        let (open, close) = heading(2);
        out.put("<div class=\"after\">\n<section>\n").put(open);
        spoken(out, words, language);
        out.put(">").text(words.contact).put(close).put("<address>\n");
        merged.iter().for_each(|piece| contact(out, piece, words));
        out.put("</address>\n</section>\n</div>\n");
    }
}

/// Language and direction of an item, where they are not those around it.
fn in_its_language(out: &mut Markup, sheet: &Sheet<'_>, around: &str) {
    let language = sheet.language();
    if language.tag() != around {
        out.attribute("lang", language.tag());
        out.put(" dir=\"").put(language.direction().as_str()).put("\"");
    }
}
