//! House style: what the office prefers, as data that is written and exchanged as TOML.

mod sheet;
mod vale;

use std::collections::BTreeMap;

use dateline_model::{Sentence, say, tells_its_sentence};
use serde::{Deserialize, Serialize};

use crate::Severity;

pub(crate) use sheet::Sheet;
pub use vale::{Imported, import_vale};

/// The office's own customs. What it does not say, the rules decide.
///
/// ```toml
/// organisation = ["Port of Vestmark"]
/// dictionary = ["dredger"]
/// abbreviations = ["VHA"]
///
/// [rules.sentence-length]
/// severity = "warning"
/// words = 25
///
/// [[glossary]]
/// term = "fairway"
/// variants = ["shipping lane"]
/// why = "As in the port's by-laws."
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct HouseStyle {
    /// The organisation's names; one of them belongs into headline or lead.
    pub organisation: Vec<String>,
    /// Words that are spelled right here, in any language.
    pub dictionary: Vec<String>,
    /// Abbreviations that the readers know.
    pub abbreviations: Vec<String>,
    /// What differs from the rules' own settings, by rule.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, Record<string, number | string>>"))]
    pub rules: BTreeMap<String, RuleStyle>,
    /// Preferred, forbidden and differently written words.
    pub glossary: Vec<Entry>,
    /// Patterns of words, such as those of Vale's rules.
    pub patterns: Vec<Pattern>,
    /// Findings that are right in this office for good.
    pub exceptions: Vec<Exception>,
}

/// What the office says of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleStyle {
    /// How much its findings matter here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Weight>,
    /// The numbers that differ from the rule's own; see [`crate::Rule::settings`].
    #[serde(flatten)]
    pub settings: BTreeMap<String, u32>,
}

/// A severity, or that the rule is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The rule is off.
    Off,
    /// Its findings stop the approval.
    Error,
    /// Its findings are very probably right.
    Warning,
    /// Its findings are advice.
    Advice,
}

/// A word that the house prefers or forbids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Entry {
    /// What to write; empty where the variants are forbidden without a substitute.
    pub term: String,
    /// What not to write, in any letter case.
    pub variants: Vec<String>,
    /// Whether the term is written in exactly this letter case.
    pub case: bool,
    /// The languages it holds for, without region; empty for all.
    pub languages: Vec<String>,
    /// Why, shown with the finding.
    pub why: String,
    /// How much it matters, where that is not what the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub severity: Option<Severity>,
}

/// A pattern of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Pattern {
    /// A name for lists and for whoever asks where it comes from.
    pub name: String,
    /// The regular expression (of the `regex` crate: no look-around, always linear).
    pub find: String,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub replace: Option<String>,
    /// What to say; the first `%s` stands for the replacement where there is one, the next for the
    /// words.
    pub message: String,
    /// How much it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub severity: Option<Severity>,
    /// The languages it holds for, without region; empty for all.
    pub languages: Vec<String>,
}

/// A finding that is right in this office for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Exception {
    /// The rule.
    pub rule: String,
    /// The marked words.
    pub words: String,
    /// Why.
    pub why: String,
}

/// A house style that cannot be used as it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StyleError {
    /// The file is no TOML of this shape.
    Unreadable(String),
    /// A rule is named that does not exist.
    NoRule(String),
    /// A setting is named that the rule does not have.
    NoSetting {
        /// The rule.
        rule: String,
        /// The setting.
        setting: String,
    },
    /// A pattern is no regular expression of the supported kind.
    BadPattern {
        /// Its name.
        name: String,
        /// What the parser says.
        reason: String,
    },
}

tells_its_sentence!(StyleError);

impl StyleError {
    /// What to tell whoever wrote it. What the parsers say of it stays in their English.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Unreadable(why) => say!("The house style cannot be read. {why}", why),
            Self::NoRule(rule) => say!(
                "The house style sets the rule “{rule}”, and there is no such rule. The rule list has the names.",
                rule
            ),
            Self::NoSetting { rule, setting } => {
                say!("The rule “{rule}” has no setting “{setting}”.", rule, setting)
            }
            Self::BadPattern { name, reason } => say!(
                "The pattern “{name}” cannot be used: {reason}. Look-around is not supported.",
                name,
                reason
            ),
        }
    }
}

impl HouseStyle {
    /// Reads a house style.
    ///
    /// # Errors
    /// When it is no TOML of this shape, or names a rule, a setting or a pattern that cannot be.
    pub fn from_toml(text: &str) -> Result<Self, StyleError> {
        let style: Self =
            toml::from_str(text).map_err(|error| StyleError::Unreadable(error.to_string()))?;
        for (name, own) in &style.rules {
            let rule = crate::rules()
                .iter()
                .find(|rule| rule.id == name)
                .ok_or_else(|| StyleError::NoRule(name.clone()))?;
            if let Some(setting) =
                own.settings.keys().find(|key| rule.settings.iter().all(|s| s.name != key.as_str()))
            {
                return Err(StyleError::NoSetting { rule: name.clone(), setting: setting.clone() });
            }
        }
        for pattern in &style.patterns {
            sheet::compile(pattern)
                .map_err(|reason| StyleError::BadPattern { name: pattern.name.clone(), reason })?;
        }
        Ok(style)
    }

    /// Writes it down, to be read by [`Self::from_toml`].
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).expect("a house style is made of tables, lists and strings")
    }

    /// The severity of a rule here; `None` when it is off.
    pub(crate) fn severity(&self, rule: &str, own: Severity) -> Option<Severity> {
        match self.rules.get(rule).and_then(|rule| rule.severity) {
            None => Some(own),
            Some(Weight::Off) => None,
            Some(Weight::Error) => Some(Severity::Error),
            Some(Weight::Warning) => Some(Severity::Warning),
            Some(Weight::Advice) => Some(Severity::Advice),
        }
    }

    /// Whether the office has said that these words are right.
    pub(crate) fn excepts(&self, rule: &str, words: &str) -> bool {
        self.exceptions.iter().any(|exception| exception.rule == rule && exception.words == words)
    }
}

impl Pattern {
    /// The message for words that fit.
    pub(crate) fn says(&self, words: &str, replacement: Option<&str>) -> Sentence {
        if self.message.is_empty() {
            return match replacement {
                Some(term) => say!("The house style writes “{term}”.", term),
                None => say!("The house style does not use “{words}”.", words),
            };
        }
        let mut said = self.message.clone();
        for part in replacement.into_iter().chain([words]) {
            said = said.replacen("%s", part, 1);
        }
        Sentence::verbatim(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_survives_its_file() {
        let style = HouseStyle::from_toml(
            "dictionary = [\"dredger\"]\n[rules.sentence-length]\nseverity = \"warning\"\nwords = 25\n[[glossary]]\nterm = \"fairway\"\nvariants = [\"lane\"]\n",
        )
        .unwrap();
        assert_eq!(style.rules["sentence-length"].settings["words"], 25);
        assert_eq!(HouseStyle::from_toml(&style.to_toml()), Ok(style));
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        let refused = |text| HouseStyle::from_toml(text).unwrap_err().to_string();
        assert!(refused("[rules.no-such-rule]\n").contains("no such rule"));
        assert!(refused("[rules.sentence-length]\nlines = 3\n").contains("no setting “lines”"));
        assert!(refused("[[patterns]]\nname = \"x\"\nfind = \"(?=a)\"\n").contains("Look-around"));
        assert!(refused("colour = 1").starts_with("The house style cannot be read."));
    }
}
