//! Two spaces where one belongs.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "double-space",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "Two or more spaces in a row.",
    why: "They tear holes into justified lines. After a full stop two are a typist's custom, and advice only.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The port⟦  ⟧is open."),
        en("The port is open.⟦  ⟧Ships came."),
        fr("Le port⟦  ⟧est ouvert."),
        ru("Порт⟦  ⟧открыт."),
    ],
    passes: &[en("The port is open. Ships came."), fr("Le port est ouvert : « Enfin ! »")],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        let double = token.kind == Kind::Space && block.word(at).chars().nth(1).is_some();
        let inside = at > 0 && block.after(at).is_some_and(|next| next.kind != Kind::Break);
        if !double || !inside || block.tokens[at - 1].kind == Kind::Break {
            continue;
        }
        let note = notes.at(block, token.range(), say!("One space is enough."));
        note.fix_called(say!("Replace by one space"), " ");
        if matches!(block.tokens[at - 1].mark(), Some('.' | '!' | '?' | ':')) {
            note.weigh(Severity::Advice);
        }
    }
}
