//! The notice that stands where a withdrawn release stood.

use super::article::{contact, heading, label, prose};
use super::head::{Head, Style};
use super::markup::Markup;
use super::page::{mast, spoken};
use crate::theme::Look;
use crate::{Marking, Sheet};

/// A page that says which release was withdrawn and why, and whom to ask. It repeats nothing of the
/// text but its headline.
pub fn withdrawal_html(sheet: &Sheet<'_>) -> String {
    notice(sheet, Style::Inside(Look::default().style()), sheet.canonical().as_deref(), None)
}

/// The notice as a page in any setting.
pub(crate) fn notice(
    sheet: &Sheet<'_>,
    style: Style<'_>,
    canonical: Option<&str>,
    home: Option<&str>,
) -> String {
    let mut out = Markup::default();
    let (words, language) = (sheet.words(), sheet.language());
    Head {
        language,
        title: &title(sheet),
        description: words.withdrawal,
        site: sheet.office.name.trim(),
        canonical,
        marking: &Marking::default(),
        sort: "article",
        style,
    }
    .write(&mut out, |_| ());
    out.put("</head>\n<body>\n");
    mast(&mut out, sheet.office.name.trim(), words, language, &sheet.name());
    out.put("<main class=\"wrap\">\n<article>\n");
    said(&mut out, sheet);
    out.put("</article>\n");
    if let Some(home) = home {
        out.put("<nav class=\"foot\"").attribute("aria-label", words.on).put("><a");
        out.attribute("href", home);
        label(&mut out, words, language, words.all_news, "</a></nav>\n");
    }
    out.put("</main>\n</body>\n</html>\n");
    out.finish()
}

/// What a notice is called: the mark, and what was withdrawn.
pub(crate) fn title(sheet: &Sheet<'_>) -> String {
    let words = sheet.words();
    format!("{}{}{}", words.withdrawn, words.colon, subject(sheet))
}

fn subject(sheet: &Sheet<'_>) -> String {
    match sheet.content().headline.trim() {
        "" => sheet.name(),
        headline => headline.to_owned(),
    }
}

/// What a notice says.
pub(crate) fn said(out: &mut Markup, sheet: &Sheet<'_>) {
    let (words, language) = (sheet.words(), sheet.language());
    out.put("<p class=\"mark embargo\"");
    spoken(out, words, language);
    out.put(">").text(words.withdrawn).put("</p>\n");
    out.put("<h1>").text(&subject(sheet)).put("</h1>\n<p");
    spoken(out, words, language);
    out.put(">").text(words.withdrawal).put("</p>\n");
    if let Some(reason) = sheet.release.withdrawal.as_deref().map(str::trim)
        && !reason.is_empty()
    {
        let (open, close) = heading(2);
        out.put(open);
        spoken(out, words, language);
        out.put(">").text(words.reason).put(close);
        prose(out, reason);
    }
    let contacts = sheet.content().contacts.iter().filter(|piece| !piece.is_blank());
    let mut contacts = contacts.peekable();
    if contacts.peek().is_some() {
        out.put("<div class=\"after\">\n<h2");
        spoken(out, words, language);
        out.put(">").text(words.contact).put("</h2>\n<address>\n");
        contacts.for_each(|piece| contact(out, piece, words));
        out.put("</address>\n</div>\n");
    }
}
