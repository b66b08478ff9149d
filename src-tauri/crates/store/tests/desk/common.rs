//! A desk of an invented office, and short words for what the tests do with it.

use chrono::{DateTime, TimeDelta, Utc};
use dateline_model::{Body, Contact, Content, Office, Release, Stage};
use dateline_store::{Cause, Desk, Move, NewRelease, Page, Question};
use tempfile::TempDir;

/// A desk in a folder of its own, and a clock that only moves when told.
pub(crate) struct Room {
    pub(crate) folder: TempDir,
    pub(crate) desk: Desk,
    pub(crate) now: DateTime<Utc>,
}

impl Room {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Office { name: "Port of Vestmark".into(), ..Office::default() };
        let desk = Desk::create(folder.path().join("vestmark.dateline"), &office).unwrap();
        Self { folder, desk, now: "2026-10-14T09:00:00Z".parse().unwrap() }
    }

    pub(crate) fn later(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    pub(crate) fn create(&self, content: Content) -> Release {
        self.create_filed(content, "", &[], Stage::Draft)
    }

    pub(crate) fn create_filed(
        &self,
        content: Content,
        section: &str,
        tags: &[&str],
        stage: Stage,
    ) -> Release {
        let new = NewRelease {
            content,
            section: section.into(),
            tags: names(tags),
            stage,
            ..NewRelease::default()
        };
        self.desk.create_release(new, "Ada", self.now).unwrap()
    }

    /// Saves a release with another headline over the revision it stands at.
    pub(crate) fn retitle(&self, release: &Release, headline: &str, cause: Cause) -> Release {
        let content = Content { headline: headline.into(), ..release.content.clone() };
        self.desk.save(release.id, release.revision, &content, cause, "Ada", self.now).unwrap()
    }

    pub(crate) fn step(&self, id: i64, stage: Stage) -> Release {
        self.desk.set_stage(id, self.to(stage, "Bo", None)).unwrap()
    }

    pub(crate) fn to(&self, stage: Stage, by: &str, why: Option<&str>) -> Move {
        Move { stage, by: by.into(), why: why.map(str::to_owned), at: self.now }
    }

    pub(crate) fn list(&self, question: Question) -> Page {
        self.desk.list(&question, self.now).unwrap()
    }

    /// The headlines that answer a text.
    pub(crate) fn find(&self, text: &str) -> Vec<String> {
        let page = self.list(Question { text: text.into(), limit: 1000, ..Question::default() });
        page.rows.into_iter().map(|row| row.headline).collect()
    }
}

pub(crate) fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A content with a headline, a date and a paragraph.
pub(crate) fn dated(headline: &str, date: &str, text: &str) -> Content {
    Content {
        headline: headline.into(),
        date: Some(date.parse().unwrap()),
        body: Body::of_paragraphs([text]),
        ..Content::default()
    }
}

/// A content that lacks nothing.
pub(crate) fn complete(headline: &str) -> Content {
    Content {
        place: "Vestmark".into(),
        contacts: vec![Contact { name: "Press desk".into(), ..Contact::default() }],
        ..dated(headline, "2026-10-14", "Crews from four countries open the exercise.")
    }
}
