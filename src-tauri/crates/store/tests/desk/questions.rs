//! Any question is answered, and answered as reading every release would answer it.

use dateline_model::{Content, Kind, Stage};
use dateline_store::{NewRelease, Order, Question};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::common::{Room, dated, names};

const WORDS: [&str; 6] = ["port", "harbour", "harvest", "open", "opening", "sea"];
const TAGS: [&str; 2] = ["rescue", "winter traffic"];

/// What a question asks for, by itself and as text.
#[derive(Clone, Debug)]
enum Part {
    Word(String),
    Beginning(String),
    Phrase(String, String),
    Tag(&'static str),
    Speech,
    Before(u32),
    Not(Box<Part>),
}

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Beginning(word) => format!("{word}*"),
            Self::Phrase(a, b) => format!("\"{a} {b}\""),
            Self::Tag(tag) => format!("tag:\"{tag}\""),
            Self::Speech => "kind:statement".into(),
            Self::Before(day) => format!("before:2026-01-{day:02}"),
            Self::Not(part) => format!("-{}", part.text()),
        }
    }

    fn fits(&self, release: &NewRelease) -> bool {
        let all = release.content.headline.clone() + " | " + &release.content.body.plain_text();
        let words: Vec<_> = all.split(' ').collect();
        match self {
            Self::Word(word) => words.contains(&word.as_str()),
            Self::Beginning(start) => words.iter().any(|word| word.starts_with(start)),
            Self::Phrase(a, b) => words.windows(2).any(|pair| pair == [a, b]),
            Self::Tag(tag) => release.tags.iter().any(|t| t == tag),
            Self::Speech => release.content.kind == Kind::Statement,
            Self::Before(day) => {
                release.content.date < Some(format!("2026-01-{day:02}").parse().unwrap())
            }
            Self::Not(part) => !part.fits(release),
        }
    }
}

fn part() -> impl Strategy<Value = Part> {
    let word = || prop::sample::select(&WORDS[..]).prop_map(str::to_owned);
    let positive = prop_oneof![
        3 => word().prop_map(Part::Word),
        2 => (word(), 2..8_usize).prop_map(|(word, n)| Part::Beginning(word.chars().take(n).collect())),
        2 => (word(), word()).prop_map(|(a, b)| Part::Phrase(a, b)),
        1 => prop::sample::select(&TAGS[..]).prop_map(Part::Tag),
        1 => Just(Part::Speech),
        1 => (2..28_u32).prop_map(Part::Before),
    ];
    (positive, prop::bool::weighted(0.2)).prop_map(|(part, not)| match part {
        // A word that must not be there is taken as typed to its end.
        Part::Beginning(_) => part,
        part if not => Part::Not(Box::new(part)),
        part => part,
    })
}

fn releases(seed: u64) -> Vec<NewRelease> {
    let mut state = seed;
    let mut draw = move |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    (0..120)
        .map(|_| {
            let mut words = |count: usize| {
                let words: Vec<_> = (0..count).map(|_| WORDS[draw(WORDS.len())]).collect();
                words.join(" ")
            };
            let (headline, text) = (words(2), words(5));
            let day = 1 + draw(28);
            NewRelease {
                content: Content {
                    kind: if draw(3) == 0 { Kind::Statement } else { Kind::News },
                    ..dated(&headline, &format!("2026-01-{day:02}"), &text)
                },
                tags: names(&TAGS[..draw(3)]),
                stage: Stage::Released,
                ..NewRelease::default()
            }
        })
        .collect()
}

/// Cases that failed are written into the tests, not beside them.
fn runner() -> TestRunner {
    TestRunner::new(Config { failure_persistence: None, ..Config::default() })
}

#[test]
fn the_index_answers_as_a_reader_would() {
    let room = Room::new();
    let new = releases(7);
    let ids = room.desk.create_releases(new.clone(), "Ada", room.now).unwrap();
    let strategy = prop::collection::vec(part(), 1..4);
    runner()
        .run(&strategy, |parts| {
            let text: Vec<_> = parts.iter().map(Part::text).collect();
            let mut expected: Vec<_> = ids
                .iter()
                .zip(&new)
                .filter(|(_, release)| parts.iter().all(|part| part.fits(release)))
                .map(|(id, release)| (release.content.date, *id))
                .collect();
            expected.sort_unstable();
            expected.reverse();
            let expected: Vec<_> = expected.into_iter().map(|(_, id)| id).collect();
            let question =
                Question { text: text.join(" ") + " ", limit: 1000, ..Question::default() };
            let page = room.list(question.clone());
            let found: Vec<_> = page.rows.iter().map(|row| row.id).collect();
            prop_assert_eq!(&found, &expected, "{}", question.text);
            prop_assert_eq!(page.total as usize, expected.len());
            let best = room.list(Question { order: Order::Best, ..question });
            let mut found: Vec<_> = best.rows.iter().map(|row| row.id).collect();
            found.sort_unstable();
            let mut expected = expected;
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
            Ok(())
        })
        .unwrap();
}

#[test]
fn anything_typed_is_answered() {
    let room = Room::new();
    room.desk.create_releases(releases(3), "Ada", room.now).unwrap();
    let pieces = "(-|\"|“|\\*|:|tag:|section:|stage:|before:|after:|kind:|language:|embargoed:|NOT |AND |OR |NEAR\\(|\\)|\\^|\\{|\\+|'|\u{0}|\u{E000}|é|東| |port|2026|yes|draft){0,16}";
    let strategy = (prop_oneof![pieces, "\\PC{0,40}", any::<String>()], any::<bool>());
    runner()
        .run(&strategy, |(text, best)| {
            let order = if best { Order::Best } else { Order::Newest };
            let page = room.desk.list(&Question { text, order, ..Question::default() }, room.now);
            for row in page.map_err(|e| TestCaseError::fail(e.to_string()))?.rows {
                let length = row.snippet.unwrap_or_default().chars().count() as u32;
                prop_assert!(row.marks.iter().all(|(from, to)| from < to && *to <= length));
            }
            Ok(())
        })
        .unwrap();
}
