//! The one shape that every ProseMirror node and mark has in JSON; the bridge between that JSON and
//! the typed tree in `body`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A node or a mark as ProseMirror writes it: `{type, attrs?, content?, text?, marks?}`.
///
/// The typed tree keeps a `Node` only for what it does not know, so that a desk written by a later
/// version loses nothing in an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The name of the node or mark in the schema.
    #[serde(rename = "type")]
    pub name: String,
    /// Its attributes, empty when it has none.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub attrs: Map<String, Value>,
    /// Its children, empty for leaves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<Node>,
    /// The text of a text node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The marks on an inline node.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Node>,
}

impl Node {
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.attrs.insert(key.to_owned(), value.into());
        self
    }

    pub(crate) fn holding(mut self, content: Vec<Node>) -> Self {
        self.content = content;
        self
    }

    pub(crate) fn string(&self, key: &str) -> String {
        self.attrs.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    pub(crate) fn number(&self, key: &str) -> Option<u32> {
        self.attrs.get(key).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok())
    }

    /// The text inside, children separated by spaces: what is left of a node nobody knows.
    pub fn plain_text(&self) -> String {
        match &self.text {
            Some(text) => text.clone(),
            None => {
                let standing = self.content.iter().filter(|node| node.stands());
                let parts: Vec<_> = standing.map(Node::plain_text).collect();
                parts.join(" ")
            }
        }
    }
}
