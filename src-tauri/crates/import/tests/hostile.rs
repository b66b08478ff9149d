//! No bytes make the importers panic: any bytes at all, and the corpora with bytes changed.

#![allow(clippy::unwrap_used)]

mod words;

use std::sync::LazyLock;

use dateline_import::{PASTE_LIMIT, Refusal, jsonl, paste_html, paste_text, read};
use proptest::prelude::*;

/// Every file of the corpora.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    ["text", "html", "clipboard", "documents"].into_iter().flat_map(words::corpus).collect()
});

/// A name for each reader.
const NAMES: [&str; 8] =
    ["a.txt", "a.md", "a.html", "a.jsonl", "a.docx", "a.odt", "a", "2024-07-25-a.TXT"];

/// Words on which the readers' decisions hang, to be strung together at random.
const FRAGMENTS: [&str; 36] = [
    "ENDS",
    "###",
    "Notes to editors",
    "About us",
    "Media contact:",
    "+47 5550 0100",
    "a@b.example",
    "FOR IMMEDIATE RELEASE",
    "EMBARGOED UNTIL 00:01 BST, 25 July 2024",
    "LONDON, 25 July 2024 – ",
    "Go back",
    "\n",
    "\n\n",
    "\r",
    "\u{a0}",
    "- ",
    "1. ",
    "> ",
    "# ",
    "---\n",
    "headline: x\n",
    "Subject: y\n",
    "<table>",
    "<tr><td>",
    "</td>",
    "<ul>",
    "<li>",
    "</ul>",
    "<blockquote>",
    "<p>",
    "<b>",
    "</b>",
    "<p style='mso-list:l0 level3 lfo1'>",
    "| a | b |\n|---|---|\n",
    "é",
    "— A. Berg",
];

#[test]
fn a_paste_of_more_words_than_can_be_written_in_is_refused() {
    let paragraph = "<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>The Port of <b>Vestmark</b> handled more goods.</span></p>";
    let html = paragraph.repeat(PASTE_LIMIT / 8);
    assert!(paste_html(&html).within_limit().is_ok());
    let html = paragraph.repeat(5_000_000 / paragraph.len());
    let refused = paste_html(&html).within_limit().unwrap_err();
    assert!(matches!(refused, Refusal::TooLong { words, .. } if words > 300_000), "{refused}");
}

#[test]
fn five_megabytes_of_markup_around_a_short_text_are_that_text() {
    let html =
        format!("<p>Before</p>{}<p>After</p>", "<span style='color:red'></span>".repeat(160_000));
    let pasted = paste_html(&html).within_limit().unwrap();
    assert_eq!(
        pasted.body.plain_text().split_whitespace().collect::<Vec<_>>(),
        ["Before", "After"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in 0..NAMES.len()) {
        let _ = read(NAMES[name], &bytes, words::today());
        jsonl(bytes.as_slice(), "a", words::today()).for_each(drop);
    }

    #[test]
    fn any_text(parts in proptest::collection::vec(0..FRAGMENTS.len(), 0..40), name in 0..NAMES.len()) {
        let text: String = parts.iter().map(|&part| FRAGMENTS[part]).collect();
        let _ = read(NAMES[name], text.as_bytes(), words::today());
        let pasted = paste_html(&text);
        // What is read is what the model allows: nothing in it stays unknown.
        let json = serde_json::to_string(&pasted.body).unwrap();
        prop_assert_eq!(serde_json::from_str::<dateline_model::Body>(&json).unwrap(), pasted.body);
        paste_text(&text);
    }

    #[test]
    fn damaged_files(
        file in 0..FILES.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<Option<prop::sample::Index>>(),
    ) {
        let (name, bytes) = &FILES[file];
        let mut bytes = bytes.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read(name, &bytes, words::today());
    }
}
