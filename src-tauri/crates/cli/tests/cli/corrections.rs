//! Corrections: begun, described from the difference, tied to the original both ways.

use crate::desk::Desk;

/// A desk with a release that is out and went out in two files, and its correction.
fn corrected() -> (Desk, String) {
    let desk = Desk::new();
    desk.write(
        "fairway.md",
        "---\nkind: news\nplace: Vestmark\ndate: 2026-10-01\n---\n# Fairway open\n\nThe fairway is open.\n\nIt is 12 metres deep.\n",
    );
    desk.run(&["import", "fairway.md"]).done();
    desk.run(&["set", "1", "contact=Press desk, +47 5550 0100"]).done();
    for stage in ["approved", "released"] {
        desk.run(&["stage", "1", stage, "--why", "It is urgent."]).done();
    }
    desk.run(&["export", "1", "--to", "out"]).done();
    let begun = desk.run(&["correction", "new", "1"]).done();
    assert!(begun.words.contains("went out in 2 files"), "{}", begun.words);
    let id = begun.lines()[0]["id"].to_string();
    (desk, id)
}

#[test]
fn what_changed_is_proposed_and_both_releases_name_each_other() {
    let (desk, id) = corrected();
    let said = desk.run(&["correction", "propose", &id]).refused();
    assert!(said.contains("still has the words"), "{said}");
    desk.run(&["set", &id, "body=The fairway is open.\n\nIt is 11 metres deep.\n"]).done();
    let line = desk.run(&["correction", "propose", &id, "--write"]).done().line();
    assert_eq!(line["what"], "Corrects the second paragraph (“11”, not “12”).");
    for stage in ["approved", "released"] {
        desk.run(&["stage", &id, stage, "--why", "It is urgent."]).done();
    }
    let (original, correction) = (desk.release(1), desk.release(id.parse().unwrap()));
    assert_eq!(original["stage"], "corrected");
    let number = |release: &serde_json::Value| release["reference"].as_str().unwrap().to_owned();
    assert_ne!(number(&original), number(&correction));

    for format in ["html", "fragment", "email", "eml", "text"] {
        desk.run(&["export", "1", &id, "--format", format, "--to", format]).done();
        let files = desk.files(format);
        let holds = |words: &str| {
            files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
        };
        assert!(holds(&number(&correction)), "the original as {format} names its correction");
        assert!(holds(&format!("Correction of {}", number(&original))), "{format}");
    }
    desk.run(&["site", "--to", "site"]).done();
    let page = |name: &str| {
        let year = desk.files("site/2026");
        let (_, bytes) = year.iter().find(|(file, _)| file.contains(name)).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    };
    let slug = |release: &serde_json::Value| number(release).replace('/', "-");
    let (first, second) = (page(&slug(&original)), page(&slug(&correction)));
    assert!(
        first.contains("Corrected: see")
            && first.contains(&format!("href=\"{}", slug(&correction))),
        "{first}"
    );
    assert!(second.contains(&format!("<a href=\"{}", slug(&original))), "{second}");

    let said = desk.run(&["correction", "exports", &id]).done();
    assert!(said.words.contains("Release 1 went out in 8 files"), "{}", said.words);
}

#[test]
fn only_what_is_out_is_corrected() {
    let desk = Desk::sample();
    let said = desk.run(&["correction", "new", "25"]).refused();
    assert!(said.contains("is not out"), "{said}");
    let said = desk.run(&["correction", "propose", "1"]).refused();
    assert!(said.contains("does not say what it corrects"), "{said}");
}
