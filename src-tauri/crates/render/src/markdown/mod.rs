//! Markdown with front matter: the form in which a release travels to other editors, and comes
//! back. What CommonMark cannot say (a table with spans, a picture with caption and credit) stands
//! in it as a block of HTML.

mod block;
mod front;
mod inline;

use crate::Sheet;
use crate::html::fragment_of;
use crate::markdown::front::Front;

/// A release as Markdown: its slots as front matter, its headline as the title, its text. Notes to
/// editors stand in the front matter as a list of Markdown texts, contacts and boilerplates as
/// lists of objects, as an archive of releases has them. Equal sheets give equal bytes.
pub fn markdown(sheet: &Sheet<'_>) -> String {
    let mut out = String::with_capacity(4 * 1024);
    Front { out: &mut out }.write(sheet);
    let content = sheet.content();
    let marks = sheet.marks();
    let mut text = block::Writer::new(sheet);
    marks.iter().for_each(|line| text.mark(line));
    text.title(content.headline.trim());
    text.blocks(&content.body.0);
    marks.iter().for_each(|line| text.mark(line));
    out.push_str(&text.finish());
    out
}

/// A block in the one language that can say it.
fn as_html(sheet: &Sheet<'_>, block: &dateline_model::Block) -> String {
    fragment_of(sheet, std::slice::from_ref(block))
}
