//! Rules written for Vale: its substitution and existence rules as patterns of the house style.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Pattern, StyleError, sheet::compile};
use crate::Severity;

/// What came out of a Vale rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The patterns that can be used.
    pub patterns: Vec<Pattern>,
    /// What had to be left out, word for word, with the reason.
    pub left_out: Vec<String>,
}

#[derive(Deserialize)]
struct Rule {
    extends: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    ignorecase: bool,
    #[serde(default)]
    nonword: bool,
    #[serde(default)]
    tokens: Vec<String>,
    #[serde(default)]
    raw: Vec<String>,
    #[serde(default)]
    swap: BTreeMap<String, String>,
}

/// Reads a Vale rule (YAML) under a name. Of its extension points `existence` and `substitution`
/// are taken; expressions with look-around are left out and named.
///
/// # Errors
/// When it is no YAML of a Vale rule, or of another extension point.
pub fn import_vale(name: &str, yaml: &str) -> Result<Imported, StyleError> {
    let rule: Rule = serde_saphyr::from_str(yaml)
        .map_err(|error| StyleError::Unreadable(format!("“{name}” is no Vale rule: {error}")))?;
    let severity = match rule.level.as_str() {
        "error" => Some(Severity::Error),
        "suggestion" => Some(Severity::Advice),
        _ => Some(Severity::Warning),
    };
    let mut imported = Imported::default();
    let mut take = |find: String, replace: Option<String>| {
        let pattern = Pattern {
            name: name.to_owned(),
            find,
            replace,
            message: rule.message.clone(),
            severity,
            languages: Vec::new(),
        };
        match compile(&pattern) {
            Ok(_) => imported.patterns.push(pattern),
            Err(reason) => imported.left_out.push(format!("{} ({reason})", pattern.find)),
        }
    };
    let whole = |words: &str, bounded: bool| {
        let case = if rule.ignorecase { "(?i)" } else { "" };
        match bounded {
            true => format!("{case}\\b(?:{words})\\b"),
            false => format!("{case}(?:{words})"),
        }
    };
    match rule.extends.as_str() {
        "existence" => {
            for token in &rule.tokens {
                take(whole(token, !rule.nonword), None);
            }
            if !rule.raw.is_empty() {
                take(whole(&rule.raw.concat(), false), None);
            }
        }
        "substitution" => {
            for (words, right) in &rule.swap {
                // Vale separates alternatives by a bar; the first is offered.
                let first = right.split('|').next().unwrap_or_default();
                take(whole(words, !rule.nonword), Some(first.replace('$', "$$")));
            }
        }
        other => {
            return Err(StyleError::Unreadable(format!(
                "“{name}” extends “{other}”; only existence and substitution can be taken."
            )));
        }
    }
    Ok(imported)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, HouseStyle};

    #[test]
    fn substitutions_and_existence_are_taken() {
        let mut style = HouseStyle::default();
        let swap = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: true\nswap:\n  shipping lane: fairway\n  '(?=x)y': z\n";
        let imported = import_vale("House.Terms", swap).unwrap();
        assert_eq!(imported.left_out.len(), 1);
        style.patterns = imported.patterns;
        let very = "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: suggestion\ntokens:\n  - very\n  - 'really\\s+'\n";
        style.patterns.extend(import_vale("House.Very", very).unwrap().patterns);
        let text = "The Shipping lane is very busy. “It is very busy,” he said.";
        let found = Checker::new(style).check_text(text, &"en-GB".parse().unwrap(), None);
        let said: Vec<_> = found
            .iter()
            .filter(|f| f.rule == "pattern")
            .map(|f| (f.severity, f.message.to_string()))
            .collect();
        assert_eq!(
            said,
            [
                (Severity::Error, "Use 'fairway' instead of 'Shipping lane'.".to_owned()),
                (Severity::Advice, "Avoid 'very'.".to_owned())
            ]
        );
    }

    #[test]
    fn other_rules_are_refused_in_words() {
        assert!(
            import_vale("X", "extends: spelling\nmessage: a")
                .unwrap_err()
                .to_string()
                .contains("only existence")
        );
        assert!(import_vale("X", "- a list").is_err());
    }
}
