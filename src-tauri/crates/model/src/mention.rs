//! Mentions: the single things that a release says, by which later releases are read against it.

/// One thing that a release says: a person's name, a contact's number, a figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mention {
    /// What sort of thing, e.g. `name` or `phone`.
    pub what: &'static str,
    /// What all ways to write it have in common.
    pub key: String,
    /// How it is written here.
    pub text: String,
}
