//! The kinds of release, and what each has and needs.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{say, stage::UnknownWord};

/// What sort of text a release is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A news item.
    #[default]
    News,
    /// A statement or speech.
    Statement,
    /// An interview.
    Interview,
    /// A report on an event or exercise.
    Report,
    /// A media advisory: an invitation to something still to come.
    Advisory,
    /// A short notice.
    Notice,
    /// A correction of an earlier release.
    Correction,
}

/// A place in a release that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Slot {
    /// The headline.
    Headline,
    /// The standfirst below it.
    Subhead,
    /// Where the release is dated from.
    Place,
    /// The day it is dated.
    Date,
    /// The text.
    Body,
    /// Notes to editors.
    Notes,
    /// "About" texts.
    Boilerplate,
    /// Whom the press can ask.
    Contacts,
    /// What a correction puts right.
    Correction,
}

/// Which slots a kind has, in the order of the page, and which of them approval asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Profile {
    /// The kind.
    pub kind: Kind,
    /// The slots it has.
    pub slots: Vec<Slot>,
    /// The slots that may not be empty when it is approved.
    pub required: Vec<Slot>,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::News,
        Self::Statement,
        Self::Interview,
        Self::Report,
        Self::Advisory,
        Self::Notice,
        Self::Correction,
    ];

    /// The word by which it is stored and named on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Statement => "statement",
            Self::Interview => "interview",
            Self::Report => "report",
            Self::Advisory => "advisory",
            Self::Notice => "notice",
            Self::Correction => "correction",
        }
    }

    /// What this kind has and needs.
    pub fn profile(self) -> Profile {
        use Slot::{
            Body, Boilerplate, Contacts, Correction, Date, Headline, Notes, Place, Subhead,
        };
        let (slots, required): (&[Slot], &[Slot]) = match self {
            Self::News | Self::Report => (
                &[Headline, Subhead, Place, Date, Body, Notes, Boilerplate, Contacts],
                &[Headline, Place, Date, Body, Contacts],
            ),
            Self::Statement | Self::Interview => (
                &[Headline, Subhead, Place, Date, Body, Notes, Boilerplate, Contacts],
                &[Headline, Date, Body, Contacts],
            ),
            Self::Advisory => (
                &[Headline, Subhead, Place, Date, Body, Notes, Boilerplate, Contacts],
                &[Headline, Place, Date, Body, Contacts],
            ),
            Self::Notice => (&[Headline, Date, Body, Contacts], &[Headline, Date, Body]),
            Self::Correction => (
                &[Headline, Subhead, Correction, Place, Date, Body, Notes, Boilerplate, Contacts],
                &[Headline, Correction, Date, Body, Contacts],
            ),
        };
        Profile { kind: self, slots: slots.to_vec(), required: required.to_vec() }
    }
}

impl Slot {
    /// Every slot, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Headline,
        Self::Subhead,
        Self::Correction,
        Self::Place,
        Self::Date,
        Self::Body,
        Self::Notes,
        Self::Boilerplate,
        Self::Contacts,
    ];

    /// The word by which it is named on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::Place => "place",
            Self::Date => "date",
            Self::Body => "body",
            Self::Notes => "notes",
            Self::Boilerplate => "boilerplate",
            Self::Contacts => "contacts",
            Self::Correction => "correction",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let word = word.trim().to_lowercase();
        match word.as_str() {
            "release" | "press release" | "news item" => return Ok(Self::News),
            "speech" | "statement or speech" => return Ok(Self::Statement),
            "event" | "exercise" | "event report" | "exercise report" => return Ok(Self::Report),
            "media advisory" => return Ok(Self::Advisory),
            _ => {}
        }
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or(UnknownWord {
            word,
            what: say!("kind of release"),
            known: "news, statement, interview, report, advisory, notice, correction",
        })
    }
}
