//! Parts that the kind of release requires and that are empty.

use dateline_model::{Slot, lacks, say};

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "required-parts",
    family: Family::Anatomy,
    severity: Severity::Error,
    what: "A part that this kind of release requires and that is still empty.",
    why: "A release without date or contact cannot be used; the desk refuses to approve it.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"headline":"Port opens","place":"Vestmark","date":"2024-07-25","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"It is open."}]}]}}"#,
    )],
    passes: &[release(
        r#"{"kind":"notice","headline":"Port opens","date":"2024-07-25","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"It is open."}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for lack in copy.content.iter().flat_map(|content| lacks(content)) {
        let missing = match lack.0 {
            Slot::Headline => say!("The headline is missing."),
            Slot::Subhead => say!("The standfirst is missing."),
            Slot::Place => say!("The place is missing."),
            Slot::Date => say!("The date is missing."),
            Slot::Body => say!("The text is missing."),
            Slot::Notes => say!("The notes to editors are missing."),
            Slot::Boilerplate => say!("The text about the organisation is missing."),
            Slot::Contacts => say!("No contact is given: whom can the press ask?"),
            Slot::Correction => say!("What the correction puts right is missing."),
        };
        notes.on(lack.0, missing);
    }
}
