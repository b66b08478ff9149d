//! A row of a list, read from a release's copies of its content.

use dateline_model::{Embargo, Language};
use rusqlite::{Connection, OptionalExtension};

use crate::{
    DeskError, Row,
    label::{self, LabelId},
    query::Term,
    reading, snippet,
    time::{day, instant},
};

/// The row at a position, with marks and a snippet when there are terms.
pub(crate) fn at(
    desk: &Connection,
    position: i64,
    terms: &[&Term],
) -> Result<Option<Row>, DeskError> {
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
    if !terms.is_empty() {
        if let Some(reading) = reading::at(desk, position)? {
            let (snippet, marks) = snippet::snippet(&reading.text, terms);
            (row.snippet, row.marks) = (Some(snippet), marks);
        }
        row.headline_marks = snippet::marks(&row.headline, terms);
    }
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
