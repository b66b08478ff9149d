//! What a rule is: its description, its examples, and the function that does the work.

use std::{ops::Range, sync::Arc};

use chrono::NaiveDate;

use crate::{
    Severity,
    copy::{Block, Copy},
    dictionary::{Dictionaries, Dictionary},
    notes::Notes,
    style::Sheet,
};

/// One thing that is checked, with all that a person needs to know of it.
pub struct Rule {
    /// Its name in findings, settings and records. It never changes.
    pub id: &'static str,
    /// What it belongs to.
    pub family: Family,
    /// How much its findings matter, until the house style says otherwise.
    pub severity: Severity,
    /// What it marks, in one sentence.
    pub what: &'static str,
    /// Why, with the source of any number.
    pub why: &'static str,
    /// Whether it is about facts or about style: a quotation is evidence, so inside it facts alone
    /// are marked.
    pub concern: Concern,
    /// The numbers that the house style can set.
    pub settings: &'static [Setting],
    /// Texts in which it finds exactly the words between ⟦ and ⟧.
    pub hits: &'static [Example],
    /// Texts in which it finds nothing.
    pub passes: &'static [Example],
    pub(crate) check: Check,
}

/// What a rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// The parts of a release and their lengths.
    Anatomy,
    /// Dates and times.
    Dates,
    /// Quotation marks and brackets.
    Quotations,
    /// Spaces, dashes and other marks.
    Typography,
    /// Sentences and paragraphs.
    Sentences,
    /// Names and terms.
    Names,
    /// Figures, sums and units.
    Figures,
    /// What was left in the text and does not belong there.
    Leftovers,
    /// Telephone numbers and addresses.
    Contacts,
    /// Spelling.
    Spelling,
    /// What the office said before.
    Archive,
    /// A release and its translation.
    Editions,
}

/// Whether a rule is about what is true or about how it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Marked everywhere.
    Fact,
    /// Never marked inside a quotation.
    Style,
}

/// A number that the house style can set for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the house style.
    pub name: &'static str,
    /// What it is until it is set.
    pub default: u32,
    /// What it means, with its unit.
    pub what: &'static str,
}

/// A text that shows what a rule does.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The text; paragraphs are separated by line feeds. One that begins with `{` is a whole
    /// release in JSON.
    pub text: &'static str,
    /// Its language.
    pub language: &'static str,
    /// The day of the release, `YYYY-MM-DD`, empty where it does not matter.
    pub date: &'static str,
}

/// How a rule reads.
pub(crate) enum Check {
    /// A block by itself: its findings stay good as long as its text does.
    Block(fn(&Block, &With, &mut Notes)),
    /// All blocks together.
    Release(fn(&Copy, &With, &mut Notes)),
    /// A release and its translation; see [`crate::Checker::compare`].
    Editions,
}

/// What a rule reads with.
pub(crate) struct With<'a> {
    /// The rule itself.
    pub(crate) rule: &'static Rule,
    /// The house style.
    pub(crate) sheet: &'a Sheet,
    /// The dictionaries.
    pub(crate) dictionaries: &'a Dictionaries,
    /// The day of the release.
    pub(crate) date: Option<NaiveDate>,
}

impl With<'_> {
    /// The nearest dictionary of a block's language, if there is one.
    pub(crate) fn dictionary(&self, block: &Block) -> Option<Arc<Dictionary>> {
        self.dictionaries.of(block.language()).into_iter().next()
    }

    /// The number that the house style sets, or its default.
    pub(crate) fn setting(&self, name: &str) -> usize {
        let set = self.sheet.house.rules.get(self.rule.id).and_then(|rule| rule.settings.get(name));
        let default =
            || self.rule.settings.iter().find(|setting| setting.name == name)?.default.into();
        set.copied().or_else(default).unwrap_or_default() as usize
    }
}

/// An English example.
pub(crate) const fn en(text: &'static str) -> Example {
    Example { text, language: "en-GB", date: "" }
}

/// An example in American English.
pub(crate) const fn american(text: &'static str) -> Example {
    Example { text, language: "en-US", date: "" }
}

/// A French example.
pub(crate) const fn fr(text: &'static str) -> Example {
    Example { text, language: "fr", date: "" }
}

/// A German example.
pub(crate) const fn de(text: &'static str) -> Example {
    Example { text, language: "de", date: "" }
}

/// A Spanish example.
pub(crate) const fn es(text: &'static str) -> Example {
    Example { text, language: "es", date: "" }
}

/// A Russian example.
pub(crate) const fn ru(text: &'static str) -> Example {
    Example { text, language: "ru", date: "" }
}

impl Example {
    /// The same in a release of that day.
    pub(crate) const fn on(self, date: &'static str) -> Self {
        Self { date, ..self }
    }

    /// The text without marks, and the marked words.
    pub fn marked(&self) -> (String, Vec<String>) {
        let (mut text, mut marked) = (String::new(), Vec::new());
        let mut rest = self.text;
        while let Some((before, from)) = rest.split_once('⟦') {
            let (words, after) = from.split_once('⟧').unwrap_or((from, ""));
            text.push_str(before);
            text.push_str(words);
            marked.push(words.to_owned());
            rest = after;
        }
        text.push_str(rest);
        (text, marked)
    }
}

impl Family {
    /// Every family, in the order of the rule list.
    pub const ALL: [Self; 12] = [
        Self::Anatomy,
        Self::Dates,
        Self::Quotations,
        Self::Typography,
        Self::Sentences,
        Self::Names,
        Self::Figures,
        Self::Leftovers,
        Self::Contacts,
        Self::Spelling,
        Self::Archive,
        Self::Editions,
    ];

    /// Its heading in the rule list.
    pub fn title(self) -> &'static str {
        match self {
            Self::Anatomy => "Anatomy",
            Self::Dates => "Dates and times",
            Self::Quotations => "Quotation marks and brackets",
            Self::Typography => "Typography",
            Self::Sentences => "Sentences",
            Self::Names => "Names and terms",
            Self::Figures => "Figures",
            Self::Leftovers => "Leftovers",
            Self::Contacts => "Contacts",
            Self::Spelling => "Spelling",
            Self::Archive => "Against the archive",
            Self::Editions => "Across editions",
        }
    }
}

/// The bytes of a part of a text.
pub(crate) type Span = Range<usize>;

/// An example that is a whole release, in JSON.
pub(crate) const fn release(json: &'static str) -> Example {
    Example { text: json, language: "en-GB", date: "" }
}
