//! Plain text as offices keep it: what becomes of it, and that not a word is lost on the way.

#![allow(clippy::unwrap_used)]

mod words;

use std::path::Path;

use dateline_import::{Draft, read};

fn only(name: &str, bytes: &[u8]) -> Draft {
    let mut drafts = read(name, bytes, words::today()).unwrap();
    assert_eq!(drafts.len(), 1, "{name} is one release");
    drafts.remove(0)
}

/// The text of a corpus file, whose encoding its name tells.
fn source(name: &str, bytes: &[u8]) -> String {
    let encoding = match name {
        name if name.contains("windows-1251") => encoding_rs::WINDOWS_1251,
        name if name.contains("windows-1252") => encoding_rs::WINDOWS_1252,
        name if name.contains("utf-16") => encoding_rs::UTF_16LE,
        _ => encoding_rs::UTF_8,
    };
    encoding.decode(bytes).0.into_owned()
}

#[test]
fn every_file_reads_as_its_snapshot_says_and_keeps_every_word() {
    for (name, bytes) in words::corpus("text") {
        let draft = only(&name, &bytes);
        words::assert_kept(&source(&name, &bytes), &draft, &name);
        insta::assert_snapshot!(name.as_str(), words::page(&draft));
    }
}

/// Real releases lie beside the repository on some machines; they are not ours to commit.
#[test]
fn real_releases_keep_every_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    if !folder.is_dir() {
        eprintln!("left out: {} is not there", folder.display());
        return;
    }
    for (name, bytes) in words::files(&folder) {
        let draft = only(&name, &bytes);
        words::assert_kept(&source(&name, &bytes), &draft, &name);
        let damaged = source(&name, &bytes).contains("20`8");
        assert_eq!(draft.content.body.plain_text().contains("20`8"), damaged, "{name}");
        if name.contains("exercise") {
            assert!(draft.content.headline.ends_with("CSTO “Interaction-2018”"));
            assert_eq!(draft.content.contacts[0].phone, "+ 996-312-88-31-48");
            assert!(
                draft.notes.iter().any(|note| note.to_string().contains("“Back to the all news”"))
            );
        } else {
            assert_eq!(draft.content.headline, "", "{name} begins with a sentence");
        }
    }
}
