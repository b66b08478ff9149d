//! Each command as the contract has it: what it takes, the keys it prints, the code it ends with.

use serde_json::{Value, json};

use crate::desk::{Desk, keys};

const NEWS: &str = "Harbour shuttle sails again\n\nVESTMARK, 2 March 2026 – The harbour shuttle \
                    sails again after the winter.\n";

fn with_news(desk: &Desk) -> i64 {
    let news = desk.write("news.txt", NEWS);
    desk.run(&["import", news.to_str().unwrap()]).done().ids()[0]
}

/// A release that lacks nothing.
fn complete(desk: &Desk) -> i64 {
    let id = with_news(desk);
    let fields = ["place=Vestmark", "date=2026-03-02", "contact=Press desk, +47 5550 0100"];
    desk.run(&[&["set", &id.to_string()], &fields[..]].concat()).done();
    id
}

#[test]
fn init_makes_a_desk_and_overwrites_none() {
    let desk = Desk::none();
    let said = desk.run(&["init", "--name", "Port of Vestmark", "--zone", "Europe/Oslo"]).done();
    assert_eq!(said.line(), json!({ "desk": "desk.dateline" }));
    let before = desk.bytes();
    assert!(desk.run(&["init"]).refused().contains("desk.dateline"));
    assert!(desk.run(&["init", "--sample"]).refused().contains("desk.dateline"));
    assert_eq!(desk.bytes(), before);
    desk.run(&["init", "--sample", "--name", "Mine"]).wrong();
    desk.run(&["init", "--zone", "Mars/Olympus"]).wrong();
}

#[test]
fn the_desk_is_named_by_option_before_environment() {
    let desk = Desk::none();
    desk.run(&["--desk", "inside/other.dateline", "init"]).done();
    assert!(desk.path("inside/other.dateline").exists());
    assert!(desk.run(&["list"]).refused().contains("desk.dateline"));
    desk.run(&["list", "--desk", "inside/other.dateline"]).done();
}

#[test]
fn without_a_name_the_desk_is_in_the_data_folder() {
    let desk = Desk::none();
    let home = desk.path("home");
    let home = home.to_str().unwrap();
    let environment =
        [("DATELINE_DESK", ""), ("HOME", home), ("XDG_DATA_HOME", home), ("APPDATA", home)];
    let said = desk.run_with(&["init"], &environment, None).done();
    assert!(said.line()["desk"].as_str().unwrap().starts_with(home));
    desk.run_with(&["list"], &environment, None).done();
}

#[test]
fn import_prints_what_it_did_with_each_release() {
    let desk = Desk::new();
    let page = desk.write("in/b.txt", format!("{NEWS}\nGo back\n"));
    desk.write("in/a.md", "# Tide tables out\n\nThe tide tables are out.\n");
    desk.write("in/sub/c.html", "<h1>Quay lit</h1><p>The quay is lit.<script>x()</script></p>");
    desk.write("in/.hidden.txt", "Not for anybody");
    let said =
        desk.run(&["import", "in", "--section", "News", "--tag", "port", "--tag", "new"]).done();
    let lines = said.lines();
    assert_eq!(lines.len(), 3);
    assert_eq!(keys(&lines[0]), ["headline", "id", "notes", "source"]);
    let of = |key: &str| lines.iter().map(|line| line[key].clone()).collect::<Vec<Value>>();
    assert_eq!(of("headline"), ["Tide tables out", "Harbour shuttle sails again", "Quay lit"]);
    let inside = page.strip_prefix(desk.path("")).unwrap();
    assert_eq!(lines[1]["source"], inside.to_str().unwrap());
    assert!(lines[1]["notes"].to_string().contains("Go back"));
    assert!(!desk.run(&["show", "3", "--format", "html"]).done().text().contains("x()"));
    let release = desk.release(2);
    assert_eq!(release["section"], "News");
    assert_eq!(release["tags"], json!(["new", "port"]));
    assert_eq!(release["stage"], "draft");
}

#[test]
fn an_archive_keeps_its_fields_and_tells_of_bad_lines() {
    let desk = Desk::new();
    let archive = desk.write(
        "archive.jsonl",
        r#"{"headline":"One","place":"Vestmark","date":"2019-05-01","section":"News","kind":"statement","tags":["a","b"],"language":"fr","stage":"released","body":"Some **strong** words.","editor":"Anna"}
{"headline":"Two","stage":"approved"}
{"headline":
{"headline":"Four","date":"31 June 2020"}
{"headline":"Five"}
"#,
    );
    let archive = archive.to_str().unwrap();
    let said = desk.run(&["import", "--strict", archive]).refused();
    assert!(said.contains("line 3") && said.contains("line 4"), "{said}");
    assert_eq!(desk.run(&["list"]).done().text(), "");

    let said = desk.run(&["import", archive]).done();
    assert!(said.words.contains("line 3") && said.words.contains("line 4"), "{}", said.words);
    let lines = said.lines();
    assert_eq!(lines.len(), 3);
    assert!(lines[0]["notes"].to_string().contains("editor"));
    assert!(lines[0]["source"].as_str().unwrap().ends_with("archive.jsonl, line 1"));
    let one = desk.release(1);
    assert_eq!(one["stage"], "released");
    assert_eq!(one["kind"], "statement");
    assert_eq!(one["language"], "fr");
    assert_eq!(one["tags"], json!(["a", "b"]));
    // Nobody on this desk approved it.
    assert_eq!(desk.release(2)["stage"], "review");
    assert!(lines[1]["notes"].to_string().contains("review"));
}

#[test]
fn a_bad_file_among_good_ones_is_told_and_the_rest_goes_in() {
    let desk = Desk::new();
    desk.write("in/a.txt", NEWS);
    desk.write("in/b.txt", "");
    assert!(desk.run(&["import", "--strict", "in"]).refused().contains("b.txt"));
    assert_eq!(desk.run(&["list"]).done().text(), "");
    let said = desk.run(&["import", "in"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.lines().len(), 1);
    assert!(said.words.contains("b.txt"));
}

#[test]
fn set_fills_and_clears_every_field() {
    let desk = Desk::new();
    let id = with_news(&desk);
    let said = desk
        .run(&[
            "set",
            "1",
            "headline=The harbour shuttle sails again",
            "subhead=Every twenty minutes",
            "place=Vestmark",
            "date=2 March 2026",
            "section=News",
            "kind=notice",
            "language=en-US",
            "contact=Press desk, Port of Vestmark, +47 5550 0100, press@vestmark.example",
            "contact=Harbour office",
            "boilerplate=About the port\nIt is a port.",
            "embargo=2031-03-02 00:01 Europe/Oslo",
            "reference=2026/777",
            "corrects=2026/776",
            "correction=Corrects the day.",
            "notes=- One\n- Two",
            "body=It *sails*.\n\n> We sail.\n>\n> — Anna Berg, harbour master",
        ])
        .done();
    assert_eq!(keys(&said.line()), ["headline", "id", "revision", "stage"]);
    let release = desk.release(id);
    assert_eq!(release["headline"], "The harbour shuttle sails again");
    assert_eq!(release["subhead"], "Every twenty minutes");
    assert_eq!(release["date"], "2026-03-02");
    assert_eq!(release["section"], "News");
    assert_eq!(release["kind"], "notice");
    assert_eq!(release["language"], "en-US");
    assert_eq!(release["contacts"][0]["phone"], "+47 5550 0100");
    assert_eq!(release["contacts"][1]["name"], "Harbour office");
    assert_eq!(release["boilerplates"][0]["title"], "About the port");
    assert_eq!(
        release["embargo"],
        json!({ "until": "2031-03-01T23:01:00Z", "zone": "Europe/Oslo" })
    );
    assert_eq!(release["reference"], "2026/777");
    assert_eq!(release["correction"]["reference"], "2026/776");
    assert_eq!(release["body"]["content"][1]["attrs"]["speaker"], "Anna Berg");
    assert!(release["notes"].to_string().contains("Two"));

    desk.run(&[
        "set",
        "1",
        "subhead=",
        "date=",
        "section=",
        "contact=",
        "boilerplate=",
        "embargo=",
        "reference=",
        "correction=",
        "corrects=",
        "notes=",
    ])
    .done();
    let release = desk.release(id);
    for key in ["date", "embargo", "reference", "correction"] {
        assert_eq!(release[key], Value::Null, "{key}");
    }
    assert_eq!(release["contacts"], json!([]));
    assert_eq!(release["section"], "");
}

#[test]
fn set_changes_all_or_nothing() {
    let desk = Desk::new();
    let id = with_news(&desk).to_string();
    let before = desk.release(1);
    for bad in [
        "date=31 June 2026",
        "kind=poem",
        "language=klingonish",
        "embargo=soon",
        "contact=,",
        "kind=",
    ] {
        let said = desk.run(&["set", &id, "headline=Changed", "section=Changed", bad]).refused();
        assert!(said.contains("Nothing was changed"), "{said}");
    }
    let said = desk.run(&["set", &id, "embargo=2024-03-31 02:30 Europe/Oslo"]).refused();
    assert!(said.contains("does not exist"), "{said}");
    let said = desk.run(&["set", &id, "headline=Changed", "colour=red"]).wrong();
    assert!(said.contains("“colour”") && said.contains("headline, subhead, place"), "{said}");
    desk.run(&["set", &id, "headline"]).wrong();
    desk.run(&["set", &id]).wrong();
    desk.run(&["set", "one", "headline=Changed"]).wrong();
    assert_eq!(desk.release(1), before);
}

#[test]
fn a_reference_belongs_to_one_release() {
    let desk = Desk::new();
    with_news(&desk);
    with_news(&desk);
    desk.run(&["set", "1", "reference=2026/001"]).done();
    let said = desk.run(&["set", "2", "reference=2026/001", "headline=Changed"]).refused();
    assert!(said.contains("2026/001"), "{said}");
    assert_ne!(desk.release(2)["headline"], "Changed");
}

#[test]
fn pieces_of_the_library_are_set_by_name() {
    let desk = Desk::sample();
    let id = "26";
    desk.run(&[
        "set",
        id,
        "contact=press desk, port of vestmark",
        "boilerplate=About the Port of Vestmark",
    ])
    .done();
    let release = desk.release(26);
    assert_eq!(release["contacts"][0]["email"], "press@vestmark.example");
    assert!(release["contacts"][0]["id"].is_number());
    assert!(release["boilerplates"][0]["id"].is_number());
}

#[test]
fn list_narrows_and_counts() {
    let desk = Desk::sample();
    let said = desk.run(&["list"]).done();
    let all = said.lines();
    assert_eq!(all.len(), 26);
    assert_eq!(
        keys(&all[0]),
        [
            "date",
            "embargo",
            "headline",
            "id",
            "kind",
            "language",
            "modified",
            "reference",
            "section",
            "stage",
            "tags",
            "trashed"
        ]
    );
    let dates: Vec<_> = all.iter().filter_map(|line| line["date"].as_str()).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    assert_eq!(desk.run(&["list", "--limit", "3", "--json"]).done().ids(), said.ids()[..3]);
    assert_eq!(desk.run(&["list", "--stage", "approved"]).done().ids(), [21, 22]);
    assert_eq!(desk.run(&["list", "--stage", "withdrawn"]).done().ids(), [5]);
    assert_eq!(desk.run(&["list", "--stage", "trash"]).done().ids(), [27]);
    assert_eq!(
        desk.run(&["list", "--tag", "rescue", "--section", "exercises"]).done().ids(),
        [16, 15, 14, 13, 12, 9]
    );
    assert_eq!(desk.run(&["list", "seals"]).done().ids(), [19]);
    assert_eq!(desk.run(&["list", "--tag", "no such tag"]).done().text(), "");
    desk.run(&["list", "--stage", "lost"]).wrong();
    desk.run(&["list", "--limit", "few"]).wrong();
}

#[test]
fn search_finds_the_best_first() {
    let desk = Desk::sample();
    let said = desk.run(&["search", "dredging"]).done();
    for line in said.lines() {
        assert_eq!(keys(&line), ["date", "headline", "id", "snippet", "stage"]);
    }
    // Where the headline has the word, before where the text has it.
    assert_eq!(said.ids(), [2, 10]);
    assert_eq!(desk.run(&["search", "gulls"]).done().ids(), [6]);
    assert_eq!(desk.run(&["search", "vestmark", "--limit", "1", "--json"]).done().ids().len(), 1);
    assert_eq!(desk.run(&["search", "учения"]).done().ids(), [14]);
    assert_eq!(desk.run(&["search", "garde-cotes"]).done().ids(), [13]);
    assert_eq!(desk.run(&["search", "\"small town that moves\""]).done().ids(), [12]);
    assert_eq!(
        desk.run(&["search", "evacuation section:exercises before:2026-10-15 language:en"])
            .done()
            .ids(),
        [9, 12]
    );
    let nothing = desk.run(&["search", "xylophone"]).done();
    assert_eq!(nothing.text(), "");
    desk.run(&["search"]).wrong();
}

#[test]
fn show_gives_data_or_the_page() {
    let desk = Desk::sample();
    let release = desk.release(12);
    assert_eq!(release["id"], 12);
    assert_eq!(release["approval"]["by"], "Olav Brekke");
    assert_eq!(release["body"]["type"], "doc");
    let text = desk.run(&["show", "12"]).done().text();
    assert_eq!(text, desk.run(&["show", "12", "--format", "text"]).done().text());
    assert!(text.starts_with("FOR IMMEDIATE RELEASE"), "{text}");
    let html = desk.run(&["show", "12", "--format", "html"]).done().text();
    assert!(html.starts_with("<!DOCTYPE html>") || html.starts_with("<!doctype html>"));
    desk.run(&["show", "12", "--format", "pdf"]).wrong();
    desk.run(&["show", "12", "--json", "--format", "html"]).wrong();
}

#[test]
fn tags_go_on_and_come_off() {
    let desk = Desk::new();
    with_news(&desk);
    let said = desk.run(&["tag", "1", "+shuttle", "+Clean water", "+old"]).done();
    assert_eq!(said.line(), json!({ "id": 1, "tags": ["Clean water", "old", "shuttle"] }));
    let said = desk.run(&["tag", "1", "-old", "-never there"]).done();
    assert_eq!(said.line()["tags"], json!(["Clean water", "shuttle"]));
    for wrong in ["shuttle", "+", "-", "--old"] {
        desk.run(&["tag", "1", wrong]).wrong();
    }
    desk.run(&["tag", "1"]).wrong();
    desk.run(&["tag", "9", "+x"]).refused();
}

#[test]
fn a_release_takes_its_way_step_by_step() {
    let desk = Desk::new();
    let lacking = with_news(&desk).to_string();
    desk.run(&["set", &lacking, "headline=", "contact="]).done();
    let said = desk.run(&["stage", &lacking, "approved"]).refused();
    assert!(said.contains("headline") && said.contains("contact"), "{said}");

    let id = complete(&desk).to_string();
    assert!(desk.run(&["stage", &id, "released"]).refused().contains("not approved"));
    let said = desk.run(&["stage", &id, "review"]).done();
    assert_eq!(said.line()["stage"], "review");
    assert!(said.line()["reference"].is_string());
    desk.run(&["stage", &id, "approved", "--by", "Anna Berg", "--why", "Read twice"]).done();
    assert_eq!(desk.release(2)["approval"]["by"], "Anna Berg");

    // An edit voids the approval, and says so.
    let said = desk.run(&["set", &id, "subhead=Every twenty minutes"]).done();
    assert_eq!(said.line()["stage"], "draft");
    assert!(said.words.contains("draft again"), "{}", said.words);
    desk.run(&["stage", &id, "approved"]).done();
    desk.run(&["stage", &id, "released"]).done();
    assert!(desk.run(&["stage", &id, "withdrawn"]).refused().contains("reason"));
    desk.run(&["stage", &id, "withdrawn", "--why", "The day was wrong."]).done();
    assert_eq!(desk.release(2)["withdrawal"], "The day was wrong.");

    desk.run(&["stage", &id, "elsewhere"]).wrong();
    desk.run(&["stage", &id, "approved", "--by", " "]).wrong();
}

#[test]
fn what_was_thrown_away_comes_back() {
    let desk = Desk::new();
    let id = with_news(&desk).to_string();
    let said = desk.run(&["stage", &id, "trash"]).done();
    assert_eq!(said.line()["stage"], "trash");
    assert_eq!(desk.run(&["list"]).done().text(), "");
    // Restoring and a step that is refused leave it where it was.
    desk.run(&["stage", &id, "released"]).refused();
    assert_eq!(desk.release(1)["trashed"], true);
    let said = desk.run(&["stage", &id, "draft"]).done();
    assert_eq!(said.line()["stage"], "draft");
    assert_eq!(desk.run(&["list"]).done().ids(), [1]);
}

#[test]
fn a_desk_to_measure_with_follows_from_its_seed() {
    let desk = Desk::none();
    for (file, seed) in [("a.dateline", "7"), ("b.dateline", "7"), ("c.dateline", "8")] {
        let said = desk.run(&["bench-desk", "--releases", "40", "--seed", seed, file]).done();
        assert_eq!(said.line(), json!({ "desk": file, "releases": 40 }));
    }
    let headlines = |file| {
        let lines = desk.run(&["--desk", file, "list"]).done().lines();
        lines.iter().map(|line| line["headline"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(headlines("a.dateline").len(), 40);
    assert_eq!(headlines("a.dateline"), headlines("b.dateline"));
    assert_ne!(headlines("a.dateline"), headlines("c.dateline"));
    desk.run(&["bench-desk", "--releases", "1", "a.dateline"]).refused();
}

#[test]
fn help_and_version_are_done_and_nonsense_is_wrong() {
    let desk = Desk::none();
    for asked in [&["--help"][..], &["--version"], &["set", "--help"], &["help", "export"]] {
        assert!(!desk.run(asked).done().text().is_empty());
    }
    for wrong in
        [&[][..], &["publish"], &["list", "--loud"], &["export", "1"], &["export", "--to", "x"]]
    {
        assert!(!desk.run(wrong).wrong().is_empty());
    }
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    use std::process::{Command, Stdio};
    let desk = Desk::sample();
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline-cli"))
        .args(["show", "12", "--format", "html"])
        .env("DATELINE_DESK", desk.path("desk.dateline"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
