//! What OpenDocument's styles say about paragraphs, runs and lists.

use std::collections::HashMap;

use dateline_model::Marks;

use crate::{
    manuscript::Kind,
    tree::{Id, Tree},
    xml::Xml,
};

/// The longest chain of styles that are based on each other.
const LONGEST_CHAIN: usize = 16;

/// The styles of a document: the shared ones, and those that LibreOffice makes for each change.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    runs: HashMap<String, Style>,
    /// By list style and level, whether it is numbered and where it starts.
    lists: HashMap<(String, usize), Option<u32>>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    /// Made for this text alone, so that its bold is the writer's and not the heading's.
    automatic: bool,
    list: Option<String>,
    align: Option<String>,
    strong: Option<bool>,
    emphasis: Option<bool>,
    position: Option<Position>,
    hidden: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Position {
    Up,
    Down,
    Level,
}

impl Styles {
    pub(super) fn of(shared: Option<&Xml>, content: &Xml) -> Self {
        let mut styles = Self::default();
        for xml in shared.into_iter().chain([content]) {
            for id in xml.find(Xml::TOP, "style") {
                let Some(name) = xml.attribute(id, "name") else { continue };
                let style = style(xml, id);
                match xml.attribute(id, "family") {
                    Some("paragraph") => styles.paragraphs.insert(name.to_owned(), style),
                    Some("text") => styles.runs.insert(name.to_owned(), style),
                    _ => None,
                };
            }
            for id in xml.find(Xml::TOP, "list-style") {
                let Some(name) = xml.attribute(id, "name") else { continue };
                for level in xml.children(id) {
                    let number = |key| xml.attribute(level, key).and_then(|n| n.parse().ok());
                    let numbered = xml.name(level) == "list-level-style-number"
                        && xml.attribute(level, "num-format").is_some_and(|f| !f.is_empty());
                    let start = numbered.then(|| number("start-value").unwrap_or(1));
                    if let Some(depth) = number("level") {
                        styles.lists.insert((name.to_owned(), depth as usize), start);
                    }
                }
            }
        }
        styles
    }

    /// What a paragraph of that style is.
    pub(super) fn kind(&self, name: &str) -> Kind {
        for name in self.chain(name) {
            return match name {
                "Title" => Kind::Title,
                "Subtitle" => Kind::Subtitle,
                "Quotations" => Kind::Quotation,
                "Caption" | "Illustration" | "Figure" | "Drawing" => Kind::Caption,
                _ => continue,
            };
        }
        Kind::Text
    }

    /// The marks that a paragraph's style sets on all of its words: those made for it alone.
    pub(super) fn paragraph_marks(&self, name: &str) -> Marks {
        let mut marks = Marks::default();
        if let Some(style) = self.paragraphs.get(name).filter(|style| style.automatic) {
            apply(style, &mut marks);
        }
        marks
    }

    /// Sets what a run's style says.
    pub(super) fn mark(&self, name: &str, marks: &mut Marks) {
        match name {
            "Strong_20_Emphasis" => marks.strong = true,
            "Emphasis" => marks.emphasis = true,
            _ => {}
        }
        if let Some(style) = self.runs.get(name) {
            apply(style, marks);
        }
    }

    /// Whether a run or paragraph of that style is hidden.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        [&self.runs, &self.paragraphs]
            .into_iter()
            .filter_map(|styles| styles.get(name))
            .any(|s| s.hidden)
    }

    /// Where the text of a paragraph of that style stands.
    pub(super) fn align(&self, name: &str) -> Option<&str> {
        self.paragraphs.get(name)?.align.as_deref()
    }

    /// The number that a list of that style begins with; `None` for bullets.
    pub(super) fn list_start(&self, name: &str, level: usize) -> Option<u32> {
        self.lists.get(&(name.to_owned(), level)).copied().flatten()
    }

    /// The list style that a paragraph style brings along.
    pub(super) fn list_of(&self, paragraph: &str) -> Option<&str> {
        let mut chain = self.chain(paragraph);
        chain.find_map(|name| self.paragraphs.get(name)?.list.as_deref())
    }

    /// A paragraph style and those that it is based on, by name.
    fn chain<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let next = |name: &&'a str| self.paragraphs.get(*name)?.parent.as_deref();
        std::iter::successors(Some(name), next).take(LONGEST_CHAIN)
    }
}

fn style(xml: &Xml, id: Id) -> Style {
    let text = xml.child(id, "text-properties");
    let text = |key| text.and_then(|text| xml.attribute(text, key));
    let position = text("text-position").map(|value| match value.split(' ').next() {
        Some("super") => Position::Up,
        Some("sub") => Position::Down,
        Some(percent) if percent.starts_with('-') => Position::Down,
        Some(percent) if percent.starts_with(|c: char| ('1'..='9').contains(&c)) => Position::Up,
        _ => Position::Level,
    });
    Style {
        parent: xml.attribute(id, "parent-style-name").map(str::to_owned),
        automatic: xml.parent(id).is_some_and(|parent| xml.name(parent) == "automatic-styles"),
        list: xml.attribute(id, "list-style-name").filter(|n| !n.is_empty()).map(str::to_owned),
        align: xml.child_attribute(id, "paragraph-properties", "text-align").map(str::to_owned),
        strong: text("font-weight").map(|weight| {
            weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600)
        }),
        emphasis: text("font-style").map(|style| style != "normal"),
        position,
        hidden: text("display") == Some("none"),
    }
}

fn apply(style: &Style, marks: &mut Marks) {
    marks.strong = style.strong.unwrap_or(marks.strong);
    marks.emphasis = style.emphasis.unwrap_or(marks.emphasis);
    if let Some(position) = style.position {
        marks.superscript = position == Position::Up;
        marks.subscript = position == Position::Down;
    }
}
