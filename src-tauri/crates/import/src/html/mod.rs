//! HTML to a release: saved pages, pages of other systems, and what programs put on the clipboard.
//!
//! Architecture invariant: no markup, script or style of a page survives; what is not one of the
//! model's own parts is left out and told.

mod dom;
mod head;
mod style;
mod tally;
mod walk;
mod word;

use chrono::NaiveDate;
use dateline_model::{Block, Body, line_text, say};

use dom::Dom;
use head::Head;
pub(crate) use walk::Fragment;
use walk::{Walk, visible_lines};

use crate::{
    Draft, anatomy, footnotes_said, language, quoted, quoted_all, table_head,
    tree::{Id, Tree},
};

/// Titles that programs give to pages by themselves.
const NO_TITLES: [&str; 5] = ["untitled", "untitled document", "document", "new page", "no title"];

/// Reads a piece of HTML as a part of a text: headings of level 1 are headings of the text.
pub(crate) fn fragment(html: &str) -> Fragment {
    let tree = dom::parse(without_clipboard_header(html));
    let head = Head::of(&tree);
    read(&tree, &head, false).0
}

/// Reads a page as a release.
pub(crate) fn page(name: &str, html: &str, today: NaiveDate) -> Draft {
    let tree = dom::parse(without_clipboard_header(html));
    let head = Head::of(&tree);
    let (fragment, root) = read(&tree, &head, true);
    let mut draft = Draft::from_source(name);
    let content = &mut draft.content;
    content.headline = fragment.title;
    content.subhead = fragment.subtitle;
    content.body = Body(fragment.blocks);
    draft.images = fragment.images;
    let title = own_title(&head.title);
    headline_from_title(title, &mut draft);
    anatomy::sort(&mut draft, today);
    if draft.content.headline.is_empty() {
        draft.content.headline = title.to_owned();
    }
    if !title.is_empty() && title != draft.content.headline {
        draft.note(say!("The page’s title is {line}.", line = quoted(title)));
    }
    anatomy::note_missing_headline(&mut draft);
    match head.language {
        Some(language) if !head.word_processor => draft.content.language = language,
        _ => language::recognise(&mut draft),
    }
    if !fragment.footnotes.is_empty() {
        draft.note(footnotes_said(fragment.footnotes.len()));
        draft.content.notes.0.extend(fragment.footnotes);
    }
    if draft.content.date.is_none()
        && let Some(date) = head.date.or_else(|| head::time_date(&tree, root))
    {
        draft.content.date = Some(date);
        draft.note(say!("The date {date} was taken from what the page says about itself.", date));
    }
    for line in fragment.facts {
        let kind = line.split(['·', '|']).find_map(|part| part.parse().ok());
        draft.content.kind = kind.unwrap_or(draft.content.kind);
        draft.note(say!("Line about the text left out: {line}.", line = quoted(&line)));
    }
    draft.notes.extend(fragment.notes);
    draft.notes.extend(fragment.counts);
    draft
}

/// The text of the tree, and where it stood.
fn read(tree: &Dom, head: &Head, takes_title: bool) -> (Fragment, Id) {
    let body = tree.find(Dom::DOCUMENT, "body").next().unwrap_or(Dom::DOCUMENT);
    let root = text_root(tree, body);
    let walk =
        Walk { tree, root, page: head.address.as_ref(), takes_title, whole_page: root == body };
    let mut fragment = walk.run();
    if head.word_processor {
        table_head::recognise(&mut fragment.blocks);
    }
    fragment.left_out.extend(lines_around(tree, body, root));
    if !fragment.left_out.is_empty() {
        let lines = quoted_all(&fragment.left_out);
        fragment.notes.push(say!("Left out around the text: {lines}.", lines));
    }
    (fragment, root)
}

/// Where the text stands: the page's one article, else its main part, else all of it. An article
/// that has less than a third of the words of the main part is a teaser.
fn text_root(tree: &Dom, body: Id) -> Id {
    let is_main = |&id: &Id| tree.name(id) == "main" || tree.attribute(id, "role") == Some("main");
    let length = |id| tree.words(id).len();
    let main = tree.descendants(body).find(is_main).filter(|&id| length(id) > 0);
    let within = main.unwrap_or(body);
    let mut articles = tree.find(within, "article").filter(|&id| length(id) > 0);
    match (articles.next(), articles.next()) {
        (Some(article), None) if main.is_none() || length(article) * 3 >= length(within) => article,
        _ => within,
    }
}

/// The words on the page outside of its text, a block a line.
fn lines_around(tree: &Dom, body: Id, root: Id) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut at = root;
    // Climbs from the text to the page, and reads what stands beside it on each step.
    while at != body {
        let Some(parent) = tree.parent(at) else { break };
        let mut before = Vec::new();
        let mut after = Vec::new();
        let mut passed = false;
        for child in tree.children(parent) {
            if child == at {
                passed = true;
            } else {
                let side = if passed { &mut after } else { &mut before };
                side.extend(visible_lines(tree, child));
            }
        }
        lines = [before, lines, after].concat();
        at = parent;
    }
    lines
}

/// The title that somebody gave to the page; empty when a program did.
fn own_title(title: &str) -> &str {
    let generic =
        NO_TITLES.contains(&title.to_lowercase().as_str()) || title.starts_with("Microsoft Word -");
    if generic { "" } else { title }
}

/// Without a heading of level 1, the first line is the headline where the title begins with it; many
/// systems add the name of the site.
fn headline_from_title(title: &str, draft: &mut Draft) {
    let content = &mut draft.content;
    let first = content.body.0.first().and_then(|block| match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => Some(line_text(content)),
        _ => None,
    });
    if content.headline.is_empty()
        && let Some(first) = first.filter(|first| !first.is_empty() && title.starts_with(first))
    {
        content.body.0.remove(0);
        content.headline = first;
    }
}

/// What Windows puts in front of HTML on its clipboard.
fn without_clipboard_header(html: &str) -> &str {
    let html = html.trim_start_matches('\u{feff}');
    match html.find('<') {
        Some(start) if html.starts_with("Version:") => &html[start..],
        _ => html,
    }
}
