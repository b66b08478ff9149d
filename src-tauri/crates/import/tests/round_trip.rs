//! What goes out as HTML or Markdown comes back as it was: any body, as far as the format carries it,
//! and a whole release with its slots.

#![allow(clippy::unwrap_used)]

mod words;

use chrono::{DateTime, NaiveDate};
use dateline_import::{Draft, read};
use dateline_model::{
    Align, Block, Body, Boilerplate, Cell, Contact, Content, Embargo, Figure, Inline, Kind, Marks,
    Office, Release, Stage, Table,
};
use dateline_render::{Marking, Picture, Pictures, Related, Sheet, TextForm, html, markdown, text};
use proptest::{collection::vec, prelude::*};

/// A picture of one pixel.
const PIXEL: &[u8] = include_bytes!("pixel.png");

fn release(content: Content) -> Release {
    Release {
        id: 1,
        revision: 1,
        reference: Some("2026/041".into()),
        section: "Port news".into(),
        tags: vec!["drill, night".into(), "harbour".into()],
        stage: Stage::Released,
        trashed: false,
        approval: None,
        withdrawal: None,
        release_at: None,
        created: DateTime::UNIX_EPOCH,
        modified: DateTime::UNIX_EPOCH,
        content,
    }
}

/// The pictures that a body's figures show: each is the one pixel.
fn pictures(body: &Body) -> Pictures {
    let picture =
        Picture { media_type: "image/png".into(), width: 1, height: 1, bytes: PIXEL.to_vec() };
    body.images().into_iter().map(|hash| (hash.to_owned(), picture.clone())).collect()
}

fn sheet<R>(content: &Content, marking: &Marking, write: impl Fn(&Sheet) -> R) -> R {
    let office = Office { name: "Port of Vestmark".into(), ..Office::default() };
    let release = release(content.clone());
    let pictures = pictures(&content.body);
    write(&Sheet {
        release: &release,
        office: &office,
        marking,
        pictures: &pictures,
        related: &Related::default(),
    })
}

fn back(name: &str, exported: &str) -> Draft {
    read(name, exported.as_bytes(), words::today()).unwrap().remove(0)
}

fn through_markdown(content: &Content) -> Draft {
    back("a.md", &sheet(content, &Marking::default(), markdown))
}

fn through_html(content: &Content) -> Draft {
    back("a.html", &sheet(content, &Marking::default(), html))
}

/// A release with something in every slot.
fn whole() -> Content {
    let bold = |text: &str| Inline::Text {
        text: text.into(),
        marks: Marks { strong: true, ..Marks::default() },
    };
    let cell = |text: &str, header| Cell {
        header,
        content: vec![Block::paragraph(text)],
        ..Cell::default()
    };
    Content {
        kind: Kind::Report,
        language: "en-GB".parse().unwrap(),
        headline: "“Clean Harbour” begins: forty vessels take part".into(),
        subhead: "It is the largest drill so far".into(),
        place: "Vestmark".into(),
        date: NaiveDate::from_ymd_opt(2026, 3, 2),
        body: Body(vec![
            Block::Paragraph(vec![
                bold("Forty vessels"),
                Inline::unmarked(" take part.").remove(0),
            ]),
            Block::Heading { level: 2, content: Inline::unmarked("In order") },
            Block::OrderedList {
                start: 3,
                items: vec![
                    vec![
                        Block::paragraph("collision"),
                        Block::BulletList(vec![vec![Block::paragraph("off Nordhavn")]]),
                    ],
                    vec![Block::paragraph("recovery")],
                ],
            },
            Block::Quotation {
                speaker: "Anna Berg".into(),
                position: "Harbour Master, Port of Vestmark".into(),
                content: vec![Block::paragraph("We are ready.")],
            },
            Block::Table(Table {
                caption: "The days".into(),
                rows: vec![
                    vec![cell("Day", true), cell("Part", true)],
                    vec![cell("Monday", false), cell("Collision", false)],
                ],
            }),
            Block::Figure(Figure {
                image: image_hash(),
                alt: "A tug".into(),
                caption: "The tug Saga.".into(),
                credit: "K. Moe".into(),
            }),
            Block::Divider,
            Block::paragraph("Ferries run as usual."),
        ]),
        notes: Body(vec![
            Block::paragraph("Held since 2012."),
            Block::paragraph("Pictures are free."),
        ]),
        boilerplates: vec![Boilerplate {
            title: "About the Port of Vestmark".into(),
            text: "A port.\n\nIt belongs to the town.".into(),
            ..Boilerplate::default()
        }],
        contacts: vec![Contact {
            name: "Jon Lie".into(),
            role: "Press desk".into(),
            phone: "+47 5550 0100".into(),
            email: "press@vestmark.example".into(),
            ..Contact::default()
        }],
        embargo: None,
        correction: None,
    }
}

fn image_hash() -> String {
    dateline_import::picture("pixel.png", PIXEL).unwrap().hash
}

#[test]
fn markdown_brings_a_whole_release_back() {
    let content = Content {
        embargo: Some(Embargo::parse("2026-03-02 00:01 Europe/Oslo", chrono_tz::Tz::UTC).unwrap()),
        correction: Some(dateline_model::Correction {
            of: None,
            reference: "2026/040".into(),
            what: "Corrects the number of vessels.".into(),
        }),
        kind: Kind::Correction,
        ..whole()
    };
    let draft = through_markdown(&content);
    assert_eq!(draft.content, content, "{}", words::page(&draft));
    assert_eq!(draft.reference.as_deref(), Some("2026/041"));
    assert_eq!(draft.section.as_deref(), Some("Port news"));
    assert_eq!(draft.tags, ["drill, night", "harbour"]);
    assert_eq!(draft.stage, Some(Stage::Released));
    assert_eq!(draft.images.len(), 1);
    assert_eq!(draft.notes, [""; 0]);
}

#[test]
fn the_marks_of_a_draft_do_not_come_back_as_text() {
    let content = whole();
    let marking = Marking { draft: true, embargo: None };
    let draft = back("a.md", &sheet(&content, &marking, markdown));
    assert_eq!(draft.content.body, content.body);
    assert_eq!(draft.notes.len(), 1, "{:?}", draft.notes);
}

#[test]
fn a_page_brings_a_whole_release_back() {
    let content = whole();
    let draft = through_html(&content);
    assert_eq!(draft.content.body, content.body, "{}", words::page(&draft));
    assert_eq!(draft.content.headline, content.headline);
    assert_eq!(draft.content.subhead, content.subhead);
    assert_eq!(draft.content.place, content.place);
    assert_eq!(draft.content.date, content.date);
    assert_eq!(draft.content.notes, content.notes);
    assert_eq!(draft.content.boilerplates, content.boilerplates);
    assert_eq!(draft.content.contacts, content.contacts);
}

#[test]
fn every_language_s_own_headings_are_recognised_in_a_plain_text() {
    for tag in ["en", "fr", "de", "es", "it", "pt", "ru", "ar", "ja", "zh"] {
        let content = Content { language: tag.parse().unwrap(), ..whole() };
        let plain = sheet(&content, &Marking::default(), |sheet| text(sheet, &TextForm::default()));
        let draft = back("a.txt", &plain);
        let read = &draft.content;
        assert_eq!(read.headline, content.headline, "{tag}\n{plain}\n{}", words::page(&draft));
        assert_eq!(read.date, content.date, "{tag}\n{plain}\n{}", words::page(&draft));
        assert_eq!(read.notes.0.len(), 2, "{tag}\n{plain}\n{}", words::page(&draft));
        assert_eq!(read.contacts[0].email, "press@vestmark.example", "{tag}\n{plain}");
        assert_eq!(read.boilerplates.len(), 1, "{tag}\n{plain}\n{}", words::page(&draft));
    }
}

fn text_of_words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]([a-zA-Zéß’0-9]{0,12}[a-z0-9])?",
        1 => "[Ж-я]{2,12}",
        1 => "x[<>&\"*_`\\[\\]#|~]{1,3}y",
        1 => "[-+*#>|1.]{1,3}",
    ];
    vec(word, 1..8).prop_map(|words| words.join(" "))
}

fn inline() -> impl Strategy<Value = Inline> {
    let link = prop_oneof![
        4 => Just(None),
        1 => Just(Some("https://vestmark.example/a?b=1&c=(2)".to_owned())),
        1 => Just(Some("mailto:press@vestmark.example".to_owned())),
    ];
    prop_oneof![
        8 => (text_of_words(), link, any::<[bool; 4]>()).prop_map(|(text, link, marks)| {
            let [emphasis, strong, subscript, superscript] = marks;
            let superscript = superscript && !subscript;
            let marks =
                Marks { link, emphasis, strong, subscript, superscript, ..Marks::default() };
            Inline::Text { text, marks }
        }),
        1 => Just(Inline::Break),
    ]
}

fn paragraph() -> impl Strategy<Value = Block> {
    vec(inline(), 1..5).prop_map(Block::Paragraph)
}

fn list() -> impl Strategy<Value = Block> {
    paragraph().prop_recursive(3, 10, 3, |inner| {
        let item = (paragraph(), vec(inner, 0..2));
        (vec(item, 1..3), proptest::option::of(0_u32..900)).prop_map(|(items, start)| {
            let items =
                items.into_iter().map(|(first, rest)| [vec![first], rest].concat()).collect();
            match start {
                Some(start) => Block::OrderedList { start, items },
                None => Block::BulletList(items),
            }
        })
    })
}

fn cell() -> impl Strategy<Value = Cell> {
    let align = prop_oneof![Just(None), Just(Some(Align::Center)), Just(Some(Align::End))];
    (any::<bool>(), 1_u32..3, align, vec(paragraph(), 1..3)).prop_map(
        |(header, colspan, align, content)| Cell { header, colspan, rowspan: 1, align, content },
    )
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => paragraph(),
        1 => (2_u8..=4, text_of_words())
            .prop_map(|(level, text)| Block::Heading { level, content: Inline::unmarked(&text) }),
        2 => list(),
        1 => ("[A-Z][a-z]{1,9}", "[A-Z][a-z]{1,9}", vec(paragraph(), 1..3)).prop_map(
            |(speaker, position, content)| Block::Quotation { speaker, position, content }
        ),
        2 => (text_of_words(), vec(vec(cell(), 2..4), 2..4))
            .prop_map(|(caption, rows)| Block::Table(Table { caption, rows })),
        1 => (text_of_words(), text_of_words()).prop_map(|(alt, caption)| {
            Block::Figure(Figure { image: image_hash(), alt, caption, credit: String::new() })
        }),
        1 => Just(Block::Divider),
    ]
}

fn content(body: Vec<Block>) -> Content {
    let first = vec![Block::paragraph("The first line of a text is a sentence.")];
    Content { body: Body([first, body].concat()), ..whole() }
}

fn same_words(before: &Body, after: &Body) -> Result<(), TestCaseError> {
    let words = |body: &Body| -> String {
        body.plain_text().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    prop_assert_eq!(words(before), words(after));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The first way may set spaces right; from then on nothing changes any more.
    #[test]
    fn any_body_survives_markdown(body in vec(block(), 0..5)) {
        let content = content(body);
        let once = through_markdown(&content).content;
        same_words(&content.body, &once.body)?;
        let twice = through_markdown(&once).content;
        prop_assert_eq!(twice.body, once.body);
    }

    #[test]
    fn any_body_survives_html(body in vec(block(), 0..5)) {
        let content = content(body);
        let once = through_html(&content).content;
        same_words(&content.body, &once.body)?;
        let twice = through_html(&once).content;
        prop_assert_eq!(twice.body, once.body);
    }
}
