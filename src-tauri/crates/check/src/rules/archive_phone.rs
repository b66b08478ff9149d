//! A telephone number that earlier releases give otherwise.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    archive::{contact_key, digits, in_others, in_release},
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-phone",
    family: Family::Archive,
    severity: Severity::Warning,
    what: "A contact whose telephone number is another in earlier releases.",
    why: "A figure exchanged in a number is seen by nobody but who calls it.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let contacts = copy.content.iter().flat_map(|content| content.contacts.iter().enumerate());
    for (number, contact) in contacts {
        let own = digits(&contact.phone);
        let usages = copy.archive.mentions("phone", &contact_key(contact));
        let known = own.is_empty() || usages.iter().any(|usage| usage.text == own);
        let Some(usage) = usages.first().filter(|_| !known) else { continue };
        let block = copy
            .blocks
            .iter()
            .find(|block| block.slot == Slot::Contacts && block.number == Some(number));
        if let Some((block, start)) =
            block.and_then(|block| Some((block, block.text().find(&contact.phone)?)))
        {
            let message = say!("This contact has the number {text} {where}.", text = usage.text, where = in_others(usage));
            notes
                .at(block, start..start + contact.phone.len(), message)
                .see_place(in_release(usage, &usage.text));
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Contact, Content};

    use super::RULE;
    use crate::archive::fixture::{dated, marked};

    #[test]
    fn another_number_is_marked() {
        let with = |phone: &str| Content {
            contacts: vec![Contact {
                name: "Press desk".into(),
                phone: phone.into(),
                ..Contact::default()
            }],
            ..dated("2024-01-01", "Open.")
        };
        assert_eq!(
            marked(&RULE, &[with("+47 5550 0100")], &with("+47 5550 0010")),
            ["+47 5550 0010"]
        );
        assert!(marked(&RULE, &[with("+47 5550 0100")], &with("+47 55 50 01 00")).is_empty());
    }
}
