//! Notes that the text refers to and that are not there.

use dateline_model::say;

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "footnote",
    family: Family::Anatomy,
    severity: Severity::Error,
    what: "A reference such as [3] or “see note 3” to a note that is not there.",
    why: "A footnote referred to but absent stands on the wire services' own list.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The fairway is open [1], as is the quay [2]."}]}]},"notes":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Since Monday."}]}]}}"#,
    )],
    passes: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The fairway is open [1] (see note 1)."}]}]},"notes":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Since Monday."}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    let there = content.notes.0.len();
    for block in copy.body() {
        for at in 1..block.tokens.len() {
            if block.tokens[at].kind != Kind::Number {
                continue;
            }
            let Ok(number) = block.word(at).parse::<usize>() else { continue };
            let bracketed = block.is_mark(at - 1, '[') && block.is_mark(at + 1, ']');
            let named = at >= 4
                && matches!(block.lower(at - 2), "note" | "footnote")
                && matches!(block.lower(at - 4), "see" | "voir");
            // Years and large numbers in brackets are the writer's own insertions.
            if (bracketed || named) && number > there && number < 100 {
                let span =
                    if bracketed { block.span(at - 1..at + 2) } else { block.span(at - 2..at + 1) };
                let message = match there {
                    0 => say!("There is no note {number}: the release has no notes.", number),
                    _ => say!("There is no note {number}: the release has {there}.", number, there),
                };
                notes.at(block, span, message);
            }
        }
    }
}
