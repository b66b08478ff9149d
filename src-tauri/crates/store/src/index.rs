//! The search index: a row for every release, at its position.
//!
//! It is an FTS5 table *without content*. The words go in as `words.rs` folds them, so that one
//! definition holds for every language, and FTS5 only splits at spaces; the text itself is in the
//! revision already, and an index with content, or one that reads it from a table, would need the
//! unfolded text a second time. `contentless_delete` lets a row be replaced without the old words.
//!
//! Two things are in the index as words that no text can hold, so that every question is one
//! intersection inside of it, read in row order and left as soon as the page is full:
//!
//! - how a release is *filed* (stage, labels, kind, language), so that the hits of a question with
//!   filters need not be looked up and thrown away one by one;
//! - the *beginnings* of its words, so that a word being typed is a word like any other. FTS5's own
//!   prefix index keeps every place of every beginning, which doubles the cost of a save, and without
//!   one it gathers all words that begin so before it answers.

use dateline_model::{Content, Kind, Language, ReleaseId, Stage};
use rusqlite::{Connection, params};

use crate::{DeskError, label::LabelId, query::Term, words};

/// Opens every word about filing: a character of no script, which folding never lets through.
const FILED: char = '\u{E000}';

/// Opens every beginning of a word.
const BEGINNING: char = '\u{E001}';

/// How many letters a beginning has. Few longer ones are typed, and few words go on behind them, so
/// that FTS5 gathers those quickly.
const BEGINNINGS: std::ops::RangeInclusive<usize> = 2..=6;

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

/// The words of a release and their beginnings, as they go into the index.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    headline: String,
    text: String,
}

impl Words {
    /// Folds a content.
    pub(crate) fn of(content: &Content) -> Self {
        let all = content.plain_text();
        let below = all.strip_prefix(content.headline.as_str()).unwrap_or(&all);
        Self { headline: with_beginnings(&content.headline), text: with_beginnings(below) }
    }
}

/// The folded words of a text, and behind them their beginnings, each once.
fn with_beginnings(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() * 3);
    words::folded(text, &mut folded);
    let mut beginnings = String::with_capacity(text.len() * 2);
    let mut words: Vec<_> = folded.split_ascii_whitespace().collect();
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
    folded.push_str(&beginnings);
    folded
}

/// The first letters of a word that has more.
fn beginning(word: &str, length: usize) -> Option<&str> {
    word.char_indices().nth(length).map(|(end, _)| &word[..end])
}

/// Enters a release at a position where nothing is.
pub(crate) fn enter(
    desk: &Connection,
    release: ReleaseId,
    words: Words,
    position: i64,
) -> Result<(), DeskError> {
    let (reference, filed) = filing(desk, release)?;
    let Words { headline, mut text } = words;
    text.push_str(&with_beginnings(reference.as_deref().unwrap_or_default()));
    let filed: Vec<_> = filed.iter().map(Filed::word).collect();
    let mut insert = desk.prepare_cached(
        "INSERT INTO words (rowid, headline, text, filing) VALUES (?1, ?2, ?3, ?4)",
    )?;
    insert.execute(params![position, headline, text, filed.join(" ")])?;
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

/// A term, as the index is asked for it. Its words hold neither quotation marks nor operators.
pub(crate) fn expression(term: &Term) -> String {
    let closed = |words: &[String]| format!("\"{}\"", words.join(" "));
    let Some((last, before)) = term.words.split_last().filter(|_| term.open) else {
        return closed(&term.words);
    };
    let open = if BEGINNINGS.contains(&last.chars().count()) {
        format!("(\"{last}\" OR \"{BEGINNING}{last}\")")
    } else {
        format!("\"{last}\" *")
    };
    // Of a phrase that is being typed the last word may stand anywhere, until it is typed to its end.
    if before.is_empty() { open } else { format!("{} AND {open}", closed(before)) }
}

/// A term in the headline.
pub(crate) fn headline_expression(term: &Term) -> String {
    format!("headline : ({})", expression(term))
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
