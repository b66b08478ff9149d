//! What programs put on the clipboard, as they really write it, and what a paste makes of it.

#![allow(clippy::unwrap_used)]

mod words;

use dateline_import::{paste_html, paste_text, read};
use dateline_model::Body;

#[test]
fn every_source_reads_as_its_snapshot_says() {
    for (name, bytes) in words::corpus("clipboard") {
        let html = String::from_utf8(bytes).unwrap();
        let pasted = paste_html(&html);
        let mut page = String::new();
        words::write_blocks(&pasted.body.0, 0, &mut page);
        page.push_str("--- footnotes\n");
        words::write_blocks(&pasted.footnotes.0, 0, &mut page);
        page.push_str("--- noted\n");
        page.push_str(&words::lines(&pasted.notes));
        insta::assert_snapshot!(name.as_str(), page);
    }
}

#[test]
fn every_visible_word_is_pasted_or_told() {
    for (name, bytes) in words::corpus("clipboard") {
        let html = String::from_utf8(bytes).unwrap();
        let pasted = paste_html(&html);
        let mut kept = words::all_text(&pasted.body);
        kept.push_str(&words::all_text(&pasted.footnotes));
        kept.push_str(&words::lines(&pasted.notes));
        words::assert_words(&words::visible(&html), &kept, &name);
    }
}

/// A file gives what a paste gives: what is not the text's goes to its slots, the rest is the same.
#[test]
fn a_file_of_the_same_html_has_the_same_words() {
    for (name, bytes) in words::corpus("clipboard") {
        let pasted = paste_html(&String::from_utf8(bytes.clone()).unwrap());
        let draft = read(&name, &bytes, words::today()).unwrap().remove(0);
        let mut kept = draft.content.plain_text();
        kept.push_str(&words::all_text(&draft.content.body));
        kept.push_str(&words::lines(&draft.notes));
        words::assert_words(&words::all_text(&pasted.body), &kept, &name);
    }
}

#[test]
fn plain_text_is_pasted_as_paragraphs_and_lists() {
    let pasted = paste_text("One\r\n\r\n- two\r\n- three\r\n");
    assert_eq!(pasted.body.plain_text(), "One\ntwo\nthree");
    assert_eq!(pasted.body.0.len(), 2);
    assert_eq!(paste_text("  \n").body, Body::default());
}
