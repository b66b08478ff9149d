//! Texts about the organisation that are too long.

use dateline_model::{Slot, say};

use crate::{
    Setting, Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "boilerplate-length",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A boilerplate of more words than the house wants.",
    why: "It stands below every release; a hundred words are read, more are skipped.",
    concern: Concern::Style,
    settings: &[Setting { name: "words", default: 100, what: "The most words of a boilerplate." }],
    hits: &[release(
        r#"{"boilerplates":[{"title":"About","text":"The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. The port of Vestmark is old. "}]}"#,
    )],
    passes: &[release(
        r#"{"boilerplates":[{"title":"About","text":"The port of Vestmark is old."}]}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let most = with.setting("words");
    for block in copy.blocks.iter().filter(|block| block.slot == Slot::Boilerplate) {
        let count = block.count_words(0..block.tokens.len());
        if count > most {
            notes.at(
                block,
                0..block.text().len(),
                say!("This text has {count} words; {most} are enough.", count, most),
            );
        }
    }
}
