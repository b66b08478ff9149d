//! The search index: a row for every release, at its position.
//!
//! It is an FTS5 table *without content*. The words go in as `words.rs` folds them, so that one
//! definition holds for every language, and FTS5 only splits at spaces; the text itself is in the
//! revision already, and an index with content, or one that reads it from a table, would need the
//! unfolded text a second time. `contentless_delete` lets a row be replaced without the old words.
//!
//! Three things are in the index as words that no text can hold, so that every question is one
//! intersection inside of it, read in row order and left as soon as the page is full:
//!
//! - how a release is *filed* (stage, labels, kind, language), so that the hits of a question with
//!   filters need not be looked up and thrown away one by one;
//! - the words of the *headline* as such. A column of its own would not do: FTS5 reads every place of
//!   a word to learn in which column it stands;
//! - the *beginnings* of words, so that a word being typed is a word like any other. FTS5's own
//!   prefix index keeps every place of every beginning, which doubles the cost of a save, and without
//!   one it gathers all words that begin so before it answers.

use std::ops::RangeInclusive;

use dateline_model::{Content, Kind, Language, ReleaseId, Stage};
use rusqlite::{Connection, params};

use crate::{DeskError, label::LabelId, query::Term, words};

/// Opens every word about filing: a character of no script, which folding never lets through.
const FILED: char = '\u{E000}';

/// Opens every beginning of a word.
const BEGINNING: char = '\u{E001}';

/// Opens every word of the headline, and every beginning of one.
const HEADLINE: char = '\u{E002}';

/// How many letters a beginning has. Behind longer ones few words go on, and FTS5 gathers those
/// quickly.
const BEGINNINGS: RangeInclusive<usize> = 2..=5;

/// A word of the index about how a release is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filed {
    /// Not in the trash.
    Live,
    /// In the trash.
    Trashed,
    /// In a stage.
    Stage(Stage),
    /// In no section.
    NoSection,
    /// Under a section or tag.
    Label(LabelId),
    /// Of a kind.
    Kind(Kind),
    /// In a language, with or without what follows the first hyphen.
    Language(String),
}

impl Filed {
    /// The word as it stands in the index.
    fn word(&self) -> String {
        match self {
            Self::Live => format!("{FILED}live"),
            Self::Trashed => format!("{FILED}trash"),
            Self::Stage(stage) => format!("{FILED}stage{stage}"),
            Self::NoSection => format!("{FILED}nosection"),
            Self::Label(id) => format!("{FILED}label{id}"),
            Self::Kind(kind) => format!("{FILED}kind{kind}"),
            // A hyphen would end the word; the mark does not.
            Self::Language(tag) => {
                let tag = tag.to_lowercase().replace('-', &FILED.to_string());
                format!("{FILED}language{tag}")
            }
        }
    }
}

/// The words of a release as they go into the index, without how it is filed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(String);

impl Words {
    /// Folds a content.
    pub(crate) fn of(content: &Content) -> Self {
        let all = content.plain_text();
        let below = all.strip_prefix(content.headline.as_str()).unwrap_or(&all);
        let mut words = Self(String::with_capacity(all.len() * 3));
        words.add(&content.headline);
        let headline = words.0.clone();
        for word in headline.split_ascii_whitespace() {
            // They also keep the headline's last word and the text's first from being a phrase.
            words.push(&format!("{HEADLINE}{word}"));
        }
        words.add(below);
        words
    }

    fn push(&mut self, word: &str) {
        self.0.push_str(word);
        self.0.push(' ');
    }

    /// Adds the words of a text, and behind them their beginnings, each once.
    fn add(&mut self, text: &str) {
        let from = self.0.len();
        words::folded(text, &mut self.0);
        let mut beginnings = String::new();
        let mut words: Vec<_> = self.0[from..].split_ascii_whitespace().collect();
        // In this order, words that begin alike stand together.
        words.sort_unstable();
        words.dedup();
        let mut before = "";
        for word in words {
            for length in BEGINNINGS {
                let Some(new) = beginning(word, length) else { break };
                if beginning(before, length) != Some(new) {
                    beginnings.push(BEGINNING);
                    beginnings.push_str(new);
                    beginnings.push(' ');
                }
            }
            before = word;
        }
        self.0.push_str(&beginnings);
    }
}

/// The first letters of a word that has more.
fn beginning(word: &str, length: usize) -> Option<&str> {
    word.char_indices().nth(length).map(|(end, _)| &word[..end])
}

/// Enters a release at a position where nothing is.
pub(crate) fn enter(
    desk: &Connection,
    release: ReleaseId,
    mut words: Words,
    position: i64,
) -> Result<(), DeskError> {
    let (reference, filed) = filing(desk, release)?;
    words.add(reference.as_deref().unwrap_or_default());
    for filed in filed {
        words.push(&filed.word());
    }
    let mut insert = desk.prepare_cached("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
    insert.execute(params![position, words.0])?;
    let mut note = desk.prepare_cached(
        "UPDATE release SET label_change = ifnull((SELECT max(id) FROM label_change), 0)
         WHERE id = ?1",
    )?;
    note.execute([release])?;
    Ok(())
}

/// Takes out what stands at a position.
pub(crate) fn remove(desk: &Connection, position: i64) -> Result<(), DeskError> {
    desk.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([position])?;
    Ok(())
}

/// Merges what an archive left in pieces, so that no save after it has to.
pub(crate) fn settle(desk: &Connection) -> Result<(), DeskError> {
    // As FTS5 documents it: there was nothing to do when fewer than two rows changed.
    let mut before = 0;
    while desk.total_changes() - before >= 2 {
        before = desk.total_changes();
        desk.execute("INSERT INTO words (words, rank) VALUES ('merge', 500)", [])?;
    }
    Ok(())
}

/// A term, as the index is asked for it. Its words hold neither quotation marks nor operators.
pub(crate) fn expression(term: &Term) -> String {
    match term.words.split_last() {
        // Of a phrase that is being typed the last word may stand anywhere, until its end is typed.
        Some((last, [])) if term.open => open(last, ""),
        Some((last, before)) if term.open => {
            format!("\"{}\" AND {}", before.join(" "), open(last, ""))
        }
        _ => format!("\"{}\"", term.words.join(" ")),
    }
}

/// A term of which every word stands in the headline, next to each other or not: who reads the text
/// sees that soon enough, and the index would look at every place of each word to say so.
pub(crate) fn headline_expression(term: &Term) -> String {
    let mark = &HEADLINE.to_string();
    let mut parts = Vec::new();
    for (number, word) in term.words.iter().enumerate() {
        let last = number + 1 == term.words.len();
        parts.push(if last && term.open { open(word, mark) } else { format!("\"{mark}{word}\"") });
    }
    parts.join(" AND ")
}

/// A word that may go on.
fn open(word: &str, mark: &str) -> String {
    if BEGINNINGS.contains(&word.chars().count()) {
        format!("(\"{mark}{word}\" OR \"{mark}{BEGINNING}{word}\")")
    } else {
        format!("\"{mark}{word}\" *")
    }
}

/// Filing words, one of which must be there.
pub(crate) fn any(filed: impl IntoIterator<Item = Filed>) -> String {
    let words: Vec<_> = filed.into_iter().map(|filed| format!("\"{}\"", filed.word())).collect();
    words.join(" OR ")
}

/// The reference number of a release, and how it is filed.
fn filing(
    desk: &Connection,
    release: ReleaseId,
) -> Result<(Option<String>, Vec<Filed>), DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT reference, trashed, stage, section, kind, language FROM release WHERE id = ?1",
    )?;
    let (reference, mut filed) = query.query_one([release], |row| {
        let word = |at| row.get::<_, String>(at);
        let kind: Kind = word(4)?.parse().unwrap_or_default();
        let language: Language = word(5)?.parse().unwrap_or_else(|_| Language::english());
        let mut filed = vec![
            if row.get(1)? { Filed::Trashed } else { Filed::Live },
            Filed::Stage(word(2)?.parse().unwrap_or_default()),
            row.get::<_, Option<LabelId>>(3)?.map_or(Filed::NoSection, Filed::Label),
            Filed::Kind(kind),
            Filed::Language(language.primary().to_owned()),
        ];
        if language.primary() != language.tag() {
            filed.push(Filed::Language(language.tag().to_owned()));
        }
        Ok((row.get(0)?, filed))
    })?;
    let mut tags = desk.prepare_cached("SELECT label FROM release_tag WHERE release = ?1")?;
    for tag in tags.query_map([release], |row| row.get(0))? {
        filed.push(Filed::Label(tag?));
    }
    Ok((reference, filed))
}
