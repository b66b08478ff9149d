//! Suggestions and comments: they are kept, and they change nothing that is approved.

use dateline_model::{Body, Content, Stage};
use dateline_store::{Cause, DeskError};
use serde_json::json;

use crate::common::{Room, complete};

/// A content whose first word somebody wants to take out, with a comment on the second.
fn suggested(content: &Content) -> Content {
    let mark = json!({"type": "deletion", "attrs": {"at": "", "by": "Bo", "id": "s"}});
    let body: Body = serde_json::from_value(json!({"type": "doc", "content": [
    {"type": "paragraph", "content": [
        {"type": "text", "text": "Crews ", "marks": [mark]},
        {"type": "text", "text": "from", "marks": [{"type": "comment", "attrs": {"id": "t"}}]},
        {"type": "text", "text": " four countries open the exercise."},
    ]}]}))
    .unwrap();
    Content { body, ..content.clone() }
}

#[test]
fn a_suggestion_is_kept_and_voids_no_approval() {
    let mut room = Room::new();
    let release = room.create(complete("Fairway open"));
    let approved = room.step(release.id, Stage::Approved);
    room.later(5);
    let content = suggested(&release.content);
    let save = |base, content: &Content| {
        room.desk.save(release.id, base, content, Cause::Typing, "Bo", room.now)
    };
    let saved = save(approved.revision, &content).unwrap();
    assert_eq!(saved.content, content);
    assert_eq!((saved.stage, &saved.approval), (Stage::Approved, &approved.approval));
    let history = room.desk.history(release.id).unwrap();
    assert_eq!((history[0].cause, history.len()), (Cause::Suggested, 2));
    assert_eq!(history[0].hash, history[1].hash);
    // A save from before the suggestion must not wipe it out.
    let stale = save(approved.revision, &release.content);
    assert!(matches!(stale, Err(DeskError::Conflict { .. })));
    // Whoever only suggested did not write the last words.
    room.desk.set_setting(dateline_store::APPROVER_SETTING, "warn").unwrap();
    assert_eq!(room.desk.caution(release.id, Stage::Approved, "Bo").unwrap(), None);
    // Accepting it changes the words.
    let accepted = Content { body: Body::of_paragraphs(["from four countries"]), ..content };
    assert_eq!(save(saved.revision, &accepted).unwrap().approval, None);
}

#[test]
fn a_thread_is_answered_resolved_and_opened_again() {
    let mut room = Room::new();
    let release = room.create(suggested(&complete("Fairway open")));
    let say = |room: &Room, text: &str, by: &str| {
        room.desk.comment(release.id, "t", "from", text, by, room.now)
    };
    say(&room, "Which ones?", "Bo").unwrap();
    room.later(60);
    let threads = say(&room, "They are in the notes.", "Ada").unwrap();
    let [thread] = threads.as_slice() else { panic!("one thread: {threads:?}") };
    let said: Vec<_> = thread.comments.iter().map(|c| (c.by.as_str(), c.text.as_str())).collect();
    assert_eq!(said, [("Bo", "Which ones?"), ("Ada", "They are in the notes.")]);
    let resolved = room.desk.resolve(release.id, "t", true, "Bo", room.now).unwrap();
    assert_eq!(resolved[0].resolved.as_ref().unwrap().by, "Bo");
    assert_eq!(say(&room, "And the fifth?", "Bo").unwrap()[0].resolved, None);
    assert!(say(&room, "  ", "Bo").is_err());
    assert!(room.desk.resolve(release.id, "gone", true, "Bo", room.now).is_err());
    assert_eq!(room.desk.release(release.id).unwrap().content, release.content);
}

#[test]
fn a_copy_begins_without_suggestions_and_comments() {
    let room = Room::new();
    let release = room.create(suggested(&complete("Fairway open")));
    let copy = room.desk.duplicate(release.id, "Bo", room.now).unwrap();
    assert_eq!(copy.content, complete("Fairway open"));
}

#[test]
fn a_split_takes_its_comments_along_and_can_be_taken_back() {
    let room = Room::new();
    let whole =
        room.create_filed(suggested(&complete("Digest")), "News", &["rescue"], Stage::Draft);
    room.desk.comment(whole.id, "t", "from", "Which ones?", "Bo", room.now).unwrap();
    let stays =
        Content { body: Body::of_paragraphs(["The quay is open."]), ..whole.content.clone() };
    let split = |base| {
        let rest = whole.content.body.clone();
        room.desk.split(whole.id, base, &stays, rest, "Ada", room.now)
    };
    let (left, new) = split(whole.revision).unwrap();
    assert_eq!(
        (left.content.body.clone(), new.content.body.clone()),
        (stays.body.clone(), whole.content.body.clone())
    );
    assert_eq!(
        (new.section.as_str(), new.tags.clone(), new.stage),
        ("News", whole.tags.clone(), Stage::Draft)
    );
    assert_eq!(room.desk.threads(new.id).unwrap().len(), 1);
    assert!(matches!(split(whole.revision), Err(DeskError::Conflict { .. })));

    let joined = room.desk.join(left.id, left.revision, new.id, "Ada", room.now).unwrap();
    assert_eq!(joined.content.body.threads(), whole.content.body.threads());
    assert!(room.desk.release(new.id).unwrap().trashed);
    let causes: Vec<_> =
        room.desk.history(whole.id).unwrap().iter().map(|line| line.cause).collect();
    assert_eq!(causes, [Cause::Joined, Cause::Split, Cause::Created]);
    assert!(room.desk.join(whole.id, joined.revision, whole.id, "Ada", room.now).is_err());
}
