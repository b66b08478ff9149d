//! Links that say nothing, or lead nowhere.

use dateline_model::{Block as Node, Inline, say};

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "links",
    family: Family::Anatomy,
    severity: Severity::Warning,
    what: "A link without an address, or one whose words say nothing: “here”; “click here” anywhere.",
    why: "Screen readers read links by their words alone (WCAG 2.4.4), and on paper “here” is nowhere.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("For the plan ⟦click here⟧."),
        fr("Pour en savoir plus, ⟦cliquez ici⟧."),
        en("The full statement is ⟦available here⟧."),
        release(
            r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"For the plan "},{"type":"text","text":"click here","marks":[{"type":"link","attrs":{"href":"https://vestmark.example"}}]}]}]}}"#,
        ),
    ],
    passes: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"See the "},{"type":"text","text":"plan of the fairway","marks":[{"type":"link","attrs":{"href":"https://vestmark.example"}}]}]}]}}"#,
    )],
    check: Check::Release(check),
};

const EMPTY_WORDS: &[&str] =
    &["here", "link", "this link", "read more", "more", "ici", "hier", "aquí", "здесь", "тут"];

/// What is marked even where the link itself got lost.
const CLICK_HERE: &[&str] = &[
    "click here",
    "cliquez ici",
    "hier klicken",
    "klicken sie hier",
    "haga clic aquí",
    "нажмите здесь",
    "нажмите сюда",
];

/// What was a link when these words end their sentence.
const HERE: &[&str] = &[
    "available here",
    "found here",
    "see here",
    "read more here",
    "register here",
    "apply here",
    "download here",
    "downloaded here",
    "disponible ici",
    "plus d'informations ici",
    "informations ici",
    "información aquí",
    "informationen hier",
    "information here",
    "details here",
    "inscription ici",
    "disponible aquí",
    "finden sie hier",
    "доступен здесь",
    "доступна здесь",
];

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for block in &copy.blocks {
        click_here(block, notes);
    }
    let Some(content) = copy.content else { return };
    let mut number = 0;
    for node in &content.body.0 {
        walk(copy, node, &mut number, notes);
    }
}

fn click_here(block: &Block, notes: &mut Notes) {
    let mut marked = 0;
    for here in (0..block.tokens.len()).filter(|at| is_here(block, *at)) {
        let from = here.saturating_sub(BEFORE_HERE).max(marked);
        let Some((at, end, phrase)) = (from..=here).find_map(|at| pointing(block, at, here)) else {
            continue;
        };
        let message =
            say!("“{phrase}” does not say where this leads, least of all on paper.", phrase);
        notes.at(block, block.span(at..end), message);
        marked = end;
    }
}

/// The word that all of these phrases have.
fn is_here(block: &Block, at: usize) -> bool {
    let here = ["here", "ici", "hier", "aquí", "здесь", "сюда"];
    block.tokens[at].kind == Kind::Word && here.contains(&block.lower(at))
}

/// How many tokens stand before that word in the longest of these phrases.
const BEFORE_HERE: usize = 4;

/// The phrase that begins at a token and holds this "here": its first token, the token behind it,
/// and its words.
fn pointing(block: &Block, at: usize, here: usize) -> Option<(usize, usize, &'static str)> {
    let ends = |end: usize| block.tokens.get(end).is_none_or(|next| next.mark() == Some('.'));
    let lost = HERE.iter().map(|phrase| (*phrase, true));
    CLICK_HERE.iter().map(|phrase| (*phrase, false)).chain(lost).find_map(|(phrase, last)| {
        let end = block.phrase_at(at, phrase)?;
        (end > here && (!last || ends(end))).then_some((at, end, phrase))
    })
}

/// Visits the lines of a block in the order of their passages.
fn walk(copy: &Copy, node: &Node, number: &mut usize, notes: &mut Notes) {
    match node {
        Node::Paragraph(line) | Node::Heading { content: line, .. } => {
            if let Some(block) = copy.body_block(*number) {
                links(block, line, notes);
            }
            *number += 1;
        }
        Node::BulletList(items) | Node::OrderedList { items, .. } => {
            items.iter().flatten().for_each(|node| walk(copy, node, number, notes));
        }
        Node::Quotation { content, .. } => {
            content.iter().for_each(|node| walk(copy, node, number, notes))
        }
        Node::Table(table) => {
            table
                .rows
                .iter()
                .flatten()
                .flat_map(|cell| &cell.content)
                .for_each(|node| walk(copy, node, number, notes));
        }
        other => *number += other.passage_count(),
    }
}

fn links(block: &Block, line: &[Inline], notes: &mut Notes) {
    let mut start = 0;
    let mut at = 0;
    while at < line.len() {
        let end = start + width(&line[at]);
        if let Inline::Text { marks, .. } = &line[at]
            && let Some(href) = &marks.link
        {
            // A link goes on over runs that are marked otherwise.
            let mut last = end;
            while let Some(Inline::Text { marks, text }) = line.get(at + 1)
                && marks.link.as_ref() == Some(href)
            {
                last += text.len();
                at += 1;
            }
            let words = block.text()[start..last].trim().trim_end_matches('.').to_lowercase();
            if href.trim().is_empty() || href.trim() == "#" {
                notes
                    .at(block, start..last, say!("This link has no address."))
                    .weigh(Severity::Error);
            } else if EMPTY_WORDS.contains(&words.as_str()) {
                notes.at(
                    block,
                    start..last,
                    say!("“{words}” does not say where this link leads.", words),
                );
            }
            start = last;
        } else {
            start = end;
        }
        at += 1;
    }
}

fn width(inline: &Inline) -> usize {
    match inline {
        Inline::Text { text, .. } => text.len(),
        Inline::Break => 1,
        Inline::Unknown(_) => '\u{fffc}'.len_utf8(),
    }
}
