//! Words replaced in many releases at once, and put back.

use dateline_model::{Find, Stage};
use dateline_store::{Cause, Chosen, DeskError, Found};

use crate::common::{Room, complete, dated};

fn harbour() -> Find {
    Find { text: "harbour".into(), match_case: false, whole_word: true }
}

fn all(found: &Found) -> Vec<Chosen> {
    let chosen = found.releases.iter().map(|one| Chosen {
        id: one.id,
        revision: one.revision,
        hits: (0..one.hits.len()).collect(),
    });
    chosen.collect()
}

#[test]
fn what_readers_have_is_left_alone() {
    let room = Room::new();
    let draft = room.create(dated("Harbour open", "2026-10-14", "The harbour opens.")).id;
    let approved = room.create(complete("Harbour approved")).id;
    room.step(approved, Stage::Approved);
    let released = room.create(complete("Harbour released")).id;
    room.step(released, Stage::Approved);
    room.step(released, Stage::Released);
    let trashed = room.create(complete("Harbour trashed")).id;
    room.desk.trash(trashed, "Ada", room.now).unwrap();

    let found = room.desk.find(&harbour(), room.now).unwrap();
    let mut ids: Vec<_> = found.releases.iter().map(|one| one.id).collect();
    ids.sort_unstable();
    assert_eq!((ids, found.left_alone), (vec![draft, approved], 1));
    let replaced = room.desk.replace(&harbour(), "port", &all(&found), "Ada", room.now).unwrap();
    assert_eq!(replaced.len(), 2);
    let content = room.desk.release(draft).unwrap().content;
    assert_eq!(content.headline, "port open");
    assert_eq!(content.body.plain_text(), "The port opens.");
    assert_eq!(room.desk.release(approved).unwrap().stage, Stage::Draft);
    assert_eq!(room.desk.release(released).unwrap().content.headline, "Harbour released");
    assert_eq!(room.desk.history(draft).unwrap()[0].cause, Cause::Replaced);
    assert_eq!(room.find("harbour"), ["Harbour released"]);
}

#[test]
fn only_what_was_chosen_changes() {
    let room = Room::new();
    let id = room.create(dated("Harbour open", "2026-10-14", "The harbour. A harbour.")).id;
    let mut chosen = all(&room.desk.find(&harbour(), room.now).unwrap());
    chosen[0].hits = vec![1];
    room.desk.replace(&harbour(), "port", &chosen, "Ada", room.now).unwrap();
    let content = room.desk.release(id).unwrap().content;
    assert_eq!(content.headline, "Harbour open");
    assert_eq!(content.body.plain_text(), "The port. A harbour.");
}

#[test]
fn all_of_it_happens_or_nothing() {
    let room = Room::new();
    let first = room.create(dated("Harbour open", "2026-10-14", "Text."));
    let second = room.create(dated("Harbour closed", "2026-10-13", "Text."));
    let found = room.desk.find(&harbour(), room.now).unwrap();
    room.retitle(&second, "Harbour shut", Cause::Typing);
    let refused = room.desk.replace(&harbour(), "port", &all(&found), "Ada", room.now);
    assert!(matches!(refused, Err(DeskError::Conflict { id, .. }) if id == second.id));
    assert_eq!(room.desk.release(first.id).unwrap().content, first.content);
}

#[test]
fn it_goes_back_as_one_and_forth_again_but_for_what_was_written_since() {
    let room = Room::new();
    let first = room.create(dated("Harbour open", "2026-10-14", "Text."));
    let second = room.create(dated("Harbour closed", "2026-10-13", "Text."));
    let found = room.desk.find(&harbour(), room.now).unwrap();
    let replaced = room.desk.replace(&harbour(), "port", &all(&found), "Ada", room.now).unwrap();
    room.retitle(&room.desk.release(second.id).unwrap(), "port shut", Cause::Typing);

    let back = room.desk.put_back(&replaced, "Ada", room.now).unwrap();
    assert_eq!(back.iter().map(|one| one.id).collect::<Vec<_>>(), [first.id]);
    assert_eq!(room.desk.release(first.id).unwrap().content, first.content);
    assert_eq!(room.desk.release(second.id).unwrap().content.headline, "port shut");
    room.desk.put_back(&back, "Ada", room.now).unwrap();
    assert_eq!(room.desk.release(first.id).unwrap().content.headline, "port open");
}
