//! An HTML document as a tree, parsed by the rules that browsers follow, and of a size that its text
//! warrants whatever its markup does.

use std::{
    cell::{Cell, Ref, RefCell},
    fmt,
};

use html5ever::{
    Attribute, LocalName, Namespace, QualName,
    interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink},
    ns,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    },
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use crate::tree::{Id, Tree};

/// The deepest that elements are nested; browsers stop at 512. Parsing takes time in proportion to
/// the depth, for each tag.
const DEEPEST: u32 = 512;

/// The most elements. A page of that size has a hundred times the markup of a long web page; what
/// follows is read as text without its tags.
const MOST_ELEMENTS: usize = 1_000_000;

/// A parsed document. Node 0 is the document itself.
#[derive(Debug)]
pub(super) struct Dom {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
    depth: u32,
    data: Data,
}

#[derive(Debug, Default)]
enum Data {
    /// The document, or anything else that shows nothing.
    #[default]
    Nothing,
    Comment,
    Text(String),
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
    },
}

/// Parses a whole document; a fragment becomes the body of one.
pub(super) fn parse(html: &str) -> Dom {
    let sink = Sink::default();
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let gate = Gate { builder: TreeBuilder::new(sink, options), left_out: Cell::default() };
    let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // The tokenizer pauses at each script, so that a browser could run it.
    while !matches!(tokenizer.feed(&input), html5ever::TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

impl Dom {
    pub(super) const DOCUMENT: Id = 0;

    /// The element's name in lower case; empty for what is no element.
    pub(super) fn name(&self, id: Id) -> &str {
        match &self.node(id).data {
            Data::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// Whether the element belongs to a drawing or a formula inside the page.
    pub(super) fn is_foreign(&self, id: Id) -> bool {
        matches!(&self.node(id).data, Data::Element { name, .. } if name.ns != ns!(html))
    }

    /// The text of a text node.
    pub(super) fn text(&self, id: Id) -> Option<&str> {
        match &self.node(id).data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_comment(&self, id: Id) -> bool {
        matches!(self.node(id).data, Data::Comment)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, id: Id, key: &str) -> Option<&str> {
        match &self.node(id).data {
            Data::Element { attributes, .. } => {
                attributes.iter().find(|a| &*a.name.local == key).map(|a| &*a.value)
            }
            _ => None,
        }
    }

    /// Whether the attribute's value holds that word, e.g. a class.
    pub(super) fn has_word(&self, id: Id, key: &str, word: &str) -> bool {
        self.attribute(id, key)
            .is_some_and(|value| value.split_ascii_whitespace().any(|w| w == word))
    }

    /// How many attributes of the element call a script.
    pub(super) fn script_calls(&self, id: Id) -> usize {
        match &self.node(id).data {
            Data::Element { attributes, .. } => {
                attributes.iter().filter(|attribute| attribute.name.local.starts_with("on")).count()
            }
            _ => 0,
        }
    }

    /// The elements below a node with that name.
    pub(super) fn find<'a>(&'a self, id: Id, name: &'a str) -> impl Iterator<Item = Id> + 'a {
        self.descendants(id).filter(move |&at| self.name(at) == name)
    }

    /// The words below a node in one line, white space collapsed.
    pub(super) fn words(&self, id: Id) -> String {
        let mut words = String::new();
        for text in std::iter::once(id).chain(self.descendants(id)).filter_map(|at| self.text(at)) {
            words.push_str(text);
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn node(&self, id: Id) -> &Node {
        &self.nodes[id as usize]
    }

    fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    fn add(&mut self, data: Data) -> Id {
        let id =
            Id::try_from(self.nodes.len()).expect("the gate stops long before four billion nodes");
        self.nodes.push(Node { data, ..Node::default() });
        id
    }

    fn detach(&mut self, id: Id) {
        let Node { parent, previous, next, .. } = *self.node(id);
        match previous {
            Some(previous) => self.node_mut(previous).next = next,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).first = next;
                }
            }
        }
        match next {
            Some(next) => self.node_mut(next).previous = previous,
            None => {
                if let Some(parent) = parent {
                    self.node_mut(parent).last = previous;
                }
            }
        }
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.node(parent).last;
        let depth = self.node(parent).depth + 1;
        let node = self.node_mut(child);
        (node.parent, node.previous, node.depth) = (Some(parent), last, depth);
        match last {
            Some(last) => self.node_mut(last).next = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        self.node_mut(parent).last = Some(child);
    }

    fn insert_before(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let Node { parent, previous, depth, .. } = *self.node(sibling);
        let node = self.node_mut(child);
        (node.parent, node.previous, node.next, node.depth) =
            (parent, previous, Some(sibling), depth);
        self.node_mut(sibling).previous = Some(child);
        match (previous, parent) {
            (Some(previous), _) => self.node_mut(previous).next = Some(child),
            (None, Some(parent)) => self.node_mut(parent).first = Some(child),
            (None, None) => {}
        }
    }

    /// Adds to the text before, where there is one.
    fn extend_text(&mut self, before: Option<Id>, more: &str) -> bool {
        match before.map(|id| &mut self.node_mut(id).data) {
            Some(Data::Text(text)) => {
                text.push_str(more);
                true
            }
            _ => false,
        }
    }
}

impl Tree for Dom {
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

/// Stands before the tree builder and lets through what a document of text can need: no element
/// deeper than [`DEEPEST`], none after [`MOST_ELEMENTS`]. Words always pass.
struct Gate {
    builder: TreeBuilder<Id, Sink>,
    /// Start tags that were left out and whose end tags must be, too.
    left_out: Cell<u32>,
}

impl Gate {
    fn keeps(&self, tag: &Tag) -> bool {
        // The content of these is no markup, which the tokenizer learns from the builder only.
        const RAW: [&str; 8] =
            ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];
        let sink = &self.builder.sink;
        let full = sink.tree.borrow().nodes.len() > MOST_ELEMENTS;
        let left_out = self.left_out.get();
        if RAW.contains(&&*tag.name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag if full || sink.depth.get() >= DEEPEST => {
                self.left_out.set(left_out.saturating_add(1));
                false
            }
            TagKind::EndTag if full || left_out > 0 => {
                self.left_out.set(left_out.saturating_sub(1));
                false
            }
            TagKind::StartTag => true,
            TagKind::EndTag => {
                sink.depth.set(sink.depth.get().saturating_sub(1));
                true
            }
        }
    }
}

impl TokenSink for Gate {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        match &token {
            Token::TagToken(tag) if !self.keeps(tag) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Where the tree builder puts what it builds.
struct Sink {
    tree: RefCell<Dom>,
    /// About how deep the next element will stand: the depth of the last one, less the tags that
    /// ended since.
    depth: Cell<u32>,
}

impl Default for Sink {
    fn default() -> Self {
        let tree = Dom { nodes: vec![Node::default()] };
        Self { tree: RefCell::new(tree), depth: Cell::new(0) }
    }
}

impl Sink {
    fn place(&self, child: NodeOrText<Id>, before: Option<Id>, put: impl FnOnce(&mut Dom, Id)) {
        let mut tree = self.tree.borrow_mut();
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(text) => {
                if tree.extend_text(before, &text) {
                    return;
                }
                tree.add(Data::Text(text.to_string()))
            }
        };
        put(&mut tree, id);
        self.depth.set(tree.node(id).depth);
    }
}

/// A name that is borrowed while the tree is.
struct Name<'a>(Ref<'a, QualName>);

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Dom;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Dom {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: std::borrow::Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        Dom::DOCUMENT
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn same_node(&self, a: &Id, b: &Id) -> bool {
        a == b
    }

    fn elem_name<'a>(&'a self, id: &'a Id) -> Name<'a> {
        Name(Ref::map(self.tree.borrow(), |tree| match &tree.node(*id).data {
            Data::Element { name, .. } => name,
            _ => unreachable!("the tree builder asks for names of elements only"),
        }))
    }

    /// A template shows nothing, so its contents need no place of their own.
    fn get_template_contents(&self, id: &Id) -> Id {
        *id
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.tree.borrow_mut().add(Data::Element { name, attributes })
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        // The marks of a clipboard and the conditions of Word are no comments of anybody.
        const MARKS: [&str; 4] = ["StartFragment", "EndFragment", "[if", "[endif"];
        let text = text.trim_start_matches(['-', '!', '<', ' ']);
        let mark = MARKS.iter().any(|mark| text.starts_with(mark));
        self.tree.borrow_mut().add(if mark { Data::Nothing } else { Data::Comment })
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.tree.borrow_mut().add(Data::Nothing)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        let last = self.tree.borrow().node(*parent).last;
        self.place(child, last, |tree, id| tree.append(*parent, id));
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let previous = self.tree.borrow().node(*sibling).previous;
        self.place(child, previous, |tree, id| tree.insert_before(*sibling, id));
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.tree.borrow().parent(*element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn add_attrs_if_missing(&self, id: &Id, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.tree.borrow_mut().node_mut(*id).data {
            for attribute in more {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, id: &Id) {
        self.tree.borrow_mut().detach(*id);
    }

    fn reparent_children(&self, id: &Id, parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.first_child(*id) {
            tree.append(*parent, child);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_browsers_read_them() {
        let tree = parse("<p>One<p>Two <b>three</i> four</b><table>five<tr><td>six");
        assert_eq!(tree.words(Dom::DOCUMENT), "OneTwo three fourfivesix");
        assert_eq!(tree.find(Dom::DOCUMENT, "p").count(), 2);
    }

    #[test]
    fn a_hundred_thousand_levels_end_at_the_deepest_allowed() {
        let levels = 100_000;
        let html = format!("{}x{}<p>after", "<div>".repeat(levels), "</div>".repeat(levels));
        let tree = parse(&html);
        assert!(tree.nodes.len() < 2 * DEEPEST as usize);
        assert!(tree.words(Dom::DOCUMENT).ends_with("after"));
        let after = tree.find(Dom::DOCUMENT, "p").next().unwrap();
        assert_eq!(tree.name(tree.parent(after).unwrap()), "body");
    }

    #[test]
    fn formatting_that_is_never_closed_stays_within_bounds() {
        let mut html = String::new();
        for i in 0..20_000 {
            html.push_str(&format!("<font size={i}><p>word "));
        }
        let tree = parse(&html);
        assert!(tree.nodes.len() < MOST_ELEMENTS + 2000);
        assert_eq!(tree.words(Dom::DOCUMENT).split(' ').count(), 20_000);
    }
}
