//! Filler text.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "filler",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "Filler text such as “Lorem ipsum”.",
    why: "Designers fill their pages with it; nobody reads it until it is printed.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("About us: ⟦Lorem ipsum⟧ dolor sit amet."),
        en("Berg: ⟦The quick brown fox⟧ jumps."),
    ],
    passes: &[en("The fox was quick and brown; her name is Lorena Ipsen.")],
    check: Check::Block(check),
};

const FILLERS: [&[&str]; 4] = [
    &["lorem", "ipsum"],
    &["dolor", "sit", "amet", "consectetur"],
    &["the", "quick", "brown", "fox"],
    &["sed", "do", "eiusmod"],
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for at in 0..block.tokens.len() {
        if !matches!(block.tokens[at].end - block.tokens[at].start, 3 | 5) {
            continue;
        }
        let fits = |words: &&&[&str]| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| block.word(at + 2 * n).eq_ignore_ascii_case(word))
        };
        if let Some(words) = FILLERS.iter().find(fits) {
            let end = at + 2 * words.len() - 1;
            notes.at(block, block.span(at..end), say!("This is filler text."));
        }
    }
}
