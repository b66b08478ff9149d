//! A name that earlier releases write otherwise.

use dateline_model::say;

use crate::{
    Severity,
    archive::{in_others, in_release, name_key, persons},
    copy::Copy,
    nearness::same_name,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-name",
    family: Family::Archive,
    severity: Severity::Warning,
    what: "A name that earlier releases write otherwise: “Yury” here, “Yuri” in 41 others.",
    why: "Nobody knows the office's own names better than its archive. A spelling is marked when another is at least four times as frequent, in three releases or more.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

/// Fewer releases prove nothing.
const LEAST_RELEASES: usize = 3;

/// How many times as frequent the other spelling must be.
const TIMES: usize = 4;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    for block in &copy.blocks {
        for person in persons(block) {
            let usages = copy.archive.mentions("name", &name_key(&person.words));
            let own = usages
                .iter()
                .find(|usage| usage.text == person.text)
                .map_or(0, |usage| usage.releases);
            let other = usages.iter().find(|usage| {
                let often = usage.releases >= LEAST_RELEASES.max(own * TIMES);
                often
                    && usage.text != person.text
                    && is_spelling(&person.words, &usage.text, block.primary())
            });
            if let Some(usage) = other {
                let message = say!("This name is written “{text}” {where}.", text = usage.text, where = in_others(usage));
                notes
                    .at(block, person.span, message)
                    .fix(&usage.text)
                    .see_place(in_release(usage, &usage.text));
            }
        }
    }
}

/// Whether each word is the other's or a spelling of it.
fn is_spelling(words: &[String], other: &str, language: &str) -> bool {
    let others: Vec<&str> = other.split(' ').collect();
    let last = words.len() - 1;
    words.len() == others.len()
        && words
            .iter()
            .zip(&others)
            .enumerate()
            .all(|(at, (a, b))| a == b || same_name(a, b, at == last, language))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::archive::fixture::{customary, dated, marked};

    #[test]
    fn the_archive_s_spelling_is_offered() {
        let earlier = customary("Then pilot Yuri Petrov spoke.");
        assert_eq!(
            marked(&RULE, &earlier, &dated("2024-07-25", "Then pilot Yury Petrov spoke.")),
            ["Yury Petrov"]
        );
        assert!(
            marked(
                &RULE,
                &earlier,
                &dated("2024-07-25", "Then pilot Yuri Petrov spoke to Eva Petrov.")
            )
            .is_empty()
        );
        assert!(
            marked(&RULE, &earlier[..2], &dated("2024-07-25", "Then pilot Yury Petrov spoke."))
                .is_empty()
        );
    }
}
