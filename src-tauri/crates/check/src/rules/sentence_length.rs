//! Sentences that are too long.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, Setting, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "sentence-length",
    family: Family::Sentences,
    severity: Severity::Advice,
    what: "A sentence of more words than the house wants.",
    why: "Guides for press offices advise 25 to 30 words a sentence. Words inside quotations are not counted: they are the speaker's.",
    concern: Concern::Style,
    settings: &[Setting { name: "words", default: 30, what: "The most words of a sentence." }],
    hits: &[en(
        "⟦The port authority of Vestmark opened the northern fairway to all ships after three years of work in which two dredgers, four barges and a crew of ninety moved more mud than anybody had ever thought possible in this bay.⟧ It is open.",
    )],
    passes: &[
        en("The port is open. Ships came."),
        en(
            "Berg said: “The port authority of Vestmark opened the northern fairway to all ships after three years of work in which two dredgers, four barges and a crew of ninety moved more mud than anybody had ever thought possible in this bay.”",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    if !block.is_prose() {
        return;
    }
    let most = with.setting("words");
    for sentence in &block.sentences {
        // Most sentences are too short for a count.
        if sentence.len() <= most {
            continue;
        }
        let own = count_own_words(block, sentence.clone());
        if own > most {
            notes.at(
                block,
                block.span(sentence.clone()),
                say!("This sentence has {own} words; {most} are enough.", own, most),
            );
        }
    }
}

/// The words outside quotations.
pub(super) fn count_own_words(block: &Block, sentence: std::ops::Range<usize>) -> usize {
    let mut own = 0;
    let mut start = sentence.start;
    for at in sentence.clone() {
        if block.tokens[at].quoted {
            own += if start < at { block.count_words(start..at) } else { 0 };
            start = at + 1;
        }
    }
    own + block.count_words(start..sentence.end)
}
