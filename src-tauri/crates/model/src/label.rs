//! Sections and tags: the two sorts of names under which releases stand.

use serde::{Deserialize, Serialize};

/// Which of the two a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum LabelSort {
    /// Where a release stands on the site. A release has at most one.
    Section,
    /// What it is about.
    Tag,
}

impl LabelSort {
    /// The word by which it is stored and spoken of.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Tag => "tag",
        }
    }
}

impl std::str::FromStr for LabelSort {
    type Err = crate::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let word = word.trim().to_lowercase();
        [Self::Section, Self::Tag].into_iter().find(|sort| sort.as_str() == word).ok_or(
            crate::UnknownWord { word, what: crate::say!("sort of name"), known: "section, tag" },
        )
    }
}
