//! What was kept and what was left out, counted, for the sentence that a paste shows.

use std::collections::BTreeMap;

use dateline_model::{Block, Inline};

/// Something that is left out of every page, in one and in several.
type Thing = (&'static str, &'static str);

pub(super) const COMMENT: Thing = ("comment", "comments");
pub(super) const DELETION: Thing = ("tracked deletion", "tracked deletions");
pub(super) const INSERTION: Thing = ("tracked insertion", "tracked insertions");
pub(super) const BOOKMARK: Thing = ("bookmark", "bookmarks");
pub(super) const SMART_TAG: Thing = ("smart tag", "smart tags");
pub(super) const SCRIPT: Thing = ("script", "scripts");
pub(super) const SCRIPT_CALL: Thing = ("call of a script", "calls of scripts");
pub(super) const STYLE_SHEET: Thing = ("style sheet", "style sheets");
pub(super) const LOOKS: Thing = ("font or colour setting", "font and colour settings");
pub(super) const EMBEDDED: Thing = ("embedded page or player", "embedded pages and players");
pub(super) const FORM: Thing = ("form field or button", "form fields and buttons");
pub(super) const DRAWING: Thing = ("drawing", "drawings");
pub(super) const PIXEL: Thing = ("invisible picture", "invisible pictures");
pub(super) const HTML_COMMENT: Thing = ("HTML comment", "HTML comments");

/// Counts of what was left out.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Thing, usize>);

impl Tally {
    pub(super) fn add(&mut self, thing: Thing) {
        *self.0.entry(thing).or_default() += 1;
    }

    /// "Left out: 2 comments, 1 script."; nothing when nothing was left out. What was taken over
    /// silently, such as tracked insertions, is said as such.
    pub(super) fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        if let Some(&accepted) = self.0.get(&INSERTION) {
            said.push(format!("Taken as accepted: {}.", count(accepted, INSERTION)));
        }
        let left_out: Vec<_> = self
            .0
            .iter()
            .filter(|(thing, _)| **thing != INSERTION)
            .map(|(&thing, &number)| count(number, thing))
            .collect();
        if !left_out.is_empty() {
            said.push(format!("Left out: {}.", left_out.join(", ")));
        }
        said
    }
}

/// "Kept: 2 headings, 1 table."; `None` when there is nothing but plain paragraphs.
pub(crate) fn kept(blocks: &[Block]) -> Option<String> {
    let mut counts = [0; 7];
    let mut rest: Vec<&Block> = blocks.iter().collect();
    while let Some(block) = rest.pop() {
        match block {
            Block::Heading { content, .. } => {
                counts[0] += 1;
                links(content, &mut counts[5]);
            }
            Block::Paragraph(content) => links(content, &mut counts[5]),
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                counts[1] += 1;
                rest.extend(items.iter().flatten());
            }
            Block::Quotation { content, .. } => {
                counts[2] += 1;
                rest.extend(content);
            }
            Block::Table(table) => {
                counts[3] += 1;
                rest.extend(table.rows.iter().flatten().flat_map(|cell| &cell.content));
            }
            Block::Figure(_) => counts[4] += 1,
            Block::Divider => counts[6] += 1,
            Block::Unknown(_) => {}
        }
    }
    const THINGS: [Thing; 7] = [
        ("heading", "headings"),
        ("list", "lists"),
        ("quotation", "quotations"),
        ("table", "tables"),
        ("picture", "pictures"),
        ("link", "links"),
        ("dividing line", "dividing lines"),
    ];
    let kept: Vec<_> = counts
        .into_iter()
        .zip(THINGS)
        .filter(|(number, _)| *number > 0)
        .map(|(number, thing)| count(number, thing))
        .collect();
    (!kept.is_empty()).then(|| format!("Kept: {}.", kept.join(", ")))
}

/// Counts links; words under different marks side by side are still one link.
fn links(content: &[Inline], count: &mut usize) {
    let mut before = None;
    for inline in content {
        let link = match inline {
            Inline::Text { marks, .. } => marks.link.as_deref(),
            _ => None,
        };
        *count += usize::from(link.is_some() && link != before);
        before = link;
    }
}

fn count(number: usize, (one, many): Thing) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
