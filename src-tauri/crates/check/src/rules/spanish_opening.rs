//! Spanish questions and exclamations without their opening mark.

use dateline_model::say;

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
    what: "A Spanish question or exclamation without ¿ or ¡, or one that is never closed.",
    why: "Spanish marks both ends (Ortografía de la lengua española).",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        es("¡Ven al festival⟦.⟧ Es gratis."),
        es("Está abierto el ⟦puerto?⟧"),
        es("Por ⟦fin!⟧ El puerto abre."),
    ],
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
                            say!("The opening “{opening}” is missing.", opening),
                        );
                    }
                }
                _ => {}
            }
        }
        closing(block, sentence.clone(), notes);
    }
}

/// `¡Ven.`: what is opened is closed in its sentence.
fn closing(block: &Block, sentence: std::ops::Range<usize>, notes: &mut Notes) {
    let first = sentence.clone().find(|at| !block.tokens[*at].is_blank());
    let Some(first) = first.filter(|at| matches!(block.tokens[*at].mark(), Some('¿' | '¡')))
    else {
        return;
    };
    let (open, close) = if block.is_mark(first, '¿') { ('¿', '?') } else { ('¡', '!') };
    let closed = sentence.clone().any(|at| matches!(block.tokens[at].mark(), Some('?' | '!')));
    let ends = sentence.clone().rev().find(|at| !block.tokens[*at].is_blank());
    if let Some(end) = ends.filter(|end| !closed && block.is_mark(*end, '.')) {
        let span = block.span(end..end + 1);
        notes
            .at(block, span, say!("“{open}” is opened and never closed.", open))
            .fix(close.to_string());
    }
}
