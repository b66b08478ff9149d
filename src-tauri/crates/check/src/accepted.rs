//! Accepted findings: which of what the checks say an editor has looked at and left as it is.

use chrono::{DateTime, Utc};
use dateline_model::Acceptance;

use crate::Finding;

/// Accepts a finding.
pub fn accept(finding: &Finding, why: &str, by: &str, at: DateTime<Utc>) -> Acceptance {
    Acceptance {
        key: finding.key.clone(),
        rule: finding.rule.to_owned(),
        excerpt: finding.excerpt.clone(),
        why: why.to_owned(),
        by: by.to_owned(),
        at,
    }
}

/// Parts findings into those that are open and those that are accepted, each in its order.
pub fn part(findings: Vec<Finding>, accepted: &[Acceptance]) -> (Vec<Finding>, Vec<Finding>) {
    let is_open = |finding: &Finding| accepted.iter().all(|known| known.key != finding.key);
    findings.into_iter().partition(is_open)
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
        let accepted = [accept(last, "It is a joke.", "Anna Berg", DateTime::default())];
        let (left, covered) =
            part(findings("A new first line.\nThe port opens on 31 June."), &accepted);
        assert_eq!(covered[0].excerpt, "31 June");
        assert!(left.iter().all(|f| f.rule != "impossible-date"));
        let (left, _) = part(findings("The port shuts on 31 June."), &accepted);
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
