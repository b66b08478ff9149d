//! A theme's manifest: what it is called, which languages it is made for, what can be set in it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::ThemeError;

/// The name of the manifest's file.
pub(super) const FILE: &str = "theme.toml";

/// What a theme says of itself, in `theme.toml`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// What it is called.
    pub name: String,
    /// Its version, as its author counts.
    pub version: String,
    /// The languages that it is made for, as BCP 47 tags; none means any.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What can be set in it, by name.
    #[serde(default)]
    pub options: BTreeMap<String, Choice>,
}

/// Something that can be set in a theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What sort of value it takes.
    #[serde(rename = "type")]
    pub kind: OptionKind,
    /// What holds until somebody sets it.
    pub default: OptionValue,
    /// The values of a `choice`.
    #[serde(default)]
    pub choices: Vec<String>,
    /// What it does, for who sets it.
    #[serde(default)]
    pub about: String,
}

/// What sort of value an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptionKind {
    /// Words.
    Text,
    /// `#1f4e79` or `#abc`.
    Colour,
    /// A number.
    Number,
    /// `true` or `false`.
    Switch,
    /// One of the option's `choices`.
    Choice,
}

/// A value of an option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// `true` or `false`.
    Switch(bool),
    /// A number.
    Number(f64),
    /// Words, a colour or a choice.
    Text(String),
}

impl fmt::Display for OptionValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch(on) => write!(f, "{on}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "“{text}”"),
        }
    }
}

impl Manifest {
    pub(super) fn read(text: &str) -> Result<Self, ThemeError> {
        let manifest: Self = toml::from_str(text).map_err(|error| ThemeError {
            file: FILE.to_owned(),
            line: error.span().map(|span| text[..span.start].matches('\n').count() + 1),
            reason: error.message().trim_end_matches('.').to_owned(),
        })?;
        if manifest.name.trim().is_empty() {
            return Err(ThemeError::in_file(FILE, "the theme has no name"));
        }
        for tag in &manifest.languages {
            tag.parse::<dateline_model::Language>()
                .map_err(|error| ThemeError::in_file(FILE, error.to_string()))?;
        }
        for (name, choice) in &manifest.options {
            choice.check(name, &choice.default)?;
        }
        Ok(manifest)
    }
}

impl Choice {
    /// Whether a value is one that the option takes.
    pub(super) fn check(&self, name: &str, value: &OptionValue) -> Result<(), ThemeError> {
        let fits = match (self.kind, value) {
            (OptionKind::Text, OptionValue::Text(_)) => true,
            (OptionKind::Switch, OptionValue::Switch(_)) => true,
            (OptionKind::Number, OptionValue::Number(_)) => true,
            (OptionKind::Colour, OptionValue::Text(text)) => is_colour(text),
            (OptionKind::Choice, OptionValue::Text(text)) => self.choices.contains(text),
            _ => false,
        };
        if fits {
            return Ok(());
        }
        let wanted = match self.kind {
            OptionKind::Text => "words in quotation marks".to_owned(),
            OptionKind::Colour => "a colour such as \"#1f4e79\"".to_owned(),
            OptionKind::Number => "a number".to_owned(),
            OptionKind::Switch => "true or false".to_owned(),
            OptionKind::Choice => format!("one of {}", self.choices.join(", ")),
        };
        let reason = format!("the option “{name}” takes {wanted}, not {value}");
        Err(ThemeError::in_file(FILE, reason))
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_with_its_options() {
        let manifest = Manifest::read(
            "name = \"Vestmark\"\nversion = \"1.2\"\nlanguages = [\"en\", \"ru\"]\n\
             [options.accent]\ntype = \"colour\"\ndefault = \"#1f4e79\"\nabout = \"Links\"\n\
             [options.tone]\ntype = \"choice\"\nchoices = [\"warm\", \"cool\"]\ndefault = \"warm\"\n",
        )
        .unwrap();
        assert_eq!(manifest.options["accent"].kind, OptionKind::Colour);
        assert_eq!(manifest.options["tone"].choices, ["warm", "cool"]);
    }

    #[test]
    fn faults_name_their_line_and_reason() {
        let said = |text: &str| Manifest::read(text).unwrap_err().to_string();
        assert_eq!(
            said("name = \"A\"\nversion = 1\n"),
            "The theme’s file “theme.toml”, line 2, has a fault: invalid type: integer `1`, expected a string."
        );
        assert_eq!(
            said(
                "name = \"A\"\nversion = \"1\"\n[options.accent]\ntype = \"colour\"\ndefault = \"blue\"\n"
            ),
            "The theme’s file “theme.toml” has a fault: the option “accent” takes a colour such as \"#1f4e79\", not “blue”."
        );
        assert!(said("version = \"1\"").contains("missing field `name`"));
        assert!(
            said("name = \"A\"\nversion = \"1\"\nlanguages = [\"english\"]").contains("english")
        );
    }
}
