//! What a rendering is made from: a release, its office, what must stand on its face, its pictures.

use std::collections::BTreeMap;

use dateline_model::{Bulletin, Embargo, Office, Release};

/// One release, ready to be set. Everything that a format shows comes from here; equal sheets give
/// equal bytes.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The release at the revision that goes out.
    pub release: &'a Release,
    /// Who publishes it, and by which customs.
    pub office: &'a Office,
    /// What must stand on its face.
    pub marking: &'a Marking,
    /// The pictures that its figures name.
    pub pictures: &'a Pictures,
    /// What it corrects, and what corrects it.
    pub related: &'a Related,
}

/// The releases that a correction ties to a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// The one that it corrects.
    pub original: Option<Named>,
    /// The corrections of it that readers have, in order.
    pub corrections: Vec<Named>,
}

/// Another release, as a page speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is called: its reference number and its headline, as far as it has them.
    pub name: String,
    /// Its address from the page, where it has one.
    pub href: Option<String>,
}

impl Named {
    /// A release by its reference number and its headline.
    pub fn new(reference: Option<&str>, headline: &str) -> Self {
        let parts = [reference.unwrap_or_default().trim(), headline.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self { name: parts.join(" · "), href: None }
    }
}

impl<'a> Sheet<'a> {
    /// The section, where it says more than the kind does: "News" beside "News" is said once.
    pub(crate) fn section_beside(&self, kind: &str) -> Option<&'a str> {
        let section = self.release.section.trim();
        let says_more = section.to_lowercase() != kind.trim().to_lowercase();
        (!section.is_empty() && says_more).then_some(section)
    }

    /// The pictures that its text shows, each once, in order, by their hashes.
    pub(crate) fn shown(&self) -> Vec<(&'a str, &'a Picture)> {
        let content = &self.release.content;
        let mut shown: Vec<(&str, &Picture)> = Vec::new();
        for hash in content.body.images().into_iter().chain(content.notes.images()) {
            if let Some(picture) = self.pictures.get(hash)
                && !shown.iter().any(|(known, _)| *known == hash)
            {
                shown.push((hash, picture));
            }
        }
        shown
    }
}

/// What an output must say of itself, at its top, at its bottom and in its title. Whoever clears a
/// release decides it; the renderers only obey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marking {
    /// The text is not approved.
    pub draft: bool,
    /// The text may not be used yet.
    pub embargo: Option<Embargo>,
}

/// Pictures by the hash under which figures name them.
pub type Pictures = BTreeMap<String, Picture>;

/// A picture's bytes and what a page must know of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// For example `image/jpeg`.
    pub media_type: String,
    /// In pixels; 0 when unknown.
    pub width: u32,
    /// In pixels; 0 when unknown.
    pub height: u32,
    /// The file as it came.
    pub bytes: Vec<u8>,
}

/// A bulletin, ready to be set.
#[derive(Clone, Copy, Debug)]
pub struct Issue<'a> {
    /// Its masthead, number, date and introduction.
    pub bulletin: &'a Bulletin,
    /// Who publishes it.
    pub office: &'a Office,
    /// What must stand on its face as a whole.
    pub marking: &'a Marking,
    /// Its items, in order, each with its own marking.
    pub items: &'a [Sheet<'a>],
    /// How many items were left out because they are under embargo; the bulletin says so.
    pub left_out: usize,
}
