//! One sum in another currency than all the others.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    reading::{Figure, Kind},
    rule::{Check, Concern, Family, Rule, With, de, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "currency-changes",
    family: Family::Figures,
    severity: Severity::Advice,
    what: "One sum in another currency than the other sums of the release, where it is no conversion.",
    why: "A sign from the wrong key, or a sum from another text; it may also be meant, and so it is advice.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("It costs £11.5 million, of which the county pays ⟦€8⟧ million."),
        fr("Il est vendu 129 euros.\nLe rappel coûtera ⟦900 000 dollars⟧."),
        de("Der Eintritt kostet acht Euro, ermäßigt ⟦5 Dollar⟧."),
    ],
    passes: &[
        en(
            "It costs £11.5 million (€13 million), or about $14 million, of which the county pays £8 million.",
        ),
        en("It costs £11, €12 and €13; £14 more was lost. It is $5."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut sums: Vec<(&Block, &Figure, &str, usize)> = Vec::new();
    for block in copy
        .blocks
        .iter()
        .filter(|block| matches!(block.slot, Slot::Headline | Slot::Subhead | Slot::Body))
    {
        for figure in &block.figures {
            if let Some((currency, end)) = currency(block, figure) {
                if is_conversion(block, figure) {
                    return;
                }
                sums.push((block, figure, currency, end));
            }
        }
    }
    let mut kinds: Vec<&str> = sums.iter().map(|(.., currency, _)| *currency).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let [one, other] = kinds[..] else { return };
    let count = |kind: &str| sums.iter().filter(|(.., currency, _)| *currency == kind).count();
    let rare = match (count(one), count(other)) {
        (1, 1) => sums[1].2,
        (1, _) => one,
        (_, 1) => other,
        _ => return,
    };
    let Some((block, figure, _, end)) = sums.iter().find(|(.., kind, _)| *kind == rare) else {
        return;
    };
    let span = block.span(block.figure_start(figure)..*end);
    notes.at(block, span, say!("The other sums of this release are in another currency."));
}

/// The currency of a sum, and the token behind its sign or word.
fn currency(block: &Block, figure: &Figure) -> Option<(&'static str, usize)> {
    if let Some(sign) = block.currency_before(figure.tokens.start) {
        let kind = match sign {
            '£' => "pound",
            '€' => "euro",
            _ => "dollar",
        };
        return Some((kind, figure.tokens.end));
    }
    // "900 000 dollars", "5 Millionen Euro", "9 millions d’euros", "12 €".
    let mut at = figure.tokens.end;
    for _ in 0..4 {
        let spaced = block.tokens.get(at).is_some_and(|token| token.kind == Kind::Space);
        at += usize::from(spaced);
        match block.tokens.get(at)?.kind {
            Kind::Mark('€') => return Some(("euro", at + 1)),
            Kind::Mark('₽') => return Some(("rouble", at + 1)),
            Kind::Mark('’' | '\'') => {}
            Kind::Word => {
                let word = block.lower(at);
                let known = [
                    ("euro", "euro"),
                    ("евро", "euro"),
                    ("dollar", "dollar"),
                    ("dólar", "dollar"),
                    ("доллар", "dollar"),
                    ("pounds", "pound"),
                    ("рубл", "rouble"),
                    ("frank", "franc"),
                    ("francs", "franc"),
                    ("kron", "krone"),
                    ("pesos", "peso"),
                ];
                if let Some((_, kind)) = known.iter().find(|(stem, _)| word.starts_with(stem)) {
                    return Some((kind, at + 1));
                }
                let scale = ["mill", "mio", "mrd", "billion", "млн", "млрд", "тыс", "d", "de"];
                if !scale.iter().any(|stem| word.starts_with(stem)) {
                    return None;
                }
            }
            _ => return None,
        }
        at += 1;
    }
    None
}

/// Whether a sum stands in a bracket or behind "or", and so says another once more.
fn is_conversion(block: &Block, figure: &Figure) -> bool {
    let before = (0..figure.tokens.start).rev().filter(|at| {
        let token = &block.tokens[*at];
        !token.is_blank() && !matches!(token.mark(), Some('£' | '€' | '$'))
    });
    before.take(2).any(|at| {
        block.is_mark(at, '(')
            || matches!(block.word(at), "or" | "soit" | "oder" | "или" | "equivalent" | "roughly")
    })
}
