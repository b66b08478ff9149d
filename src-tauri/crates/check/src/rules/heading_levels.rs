//! Headings that skip a level.

use dateline_model::{Block as Node, say};

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "heading-levels",
    family: Family::Anatomy,
    severity: Severity::Warning,
    what: "A heading that skips a level.",
    why: "Screen readers read the levels as an outline (WCAG technique G141); the headline is level 1, so the first heading is level 2.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Berths"}]}]}}"#,
    )],
    passes: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Berths"}]},{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"North"}]},{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Crews"}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    let (mut number, mut above) = (0, 1);
    for node in &content.body.0 {
        if let Node::Heading { level, .. } = node {
            if *level > above + 1
                && let Some(block) = copy.body().find(|block| block.number == Some(number))
            {
                notes.at(
                    block,
                    0..block.text().len(),
                    say!("A heading of level {level} follows one of level {above}.", level, above),
                );
            }
            above = *level;
        }
        number += node.passage_count();
    }
}
