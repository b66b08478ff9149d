//! The copy checks: text in, findings out.
//!
//! A check never fails and never panics: whatever the text, it returns what a good sub-editor
//! would mark, in the order of the page. Quotations are evidence: inside them facts are marked,
//! style never. A rule for one language is never applied to another.
//!
//! Architecture invariant: this crate does no I/O and reads no clock. Time comes in as a value,
//! house style and dictionaries as text, the archive through the trait [`Archive`].

mod accepted;
mod archive;
mod cards;
mod checker;
mod copy;
mod dictionary;
mod editions;
mod finding;
mod findings;
mod lexicon;
mod nearness;
mod notes;
mod reading;
mod rule;
mod rules;
mod style;

use chrono::NaiveDate;
use dateline_model::{Content, Language};

pub use accepted::{accept, part};
pub use archive::{Archive, Index, MENTIONS_FORM, NoArchive, Usage, mentions};
pub use cards::{RuleCard, SettingCard, rule_cards, rule_list};
pub use checker::Checker;
pub use copy::Layout;
pub use dictionary::{Dictionaries, Dictionary, DictionaryError, Shelf, is_built_in, usual_names};
pub use finding::{Finding, Fix, Place, Severity};
pub use rule::{Concern, Example, Family, Rule, Setting};
pub use style::{
    Entry, Exception, HouseStyle, Imported, Pattern, RuleStyle, StyleError, Weight, import_vale,
};

/// Every rule, family by family: what the rule list and the rule browser are made from.
pub fn rules() -> &'static [&'static Rule] {
    rules::RULES
}

/// Checks a release once. Where the same text is checked again and again, keep a [`Checker`].
pub fn check(content: &Content, style: &HouseStyle, archive: &dyn Archive) -> Vec<Finding> {
    Checker::new(style.clone()).check(content, archive)
}

/// Checks a plain text once, by the rules' own settings. See [`Checker::check_text`] for what a
/// block is.
pub fn check_text(text: &str, language: &Language, date: Option<NaiveDate>) -> Vec<Finding> {
    Checker::new(HouseStyle::default()).check_text(text, language, date)
}
