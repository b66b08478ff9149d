//! What Word's styles say about a paragraph or a run.

use std::collections::HashMap;

use crate::{
    manuscript::Kind,
    tree::{Id, Tree},
    xml::Xml,
};

/// The longest chain of styles based on each other; Word allows eleven.
const LONGEST_CHAIN: usize = 16;

/// The styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<(String, usize)>,
    run: Run,
}

/// What the properties of a run say; `None` where they are silent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    pub(super) strong: Option<bool>,
    pub(super) emphasis: Option<bool>,
    pub(super) raised: Option<Raised>,
    pub(super) hidden: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    Up,
    Down,
    Level,
}

impl Styles {
    pub(super) fn of(xml: Option<&Xml>) -> Self {
        let Some(xml) = xml else { return Self::default() };
        let styles = xml.find(Xml::TOP, "style").filter_map(|id| {
            let own = |name| xml.child_attribute(id, name, "val");
            let paragraph = xml.child(id, "pPr");
            let style = Style {
                name: own("name").unwrap_or_default().to_lowercase(),
                based_on: own("basedOn").map(str::to_owned),
                outline: paragraph.and_then(|id| outline(xml, id)),
                list: paragraph.and_then(|id| list(xml, id)),
                run: xml.child(id, "rPr").map(|id| run(xml, id)).unwrap_or_default(),
            };
            Some((xml.attribute(id, "styleId")?.to_owned(), style))
        });
        Self(styles.collect())
    }

    /// What a paragraph of that style is, lists aside.
    pub(super) fn kind(&self, id: &str) -> Kind {
        for style in self.chain(id) {
            match style.name.as_str() {
                "title" => return Kind::Title,
                "subtitle" => return Kind::Subtitle,
                "caption" => return Kind::Caption,
                "quote" | "intense quote" | "block text" | "quotations" => return Kind::Quotation,
                name => {
                    let named = name.strip_prefix("heading ").and_then(|n| n.parse().ok());
                    if let Some(level) = style.outline.or(named).filter(|n| (1..=9).contains(n)) {
                        return Kind::Heading(level);
                    }
                }
            }
        }
        Kind::Text
    }

    /// The list and level that a style puts its paragraphs in.
    pub(super) fn list(&self, id: &str) -> Option<(String, usize)> {
        self.chain(id).find_map(|style| style.list.clone())
    }

    /// What a character style says.
    pub(super) fn run(&self, id: &str) -> Run {
        let mut said = Run::default();
        for style in self.chain(id) {
            said = said.or(style.run);
        }
        said
    }

    /// A style and those that it is based on.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let next = |style: &&'a Style| self.0.get(style.based_on.as_ref()?);
        std::iter::successors(self.0.get(id), next).take(LONGEST_CHAIN)
    }
}

impl Run {
    /// What is said here, else there.
    pub(super) fn or(self, there: Self) -> Self {
        Self {
            strong: self.strong.or(there.strong),
            emphasis: self.emphasis.or(there.emphasis),
            raised: self.raised.or(there.raised),
            hidden: self.hidden.or(there.hidden),
        }
    }
}

/// Reads the properties of a run.
pub(super) fn run(xml: &Xml, properties: Id) -> Run {
    let toggle = |name| {
        let id = xml.child(properties, name)?;
        Some(!matches!(xml.attribute(id, "val"), Some("0" | "false" | "off")))
    };
    let raised = xml.child_attribute(properties, "vertAlign", "val").map(|value| match value {
        "superscript" => Raised::Up,
        "subscript" => Raised::Down,
        _ => Raised::Level,
    });
    Run { strong: toggle("b"), emphasis: toggle("i"), raised, hidden: toggle("vanish") }
}

/// The outline level that the properties of a paragraph give, from 1; 10 means body text.
pub(super) fn outline(xml: &Xml, properties: Id) -> Option<u8> {
    let level: u8 = xml.child_attribute(properties, "outlineLvl", "val")?.parse().ok()?;
    level.checked_add(1)
}

/// The list and level, from 1, that the properties of a paragraph give.
pub(super) fn list(xml: &Xml, properties: Id) -> Option<(String, usize)> {
    let numbering = xml.child(properties, "numPr")?;
    let list = xml.child_attribute(numbering, "numId", "val")?.to_owned();
    let level = xml.child_attribute(numbering, "ilvl", "val").and_then(|n| n.parse().ok());
    Some((list, level.unwrap_or(0) + 1))
}

/// The style that the properties of a paragraph or run name.
pub(super) fn named<'a>(xml: &'a Xml, properties: Id, name: &str) -> Option<&'a str> {
    xml.child_attribute(properties, name, "val")
}

/// Whether there is any element of that name below.
pub(super) fn holds(xml: &Xml, id: Id, name: &str) -> bool {
    xml.descendants(id).any(|at| xml.name(at) == name)
}
