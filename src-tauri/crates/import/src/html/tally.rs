//! What was kept and what was left out, counted, for the sentence that a paste shows.

use std::collections::BTreeMap;

use dateline_model::{Block, Inline, Sentence, say};

/// Something that is left out of every page, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    HtmlComment,
    Bookmark,
    ScriptCall,
    Comment,
    Drawing,
    Embedded,
    /// Fonts, sizes and colours.
    Looks,
    Form,
    /// A picture that is there to be fetched, not to be seen.
    Pixel,
    Script,
    SmartTag,
    StyleSheet,
    Deletion,
    Insertion,
}

impl Thing {
    /// "2 comments".
    fn count(self, n: usize) -> Sentence {
        match self {
            Self::HtmlComment => say!("{n} {n|HTML comment|HTML comments}", n),
            Self::Bookmark => say!("{n} {n|bookmark|bookmarks}", n),
            Self::ScriptCall => say!("{n} {n|call of a script|calls of scripts}", n),
            Self::Comment => say!("{n} {n|comment|comments}", n),
            Self::Drawing => say!("{n} {n|drawing|drawings}", n),
            Self::Embedded => {
                say!("{n} {n|embedded page or player|embedded pages and players}", n)
            }
            Self::Looks => say!("{n} {n|font or colour setting|font and colour settings}", n),
            Self::Form => say!("{n} {n|form field or button|form fields and buttons}", n),
            Self::Pixel => say!("{n} {n|invisible picture|invisible pictures}", n),
            Self::Script => say!("{n} {n|script|scripts}", n),
            Self::SmartTag => say!("{n} {n|smart tag|smart tags}", n),
            Self::StyleSheet => say!("{n} {n|style sheet|style sheets}", n),
            Self::Deletion => say!("{n} {n|tracked deletion|tracked deletions}", n),
            Self::Insertion => say!("{n} {n|tracked insertion|tracked insertions}", n),
        }
    }
}

/// Counts of what was left out.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<Thing, usize>);

impl Tally {
    pub(super) fn add(&mut self, thing: Thing) {
        *self.0.entry(thing).or_default() += 1;
    }

    /// "Left out: 2 comments, 1 script."; nothing when nothing was left out. What was taken over
    /// silently, such as tracked insertions, is said as such.
    pub(super) fn sentences(&self) -> Vec<Sentence> {
        let mut said = Vec::new();
        if let Some(&accepted) = self.0.get(&Thing::Insertion) {
            let things = Thing::Insertion.count(accepted);
            said.push(say!("Taken as accepted: {things}.", things));
        }
        let left_out: Vec<_> = self
            .0
            .iter()
            .filter(|(thing, _)| **thing != Thing::Insertion)
            .map(|(thing, &number)| thing.count(number))
            .collect();
        if !left_out.is_empty() {
            said.push(say!("Left out: {things}.", things = Sentence::joined(left_out, ", ")));
        }
        said
    }
}

/// "Kept: 2 headings, 1 table."; `None` when there is nothing but plain paragraphs.
pub(crate) fn kept(blocks: &[Block]) -> Option<Sentence> {
    let mut counts = [0_usize; 7];
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
    let [headings, lists, quotations, tables, pictures, links, dividers] = counts;
    let kept: Vec<_> = [
        (headings, say!("{n} {n|heading|headings}", n = headings)),
        (lists, say!("{n} {n|list|lists}", n = lists)),
        (quotations, say!("{n} {n|quotation|quotations}", n = quotations)),
        (tables, say!("{n} {n|table|tables}", n = tables)),
        (pictures, say!("{n} {n|picture|pictures}", n = pictures)),
        (links, say!("{n} {n|link|links}", n = links)),
        (dividers, say!("{n} {n|dividing line|dividing lines}", n = dividers)),
    ]
    .into_iter()
    .filter_map(|(number, said)| (number > 0).then_some(said))
    .collect();
    (!kept.is_empty()).then(|| say!("Kept: {things}.", things = Sentence::joined(kept, ", ")))
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
