//! Contacts and boilerplates whose time is over.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "expired-piece",
    family: Family::Anatomy,
    severity: Severity::Error,
    what: "A contact or a text about the organisation that is no longer good on the day of the release.",
    why: "A number that nobody answers, or figures of three years ago, go out below every release until somebody looks.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[release(
        r#"{"date":"2024-07-25","contacts":[{"name":"Anna Berg","phone":"+47 5550 0100","valid_until":"2024-06-30"}]}"#,
    )],
    passes: &[release(
        r#"{"date":"2024-07-25","contacts":[{"name":"Anna Berg","phone":"+47 5550 0100","valid_until":"2024-07-25"}]}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let (Some(content), Some(date)) = (copy.content, with.date) else { return };
    let contacts = content.contacts.iter().map(|contact| contact.valid_until);
    let boilerplates = content.boilerplates.iter().map(|text| text.valid_until);
    let pieces = [
        (Slot::Contacts, contacts.collect::<Vec<_>>()),
        (Slot::Boilerplate, boilerplates.collect()),
    ];
    for (slot, ends) in pieces {
        for (number, until) in ends.into_iter().enumerate() {
            let Some(until) = until.filter(|until| *until < date) else { continue };
            if let Some(block) =
                copy.blocks.iter().find(|block| block.slot == slot && block.number == Some(number))
            {
                let start = block.text().len() - block.text().trim_start().len();
                let end = block.text()[start..]
                    .find('\n')
                    .map_or(block.text().len(), |line| start + line);
                notes.at(
                    block,
                    start..end,
                    say!("This was good until {until}; the release is dated {date}.", until, date),
                );
            }
        }
    }
}
