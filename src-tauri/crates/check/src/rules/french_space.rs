//! The spaces that French sets before : ; ! ? and inside « ».

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "french-space",
    family: Family::Typography,
    severity: Severity::Advice,
    what: "A French text without the space before : ; ! ? or inside « ».",
    why: "French typography sets a non-breaking space there (Imprimerie nationale). Swiss and Canadian French do not before ; ! ?.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        fr("Le port est ⟦ouvert:⟧ enfin, il l’⟦est!⟧"),
        fr("L’exercice ⟦«Eau⟧ ⟦claire»⟧ a commencé."),
    ],
    passes: &[
        fr("Le port est ouvert : « Enfin ! » À 10:30, voir https://vestmark.example."),
        en("The port is open: at last!"),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "fr" {
        return;
    }
    let abroad = matches!(block.language().tag(), "fr-CH" | "fr-CA");
    for (at, token) in block.tokens.iter().enumerate() {
        let Kind::Mark(mark) = token.kind else { continue };
        let word_before = block.before(at).is_some_and(|before| before.kind == Kind::Word);
        let word_after = block.after(at).is_some_and(|after| after.kind == Kind::Word);
        let ends = block.after(at).is_none_or(|next| next.is_blank() || next.mark() == Some('»'));
        match mark {
            ':' if word_before && ends => space_before(block, at, notes),
            ';' | '!' | '?' if word_before && ends && !abroad => space_before(block, at, notes),
            '»' if word_before && !word_after => space_before(block, at, notes),
            '«' if word_after => {
                let right = format!("«\u{a0}{}", block.word(at + 1));
                notes
                    .at(block, block.span(at..at + 2), say!("French sets a space after “«”."))
                    .fix(right);
            }
            _ => {}
        }
    }
}

fn space_before(block: &Block, at: usize, notes: &mut Notes) {
    let (word, mark) = (block.word(at - 1), block.word(at));
    notes
        .at(block, block.span(at - 1..at + 1), say!("French sets a space before “{mark}”.", mark))
        .fix(format!("{word}\u{a0}{mark}"));
}
