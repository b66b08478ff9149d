//! Planned releases: given a time, shown in the calendar, taken from it.

use crate::desk::Desk;

#[test]
fn a_release_waits_for_its_time_and_is_in_the_calendar() {
    let desk = Desk::new();
    desk.write("note.txt", "Quay opens\n\nThe quay opens on Saturday.\n");
    let id = desk.run(&["import", "note.txt"]).done().ids()[0].to_string();
    let planned = desk.run(&["plan", &id, "2099-10-20 09:00 Europe/Oslo"]).done().line();
    assert_eq!(planned["release_at"], "2099-10-20T07:00:00Z");
    let calendar = desk.run(&["plan"]).done();
    assert!(calendar.lines().is_empty(), "it is more than a year ahead");
    desk.run(&["plan", &id, "2020-10-20 09:00"]).done();
    let line = desk.run(&["plan"]).done().line();
    assert_eq!((line["id"].to_string(), &line["what"]), (id.clone(), &"release".into()));
    assert!(desk.run(&["plan", &id, "soon"]).wrong().contains("soon"));
    desk.run(&["plan", &id, "never"]).done();
    assert!(desk.run(&["plan"]).done().lines().is_empty());
}
