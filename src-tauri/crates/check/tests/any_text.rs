//! No text is too strange: a check never panics, and what it says stands where it says.

use dateline_check::{Checker, HouseStyle, NoArchive, check_text};
use dateline_model::{Block, Body, Content, Language};
use proptest::prelude::*;

/// Pieces of which strange texts are made: everything that some rule looks at.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "“",
        "”",
        "\"",
        "«",
        "»",
        "„",
        "‘",
        "’",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{{",
        "}}",
        "-",
        "–",
        "--",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        "…",
        "...",
        " ",
        "\u{a0}",
        "\n",
        "\u{200b}",
        "\u{301}",
        "\u{fffd}",
        "â€œ",
        "Ã©",
        "&amp;",
        "=E2=80=99",
        "<b>",
        "**",
        "20`8",
        "2O19",
        "31 June",
        "25:30",
        "July 25, 2024",
        "12 to 15 March",
        "from",
        "to",
        "2020–2018",
        "Monday",
        "today",
        "tomorrow",
        "5 km",
        "5km",
        "100 %",
        "per cent",
        "1,000",
        "1.000,5",
        "three",
        "and",
        "the",
        "Anna Berg",
        "Anne Berg",
        "Colonel",
        "Major",
        "Water-2018",
        "(CSTO)",
        "CSTO",
        "+44 20 7946 0000",
        "+ 996",
        "press@vestmark",
        "@",
        "http:/x",
        "www,",
        "TK",
        "XXX",
        "[AMOUNT]",
        "lorem ipsum",
        "Go back",
        "said",
        "порт",
        "января",
        "ß",
        "İ",
        "ǅ",
        "👩‍🚀",
        "𝔘",
        "e\u{301}",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zA-Z0-9 ]{0,12}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn language() -> impl Strategy<Value = Language> {
    proptest::sample::select(vec!["en-GB", "en-US", "fr", "de", "es", "ru", "ar", "ja", "it"])
        .prop_map(|tag| tag.parse().expect("these are language tags"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_stand_where_they_say(text in text(), language in language(), dated in any::<bool>()) {
        let date = if dated { "2024-07-25".parse().ok() } else { None };
        let content = Content {
            headline: text.clone(),
            language: language.clone(),
            date,
            body: Body(vec![Block::paragraph(&text), Block::Heading { level: 3, content: Vec::new() }, Block::paragraph(&text)]),
            notes: Body(vec![Block::paragraph(&text)]),
            ..Content::default()
        };
        let mut checker = Checker::new(HouseStyle::default());
        let passages = content.body.passages();
        let found = checker.check(&content, &NoArchive);
        for finding in &found {
            prop_assert!(finding.start <= finding.end);
            if let (dateline_model::Slot::Body, Some(block)) = (finding.slot, finding.block) {
                let words: String = passages[block].text.chars().skip(finding.start).take(finding.end - finding.start).collect();
                prop_assert_eq!(&words, &finding.excerpt);
            }
        }
        // What is remembered says the same as what is read anew.
        prop_assert_eq!(found, checker.check(&content, &NoArchive));
        check_text(&text, &language, date);
    }
}
