//! Saving: revisions, conflicts, bursts of typing.

use dateline_model::{Content, Stage};
use dateline_store::{Cause, DeskError, NewRelease};

use crate::common::{Room, complete, dated, names};

#[test]
fn every_deliberate_change_is_a_revision() {
    let mut room = Room::new();
    let first = room.create(complete("Fairway open"));
    room.later(5);
    let second = room.retitle(&first, "Fairway closed", Cause::Edited);
    assert_eq!((first.modified < second.modified, first.created), (true, second.created));
    assert_eq!(room.desk.content_at(first.revision).unwrap(), first.content);
    assert_eq!(room.desk.content_at(second.revision).unwrap(), second.content);
    let history = room.desk.history(first.id).unwrap();
    let lines: Vec<_> = history.iter().map(|r| (r.number, r.cause, r.author.as_str())).collect();
    assert_eq!(lines, [(2, Cause::Edited, "Ada"), (1, Cause::Created, "Ada")]);
    assert_eq!(history[0].hash, second.content.hash());
}

#[test]
fn saving_what_is_there_changes_nothing() {
    let mut room = Room::new();
    let release = room.create(complete("Fairway open"));
    room.later(5);
    assert_eq!(room.retitle(&release, "Fairway open", Cause::Typing), release);
    assert_eq!(room.desk.history(release.id).unwrap().len(), 1);
}

#[test]
fn a_save_over_other_words_is_refused_and_names_the_head() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let theirs = room.retitle(&release, "Fairway closed", Cause::Edited);
    let mine = Content { headline: "Fairway dredged".into(), ..release.content.clone() };
    let refused =
        room.desk.save(release.id, release.revision, &mine, Cause::Typing, "Bo", room.now);
    assert!(matches!(refused, Err(DeskError::Conflict { head, .. }) if head == theirs.revision));
    assert_eq!(room.desk.release(release.id).unwrap(), theirs);
    let foreign = room.create(complete("Other"));
    let stray = room.desk.save(release.id, foreign.revision, &mine, Cause::Typing, "Bo", room.now);
    assert!(matches!(stray, Err(DeskError::Conflict { .. })));
}

#[test]
fn filing_in_between_is_no_conflict() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let filed =
        room.desk.file(release.id, Some("News"), &names(&["rescue"]), &[], "Bo", room.now).unwrap();
    assert_ne!(filed.revision, release.revision);
    let saved = room.retitle(&release, "Fairway closed", Cause::Typing);
    assert_eq!((saved.section.as_str(), saved.tags), ("News", names(&["rescue"])));
}

#[test]
fn a_burst_of_typing_leaves_its_last_state_and_the_text_before_it() {
    let mut room = Room::new();
    let before = room.create(complete("Fairway"));
    let mut release = before.clone();
    for letter in 1..=40 {
        room.later(1);
        release = room.retitle(&release, &format!("Fairway {letter}"), Cause::Typing);
    }
    let history = room.desk.history(before.id).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[1].id, before.revision);
    assert_eq!(room.desk.content_at(before.revision).unwrap().headline, "Fairway");
    assert_eq!(room.desk.content_at(history[0].id).unwrap().headline, "Fairway 40");
}

#[test]
fn of_long_typing_a_state_a_minute_stays() {
    let mut room = Room::new();
    let mut release = room.create(complete("Fairway"));
    for letter in 0..300 {
        room.later(1);
        release = room.retitle(&release, &format!("Fairway {letter}"), Cause::Typing);
    }
    assert_eq!(room.desk.history(release.id).unwrap().len(), 1 + 300 / 60);
}

#[test]
fn a_burst_ends_with_another_author_another_cause_and_a_name_in_the_record() {
    let mut room = Room::new();
    let type_as = |room: &Room, release: &dateline_model::Release, author: &str, text: &str| {
        let content = Content { headline: text.into(), ..release.content.clone() };
        room.desk
            .save(release.id, release.revision, &content, Cause::Typing, author, room.now)
            .unwrap()
    };
    let release = room.create(complete("0"));
    let release = type_as(&room, &release, "Ada", "1");
    let release = type_as(&room, &release, "Bo", "2");
    let release = room.retitle(&release, "3", Cause::Edited);
    let release = type_as(&room, &release, "Ada", "4");
    let release = room.step(release.id, Stage::Review);
    let release = type_as(&room, &release, "Ada", "5");
    room.later(-3600);
    let release = type_as(&room, &release, "Ada", "6");
    let left: Vec<_> = room
        .desk
        .history(release.id)
        .unwrap()
        .iter()
        .map(|r| room.desk.content_at(r.id).unwrap().headline)
        .collect();
    assert_eq!(left, ["6", "5", "4", "3", "2", "1", "0"], "a clock set back ends a burst too");
}

#[test]
fn a_thinned_revision_is_gone_for_good() {
    let mut room = Room::new();
    let first = room.create(complete("0"));
    let typed = room.retitle(&first, "1", Cause::Typing);
    room.later(1);
    let more = room.retitle(&typed, "2", Cause::Typing);
    assert!(matches!(room.desk.content_at(typed.revision), Err(DeskError::NoRevision(_))));
    assert!(more.revision > typed.revision);
    let late =
        room.desk.save(first.id, typed.revision, &first.content, Cause::Typing, "Ada", room.now);
    assert!(matches!(late, Err(DeskError::Conflict { .. })));
}

#[test]
fn many_come_in_at_once_or_not_at_all() {
    let room = Room::new();
    let new = |headline: &str, tags: &[&str]| NewRelease {
        content: dated(headline, "2020-01-02", "Text."),
        tags: names(tags),
        cause: Cause::Imported,
        source: Some("archive.jsonl".into()),
        ..NewRelease::default()
    };
    let refused =
        room.desk.create_releases(vec![new("One", &["a"]), new("Two", &[" "])], "Ada", room.now);
    assert!(matches!(refused, Err(DeskError::Impossible(_))));
    assert!(room.find("").is_empty());
    let ids = room
        .desk
        .create_releases(vec![new("One", &["a"]), new("Two", &["a"])], "Ada", room.now)
        .unwrap();
    assert_eq!(room.desk.release(ids[1]).unwrap().content.headline, "Two");
    assert_eq!(room.desk.history(ids[0]).unwrap()[0].source.as_deref(), Some("archive.jsonl"));
}

#[test]
fn a_duplicate_is_a_draft_of_its_own() {
    let room = Room::new();
    let release = room.create_filed(complete("Fairway open"), "News", &["rescue"], Stage::Released);
    let copy = room.desk.duplicate(release.id, "Bo", room.now).unwrap();
    assert_eq!(copy.content, release.content);
    assert_eq!((copy.stage, &copy.reference), (Stage::Draft, &None));
    assert_eq!((copy.section.as_str(), &copy.tags), ("News", &release.tags));
    assert_eq!(room.desk.history(copy.id).unwrap()[0].cause, Cause::Duplicated);
}

#[test]
fn what_is_not_there_is_named() {
    let room = Room::new();
    let said = room.desk.release(7).unwrap_err().to_string();
    assert_eq!(said, "There is no release 7 on this desk. `list` shows those that are there.");
    assert!(matches!(room.desk.history(7), Err(DeskError::NoRelease(7))));
    assert!(matches!(room.desk.trash(7, "Ada", room.now), Err(DeskError::NoRelease(7))));
    let save = room.desk.save(7, 1, &Content::default(), Cause::Typing, "Ada", room.now);
    assert!(matches!(save, Err(DeskError::NoRelease(7))));
}
