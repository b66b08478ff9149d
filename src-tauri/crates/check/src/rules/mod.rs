//! The rules, one a file, in the order of the rule list.

mod abbreviation_twice;
mod abbreviation_unexplained;
mod abbreviation_unused;
mod agreement;
mod ambiguous_date;
mod apostrophe;
mod archive_body;
mod archive_boilerplate;
mod archive_figure;
mod archive_name;
mod archive_phone;
mod archive_recycled;
mod archive_title;
mod article;
mod backward_range;
mod bare_address;
mod body_length;
mod boilerplate_length;
mod broken_end;
mod comma_capital;
mod comma_outside;
mod comparison;
mod contact_reach;
mod conversion;
mod count_and_list;
mod currency_changes;
mod currency_twice;
mod damaged_date;
mod distant_year;
mod double_space;
mod doubled_mark;
mod doubled_word;
mod each_and_total;
mod ellipsis;
mod encoding_damage;
mod expired_piece;
mod figure_changes;
mod figure_words;
mod filler;
mod footnote;
mod fragment;
mod french_space;
mod glossary;
mod hard_space;
mod heading_levels;
mod headline_length;
mod hyphen_for_dash;
mod impossible_date;
mod impossible_time;
mod invisible;
mod lead_length;
mod links;
mod mail_address;
mod mail_header;
mod markup_left;
mod missing_space;
mod mixed_alphabet;
mod mixed_apostrophes;
mod mixed_dates;
mod mixed_numbers;
mod mixed_quotes;
mod name_variant;
mod navigation;
mod no_end;
mod number_form;
mod numbered_name;
mod organisation_missing;
mod paragraph_length;
mod pattern;
mod placeholder;
mod quotation_speaker;
mod quote_comma;
mod quote_glued;
mod quote_language;
mod quote_space;
mod rate_of_change;
mod relative_day;
mod required_parts;
mod sentence_length;
mod shares;
mod similar_bodies;
mod small_i;
mod small_start;
mod sound_alike;
mod space_before_mark;
mod spanish_opening;
mod spelling;
mod subhead_length;
mod sum_and_parts;
mod surname_first;
mod table_sum;
mod telephone;
mod tense;
mod thing_variant;
mod time_zone;
mod title_change;
mod tracked_change;
mod unbalanced_brackets;
mod unbalanced_quotes;
mod unit_space;
mod verb_form;
mod web_address;
mod weekday_mismatch;

use crate::rule::Rule;

/// Every rule.
pub(crate) static RULES: &[&Rule] = &[
    &required_parts::RULE,
    &headline_length::RULE,
    &subhead_length::RULE,
    &lead_length::RULE,
    &body_length::RULE,
    &boilerplate_length::RULE,
    &expired_piece::RULE,
    &contact_reach::RULE,
    &figure_words::RULE,
    &footnote::RULE,
    &heading_levels::RULE,
    &links::RULE,
    &bare_address::RULE,
    &organisation_missing::RULE,
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
    &quote_comma::RULE,
    &comma_outside::RULE,
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
    &small_start::RULE,
    &broken_end::RULE,
    &no_end::RULE,
    &fragment::RULE,
    &comma_capital::RULE,
    &sentence_length::RULE,
    &paragraph_length::RULE,
    &name_variant::RULE,
    &numbered_name::RULE,
    &thing_variant::RULE,
    &similar_bodies::RULE,
    &title_change::RULE,
    &surname_first::RULE,
    &abbreviation_unexplained::RULE,
    &abbreviation_twice::RULE,
    &abbreviation_unused::RULE,
    &glossary::RULE,
    &pattern::RULE,
    &count_and_list::RULE,
    &shares::RULE,
    &table_sum::RULE,
    &sum_and_parts::RULE,
    &each_and_total::RULE,
    &rate_of_change::RULE,
    &conversion::RULE,
    &number_form::RULE,
    &mixed_numbers::RULE,
    &unit_space::RULE,
    &currency_twice::RULE,
    &currency_changes::RULE,
    &figure_changes::RULE,
    &navigation::RULE,
    &placeholder::RULE,
    &filler::RULE,
    &tracked_change::RULE,
    &mail_header::RULE,
    &encoding_damage::RULE,
    &mixed_alphabet::RULE,
    &markup_left::RULE,
    &invisible::RULE,
    &telephone::RULE,
    &mail_address::RULE,
    &web_address::RULE,
    &spelling::RULE,
    &sound_alike::RULE,
    &agreement::RULE,
    &verb_form::RULE,
    &article::RULE,
    &comparison::RULE,
    &archive_name::RULE,
    &archive_title::RULE,
    &archive_body::RULE,
    &archive_phone::RULE,
    &archive_figure::RULE,
    &archive_boilerplate::RULE,
    &archive_recycled::RULE,
    &crate::editions::DATES,
    &crate::editions::FIGURES,
    &crate::editions::NAMES,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        Checker, Finding, HouseStyle, NoArchive,
        rule::{Example, Family},
    };

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

    /// Rules that need a house style, a dictionary, an archive or a second edition are tested with
    /// them in their own files.
    fn shown_elsewhere(rule: &Rule) -> bool {
        matches!(rule.id, "glossary" | "pattern" | "organisation-missing")
            || matches!(rule.family, Family::Spelling | Family::Archive | Family::Editions)
    }

    #[test]
    fn every_rule_finds_what_its_examples_mark() {
        let mut wrong = String::new();
        for rule in RULES {
            assert!(!rule.hits.is_empty() || shown_elsewhere(rule), "{} has no example", rule.id);
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
            assert!(
                !rule.passes.is_empty() || shown_elsewhere(rule),
                "{} lets nothing pass",
                rule.id
            );
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
            assert!(
                [rule.what, rule.why].iter().all(|said| said.trim_end_matches('”').ends_with('.')),
                "{}",
                rule.id
            );
        }
    }
}
