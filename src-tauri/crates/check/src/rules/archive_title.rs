//! A person whom earlier releases give another title.

use dateline_model::say;

use crate::{
    Severity,
    archive::{in_others, in_release, persons},
    copy::Copy,
    notes::Notes,
    reading::lower,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-title",
    family: Family::Archive,
    severity: Severity::Advice,
    what: "A person whom the newest earlier releases give another title.",
    why: "People are promoted, so it is advice; but a slip of rank offends.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for block in &copy.blocks {
        for person in persons(block) {
            let Some(title) = &person.title else { continue };
            let usages = copy.archive.mentions("title", &lower(&person.text));
            let part =
                |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| word == other));
            let known =
                usages.iter().any(|usage| part(&usage.text, title) || part(title, &usage.text));
            let Some(usage) = usages.first().filter(|usage| !known && usage.releases >= 2) else {
                continue;
            };
            let message = say!("{person} is called “{text}” {where}.", person = person.text, text = usage.text, where = in_others(usage));
            notes.at(block, person.title_span, message).see_place(in_release(usage, &usage.text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::archive::fixture::{dated, marked};

    #[test]
    fn another_rank_is_marked() {
        let earlier: Vec<_> = (1..4)
            .map(|n| dated(&format!("2024-0{n}-01"), "Then Colonel Anna Berg spoke."))
            .collect();
        assert_eq!(
            marked(&RULE, &earlier, &dated("2024-07-25", "Then Major Anna Berg spoke.")),
            ["Major Anna Berg"]
        );
        assert!(
            marked(&RULE, &earlier, &dated("2024-07-25", "Then Colonel Anna Berg spoke."))
                .is_empty()
        );
    }
}
