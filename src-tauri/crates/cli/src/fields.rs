//! The fields of a release by name, as `set` takes them: `FIELD=VALUE`, an empty value clearing the
//! field.

use chrono::NaiveDate;
use dateline_model::{
    Boilerplate, Contact, Content, Correction, Embargo, Office, Release, ReleaseId, Sentence,
    parse_date,
};
use dateline_store::Desk;
use serde_json::json;

use crate::failure::Failure;

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Headline,
    Subhead,
    Place,
    Date,
    Section,
    Kind,
    Language,
    Contact,
    Boilerplate,
    Embargo,
    Reference,
    Corrects,
    Correction,
    Notes,
    Body,
}

impl Field {
    /// Every field with its name and what its value is.
    pub(crate) const ALL: [(Self, &'static str, &'static str); 15] = [
        (Self::Headline, "headline", "one line"),
        (Self::Subhead, "subhead", "one line"),
        (Self::Place, "place", "as it stands in the text"),
        (Self::Date, "date", "2026-10-14, 14 October 2026, or 14 oct for this year"),
        (Self::Section, "section", "its name; made on first use"),
        (Self::Kind, "kind", "news, statement, interview, report, advisory, notice, correction"),
        (Self::Language, "language", "a tag such as en-GB, fr, ru"),
        (
            Self::Contact,
            "contact",
            "name, role, telephone, e-mail, hours; or a name from the library",
        ),
        (Self::Boilerplate, "boilerplate", "the text; or a title from the library"),
        (Self::Embargo, "embargo", "2026-10-14 00:01 Europe/Oslo"),
        (Self::Reference, "reference", "the number, such as 2026/041"),
        (Self::Corrects, "corrects", "the number or the reference of the release that it corrects"),
        (Self::Correction, "correction", "what changed and where"),
        (Self::Notes, "notes", "notes to editors, in Markdown"),
        (Self::Body, "body", "the text, in Markdown"),
    ];

    fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let synonym = match name.as_str() {
            "title" => "headline",
            "standfirst" => "subhead",
            "lang" => "language",
            "contacts" => "contact",
            "boilerplates" | "about" => "boilerplate",
            name => name,
        };
        Self::ALL.into_iter().find(|(_, known, _)| *known == synonym).map(|(field, ..)| field)
    }

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(field, ..)| *field == self).map_or("", |(_, name, _)| name)
    }
}

/// A field and its new value.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    field: Field,
    value: String,
}

impl std::str::FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, value) = text
            .split_once('=')
            .ok_or_else(|| "write FIELD=VALUE, and an empty VALUE to clear the field".to_owned())?;
        let field = Field::named(name).ok_or_else(|| {
            let known: Vec<_> = Field::ALL.iter().map(|(_, name, _)| *name).collect();
            format!("there is no field “{}”; known are {}", name.trim(), known.join(", "))
        })?;
        Ok(Self { field, value: value.trim().to_owned() })
    }
}

/// What the assignments make of a release.
pub(crate) struct Edit {
    pub(crate) content: Content,
    /// `None` where it is not to change.
    pub(crate) section: Option<String>,
    /// `None` where it is not to change.
    pub(crate) reference: Option<String>,
    /// What was left out of the values, word for word.
    pub(crate) notes: Vec<String>,
}

impl Edit {
    /// Makes all the changes, or none.
    ///
    /// # Errors
    /// When a value is none for its field, as a sentence that says what would be.
    pub(crate) fn make(
        release: &Release,
        assignments: &[Assignment],
        desk: &Desk,
        office: &Office,
        today: NaiveDate,
    ) -> Result<Self, Failure> {
        let content = release.content.clone();
        let mut edit = Self { content, section: None, reference: None, notes: Vec::new() };
        for (place, assignment) in assignments.iter().enumerate() {
            let field = assignment.field;
            // Several contacts in one command are several contacts, not the last one.
            let again = assignments[..place].iter().any(|earlier| earlier.field == field);
            edit.assign(field, &assignment.value, again, desk, office, today).map_err(|why| {
                Failure::Refused(format!(
                    "“{}” was not set: {why} Nothing was changed.",
                    field.name()
                ))
            })?;
        }
        Ok(edit)
    }

    fn assign(
        &mut self,
        field: Field,
        value: &str,
        again: bool,
        desk: &Desk,
        office: &Office,
        today: NaiveDate,
    ) -> Result<(), String> {
        let content = &mut self.content;
        match field {
            Field::Headline => content.headline = one_line(value),
            Field::Subhead => content.subhead = one_line(value),
            Field::Place => content.place = one_line(value),
            Field::Date => {
                content.date = filled(value).map(|value| date(value, today)).transpose()?
            }
            Field::Section => self.section = Some(value.to_owned()),
            Field::Reference => self.reference = Some(value.to_owned()),
            Field::Kind => {
                let value = filled(value).ok_or("every release is of a kind.")?;
                content.kind = value.parse().map_err(said)?;
            }
            Field::Language => {
                let value = filled(value).ok_or("every release is in a language.")?;
                content.language = value.parse().map_err(said)?;
            }
            Field::Embargo => {
                let embargo = |value| Embargo::parse(value, office.zone).map_err(said);
                content.embargo = filled(value).map(embargo).transpose()?;
            }
            Field::Contact => {
                if !again {
                    content.contacts.clear();
                }
                if let Some(value) = filled(value) {
                    content.contacts.push(contact(value, desk)?);
                }
            }
            Field::Boilerplate => {
                if !again {
                    content.boilerplates.clear();
                }
                if let Some(value) = filled(value) {
                    content.boilerplates.push(boilerplate(value, desk)?);
                }
            }
            Field::Correction => {
                content.correction.get_or_insert_default().what = value.to_owned();
            }
            Field::Corrects => {
                let correction = content.correction.get_or_insert_default();
                (correction.of, correction.reference) = corrected(value, desk)?;
            }
            Field::Notes => self.content.notes = self.markdown("notes", value, today)?.notes,
            Field::Body => self.content.body = self.markdown("body", value, today)?.body,
        }
        if self.content.correction.as_ref() == Some(&Correction::default()) {
            self.content.correction = None;
        }
        Ok(())
    }

    /// Reads Markdown as the line of an archive would be read.
    fn markdown(&mut self, key: &str, value: &str, today: NaiveDate) -> Result<Content, String> {
        // A headline, because no archive has a line that says nothing.
        let line = json!({ "headline": "-", key: value }).to_string();
        let read = dateline_import::jsonl(line.as_bytes(), key, today).next();
        let draft = read.map(|line| line.release).transpose().map_err(|why| why.to_string())?;
        let draft = draft.unwrap_or_default();
        self.notes.extend(draft.notes.iter().map(Sentence::to_string));
        Ok(draft.content)
    }
}

fn filled(value: &str) -> Option<&str> {
    Some(value).filter(|value| !value.is_empty())
}

/// A value that spans lines in a script is one line in the release.
fn one_line(value: &str) -> String {
    value.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn date(value: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    parse_date(value, today)
        .ok_or_else(|| format!("“{value}” is no date. Write it as 2024-07-25 or 25 July 2024."))
}

fn contact(value: &str, desk: &Desk) -> Result<Contact, String> {
    let library = desk.contacts().map_err(said)?;
    let known = library.into_iter().find(|contact| is_same(&contact.name, value));
    let contact = known.unwrap_or_else(|| Contact::parse(value));
    if contact.is_blank() {
        return Err(format!(
            "“{value}” is no contact. Write it as: Press desk, Port of Vestmark, +47 5550 0100, \
             press@vestmark.example."
        ));
    }
    Ok(contact)
}

/// A text from the library by its title; else the value itself, its first line being the title
/// where more follow.
fn boilerplate(value: &str, desk: &Desk) -> Result<Boilerplate, String> {
    let library = desk.boilerplates().map_err(said)?;
    if let Some(known) = library.into_iter().find(|one| is_same(&one.title, value)) {
        return Ok(known);
    }
    let (title, text) = value.split_once('\n').unwrap_or(("", value));
    let (title, text) = (title.trim().to_owned(), text.trim().to_owned());
    Ok(Boilerplate { title, text, ..Boilerplate::default() })
}

/// A release of the desk by its number; else the reference as readers know it.
fn corrected(value: &str, desk: &Desk) -> Result<(Option<ReleaseId>, String), String> {
    let Ok(id) = value.parse::<ReleaseId>() else { return Ok((None, value.to_owned())) };
    let original = desk.release(id).map_err(said)?;
    let reference = original.reference.unwrap_or(original.content.headline);
    Ok((Some(id), reference))
}

fn is_same(name: &str, value: &str) -> bool {
    name.trim().to_lowercase() == value.trim().to_lowercase()
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
