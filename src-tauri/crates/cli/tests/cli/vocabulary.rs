//! Sections and tags as a whole: loaded, renamed, merged, undone.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn a_vocabulary_is_loaded_but_for_its_broken_lines() {
    let desk = Desk::new();
    desk.write(
        "tags.csv",
        "sort;name;colour\nsection;News;\ntag;rescue;#b3261e\nshelf;x;\ntag;;\n",
    );
    let said = desk.run(&["vocabulary", "import", "tags.csv"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(said.line(), json!({ "made": 2, "known": 0, "broken": 2 }));
    assert!(said.words.contains("“tags.csv”, line 4: “shelf” is no sort of name."), "{said:?}");
    assert!(said.words.contains("line 5: it has no name."), "{said:?}");
    assert_eq!(
        desk.run(&["vocabulary", "list"]).done().lines(),
        [
            json!({ "sort": "section", "name": "News", "releases": 0, "colour": null }),
            json!({ "sort": "tag", "name": "rescue", "releases": 0, "colour": "#b3261e" }),
        ]
    );
}

#[test]
fn a_tag_is_merged_and_the_merge_undone() {
    let desk = Desk::sample();
    let tagged = |tag: &str| desk.run(&["list", "--tag", tag, "--json"]).done().ids();
    let (rescue, safety) = (tagged("rescue"), tagged("safety"));
    assert!(!rescue.is_empty() && !safety.is_empty());
    let itself = desk.run(&["vocabulary", "merge", "tag", "rescue", "Rescue"]).refused();
    assert!(itself.contains("cannot be merged into itself"), "{itself}");
    let change = desk.run(&["vocabulary", "merge", "tag", "safety", "rescue"]).done().line();
    assert_eq!(change["releases"], safety.len());
    assert!(tagged("rescue").len() > rescue.len().min(safety.len()));
    desk.run(&["vocabulary", "undo", &change["change"].to_string()]).done();
    assert_eq!((tagged("rescue"), tagged("safety")), (rescue, safety));
}
