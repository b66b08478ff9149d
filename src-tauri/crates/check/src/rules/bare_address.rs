//! Web addresses that stand in the text as they are.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, Setting, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "bare-address",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A long web address in running text.",
    why: "Words that say where it leads read better; plain text lists the addresses below.",
    concern: Concern::Style,
    settings: &[Setting {
        name: "characters",
        default: 40,
        what: "The longest address that may stand in the text.",
    }],
    hits: &[en(
        "See ⟦https://www.vestmark.example/news/2024/07/fairway-open.html?lang=en⟧ for more.",
    )],
    passes: &[en("See https://vestmark.example and www.vestmark.example for more.")],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    if !matches!(block.slot, Slot::Body | Slot::Subhead) || !block.text().contains("://") {
        return;
    }
    let mut start = 0;
    for run in block.text().split(char::is_whitespace) {
        let lead = run.find("http").unwrap_or(run.len());
        let address = run[lead..].trim_end_matches(['.', ',', ';', ')', '>', '”', '"', '»']);
        if address.contains("://") && address.chars().count() > with.setting("characters") {
            notes.at(
                block,
                start + lead..start + lead + address.len(),
                say!("A link on words reads better than a long address."),
            );
        }
        start += run.len();
        start += block.text()[start..].chars().next().map_or(0, char::len_utf8);
    }
}
