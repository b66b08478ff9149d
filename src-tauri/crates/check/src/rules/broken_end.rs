//! Sentences that break off before their last word.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "broken-end",
    family: Family::Sentences,
    severity: Severity::Error,
    what: "A sentence that ends with a word that needs another after it: “… was held at the.”",
    why: "No sentence ends with an article or with “of”: what followed was lost.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The delegation was headed ⟦by.⟧ It left."),
        en("The drill was held at ⟦the.⟧ Ships came."),
        en("It was opened by the head of the port ⟦and.⟧"),
        fr("L’exercice a eu lieu dans ⟦le.⟧"),
        fr("La compagnie publiera ses résultats annuels le 12 mars ⟦à⟧"),
        en("The minister was received by the head of ⟦the⟧"),
        de("Die Übung fand statt im Hafen ⟦der.⟧"),
        es("El ejercicio se hizo en el puerto ⟦de.⟧"),
        ru("Учения прошли были ⟦на.⟧"),
        ru("Порт открыт. Учения запланированы ⟦на⟧"),
        ru("Остальное внесут спонсоры, среди ⟦которых⟧"),
    ],
    passes: &[
        en("What is it made for? Vitamin A. He told them who they came with."),
        de(
            "Die Schleuse lässt auch große Schiffe durch. Er macht das Licht aus. Das sieht gut aus.",
        ),
        ru("Это И. О. директора."),
        en("“It was held at the.” He stopped."),
        en(
            "The two ports agree:\n(a) to share their pilots and their tugs from 2027;\n(b) to set up a joint rescue centre in Vestmark by then; and\n(c) to report each year.",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for sentence in &block.sentences {
        let Some(mark) = sentence.clone().rev().find(|at| block.is_mark(*at, '.')) else {
            cut_off(block, sentence.clone(), notes);
            continue;
        };
        let Some(word) = mark.checked_sub(1).map(|at| &block.tokens[at]) else { continue };
        let dangling =
            word.kind == Kind::Word && word.shape == Shape::Lower && word.sense.is(Class::Dangling);
        // "was headed by." names nobody.
        let passive = mark >= 5
            && block.word(mark - 1) == "by"
            && block.word(mark - 3).ends_with("ed")
            && ["was", "were", "is", "are", "been", "be"].contains(&block.word(mark - 5));
        let dangling = dangling || passive;
        let several = sentence.len() > 4 && !word.sense.is(Class::Dotted);
        let last_mark = sentence.end <= mark + 2 && !block.is_mark(mark.saturating_sub(2), '.');
        if dangling && several && last_mark {
            let message = say!(
                "A sentence cannot end with “{word}”: words are missing.",
                word = block.word(mark - 1)
            );
            notes.at(block, block.span(mark - 1..mark + 1), message);
        }
    }
}

/// Shorter lines may be a heading, or the first half of one.
const CUT_WORDS: usize = 8;

/// The same of what cannot be a heading.
const CUT_RUNNING: usize = 3;

/// A paragraph that was cut behind such a word, without a full stop.
fn cut_off(block: &Block, sentence: std::ops::Range<usize>, notes: &mut Notes) {
    let last = sentence.end.checked_sub(1).filter(|_| sentence.end == block.tokens.len());
    let Some(last) = last else { return };
    let word = &block.tokens[last];
    let dangling = word.kind == Kind::Word
        && word.shape == Shape::Lower
        && word.sense.is(Class::Dangling)
        && !word.sense.is(Class::Dotted);
    // "…; and" stands before the last point of a list.
    let listed = last >= 2 && block.is_mark(last - 2, ';');
    // Behind a whole sentence, or with a comma in it, a line is no heading.
    let running = sentence.start > 0 || sentence.clone().any(|at| block.is_mark(at, ','));
    let least = if running { CUT_RUNNING } else { CUT_WORDS };
    if dangling && !listed && block.is_prose() && block.count_words(sentence) >= least {
        let said = block.word(last);
        let message = say!("A sentence cannot end with “{word}”: words are missing.", word = said);
        notes.at(block, word.range(), message);
    }
}
