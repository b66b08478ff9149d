//! Dots that are too many for an ellipsis.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "ellipsis",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "Four dots or more in a row.",
    why: "An ellipsis has three; more are a slipped finger or a form to be filled in.",
    concern: Concern::Style,
    settings: &[],
    hits: &[en("The port will open⟦.....⟧ soon."), ru("Порт откроется⟦....⟧ скоро.")],
    passes: &[
        en("The port will open... soon. It will… At last..."),
        en("“It will..... open,” he said."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let mut at = 0;
    while at < block.tokens.len() {
        let first = at;
        while block.is_mark(at, '.') || at > first && block.is_mark(at, '…') {
            at += 1;
        }
        if at - first >= 4 {
            let note = notes.at(block, block.span(first..at), say!("An ellipsis has three dots."));
            note.fix("…");
            // A full stop and an ellipsis make four, by American custom.
            if at - first == 4 {
                note.weigh(Severity::Advice);
            }
        }
        at = at.max(first + 1);
    }
}
