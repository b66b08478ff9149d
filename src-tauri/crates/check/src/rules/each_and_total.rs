//! A total that is not so many times what each gets.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Figure,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "each-and-total",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A total that disagrees with what each gets, or a half that is none: 16 beds each, a total of 36.",
    why: "Somebody changed one of the numbers and did not multiply again.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("It awarded $3,000 each to 20 seniors, ⟦a total of $50,000⟧."),
        en(
            "These wards have 16 beds each, ⟦a total of 36⟧ beds. The season has 24 concerts, ⟦half of them, 14⟧, free.",
        ),
        fr("Elle verse 3 000 euros chacun à 20 élèves, ⟦soit un total de 50 000⟧ euros."),
        de("Die 20 Schüler erhalten je 300 Euro, ⟦insgesamt 5000⟧ Euro."),
        es("Los 20 alumnos reciben 300 euros cada uno, ⟦un total de 5000⟧ euros."),
        ru("Каждый из 20 школьников получит по 300 рублей, ⟦всего 5000⟧ рублей."),
    ],
    passes: &[
        en(
            "It awarded $3,000 each to 20 seniors, a total of $60,000. These wards have 16 beds each, a total of 32 beds.",
        ),
        en(
            "The season has 24 concerts, half of them, 12, free. There are 16 beds each on three floors of two wards, a total of 96 beds.",
        ),
        en(
            "It has a total of 36 beds and 5 wards. Each of the 5 wards is new; a total of 7 nurses came.",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, total) in block.figures.iter().enumerate() {
        let Some(sentence) = block.sentence_of(total.tokens.start) else { continue };
        let before = &block.figures[at.saturating_sub(MOST_FACTORS)..at];
        let outside = before.partition_point(|figure| figure.tokens.start < sentence.start);
        let before = &before[outside..];
        let product = match before {
            [.., whole] if let Some(first) = half(block, total) => Some((first, whole.value / 2.0)),
            [] => None,
            _ => whole_of(block, total).and_then(|first| {
                let from = first.saturating_sub(CLAUSE).max(sentence.start);
                let each = (from..first).any(|at| is_each(block, at));
                each.then(|| times(before, total.value)).flatten().map(|product| (first, product))
            }),
        };
        let Some((first, product)) = product else { continue };
        if total.percent.is_none() && (product - total.value).abs() > product * 0.01 {
            let span = block.span(first..total.tokens.end);
            notes.at(block, span, say!("By the figures before it is {product}.", product));
        }
    }
}

/// How many tokens before its total "each" may stand.
const CLAUSE: usize = 80;

/// Two factors make a total; with more figures, nobody can tell which they are.
const MOST_FACTORS: usize = 3;

/// What two factors come to, or, where only one is told, the multiple of it that is nearest.
fn times(before: &[Figure], total: f64) -> Option<f64> {
    match before {
        [one, other] => Some(one.value * other.value),
        [each] if each.value > 1.0 => Some((total / each.value).floor().max(1.0) * each.value),
        _ => None,
    }
}

/// "Each" by itself: "each of the wards" counts nothing.
fn is_each(block: &Block, at: usize) -> bool {
    let alone = !matches!(block.word(at + 2), "of" | "des" | "der");
    alone
        && matches!(
            block.lower(at),
            "each"
                | "apiece"
                | "chacun"
                | "chacune"
                | "je"
                | "jeweils"
                | "cada"
                | "каждый"
                | "каждая"
                | "каждому"
                | "по"
        )
}

/// Where the words begin that make a figure a total: "a total of", "insgesamt".
fn whole_of(block: &Block, total: &Figure) -> Option<usize> {
    let start = block.figure_start(total);
    let phrases = [
        "a total of",
        "making a total of",
        "soit un total de",
        "un total de",
        "soit au total",
        "insgesamt",
        "zusammen",
        "en total",
        "всего",
        "итого",
    ];
    phrases.iter().find_map(|phrase| {
        let words = phrase.split(' ').count();
        let first = start.checked_sub(words * 2)?;
        (block.phrase_at(first, phrase)? == start - 1).then_some(first)
    })
}

/// Where the words begin that make a figure a half: "half of them, 14".
fn half(block: &Block, figure: &Figure) -> Option<usize> {
    let comma = figure.tokens.start.checked_sub(2).filter(|at| block.is_mark(*at, ','))?;
    let phrases = [
        "half of them",
        "half of these",
        "la moitié",
        "la moitié d’entre eux",
        "die Hälfte",
        "la mitad",
        "половина",
    ];
    phrases.iter().find_map(|phrase| {
        let words = phrase.split(' ').count();
        let first = (comma + 1).checked_sub(words * 2)?;
        (block.words(first..comma) == *phrase).then_some(first)
    })
}
