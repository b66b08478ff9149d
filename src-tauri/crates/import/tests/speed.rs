//! How quickly archives and large pastes are read. Figures print with `--nocapture`; limits hold for
//! release builds only, and leave room for a machine that has other work to do:
//! `cargo test --release -p dateline-import --test speed -- --nocapture`.

#![allow(clippy::unwrap_used)]

mod words;

use std::time::Instant;

use dateline_import::{jsonl, paste_html, read};

/// A release of some 250 words, as archives hold them.
fn line(number: usize) -> String {
    let paragraph = "The Port of Vestmark handled *more goods* in this quarter than in any before, and the [harbour office](https://vestmark.example) expects as much for the next. ";
    let body = format!("{0}{0}\n\n{0}{0}{0}\n\n- first\n- second\n\n{0}{0}\n", paragraph);
    serde_json::json!({
        "headline": format!("Quarter {number} is the best so far"),
        "place": "Vestmark", "date": "2024-07-25", "section": "News", "tags": ["harbour", "trade"],
        "language": "en-GB", "stage": "released", "body": body,
    })
    .to_string()
}

/// One test, so that nothing runs beside what is measured.
#[test]
fn large_input_is_read_quickly() {
    archive_of_many_releases();
    paste_of_many_paragraphs();
    long_text();
}

fn archive_of_many_releases() {
    let lines = if cfg!(debug_assertions) { 200 } else { 20_000 };
    let archive: Vec<String> = (0..lines).map(line).collect();
    let archive = archive.join("\n");
    let begun = Instant::now();
    let read = jsonl(archive.as_bytes(), "archive.jsonl", words::today());
    assert_eq!(read.filter(|line| line.release.is_ok()).count(), lines);
    let rate = lines as f64 / begun.elapsed().as_secs_f64();
    println!("archive: {rate:.0} lines a second, {} bytes each", archive.len() / lines);
    assert!(cfg!(debug_assertions) || rate > 2_000.0, "{rate:.0} lines a second");
}

fn paste_of_many_paragraphs() {
    let megabytes = if cfg!(debug_assertions) { 1 } else { 5 };
    let paragraph = "<p class=MsoNormal style='margin:0cm'><span lang=EN-GB style='font-size:12.0pt'>The Port of <b>Vestmark</b> handled more goods in this quarter.<o:p></o:p></span></p>\n";
    let html = paragraph.repeat(megabytes * 1_000_000 / paragraph.len());
    let begun = Instant::now();
    let pasted = paste_html(&html);
    let took = begun.elapsed();
    println!("paste of {megabytes} MB, {} paragraphs: {took:?}", pasted.body.0.len());
    assert!(cfg!(debug_assertions) || took.as_secs_f64() < 5.0, "{took:?}");
}

fn long_text() {
    let megabytes = if cfg!(debug_assertions) { 1 } else { 10 };
    let paragraph =
        "The Port of Vestmark handled more goods in this quarter than in any before.\n\n";
    let text = paragraph.repeat(megabytes * 1_000_000 / paragraph.len());
    let begun = Instant::now();
    read("long.txt", text.as_bytes(), words::today()).unwrap();
    let took = begun.elapsed();
    println!("text of {megabytes} MB: {took:?}");
    assert!(cfg!(debug_assertions) || took.as_secs_f64() < 5.0, "{took:?}");
}
