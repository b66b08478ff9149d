//! A release between its masthead and its last line, in the order of the trade: release line, what
//! and when, headline, text, end mark, notes to editors, about, media contact.

use dateline_model::{Boilerplate, Contact, Language};

use super::body::BodyWriter;
use super::markup::Markup;
use super::medium::Medium;
use super::page::spoken;
use crate::address::{safe, spans, telephone};
use crate::face::{is_blank, notes, paragraphs};
use crate::words::Words;
use crate::{Marking, Sheet};

/// Writes one release.
pub(crate) struct Article<'a, 'b> {
    pub(crate) out: &'b mut Markup,
    pub(crate) medium: Medium,
    pub(crate) sheet: &'b Sheet<'a>,
    /// The level of its headline: 1 on its own page, deeper in a bulletin.
    pub(crate) level: u8,
}

impl Article<'_, '_> {
    /// The whole release.
    pub(crate) fn write(&mut self) {
        self.release_line();
        self.facts();
        self.headline();
        self.correction();
        self.corrected();
        self.body();
        self.end_mark();
        self.after();
    }

    fn release_line(&mut self) {
        if let Some(line) = self.sheet.release_line() {
            self.label("<p class=\"free\"", line, "</p>\n");
        }
    }

    /// Kind, section and date in one line.
    pub(crate) fn facts(&mut self) {
        let sheet = self.sheet;
        let words = sheet.words();
        let kind = words.kind(sheet.content().kind);
        self.out.put("<p class=\"facts\">");
        self.label("<span", kind, "</span>");
        if let Some(section) = sheet.section_beside(kind) {
            self.out.put(" · <span dir=\"auto\">").text(section).put("</span>");
        }
        if let (Some(date), Some(said)) = (sheet.content().date, sheet.date()) {
            self.out.put(" · <time").attribute("datetime", &date.to_string()).put(">");
            self.out.text(&said).put("</time>");
        }
        self.out.put("</p>\n");
    }

    /// Headline and subhead.
    pub(crate) fn headline(&mut self) {
        let content = self.sheet.content();
        let (headline, subhead) = (content.headline.trim(), content.subhead.trim());
        let (open, close) = heading(self.level);
        if !headline.is_empty() {
            self.out.put(open).put(">").text(headline).put(close);
        } else {
            // Who moves by headings, by eye or ear, still needs one to arrive at.
            self.out.put(open).put(if self.level == 1 { " class=\"heard\">" } else { ">" });
            self.out.text(&self.sheet.heading()).put(close);
        }
        if !subhead.is_empty() {
            self.out.put("<p class=\"standfirst\">").text(subhead).put("</p>\n");
        }
    }

    /// What a correction puts right, where readers see it first.
    pub(crate) fn correction(&mut self) {
        let sheet = self.sheet;
        let Some(heading) = sheet.correction_heading() else { return };
        self.out.put("<div class=\"correction\" role=\"note\">\n");
        match sheet.related.original.as_ref().and_then(|original| original.href.as_deref()) {
            Some(href) => {
                self.out.put("<p><a").attribute("href", href).put(">");
                self.label("<strong", &heading, "</strong></a></p>\n");
            }
            None => self.label("<p><strong", &heading, "</strong></p>\n"),
        }
        let what = sheet.content().correction.as_ref().map_or("", |correction| &correction.what);
        self.prose(what);
        self.out.put("</div>\n");
    }

    /// Where readers find what was put right since.
    pub(crate) fn corrected(&mut self) {
        let sheet = self.sheet;
        let words = sheet.words();
        let Some((before, after)) = words.corrected.split_once("{release}") else { return };
        for correction in &sheet.related.corrections {
            self.out.put("<div class=\"correction\" role=\"note\">\n<p");
            if !words.speak(sheet.language()) {
                self.out.attribute("lang", words.tag);
            }
            self.out.put("><strong>").text(before).put("</strong>");
            match &correction.href {
                Some(href) => self
                    .out
                    .put("<a")
                    .attribute("href", href)
                    .put(" dir=\"auto\">")
                    .text(&correction.name)
                    .put("</a>"),
                None => self.out.put("<span dir=\"auto\">").text(&correction.name).put("</span>"),
            };
            self.out.text(after).put("</p>\n</div>\n");
        }
    }

    /// The text with its dateline.
    pub(crate) fn body(&mut self) {
        let dateline = self.sheet.dateline();
        let sheet = self.sheet;
        BodyWriter::new(self.out, self.medium, sheet, self.level)
            .text(&sheet.content().body.0, dateline.as_ref());
    }

    fn end_mark(&mut self) {
        if !self.sheet.content().body.0.iter().all(is_blank) {
            self.label("<p class=\"ends\"", self.sheet.end_mark(), "</p>\n");
        }
    }

    /// Notes to editors, about, media contact.
    fn after(&mut self) {
        let content = self.sheet.content();
        let about: Vec<_> = content.boilerplates.iter().filter(|piece| !is_empty(piece)).collect();
        let contacts: Vec<_> =
            content.contacts.iter().filter(|contact| !contact.is_blank()).collect();
        let notes = !content.notes.0.iter().all(is_blank);
        if !notes && about.is_empty() && contacts.is_empty() {
            return;
        }
        self.out.put("<div class=\"after\">\n");
        if notes {
            self.notes();
        }
        for boilerplate in about {
            self.about(boilerplate);
        }
        if !contacts.is_empty() {
            self.contacts(&contacts);
        }
        self.out.put("</div>\n");
    }

    fn notes(&mut self) {
        let sheet = self.sheet;
        self.out.put("<section>\n");
        self.section_heading(sheet.words().notes);
        self.out.put("<ol>\n");
        for note in notes(&sheet.content().notes.0) {
            self.out.put("<li>");
            let level = self.level + 1;
            BodyWriter::new(self.out, self.medium, sheet, level).item(note);
            self.out.put("</li>\n");
        }
        self.out.put("</ol>\n</section>\n");
    }

    fn about(&mut self, boilerplate: &Boilerplate) {
        self.out.put("<section>\n");
        match boilerplate.title.trim() {
            "" => self.section_heading(self.sheet.words().about),
            title => {
                let (open, close) = heading(self.level + 1);
                self.out.put(open).put(">").text(title).put(close);
            }
        }
        self.prose(&boilerplate.text);
        self.out.put("</section>\n");
    }

    fn contacts(&mut self, contacts: &[&Contact]) {
        self.out.put("<section>\n");
        self.section_heading(self.sheet.words().contact);
        self.out.put("<address>\n");
        for contact in contacts {
            self::contact(self.out, contact, self.sheet.words());
        }
        self.out.put("</address>\n</section>\n");
    }

    fn section_heading(&mut self, words: &str) {
        let (open, close) = heading(self.level + 1);
        self.label(open, words, close);
    }

    fn label(&mut self, open: &'static str, words: &str, close: &'static str) {
        self.out.put(open);
        label(self.out, self.sheet.words(), self.sheet.language(), words, close);
    }

    fn prose(&mut self, text: &str) {
        prose(self.out, text);
    }
}

/// Words of the catalogue in an element whose start tag is still open, and its end tag.
pub(crate) fn label(
    out: &mut Markup,
    words: &'static Words,
    language: &Language,
    said: &str,
    close: &'static str,
) {
    spoken(out, words, language);
    out.put(">").text(said).put(close);
}

/// The marks of a draft and an embargo, as they stand at top and bottom.
pub(crate) fn marks(
    out: &mut Markup,
    marking: &Marking,
    lines: &[String],
    words: &'static Words,
    language: &Language,
) {
    for (number, line) in lines.iter().enumerate() {
        let draft = marking.draft && number == 0;
        out.put(if draft { "<p class=\"mark draft\"" } else { "<p class=\"mark embargo\"" });
        spoken(out, words, language);
        out.put(">").text(line).put("</p>\n");
    }
}

/// Plain text in paragraphs, with the addresses in it as links.
pub(crate) fn prose(out: &mut Markup, text: &str) {
    for paragraph in paragraphs(text) {
        out.put("<p>");
        for (number, line) in paragraph.lines().enumerate() {
            if number > 0 {
                out.put("<br>\n");
            }
            linked(out, line.trim());
        }
        out.put("</p>\n");
    }
}

/// A line of plain text with the addresses in it as links.
fn linked(out: &mut Markup, line: &str) {
    for span in spans(line) {
        let target = span.target();
        let text = span.text();
        match target.as_deref().and_then(safe) {
            Some(address) => {
                out.put("<a").attribute("href", &address).put(" class=\"bare\">");
                out.text(text).put("</a>");
            }
            None => {
                out.text(text);
            }
        }
    }
}

/// A contact: who, then how, then when. Numbers and addresses run left to right in any language.
pub(crate) fn contact(out: &mut Markup, contact: &Contact, words: &'static Words) {
    let [name, role, phone, email, hours] =
        [&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours]
            .map(|field| field.trim());
    out.put("<p>");
    let mut line = Lines { out, begun: false, filled: false, comma: words.comma };
    line.part(name, |out| {
        out.put("<strong dir=\"auto\">").text(name).put("</strong>");
    });
    line.part(role, |out| {
        out.put("<bdi>").text(role).put("</bdi>");
    });
    line.end();
    line.part(phone, |out| match telephone(phone) {
        Some(address) => {
            out.put("<a dir=\"ltr\" class=\"bare\"").attribute("href", &address).put(">");
            out.text(phone).put("</a>");
        }
        None => {
            out.put("<bdi dir=\"ltr\">").text(phone).put("</bdi>");
        }
    });
    line.part(hours, |out| {
        out.put("<bdi>").text(hours).put("</bdi>");
    });
    line.end();
    line.part(email, |out| match safe(&format!("mailto:{email}")) {
        Some(address) if email.contains('@') => {
            out.put("<a dir=\"ltr\" class=\"bare\"").attribute("href", &address).put(">");
            out.text(email).put("</a>");
        }
        _ => {
            out.put("<bdi dir=\"ltr\">").text(email).put("</bdi>");
        }
    });
    out.put("</p>\n");
}

/// The lines of a contact: parts separated by commas, lines by breaks, empty ones left out.
struct Lines<'a> {
    out: &'a mut Markup,
    /// Whether a line stands above.
    begun: bool,
    /// Whether the current line holds a part.
    filled: bool,
    comma: &'static str,
}

impl Lines<'_> {
    fn part(&mut self, text: &str, write: impl FnOnce(&mut Markup)) {
        if text.is_empty() {
            return;
        }
        if self.filled {
            self.out.put(self.comma);
        } else if self.begun {
            self.out.put("<br>\n");
        }
        self.filled = true;
        write(self.out);
    }

    fn end(&mut self) {
        self.begun |= self.filled;
        self.filled = false;
    }
}

fn is_empty(boilerplate: &Boilerplate) -> bool {
    boilerplate.title.trim().is_empty() && boilerplate.text.trim().is_empty()
}

/// The start tag of a heading, still open, and its end tag.
pub(crate) fn heading(level: u8) -> (&'static str, &'static str) {
    match level {
        1 => ("<h1", "</h1>\n"),
        2 => ("<h2", "</h2>\n"),
        3 => ("<h3", "</h3>\n"),
        4 => ("<h4", "</h4>\n"),
        5 => ("<h5", "</h5>\n"),
        _ => ("<h6", "</h6>\n"),
    }
}
