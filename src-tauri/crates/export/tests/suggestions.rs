//! Neither a suggestion nor a comment can reach an output, whatever the format.

#![cfg(test)]

use chrono::{DateTime, Utc};
use dateline_export::{
    ExportError, Format, HouseRules, Order, Purpose, Subject, TextForm, Theme, What, export,
    preview,
};
use dateline_model::{
    Block, Body, Bulletin, Content, EmbargoedItems, Inline, Item, ItemForm, Language, Marks,
    Office, ReleaseId, Suggestion,
};
use dateline_store::{Cause, Desk, NewRelease};
use proptest::{collection::vec, prelude::*};

fn now() -> DateTime<Utc> {
    "2026-10-14T09:00:00Z".parse().unwrap()
}

fn desk() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::create(folder.path().join("vestmark.dateline"), &Office::default()).unwrap();
    (folder, desk)
}

fn weekly(item: ReleaseId) -> Bulletin {
    Bulletin {
        id: 0,
        masthead: "Vestmark Weekly".into(),
        issue: "42".into(),
        date: None,
        language: Language::english(),
        introduction: String::new(),
        items: vec![item],
        form: ItemForm::Full,
        embargoed: EmbargoedItems::Hold,
    }
}

fn suggestion(id: &str) -> Suggestion {
    Suggestion { id: id.into(), by: "Suggesting Reader".into(), at: "2026-10-14T08:00:00Z".into() }
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let run = ("[a-z]{1,6} ?", any::<[bool; 5]>()).prop_map(
        |(text, [strong, linked, inserted, deleted, commented])| Inline::Text {
            text: if inserted { format!("SUGGESTED{text}") } else { text },
            marks: Marks {
                strong,
                link: linked.then(|| "https://vestmark.example/".to_owned()),
                insertion: inserted.then(|| suggestion("i")),
                deletion: deleted.then(|| suggestion("d")),
                comments: if commented { vec!["thread".into()] } else { Vec::new() },
                ..Marks::default()
            },
        },
    );
    vec(prop_oneof![8 => run, 1 => Just(Inline::Break)], 0..6)
}

fn block() -> impl Strategy<Value = Block> {
    let items = vec(line().prop_map(|line| -> Item { vec![Block::Paragraph(line)] }), 1..3);
    prop_oneof![
        4 => line().prop_map(Block::Paragraph),
        1 => line().prop_map(|content| Block::Heading { level: 2, content }),
        1 => items.prop_map(Block::BulletList),
        1 => line().prop_map(|line| Block::Quotation {
            speaker: "Ane Solberg".into(),
            position: String::new(),
            content: vec![Block::Paragraph(line)],
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn every_format_shows_the_settled_text_and_nothing_else(
        body in vec(block(), 1..6).prop_map(Body), notes in vec(block(), 0..2).prop_map(Body),
    ) {
        let (_folder, desk) = desk();
        let content = Content { headline: "Fairway".into(), body, notes, ..Content::default() };
        let settled = content.settled().into_owned();
        let new = NewRelease { content: settled, ..NewRelease::default() };
        let release = desk.create_release(new, "Ada", now()).unwrap();
        let bulletin = desk.put_bulletin(&weekly(release.id)).unwrap();
        let pages = || -> Vec<Vec<u8>> {
            let release = Subject::Release(release.id);
            let bulletin = Subject::Bulletin(bulletin.id);
            let theme = Theme::default();
            let page = |of, format| preview(&desk, of, format, &theme, now()).unwrap();
            let whole = Format::ALL.iter().map(|format| page(release, *format));
            let common = [Format::Html, Format::Email, Format::Eml, Format::Text];
            whole.chain(common.map(|format| page(bulletin, format))).collect()
        };
        let plain = pages();
        desk.save(release.id, release.revision, &content, Cause::Typing, "Ada", now()).unwrap();
        for (suggested, plain) in pages().iter().zip(&plain) {
            prop_assert_eq!(String::from_utf8_lossy(suggested), String::from_utf8_lossy(plain));
            let text = String::from_utf8_lossy(suggested);
            prop_assert!(!text.contains("SUGGESTED") && !text.contains("Suggesting Reader"));
        }
    }
}

#[test]
fn an_export_says_how_many_suggestions_are_open() {
    let (folder, desk) = desk();
    let line = vec![Inline::Text {
        text: "New words".into(),
        marks: Marks { insertion: Some(suggestion("i")), ..Marks::default() },
    }];
    let content = Content {
        headline: "Fairway open".into(),
        body: Body(vec![Block::paragraph("The fairway is open."), Block::Paragraph(line)]),
        ..Content::default()
    };
    let new = NewRelease { content, ..NewRelease::default() };
    let release = desk.create_release(new, "Ada", now()).unwrap();
    let order = Order {
        formats: &[Format::Text],
        theme: &Theme::default(),
        form: TextForm::default(),
        recipients: &[],
        folder: &folder.path().join("out"),
        purpose: Purpose::Final,
        overrule: None,
        replace: false,
        zones: None,
        signer: None,
        rules: HouseRules::default(),
        by: "Ada",
        now: now(),
    };
    let refused =
        export(&desk, &What::Chosen(vec![Subject::Release(release.id)]), &order).unwrap_err();
    assert!(matches!(refused, ExportError::Refused(_)));
    insta::assert_snapshot!(refused.to_string());
}
