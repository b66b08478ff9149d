//! A sentence recycled with its old date.

use dateline_model::say;

use crate::{
    Severity,
    archive::{dated_sentences, in_release},
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "archive-recycled",
    family: Family::Archive,
    severity: Severity::Warning,
    what: "A sentence that stood in an earlier release with the same date in it.",
    why: "Facts recycled from an old release stand on the wire services' own list. History stays as it was, so the sentence must have been news then: its date is within a month of that release.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

/// Days between a release and a date in it within which the date was news.
const NEWS: i64 = 31;

/// Days after which news is old.
const OLD: i64 = 45;

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let Some(today) = with.date else { return };
    for block in &copy.blocks {
        for (key, digits, span) in dated_sentences(block) {
            let usages = copy.archive.mentions("sentence", &key);
            let Some(usage) = usages.iter().find(|usage| usage.text == digits) else { continue };
            let Some(then) = usage.date.filter(|then| (today - *then).num_days() > OLD) else {
                continue;
            };
            let was_news = block
                .dates
                .iter()
                .filter(|date| span.contains(&block.tokens[date.tokens.start].start))
                .filter_map(|date| super::weekday_mismatch::meant(date, Some(then)))
                .any(|day| (day - then).num_days().abs() <= NEWS);
            if was_news {
                let message = say!(
                    "This sentence stood in the release of {then}, with the same date in it.",
                    then
                );
                notes
                    .at(block, span.clone(), message)
                    .see_place(in_release(usage, &block.text()[span]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::archive::fixture::{dated, marked};

    #[test]
    fn old_news_is_marked() {
        let text = "The yearly survey of the northern fairway begins on 12 March in Vestmark.";
        let earlier = [dated("2023-03-01", text)];
        assert_eq!(marked(&RULE, &earlier, &dated("2024-03-01", text)), [text]);
        assert!(
            marked(&RULE, &earlier, &dated("2024-03-01", &text.replace("12", "13"))).is_empty()
        );
        assert!(marked(&RULE, &earlier, &dated("2023-03-05", text)).is_empty());
    }
}
