//! The office that the desk belongs to, and its customs.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::Language;

/// Who publishes, and by which customs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Office {
    /// The organisation's name as it signs.
    pub name: String,
    /// The unit below it, e.g. "Press desk".
    pub desk: String,
    /// The address of its news pages, empty when it has none; used for canonical addresses.
    pub url: String,
    /// The language of new releases.
    pub language: Language,
    /// The zone in which its times are meant.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub zone: Tz,
    /// The zones in which the end of an embargo is told beside its own.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub embargo_zones: Vec<Tz>,
    /// How datelines and English dates are written.
    pub dateline: DatelineStyle,
    /// What stands below the last line.
    pub end_mark: EndMark,
}

/// How a dateline is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum DatelineStyle {
    /// LONDON, 25 July 2024 –
    #[default]
    British,
    /// NEW YORK (July 25, 2024) —
    American,
}

/// What says that nothing follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum EndMark {
    /// The word for "ENDS" in the release's language.
    #[default]
    Ends,
    /// ###
    Hashes,
    /// -30-
    Thirty,
}

impl Default for Office {
    fn default() -> Self {
        Self {
            name: String::new(),
            desk: String::new(),
            url: String::new(),
            language: Language::english(),
            zone: Tz::UTC,
            embargo_zones: Vec::new(),
            dateline: DatelineStyle::default(),
            end_mark: EndMark::default(),
        }
    }
}
