//! Findings that were accepted.

use dateline_model::Acceptance;
use dateline_store::{DeskError, What};

use crate::common::{Room, dated};

fn acceptance(room: &Room, why: &str) -> Acceptance {
    Acceptance {
        key: "0123456789abcdef".into(),
        rule: "impossible-date".into(),
        excerpt: "31 June".into(),
        why: why.into(),
        by: "Bo".into(),
        at: room.now,
    }
}

#[test]
fn an_acceptance_is_kept_told_and_taken_back() {
    let room = Room::new();
    let id = room.create(dated("Play", "2026-10-01", "The play “31 June” opens.")).id;
    room.desk.accept(id, acceptance(&room, "It is the title of a play. ")).unwrap();
    let kept = room.desk.acceptances(id).unwrap();
    assert_eq!(kept, [acceptance(&room, "It is the title of a play.")]);
    room.desk.accept(id, acceptance(&room, "So it is printed.")).unwrap();
    assert_eq!(room.desk.acceptances(id).unwrap().len(), 1);
    room.desk.take_acceptance_back(id, &kept[0].key, "Cy", room.now).unwrap();
    room.desk.take_acceptance_back(id, &kept[0].key, "Cy", room.now).unwrap();
    assert!(room.desk.acceptances(id).unwrap().is_empty());
    let events = room.desk.events(id).unwrap();
    let told: Vec<_> =
        events.iter().map(|event| (event.what, event.why.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            (What::Accepted, "“31 June” (impossible-date): It is the title of a play."),
            (What::Accepted, "“31 June” (impossible-date): So it is printed."),
            (What::Reopened, "“31 June” (impossible-date)"),
        ]
    );
}

#[test]
fn a_reason_is_asked_for() {
    let room = Room::new();
    let id = room.create(dated("Play", "2026-10-01", "The play opens.")).id;
    let refused = room.desk.accept(id, acceptance(&room, " ")).unwrap_err();
    assert!(refused.to_string().contains("Say why"), "{refused}");
    let missing = room.desk.accept(99, acceptance(&room, "So."));
    assert!(matches!(missing, Err(DeskError::NoRelease(99))));
}
