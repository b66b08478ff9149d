//! `check`: the copy checks over releases, files and standard input.

use serde_json::Value;

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
            "block", "end", "excerpt", "file", "fixes", "key", "message", "related", "rule",
            "severity", "slot", "start"
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
fn a_text_is_read_in_the_language_of_its_words() {
    let desk = Desk::none();
    let german = "Die Stadtwerke Lindwerder senken zum Jahreswechsel den Gaspreis.\n\n„Wir geben \
                  gesunkene Kosten weiter“, sagte Geschäftsführerin Ulrike Thamm in Lindwerder.\n";
    let text = desk.write("gas.txt", german);
    assert_eq!(desk.run(&["check", "--file", "gas.txt"]).done().lines(), Vec::<Value>::new());
    let told = desk.run_with(&["check", "-", "--language", "en"], &[], Some(&text)).done();
    assert!(told.lines().iter().any(|one| one["rule"] == "quote-language"));
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
    let place = &sarif["runs"][0]["results"][0]["locations"][0];
    assert!(place.get("physicalLocation").is_none(), "a release is no file: {place}");
    let name = place["logicalLocations"][0]["fullyQualifiedName"].as_str().unwrap();
    assert!(name.starts_with("release/1/"), "{name}");
}

#[test]
fn other_tools_get_lines_and_columns_of_a_file() {
    let desk = Desk::none();
    desk.write("press copy.txt", format!("Ähnliches.\n\n  {COPY}"));
    let said = desk.run(&["check", "--file", "press copy.txt", "--sarif"]).done();
    let run = &said.line()["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().unwrap();
    let damaged = results.iter().find(|one| one["ruleId"] == "damaged-date").unwrap();
    let index = damaged["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "damaged-date");
    let place = &damaged["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "press%20copy.txt");
    let region = &place["region"];
    assert_eq!((&region["startLine"], &region["endLine"]), (&3.into(), &3.into()));
    let words = region["snippet"]["text"].as_str().unwrap();
    let column = 2 + COPY.find(words).unwrap() + 1;
    assert_eq!(region["startColumn"], column);
    assert_eq!(region["endColumn"], column + words.chars().count());
}

/// What the schema of SARIF 2.1.0 requires of each object that is written here, and the words that it
/// allows; it is 130 kB, and the rest of it is about what is not.
#[test]
fn what_other_tools_get_is_valid_sarif() {
    let desk = Desk::none();
    desk.write("copy.txt", COPY);
    let log = desk.run(&["check", "--file", "copy.txt", "--sarif"]).done().line();
    let has = |object: &Value, names: &[&str]| {
        for name in names {
            assert!(object.get(*name).is_some(), "{name} is required: {object}");
        }
    };
    let levels = ["none", "note", "warning", "error"];
    has(&log, &["version", "runs"]);
    let run = &log["runs"][0];
    has(run, &["tool"]);
    has(&run["tool"], &["driver"]);
    has(&run["tool"]["driver"], &["name"]);
    assert!(["utf16CodeUnits", "unicodeCodePoints"].contains(&run["columnKind"].as_str().unwrap()));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        has(rule, &["id"]);
        has(&rule["shortDescription"], &["text"]);
        has(&rule["fullDescription"], &["text"]);
        assert!(levels.contains(&rule["defaultConfiguration"]["level"].as_str().unwrap()));
    }
    let results = run["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result.get("fixes").is_some()));
    for result in results {
        has(result, &["message"]);
        assert!(result["message"]["text"].is_string());
        assert!((result["ruleIndex"].as_u64().unwrap() as usize) < rules.len());
        assert!(levels.contains(&result["level"].as_str().unwrap()));
        assert!(result["partialFingerprints"].as_object().unwrap().values().all(Value::is_string));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        for name in ["startLine", "startColumn", "endLine", "endColumn"] {
            assert!(region[name].as_u64().unwrap() >= 1, "{name} counts from 1: {region}");
        }
        for fix in result["fixes"].as_array().into_iter().flatten() {
            has(fix, &["artifactChanges"]);
            for change in fix["artifactChanges"].as_array().unwrap() {
                has(change, &["artifactLocation", "replacements"]);
                let replacements = change["replacements"].as_array().unwrap();
                assert!(!replacements.is_empty());
                replacements.iter().for_each(|one| has(one, &["deletedRegion"]));
            }
        }
    }
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

#[test]
fn a_finding_is_accepted_with_a_reason_and_opened_again() {
    let desk = Desk::new();
    let copy = desk.write("copy.txt", COPY);
    desk.run(&["import", copy.to_str().unwrap()]).done();
    let before = desk.run(&["check", "1"]).done();
    let found = before.lines();
    let june = found.iter().find(|one| one["excerpt"] == "31 June 2019").unwrap();
    let key = june["key"].as_str().unwrap();
    desk.run(&["accept", "1", key]).wrong();
    desk.run(&["accept", "1", "no-such-key", "--why", "So."]).refused();
    let accepted = desk.run(&["accept", "1", key, "--why", "It is the title of a play."]).done();
    assert_eq!(accepted.line()["rule"], "impossible-date");
    let after = desk.run(&["check", "1"]).done();
    assert_eq!(after.lines().len(), found.len() - 1);
    assert!(after.words.contains("accepted"), "{}", after.words);
    desk.run(&["accept", "1", key, "--take-back"]).done();
    assert_eq!(desk.run(&["check", "1"]).done().lines().len(), found.len());

    // For good, in every release.
    desk.run(&["accept", "1", key, "--why", "A play.", "--for-good"]).done();
    assert_eq!(desk.run(&["check", "1"]).done().lines().len(), found.len() - 1);
    assert!(desk.run(&["style", "show"]).done().text().contains("31 June 2019"));
}

#[test]
fn the_house_style_comes_in_is_changed_and_goes_out() {
    let desk = Desk::new();
    desk.write("house.toml", "dictionary = [\"qwopship\"]\n");
    desk.write("copy.txt", "The qwopship is open.\n");
    let spelled = |desk: &Desk| {
        let said = desk.run(&["check", "--file", "copy.txt"]).done();
        said.lines().iter().any(|one| one["rule"] == "spelling")
    };
    assert!(spelled(&desk));
    desk.run(&["style", "import", "house.toml"]).done();
    assert!(!spelled(&desk));
    desk.run(&["style", "rule", "doubled-word", "off"]).done();
    desk.run(&["style", "rule", "no-such-rule", "off"]).refused();
    desk.write("Very.yml", "extends: existence\nmessage: No '%s'.\ntokens: [very]\n");
    desk.run(&["style", "import", "Very.yml"]).done();
    desk.run(&["style", "export", "out.toml"]).done();
    let out = std::fs::read_to_string(desk.path("out.toml")).unwrap();
    assert!(out.contains("qwopship") && out.contains("doubled-word") && out.contains("very"));
    desk.write("broken.toml", "dictionary = [");
    desk.run(&["style", "import", "broken.toml"]).refused();

    desk.run(&["style", "follow", "live.toml"]).done();
    desk.write("live.toml", "dictionary = []\n");
    assert!(spelled(&desk));
    desk.run(&["style", "word", "qwopship"]).done();
    assert!(!spelled(&desk));
    assert!(std::fs::read_to_string(desk.path("live.toml")).unwrap().contains("qwopship"));
    desk.run(&["style", "unfollow"]).done();
    assert!(desk.run(&["style", "rules"]).done().lines().len() > 80);
}

#[test]
fn a_release_is_read_against_the_archive() {
    let desk = Desk::new();
    for day in 1..=4 {
        let name = format!("{day}.txt");
        desk.write(&name, format!("Talks on day {day}\n\n0{day} October 2026\n\nThen pilot Yuri Petrov spoke to the crews of the harbour.\n"));
        desk.run(&["import", &name]).done();
    }
    desk.write("new.txt", "Talks again\n\n9 October 2026\n\nThen pilot Yury Petrov spoke to the crews of the harbour.\n");
    desk.run(&["import", "new.txt"]).done();
    let said = desk.run(&["check", "5"]).done();
    let found = said.lines();
    let name = found.iter().find(|one| one["rule"] == "archive-name").unwrap();
    assert_eq!(name["excerpt"], "Yury Petrov");
    assert_eq!(name["fixes"][0], "Yuri Petrov");
    assert_eq!(name["related"][0]["release"], 4);
}
