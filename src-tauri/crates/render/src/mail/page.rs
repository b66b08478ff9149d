//! The page of a mail: a sheet of 600 pixels in nested tables, because some mail programs set
//! nothing else; the styles stand on the elements, because some drop all others.

use std::sync::LazyLock;

use css_inline::CSSInliner;
use dateline_model::Language;

use crate::html::{
    Article, Contents, Markup, Medium, marks, spoken, withdrawal_said, withdrawal_title,
};
use crate::words::Words;
use crate::{Issue, Sheet};

/// A release.
pub(super) fn release(sheet: &Sheet<'_>) -> String {
    let (words, language) = (sheet.words(), sheet.language());
    let frame = Frame {
        language,
        words,
        title: &sheet.title(),
        description: &sheet.description(),
        office: sheet.office.name.trim(),
        name: &sheet.name(),
    };
    frame.around(|out| {
        let lines = sheet.marks();
        marks(out, sheet.marking, &lines, words, language);
        Article { out, medium: Medium::MAIL, sheet, level: 1 }.write();
        marks(out, sheet.marking, &lines, words, language);
    })
}

/// The notice that a release was withdrawn.
pub(super) fn withdrawal(sheet: &Sheet<'_>) -> String {
    let frame = Frame {
        language: sheet.language(),
        words: sheet.words(),
        title: &withdrawal_title(sheet),
        description: sheet.words().withdrawal,
        office: sheet.office.name.trim(),
        name: &sheet.name(),
    };
    frame.around(|out| withdrawal_said(out, sheet))
}

/// A bulletin.
pub(super) fn bulletin(issue: &Issue<'_>) -> String {
    let frame = Frame {
        language: &issue.bulletin.language,
        words: issue.words(),
        title: &issue.title(),
        description: &issue.description(),
        office: issue.office.name.trim(),
        name: "",
    };
    frame.around(|out| Contents { out, medium: Medium::MAIL, issue }.write())
}

/// What stands around the text.
struct Frame<'a> {
    language: &'a Language,
    words: &'static Words,
    title: &'a str,
    /// What a list of mails shows behind the subject.
    description: &'a str,
    office: &'a str,
    /// What this is, beside the office's name.
    name: &'a str,
}

impl Frame<'_> {
    fn around(&self, text: impl FnOnce(&mut Markup)) -> String {
        let mut out = Markup::with_capacity(16 * 1024);
        let direction = self.language.direction().as_str();
        out.put("<!doctype html>\n<html").attribute("lang", self.language.tag());
        out.put(" dir=\"").put(direction).put("\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.put("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.put("<title>").text(self.title).put("</title>\n");
        // What cannot stand on an element stays in the head: rules for dark screens and phones.
        out.put("<style>\n").put(include_str!("screens.css")).put("</style>\n</head>\n<body>\n");
        out.put("<div class=\"preview\">").text(self.description).put("</div>\n");
        out.put("<div role=\"main\">\n");
        out.put("<table class=\"around\" role=\"presentation\" width=\"100%\" cellpadding=\"0\" ");
        out.put("cellspacing=\"0\"><tr><td align=\"center\" class=\"desk\">\n");
        out.put("<table class=\"sheet\" role=\"presentation\" width=\"600\" cellpadding=\"0\" ");
        out.put("cellspacing=\"0\" dir=\"").put(direction).put("\">\n<tr><td class=\"mast\">");
        if !self.office.is_empty() {
            out.put("<strong>").text(self.office).put("</strong>");
        }
        if !self.name.is_empty() {
            out.put(if self.office.is_empty() { "<span" } else { " · <span" });
            spoken(&mut out, self.words, self.language);
            out.put(">").text(self.name).put("</span>");
        }
        out.put("</td></tr>\n<tr><td class=\"text\">\n");
        text(&mut out);
        out.put("</td></tr>\n</table>\n</td></tr></table>\n</div>\n</body>\n</html>\n");
        inlined(&out.finish())
    }
}

/// A piece of a page with each style on its elements.
pub(crate) fn dressed(fragment: &str) -> String {
    // See below for why it does not fail.
    INLINER.inline_fragment(fragment, "").unwrap_or_else(|_| fragment.to_owned())
}

/// The page with each style on its elements.
fn inlined(page: &str) -> String {
    // It fails only on style sheets and addresses from outside, and there are none.
    INLINER.inline(page).unwrap_or_else(|_| page.to_owned())
}

static INLINER: LazyLock<CSSInliner<'static>> = LazyLock::new(|| {
    CSSInliner::options()
        .load_remote_stylesheets(false)
        .inline_style_tags(false)
        .keep_style_tags(true)
        .extra_css(Some(include_str!("mail.css").into()))
        .build()
});
