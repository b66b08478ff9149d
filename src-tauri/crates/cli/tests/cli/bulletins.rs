//! Bulletins: made, filled, ordered, shown, exported.

use serde_json::json;

use crate::desk::{Desk, keys};

#[test]
fn a_bulletin_is_made_filled_and_ordered() {
    let desk = Desk::sample();
    let said = desk
        .run(&[
            "bulletin",
            "new",
            "--masthead",
            "Vestmark Weekly",
            "--issue",
            "43",
            "--date",
            "23 October 2026",
            "--introduction",
            "A quiet week.",
            "16",
            "17",
        ])
        .done();
    let made = said.line();
    assert_eq!(made["items"], json!([16, 17]));
    let id = made["id"].to_string();
    assert_eq!(
        desk.run(&["bulletin", "add", &id, "18", "16"]).done().line()["items"],
        json!([16, 17, 18])
    );
    assert_eq!(
        desk.run(&["bulletin", "order", &id, "18", "17"]).done().line()["items"],
        json!([18, 17, 16])
    );
    assert_eq!(
        desk.run(&["bulletin", "remove", &id, "17"]).done().line()["items"],
        json!([18, 16])
    );
    let said =
        desk.run(&["bulletin", "set", &id, "--form", "summary", "--embargoed", "leave-out"]).done();
    assert_eq!(said.line()["form"], "summary");
    assert_eq!(said.line()["issue"], "43");
    assert_eq!(desk.run(&["bulletin", "list"]).done().lines().len(), 2);
    let shown = desk.run(&["bulletin", "show", &id, "--json"]).done().line();
    assert_eq!(shown, said.line());
    let text = desk.run(&["bulletin", "show", &id]).done().text();
    assert!(text.contains("A quiet week."), "{text}");
}

#[test]
fn only_what_is_there_goes_in_or_out() {
    let desk = Desk::sample();
    let before = desk.run(&["bulletin", "show", "1", "--json"]).done().line();
    assert!(desk.run(&["bulletin", "add", "1", "99"]).refused().contains("99"));
    assert!(desk.run(&["bulletin", "add", "1", "27"]).refused().contains("trash"));
    assert!(desk.run(&["bulletin", "remove", "1", "19"]).refused().contains("not in bulletin"));
    assert!(desk.run(&["bulletin", "order", "1", "19"]).refused().contains("not in bulletin"));
    assert!(desk.run(&["bulletin", "show", "9"]).refused().contains('9'));
    assert!(desk.run(&["bulletin", "new", "--date", "31 June"]).refused().contains("no date"));
    desk.run(&["bulletin", "add", "1"]).wrong();
    desk.run(&["bulletin", "new", "--form", "long"]).wrong();
    assert_eq!(desk.run(&["bulletin", "show", "1", "--json"]).done().line(), before);
}

#[test]
fn the_bulletin_leaves_as_it_was_shown() {
    let desk = Desk::sample();
    let said =
        desk.run(&["export", "--bulletin", "1", "--format", "html,text", "--to", "out"]).done();
    let lines = said.lines();
    assert_eq!(
        keys(&lines[0]),
        ["bulletin", "draft", "embargo", "file", "format", "items", "sha256"]
    );
    let files = desk.files("out");
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["2026-10-16-vestmark-weekly-no-42.html", "2026-10-16-vestmark-weekly-no-42.txt"]
    );
    for (format, ending) in [("html", "html"), ("text", "txt")] {
        let shown = desk.run(&["bulletin", "show", "1", "--format", format]).done().out;
        assert_eq!(files[&format!("2026-10-16-vestmark-weekly-no-42.{ending}")], shown);
    }
    desk.run(&["verify", "out"]).done();
}

#[test]
fn an_embargo_holds_the_whole_or_leaves_the_item_out() {
    let desk = Desk::sample();
    desk.run(&["bulletin", "add", "1", "21"]).done();
    let said = desk.run(&["export", "--bulletin", "1", "--to", "held"]).done();
    assert!(said.words.contains("under embargo until"), "{}", said.words);
    assert_eq!(said.lines()[0]["embargo"]["zone"], "Europe/Oslo");
    assert!(desk.files("held").keys().all(|name| name.starts_with("EMBARGO-")));

    desk.run(&["bulletin", "set", "1", "--embargoed", "leave-out"]).done();
    let said = desk.run(&["export", "--bulletin", "1", "--to", "free"]).done();
    assert!(said.words.contains("left out"), "{}", said.words);
    assert_eq!(said.lines()[0]["items"].as_array().unwrap().len(), 4);
    for (name, bytes) in desk.files("free") {
        assert!(!name.contains("EMBARGO"));
        assert!(!String::from_utf8(bytes).unwrap().contains("northern fairway is open"));
    }
}

#[test]
fn a_bulletin_with_an_unapproved_or_withdrawn_item_stays() {
    let desk = Desk::sample();
    desk.run(&["bulletin", "add", "1", "23", "5"]).done();
    let said = desk.run(&["export", "--bulletin", "1", "--to", "out"]).refused();
    assert!(said.contains("Release 23") && said.contains("Release 5"), "{said}");
    assert!(!desk.path("out").exists());
    desk.run(&["bulletin", "remove", "1", "5"]).done();
    let said = desk.run(&["export", "--bulletin", "1", "--to", "out", "--draft"]).done();
    assert_eq!(said.lines()[0]["draft"], true);
    assert!(desk.files("out").keys().all(|name| name.starts_with("DRAFT-")));
}

#[test]
fn an_empty_bulletin_stays() {
    let desk = Desk::sample();
    desk.run(&["bulletin", "new", "--masthead", "Nothing"]).done();
    let said = desk.run(&["export", "--bulletin", "2", "--to", "out"]).refused();
    assert!(said.contains("“Nothing”") && said.contains("no release"), "{said}");
}
