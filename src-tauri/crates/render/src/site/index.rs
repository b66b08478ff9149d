//! The order of a site: its releases newest first, by year, by section, by tag.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline_model::{ReleaseId, slug};

use super::Entry;

/// A section or a tag of a site, by the name of its folder. Names that differ only in case or signs
/// are one on a site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A section.
    Section(String),
    /// A tag.
    Tag(String),
}

impl Group {
    /// The section of that name.
    pub(super) fn section(name: &str) -> Self {
        Self::Section(folder_name(name))
    }

    /// The tag of that name.
    pub(super) fn tag(name: &str) -> Self {
        Self::Tag(folder_name(name))
    }

    /// The folder of its pages.
    pub(super) fn folder(&self) -> String {
        match self {
            Self::Section(name) => format!("sections/{name}"),
            Self::Tag(name) => format!("tags/{name}"),
        }
    }
}

fn folder_name(name: &str) -> String {
    match slug(name) {
        slug if slug.is_empty() => "other".to_owned(),
        slug => slug,
    }
}

/// Places in the list of entries.
type Places = Vec<usize>;

#[derive(Debug)]
pub(super) struct Index {
    /// Newest first; what has no date comes last.
    pub(super) entries: Vec<Entry>,
    years: BTreeMap<Option<i32>, Places>,
    groups: BTreeMap<Group, Members>,
    references: HashMap<String, Places>,
    by_id: HashMap<ReleaseId, usize>,
}

#[derive(Debug, Default)]
struct Members {
    /// The name; the first in alphabetical order where several are one.
    name: String,
    places: Places,
}

impl Index {
    pub(super) fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(|entry| Reverse((entry.date, entry.id)));
        let mut years: BTreeMap<Option<i32>, Places> = BTreeMap::new();
        let mut groups: BTreeMap<Group, Members> = BTreeMap::new();
        let mut references: HashMap<String, Places> = HashMap::new();
        let mut by_id = HashMap::with_capacity(entries.len());
        for (place, entry) in entries.iter().enumerate() {
            years.entry(entry.year()).or_default().push(place);
            for (group, name) in entry.groups() {
                let members = groups.entry(group).or_default();
                if members.name.is_empty() || name < members.name.as_str() {
                    name.clone_into(&mut members.name);
                }
                if members.places.last() != Some(&place) {
                    members.places.push(place);
                }
            }
            if let Some(reference) = &entry.reference {
                references.entry(reference.clone()).or_default().push(place);
            }
            by_id.insert(entry.id, place);
        }
        references.retain(|_, places| places.len() > 1);
        Self { years, groups, references, by_id, entries }
    }

    /// The years in which there are releases, newest first.
    pub(super) fn years(&self) -> Vec<Option<i32>> {
        self.years.keys().rev().copied().collect()
    }

    pub(super) fn of_year(&self, year: Option<i32>) -> impl Iterator<Item = &Entry> {
        self.at(self.years.get(&year))
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.keys()
    }

    pub(super) fn of_group(&self, group: &Group) -> impl Iterator<Item = &Entry> {
        self.at(self.groups.get(group).map(|members| &members.places))
    }

    pub(super) fn name(&self, group: &Group) -> &str {
        self.groups.get(group).map_or("", |members| &members.name)
    }

    pub(super) fn count(&self, group: &Group) -> usize {
        self.groups.get(group).map_or(0, |members| members.places.len())
    }

    /// The years in which a group has releases, newest first.
    pub(super) fn years_of(&self, group: &Group) -> Vec<Option<i32>> {
        let years: BTreeSet<_> = self.of_group(group).map(Entry::year).collect();
        years.into_iter().rev().collect()
    }

    /// The same release in other languages, in the order of their tags.
    pub(super) fn editions(&self, id: ReleaseId) -> Vec<&Entry> {
        let Some(own) = self.entry(id) else { return Vec::new() };
        let shared = own.reference.as_ref().and_then(|reference| self.references.get(reference));
        let mut editions: Vec<&Entry> =
            self.at(shared).filter(|entry| entry.language != own.language).collect();
        editions.sort_by_key(|entry| (&entry.language, Reverse(entry.id)));
        editions.dedup_by_key(|entry| &entry.language);
        editions
    }

    pub(super) fn entry(&self, id: ReleaseId) -> Option<&Entry> {
        self.by_id.get(&id).map(|place| &self.entries[*place])
    }

    fn at<'s>(&'s self, places: Option<&'s Places>) -> impl Iterator<Item = &'s Entry> {
        places.into_iter().flatten().map(|place| &self.entries[*place])
    }
}
