//! A release as a page.

use dateline_model::Language;

use super::article::{Article, marks};
use super::body::Medium;
use super::head::{Head, article};
use super::markup::Markup;
use crate::Sheet;
use crate::words::Words;

/// What a page needs beside its words and pictures: head, style and frame.
const FRAME: usize = 12 * 1024;

/// A release as one self-contained HTML file: styles and pictures inside, no script, nothing from
/// elsewhere. Equal sheets give equal bytes.
pub fn html(sheet: &Sheet<'_>) -> String {
    let pictures: usize = sheet.pictures.values().map(|picture| picture.bytes.len()).sum();
    let mut out = Markup::with_capacity(FRAME + pictures * 4 / 3);
    let language = sheet.language();
    let description = sheet.description();
    let canonical = sheet.canonical();
    Head {
        language,
        title: &sheet.title(),
        description: &description,
        site: sheet.office.name.trim(),
        canonical: canonical.as_deref(),
        marking: sheet.marking,
        sort: "article",
    }
    .write(&mut out, article(sheet, &description, canonical.as_deref()));
    out.put("<body>\n");
    mast(&mut out, sheet.office.name.trim(), sheet.words(), language, &sheet.name());
    out.put("<main class=\"wrap\">\n");
    let lines = sheet.marks();
    marks(&mut out, sheet.marking, &lines, sheet.words(), language);
    out.put("<article>\n");
    Article { out: &mut out, medium: Medium::Page, sheet, level: 1 }.write();
    out.put("</article>\n");
    marks(&mut out, sheet.marking, &lines, sheet.words(), language);
    out.put("</main>\n</body>\n</html>\n");
    out.finish()
}

/// The letterhead: who publishes, and what this is.
pub(super) fn mast(
    out: &mut Markup,
    office: &str,
    words: &'static Words,
    language: &Language,
    name: &str,
) {
    out.put("<header class=\"mast\"><div class=\"wrap\">");
    if !office.is_empty() {
        out.put("<strong>").text(office).put("</strong> ");
    }
    out.put("<span");
    spoken(out, words, language);
    out.put(">").text(name).put("</span></div></header>\n");
}

/// On an element that holds words of the catalogue: their language, where it is not the page's.
pub(crate) fn spoken(out: &mut Markup, words: &'static Words, language: &Language) {
    if !words.speak(language) {
        out.put(" lang=\"").put(words.tag).put("\" dir=\"ltr\"");
    }
}
