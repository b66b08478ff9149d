//! The sample desk is finished: every text read whole, everything approved that should be, nothing
//! that an editor would be ashamed of.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use chrono::{DateTime, Utc};
use dateline_model::{Block, Stage, lacks};
use dateline_store::{Desk, PlannedFor, Question, Queue};

fn sample(now: DateTime<Utc>) -> (tempfile::TempDir, Desk) {
    let place = tempfile::TempDir::new().unwrap();
    let desk =
        Desk::create(place.path().join("sample.dateline"), &dateline_sample::office()).unwrap();
    dateline_sample::fill(&desk, now).unwrap();
    (place, desk)
}

fn now() -> DateTime<Utc> {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

#[test]
fn every_text_came_in_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut texts = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let drafts = dateline_import::read(&name, &bytes, now().date_naive()).unwrap();
        let [draft] = drafts.as_slice() else { panic!("{name}: {drafts:?}") };
        // The picture lies beside its text; the sample puts it inside.
        let mut notes: Vec<String> = draft.notes.iter().map(ToString::to_string).collect();
        notes.retain(|note| !note.contains("mole-light.png"));
        assert_eq!(notes, [""; 0], "{name}");
        assert!(draft.section.is_some() && !draft.content.headline.is_empty(), "{name}");
        texts += 1;
    }
    let (_place, desk) = sample(now());
    let live = desk.list(&Question::default(), now()).unwrap().total;
    let trash = desk.list(&Question { queue: Queue::Trash, ..Question::default() }, now()).unwrap();
    assert_eq!(live + trash.total, texts);
}

#[test]
fn each_stage_has_something_in_it() {
    let (_place, desk) = sample(now());
    let question = Question { limit: 100, ..Question::default() };
    let rows = desk.list(&question, now()).unwrap().rows;
    for stage in Stage::ALL {
        assert!(rows.iter().any(|row| row.stage == stage), "{stage}");
    }
    for row in &rows {
        let release = desk.release(row.id).unwrap();
        if release.stage >= Stage::Approved {
            assert!(lacks(&release.content).is_empty(), "{}", release.content.headline);
            assert!(release.approval.is_some() && release.reference.is_some());
            assert!(!release.content.boilerplates.is_empty());
        }
        assert!(release.modified <= now());
    }
    let languages: std::collections::BTreeSet<_> =
        rows.iter().map(|row| row.language.primary()).collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["ar", "en", "fr", "ru"]);
}

#[test]
fn the_embargo_is_ahead_whenever_the_desk_is_made() {
    for now in ["2026-11-24T09:30:00Z", "2031-03-28T23:30:00Z", "2020-01-01T00:00:00Z"] {
        let now = now.parse().unwrap();
        let (_place, desk) = sample(now);
        let question = Question { queue: Queue::Embargoed, ..Question::default() };
        let rows = desk.list(&question, now).unwrap().rows;
        assert_eq!(rows.len(), 1);
        let embargo = rows[0].embargo.unwrap();
        assert!(embargo.holds(now));
        assert_eq!(embargo.local().format("%H:%M").to_string(), "00:01");
        assert_eq!(rows[0].date, Some(embargo.local().date_naive()));
    }
}

#[test]
fn the_translations_are_editions_of_their_source() {
    let (_place, desk) = sample(now());
    let found =
        desk.list(&Question { text: "language:ru".into(), ..Question::default() }, now()).unwrap();
    let editions = desk.editions(found.rows[0].id).unwrap();
    let languages: Vec<_> = editions.iter().map(|edition| edition.language.primary()).collect();
    assert_eq!(languages, ["en", "ar", "fr", "ru"]);
    assert!(editions.iter().all(|edition| !edition.behind));
}

#[test]
fn an_approved_release_waits_in_the_calendar() {
    let (_place, desk) = sample(now());
    let week = desk.calendar(now(), now() + chrono::TimeDelta::days(8)).unwrap();
    let what: Vec<_> = week.iter().map(|planned| planned.what).collect();
    assert_eq!(what, [PlannedFor::Release, PlannedFor::Embargo]);
    assert!(desk.due(now()).unwrap().is_empty());
}

#[test]
fn the_correction_and_its_original_know_each_other() {
    let (_place, desk) = sample(now());
    let corrected = Question { stage: Some(Stage::Corrected), ..Question::default() };
    let original = desk.list(&corrected, now()).unwrap().rows.remove(0);
    let found =
        desk.list(&Question { text: "kind:correction".into(), ..Question::default() }, now());
    let correction = desk.release(found.unwrap().rows[0].id).unwrap().content.correction.unwrap();
    assert_eq!(correction.of, Some(original.id));
    assert_eq!(Some(correction.reference), original.reference);
}

#[test]
fn the_picture_is_there_with_its_words() {
    let (_place, desk) = sample(now());
    let found = desk
        .list(&Question { text: "traffic centre simulator".into(), ..Question::default() }, now());
    let release = desk.release(found.unwrap().rows[0].id).unwrap();
    let figure = release.content.body.0.iter().find_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    let figure = figure.unwrap();
    assert!(!figure.alt.is_empty() && !figure.caption.is_empty() && !figure.credit.is_empty());
    let picture = desk.image(&figure.image).unwrap().unwrap();
    assert_eq!((picture.width, picture.height), (800, 450));
}

#[test]
fn the_bulletin_has_the_week_in_it() {
    let (_place, desk) = sample(now());
    let bulletins = desk.bulletins().unwrap();
    assert_eq!(bulletins[0].title(), "Vestmark Weekly No. 42");
    assert_eq!(bulletins[0].items.len(), 4);
}
