//! What the desk remembers of its releases.

use std::sync::atomic::{AtomicUsize, Ordering};

use dateline_model::{Content, Mention, Stage};
use dateline_store::{Cause, Gleaner, NewRelease};

use crate::common::{Room, dated};

/// Takes every capitalised word for a name, under its first three letters.
fn glean(content: &Content) -> Vec<Mention> {
    let text = content.body.plain_text();
    assert!(!text.contains("stumble"), "a bug in the gleaner");
    let names = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let mut mentions: Vec<_> = names
        .map(|name| Mention {
            what: "name",
            key: name.chars().take(3).collect(),
            text: name.to_owned(),
        })
        .collect();
    mentions.sort();
    mentions.dedup();
    mentions
}

fn room() -> Room {
    let room = Room::new();
    room.desk.remember_with(Gleaner { form: 1, glean }).unwrap();
    room
}

/// "Yuri 2 #5 2026-10-01": how it is written, by how many, and the newest of them.
fn said(room: &Room, key: &str, except: Option<i64>) -> Vec<String> {
    let said = room.desk.said("name", key, except).unwrap();
    let line = |s: dateline_store::Said| {
        format!("{} {} #{} {}", s.text, s.releases, s.latest, s.date.unwrap_or_default())
    };
    said.into_iter().map(line).collect()
}

#[test]
fn the_frequent_way_comes_first_with_its_newest_release() {
    let room = room();
    for (day, text) in [("01", "Then Yuri spoke."), ("09", "Then Yury spoke."), ("05", "So Yury.")]
    {
        room.create(dated("Talk", &format!("2026-10-{day}"), &text.replace('.', " .")));
    }
    assert_eq!(said(&room, "Yur", None), ["Yury 2 #2 2026-10-09", "Yuri 1 #1 2026-10-01"]);
    assert_eq!(said(&room, "Yur", Some(2)), ["Yuri 1 #1 2026-10-01", "Yury 1 #3 2026-10-05"]);
    assert_eq!(said(&room, "Yur", Some(1)), ["Yury 2 #2 2026-10-09"]);
    assert_eq!(said(&room, "Eva", None), Vec::<String>::new());
}

#[test]
fn a_save_a_new_date_and_the_trash_are_followed() {
    let mut room = room();
    let release = room.create(dated("Talk", "2026-10-01", "Yuri spoke"));
    let other = room.create(dated("Talk", "2026-10-02", "Yuri wrote"));
    let content = dated("Talk", "2026-10-03", "Yuri and Eva spoke");
    let saved = room
        .desk
        .save(release.id, release.revision, &content, Cause::Typing, "Ada", room.now)
        .unwrap();
    assert_eq!(said(&room, "Yur", None), ["Yuri 2 #1 2026-10-03"]);
    assert_eq!(said(&room, "Eva", None), ["Eva 1 #1 2026-10-03"]);
    room.later(1);
    room.desk.trash(saved.id, "Ada", room.now).unwrap();
    assert_eq!(said(&room, "Yur", None), [format!("Yuri 1 #{} 2026-10-02", other.id)]);
    assert!(said(&room, "Eva", None).is_empty());
    room.desk.restore(saved.id, "Ada", room.now).unwrap();
    assert_eq!(said(&room, "Eva", None), ["Eva 1 #1 2026-10-03"]);
}

#[test]
fn what_changes_no_word_is_not_read_again() {
    static READ: AtomicUsize = AtomicUsize::new(0);
    fn counted(content: &Content) -> Vec<Mention> {
        READ.fetch_add(1, Ordering::Relaxed);
        glean(content)
    }
    let room = Room::new();
    room.desk.remember_with(Gleaner { form: 1, glean: counted }).unwrap();
    let release = room.create(dated("Talk", "2026-10-01", "Yuri spoke"));
    let read = READ.load(Ordering::Relaxed);
    room.desk.file(release.id, None, &["rescue".to_owned()], &[], "Ada", room.now).unwrap();
    assert_eq!(READ.load(Ordering::Relaxed), read);
    assert_eq!(said(&room, "Yur", None), ["Yuri 1 #1 2026-10-01"]);
}

#[test]
fn what_was_withdrawn_has_no_say() {
    let room = room();
    let new = NewRelease {
        content: dated("Talk", "2026-10-01", "Yuri spoke"),
        stage: Stage::Released,
        ..NewRelease::default()
    };
    let ids = room.desk.create_releases(vec![new], "Ada", room.now).unwrap();
    assert_eq!(said(&room, "Yur", None).len(), 1);
    room.desk.set_stage(ids[0], room.to(Stage::Withdrawn, "Ada", Some("Wrong."))).unwrap();
    assert!(said(&room, "Yur", None).is_empty());
}

#[test]
fn a_desk_that_was_never_read_catches_up() {
    let room = Room::new();
    let contents = (0..700).map(|_| dated("Talk", "2026-10-01", "Yuri spoke"));
    let new = contents.map(|content| NewRelease { content, ..NewRelease::default() }).collect();
    room.desk.create_releases(new, "Ada", room.now).unwrap();
    assert_eq!(room.desk.catch_up().unwrap(), 0, "nobody has lent a gleaner");
    room.desk.remember_with(Gleaner { form: 1, glean }).unwrap();
    while room.desk.catch_up().unwrap() > 0 {}
    assert_eq!(said(&room, "Yur", None)[0], "Yuri 700 #700 2026-10-01");
    // Another form reads all anew.
    let again = dateline_store::Desk::open(room.desk.path()).unwrap();
    again.remember_with(Gleaner { form: 2, glean }).unwrap();
    assert!(again.said("name", "Yur", None).unwrap().is_empty());
    assert_eq!(again.catch_up().unwrap(), 500);
}

#[test]
fn a_gleaner_that_stumbles_costs_no_word() {
    let room = room();
    let release = room.create(dated("Talk", "2026-10-01", "Yuri would stumble"));
    assert_eq!(room.desk.release(release.id).unwrap().content, release.content);
    assert!(said(&room, "Yur", None).is_empty());
}
