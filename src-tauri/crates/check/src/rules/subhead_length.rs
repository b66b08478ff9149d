//! Standfirsts that are too long.

use dateline_model::{Slot, say};

use crate::{
    Setting, Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "subhead-length",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A standfirst of more characters than the house wants.",
    why: "GOV.UK allows 160 characters for a summary; search engines show no more.",
    concern: Concern::Style,
    settings: &[Setting {
        name: "characters",
        default: 160,
        what: "The most characters of a standfirst.",
    }],
    hits: &[release(
        r#"{"subhead":"Ships of up to twelve metres draught can enter at every tide. Ships of up to twelve metres draught can enter at every tide. Ships of up to twelve metres draught can enter at every tide. "}"#,
    )],
    passes: &[release(
        r#"{"subhead":"Ships of up to twelve metres draught can enter at every tide."}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let most = with.setting("characters");
    for block in copy.blocks.iter().filter(|block| block.slot == Slot::Subhead) {
        let count = block.text().trim().chars().count();
        if count > most {
            notes.at(
                block,
                0..block.text().len(),
                say!("The standfirst has {count} characters; {most} are enough.", count, most),
            );
        }
    }
}
