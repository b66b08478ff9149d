//! Contacts that cannot be reached.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "contact-reach",
    family: Family::Anatomy,
    severity: Severity::Warning,
    what: "A contact with neither a telephone number nor a mail address.",
    why: "A missing contact stands on the wire services' list; a name alone is none.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(r#"{"contacts":[{"name":"Anna Berg","role":"Press desk"}]}"#)],
    passes: &[release(r#"{"contacts":[{"name":"Anna Berg","email":"press@vestmark.example"}]}"#)],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let contacts = copy.content.iter().flat_map(|content| content.contacts.iter().enumerate());
    for (number, contact) in contacts {
        let reachable = [&contact.phone, &contact.email].iter().any(|way| !way.trim().is_empty());
        let block =
            copy.blocks.iter().find(|b| b.slot == Slot::Contacts && b.number == Some(number));
        if let Some(block) = block.filter(|_| !reachable && !contact.is_blank()) {
            let end = block.text().trim_end().len();
            notes.at(
                block,
                0..end,
                say!("This contact has neither a telephone number nor a mail address."),
            );
        }
    }
}
