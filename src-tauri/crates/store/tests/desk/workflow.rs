//! The way from draft to the readers.

use dateline_model::{Content, Correction, Kind, Slot, Stage};
use dateline_store::{APPROVER_SETTING, Cause, DeskError, What};

use crate::common::{Room, complete, dated};

#[test]
fn the_main_way() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    assert_eq!(release.reference, None);
    let review = room.step(release.id, Stage::Review);
    assert_eq!(review.reference.as_deref(), Some("2026/001"));
    let approved = room.step(release.id, Stage::Approved);
    let approval = approved.approval.unwrap();
    assert_eq!((approval.by.as_str(), approval.hash), ("Bo", release.content.hash()));
    let released = room.step(release.id, Stage::Released);
    assert!(released.approval.is_some());
    assert_eq!(released.reference.as_deref(), Some("2026/001"));
    let ways: Vec<_> =
        room.desk.events(release.id).unwrap().iter().map(|e| (e.what, e.from, e.to)).collect();
    assert_eq!(
        ways,
        [
            (What::Moved, Stage::Draft, Stage::Review),
            (What::Moved, Stage::Review, Stage::Approved),
            (What::Moved, Stage::Approved, Stage::Released),
        ]
    );
}

#[test]
fn approval_names_what_is_missing() {
    let room = Room::new();
    let release = room.create(dated("Fairway open", "2026-10-14", "Text."));
    let refused =
        room.desk.set_stage(release.id, room.to(Stage::Approved, "Bo", None)).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "“Fairway open” cannot be approved yet. It lacks a place and a contact."
    );
    let DeskError::Lacks { slots, .. } = refused else { panic!("what it lacks is listed") };
    assert_eq!(slots, [Slot::Place, Slot::Contacts]);
}

#[test]
fn any_edit_voids_an_approval_released_or_not() {
    let room = Room::new();
    for out in [false, true] {
        let release = room.create(complete("Fairway open"));
        let mut approved = room.step(release.id, Stage::Approved);
        if out {
            approved = room.step(release.id, Stage::Released);
        }
        let edited = room.retitle(&approved, "Fairway closed", Cause::Typing);
        assert_eq!((edited.stage, &edited.approval), (Stage::Draft, &None));
        let events = room.desk.events(release.id).unwrap();
        let last = events.last().unwrap();
        assert_eq!((last.what, last.by.as_str()), (What::Voided, "Ada"));
        assert_eq!(last.hash, edited.content.hash());
        // Readers of a released text can still be told that it is withdrawn.
        let step = room.to(Stage::Withdrawn, "Bo", Some("The date was wrong."));
        assert_eq!(room.desk.set_stage(release.id, step).is_ok(), out);
    }
}

#[test]
fn filing_leaves_an_approval_alone() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    room.step(release.id, Stage::Approved);
    let filed = room.desk.file(release.id, Some("News"), &[], &[], "Ada", room.now).unwrap();
    assert!(filed.approval.is_some());
    room.step(release.id, Stage::Released);
}

#[test]
fn what_came_in_as_released_may_be_completed() {
    let room = Room::new();
    let release = room.create_filed(dated("Old", "2019-03-01", "Text."), "", &[], Stage::Released);
    assert_eq!(release.reference.as_deref(), Some("2019/001"));
    let edited = room.retitle(&release, "Old and complete", Cause::Edited);
    assert_eq!(edited.stage, Stage::Released);
    assert_eq!(room.step(release.id, Stage::Draft).stage, Stage::Draft);
}

#[test]
fn what_comes_in_as_approved_waits_for_somebody_to_approve_it() {
    let room = Room::new();
    let release = room.create_filed(complete("New"), "", &[], Stage::Approved);
    assert_eq!((release.stage, release.approval), (Stage::Review, None));
}

#[test]
fn a_withdrawal_needs_a_reason_and_readers() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let why = |id, why| {
        room.desk
            .set_stage(id, room.to(Stage::Withdrawn, "Bo", why))
            .map_err(|refused| refused.to_string())
    };
    assert_eq!(
        why(release.id, Some("No need.")).unwrap_err(),
        format!(
            "Release {} cannot go from draft to withdrawn: only a release that readers have can be withdrawn. Put this one into the trash instead.",
            release.id
        )
    );
    room.step(release.id, Stage::Approved);
    room.step(release.id, Stage::Released);
    assert!(why(release.id, Some("  ")).unwrap_err().contains("needs a reason"));
    let withdrawn = why(release.id, Some(" The date was wrong. ")).unwrap();
    assert_eq!(withdrawn.withdrawal.as_deref(), Some("The date was wrong."));
    let draft = room.step(release.id, Stage::Draft);
    assert_eq!((draft.withdrawal, draft.approval), (None, None));
}

#[test]
fn a_released_correction_marks_what_it_corrects() {
    let room = Room::new();
    let original = room.create_filed(complete("Fairway open"), "", &[], Stage::Released);
    let correction = room.create(Content {
        kind: Kind::Correction,
        correction: Some(Correction {
            of: Some(original.id),
            what: "Corrects the date in the first paragraph.".into(),
            ..Correction::default()
        }),
        ..complete("Correction: fairway open")
    });
    room.step(correction.id, Stage::Approved);
    assert_eq!(room.desk.release(original.id).unwrap().stage, Stage::Released);
    room.step(correction.id, Stage::Released);
    assert_eq!(room.desk.release(original.id).unwrap().stage, Stage::Corrected);
}

#[test]
fn every_pair_of_stages_is_allowed_or_refused_in_words() {
    let room = Room::new();
    let bring = |to: Stage| {
        let release = room.create(complete("Fairway open"));
        let way: &[Stage] = match to {
            Stage::Draft => &[],
            Stage::Review => &[Stage::Review],
            Stage::Approved => &[Stage::Approved],
            Stage::Released => &[Stage::Approved, Stage::Released],
            Stage::Corrected => &[Stage::Approved, Stage::Released, Stage::Corrected],
            Stage::Withdrawn => &[Stage::Approved, Stage::Released, Stage::Withdrawn],
        };
        for stage in way {
            room.desk.set_stage(release.id, room.to(*stage, "Bo", Some("Why."))).unwrap();
        }
        release.id
    };
    let mut allowed = String::new();
    for from in Stage::ALL {
        let to: Vec<_> = Stage::ALL
            .into_iter()
            .filter(|to| room.desk.set_stage(bring(from), room.to(*to, "Bo", Some("Why."))).is_ok())
            .map(Stage::as_str)
            .collect();
        allowed.push_str(&format!("{from}: {}\n", to.join(" ")));
    }
    assert_eq!(
        allowed,
        "draft: draft review approved\n\
         review: draft review approved\n\
         approved: draft review approved released\n\
         released: released corrected withdrawn\n\
         corrected: corrected withdrawn\n\
         withdrawn: draft review withdrawn\n"
    );
}

#[test]
fn the_approver_is_another_where_the_office_wants_it() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let by_herself = || room.desk.set_stage(release.id, room.to(Stage::Approved, " ada", None));
    let caution = |by| room.desk.caution(release.id, Stage::Approved, by).unwrap();
    room.desk.set_setting(APPROVER_SETTING, "enforce").unwrap();
    assert!(by_herself().unwrap_err().to_string().contains("another pair of eyes"));
    // Filing is not writing: whoever only files may approve.
    room.desk.file(release.id, Some("News"), &[], &[], "Bo", room.now).unwrap();
    assert!(by_herself().is_err());
    room.desk.set_setting(APPROVER_SETTING, "warn").unwrap();
    assert!(caution("Ada").unwrap().starts_with("Ada wrote the last words"));
    assert_eq!(caution("Bo"), None);
    assert_eq!(by_herself().unwrap().stage, Stage::Approved);
}

#[test]
fn the_trash_keeps_the_stage_and_stops_the_way() {
    let room = Room::new();
    let release = room.create_filed(complete("Fairway open"), "", &[], Stage::Review);
    let trashed = room.desk.trash(release.id, "Ada", room.now).unwrap();
    assert_eq!((trashed.trashed, trashed.stage), (true, Stage::Review));
    let refused = room.desk.set_stage(release.id, room.to(Stage::Approved, "Bo", None));
    assert!(refused.unwrap_err().to_string().contains("Restore it first"));
    let restored = room.desk.restore(release.id, "Ada", room.now).unwrap();
    assert_eq!((restored.trashed, restored.stage), (false, Stage::Review));
    let whats: Vec<_> =
        room.desk.events(release.id).unwrap().iter().map(|event| event.what).collect();
    assert_eq!(whats, [What::Trashed, What::Restored]);
}

#[test]
fn reference_numbers_count_by_year_and_go_on_behind_what_was_given() {
    let room = Room::new();
    let in_year = |date: &str| {
        let content = Content { date: Some(date.parse().unwrap()), ..complete("x") };
        room.step(room.create(content).id, Stage::Review)
    };
    assert_eq!(in_year("2025-01-01").reference.as_deref(), Some("2025/001"));
    assert_eq!(in_year("2026-01-01").reference.as_deref(), Some("2026/001"));
    let given = room.create(complete("given"));
    let given = room.desk.set_reference(given.id, " 2026/040 ").unwrap();
    assert_eq!(given.reference.as_deref(), Some("2026/040"));
    assert_eq!(in_year("2026-05-05").reference.as_deref(), Some("2026/041"));
    let other = room.create(complete("other"));
    let taken = room.desk.set_reference(other.id, "2026/040").unwrap_err().to_string();
    assert_eq!(
        taken,
        format!(
            "The reference number 2026/040 belongs to release {}. Choose another one.",
            given.id
        )
    );
    assert_eq!(room.find("2026/040"), ["given"]);
    assert_eq!(room.desk.set_reference(given.id, "").unwrap().reference, None);
    assert!(room.find("2026/040").is_empty());
}
