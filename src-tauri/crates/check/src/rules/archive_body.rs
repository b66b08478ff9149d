//! A body or a product that earlier releases write otherwise.

use dateline_model::say;

use crate::{
    Severity,
    archive::{Usage, bodies, in_others, in_release, products},
    copy::Copy,
    nearness::within,
    notes::Notes,
    reading::lower,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-body",
    family: Family::Archive,
    severity: Severity::Warning,
    what: "A body or a product that earlier releases write otherwise: “Northern Fishery Agency” here, “Northern Fisheries Agency” in 41 others.",
    why: "A name that differs in one word, or in a capital, from one that the office always used makes two of one. Where the word is not even near, it is advice, for there may be two.",
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
        for body in bodies(block) {
            let usages: Vec<Vec<Usage>> =
                body.keys.iter().map(|key| copy.archive.mentions("body", key)).collect();
            // What the archive has as it stands here is a name in its own right.
            if usages.iter().flatten().any(|usage| lower(&usage.text) == lower(&body.text)) {
                continue;
            }
            let often = usages.iter().flatten().filter(|usage| usage.releases >= LEAST_RELEASES);
            let near = often.clone().find(|usage| is_near(&body.text, &usage.text));
            if let Some(usage) = near.or_else(|| often.clone().next()) {
                let message = say!("This name is written “{text}” {where}.", text = usage.text, where = in_others(usage));
                let note = notes.at(block, body.span, message);
                note.fix(&usage.text).see_place(in_release(usage, &usage.text));
                if near.is_none() {
                    note.weigh(Severity::Advice);
                }
            }
        }
        for (key, text, span) in products(block) {
            let usages = copy.archive.mentions("product", &key);
            let own = usages.iter().any(|usage| usage.text == text);
            let other = usages.iter().find(|usage| usage.releases >= LEAST_RELEASES);
            if let Some(usage) = other.filter(|_| !own) {
                let message = say!("This name is written “{text}” {where}.", text = usage.text, where = in_others(usage));
                notes
                    .at(block, span, message)
                    .fix(&usage.text)
                    .see_place(in_release(usage, &usage.text));
            }
        }
    }
}

/// Whether the words in which two names differ are near to each other: by two letters, or by their
/// beginning.
fn is_near(a: &str, b: &str) -> bool {
    let differ: Vec<(String, String)> = a
        .split(' ')
        .zip(b.split(' '))
        .map(|(a, b)| (lower(a).into_owned(), lower(b).into_owned()))
        .filter(|(a, b)| a != b)
        .collect();
    let [(a, b)] = &differ[..] else { return false };
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    within(a, b, 2) || shared >= 4
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::archive::fixture::{customary, dated, marked};

    #[test]
    fn bodies_and_products_keep_their_names() {
        let said =
            "Then the Northern Fisheries Agency bought the SeaGuard 300 of the Rapid Relief Force.";
        let earlier = customary(said);
        let here = |text: &str| marked(&RULE, &earlier, &dated("2024-07-25", text));
        assert_eq!(here("Then the Northern Fishery Agency came."), ["Northern Fishery Agency"]);
        assert_eq!(here("Then the North Fisheries Agency came."), ["North Fisheries Agency"]);
        assert_eq!(here("Then the Rapid Rescue Force came."), ["Rapid Rescue Force"]);
        assert_eq!(
            here("Then Anna Berg of the Northern Fishery Agency came."),
            ["Northern Fishery Agency"]
        );
        assert_eq!(here("It bought the Seaguard 300 in May."), ["Seaguard"]);
        assert!(here(said).is_empty());
        assert!(here("Then the Southern Weather Agency and the Tern 300 came.").is_empty());
    }

    #[test]
    fn three_releases_make_a_custom() {
        let earlier = [dated("2024-01-01", "Then the Northern Fisheries Agency came.")];
        let now = dated("2024-07-25", "Then the Northern Fishery Agency came.");
        assert!(marked(&RULE, &earlier, &now).is_empty());
    }
}
