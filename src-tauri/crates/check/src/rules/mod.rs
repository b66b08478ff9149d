//! The rules, one a file, in the order of the rule list.

mod ambiguous_date;
mod apostrophe;
mod backward_range;
mod damaged_date;
mod distant_year;
mod double_space;
mod doubled_mark;
mod doubled_word;
mod ellipsis;
mod french_space;
mod hard_space;
mod hyphen_for_dash;
mod impossible_date;
mod impossible_time;
mod missing_space;
mod mixed_apostrophes;
mod mixed_dates;
mod mixed_quotes;
mod quotation_speaker;
mod quote_glued;
mod quote_language;
mod quote_space;
mod relative_day;
mod small_i;
mod space_before_mark;
mod spanish_opening;
mod tense;
mod time_zone;
mod unbalanced_brackets;
mod unbalanced_quotes;
mod weekday_mismatch;

use crate::rule::Rule;

/// Every rule.
pub(crate) static RULES: &[&Rule] = &[
    &damaged_date::RULE,
    &impossible_date::RULE,
    &impossible_time::RULE,
    &weekday_mismatch::RULE,
    &backward_range::RULE,
    &distant_year::RULE,
    &tense::RULE,
    &time_zone::RULE,
    &relative_day::RULE,
    &mixed_dates::RULE,
    &ambiguous_date::RULE,
    &unbalanced_quotes::RULE,
    &unbalanced_brackets::RULE,
    &mixed_quotes::RULE,
    &quote_space::RULE,
    &quote_glued::RULE,
    &quote_language::RULE,
    &quotation_speaker::RULE,
    &doubled_word::RULE,
    &doubled_mark::RULE,
    &double_space::RULE,
    &hard_space::RULE,
    &space_before_mark::RULE,
    &missing_space::RULE,
    &french_space::RULE,
    &hyphen_for_dash::RULE,
    &ellipsis::RULE,
    &apostrophe::RULE,
    &mixed_apostrophes::RULE,
    &spanish_opening::RULE,
    &small_i::RULE,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{Checker, Finding, HouseStyle, NoArchive, rule::Example};

    fn findings(rule: &Rule, example: &Example, text: &str) -> Vec<Finding> {
        let mut checker = Checker::new(HouseStyle::default());
        let found = if text.starts_with('{') {
            let content = serde_json::from_str(text).unwrap_or_else(|e| panic!("{text}: {e}"));
            checker.check(&content, &NoArchive)
        } else {
            let date = example.date.parse().ok();
            checker.check_text(text, &example.language.parse().unwrap(), date)
        };
        found.into_iter().filter(|finding| finding.rule == rule.id).collect()
    }

    #[test]
    fn every_rule_finds_what_its_examples_mark() {
        let mut wrong = String::new();
        for rule in RULES {
            assert!(!rule.hits.is_empty(), "{} has no example", rule.id);
            for example in rule.hits {
                let (text, marked) = example.marked();
                let found = findings(rule, example, &text);
                let excerpts: Vec<_> = found.iter().map(|f| f.excerpt.clone()).collect();
                let right = match text.starts_with('{') {
                    true => !found.is_empty(),
                    false => excerpts == marked,
                };
                if !right {
                    wrong += &format!("{} in {text:?}: {excerpts:?}\n", rule.id);
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    #[test]
    fn no_rule_finds_anything_in_what_it_lets_pass() {
        let mut wrong = String::new();
        for rule in RULES {
            assert!(!rule.passes.is_empty(), "{} has no example of what passes", rule.id);
            for example in rule.passes {
                for finding in findings(rule, example, example.text) {
                    let Finding { excerpt, message, .. } = finding;
                    wrong += &format!("{} in {:?}: {excerpt:?} {message}\n", rule.id, example.text);
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    #[test]
    fn names_are_unique_and_every_rule_says_why() {
        let names: BTreeSet<_> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(names.len(), RULES.len());
        for rule in RULES {
            assert!(rule.what.ends_with('.') && rule.why.ends_with('.'), "{}", rule.id);
        }
    }
}
