//! What lists, feeds and search say of a release.

use chrono::{Datelike, NaiveDate};
use dateline_model::{Kind, Language, Release, ReleaseId, Stage};
use serde::{Deserialize, Serialize};

use super::Group;
use crate::face::{path, reference, summary};
use crate::words::Words;

/// A release as lists know it: a few hundred bytes, so that a hundred thousand fit in memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the desk.
    pub id: ReleaseId,
    /// Where its page is in the site's folder.
    pub path: String,
    /// Its reference number; releases that share one are the same text in other languages.
    pub reference: Option<String>,
    /// The release that it is a translation of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition_of: Option<ReleaseId>,
    /// The release that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<ReleaseId>,
    /// What sort of text it is.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// Its headline.
    pub headline: String,
    /// Its subhead, or the beginning of its text.
    pub summary: String,
    /// The day it is dated.
    pub date: Option<NaiveDate>,
    /// Its section, empty when in none.
    pub section: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether only the notice of its withdrawal stands on the site; no list names it then.
    pub withdrawn: bool,
}

impl Entry {
    /// What lists say of a release. Of what it is a translation is not for it to know.
    pub fn of(release: &Release) -> Self {
        let content = &release.content;
        Self {
            id: release.id,
            path: path(release),
            reference: reference(release).map(str::to_owned),
            edition_of: None,
            corrects: release.content.correction.as_ref().and_then(|correction| correction.of),
            kind: content.kind,
            language: content.language.clone(),
            headline: content.headline.trim().to_owned(),
            summary: summary(content),
            date: content.date,
            section: release.section.trim().to_owned(),
            tags: release.tags.clone(),
            withdrawn: release.stage == Stage::Withdrawn,
        }
    }

    /// The headline, or what else it can be called by.
    pub(super) fn title(&self) -> &str {
        match (self.headline.as_str(), &self.reference) {
            ("", Some(reference)) => reference,
            ("", None) => Words::of(&self.language).press_release,
            (headline, _) => headline,
        }
    }

    pub(super) fn year(&self) -> Option<i32> {
        self.date.map(|date| date.year())
    }

    /// The section and the tags that it stands in, with their names.
    pub(super) fn groups(&self) -> impl Iterator<Item = (Group, &str)> {
        let section = Some(self.section.as_str()).filter(|section| !section.is_empty());
        let tags = self.tags.iter().map(|tag| (Group::tag(tag), tag.as_str()));
        section.map(|name| (Group::section(name), name)).into_iter().chain(tags)
    }
}
