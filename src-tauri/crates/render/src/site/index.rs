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
        // No folder on Windows may be called that.
        slug if matches!(slug.as_str(), "con" | "prn" | "aux" | "nul")
            || (slug.len() == 4 && (slug.starts_with("com") || slug.starts_with("lpt"))) =>
        {
            slug + "-"
        }
        slug => slug,
    }
}

/// Places in the list of entries.
type Places = Vec<usize>;

#[derive(Debug)]
pub(super) struct Index {
    /// Newest first; what has no date comes behind, what was withdrawn last.
    entries: Vec<Entry>,
    /// How many of them lists name: all before those that were withdrawn.
    listed: usize,
    years: BTreeMap<Option<i32>, Places>,
    groups: BTreeMap<Group, Members>,
    references: HashMap<String, Places>,
    /// The translations of a release, by its number.
    translations: HashMap<ReleaseId, Places>,
    /// The corrections of a release, by its number.
    corrections: HashMap<ReleaseId, Places>,
    by_id: HashMap<ReleaseId, usize>,
}

#[derive(Debug, Default)]
struct Members {
    /// The name; the first in alphabetical order where several are one.
    name: String,
    places: Places,
    /// Kept, since every page of a group shows the way to its other years.
    years: BTreeSet<Option<i32>>,
}

impl Index {
    pub(super) fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(|entry| (entry.withdrawn, Reverse((entry.date, entry.id))));
        tell_apart(&mut entries);
        let listed = entries.partition_point(|entry| !entry.withdrawn);
        let mut years: BTreeMap<Option<i32>, Places> = BTreeMap::new();
        let mut groups: BTreeMap<Group, Members> = BTreeMap::new();
        let mut references: HashMap<String, Places> = HashMap::new();
        let mut translations: HashMap<ReleaseId, Places> = HashMap::new();
        let mut corrections: HashMap<ReleaseId, Places> = HashMap::new();
        let mut by_id = HashMap::with_capacity(entries.len());
        for (place, entry) in entries.iter().enumerate() {
            by_id.insert(entry.id, place);
            if place >= listed {
                continue;
            }
            years.entry(entry.year()).or_default().push(place);
            for (group, name) in entry.groups() {
                let members = groups.entry(group).or_default();
                if members.name.is_empty() || name < members.name.as_str() {
                    name.clone_into(&mut members.name);
                }
                if members.places.last() != Some(&place) {
                    members.places.push(place);
                    members.years.insert(entry.year());
                }
            }
            if let Some(source) = entry.edition_of {
                translations.entry(source).or_default().push(place);
            }
            if let Some(original) = entry.corrects.filter(|_| !entry.withdrawn) {
                corrections.entry(original).or_default().push(place);
            }
            if let Some(reference) = &entry.reference {
                references.entry(reference.clone()).or_default().push(place);
            }
        }
        references.retain(|_, places| places.len() > 1);
        Self { years, groups, references, translations, corrections, by_id, listed, entries }
    }

    /// Every release with a page, newest first, those that were withdrawn last.
    pub(super) fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// The releases that lists name, newest first.
    pub(super) fn listed(&self) -> &[Entry] {
        &self.entries[..self.listed]
    }

    pub(super) fn summarise(&mut self, id: ReleaseId, summary: String) {
        if let Some(place) = self.by_id.get(&id) {
            self.entries[*place].summary = summary;
        }
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
        self.groups
            .get(group)
            .map_or_else(Vec::new, |members| members.years.iter().rev().copied().collect())
    }

    /// The same release in other languages, in the order of their tags.
    pub(super) fn editions(&self, id: ReleaseId) -> Vec<&Entry> {
        let Some(own) = self.entry(id) else { return Vec::new() };
        let shared = own.reference.as_ref().and_then(|reference| self.references.get(reference));
        let source = own.edition_of.unwrap_or(id);
        let family = self.entry(source).filter(|source| !source.withdrawn).into_iter();
        let family = family.chain(self.at(self.translations.get(&source)));
        let others = family.chain(self.at(shared));
        let mut editions: Vec<&Entry> =
            others.filter(|entry| entry.language != own.language).collect();
        editions.sort_by_key(|entry| (&entry.language, Reverse(entry.id)));
        editions.dedup_by_key(|entry| &entry.language);
        editions
    }

    /// The corrections of a release, in the order of their numbers.
    pub(super) fn corrections(&self, id: ReleaseId) -> Vec<&Entry> {
        let mut corrections: Vec<&Entry> = self.at(self.corrections.get(&id)).collect();
        corrections.sort_by_key(|entry| entry.id);
        corrections
    }

    /// What a release corrects.
    pub(super) fn original(&self, id: ReleaseId) -> Option<&Entry> {
        self.entry(self.entry(id)?.corrects?)
    }

    pub(super) fn entry(&self, id: ReleaseId) -> Option<&Entry> {
        self.by_id.get(&id).map(|place| &self.entries[*place])
    }

    /// Where a release is among all.
    pub(super) fn place(&self, id: ReleaseId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    fn at<'s>(&'s self, places: Option<&'s Places>) -> impl Iterator<Item = &'s Entry> {
        places.into_iter().flatten().map(|place| &self.entries[*place])
    }
}

/// Gives each page a path of its own: where two would share one, whatever the case of their letters,
/// all of them take their language and number. So which page is where does not depend on who came
/// first. The site's own pages keep theirs.
fn tell_apart(entries: &mut [Entry]) {
    loop {
        let mut rivals: HashMap<String, usize> =
            OWN.iter().map(|path| ((*path).to_owned(), 1)).collect();
        for entry in entries.iter() {
            *rivals.entry(entry.path.to_lowercase()).or_default() += 1;
        }
        let clash = |entry: &Entry| rivals[&entry.path.to_lowercase()] > 1;
        if !entries.iter().any(clash) {
            return;
        }
        for entry in entries.iter_mut().filter(|entry| clash(entry)) {
            let stem = entry.path.strip_suffix(".html").unwrap_or(&entry.path);
            let language = entry.language.tag().to_lowercase();
            entry.path = format!("{stem}-{language}-{}.html", entry.id);
        }
    }
}

/// The site's own pages in the folder where undated releases are.
const OWN: [&str; 2] = ["index.html", "search.html"];
