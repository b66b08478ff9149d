//! A change in per cent that its two figures contradict.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Figure,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "rate-of-change",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A change in per cent that disagrees with its two figures: from 20 to 12, a cut of 60 per cent.",
    why: "The rate is worked out once and copied, and the figures are mended later; readers have calculators.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The price falls from £20 to £12, a cut of ⟦60 per cent⟧."),
        fr("Le tarif passe de 20 à 12 euros, une baisse de ⟦60 %⟧."),
        de("Der Preis sinkt von 20 auf 12 Euro, ein Minus von ⟦60 Prozent⟧."),
        es("Rebajará el bono de 20 a 12 euros al mes, un descuento del ⟦60 %⟧."),
        ru("Цена снизится с 20 до 12 рублей, то есть на ⟦60 процентов⟧."),
    ],
    passes: &[
        en(
            "The price falls from £20 to £12, a cut of 40 per cent. It rose from 20 to 30, half of it in 10 per cent of the shops.",
        ),
        en("It runs from 10 to 12 for 20 per cent of the crews, and moved 5 per cent from 8 to 9."),
        fr("Le tarif passe de 20 à 12 euros, une baisse de 40 %."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    // Two figures and the rate: with more, nobody can tell what belongs together.
    for three in block.figures.windows(3) {
        let [from, to, rate] = three else { continue };
        let Some(end) = rate.percent.filter(|end| block.word(end + 1) != "of") else { continue };
        let same = block.sentence_of(from.tokens.start) == block.sentence_of(rate.tokens.start);
        if !same || !is_from(block, from) || !is_to(block, from, to) || !is_change(block, to, rate)
        {
            continue;
        }
        let change = (to.value - from.value).abs() / from.value * 100.0;
        if from.value > 0.0 && (change - rate.value).abs() > 1.0 + rate.value * 0.08 {
            let change = change.round();
            let span = block.span(rate.tokens.start..end);
            notes.at(
                block,
                span,
                say!("Those two figures make a change of {change} per cent.", change),
            );
        }
    }
}

/// The token of the word before a figure and its currency's sign.
fn word_before(block: &Block, figure: &Figure) -> Option<usize> {
    block.figure_start(figure).checked_sub(2)
}

fn is_from(block: &Block, figure: &Figure) -> bool {
    let word = word_before(block, figure).map(|at| block.word(at)).unwrap_or_default();
    figure.percent.is_none() && matches!(word, "from" | "de" | "von" | "с")
}

fn is_to(block: &Block, from: &Figure, to: &Figure) -> bool {
    let Some(at) = word_before(block, to).filter(|_| to.percent.is_none()) else { return false };
    let near = at < from.tokens.end + 8;
    near && matches!(block.word(at), "to" | "à" | "auf" | "a" | "до")
}

/// Whether the rate is told as a change: "a cut of", "une baisse de", "ein Minus von", "на".
fn is_change(block: &Block, to: &Figure, rate: &Figure) -> bool {
    const CHANGES: [&str; 44] = [
        "cut",
        "fall",
        "drop",
        "rise",
        "increase",
        "decrease",
        "reduction",
        "discount",
        "growth",
        "gain",
        "up",
        "down",
        "by",
        "saving",
        "loss",
        "jump",
        "decline",
        "baisse",
        "hausse",
        "augmentation",
        "réduction",
        "recul",
        "remise",
        "rabais",
        "minus",
        "plus",
        "um",
        "rückgang",
        "anstieg",
        "zuwachs",
        "senkung",
        "rabatt",
        "descuento",
        "rebaja",
        "subida",
        "bajada",
        "aumento",
        "descenso",
        "reducción",
        "на",
        "рост",
        "снижение",
        "падение",
        "скидка",
    ];
    let from = to.tokens.end.max(rate.tokens.start.saturating_sub(10));
    (from..rate.tokens.start).any(|at| CHANGES.contains(&block.lower(at)))
}
