//! Suggestions and comments: marks that stand on a text without being part of it.
//!
//! Architecture invariant: this is the one place that says what a text is while suggestions are
//! open. What was suggested to be put in is not there yet, what was suggested to be taken out still
//! is, and comments are no part of it. Hash, passages, search, pages: all see the settled text only.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{Block, Body, Content, Inline, Marks, Node};

/// Who suggests a change, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// Words under one id are one suggestion: what goes out and what comes in its place.
    pub id: String,
    /// The reader who suggests it.
    pub by: String,
    /// When, in RFC 3339. Kept as it was written: it decides nothing.
    pub at: String,
}

impl Suggestion {
    pub(crate) fn of(node: &Node) -> Self {
        Self { id: node.string("id"), by: node.string("by"), at: node.string("at") }
    }

    pub(crate) fn named(&self, name: &str) -> Node {
        Node::named(name)
            .with("id", self.id.as_str())
            .with("by", self.by.as_str())
            .with("at", self.at.as_str())
    }
}

/// The names of the marks that are no part of the text.
const BESIDE: [&str; 3] = ["insertion", "deletion", "comment"];

impl Content {
    /// The content as it stands: without what is only suggested, and without comments.
    pub fn settled(&self) -> Cow<'_, Self> {
        match (self.body.settled(), self.notes.settled()) {
            (Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(self),
            (body, notes) => {
                let (body, notes) = (body.into_owned(), notes.into_owned());
                Cow::Owned(Self { body, notes, ..self.clone() })
            }
        }
    }

    /// Leaves what is only suggested behind, and comments.
    pub fn settle(&mut self) {
        if let Cow::Owned(settled) = self.settled() {
            *self = settled;
        }
    }

    /// How many suggestions are neither accepted nor rejected.
    pub fn suggestions(&self) -> usize {
        self.body.suggestions().union(&self.notes.suggestions()).count()
    }
}

impl Body {
    /// The text as it stands; itself where nothing is suggested and nothing commented on.
    pub fn settled(&self) -> Cow<'_, Self> {
        let mut plain = true;
        each(&self.0, &mut |inline| plain &= !is_marked(inline));
        if plain && !self.0.iter().any(holds_marked) {
            return Cow::Borrowed(self);
        }
        Cow::Owned(Self(self.0.iter().map(settled_block).collect()))
    }

    /// The suggestions in it, by id.
    pub fn suggestions(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        each(&self.0, &mut |inline| {
            if let Inline::Text { marks, .. } = inline {
                let both = [&marks.insertion, &marks.deletion];
                found.extend(both.into_iter().flatten().map(|suggestion| suggestion.id.clone()));
            }
        });
        found
    }

    /// The threads of comments that stand on its words, by id.
    pub fn threads(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        each(&self.0, &mut |inline| {
            if let Inline::Text { marks, .. } = inline {
                found.extend(marks.comments.iter().cloned());
            }
        });
        found
    }
}

impl Inline {
    /// Whether it is part of the text already, and not only suggested.
    pub fn stands(&self) -> bool {
        match self {
            Self::Text { marks, .. } => marks.insertion.is_none(),
            Self::Break => true,
            Self::Unknown(node) => node.stands(),
        }
    }
}

impl Node {
    /// Whether it is part of the text already, and not only suggested.
    pub(crate) fn stands(&self) -> bool {
        self.marks.iter().all(|mark| mark.name != "insertion")
    }

    /// The node without what is only suggested in it.
    fn settled(&self) -> Self {
        Self {
            content: self.content.iter().filter(|node| node.stands()).map(Self::settled).collect(),
            marks: self.marks.iter().filter(|mark| !is_beside(mark)).cloned().collect(),
            ..self.clone()
        }
    }

    fn holds_marked(&self) -> bool {
        self.marks.iter().any(is_beside) || self.content.iter().any(Self::holds_marked)
    }
}

fn is_beside(mark: &Node) -> bool {
    BESIDE.contains(&mark.name.as_str())
}

fn is_marked(inline: &Inline) -> bool {
    match inline {
        Inline::Text { marks, .. } => {
            marks.insertion.is_some() || marks.deletion.is_some() || !marks.comments.is_empty()
        }
        Inline::Break => false,
        Inline::Unknown(node) => node.holds_marked(),
    }
}

fn holds_marked(block: &Block) -> bool {
    match block {
        Block::Unknown(node) => node.holds_marked(),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            items.iter().flatten().any(holds_marked)
        }
        Block::Quotation { content, .. } => content.iter().any(holds_marked),
        Block::Table(table) => {
            table.rows.iter().flatten().flat_map(|cell| &cell.content).any(holds_marked)
        }
        Block::Paragraph(_) | Block::Heading { .. } | Block::Figure(_) | Block::Divider => false,
    }
}

/// Visits what stands in every line.
fn each(blocks: &[Block], visit: &mut dyn FnMut(&Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading { content: line, .. } => {
                line.iter().for_each(&mut *visit);
            }
            Block::BulletList(items) | Block::OrderedList { items, .. } => {
                items.iter().for_each(|item| each(item, visit));
            }
            Block::Quotation { content, .. } => each(content, visit),
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| each(&cell.content, visit));
            }
            Block::Figure(_) | Block::Divider | Block::Unknown(_) => {}
        }
    }
}

fn settled_block(block: &Block) -> Block {
    let all = |blocks: &[Block]| blocks.iter().map(settled_block).collect::<Vec<_>>();
    match block {
        Block::Paragraph(line) => Block::Paragraph(settled_line(line)),
        Block::Heading { level, content } => {
            Block::Heading { level: *level, content: settled_line(content) }
        }
        Block::BulletList(items) => Block::BulletList(items.iter().map(|item| all(item)).collect()),
        Block::OrderedList { start, items } => Block::OrderedList {
            start: *start,
            items: items.iter().map(|item| all(item)).collect(),
        },
        Block::Quotation { speaker, position, content } => Block::Quotation {
            speaker: speaker.clone(),
            position: position.clone(),
            content: all(content),
        },
        Block::Table(table) => {
            let mut table = table.clone();
            for cell in table.rows.iter_mut().flatten() {
                cell.content = all(&cell.content);
            }
            Block::Table(table)
        }
        Block::Unknown(node) => Block::Unknown(node.settled()),
        Block::Figure(_) | Block::Divider => block.clone(),
    }
}

/// A line as it stands. Runs that only a suggestion or a comment kept apart are one again, so that
/// the text is, to the byte, what it was before anybody suggested anything.
fn settled_line(line: &[Inline]) -> Vec<Inline> {
    if !line.iter().any(is_marked) {
        return line.to_vec();
    }
    let mut settled: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line.iter().filter(|inline| inline.stands()) {
        match inline {
            Inline::Text { text, marks } => {
                let marks = Marks {
                    insertion: None,
                    deletion: None,
                    comments: Vec::new(),
                    ..marks.clone()
                };
                match settled.last_mut() {
                    Some(Inline::Text { text: before, marks: same }) if *same == marks => {
                        before.push_str(text);
                    }
                    _ => settled.push(Inline::Text { text: text.clone(), marks }),
                }
            }
            Inline::Break => settled.push(Inline::Break),
            Inline::Unknown(node) => settled.push(Inline::Unknown(node.settled())),
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn body(line: serde_json::Value) -> Body {
        let doc = json!({"type": "doc", "content": [{"type": "paragraph", "content": line}]});
        serde_json::from_value(doc).unwrap()
    }

    fn mark(name: &str, id: &str) -> serde_json::Value {
        json!({"type": name, "attrs": {"at": "2026-10-14T08:00:00Z", "by": "Bo", "id": id}})
    }

    fn suggested() -> Body {
        body(json!([
            {"type": "text", "text": "The quay opens on "},
            {"type": "text", "text": "Monday", "marks": [mark("deletion", "a")]},
            {"type": "text", "text": "Tuesday", "marks": [mark("insertion", "a")]},
            {"type": "text", "text": " at ", "marks": [{"type": "comment", "attrs": {"id": "t"}}]},
            {"type": "text", "text": "noon"},
        ]))
    }

    #[test]
    fn what_is_suggested_is_no_part_of_the_text() {
        let plain = Body::of_paragraphs(["The quay opens on Monday at noon"]);
        assert_eq!(*suggested().settled(), plain);
        assert_eq!(suggested().plain_text(), plain.plain_text());
        assert_eq!(suggested().passages(), plain.passages());
        let content = |body| Content { body, ..Content::default() };
        assert_eq!(content(suggested()).hash(), content(plain).hash());
    }

    #[test]
    fn suggestions_and_comments_survive_the_round_trip() {
        let written = serde_json::to_value(suggested()).unwrap();
        assert_eq!(serde_json::from_value::<Body>(written).unwrap(), suggested());
    }

    #[test]
    fn a_suggestion_counts_once_however_many_pieces_it_has() {
        let content = Content { body: suggested(), notes: suggested(), ..Content::default() };
        assert_eq!(content.suggestions(), 1);
        assert_eq!(suggested().threads(), BTreeSet::from(["t".to_owned()]));
        assert_eq!(content.settled().suggestions(), 0);
    }

    #[test]
    fn words_that_are_only_suggested_leave_a_text_blank() {
        let only =
            body(json!([{"type": "text", "text": "New", "marks": [mark("insertion", "a")]}]));
        assert!(only.is_blank());
    }

    #[test]
    fn a_block_of_a_later_version_keeps_what_stands() {
        let doc = json!({"type": "doc", "content": [{"type": "poll", "content": [
            {"type": "text", "text": "Yes"},
            {"type": "text", "text": "No", "marks": [mark("insertion", "a")]}]}]});
        let body: Body = serde_json::from_value(doc).unwrap();
        assert_eq!(body.settled().plain_text(), "Yes");
        assert_eq!(body.plain_text(), "Yes");
    }

    proptest! {
        #[test]
        fn settling_is_done_once_and_for_all(
            runs in proptest::collection::vec(("[a-c ]{1,4}", any::<[bool; 4]>()), 0..12)
        ) {
            let line = runs.iter().map(|(text, [strong, inserted, deleted, commented])| {
                let suggestion = |set: bool| set.then(|| Suggestion { id: "a".into(), ..Suggestion::default() });
                Inline::Text { text: text.clone(), marks: Marks {
                    strong: *strong,
                    insertion: suggestion(*inserted),
                    deletion: suggestion(*deleted),
                    comments: if *commented { vec!["t".into()] } else { Vec::new() },
                    ..Marks::default()
                }}
            });
            let body = Body(vec![Block::Paragraph(line.collect())]);
            let stands: String = runs.iter().filter(|(_, marks)| !marks[1]).map(|(text, _)| text.as_str()).collect();
            let settled = body.settled().into_owned();
            prop_assert_eq!(&settled.passages()[0].text, &stands);
            prop_assert_eq!(body.passages(), settled.passages());
            prop_assert_eq!(settled.settled().into_owned(), settled);
        }
    }
}
