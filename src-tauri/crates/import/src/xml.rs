//! The XML inside documents as a tree of elements, by their names without prefixes: the formats read
//! here never use one name in two meanings in one place.

use quick_xml::{XmlVersion, events::Event, reader::Reader};

use crate::tree::{Id, Tree};

/// A parsed part of a document. Node 0 holds its root element.
#[derive(Debug)]
pub(crate) struct Xml {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    parent: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    /// Empty for text.
    name: Box<str>,
    attributes: Vec<(Box<str>, Box<str>)>,
    text: String,
}

impl Xml {
    pub(crate) const TOP: Id = 0;

    /// Parses a part.
    ///
    /// # Errors
    /// When it is not well-formed, as the parser's words.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut xml = Self { nodes: vec![Node::default()] };
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut open = vec![Self::TOP];
        loop {
            let event = reader.read_event().map_err(|why| why.to_string())?;
            let parent = *open.last().unwrap_or(&Self::TOP);
            match event {
                Event::Start(element) | Event::Empty(element)
                    if xml.nodes.len() >= Id::MAX as usize =>
                {
                    return Err(format!("{} is one element too many", element.name().as_ref()));
                }
                Event::Start(element) => open.push(xml.element(parent, &element)),
                Event::Empty(element) => {
                    xml.element(parent, &element);
                }
                Event::End(_) => {
                    open.pop();
                }
                Event::Text(text) => {
                    xml.text_of(parent, &text.xml_content(XmlVersion::Implicit1_0))
                }
                Event::CData(text) => {
                    xml.text_of(parent, &text.xml_content(XmlVersion::Implicit1_0))
                }
                Event::GeneralRef(reference) => {
                    let character = match &*reference {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => reference.resolve_char_ref().unwrap_or_default(),
                    };
                    xml.text_of(parent, character.map(String::from).as_deref().unwrap_or_default());
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof if open.len() == 1 => return Ok(xml),
                Event::Eof => return Err("it ends too early".to_owned()),
            }
        }
    }

    /// The element's name without its prefix; empty for text.
    pub(crate) fn name(&self, id: Id) -> &str {
        &self.node(id).name
    }

    /// The text of a text node; empty for elements.
    pub(crate) fn text(&self, id: Id) -> &str {
        &self.node(id).text
    }

    /// The value of an attribute, by its name without prefix.
    pub(crate) fn attribute(&self, id: Id, key: &str) -> Option<&str> {
        let attributes = &self.node(id).attributes;
        attributes.iter().find(|(name, _)| &**name == key).map(|(_, value)| &**value)
    }

    /// The first child with that name.
    pub(crate) fn child(&self, id: Id, name: &str) -> Option<Id> {
        self.children(id).find(|&child| self.name(child) == name)
    }

    /// The attribute of the first child with that name: how Word writes properties.
    pub(crate) fn child_attribute(&self, id: Id, name: &str, key: &str) -> Option<&str> {
        self.attribute(self.child(id, name)?, key)
    }

    /// Everything below a node with that name.
    pub(crate) fn find<'a>(&'a self, id: Id, name: &'a str) -> impl Iterator<Item = Id> + 'a {
        self.descendants(id).filter(move |&at| self.name(at) == name)
    }

    /// All text below a node.
    pub(crate) fn all_text(&self, id: Id) -> String {
        self.descendants(id).map(|at| self.text(at)).collect()
    }

    fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    fn element(&mut self, parent: Id, element: &quick_xml::events::BytesStart) -> Id {
        // A damaged attribute is as good as none.
        let mut attributes = Vec::new();
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
            attributes.push((attribute.key.local_name().into_inner().into(), value.into()));
        }
        let name = element.local_name().into_inner().into();
        self.add(parent, Node { name, attributes, ..Node::default() })
    }

    fn text_of(&mut self, parent: Id, text: &str) {
        if let Some(last) = self.node(parent).last
            && self.node(last).name.is_empty()
        {
            self.nodes[last as usize].text.push_str(text);
        } else {
            self.add(parent, Node { text: text.to_owned(), ..Node::default() });
        }
    }

    fn add(&mut self, parent: Id, node: Node) -> Id {
        let id = Id::try_from(self.nodes.len()).unwrap_or(Id::MAX);
        self.nodes.push(Node { parent: Some(parent), ..node });
        match self.nodes[parent as usize].last.replace(id) {
            Some(last) => self.nodes[last as usize].next = Some(id),
            None => self.nodes[parent as usize].first = Some(id),
        }
        id
    }
}

impl Tree for Xml {
    fn parent(&self, id: Id) -> Option<Id> {
        self.node(id).parent
    }

    fn first_child(&self, id: Id) -> Option<Id> {
        self.node(id).first
    }

    fn next_sibling(&self, id: Id) -> Option<Id> {
        self.node(id).next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_references_are_read() {
        let xml = Xml::parse(
            "<?xml version='1.0'?><w:p xmlns:w='u'><w:r w:id=\"1 &amp; 2\">a&#38;b<w:br/><![CDATA[<c>]]></w:r></w:p>",
        )
        .unwrap();
        let run = xml.find(Xml::TOP, "r").next().unwrap();
        assert_eq!(xml.attribute(run, "id"), Some("1 & 2"));
        assert_eq!(xml.all_text(Xml::TOP), "a&b<c>");
        assert_eq!(xml.children(run).count(), 3);
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for text in ["<a>", "<a></b>", "<a", "<a><b></a>"] {
            assert!(Xml::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn entities_are_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"yyyyyyyy\"><!ENTITY z SYSTEM \"file:///etc/passwd\">]><a>&x;&z;b</a>";
        assert_eq!(Xml::parse(bomb).unwrap().all_text(Xml::TOP), "b");
    }
}
