//! No text is too strange: a check never panics, and what it says stands where it says.

use std::time::Duration;

use cpu_time::ThreadTime;
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
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{0}",
        "\u{e000}",
        "\u{10ffff}",
        "\u{1f1eb}\u{1f1f7}",
        "نهاية",
        "שלום",
        "漢字",
        "ﬁ",
        "½",
        "٣",
        "Ⅷ",
        "it's",
        "Its'",
        "there is three",
        "a apple",
        "was",
        "will",
        "has",
        "between 2024 and 2021",
        "85 0000",
        "[Comment A:",
        "\t",
        "\r",
        "\u{2028}",
        "\u{85}",
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

/// What some rule looks around for: each over and over again, as one paragraph and as many.
const OVER_AND_OVER: &[&str] = &[
    "(",
    "“",
    "\"",
    "'",
    "‘",
    "[",
    "{{",
    "<",
    "«",
    "1",
    "1 ",
    "1,",
    "12:30 ",
    "a.b.",
    "e.g. ",
    "A. ",
    "today ",
    "today, 3 May 2024 ",
    "3 May 2024 to ",
    "from 2024 to 2023 ",
    "Monday, 3 May ",
    "Anna Berg ",
    "Mr Berg ",
    "Yury Petrov, Yuri Petrov ",
    "Water-2018 ",
    "(CSTO) ",
    "CSTO ",
    "they was ",
    "they was. ",
    "The ports has. ",
    "there is three ports ",
    "will has ",
    "had went ",
    "a apple ",
    "more better then the ",
    "it's ",
    "its' ",
    "three ports: ",
    "three ports (A, ",
    "12 per cent, ",
    "£412,000 £421,000 ",
    "+44 20 ",
    "+ ",
    "8 (",
    "tel. 0 ",
    "@",
    "a@",
    "http:/",
    "www.",
    "-",
    "–",
    ". ",
    ".. ",
    "x\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{fffd}",
    "â€œ",
    "=E2",
    "&amp;",
    "said ",
    "“a,” said Berg. ",
    "that that ",
    "I i ",
    "soll im März 2020 ",
    "seid ",
    "будет к 2003 ",
    "в течении ",
    "à dit ",
    "a explicado ",
    "¿",
    "? ",
    "XXX ",
    "[A ",
    "\n",
    "x\n",
    "1\n",
    "* x\n",
    "three ports:\n",
    "Read more\n",
    "From: a\n",
    "Collective Rapid Forces ",
    "“a” ",
    "each a total of 5 ",
    "a total of 5 ",
    "5 feet (2 m) ",
    "from 5 to 6, a cut of 7 per cent ",
    "5 ships, of which 2 and 4 ",
    "Embargo 12:30 ",
    "Anna 4 Anne 4 ",
    "Exercise Blue Sea Blue Seas ",
    "020 7946 01 ",
    "(24 020 7946 01 ",
    "5O 555 ",
    "“We are open today” said ",
    ". Because it is. ",
    "one of the ships were ",
    "Mr Berk ",
];

#[test]
fn no_text_takes_more_than_linear_time() {
    let mut checker = Checker::new(HouseStyle::default());
    let mut timed = |piece: &str, bytes: usize| {
        let text = piece.repeat(bytes / piece.len());
        let content = Content {
            date: "2024-07-25".parse().ok(),
            body: Body(text.lines().map(Block::paragraph).collect()),
            ..Content::default()
        };
        let started = ThreadTime::now();
        checker.check(&content, &NoArchive);
        started.elapsed()
    };
    let mut slow = Vec::new();
    for piece in OVER_AND_OVER {
        // Eight times the text; twenty times the time leaves room for a cold cache, and none for a
        // square, which takes sixty-four. What seems slow gets a second chance.
        let is_slow =
            |short: Duration, long: Duration| long > short * 20 + Duration::from_millis(60);
        let (mut short, mut long) = (timed(piece, 2_000), timed(piece, 16_000));
        if is_slow(short, long) {
            (short, long) = (timed(piece, 2_001 + piece.len()), timed(piece, 16_001 + piece.len()));
        }
        if is_slow(short, long) {
            slow.push(format!("{piece:?}: {short:?} for 2 kB, {long:?} for 16 kB"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
