//! The rule list: what the rule browser shows and what `RULES.md` is written from.

use std::fmt::Write;

use dateline_model::Sentence;
use serde::Serialize;

use crate::{Concern, Family, Rule, Severity, rules};

/// A rule as the rule browser shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct RuleCard {
    /// Its name.
    pub id: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// The heading of the family.
    pub heading: Sentence,
    /// How much its findings matter until the house style says otherwise.
    pub severity: Severity,
    /// Whether it is left out inside quotations.
    pub style: bool,
    /// What it marks.
    pub what: Sentence,
    /// Why.
    pub why: Sentence,
    /// What the house style can set.
    pub settings: Vec<SettingCard>,
    /// Texts in which it finds what stands between ⟦ and ⟧.
    pub hits: Vec<&'static str>,
}

/// A setting as the rule browser shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SettingCard {
    /// Its name.
    pub name: &'static str,
    /// What it is until it is set.
    pub default: u32,
    /// What it means.
    pub what: Sentence,
}

/// Every rule as a card, family by family.
pub fn rule_cards() -> Vec<RuleCard> {
    rules().iter().map(|rule| card(rule)).collect()
}

fn card(rule: &Rule) -> RuleCard {
    let settings = rule.settings.iter();
    let texts = rule.hits.iter().map(|example| example.text);
    RuleCard {
        id: rule.id,
        family: rule.family,
        heading: Sentence::of(rule.family.title()),
        severity: rule.severity,
        style: rule.concern == Concern::Style,
        what: Sentence::of(rule.what),
        why: Sentence::of(rule.why),
        settings: settings
            .map(|s| SettingCard { name: s.name, default: s.default, what: Sentence::of(s.what) })
            .collect(),
        // Whole releases in JSON show nobody anything.
        hits: texts.filter(|text| !text.starts_with('{')).collect(),
    }
}

/// The rule list as Markdown.
pub fn rule_list() -> String {
    let mut list = String::from("# The rules\n");
    for family in Family::ALL {
        let _ = write!(
            list,
            "\n## {}\n\n| rule | severity | what it marks | why |\n|---|---|---|---|\n",
            family.title()
        );
        for rule in rules().iter().filter(|rule| rule.family == family) {
            let cell =
                |text: &str| text.replace('|', "\\|").replace('<', "&lt;").replace('*', "\\*");
            let settings: Vec<_> =
                rule.settings.iter().map(|s| format!("`{}` = {}", s.name, s.default)).collect();
            let settings = if settings.is_empty() {
                String::new()
            } else {
                format!(" ({})", settings.join(", "))
            };
            let _ = writeln!(
                list,
                "| `{}` | {} | {}{settings} | {} |",
                rule.id,
                rule.severity,
                cell(rule.what),
                cell(rule.why)
            );
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_rule_list_is_up_to_date() {
        let written = include_str!("../RULES.md").replace("\r\n", "\n");
        assert!(
            written == rule_list(),
            "write it anew: cargo run -p dateline-check --example rule_list > RULES.md"
        );
    }

    #[test]
    fn every_rule_has_a_card_in_the_order_of_the_families() {
        let cards = rule_cards();
        assert_eq!(cards.len(), rules().len());
        assert!(cards.is_sorted_by_key(|card| card.family));
    }
}
