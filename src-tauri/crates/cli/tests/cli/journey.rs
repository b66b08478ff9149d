//! The main job on real copy: imported, completed, tagged, approved, exported; and no word lost on
//! the way.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::desk::Desk;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

#[test]
fn the_project_s_own_corpus_goes_all_the_way() {
    all_the_way(&repository().join("tests/corpora/releases"));
}

/// Copy that is not part of the repository, where a checkout has it beside it.
#[test]
fn shared_copy_goes_all_the_way() {
    let shared = repository().join("../shared/corpus");
    if shared.is_dir() {
        all_the_way(&shared);
    }
}

fn all_the_way(corpus: &Path) {
    let desk = Desk::new();
    let imported = desk.run(&["import", corpus.to_str().unwrap(), "--section", "News"]).done();
    let lines = imported.lines();
    assert!(lines.len() >= 5);
    for line in &lines {
        keeps_every_word(&desk, line);
    }
    for line in &lines {
        let id = line["id"].to_string();
        let mut fields = vec!["place=Vestmark", "date=2024-07-25"];
        let release = desk.release(line["id"].as_i64().unwrap());
        if release["headline"] == "" {
            fields.push("headline=A headline that the copy did not bring");
        }
        if release["contacts"].as_array().unwrap().is_empty() {
            fields.push("contact=Press desk, +47 5550 0100, press@vestmark.example");
        }
        desk.run(&[&["set", id.as_str()], &fields[..]].concat()).done();
        desk.run(&["tag", &id, "+corpus"]).done();
        let approve =
            ["stage", &id, "approved", "--by", "Anna Berg", "--why", "As it was received"];
        desk.run(&approve).done();
    }
    let ids: Vec<String> = lines.iter().map(|line| line["id"].to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let export = [&["export"], &ids[..], &["--format", "html,text", "--to", "out"]].concat();
    let exported = desk.run(&export).done().lines();
    assert_eq!(exported.len(), 2 * lines.len());
    for line in &exported {
        let format = line["format"].as_str().unwrap();
        let shown = desk.run(&["show", &line["id"].to_string(), "--format", format]).done().out;
        assert_eq!(fs::read(desk.path(line["file"].as_str().unwrap())).unwrap(), shown);
    }
    assert_eq!(
        desk.run(&["list", "--tag", "corpus", "--stage", "approved"]).done().lines().len(),
        lines.len()
    );
    desk.run(&["verify", "out"]).done();
}

/// Every word of a source, as often as it stands there, is in the release or in the notes.
fn keeps_every_word(desk: &Desk, line: &Value) {
    let source = line["source"].as_str().unwrap();
    let kept = count(&format!(
        "{} {}",
        strings(&desk.release(line["id"].as_i64().unwrap())),
        strings(line)
    ));
    for (word, times) in count(&decoded(&fs::read(source).unwrap())) {
        let found = kept.get(&word).copied().unwrap_or_default();
        assert!(
            found >= times,
            "“{word}” stands {times} times in {source}, and {found} times on the desk"
        );
    }
}

/// The texts of a corpus in its three encodings.
fn decoded(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(b"\xff\xfe") {
        let units: Vec<u16> =
            utf16.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        return String::from_utf16(&units).unwrap();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Windows-1252, but for the dash the same as Latin-1 in this corpus.
        Err(_) => bytes.iter().map(|&b| if b == 0x96 { '–' } else { char::from(b) }).collect(),
    }
}

fn count(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// Every text in a JSON value.
fn strings(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(strings).collect::<Vec<_>>().join(" "),
        Value::Object(all) => all.values().map(strings).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}
