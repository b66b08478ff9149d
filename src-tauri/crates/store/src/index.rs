//! The search index: a row for every release, at its position.
//!
//! It is an FTS5 table *without content*. The words go in as `words.rs` folds them, so that one
//! definition holds for every language, and FTS5 only splits at spaces; the text itself is in the
//! revision already, and an index with content, or one that reads it from a table, would need the
//! unfolded text a second time. `contentless_delete` lets a row be replaced without the old words.
//!
//! How a release is filed (stage, labels, kind, language) is in the index too, as words that no text
//! can hold. A question with filters is then one intersection inside the index, instead of a search
//! whose hits are looked up and thrown away one by one.

use dateline_model::{Content, Kind, Language, ReleaseId, Stage};
use rusqlite::{Connection, params};

use crate::{DeskError, label::LabelId, words};

/// Opens every word about filing: a character of no script, which folding never lets through.
const FILED: char = '\u{E000}';

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
    pub(crate) fn word(&self) -> String {
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

/// What is put into the index for one release.
pub(crate) struct Entry<'a> {
    pub(crate) content: &'a Content,
    pub(crate) reference: Option<&'a str>,
    pub(crate) filed: Vec<Filed>,
}

impl Entry<'_> {
    /// Writes the entry at a position where none is.
    pub(crate) fn insert(&self, desk: &Connection, position: i64) -> Result<(), DeskError> {
        let mut insert = desk.prepare_cached(
            "INSERT INTO words (rowid, headline, text, filing) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let (headline, text, filing) = self.words();
        insert.execute(params![position, headline, text, filing])?;
        Ok(())
    }

    fn words(&self) -> (String, String, String) {
        let all = self.content.plain_text();
        let below = all.strip_prefix(self.content.headline.as_str()).unwrap_or(&all);
        let mut headline = String::new();
        let mut text = String::with_capacity(below.len() + 16);
        words::folded(&self.content.headline, &mut headline);
        words::folded(below, &mut text);
        words::folded(self.reference.unwrap_or_default(), &mut text);
        let filing: Vec<_> = self.filed.iter().map(Filed::word).collect();
        (headline, text, filing.join(" "))
    }
}

/// Takes out what stands at a position.
pub(crate) fn remove(desk: &Connection, position: i64) -> Result<(), DeskError> {
    desk.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([position])?;
    Ok(())
}

/// How a release is filed, read from its row.
pub(crate) fn filed(
    desk: &Connection,
    release: ReleaseId,
    kind: Kind,
    language: &Language,
) -> Result<Vec<Filed>, DeskError> {
    let mut row =
        desk.prepare_cached("SELECT trashed, stage, section FROM release WHERE id = ?1")?;
    let (trashed, stage, section): (bool, String, Option<LabelId>) =
        row.query_one([release], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let stage: Stage = stage.parse().unwrap_or_default();
    let mut filed = vec![
        if trashed { Filed::Trashed } else { Filed::Live },
        Filed::Stage(stage),
        Filed::Kind(kind),
        Filed::Language(language.primary().to_owned()),
    ];
    if language.primary() != language.tag() {
        filed.push(Filed::Language(language.tag().to_owned()));
    }
    filed.push(section.map_or(Filed::NoSection, Filed::Label));
    let mut tags = desk.prepare_cached("SELECT label FROM release_tag WHERE release = ?1")?;
    for tag in tags.query_map([release], |row| row.get(0))? {
        filed.push(Filed::Label(tag?));
    }
    Ok(filed)
}
