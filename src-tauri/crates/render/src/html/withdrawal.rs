//! The notice that stands where a withdrawn release stood.

use super::article::{contact, heading, prose};
use super::head::Head;
use super::markup::Markup;
use super::page::{mast, spoken};
use crate::{Marking, Sheet};

/// A page that says which release was withdrawn and why, and whom to ask. It repeats nothing of the
/// text but its headline.
pub fn withdrawal_html(sheet: &Sheet<'_>) -> String {
    let mut out = Markup::default();
    let (words, language) = (sheet.words(), sheet.language());
    let headline = sheet.content().headline.trim();
    let name = sheet.name();
    let subject = if headline.is_empty() { &name } else { headline };
    Head {
        language,
        title: &format!("{}{}{subject}", words.withdrawn, words.colon),
        description: words.withdrawal,
        site: sheet.office.name.trim(),
        canonical: sheet.canonical().as_deref(),
        marking: &Marking::default(),
        sort: "article",
    }
    .write(&mut out, |_| ());
    out.put("<body>\n");
    mast(&mut out, sheet.office.name.trim(), words, language, &name);
    out.put("<main class=\"wrap\">\n<article>\n<p class=\"mark embargo\"");
    spoken(&mut out, words, language);
    out.put(">").text(words.withdrawn).put("</p>\n");
    out.put("<h1>").text(subject).put("</h1>\n<p");
    spoken(&mut out, words, language);
    out.put(">").text(words.withdrawal).put("</p>\n");
    if let Some(reason) = sheet.release.withdrawal.as_deref().map(str::trim)
        && !reason.is_empty()
    {
        let (open, close) = heading(2);
        out.put(open);
        spoken(&mut out, words, language);
        out.put(">").text(words.reason).put(close);
        prose(&mut out, reason);
    }
    let contacts = sheet.content().contacts.iter().filter(|piece| !piece.is_blank());
    let mut contacts = contacts.peekable();
    if contacts.peek().is_some() {
        out.put("<div class=\"after\">\n<h2");
        spoken(&mut out, words, language);
        out.put(">").text(words.contact).put("</h2>\n<address>\n");
        contacts.for_each(|piece| contact(&mut out, piece, words));
        out.put("</address>\n</div>\n");
    }
    out.put("</article>\n</main>\n</body>\n</html>\n");
    out.finish()
}
