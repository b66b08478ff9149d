//! Headlines that are too long.

use dateline_model::{Slot, say};

use crate::{
    Setting, Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "headline-length",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A headline of more characters than the house wants; from the second limit on a warning.",
    why: "GOV.UK allows 65 characters; wires cut between 70 and 120.",
    concern: Concern::Style,
    settings: &[
        Setting { name: "characters", default: 65, what: "The most characters of a headline." },
        Setting {
            name: "limit",
            default: 120,
            what: "The characters beyond which it is a warning.",
        },
    ],
    hits: &[release(
        r#"{"headline":"The northern fairway of the port of Vestmark opens to all shipping on Monday morning"}"#,
    )],
    passes: &[release(r#"{"headline":"Northern fairway opens to all shipping"}"#)],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    for block in copy.blocks.iter().filter(|block| block.slot == Slot::Headline) {
        let count = block.text().trim().chars().count();
        if count > with.setting("characters") {
            let most = with.setting("characters");
            let note = notes.at(
                block,
                0..block.text().len(),
                say!("The headline has {count} characters; {most} are enough.", count, most),
            );
            if count > with.setting("limit") {
                note.weigh(Severity::Warning);
            }
        }
    }
}
