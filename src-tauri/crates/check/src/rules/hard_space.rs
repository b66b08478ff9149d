//! Non-breaking spaces where nothing must be kept together.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "hard-space",
    family: Family::Typography,
    severity: Severity::Advice,
    what: "A non-breaking space between two plain words.",
    why: "It came with a paste and breaks lines in odd places. Where it belongs (numbers and units, initials, French marks, short Russian words) it stays.",
    concern: Concern::Style,
    settings: &[],
    hits: &[en("The northern⟦\u{a0}⟧fairway is open."), ru("Северный⟦\u{a0}⟧фарватер открыт.")],
    passes: &[
        en("At 5\u{a0}km, Mr\u{a0}Berg and J.\u{a0}Smith saw a\u{a0}ship."),
        fr("«\u{a0}Enfin\u{a0}!\u{a0}» dit-il\u{202f}: 5\u{a0}%."),
        ru("В\u{a0}порту\u{a0}— тихо."),
    ],
    check: Check::Block(check),
};

/// Shorter words may be kept with their neighbour on purpose.
const PLAIN: usize = 4;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        if token.kind != Kind::Space || !matches!(block.word(at), "\u{a0}" | "\u{202f}") || at == 0
        {
            continue;
        }
        let plain = |at: usize| {
            block
                .tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Word && token.sense.is_plain())
                && block.word(at).chars().count() >= PLAIN
        };
        let small = block.after(at).is_some_and(|next| next.shape == Shape::Lower);
        if plain(at - 1) && plain(at + 1) && small {
            notes
                .at(block, token.range(), say!("Nothing here must be kept together."))
                .fix_called(say!("Replace by an ordinary space"), " ");
        }
    }
}
