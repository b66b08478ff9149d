//! A boilerplate that is older than the newest.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    archive::{hash, in_release},
    copy::Copy,
    notes::Notes,
    reading::lower,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-boilerplate",
    family: Family::Archive,
    severity: Severity::Warning,
    what: "A text about the organisation that a newer release has replaced.",
    why: "Old boilerplates come back with copied releases.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let pieces = copy.content.iter().flat_map(|content| content.boilerplates.iter().enumerate());
    for (number, piece) in pieces {
        let usages = copy.archive.mentions("boilerplate", &lower(piece.title.trim()));
        let own = hash(&piece.text);
        let known = usages.iter().find(|usage| usage.text == own);
        let newest = usages.iter().max_by_key(|usage| usage.date);
        let (Some(known), Some(newest)) = (known, newest) else { continue };
        let block = copy
            .blocks
            .iter()
            .find(|block| block.slot == Slot::Boilerplate && block.number == Some(number));
        if let Some(block) = block.filter(|_| newest.date > known.date) {
            let message = match newest.date {
                Some(day) => say!("The release of {day} has a newer text under this title.", day),
                None => say!("The release has a newer text under this title."),
            };
            notes
                .at(block, 0..block.text().len(), message)
                .see_place(in_release(newest, &piece.title));
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Boilerplate, Content};

    use super::RULE;
    use crate::archive::fixture::{dated, marked};

    #[test]
    fn the_older_text_is_marked() {
        let with = |day: &str, text: &str| Content {
            boilerplates: vec![Boilerplate {
                title: "About the port".into(),
                text: text.into(),
                ..Boilerplate::default()
            }],
            ..dated(day, "Open.")
        };
        let earlier = [with("2024-01-01", "Ten berths."), with("2024-05-01", "Twelve berths.")];
        assert_eq!(marked(&RULE, &earlier, &with("2024-07-25", "Ten berths.")).len(), 1);
        assert!(marked(&RULE, &earlier, &with("2024-07-25", "Twelve berths.")).is_empty());
    }
}
