//! Editions: translated, fallen behind, caught up, let go.

use crate::desk::Desk;

#[test]
fn a_translation_falls_behind_and_catches_up() {
    let desk = Desk::new();
    desk.write("note.txt", "Quay opens\n\nThe quay opens on Saturday.\n");
    let id = desk.run(&["import", "note.txt"]).done().ids()[0].to_string();
    let made = desk.run(&["edition", "translate", &id, "fr"]).done();
    let french = made.ids()[1].to_string();
    let behind = || {
        let editions = desk.run(&["edition", "list", &id]).done().lines();
        editions[1]["behind"].as_bool().unwrap()
    };
    assert!(!behind());
    desk.run(&["set", &id, "headline=Quay opens early"]).done();
    assert!(behind());
    desk.run(&["edition", "link", &french, &id]).done();
    assert!(!behind());
    assert!(desk.run(&["edition", "link", &id, &id]).refused().contains("of itself"));
    desk.run(&["edition", "unlink", &french]).done();
    assert!(desk.run(&["edition", "list", &id]).done().lines().is_empty());
}
