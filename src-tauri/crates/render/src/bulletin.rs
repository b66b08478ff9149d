//! What every format of a bulletin says around its items, and in which order they stand.

use dateline_model::{Block, Contact, EndMark};

use crate::face::{is_blank, marks, marks_before};
use crate::words::{Words, fill};
use crate::{Issue, Sheet};

impl Issue<'_> {
    /// The words in which it speaks of itself.
    pub(crate) fn words(&self) -> &'static Words {
        Words::of(&self.bulletin.language)
    }

    /// What it is called; never empty.
    pub(crate) fn masthead(&self) -> String {
        match (self.bulletin.masthead.trim(), self.number()) {
            ("", Some(number)) => number,
            ("", None) => self.words().press_release.to_owned(),
            (masthead, _) => masthead.to_owned(),
        }
    }

    /// Its number, as its language says it: `No. 42`.
    pub(crate) fn number(&self) -> Option<String> {
        let number = self.bulletin.issue.trim();
        (!number.is_empty()).then(|| fill(self.words().issue, &[("number", number)]))
    }

    /// Marks, masthead and number in one line: a page's title, a mail's subject.
    pub(crate) fn title(&self) -> String {
        let mut title = marks_before(self.marking, &self.bulletin.language, self.office.dateline);
        title.push_str(&self.masthead());
        if let (Some(number), false) = (self.number(), self.bulletin.masthead.trim().is_empty()) {
            title.push(' ');
            title.push_str(&number);
        }
        title
    }

    /// The first line of its introduction, behind the embargo line while one holds.
    pub(crate) fn description(&self) -> String {
        let embargo = self.marking.embargo.as_ref().map(|embargo| {
            let language = &self.bulletin.language;
            self.words().embargo_line(embargo, language, self.office) + ". "
        });
        let first = self.bulletin.introduction.trim().lines().next().unwrap_or_default();
        embargo.unwrap_or_default() + first
    }

    /// The marks as lines of their own.
    pub(crate) fn marks(&self) -> Vec<String> {
        marks(self.marking, &self.bulletin.language, self.office)
    }

    /// How many items it leaves out.
    pub(crate) fn left_out_line(&self) -> String {
        fill(self.words().left_out, &[("number", &self.left_out.to_string())])
    }

    /// What stands below the last line.
    pub(crate) fn end_mark(&self) -> &'static str {
        match self.office.end_mark {
            EndMark::Ends => self.words().ends,
            EndMark::Hashes => "###",
            EndMark::Thirty => "-30-",
        }
    }
}

impl<'a> Sheet<'a> {
    /// The headline, or what else it can be called by.
    pub(crate) fn heading(&self) -> String {
        match self.content().headline.trim() {
            "" => self.name(),
            headline => headline.to_owned(),
        }
    }

    /// The lead: the first block with something in it, if it is a paragraph.
    pub(crate) fn lead(&self) -> Option<&'a Block> {
        let first = self.release.content.body.0.iter().find(|block| !is_blank(block))?;
        matches!(first, Block::Paragraph(_)).then_some(first)
    }
}

/// The items by section, sections in the order in which they first appear, items in their own.
pub(crate) fn by_section<'s, 'a>(items: &'s [Sheet<'a>]) -> Vec<(&'a str, Vec<&'s Sheet<'a>>)> {
    let mut sections: Vec<(&str, Vec<&Sheet<'_>>)> = Vec::new();
    for item in items {
        let section = item.release.section.trim();
        match sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, members)) => members.push(item),
            None => sections.push((section, vec![item])),
        }
    }
    sections
}

/// Everybody to ask about any item, each once.
pub(crate) fn contacts<'a>(items: &[Sheet<'a>]) -> Vec<&'a Contact> {
    let mut merged: Vec<&Contact> = Vec::new();
    for contact in items.iter().flat_map(|item| &item.release.content.contacts) {
        let known = |other: &&Contact| {
            (&other.name, &other.role, &other.phone, &other.email, &other.hours)
                == (&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours)
        };
        if !contact.is_blank() && !merged.iter().any(known) {
            merged.push(contact);
        }
    }
    merged
}
