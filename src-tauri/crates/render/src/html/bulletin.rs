//! A bulletin as a page: masthead, contents, items by section, everybody to ask at the end.

use dateline_model::{ItemForm, long_date};

use super::article::{Article, contact, heading, label, marks, prose};
use super::body::BodyWriter;
use super::head::{Head, Style};
use super::markup::Markup;
use super::medium::Medium;
use super::page::mast;
use crate::bulletin::{by_section, contacts};
use crate::theme::Look;
use crate::{Issue, Sheet};

/// A bulletin as one self-contained HTML file.
pub fn bulletin_html(issue: &Issue<'_>) -> String {
    bulletin_html_in(issue, Look::default())
}

/// The same in one of the looks that come with the program.
pub fn bulletin_html_in(issue: &Issue<'_>, look: Look) -> String {
    let mut out = Markup::with_capacity(16 * 1024 + issue.items.len() * 8 * 1024);
    head(&mut out, issue, Style::Inside(look.style()));
    out.put("</head>\n<body>\n");
    let language = &issue.bulletin.language;
    mast(&mut out, issue.office.name.trim(), issue.words(), language, "");
    out.put("<main class=\"wrap\">\n");
    Contents { out: &mut out, medium: Medium::PAGE, issue }.write();
    out.put("</main>\n</body>\n</html>\n");
    out.finish()
}

/// The page up to its head, which stays open.
pub(crate) fn head(out: &mut Markup, issue: &Issue<'_>, style: Style<'_>) {
    Head {
        language: &issue.bulletin.language,
        title: &issue.title(),
        description: &issue.description(),
        site: issue.office.name.trim(),
        canonical: None,
        marking: issue.marking,
        sort: "website",
        style,
    }
    .write(out, |_| ());
}

/// Writes what stands between a bulletin's letterhead and its last line.
pub(crate) struct Contents<'a, 'b> {
    pub(crate) out: &'b mut Markup,
    pub(crate) medium: Medium,
    pub(crate) issue: &'b Issue<'a>,
}

impl Contents<'_, '_> {
    /// The whole bulletin.
    pub(crate) fn write(&mut self) {
        let issue = self.issue;
        let lines = issue.marks();
        let (words, language) = (issue.words(), &issue.bulletin.language);
        marks(self.out, issue.marking, &lines, words, language);
        self.masthead();
        self.contents();
        self.items();
        self.ending();
        marks(self.out, issue.marking, &lines, words, language);
    }

    /// Title, number, date and introduction.
    fn masthead(&mut self) {
        let (issue, bulletin) = (self.issue, self.issue.bulletin);
        self.out.put("<div class=\"masthead\">\n<h1>").text(&issue.masthead()).put("</h1>\n");
        let number = issue.number();
        if number.is_some() || bulletin.date.is_some() {
            self.out.put("<p class=\"facts\">");
            if let Some(number) = &number {
                self.label("<span", number, "</span>");
            }
            if let Some(date) = bulletin.date {
                self.out.put(if number.is_some() { " · <time" } else { "<time" });
                let said = long_date(date, &bulletin.language, issue.office.dateline);
                self.out.attribute("datetime", &date.to_string()).put(">").text(&said);
                self.out.put("</time>");
            }
            self.out.put("</p>\n");
        }
        prose(self.out, &bulletin.introduction);
        self.out.put("</div>\n");
    }

    /// The headlines, each leading to its item.
    fn contents(&mut self) {
        let issue = self.issue;
        if issue.items.len() > 1 {
            self.out.put("<nav class=\"contents\" aria-labelledby=\"contents\">\n");
            self.label("<h2 id=\"contents\"", issue.words().contents, "</h2>\n");
            self.out.put("<ol>\n");
            let ordered = by_section(issue.items).into_iter().flat_map(|(_, items)| items);
            for (number, sheet) in (1_u64..).zip(ordered) {
                self.out.put("<li><a href=\"#item-").number(number).put("\"");
                self.in_its_language(sheet);
                self.out.put(">").text(&sheet.heading()).put("</a></li>\n");
            }
            self.out.put("</ol>\n</nav>\n");
        }
        if issue.left_out > 0 {
            self.label("<p class=\"facts\"", &issue.left_out_line(), "</p>\n");
        }
    }

    fn items(&mut self) {
        let mut number = 0_u64;
        for (section, items) in by_section(self.issue.items) {
            self.out.put(if section.is_empty() { "<div>\n" } else { "<section>\n" });
            if !section.is_empty() {
                self.out.put("<h2 class=\"section\" dir=\"auto\">").text(section).put("</h2>\n");
            }
            // A section's name stands above its items' headlines.
            let level = if section.is_empty() { 2 } else { 3 };
            for sheet in items {
                number += 1;
                self.out.put("<article class=\"item\" id=\"item-").number(number).put("\"");
                self.in_its_language(sheet);
                self.out.put(">\n");
                self.item(sheet, level);
                self.out.put("</article>\n");
            }
            self.out.put(if section.is_empty() { "</div>\n" } else { "</section>\n" });
        }
    }

    fn item(&mut self, sheet: &Sheet<'_>, level: u8) {
        let lines = sheet.marks();
        marks(self.out, sheet.marking, &lines, sheet.words(), sheet.language());
        let mut article = Article { out: self.out, medium: self.medium, sheet, level };
        article.facts();
        article.headline();
        article.correction();
        article.corrected();
        match self.issue.bulletin.form {
            ItemForm::Full => article.body(),
            ItemForm::Summary => {
                if let Some(lead) = sheet.lead() {
                    BodyWriter::new(self.out, self.medium, sheet, level)
                        .text(std::slice::from_ref(lead), sheet.dateline().as_ref());
                }
            }
        }
        let own = sheet.content().contacts.iter().filter(|piece| !piece.is_blank());
        let mut own = own.peekable();
        if own.peek().is_some() {
            self.out.put("<address class=\"line\">\n");
            own.for_each(|piece| contact(self.out, piece, sheet.words()));
            self.out.put("</address>\n");
        }
    }

    /// Everybody to ask, once.
    fn ending(&mut self) {
        let issue = self.issue;
        if !issue.items.is_empty() {
            self.label("<p class=\"ends\"", issue.end_mark(), "</p>\n");
        }
        let merged = contacts(issue.items);
        if !merged.is_empty() {
            let (open, close) = heading(2);
            self.out.put("<div class=\"after\">\n<section>\n");
            self.label(open, issue.words().contact, close);
            self.out.put("<address>\n");
            merged.iter().for_each(|piece| contact(self.out, piece, issue.words()));
            self.out.put("</address>\n</section>\n</div>\n");
        }
    }

    /// Words of the catalogue in an element whose start tag is still open.
    fn label(&mut self, open: &'static str, words: &str, close: &'static str) {
        self.out.put(open);
        label(self.out, self.issue.words(), &self.issue.bulletin.language, words, close);
    }

    /// Language and direction of an item, where they are not the bulletin's.
    fn in_its_language(&mut self, sheet: &Sheet<'_>) {
        let language = sheet.language();
        if *language != self.issue.bulletin.language {
            self.out.attribute("lang", language.tag());
            self.out.put(" dir=\"").put(language.direction().as_str()).put("\"");
        }
    }
}
