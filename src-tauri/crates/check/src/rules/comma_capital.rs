//! A comma where a sentence ends.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "comma-capital",
    family: Family::Sentences,
    severity: Severity::Warning,
    what: "A capital after a comma, where a sentence begins: “It cost 12 million, Nobody was hurt.”",
    why: "A full stop was meant, or two sentences were joined in haste.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The exercise cost 12 million euros⟦, Nobody⟧ was hurt."),
        en("The centre is open⟦, It⟧ employs 24 people."),
    ],
    passes: &[
        en("In the end, I left; Paris, The Hague and The Netherlands came, as did A Day in May."),
        en("He said, “It is open.” Dear Ms Berg, We write to you."),
        en("Open House, The Quays, In Focus and On Air are on show, This Week says."),
    ],
    check: Check::Block(check),
};

/// Words that have a capital at the beginning of a sentence only.
const SMALL: [&str; 14] = [
    "It",
    "He",
    "She",
    "They",
    "We",
    "There",
    "Nobody",
    "This",
    "These",
    "Those",
    "That",
    "But",
    "However",
    "Nevertheless",
];

/// Before shorter clauses the comma may end a salutation or a heading.
const LEAST_WORDS: usize = 4;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" || !block.is_prose() {
        return;
    }
    for sentence in &block.sentences {
        for at in sentence.clone().skip(1) {
            let comma = block.is_mark(at, ',');
            let space = block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space);
            if !comma || !space || !SMALL.contains(&block.word(at + 2)) {
                continue;
            }
            let goes_on = block
                .tokens
                .get(at + 4)
                .is_some_and(|next| next.kind == Kind::Word && next.shape == Shape::Lower);
            if goes_on && block.count_words(sentence.start..at) >= LEAST_WORDS {
                let word = block.word(at + 2);
                notes
                    .at(block, block.span(at..at + 3), say!("A sentence begins behind this comma."))
                    .fix(format!(". {word}"))
                    .fix(format!(", {}", word.to_lowercase()));
            }
        }
    }
}
