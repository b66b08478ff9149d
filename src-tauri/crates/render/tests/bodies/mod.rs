//! Bodies of every shape, for what must hold of any.

use dateline_model::{Align, Block, Body, Cell, Figure, Inline, Marks, Table};
use proptest::collection::vec;
use proptest::prelude::*;

/// A body with everything that the model can hold, nested as deep as an editor nests.
pub(crate) fn body() -> impl Strategy<Value = Body> {
    vec(block(), 0..6).prop_map(Body)
}

/// Whether a line holds a single word behind its markers, with the dash that goes with it.
pub(crate) fn is_one_word(line: &str) -> bool {
    let is_marker = |word: &&str| {
        word.len() <= 6 && word.chars().all(|c| c.is_ascii_digit() || "-.[]".contains(c))
    };
    line.trim_end_matches(" —").split_whitespace().skip_while(is_marker).count() <= 1
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]([a-zA-Zéß’0-9]{0,12}[a-z0-9])?",
        1 => "[a-z]{60,90}",
        1 => "[ا-غ]{2,9}",
        1 => "[Ж-я]{2,12}",
        1 => "[あ-ん漢字]{1,30}",
        1 => "x[<>&\"]{1,3}y",
        1 => "https://[a-z]{3,8}\\.example/[a-z]{0,80}",
        1 => "e\u{301}[\u{300}-\u{304}]{0,3}",
    ]
}

/// Words with a space behind each, so that what stands next to them is not one word with them.
fn words() -> impl Strategy<Value = String> {
    vec(word(), 1..12).prop_map(|words| words.join(" ") + " ")
}

fn inline() -> impl Strategy<Value = Inline> {
    let link = prop_oneof![
        4 => Just(None),
        1 => Just(Some("https://vestmark.example/a?b=1&c=2".to_owned())),
        1 => Just(Some("mailto:press@vestmark.example".to_owned())),
        1 => Just(Some("javascript:alert(1)".to_owned())),
        1 => "[ -~]{0,12}".prop_map(Some),
    ];
    prop_oneof![
        8 => (words(), link, any::<[bool; 4]>()).prop_map(|(text, link, [a, b, c, d])| {
            let marks = Marks {
                link, emphasis: a, strong: b, subscript: c, superscript: d, ..Marks::default()
            };
            Inline::Text { text, marks }
        }),
        1 => Just(Inline::Break),
        1 => Just(Inline::Unknown(node("footnote"))),
    ]
}

fn node(name: &str) -> dateline_model::Node {
    dateline_model::Node { name: name.into(), ..dateline_model::Node::default() }
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    vec(inline(), 0..5)
}

fn paragraph() -> impl Strategy<Value = Block> {
    line().prop_map(Block::Paragraph)
}

fn nested() -> impl Strategy<Value = Block> {
    paragraph().prop_recursive(4, 12, 3, |inner| {
        let items = vec(vec(inner, 0..3), 0..3);
        prop_oneof![
            items.clone().prop_map(Block::BulletList),
            (0_u32..1200, items).prop_map(|(start, items)| Block::OrderedList { start, items }),
        ]
    })
}

fn cell() -> impl Strategy<Value = Cell> {
    let align = prop_oneof![
        Just(None),
        Just(Some(Align::Start)),
        Just(Some(Align::Center)),
        Just(Some(Align::End))
    ];
    (any::<bool>(), 0_u32..4, 0_u32..4, align, vec(paragraph(), 0..3)).prop_map(
        |(header, colspan, rowspan, align, content)| Cell {
            header,
            colspan,
            rowspan,
            align,
            content,
        },
    )
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => paragraph(),
        1 => (2_u8..=4, line()).prop_map(|(level, content)| Block::Heading { level, content }),
        2 => nested(),
        1 => (words(), words(), vec(paragraph(), 0..3)).prop_map(|(speaker, position, content)| {
            Block::Quotation { speaker, position, content }
        }),
        2 => (words(), vec(vec(cell(), 0..4), 0..4))
            .prop_map(|(caption, rows)| Block::Table(Table { caption, rows })),
        1 => (prop_oneof![Just("harbour"), Just("lost")], words(), words(), words()).prop_map(
            |(image, alt, caption, credit)| {
                Block::Figure(Figure { image: image.into(), alt, caption, credit })
            },
        ),
        1 => Just(Block::Divider),
        1 => words().prop_map(|text| {
            let text = dateline_model::Node { text: Some(text), ..node("text") };
            Block::Unknown(dateline_model::Node { content: vec![text], ..node("poll") })
        }),
    ]
}
