//! `check`: the copy checks over releases, files and standard input.

use crate::desk::{Desk, keys};

const COPY: &str = "On 10 October 20`8 the exercise began.\n\nIt ended on 31 June 2019.\n";

#[test]
fn findings_are_lines_with_the_place_in_characters() {
    let desk = Desk::none();
    let copy = desk.write("copy.txt", format!("Ähnliches.\n\n{COPY}"));
    let said = desk.run(&["check", "--file", "copy.txt", "--json"]).done();
    let found = said.lines();
    assert_eq!(
        keys(&found[0]),
        [
            "block", "end", "excerpt", "file", "fixes", "message", "related", "rule", "severity",
            "slot", "start"
        ]
    );
    let damaged =
        found.iter().find(|one| one["excerpt"].as_str().unwrap().contains("20`8")).unwrap();
    assert_eq!(damaged["file"], "copy.txt");
    assert_eq!(damaged["severity"], "error");
    assert_eq!(damaged["block"], 1);
    let line: Vec<char> = COPY.lines().next().unwrap().chars().collect();
    let at = |key: &str| damaged[key].as_u64().unwrap() as usize;
    assert_eq!(line[at("start")..at("end")].iter().collect::<String>(), damaged["excerpt"]);

    // The same text from standard input, without a desk.
    let piped = desk.run_with(&["check", "-"], &[], Some(&copy)).done();
    assert_eq!(piped.lines().len(), found.len());
    assert_eq!(piped.lines()[0]["file"], "-");
}

#[test]
fn releases_are_checked_by_number_and_strictness_has_its_code() {
    let desk = Desk::new();
    let copy = desk.write("copy.txt", COPY);
    desk.run(&["import", copy.to_str().unwrap()]).done();
    let said = desk.run(&["check", "1"]).done();
    assert_eq!(said.lines()[0]["id"], 1);
    let strict = desk.run(&["check", "1", "--strict"]);
    assert_eq!((strict.code, strict.lines()), (3, said.lines()));
    desk.write("clean.txt", "The fairway is open.\n");
    desk.run(&["check", "--file", "clean.txt", "--strict"]).done();

    let sarif = desk.run(&["check", "1", "--sarif"]).done().line();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), said.lines().len());
}

#[test]
fn wrong_calls_and_unreadable_files_are_told_apart() {
    let desk = Desk::new();
    desk.run(&["check"]).wrong();
    desk.run(&["check", "one"]).wrong();
    desk.run(&["check", "1", "--file", "copy.txt"]).wrong();
    desk.run(&["check", "--file", "copy.txt", "--date", "soon"]).wrong();
    assert!(desk.run(&["check", "7"]).refused().contains('7'));
    assert!(desk.run(&["check", "--file", "missing.txt"]).refused().contains("missing.txt"));
    desk.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(desk.run(&["check", "--file", "picture.txt"]).refused().contains("picture.txt"));
    desk.write("empty.txt", "");
    assert_eq!(desk.run(&["check", "--file", "empty.txt"]).done().text(), "");
}
