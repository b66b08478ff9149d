//! Accepted findings: what an editor has looked at and left as it is, with a reason.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Finding;

/// The findings that were accepted in a release. They stay accepted while the words around them
/// stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(transparent)]
pub struct Accepted(pub Vec<Acceptance>);

/// Somebody's word that a finding may stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Acceptance {
    /// The finding's key: its rule, its words and the words around them.
    pub key: String,
    /// The rule, for the record.
    pub rule: String,
    /// The words, for the record.
    pub excerpt: String,
    /// Why it may stand.
    pub why: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Acceptance {
    /// Accepts a finding.
    pub fn of(finding: &Finding, why: &str, by: &str, at: DateTime<Utc>) -> Self {
        Self {
            key: finding.key.clone(),
            rule: finding.rule.to_owned(),
            excerpt: finding.excerpt.clone(),
            why: why.to_owned(),
            by: by.to_owned(),
            at,
        }
    }
}

impl Accepted {
    /// The acceptance that covers a finding.
    pub fn covering(&self, finding: &Finding) -> Option<&Acceptance> {
        self.0.iter().find(|acceptance| acceptance.key == finding.key)
    }

    /// Parts findings into those that are open and those that are accepted, each in its order.
    pub fn part(&self, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
        findings.into_iter().partition(|finding| self.covering(finding).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, HouseStyle, check_text, style::Exception};

    fn findings(text: &str) -> Vec<Finding> {
        check_text(text, &"en-GB".parse().unwrap(), None)
    }

    #[test]
    fn a_finding_stays_accepted_while_the_text_there_stays() {
        let open = findings("The ship “Ole of of Man” came.\nThe port opens on 31 June.");
        let last = open.last().unwrap();
        let accepted =
            Accepted(vec![Acceptance::of(last, "It is a joke.", "Anna Berg", DateTime::default())]);
        let (left, covered) =
            accepted.part(findings("A new first line.\nThe port opens on 31 June."));
        assert_eq!(covered[0].excerpt, "31 June");
        assert!(left.iter().all(|f| f.rule != "impossible-date"));
        let (left, _) = accepted.part(findings("The port shuts on 31 June."));
        assert!(left.iter().any(|f| f.rule == "impossible-date"));
    }

    #[test]
    fn an_exception_holds_for_good() {
        let exception = Exception {
            rule: "impossible-date".into(),
            words: "31 June".into(),
            why: "The play.".into(),
        };
        let style = HouseStyle { exceptions: vec![exception], ..HouseStyle::default() };
        let found = Checker::new(style).check_text(
            "The play 31 June opens.",
            &"en-GB".parse().unwrap(),
            None,
        );
        assert!(found.is_empty());
    }
}
