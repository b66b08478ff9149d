//! Patterns that the house style forbids or replaces.

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "pattern",
    family: Family::Names,
    severity: Severity::Warning,
    what: "Words that fit a pattern of the house style, such as an imported Vale rule.",
    why: "The office's own decision; regular expressions run in linear time on any text.",
    concern: Concern::Style,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    with.sheet.patterns(block, &mut |span, pattern, replacement| {
        let words = &block.text()[span.clone()];
        let note = notes.at(block, span.clone(), pattern.says(words, replacement.as_deref()));
        if let Some(replacement) = replacement {
            note.fix(replacement);
        }
        if let Some(severity) = pattern.severity {
            note.weigh(severity);
        }
    });
}
