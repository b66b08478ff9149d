//! Spanish questions and exclamations without their opening mark.

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, es},
};

pub(crate) static RULE: Rule = Rule {
    id: "spanish-opening",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "A Spanish question or exclamation without ¿ or ¡.",
    why: "Spanish marks both ends (Ortografía de la lengua española).",
    concern: Concern::Fact,
    settings: &[],
    hits: &[es("Está abierto el ⟦puerto?⟧"), es("Por ⟦fin!⟧ El puerto abre.")],
    passes: &[
        es("¿Está abierto el puerto? Ya, ¡por fin! El puerto abre (?)."),
        en("Is it open? Yes!"),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "es" {
        return;
    }
    for sentence in &block.sentences {
        let mut opened = false;
        for at in sentence.clone() {
            match block.tokens[at].kind {
                Kind::Mark('¿' | '¡') => opened = true,
                Kind::Mark(mark @ ('?' | '!')) => {
                    let after_word = at > 0 && block.tokens[at - 1].kind == Kind::Word;
                    if !opened && after_word {
                        let opening = if mark == '?' { '¿' } else { '¡' };
                        notes.at(
                            block,
                            block.span(at - 1..at + 1),
                            format!("The opening “{opening}” is missing."),
                        );
                    }
                }
                _ => {}
            }
        }
    }
}
