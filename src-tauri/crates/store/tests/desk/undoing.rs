//! Steps taken back, and what can no longer be.

use dateline_model::{Content, Correction, Kind, Stage};
use dateline_store::{Cause, DeskError, ExportRecord, SitePage, SiteRun, What};

use crate::common::{Room, complete};

#[test]
fn steps_go_back_in_the_order_they_came() {
    let room = Room::new();
    let id = room.create(complete("Fairway open")).id;
    for stage in [Stage::Review, Stage::Approved, Stage::Released] {
        room.step(id, stage);
    }
    let back = || room.desk.take_back(id, "Ada", room.now).unwrap();
    let approved = back();
    assert_eq!(approved.stage, Stage::Approved);
    assert_eq!(approved.approval.as_ref().unwrap().by, "Bo");
    let review = back();
    assert_eq!((review.stage, &review.approval), (Stage::Review, &None));
    assert_eq!(back().stage, Stage::Draft);
    assert!(matches!(room.desk.take_back(id, "Ada", room.now), Err(DeskError::NothingToUndo)));
    let events = room.desk.events(id).unwrap();
    let last = events.last().unwrap();
    assert_eq!((last.what, last.by.as_str(), events.len()), (What::Undone, "Ada", 6));
}

#[test]
fn an_approval_that_was_taken_away_comes_back() {
    let room = Room::new();
    let id = room.create(complete("Fairway open")).id;
    room.step(id, Stage::Approved);
    room.step(id, Stage::Draft);
    let approved = room.desk.take_back(id, "Ada", room.now).unwrap();
    assert_eq!(approved.approval.unwrap().hash, approved.content.hash());
    // And forth again.
    assert_eq!(room.step(id, Stage::Draft).approval, None);
    assert_eq!(room.desk.take_back(id, "Ada", room.now).unwrap().stage, Stage::Approved);
}

#[test]
fn a_withdrawal_taken_back_leaves_no_reason() {
    let room = Room::new();
    let id = room.create(complete("Fairway open")).id;
    room.step(id, Stage::Approved);
    room.step(id, Stage::Released);
    let reason = Some("The date is wrong.");
    let withdrawn = room.desk.set_stage(id, room.to(Stage::Withdrawn, "Bo", reason)).unwrap();
    assert_eq!(withdrawn.withdrawal.as_deref(), reason);
    let released = room.desk.take_back(id, "Bo", room.now).unwrap();
    assert_eq!((released.stage, released.withdrawal), (Stage::Released, None));
    assert!(released.approval.is_some());
}

#[test]
fn other_words_cannot_take_a_step_back() {
    let room = Room::new();
    let review = {
        let id = room.create(complete("Fairway open")).id;
        room.step(id, Stage::Review)
    };
    room.retitle(&review, "Fairway closed", Cause::Typing);
    let refused = room.desk.take_back(review.id, "Ada", room.now).unwrap_err();
    assert!(refused.to_string().contains("words have changed"), "{refused}");
}

#[test]
fn what_went_out_is_not_undone() {
    let room = Room::new();
    let id = room.create(complete("Fairway open")).id;
    room.step(id, Stage::Approved);
    let released = room.step(id, Stage::Released);
    let record = ExportRecord {
        release: Some(id),
        revision: Some(released.revision),
        bulletin: None,
        format: "html".into(),
        path: "out/fairway.html".into(),
        file_hash: String::new(),
        draft: false,
        overruled: None,
        at: room.now,
        by: "Bo".into(),
    };
    room.desk.record_export(record).unwrap();
    let refused = room.desk.take_back(id, "Ada", room.now).unwrap_err();
    assert!(refused.to_string().contains("gone out since"), "{refused}");
    assert_eq!(room.desk.release(id).unwrap().stage, Stage::Released);
}

#[test]
fn what_went_out_on_a_site_is_not_undone() {
    let room = Room::new();
    let id = room.create(complete("Fairway open")).id;
    room.step(id, Stage::Approved);
    let revision = room.step(id, Stage::Released).revision;
    let path = "2026/fairway.html".to_owned();
    let page = SitePage { release: id, revision, path, file_hash: [7; 32] };
    let (folder, theme, by) = ("/site".to_owned(), "office".to_owned(), "Bo".to_owned());
    let run = SiteRun { folder, theme, at: room.now, by, pages: vec![page] };
    room.desk.record_site(run).unwrap();
    let refused = room.desk.take_back(id, "Ada", room.now).unwrap_err();
    assert!(refused.to_string().contains("gone out since"), "{refused}");
}

#[test]
fn what_a_correction_corrected_goes_back_with_it() {
    let room = Room::new();
    let original = room.create(complete("Fairway open")).id;
    room.step(original, Stage::Approved);
    room.step(original, Stage::Released);
    let what = Correction { of: Some(original), what: "The date.".into(), ..Correction::default() };
    let content = Content {
        kind: Kind::Correction,
        correction: Some(what),
        ..complete("Correction: fairway open")
    };
    let correction = room.create(content).id;
    room.step(correction, Stage::Approved);
    room.step(correction, Stage::Released);
    let stage = |id| room.desk.release(id).unwrap().stage;
    assert_eq!(stage(original), Stage::Corrected);
    room.desk.take_back(correction, "Ada", room.now).unwrap();
    assert_eq!((stage(correction), stage(original)), (Stage::Approved, Stage::Released));
}
