//! The document model: a release's text as a typed tree, and its ProseMirror-shaped JSON.
//!
//! Architecture invariant: this is the only document model. The editor's schema mirrors it, the
//! importers build it, the renderers read it. A node that it does not know is kept as it came.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Node, Suggestion};

/// A text: blocks in reading order. Serialises as `{"type":"doc","content":[…]}`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body(pub Vec<Block>);

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside the text. Levels run from 2 to 4; the headline is the page's level 1.
    Heading {
        /// 2, 3 or 4.
        level: u8,
        /// The words.
        content: Vec<Inline>,
    },
    /// A list with bullets.
    BulletList(Vec<Item>),
    /// A numbered list.
    OrderedList {
        /// The number of the first item.
        start: u32,
        /// The items.
        items: Vec<Item>,
    },
    /// Somebody's words, as an object with its speaker.
    Quotation {
        /// Who said it, empty when not yet known.
        speaker: String,
        /// In what position, empty when it needs none.
        position: String,
        /// Paragraphs.
        content: Vec<Block>,
    },
    /// A table.
    Table(Table),
    /// A picture with its words.
    Figure(Figure),
    /// A line between two parts of the text.
    Divider,
    /// A block from a later version or a foreign hand, kept as it came.
    Unknown(Node),
}

/// A list item: paragraphs and nested lists.
pub type Item = Vec<Block>;

/// Rows of cells under a caption.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows; empty when the text around says it.
    pub caption: String,
    /// The rows, header rows among them.
    pub rows: Vec<Row>,
}

/// The cells of a row, left to right in reading order.
pub type Row = Vec<Cell>;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whether it names its row or column.
    pub header: bool,
    /// Columns it spans, at least 1.
    pub colspan: u32,
    /// Rows it spans, at least 1.
    pub rowspan: u32,
    /// Where its text stands; `None` lets figures stand at the end and words at the start.
    pub align: Option<Align>,
    /// Paragraphs.
    pub content: Vec<Block>,
}

impl Default for Cell {
    fn default() -> Self {
        Self { header: false, colspan: 1, rowspan: 1, align: None, content: Vec::new() }
    }
}

/// Alignment in reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A picture, by the hash of its bytes in the desk, with the words that stand for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// SHA-256 of the image's bytes, in lower-case hexadecimal; the desk holds the bytes.
    pub image: String,
    /// What a reader who cannot see it is told.
    pub alt: String,
    /// What stands below it.
    pub caption: String,
    /// Whose picture it is.
    pub credit: String,
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words under the same marks.
    Text {
        /// The words, never empty.
        text: String,
        /// What is marked on them.
        marks: Marks,
    },
    /// A line break inside a block.
    Break,
    /// An inline node from a later version, kept as it came.
    Unknown(Node),
}

/// The marks on a run of text. They serialise in the order of the fields, which is the order of
/// the marks in the editor's schema: ProseMirror refuses any other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The address that the words lead to.
    pub link: Option<String>,
    /// Stressed.
    pub emphasis: bool,
    /// Strongly stressed.
    pub strong: bool,
    /// Below the line.
    pub subscript: bool,
    /// Above the line.
    pub superscript: bool,
    /// Suggested to be put in; see [`Body::settled`].
    pub insertion: Option<Suggestion>,
    /// Suggested to be taken out.
    pub deletion: Option<Suggestion>,
    /// The threads of comments that stand on the words, by id.
    pub comments: Vec<String>,
    /// Marks from a later version, kept as they came.
    pub unknown: Vec<Node>,
}

impl Body {
    /// A body of plain paragraphs; empty ones are left out.
    pub fn of_paragraphs<S: AsRef<str>>(paragraphs: impl IntoIterator<Item = S>) -> Self {
        Self(
            paragraphs
                .into_iter()
                .filter(|p| !p.as_ref().is_empty())
                .map(|p| Block::paragraph(p.as_ref()))
                .collect(),
        )
    }

    /// Whether there is nothing to read or see in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|block| match block {
            Block::Figure(_) | Block::Unknown(_) | Block::Table(_) | Block::Divider => false,
            other => {
                let mut blank = true;
                crate::passage::walk(other, &mut |text| blank &= text.trim().is_empty());
                blank
            }
        })
    }

    /// The hashes of the images that the figures show, in order, repeated where they repeat.
    pub fn images(&self) -> Vec<&str> {
        self.0
            .iter()
            .filter_map(|block| match block {
                Block::Figure(figure) if !figure.image.is_empty() => Some(figure.image.as_str()),
                _ => None,
            })
            .collect()
    }
}

impl Block {
    /// A paragraph of unmarked text; line feeds become line breaks.
    pub fn paragraph(text: &str) -> Self {
        Self::Paragraph(Inline::unmarked(text))
    }
}

impl Inline {
    /// Unmarked text; line feeds become line breaks.
    pub fn unmarked(text: &str) -> Vec<Self> {
        let mut line = Vec::new();
        for (i, part) in text.split('\n').enumerate() {
            if i > 0 {
                line.push(Self::Break);
            }
            if !part.is_empty() {
                line.push(Self::Text { text: part.to_owned(), marks: Marks::default() });
            }
        }
        line
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Node::named("doc").holding(self.0.iter().map(Node::from).collect()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let node = Node::deserialize(deserializer)?;
        if node.name != "doc" {
            return Err(serde::de::Error::custom(format!(
                "a body is a node of type “doc”, not “{}”",
                node.name
            )));
        }
        Ok(Self(node.content.into_iter().map(Block::from).collect()))
    }
}

impl From<&Block> for Node {
    fn from(block: &Block) -> Self {
        match block {
            Block::Paragraph(content) => Node::named("paragraph").holding(inlines(content)),
            Block::Heading { level, content } => {
                Node::named("heading").with("level", *level).holding(inlines(content))
            }
            Block::BulletList(items) => {
                Node::named("bullet_list").holding(items.iter().map(item).collect())
            }
            Block::OrderedList { start, items } => Node::named("ordered_list")
                .with("start", *start)
                .holding(items.iter().map(item).collect()),
            Block::Quotation { speaker, position, content } => Node::named("quotation")
                .with("speaker", speaker.as_str())
                .with("position", position.as_str())
                .holding(blocks(content)),
            Block::Table(table) => Node::named("table")
                .with("caption", table.caption.as_str())
                .holding(table.rows.iter().map(row).collect()),
            Block::Figure(figure) => Node::named("figure")
                .with("image", figure.image.as_str())
                .with("alt", figure.alt.as_str())
                .with("caption", figure.caption.as_str())
                .with("credit", figure.credit.as_str()),
            Block::Divider => Node::named("divider"),
            Block::Unknown(node) => node.clone(),
        }
    }
}

fn blocks(content: &[Block]) -> Vec<Node> {
    content.iter().map(Node::from).collect()
}

fn item(content: &Item) -> Node {
    Node::named("list_item").holding(blocks(content))
}

fn row(cells: &Row) -> Node {
    let cells = cells.iter().map(|cell| {
        let mut node = Node::named(if cell.header { "table_header" } else { "table_cell" })
            .with("colspan", cell.colspan)
            .with("rowspan", cell.rowspan)
            .holding(blocks(&cell.content));
        if let Some(align) = cell.align {
            node = node.with(
                "align",
                match align {
                    Align::Start => "start",
                    Align::Center => "center",
                    Align::End => "end",
                },
            );
        }
        node
    });
    Node::named("table_row").holding(cells.collect())
}

fn inlines(content: &[Inline]) -> Vec<Node> {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, marks } => Node {
                name: "text".to_owned(),
                text: Some(text.clone()),
                marks: mark_nodes(marks),
                ..Node::default()
            },
            Inline::Break => Node::named("hard_break"),
            Inline::Unknown(node) => node.clone(),
        })
        .collect()
}

fn mark_nodes(marks: &Marks) -> Vec<Node> {
    let mut nodes = Vec::new();
    if let Some(href) = &marks.link {
        nodes.push(Node::named("link").with("href", href.as_str()));
    }
    for (set, name) in [
        (marks.emphasis, "emphasis"),
        (marks.strong, "strong"),
        (marks.subscript, "subscript"),
        (marks.superscript, "superscript"),
    ] {
        if set {
            nodes.push(Node::named(name));
        }
    }
    nodes.extend(marks.insertion.as_ref().map(|suggestion| suggestion.named("insertion")));
    nodes.extend(marks.deletion.as_ref().map(|suggestion| suggestion.named("deletion")));
    nodes.extend(marks.comments.iter().map(|id| Node::named("comment").with("id", id.as_str())));
    nodes.extend(marks.unknown.iter().cloned());
    nodes
}

impl From<Node> for Block {
    /// Reads a block. A node whose name or inner structure is not ours stays whole as `Unknown`.
    fn from(node: Node) -> Self {
        known_block(&node).unwrap_or(Self::Unknown(node))
    }
}

fn known_block(node: &Node) -> Option<Block> {
    Some(match node.name.as_str() {
        "paragraph" => Block::Paragraph(line(&node.content)?),
        "heading" => Block::Heading {
            level: u8::try_from(node.number("level")?).ok().filter(|l| (2..=4).contains(l))?,
            content: line(&node.content)?,
        },
        "bullet_list" => Block::BulletList(items(node)?),
        "ordered_list" => {
            Block::OrderedList { start: node.number("start").unwrap_or(1), items: items(node)? }
        }
        "quotation" => Block::Quotation {
            speaker: node.string("speaker"),
            position: node.string("position"),
            content: only_blocks(&node.content)?,
        },
        "table" => Block::Table(Table {
            caption: node.string("caption"),
            rows: node.content.iter().map(known_row).collect::<Option<_>>()?,
        }),
        "figure" if node.content.is_empty() => Block::Figure(Figure {
            image: node.string("image"),
            alt: node.string("alt"),
            caption: node.string("caption"),
            credit: node.string("credit"),
        }),
        "divider" if node.content.is_empty() => Block::Divider,
        _ => return None,
    })
}

fn items(list: &Node) -> Option<Vec<Item>> {
    list.content
        .iter()
        .map(|item| if item.name == "list_item" { only_blocks(&item.content) } else { None })
        .collect()
}

fn known_row(node: &Node) -> Option<Row> {
    if node.name != "table_row" {
        return None;
    }
    node.content
        .iter()
        .map(|cell| {
            Some(Cell {
                header: match cell.name.as_str() {
                    "table_header" => true,
                    "table_cell" => false,
                    _ => return None,
                },
                colspan: cell.number("colspan").unwrap_or(1).max(1),
                rowspan: cell.number("rowspan").unwrap_or(1).max(1),
                align: match cell.string("align").as_str() {
                    "start" => Some(Align::Start),
                    "center" => Some(Align::Center),
                    "end" => Some(Align::End),
                    _ => None,
                },
                content: only_blocks(&cell.content)?,
            })
        })
        .collect()
}

/// Block children; `None` when text stands where a block should, so that the parent is kept whole.
fn only_blocks(nodes: &[Node]) -> Option<Vec<Block>> {
    if nodes.iter().any(|n| matches!(n.name.as_str(), "text" | "hard_break")) {
        return None;
    }
    Some(nodes.iter().cloned().map(Block::from).collect())
}

/// Inline children; `None` when a block of ours stands where text should.
fn line(nodes: &[Node]) -> Option<Vec<Inline>> {
    nodes
        .iter()
        .map(|node| match (node.name.as_str(), &node.text) {
            ("text", Some(text)) => {
                Some(Inline::Text { text: text.clone(), marks: known_marks(&node.marks) })
            }
            ("hard_break", _) => Some(Inline::Break),
            _ if known_block(node).is_some() => None,
            _ => Some(Inline::Unknown(node.clone())),
        })
        .collect()
}

fn known_marks(nodes: &[Node]) -> Marks {
    let mut marks = Marks::default();
    for node in nodes {
        match node.name.as_str() {
            "link" => marks.link = Some(node.string("href")),
            "emphasis" => marks.emphasis = true,
            "strong" => marks.strong = true,
            "subscript" => marks.subscript = true,
            "superscript" => marks.superscript = true,
            "insertion" => marks.insertion = Some(Suggestion::of(node)),
            "deletion" => marks.deletion = Some(Suggestion::of(node)),
            "comment" => marks.comments.push(node.string("id")),
            _ => marks.unknown.push(node.clone()),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_block_survives_the_round_trip() {
        let source = json!({"type":"doc","content":[
            {"type":"poll","attrs":{"question":"Why?"},"content":[{"type":"text","text":"Because"}]},
            {"type":"paragraph","content":[
                {"type":"text","text":"Said","marks":[{"type":"underline"}]},
                {"type":"footnote","attrs":{"n":1}}]}]});
        let body: Body = serde_json::from_value(source.clone()).unwrap();
        assert!(matches!(body.0[0], Block::Unknown(_)));
        assert_eq!(serde_json::to_value(&body).unwrap(), source);
    }

    #[test]
    fn a_block_with_misplaced_children_is_kept_whole() {
        let source = json!({"type":"doc","content":[
            {"type":"bullet_list","content":[{"type":"text","text":"loose"}]},
            {"type":"heading","attrs":{"level":9},"content":[{"type":"text","text":"Deep"}]}]});
        let body: Body = serde_json::from_value(source.clone()).unwrap();
        assert_eq!(serde_json::to_value(&body).unwrap(), source);
    }

    #[test]
    fn marks_are_written_in_the_schema_s_order() {
        let source = json!({"type":"doc","content":[{"type":"paragraph","content":[
            {"type":"text","text":"x","marks":[{"type":"strong"},{"type":"link","attrs":{"href":"https://vestmark.example"}}]}]}]});
        let body: Body = serde_json::from_value(source).unwrap();
        let written = serde_json::to_string(&body).unwrap();
        assert!(written.find("link").unwrap() < written.find("strong").unwrap());
    }

    /// Hashes depend on it: a dependency that made JSON objects keep their order would change them.
    #[test]
    fn attributes_are_written_in_alphabetical_order() {
        let source = r#"{"type":"doc","content":[{"type":"poll","attrs":{"z":1,"a":2}}]}"#;
        let body: Body = serde_json::from_str(source).unwrap();
        assert!(serde_json::to_string(&body).unwrap().contains(r#"{"a":2,"z":1}"#));
    }

    #[test]
    fn blank_means_nothing_to_read_or_see() {
        assert!(Body::default().is_blank());
        assert!(Body(vec![Block::paragraph(" \n ")]).is_blank());
        assert!(!Body(vec![Block::Divider]).is_blank());
    }
}
