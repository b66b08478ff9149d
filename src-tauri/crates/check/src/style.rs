//! House style: what the office prefers, as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Severity;

/// The office's own customs. What it does not say, the rules decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct HouseStyle {
    /// What differs from the rules' own settings, by rule.
    pub rules: BTreeMap<String, RuleStyle>,
}

/// What the office says of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleStyle {
    /// How much its findings matter here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Weight>,
    /// The numbers that differ from the rule's own.
    #[serde(flatten)]
    pub settings: BTreeMap<String, u32>,
}

/// A severity, or that the rule is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

impl Weight {
    /// The severity; `None` when the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
        }
    }
}

impl HouseStyle {
    /// The severity of a rule here; `None` when it is off.
    pub(crate) fn severity(&self, rule: &str, own: Severity) -> Option<Severity> {
        match self.rules.get(rule).and_then(|rule| rule.severity) {
            Some(weight) => weight.severity(),
            None => Some(own),
        }
    }
}
