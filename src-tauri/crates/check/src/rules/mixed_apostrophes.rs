//! Straight and curly apostrophes in one release.

use dateline_model::say;

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "mixed-apostrophes",
    family: Family::Typography,
    severity: Severity::Advice,
    what: "Apostrophes of another kind than most of the release's: straight among curly, or the reverse.",
    why: "They show where text was pasted together.",
    concern: Concern::Style,
    settings: &[],
    hits: &[en("It’s the port’s way, and the ⟦crew's⟧ too."), fr("L’eau ⟦d'⟧ici.")],
    passes: &[en("It's the port's way."), en("It’s the port’s way, “the crew's too,” he said.")],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let count =
        |mark| copy.blocks.iter().map(|block| apostrophes(block, mark).count()).sum::<usize>();
    let (straight, curly) = (count('\''), count('’'));
    if straight == 0 || curly == 0 {
        return;
    }
    let (own, other) = if straight > curly { ('\'', '’') } else { ('’', '\'') };
    for block in &copy.blocks {
        for span in apostrophes(block, other) {
            let right = block.text()[span.clone()].replace(other, &own.to_string());
            let message = match own {
                '\'' => say!("Other apostrophes here are straight."),
                _ => say!("Other apostrophes here are curly."),
            };
            notes.at(block, span, message).fix(right);
        }
    }
}

/// The words with such an apostrophe inside; of an elision the word before it.
fn apostrophes(block: &crate::copy::Block, mark: char) -> impl Iterator<Item = crate::rule::Span> {
    block.tokens.iter().enumerate().filter_map(move |(at, token)| match token.kind {
        Kind::Word if token.end - token.start > 2 && block.word(at).contains(mark) => {
            Some(token.range())
        }
        Kind::Mark(c) if c == mark => {
            let elided = matches!(block.primary(), "fr" | "it")
                && block.before(at).is_some_and(|before| before.kind == Kind::Word)
                && block.after(at).is_some_and(|after| after.kind == Kind::Word);
            elided.then(|| block.span(at - 1..at + 1))
        }
        _ => None,
    })
}
