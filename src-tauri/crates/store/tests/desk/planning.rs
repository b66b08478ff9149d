//! Editions, planned releases, sign-offs.

use dateline_model::{Content, Embargo, Stage};
use dateline_store::{Cause, DeskError, PlannedFor, SignOff, What};

use crate::common::{Room, complete};

#[test]
fn a_translation_remembers_what_it_was_made_from() {
    let mut room = Room::new();
    let source = room.create_filed(complete("Fairway open"), "News", &["rescue"], Stage::Draft);
    let typed = room.retitle(&source, "Fairway reopened", Cause::Typing);
    let french = room.desk.translate(source.id, &"fr".parse().unwrap(), "Bo", room.now).unwrap();
    assert_eq!(french.content.language.tag(), "fr");
    assert_eq!((french.section.as_str(), french.stage), ("News", Stage::Draft));
    // A translation of a translation belongs to the same source.
    let russian = room.desk.translate(french.id, &"ru".parse().unwrap(), "Bo", room.now).unwrap();
    let family = |room: &Room, id| {
        let editions = room.desk.editions(id).unwrap();
        let lines: Vec<_> =
            editions.iter().map(|e| format!("{} {}", e.language, e.behind)).collect();
        lines.join(", ")
    };
    assert_eq!(family(&room, russian.id), "en-GB false, fr false, ru false");

    room.later(1);
    let changed = room.retitle(&typed, "Fairway closed", Cause::Typing);
    assert_eq!(family(&room, source.id), "en-GB false, fr true, ru true");
    let made_from = room.desk.editions(source.id).unwrap()[1].made_from.unwrap();
    assert_eq!(made_from, typed.revision);
    let then = room.desk.content_at(made_from).unwrap();
    assert_eq!(then.headline, "Fairway reopened", "what it was made from stays to compare with");

    room.desk.link_edition(french.id, source.id).unwrap();
    assert_eq!(family(&room, source.id), "en-GB false, fr false, ru true");
    // Back to the same words is not behind.
    let back = Content { headline: "Fairway reopened".into(), ..changed.content.clone() };
    room.desk.save(source.id, changed.revision, &back, Cause::Edited, "Ada", room.now).unwrap();
    assert_eq!(family(&room, source.id), "en-GB false, fr true, ru false");

    room.desk.unlink_edition(french.id).unwrap();
    room.desk.unlink_edition(russian.id).unwrap();
    assert_eq!(family(&room, source.id), "");
}

#[test]
fn what_cannot_be_a_translation_is_told_why() {
    let room = Room::new();
    let source = room.create(complete("Fairway open"));
    let french = room.desk.translate(source.id, &"fr".parse().unwrap(), "Bo", room.now).unwrap();
    let said = |id, of| room.desk.link_edition(id, of).unwrap_err().to_string();
    assert!(said(source.id, source.id).contains("a translation of itself"));
    assert!(said(source.id, french.id).contains("a translation of itself"));
    let other = room.create(complete("Other"));
    assert!(said(source.id, other.id).contains("has translations itself"));
    assert!(matches!(room.desk.editions(99), Err(DeskError::NoRelease(99))));
}

#[test]
fn the_calendar_holds_what_waits_and_what_is_held() {
    let mut room = Room::new();
    let at = |time: &str| time.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let held = Content {
        embargo: Some(Embargo { until: at("2026-10-15T18:01:00Z"), zone: chrono_tz::Tz::UTC }),
        ..complete("Held")
    };
    room.create(held);
    let planned = room.create(complete("Planned"));
    let time = at("2026-10-15T06:00:00Z");
    room.desk.plan(planned.id, Some(time), "Ada", room.now).unwrap();
    let trashed = room.create(complete("Trashed"));
    room.desk.plan(trashed.id, Some(time), "Ada", room.now).unwrap();
    room.desk.trash(trashed.id, "Ada", room.now).unwrap();
    let calendar = room.desk.calendar(at("2026-10-15T00:00:00Z"), at("2026-10-16T00:00:00Z"));
    let lines: Vec<_> =
        calendar.unwrap().into_iter().map(|p| (p.at, p.what, p.row.headline)).collect();
    assert_eq!(
        lines,
        [
            (time, PlannedFor::Release, "Planned".to_owned()),
            (at("2026-10-15T18:01:00Z"), PlannedFor::Embargo, "Held".to_owned()),
        ]
    );
    assert!(room.desk.due(room.now).unwrap().is_empty());
    room.later(24 * 3600);
    assert_eq!(room.desk.due(room.now).unwrap()[0].row.id, planned.id);
    let events = room.desk.events(planned.id).unwrap();
    assert_eq!(events[0].what, What::Planned);
    assert_eq!(events[0].why.as_deref(), Some("2026-10-15T06:00:00+00:00"));
    // Once it is out, there is nothing to wait for.
    room.step(planned.id, Stage::Approved);
    room.step(planned.id, Stage::Released);
    assert!(room.desk.due(room.now).unwrap().is_empty());
    let late = room.desk.plan(planned.id, Some(time), "Ada", room.now);
    assert!(late.unwrap_err().to_string().contains("is out already"));
}

#[test]
fn a_sign_off_is_kept_word_for_word() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let consent = SignOff {
        speaker: "Anna Berg".into(),
        words: "A ferry is a small town that moves.".into(),
        by: "Ada".into(),
        at: room.now,
    };
    room.desk.sign_off(release.id, consent.clone()).unwrap();
    assert_eq!(room.desk.sign_offs(release.id).unwrap(), std::slice::from_ref(&consent));
    assert!(matches!(room.desk.sign_off(99, consent), Err(DeskError::NoRelease(99))));
}
