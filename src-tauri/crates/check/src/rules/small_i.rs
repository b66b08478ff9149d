//! The English "I" written small.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "small-i",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "The pronoun “I” written small.",
    why: "English writes it as a capital everywhere.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[en("“When ⟦i⟧ came, the port was shut,” he said.")],
    passes: &[en("(i) the port; i) the tug; i.e. both. Section i. I came."), de("Punkt i und j.")],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    let space = |at: usize| block.tokens.get(at).is_some_and(|token| token.kind == Kind::Space);
    for at in 1..block.tokens.len() {
        let token = &block.tokens[at];
        let alone =
            token.kind == Kind::Word && token.shape == Shape::Lower && block.word(at) == "i";
        // A verb after it shows that it is the pronoun and no number.
        let verb = block
            .tokens
            .get(at + 2)
            .is_some_and(|next| next.kind == Kind::Word && next.shape == Shape::Lower);
        if alone && space(at - 1) && space(at + 1) && verb {
            notes.at(block, token.range(), say!("The pronoun is a capital.")).fix("I");
        }
    }
}
