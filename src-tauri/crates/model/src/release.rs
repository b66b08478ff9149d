//! The release: what is written, and where it stands.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Approval, Body, Boilerplate, Contact, Embargo, Kind, Language, Stage};

/// The number of a release in its desk.
pub type ReleaseId = i64;

/// The number of a revision in its desk.
pub type RevisionId = i64;

/// Everything of a release that goes out, and so everything that an approval covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Content {
    /// What sort of text it is.
    pub kind: Kind,
    /// The language it is written in.
    pub language: Language,
    /// The headline, one line.
    pub headline: String,
    /// The standfirst, one line.
    pub subhead: String,
    /// The place it is dated from, as written in the text ("Vestmark"); pages set it in capitals.
    pub place: String,
    /// The day it is dated.
    pub date: Option<NaiveDate>,
    /// The text.
    #[cfg_attr(feature = "ts", ts(type = "BodyJson"))]
    pub body: Body,
    /// Notes to editors; each block at the top is a note and gets a number.
    #[cfg_attr(feature = "ts", ts(type = "BodyJson"))]
    pub notes: Body,
    /// "About" texts, in order.
    pub boilerplates: Vec<Boilerplate>,
    /// Whom the press can ask, in order.
    pub contacts: Vec<Contact>,
    /// Until when it may not be used.
    pub embargo: Option<Embargo>,
    /// What it corrects, if it is a correction.
    pub correction: Option<Correction>,
}

/// What a correction puts right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Correction {
    /// The release that it corrects, where the desk has it.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub of: Option<ReleaseId>,
    /// That release's reference number or headline, as readers know it.
    pub reference: String,
    /// What changed and where: "Corrects the name in the third paragraph."
    pub what: String,
}

/// A release as the desk keeps it: its content at the head revision, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Release {
    /// Its number in the desk.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: ReleaseId,
    /// The head revision; a save names it, and is refused when it is no longer the head.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: RevisionId,
    /// The reference number, e.g. `2026/041`; given when it first leaves the writer's hands.
    pub reference: Option<String>,
    /// The section it stands in, by name; empty when in none.
    pub section: String,
    /// What it is about, by name, in alphabetical order.
    pub tags: Vec<String>,
    /// How far it has come.
    pub stage: Stage,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// The approval that holds for this very content.
    pub approval: Option<Approval>,
    /// Why it was withdrawn.
    pub withdrawal: Option<String>,
    /// When it is to be released, as long as it waits for that.
    pub release_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created: DateTime<Utc>,
    /// When its content last changed.
    pub modified: DateTime<Utc>,
    /// The words.
    pub content: Content,
}

impl Default for Content {
    fn default() -> Self {
        Self {
            kind: Kind::default(),
            language: Language::english(),
            headline: String::new(),
            subhead: String::new(),
            place: String::new(),
            date: None,
            body: Body::default(),
            notes: Body::default(),
            boilerplates: Vec::new(),
            contacts: Vec::new(),
            embargo: None,
            correction: None,
        }
    }
}

impl Content {
    /// The content's hash: SHA-256 over the JSON of the text as it stands, whose fields are in a
    /// fixed order. Equal contents have equal hashes on every machine; an approval is bound to it,
    /// and a suggestion or a comment does not touch it.
    pub fn hash(&self) -> String {
        let json = serde_json::to_vec(&*self.settled())
            .expect("content is made of strings, numbers and lists");
        Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Every word of it in one text, a passage a line: for search and for counting.
    pub fn plain_text(&self) -> String {
        let mut all = String::new();
        let mut add = |text: &str| {
            if !text.is_empty() {
                all.push_str(text);
                all.push('\n');
            }
        };
        add(&self.headline);
        add(&self.subhead);
        add(&self.place);
        add(&self.body.plain_text());
        add(&self.notes.plain_text());
        for boilerplate in &self.boilerplates {
            add(&boilerplate.title);
            add(&boilerplate.text);
        }
        for contact in &self.contacts {
            for field in
                [&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours]
            {
                add(field);
            }
        }
        if let Some(correction) = &self.correction {
            add(&correction.reference);
            add(&correction.what);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_changes_with_any_word_and_only_then() {
        let content = Content { headline: "One".into(), ..Content::default() };
        let again: Content =
            serde_json::from_str(&serde_json::to_string(&content).unwrap()).unwrap();
        assert_eq!(content.hash(), again.hash());
        let other = Content { place: "Vestmark".into(), ..content.clone() };
        assert_ne!(content.hash(), other.hash());
    }

    #[test]
    fn missing_fields_take_their_defaults() {
        let content: Content = serde_json::from_str(r#"{"headline":"One"}"#).unwrap();
        assert_eq!(content.kind, Kind::News);
        assert!(content.body.is_blank());
    }
}
