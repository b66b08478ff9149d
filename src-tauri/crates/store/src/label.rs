//! Sections and tags: the names under which releases stand. A name is used as soon as it is first
//! given; two names that differ only in case or spacing are one.

use dateline_model::{LabelSort, ReleaseId, say};
use rusqlite::{Connection, OptionalExtension, params};

use crate::DeskError;

/// The number of a section or tag in its desk.
pub type LabelId = i64;

/// The name as it is kept: without spaces around it, single ones inside.
///
/// # Errors
/// When nothing is left, or it cannot be written on one line.
pub(crate) fn tidy(sort: LabelSort, name: &str) -> Result<String, DeskError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(DeskError::Impossible(match sort {
            LabelSort::Tag => say!("A tag needs a name."),
            LabelSort::Section => say!("A section needs a name."),
        }));
    }
    if name.chars().any(char::is_control) {
        let name = name.escape_debug().to_string();
        return Err(DeskError::Impossible(match sort {
            LabelSort::Tag => {
                say!("The name of a tag is a line of text; “{name}” holds other characters.", name)
            }
            LabelSort::Section => say!(
                "The name of a section is a line of text; “{name}” holds other characters.",
                name
            ),
        }));
    }
    Ok(name)
}

/// What two names of one label have in common. Diacritics stay: "Maß" and "Mass" are two.
pub(crate) fn fold(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// The number of a label, if it is there.
pub(crate) fn find(
    desk: &Connection,
    sort: LabelSort,
    name: &str,
) -> Result<Option<LabelId>, DeskError> {
    let mut query = desk.prepare_cached("SELECT id FROM label WHERE sort = ?1 AND folded = ?2")?;
    Ok(query.query_row(params![sort.as_str(), fold(name)], |row| row.get(0)).optional()?)
}

/// The number of a label, made on first use.
pub(crate) fn find_or_make(
    desk: &Connection,
    sort: LabelSort,
    name: &str,
) -> Result<LabelId, DeskError> {
    let name = tidy(sort, name)?;
    if let Some(id) = find(desk, sort, &name)? {
        return Ok(id);
    }
    let mut insert =
        desk.prepare_cached("INSERT INTO label (sort, name, folded) VALUES (?1, ?2, ?3)")?;
    let id = insert.insert(params![sort.as_str(), name, fold(&name)])?;
    desk.prepare_cached("INSERT INTO label_word (word, label) VALUES (?1, ?1)")?.execute([id])?;
    Ok(id)
}

/// The names of a release's tags, in alphabetical order.
pub(crate) fn tags_of(desk: &Connection, release: ReleaseId) -> Result<Vec<String>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT label.name FROM release_tag JOIN label ON label.id = release_tag.label
         WHERE release_tag.release = ?1 ORDER BY label.folded",
    )?;
    let names = query.query_map([release], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// The name of a section; empty for none.
pub(crate) fn name_of(desk: &Connection, id: Option<LabelId>) -> Result<String, DeskError> {
    let Some(id) = id else { return Ok(String::new()) };
    let mut query = desk.prepare_cached("SELECT name FROM label WHERE id = ?1")?;
    Ok(query.query_one([id], |row| row.get(0))?)
}
