//! Pictures without the words that belong to them.

use dateline_model::{Block as Node, Sentence, Slot, say};

use crate::{
    Severity,
    copy::Copy,
    notes::{Note, Notes},
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "figure-words",
    family: Family::Anatomy,
    severity: Severity::Warning,
    what: "A picture without alternative text, caption or credit.",
    why: "Without alternative text a blind reader gets nothing (WCAG 1.1.1); without caption and credit no newsroom prints the picture.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"figure","attrs":{"image":"a","alt":"","caption":"The fairway.","credit":"Port"}}]}}"#,
    )],
    passes: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"figure","attrs":{"image":"a","alt":"A ship","caption":"The fairway.","credit":"Port"}}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    let mut number = 0;
    for node in &content.body.0 {
        if let Node::Figure(figure) = node {
            let words = [
                (&figure.alt, say!("alternative text")),
                (&figure.caption, say!("caption")),
                (&figure.credit, say!("credit")),
            ];
            let missing = words.into_iter().filter(|(text, _)| text.trim().is_empty());
            let missing = missing
                .map(|(_, name)| name)
                .reduce(|missing, name| say!("{missing} and no {name}", missing, name));
            if let Some(missing) = missing {
                on_figure(copy, number, say!("This picture has no {missing}.", missing), notes);
            }
        }
        number += node.passage_count();
    }
}

/// A note on a figure's caption, or on the body where the caption is empty.
fn on_figure<'n>(
    copy: &Copy,
    number: usize,
    message: Sentence,
    notes: &'n mut Notes,
) -> &'n mut Note {
    match copy.body().find(|block| block.number == Some(number)) {
        Some(block) => notes.at(block, 0..block.text().len(), message),
        None => notes.on_passage(Slot::Body, number, message),
    }
}
