//! Abbreviations that are never explained, or too late.

use std::collections::HashMap;

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    notes::Notes,
    reading::letters,
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "abbreviation-unexplained",
    family: Family::Names,
    severity: Severity::Advice,
    what: "An abbreviation that is not explained at its first use.",
    why: "A reader outside the house does not know it. Abbreviations that every reader knows, and those in the house style, need no explanation.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The ⟦VHA⟧ met. The VHA is old."),
        en("The ⟦VHA⟧ met.\nThe Vestmark Harbour Authority (VHA) is old."),
        fr("Le ⟦SNV⟧ se réunit."),
        ru("Совет ⟦АПВ⟧ собрался."),
    ],
    passes: &[
        en(
            "The Vestmark Harbour Authority (VHA) met the UN and the EU at 10:00 GMT. The VHA is old.",
        ),
        en(
            "The VHA (Vestmark Harbour Authority) met. FAIRWAY NOW OPEN TO ALL. The B-52 and the A380 in USD.",
        ),
        en("VESTMARK, 25 July 2024 – The port is open. Louis XIV came."),
    ],
    check: Check::Release(check),
};

/// Where an abbreviation is used first, and where it is explained first.
#[derive(Default)]
pub(super) struct Uses<'a> {
    pub(super) first: Option<(&'a Block, usize)>,
    pub(super) explained: Vec<(&'a Block, usize, std::ops::Range<usize>)>,
    pub(super) count: usize,
}

/// The abbreviations of the running text, by their letters.
pub(super) fn uses<'a>(copy: &'a Copy) -> HashMap<&'a str, Uses<'a>> {
    let mut all: HashMap<&str, Uses> = HashMap::new();
    let read = |block: &&Block| {
        matches!(block.slot, Slot::Body | Slot::Notes | Slot::Subhead) && block.place != Place::Cell
    };
    for block in copy.blocks.iter().filter(read) {
        for abbreviation in &block.abbreviations {
            let uses = all.entry(letters(block.word(abbreviation.token))).or_default();
            uses.count += 1;
            uses.first.get_or_insert((block, abbreviation.token));
            if let Some(long) = &abbreviation.explained {
                uses.explained.push((block, abbreviation.token, long.clone()));
            }
        }
    }
    all
}

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    for (word, uses) in uses(copy) {
        let Some((block, token)) = uses.first else { continue };
        if with.sheet.knows(word) {
            continue;
        }
        let span = block.tokens[token].range();
        match uses.explained.first() {
            None => {
                notes.at(block, span, say!("“{word}” is explained nowhere in this release.", word));
            }
            Some((there, at, long)) if (there.index, *at) != (block.index, token) => {
                let place = there.span(long.clone());
                notes
                    .at(block, span, say!("“{word}” is explained only later.", word))
                    .see(there, place);
            }
            Some(_) => {}
        }
    }
}
