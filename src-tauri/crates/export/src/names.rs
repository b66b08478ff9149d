//! File names: what an exported file is called, so that it says what it is, sorts by date, and can
//! be written on every system.
//!
//! `[DRAFT-][EMBARGO-|WITHDRAWN-]<reference, or date>-<slug>[-<language>][-<number>].<ending>`
//!
//! The marks stand first, so that nobody sends the file on without having read them. Where two
//! releases would share a name, those in different languages take their language tag, and those
//! that still clash their number in the desk.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use dateline_model::{
    Bulletin, BulletinId, Content, Fill, Language, Release, ReleaseId, Sentence, Value, say, slug,
    tells_its_sentence,
};
use dateline_render::Marking;
use dateline_store::Card;
use serde::{Deserialize, Serialize};

use crate::Clearance;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A release, by its number in the desk.
    Release(ReleaseId),
    /// A bulletin, by its number in the desk.
    Bulletin(BulletinId),
}

tells_its_sentence!(Subject);

impl Subject {
    /// What it is called where nobody knows its title.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Release(id) => say!("Release {id}", id),
            Self::Bulletin(id) => say!("Bulletin {id}", id),
        }
    }
}

impl Fill for Subject {
    fn fill(&self) -> Value {
        self.sentence().fill()
    }
}

/// What the name of a file is made from.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) subject: Subject,
    /// The name without marks, suffix and ending.
    stem: String,
    language: Language,
    marks: &'static str,
}

/// The most bytes of a stem. With the longest marks, suffix, recipient and ending the name stays
/// below the 255 bytes that file systems allow.
const LONGEST_STEM: usize = 160;

impl Named {
    /// The name of a release: its reference number where it has one, else its date, and its slug.
    pub(crate) fn release(release: &Release, clearance: &Clearance) -> Self {
        let Release { id, reference, content, .. } = release;
        let Content { headline, date, language, .. } = content;
        Self::of_release(*id, reference.as_deref(), headline, *date, language, clearance)
    }

    /// The same, by what the catalogue knows.
    pub(crate) fn card(card: &Card, clearance: &Clearance) -> Self {
        let Card { id, reference, headline, date, language, .. } = card;
        Self::of_release(*id, reference.as_deref(), headline, *date, language, clearance)
    }

    fn of_release(
        id: ReleaseId,
        reference: Option<&str>,
        headline: &str,
        date: Option<NaiveDate>,
        language: &Language,
        clearance: &Clearance,
    ) -> Self {
        let number = reference.map(slug).filter(|reference| !reference.is_empty());
        let first = number.or_else(|| date.map(|date| date.to_string()));
        let title = Some(slug(headline)).filter(|title| !title.is_empty());
        // Never a bare word: "con" or "nul" alone is no name on Windows.
        let stem = match (first, title) {
            (Some(first), Some(title)) => format!("{first}-{title}"),
            (Some(first), None) => format!("{first}-release-{id}"),
            (None, Some(title)) => format!("release-{id}-{title}"),
            (None, None) => format!("release-{id}"),
        };
        let marks = if clearance.notice { "WITHDRAWN-" } else { marks(&clearance.marking) };
        Self::new(Subject::Release(id), stem, language, marks)
    }

    /// The name of a bulletin: its date and its title.
    pub(crate) fn bulletin(bulletin: &Bulletin, marking: &Marking) -> Self {
        let title = match slug(&bulletin.title()) {
            title if title.is_empty() => format!("bulletin-{}", bulletin.id),
            title => title,
        };
        let stem = match bulletin.date {
            Some(date) => format!("{date}-{title}"),
            None => format!("bulletin-{title}"),
        };
        Self::new(Subject::Bulletin(bulletin.id), stem, &bulletin.language, marks(marking))
    }

    fn new(subject: Subject, mut stem: String, language: &Language, marks: &'static str) -> Self {
        let ends = stem.char_indices().map(|(start, c)| start + c.len_utf8());
        stem.truncate(ends.take_while(|end| *end <= LONGEST_STEM).last().unwrap_or(0));
        Self { subject, stem, language: language.clone(), marks }
    }

    /// The names that would do, best first, without end. `languages` are those of every file that
    /// would like the same name.
    fn candidates(&self, languages: &[&Language]) -> impl Iterator<Item = String> {
        let tag = self.language.tag().to_lowercase();
        let alone = languages.iter().filter(|language| ***language == self.language).count() == 1;
        let (Subject::Release(number) | Subject::Bulletin(number)) = self.subject;
        let numbered = (1..).map(move |again| format!("-{number}").repeat(again));
        let suffixes = [Some(String::new()), alone.then(|| format!("-{tag}"))];
        let numbered = numbered.map(move |number| format!("-{tag}{number}"));
        suffixes.into_iter().flatten().chain(numbered).map(|suffix| self.spelled(&suffix))
    }

    fn spelled(&self, suffix: &str) -> String {
        format!("{}{}{suffix}", self.marks, self.stem)
    }
}

fn marks(marking: &Marking) -> &'static str {
    match (marking.draft, marking.embargo.is_some()) {
        (false, false) => "",
        (true, false) => "DRAFT-",
        (false, true) => "EMBARGO-",
        (true, true) => "DRAFT-EMBARGO-",
    }
}

/// Gives each its name without ending, in the order given. `taken` says what the names already in
/// the folder belong to: nobody else gets them.
pub(crate) fn assign(named: &[Named], taken: &BTreeMap<String, Subject>) -> Vec<String> {
    let mut owners: HashMap<String, Subject> =
        taken.iter().map(|(name, subject)| (folded(without_ending(name)), *subject)).collect();
    let mut rivals: HashMap<String, Vec<&Language>> = HashMap::new();
    for one in named {
        rivals.entry(folded(&one.spelled(""))).or_default().push(&one.language);
    }
    named
        .iter()
        .map(|one| {
            let languages = &rivals[&folded(&one.spelled(""))];
            let name = one
                .candidates(languages)
                .find(|name| {
                    let name = folded(name);
                    let rival = rivals.get(&name).is_some_and(|languages| languages.len() > 1);
                    !rival && owners.get(&name).is_none_or(|owner| *owner == one.subject)
                })
                .unwrap_or_default();
            owners.insert(folded(&name), one.subject);
            name
        })
        .collect()
}

/// Names that differ in case only are one name on Windows and macOS.
fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// A stem has no dot; some endings have two.
fn without_ending(name: &str) -> &str {
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use dateline_model::Stage;

    use super::*;

    fn release(id: ReleaseId, headline: &str, date: Option<&str>, language: &str) -> Release {
        Release {
            id,
            revision: id,
            reference: None,
            section: String::new(),
            tags: Vec::new(),
            stage: Stage::Released,
            trashed: false,
            approval: None,
            withdrawal: None,
            release_at: None,
            created: DateTime::UNIX_EPOCH,
            modified: DateTime::UNIX_EPOCH,
            content: Content {
                headline: headline.into(),
                date: date.map(|date| date.parse().unwrap()),
                language: language.parse().unwrap(),
                ..Content::default()
            },
        }
    }

    fn names(releases: &[Release]) -> Vec<String> {
        let unmarked = Clearance::default();
        let named: Vec<_> = releases.iter().map(|one| Named::release(one, &unmarked)).collect();
        assign(&named, &BTreeMap::new())
    }

    #[test]
    fn reference_or_date_stand_before_the_slug() {
        let dated = |id| release(id, "Fairway open", Some("2026-10-14"), "en");
        let numbered = Release { reference: Some("2026/041".into()), ..dated(1) };
        assert_eq!(
            names(&[numbered, dated(2)]),
            ["2026-041-fairway-open", "2026-10-14-fairway-open"]
        );
        assert_eq!(names(&[release(3, "…", None, "en")]), ["release-3"]);
        assert_eq!(names(&[release(4, "CON", None, "en")]), ["release-4-con"]);
        let untitled = release(5, "", Some("2026-10-14"), "en");
        assert_eq!(names(&[untitled]), ["2026-10-14-release-5"]);
    }

    #[test]
    fn marks_come_first() {
        let embargo = dateline_model::Embargo {
            until: "2030-01-01T00:01:00Z".parse().unwrap(),
            zone: chrono_tz::Tz::UTC,
        };
        let name = |draft, embargo| {
            let tides = release(1, "Tides", Some("2026-10-14"), "en");
            let marking = Marking { draft, embargo };
            let one = Named::release(&tides, &Clearance { marking, ..Clearance::default() });
            assign(&[one], &BTreeMap::new()).remove(0)
        };
        assert_eq!(name(true, None), "DRAFT-2026-10-14-tides");
        assert_eq!(name(false, Some(embargo)), "EMBARGO-2026-10-14-tides");
        assert_eq!(name(true, Some(embargo)), "DRAFT-EMBARGO-2026-10-14-tides");
        let tides = release(1, "Tides", Some("2026-10-14"), "en");
        let notice = Named::release(&tides, &Clearance { notice: true, ..Clearance::default() });
        assert_eq!(assign(&[notice], &BTreeMap::new()), ["WITHDRAWN-2026-10-14-tides"]);
    }

    #[test]
    fn equal_names_take_the_language_and_then_the_number() {
        let tides = |id, language| release(id, "Tides", Some("2026-10-14"), language);
        assert_eq!(
            names(&[
                tides(1, "en-GB"),
                tides(2, "fr"),
                tides(3, "fr"),
                release(4, "TIDES!", Some("2026-10-14"), "de"),
                release(5, "Ebb", Some("2026-10-14"), "de"),
                release(6, "Tides de", Some("2026-10-14"), "en"),
            ]),
            [
                "2026-10-14-tides-en-gb",
                "2026-10-14-tides-fr-2",
                "2026-10-14-tides-fr-3",
                "2026-10-14-tides-de",
                "2026-10-14-ebb",
                "2026-10-14-tides-de-en",
            ]
        );
    }

    #[test]
    fn a_name_in_the_folder_stays_with_its_owner() {
        let named = |id| {
            let tides = release(id, "Tides", Some("2026-10-14"), "en");
            Named::release(&tides, &Clearance::default())
        };
        let taken = BTreeMap::from([("2026-10-14-Tides.html".to_owned(), Subject::Release(1))]);
        assert_eq!(assign(&[named(1)], &taken), ["2026-10-14-tides"]);
        assert_eq!(assign(&[named(9)], &taken), ["2026-10-14-tides-en"]);
    }

    #[test]
    fn every_name_fits_every_file_system() {
        let reserved = ["con", "prn", "aux", "nul", "com1", "lpt9"];
        let longest = "𐐀".repeat(300);
        for headline in [&longest, "x/y\\z:*?\"<>|. ", "con", ""] {
            for reference in [None, Some("con"), Some(longest.as_str())] {
                let one = Release {
                    reference: reference.map(str::to_owned),
                    ..release(i64::MAX, headline, None, "zh-Hant-TW")
                };
                let marking = Marking { draft: true, embargo: None };
                let marking = Clearance { marking, ..Clearance::default() };
                let again = Release { id: 1, ..one.clone() };
                let named = [Named::release(&one, &marking), Named::release(&again, &marking)];
                for name in assign(&named, &BTreeMap::new()) {
                    assert!(name.len() + ".html".len() <= 255, "{name}");
                    assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
                    assert!(!name.ends_with(['.', ' ']));
                    assert!(!reserved.contains(&name.to_lowercase().as_str()));
                }
                let plain =
                    assign(&[Named::release(&one, &Clearance::default())], &BTreeMap::new());
                assert!(!reserved.contains(&plain[0].as_str()), "{plain:?}");
            }
        }
    }
}
