//! A row of a list, read from a release's copies of its content.

use dateline_model::{Embargo, Language};
use rusqlite::{Connection, OptionalExtension};

use crate::{
    DeskError, Row,
    hit::{Hit, Text},
    label::{self, LabelId},
    query::Term,
    snippet,
    time::{day, instant},
};

/// The row of a hit, with marks and a snippet when there are terms.
pub(crate) fn of(desk: &Connection, hit: Hit, terms: &[&Term]) -> Result<Option<Row>, DeskError> {
    let Some(mut row) = at(desk, hit.position)? else { return Ok(None) };
    if terms.is_empty() {
        return Ok(Some(row));
    }
    let text = match hit.text {
        Some(text) => Some(text),
        None => Text::at(desk, hit.position, terms)?,
    };
    if let Some(Text { reading, in_headline, in_text }) = text {
        let (snippet, marks) = snippet::snippet(&reading.text, &in_text, terms);
        (row.snippet, row.marks) = (Some(snippet), marks);
        row.headline_marks = snippet::in_characters(&row.headline, &in_headline);
    }
    Ok(Some(row))
}

/// The row at a position.
pub(crate) fn at(desk: &Connection, position: i64) -> Result<Option<Row>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT id, headline, kind, language, section, stage, trashed, embargo_until, embargo_zone,
                date, modified, reference, release_at
         FROM release WHERE position = ?1",
    )?;
    let found = query.query_row([position], |row| Ok((columns(row)?, row.get("section")?)));
    let Some((mut row, section)): Option<(Row, Option<LabelId>)> = found.optional()? else {
        return Ok(None);
    };
    row.section = label::name_of(desk, section)?;
    row.tags = label::tags_of(desk, row.id)?;
    Ok(Some(row))
}

fn columns(row: &rusqlite::Row) -> rusqlite::Result<Row> {
    let word = |name| row.get::<_, String>(name);
    let embargo: (Option<i64>, Option<String>) =
        (row.get("embargo_until")?, row.get("embargo_zone")?);
    let embargo = match embargo {
        (Some(until), Some(zone)) => {
            zone.parse().ok().map(|zone| Embargo { until: instant(until), zone })
        }
        _ => None,
    };
    Ok(Row {
        id: row.get("id")?,
        headline: row.get("headline")?,
        kind: word("kind")?.parse().unwrap_or_default(),
        language: word("language")?.parse().unwrap_or_else(|_| Language::english()),
        section: String::new(),
        tags: Vec::new(),
        stage: word("stage")?.parse().unwrap_or_default(),
        trashed: row.get("trashed")?,
        embargo,
        date: day(row.get("date")?),
        modified: instant(row.get("modified")?),
        reference: row.get("reference")?,
        release_at: row.get::<_, Option<i64>>("release_at")?.map(instant),
        headline_marks: Vec::new(),
        snippet: None,
        marks: Vec::new(),
    })
}
