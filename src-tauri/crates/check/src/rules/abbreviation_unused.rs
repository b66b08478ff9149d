//! Abbreviations that are explained and never used.

use dateline_model::say;

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "abbreviation-unused",
    family: Family::Names,
    severity: Severity::Advice,
    what: "An abbreviation that is explained and then never used.",
    why: "It burdens the reader for nothing.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The Vestmark Harbour Authority (⟦VHA⟧) met. It is old."),
        fr("Le Syndicat nautique de Vestmark (⟦SNV⟧) se réunit."),
    ],
    passes: &[
        en(
            "The Vestmark Harbour Authority (VHA) met. The VHA is old. The NATO (North Atlantic Treaty Organization) is older.",
        ),
        en("The Vestmark Harbour Authority (VHA) met. The VHA’s director left."),
        en("Vestmark Shipping Marine (LSE: VSM) has met."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    for (word, uses) in super::abbreviation_unexplained::uses(copy) {
        if let ([(block, token, _)], 1) = (&uses.explained[..], uses.count)
            && !with.sheet.knows(word)
        {
            notes.at(
                block,
                block.tokens[*token].range(),
                say!("“{word}” is explained here and used nowhere else.", word),
            );
        }
    }
}
