//! Abbreviations that are explained in two ways.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, de, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "abbreviation-twice",
    family: Family::Names,
    severity: Severity::Warning,
    what: "An abbreviation that is explained in two different ways.",
    why: "One of the two names is wrong.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "The Vestmark Harbour Authority (VHA) met. Later the ⟦Vestmark Harbour Association⟧ (VHA) wrote.",
        ),
        de(
            "Das Vestmarker Hafenamt (VHA) tagte. Später schrieb das ⟦Vestmarker Handelsamt⟧ (VHA).",
        ),
    ],
    passes: &[en(
        "The Vestmark Harbour Authority (VHA) met. The Vestmark Harbour Authority (VHA) wrote.",
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for (word, uses) in super::abbreviation_unexplained::uses(copy) {
        let Some(((shown, _, first), later)) = uses.explained.split_first() else { continue };
        for (block, _, long) in later {
            if plain(block, long) != plain(shown, first) {
                notes
                    .at(
                        block,
                        block.span(long.clone()),
                        say!(
                            "Before, “{word}” is explained as “{meaning}”.",
                            word,
                            meaning = shown.words(first.clone())
                        ),
                    )
                    .fix(shown.words(first.clone()))
                    .see(shown, shown.span(first.clone()));
            }
        }
    }
}

/// The long form without its endings, so that cases and plurals are equal.
fn plain(block: &Block, long: &std::ops::Range<usize>) -> Vec<String> {
    let words = long.clone().filter(|at| {
        block.tokens[*at].is_wordlike()
            && !block.tokens[*at].sense.is(crate::lexicon::Class::Function)
    });
    let stems = |at: usize| {
        let word = block.lower(at);
        let letters = word.chars().count();
        word.chars().take(letters.saturating_sub(2).max(4)).collect()
    };
    words.map(stems).collect()
}
