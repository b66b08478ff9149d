//! A figure about the same thing that differs from earlier releases.

use dateline_model::say;

use crate::{
    Severity,
    archive::{counted, in_others, in_release},
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-figure",
    family: Family::Archive,
    severity: Severity::Advice,
    what: "A figure about something for which all earlier releases give one other figure.",
    why: "The number of member states does not change between two releases without news of its own.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

/// Fewer releases prove nothing.
const LEAST_RELEASES: usize = 3;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for block in &copy.blocks {
        for (key, value, span) in counted(block) {
            let usages = copy.archive.mentions("figure", &key);
            let [usage] = &usages[..] else { continue };
            if usage.text != value && usage.releases >= LEAST_RELEASES {
                let message = say!("It is {text} {key} {where}.", text = usage.text, key, where = in_others(usage));
                notes
                    .at(block, span, message)
                    .see_place(in_release(usage, format!("{} {key}", usage.text)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::archive::fixture::{dated, marked};

    #[test]
    fn another_figure_for_the_same_thing_is_marked() {
        let earlier: Vec<_> =
            (1..5).map(|n| dated(&format!("2024-0{n}-01"), "It has 14 deep berths.")).collect();
        assert_eq!(
            marked(&RULE, &earlier, &dated("2024-07-25", "It has 41 deep berths.")),
            ["41 deep berths"]
        );
        assert!(
            marked(&RULE, &earlier, &dated("2024-07-25", "It has 14 deep berths and 12 ships."))
                .is_empty()
        );
    }
}
