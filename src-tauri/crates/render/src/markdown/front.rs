//! Front matter: a release's slots as lines `key: value`, which are YAML and at the same time what
//! people write by hand.

use serde::Serialize;
use serde_json::Value;

use super::block::Writer;
use crate::Sheet;
use crate::face::{notes, reference};

/// Writes front matter.
pub(super) struct Front<'a> {
    pub(super) out: &'a mut String,
}

impl Front<'_> {
    pub(super) fn write(&mut self, sheet: &Sheet<'_>) {
        let (release, content) = (sheet.release, sheet.content());
        self.out.push_str("---\n");
        self.text("headline", &content.headline);
        self.text("subhead", &content.subhead);
        self.text("place", &content.place);
        if let Some(date) = content.date {
            self.bare("date", &date.to_string());
        }
        self.bare("kind", content.kind.as_str());
        self.bare("language", content.language.tag());
        if let Some(embargo) = &content.embargo {
            let at = embargo.local().format("%Y-%m-%dT%H:%M:%S%:z");
            self.bare("embargo", &format!("{at} {}", embargo.zone.name()));
        }
        self.text("reference", reference(release).unwrap_or_default());
        self.text("section", &release.section);
        self.list("tags", &release.tags);
        self.bare("stage", release.stage.as_str());
        if let Some(correction) = &content.correction {
            self.object("correction", correction);
        }
        let notes: Vec<String> =
            notes(&content.notes.0).map(|note| markdown(sheet, note)).collect();
        self.list("notes", &notes);
        self.list("boilerplates", &content.boilerplates);
        self.list("contacts", &content.contacts);
        self.out.push_str("---\n\n");
    }

    fn bare(&mut self, key: &str, value: &str) {
        for part in [key, ": ", value, "\n"] {
            self.out.push_str(part);
        }
    }

    /// Words, in the quotation marks that JSON and YAML share.
    fn text(&mut self, key: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.object(key, &value);
        }
    }

    fn list<T: Serialize>(&mut self, key: &str, list: &[T]) {
        if !list.is_empty() {
            self.object(key, &list);
        }
    }

    /// A value as JSON, which YAML can read. What says nothing is left out of it.
    fn object(&mut self, key: &str, value: &impl Serialize) {
        // Strings, numbers and lists of them always serialise.
        let value = serde_json::to_value(value).unwrap_or_default();
        self.bare(key, &telling(value).to_string());
    }
}

/// A value without the fields that are empty.
fn telling(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let empty =
                |value: &Value| value.is_null() || value.as_str().is_some_and(str::is_empty);
            fields.into_iter().filter(|(_, value)| !empty(value)).collect()
        }
        Value::Array(list) => list.into_iter().map(telling).collect(),
        other => other,
    }
}

fn markdown(sheet: &Sheet<'_>, note: &[dateline_model::Block]) -> String {
    let mut text = Writer::new(sheet);
    text.blocks(note);
    text.finish().trim_end().to_owned()
}
