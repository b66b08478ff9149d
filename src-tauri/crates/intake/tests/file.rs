//! From a file to the drafts on the desk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;

use chrono::{DateTime, Utc};
use dateline_intake::{drafts_of, keep, name_of};
use dateline_model::{Office, Sentence, Stage};
use dateline_store::Desk;

fn now() -> DateTime<Utc> {
    "2026-10-14T09:30:00Z".parse().unwrap()
}

#[test]
fn the_releases_of_an_archive_come_onto_the_desk_in_their_order() {
    let home = tempfile::tempdir().unwrap();
    let desk = Desk::create(home.path().join("vestmark.dateline"), &Office::default()).unwrap();
    let file = home.path().join("archive.jsonl");
    fs::write(
        &file,
        concat!(
            r#"{"headline": "Quota raised", "body": "Words.", "stage": "released"}"#,
            "\n",
            r#"{"headline": "Pilot boat named", "body": "Words.", "stage": "approved"}"#,
            "\n",
        ),
    )
    .unwrap();
    let drafts = drafts_of(&file, &name_of(&file), now().date_naive()).unwrap();
    let drafted = keep(&desk, drafts, "Anna", now()).unwrap();
    let [quota, pilot] = drafted.as_slice() else { panic!("{drafted:?}") };
    assert_eq!(desk.release(quota.id).unwrap().stage, Stage::Released);
    assert_eq!(quota.notes, Vec::<Sentence>::new());
    // Nobody here approved it, whatever the file says.
    assert_eq!(desk.release(pilot.id).unwrap().stage, Stage::Review);
    assert!(pilot.notes[0].to_string().contains("in review"), "{:?}", pilot.notes);
}

#[test]
fn what_is_no_file_is_said_by_its_name() {
    let home = tempfile::tempdir().unwrap();
    let said = |path: &std::path::Path| {
        drafts_of(path, &name_of(path), now().date_naive()).unwrap_err().to_string()
    };
    let folder = home.path().join("Releases");
    fs::create_dir(&folder).unwrap();
    assert_eq!(said(&folder), "“Releases” is no file, so there is nothing to import.");
    assert_eq!(
        said(&home.path().join("gone.txt")),
        "“gone.txt” could not be read: there is no such file. Check the name."
    );
}
