//! A release as a piece of HTML, for pasting into a content system that brings its own page.

use dateline_model::Block;

use super::article::{Article, marks};
use super::body::BodyWriter;
use super::markup::Markup;
use super::medium::Medium;
use crate::Sheet;

/// A release as it is pasted into a word processor or a mail: plain elements with their styles on
/// them, pictures inside.
pub fn rich_text(sheet: &Sheet<'_>) -> String {
    crate::mail::dressed(&article(sheet, Medium::PASTE, 1))
}

/// A release as one `article` element without styles. Its headline is a heading of level 2, since
/// the page around it has one of level 1. Equal sheets give equal bytes.
pub fn fragment(sheet: &Sheet<'_>) -> String {
    article(sheet, Medium::PAGE, 2)
}

fn article(sheet: &Sheet<'_>, medium: Medium, level: u8) -> String {
    let mut out = Markup::with_capacity(8 * 1024);
    let language = sheet.language();
    let lines = sheet.marks();
    out.put("<article").attribute("lang", language.tag());
    out.put(" dir=\"").put(language.direction().as_str()).put("\">\n");
    marks(&mut out, sheet.marking, &lines, sheet.words(), language);
    Article { out: &mut out, medium, sheet, level }.write();
    marks(&mut out, sheet.marking, &lines, sheet.words(), language);
    out.put("</article>\n");
    out.finish()
}

/// Blocks of a release without anything around them.
pub(crate) fn fragment_of(sheet: &Sheet<'_>, blocks: &[Block]) -> String {
    let mut out = Markup::default();
    BodyWriter::new(&mut out, Medium::PAGE, sheet, 1).blocks(blocks);
    out.finish()
}
