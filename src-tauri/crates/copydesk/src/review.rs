//! A review: what the checks say of a text on this desk, and what of it was accepted.

use chrono::{DateTime, Utc};
use dateline_check::{Checker, Finding, HouseStyle, Severity, part};
use dateline_model::{Acceptance, Content, Language, Release, ReleaseId};
use dateline_store::{Desk, DeskError};
use serde::Serialize;

use crate::{DeskArchive, StyleFault, dictionaries::shelf, house_style::Source};

/// What the checks say of a release.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Review {
    /// What is open, in the order of the page.
    pub open: Vec<Finding>,
    /// What is there and was accepted, in the order of the page.
    pub accepted: Vec<Finding>,
    /// The reasons, for those that were accepted.
    pub acceptances: Vec<Acceptance>,
}

/// The checker of a desk, in its house style and against its archive.
pub struct CopyDesk {
    desk: Desk,
    checker: Checker,
    source: Source,
}

impl CopyDesk {
    /// Sits down at a desk. What is wrong with the file that its house style follows comes beside.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn at(desk: &Desk) -> Result<(Self, Option<StyleFault>), DeskError> {
        let source = Source::of(desk)?;
        let (style, fault) = source.read(desk)?;
        let mut checker = Checker::new(style);
        checker.look_on(shelf());
        Ok((Self { desk: desk.clone(), checker, source }, fault))
    }

    /// A checker by the rules' own settings, where there is no desk.
    pub fn without_desk() -> Checker {
        let mut checker = Checker::new(HouseStyle::default());
        checker.look_on(shelf());
        checker
    }

    /// Takes the house style as it stands now. One that is as before costs two look-ups.
    fn refresh(&mut self) -> Result<(), DeskError> {
        let source = Source::of(&self.desk)?;
        if source != self.source {
            let (style, _) = source.read(&self.desk)?;
            self.source = source;
            if style != *self.checker.style() {
                self.checker.set_style(style);
            }
        }
        Ok(())
    }

    /// What may be meant by a word that no dictionary of a language has, the best first.
    pub fn suggest(&self, word: &str, language: &Language) -> Vec<String> {
        self.checker.suggest(word, language)
    }

    /// What is to be said of a text, as it stands or as it is being written; `id` is the release it
    /// belongs to. A translation is also read against its source.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn review(
        &mut self,
        id: Option<ReleaseId>,
        content: &Content,
    ) -> Result<Review, DeskError> {
        self.refresh()?;
        let mut found = self.checker.check(content, &DeskArchive::for_release(&self.desk, id));
        let Some(id) = id else { return Ok(Review { open: found, ..Review::default() }) };
        if let Some(source) = self.source_of(id)? {
            found.extend(self.checker.compare(&source.content, Some(source.id), content));
        }
        let mut acceptances = self.desk.acceptances(id)?;
        let (open, accepted) = part(found, &acceptances);
        acceptances.retain(|known| accepted.iter().any(|finding| finding.key == known.key));
        Ok(Review { open, accepted, acceptances })
    }

    /// How many errors of a release are neither mended nor accepted.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn open_errors(&mut self, release: &Release) -> Result<usize, DeskError> {
        let review = self.review(Some(release.id), &release.content)?;
        Ok(review.open.iter().filter(|finding| finding.severity == Severity::Error).count())
    }

    /// What a release is a translation of.
    fn source_of(&self, id: ReleaseId) -> Result<Option<Release>, DeskError> {
        let editions = self.desk.editions(id)?;
        let Some(source) = editions.first().filter(|source| source.id != id) else {
            return Ok(None);
        };
        Ok(Some(self.desk.release(source.id)?))
    }

    /// The checker alone, in the desk's house style: for texts that are on no desk.
    pub fn into_checker(self) -> Checker {
        self.checker
    }
}

/// Accepts a finding in a release.
///
/// # Errors
/// When there is no such release, no reason is given, or the desk cannot be written.
pub fn accept(
    desk: &Desk,
    id: ReleaseId,
    finding: &Finding,
    why: &str,
    by: &str,
    at: DateTime<Utc>,
) -> Result<(), DeskError> {
    desk.accept(id, dateline_check::accept(finding, why, by, at))
}

#[cfg(test)]
mod tests {
    use dateline_model::{Body, Office, Stage};
    use dateline_store::NewRelease;

    use super::*;
    use crate::{accept_word, keep_archive};

    struct Room {
        _folder: tempfile::TempDir,
        desk: Desk,
        now: DateTime<Utc>,
    }

    fn room() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let desk =
            Desk::create(folder.path().join("vestmark.dateline"), &Office::default()).unwrap();
        keep_archive(&desk).unwrap();
        Room { _folder: folder, desk, now: "2026-10-14T09:00:00Z".parse().unwrap() }
    }

    impl Room {
        fn add(&self, day: &str, text: &str) -> Release {
            let content = Content {
                headline: "Talks".into(),
                date: day.parse().ok(),
                body: Body::of_paragraphs([text]),
                ..Content::default()
            };
            let new = NewRelease { content, stage: Stage::Draft, ..NewRelease::default() };
            self.desk.create_release(new, "Ada", self.now).unwrap()
        }

        fn review(&self, release: &Release) -> Review {
            let (mut copydesk, _) = CopyDesk::at(&self.desk).unwrap();
            copydesk.review(Some(release.id), &release.content).unwrap()
        }
    }

    fn by<'a>(rule: &str, findings: &'a [Finding]) -> Vec<&'a Finding> {
        findings.iter().filter(|finding| finding.rule == rule).collect()
    }

    #[test]
    fn a_name_is_read_against_the_archive_with_the_release_that_disagrees() {
        let room = room();
        for day in 1..=4 {
            room.add(&format!("2026-10-0{day}"), "Then pilot Yuri Petrov spoke.");
        }
        let release = room.add("2026-10-09", "Then pilot Yury Petrov spoke.");
        let review = room.review(&release);
        let found = by("archive-name", &review.open);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fixes[0].replacement, "Yuri Petrov");
        assert_eq!(found[0].related[0].release, Some(4));
    }

    #[test]
    fn what_was_accepted_is_set_apart_until_its_words_change() {
        let room = room();
        let release = room.add("2026-10-09", "The port opens on 31 June.");
        let review = room.review(&release);
        let error = by("impossible-date", &review.open)[0];
        let open_errors = || CopyDesk::at(&room.desk).unwrap().0.open_errors(&release).unwrap();
        let before = open_errors();
        accept(&room.desk, release.id, error, "It is a play.", "Bo", room.now).unwrap();
        let review = room.review(&release);
        assert!(by("impossible-date", &review.open).is_empty());
        assert_eq!(review.accepted[0].key, review.acceptances[0].key);
        assert_eq!(open_errors(), before - 1);
        let changed = Content {
            body: Body::of_paragraphs(["The port shuts on 31 June."]),
            ..release.content.clone()
        };
        let (mut copydesk, _) = CopyDesk::at(&room.desk).unwrap();
        let review = copydesk.review(Some(release.id), &changed).unwrap();
        assert_eq!(by("impossible-date", &review.open).len(), 1);
        assert!(review.acceptances.is_empty());
    }

    #[test]
    fn the_house_s_own_words_are_known_at_once() {
        let room = room();
        let release = room.add("2026-10-09", "The qwopship is open.");
        let (mut copydesk, _) = CopyDesk::at(&room.desk).unwrap();
        let review = copydesk.review(Some(release.id), &release.content).unwrap();
        assert_eq!(by("spelling", &review.open).len(), 1);
        accept_word(&room.desk, "qwopship").unwrap();
        let review = copydesk.review(Some(release.id), &release.content).unwrap();
        assert!(by("spelling", &review.open).is_empty());
    }

    #[test]
    fn a_translation_is_read_against_its_source() {
        let room = room();
        let source = room.add("2026-10-09", "The port opens on 12 October 2026.");
        let french =
            room.desk.translate(source.id, &"fr".parse().unwrap(), "Ada", room.now).unwrap();
        let content = Content {
            body: Body::of_paragraphs(["Le port ouvre le 21 octobre 2026."]),
            ..french.content
        };
        let (mut copydesk, _) = CopyDesk::at(&room.desk).unwrap();
        let review = copydesk.review(Some(french.id), &content).unwrap();
        let found = by("edition-dates", &review.open);
        assert!(!found.is_empty());
    }
}
