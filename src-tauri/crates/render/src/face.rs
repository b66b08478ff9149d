//! The face of a release: what every format says around the text, and says in the same words.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use dateline_model::{
    Block, Body, Content, DatelineStyle, EndMark, Language, Office, Release, ReleaseId, line_text,
    long_date, slug,
};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::words::{Words, capitals, fill};
use crate::{Marking, Sheet};

/// The most characters of a description: what search engines and chat previews show.
const DESCRIPTION: usize = 160;

/// What has to be escaped in a path of an address.
pub(crate) const PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'?').add(b'`').add(b'%');

impl Sheet<'_> {
    /// The words in which it speaks of itself.
    pub(crate) fn words(&self) -> &'static Words {
        Words::of(&self.release.content.language)
    }

    /// Its language.
    pub(crate) fn language(&self) -> &Language {
        &self.release.content.language
    }

    pub(crate) fn content(&self) -> &Content {
        &self.release.content
    }

    /// "For immediate release"; `None` for a draft or a text under embargo, whose marks say
    /// otherwise.
    pub(crate) fn release_line(&self) -> Option<&'static str> {
        let free = !self.marking.draft && self.marking.embargo.is_none();
        free.then(|| self.words().immediate)
    }

    /// What it is and its number: `Press release 2026/118`.
    pub(crate) fn name(&self) -> String {
        let mut name = self.words().press_release.to_owned();
        if let Some(reference) = reference(self.release) {
            name.push(' ');
            name.push_str(reference);
        }
        name
    }

    /// The day it is dated, in words.
    pub(crate) fn date(&self) -> Option<String> {
        let content = self.content();
        content.date.map(|date| long_date(date, &content.language, self.office.dateline))
    }

    /// The dateline in two parts: the place as written, and what stands behind it.
    pub(crate) fn dateline(&self) -> Option<Dateline<'_>> {
        let place = self.content().place.trim();
        let date = self.date();
        if place.is_empty() && date.is_none() {
            return None;
        }
        let american = self.office.dateline == DatelineStyle::American;
        let (before, behind, dash) = match date {
            None => (String::new(), String::new(), if american { "—" } else { "–" }),
            Some(date) if place.is_empty() => {
                (String::new(), date, if american { "—" } else { "–" })
            }
            Some(date) if american => (String::new(), format!(" ({date})"), "—"),
            Some(date) => {
                let pattern = self.words().dateline;
                let (before, behind) = pattern.split_once("{place}").unwrap_or(("", pattern));
                (before.to_owned(), fill(behind, &[("date", &date)]), "–")
            }
        };
        Some(Dateline { before, place, behind, dash })
    }

    /// The heading of the correction note.
    pub(crate) fn correction_heading(&self) -> Option<Cow<'static, str>> {
        let correction = self.content().correction.as_ref()?;
        let original = self.related.original.as_ref().map_or("", |original| &original.name);
        let (reference, what) = match correction.reference.trim() {
            "" => (original, correction.what.trim()),
            reference => (reference, correction.what.trim()),
        };
        match (reference, what) {
            ("", "") => None,
            ("", _) => Some(self.words().correction.into()),
            _ => Some(fill(self.words().corrects, &[("release", reference)]).into()),
        }
    }

    /// What stands below the last line.
    pub(crate) fn end_mark(&self) -> &'static str {
        match self.office.end_mark {
            EndMark::Ends => self.words().ends,
            EndMark::Hashes => "###",
            EndMark::Thirty => "-30-",
        }
    }

    /// The headline with the marks in front of it: a page's title, a mail's subject. Never empty.
    pub(crate) fn title(&self) -> String {
        let headline = self.content().headline.trim();
        let mut title = self.marks_before();
        if headline.is_empty() {
            title.push_str(&self.name())
        } else {
            title.push_str(headline)
        }
        title
    }

    /// The marks as they stand before a headline, with what separates them from it.
    pub(crate) fn marks_before(&self) -> String {
        marks_before(self.marking, self.language(), self.office.dateline)
    }

    /// The marks as lines of their own, for top and bottom.
    pub(crate) fn marks(&self) -> Vec<String> {
        marks(self.marking, self.language(), self.office)
    }

    /// One sentence on what it says: the subhead, or the beginning of the text. With the embargo
    /// line before it while one holds.
    pub(crate) fn description(&self) -> String {
        let content = self.content();
        let mut description = match &self.marking.embargo {
            Some(embargo) => {
                let words = self.words();
                words.embargo_line(embargo, &content.language, self.office) + ". "
            }
            None => String::new(),
        };
        description.push_str(&summary(content));
        description.trim_end().to_owned()
    }

    /// Where the release stands on the office's news pages; `None` when the office has none.
    pub(crate) fn canonical(&self) -> Option<String> {
        let base = crate::address::safe(&self.office.url)?;
        if !base.starts_with("http") {
            return None;
        }
        let path = path(self.release);
        Some(format!("{}/{}", base.trim_end_matches('/'), utf8_percent_encode(&path, PATH)))
    }
}

/// A dateline in its parts, so that a format can set the place in its own way.
pub(crate) struct Dateline<'a> {
    /// What stands before the place, in languages that put something there.
    pub(crate) before: String,
    /// The place as written.
    pub(crate) place: &'a str,
    /// What stands behind it: the date, with what separates it.
    pub(crate) behind: String,
    /// The dash before the lead.
    pub(crate) dash: &'static str,
}

impl Dateline<'_> {
    /// The dateline with the place in capitals and its dash, without a space behind.
    pub(crate) fn in_capitals(&self, language: &Language) -> String {
        let place = capitals(self.place, language);
        format!("{}{place}{} {}", self.before, self.behind, self.dash)
    }
}

/// A release's place on the office's pages, by the year it is dated and its [`stem`]:
/// `2026/2026-041-harbour-opens.html`.
pub fn path(release: &Release) -> String {
    let Release { id, reference, content, .. } = release;
    path_of(*id, reference.as_deref(), &content.headline, content.date)
}

/// The same for what is known without its text.
pub fn path_of(
    id: ReleaseId,
    reference: Option<&str>,
    headline: &str,
    date: Option<NaiveDate>,
) -> String {
    let stem = stem_of(id, reference, headline);
    match date {
        Some(date) => format!("{}/{stem}.html", date.year()),
        None => format!("{stem}.html"),
    }
}

/// A release's name in file names and addresses, without an ending: reference and headline, or
/// headline and number. Every system can store it. Two editions of one release can share it; a site
/// then tells them apart.
pub fn stem(release: &Release) -> String {
    stem_of(release.id, release.reference.as_deref(), &release.content.headline)
}

fn stem_of(id: ReleaseId, reference: Option<&str>, headline: &str) -> String {
    let headline = slug(headline);
    let reference = reference.map(slug).filter(|reference| !reference.is_empty());
    match (reference, headline.as_str()) {
        (Some(reference), "") => reference,
        (Some(reference), headline) => format!("{reference}-{headline}"),
        (None, "") => format!("release-{id}"),
        (None, headline) => format!("{headline}-{id}"),
    }
}

/// What lists and search engines say of a text: its subhead, or its beginning, in at most 160
/// characters.
pub fn summary(content: &Content) -> String {
    let mut summary = String::new();
    match content.subhead.trim() {
        "" => {
            if let Some(lead) = lead(&content.body) {
                clip(&line_text(lead), DESCRIPTION, &mut summary);
            }
        }
        subhead => clip(subhead, DESCRIPTION, &mut summary),
    }
    summary
}

/// The reference number, if it has one that says anything.
pub(crate) fn reference(release: &Release) -> Option<&str> {
    release.reference.as_deref().map(str::trim).filter(|reference| !reference.is_empty())
}

/// The marks as lines of their own: draft first, then embargo.
pub(crate) fn marks(marking: &Marking, language: &Language, office: &Office) -> Vec<String> {
    let words = Words::of(language);
    let draft = marking.draft.then(|| words.draft_line());
    let embargo =
        marking.embargo.as_ref().map(|embargo| words.embargo_line(embargo, language, office));
    draft.into_iter().chain(embargo).collect()
}

/// The marks as they stand before a title, with what separates them from it.
pub(crate) fn marks_before(marking: &Marking, language: &Language, style: DatelineStyle) -> String {
    let words = Words::of(language);
    let mut marks = String::new();
    if marking.draft {
        marks.push_str(words.draft);
        marks.push_str(words.colon);
    }
    if let Some(embargo) = &marking.embargo {
        marks.push_str(&words.embargo_mark(embargo, language, style));
        marks.push_str(words.colon);
    }
    marks
}

/// The first block with something in it, if it is a paragraph: the lead.
pub(crate) fn lead(body: &Body) -> Option<&[dateline_model::Inline]> {
    match body.0.iter().find(|block| !is_blank(block))? {
        Block::Paragraph(content) => Some(content),
        _ => None,
    }
}

/// Whether a block shows nothing.
pub(crate) fn is_blank(block: &Block) -> bool {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => is_blank_line(content),
        Block::BulletList(items) | Block::OrderedList { items, .. } => {
            items.iter().flatten().all(is_blank)
        }
        Block::Quotation { speaker, position, content } => {
            speaker.trim().is_empty() && position.trim().is_empty() && content.iter().all(is_blank)
        }
        Block::Table(table) => {
            table.caption.trim().is_empty() && table.rows.iter().all(Vec::is_empty)
        }
        Block::Figure(figure) => *figure == dateline_model::Figure::default(),
        Block::Divider => false,
        Block::Unknown(node) => node.plain_text().trim().is_empty(),
    }
}

fn is_blank_line(content: &[dateline_model::Inline]) -> bool {
    use dateline_model::Inline;
    content.iter().all(|inline| match inline {
        Inline::Text { text, .. } => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Unknown(node) => node.plain_text().trim().is_empty(),
    })
}

/// The notes of a text: each block is one, and the items of a numbered list are one each.
pub(crate) fn notes(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    let one = blocks.iter().filter(|block| !is_blank(block)).flat_map(|block| match block {
        Block::OrderedList { items, .. } => items.iter().map(Vec::as_slice).collect(),
        other => vec![std::slice::from_ref(other)],
    });
    one.filter(|note| !note.iter().all(is_blank))
}

/// The paragraphs of a text that separates them by blank lines.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        let (paragraph, behind) = rest.split_at(end);
        rest = behind;
        Some(paragraph.trim_end())
    })
}

/// Appends at most `most` characters of a text, cut at a word, with an ellipsis where it was cut.
fn clip(text: &str, most: usize, into: &mut String) {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(most) else {
        into.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        return;
    };
    // Scripts without spaces are cut where they are; others back at the last word that fits.
    let kept = &text[..cut];
    let kept = match kept.rfind(char::is_whitespace) {
        Some(space) if space > cut / 2 => &kept[..space],
        _ => kept,
    };
    into.extend(kept.trim_end().chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
    into.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_split_at_blank_lines_of_any_kind() {
        let text = "\n\nOne\nstill one\n \t\r\nTwo\r\n\r\n";
        assert_eq!(paragraphs(text).collect::<Vec<_>>(), ["One\nstill one", "Two"]);
        assert_eq!(paragraphs(" \n ").count(), 0);
    }

    #[test]
    fn long_texts_are_clipped_at_a_word() {
        let clipped = |text: &str, most| {
            let mut into = String::new();
            clip(text, most, &mut into);
            into
        };
        assert_eq!(clipped("The fairway is open", 15), "The fairway is…");
        assert_eq!(clipped("The fairway", 15), "The fairway");
        assert_eq!(clipped("航路は開いています", 4), "航路は開…");
    }
}
