//! The text of a release as it is read in a list: what stands below the headline.

use dateline_model::Content;
use rusqlite::{Connection, OptionalExtension};

use crate::DeskError;

/// Headline and text of the release at a position.
pub(crate) fn at(desk: &Connection, position: i64) -> Result<Option<(String, String)>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT json FROM release JOIN revision ON revision.id = release.revision
         JOIN content ON content.id = revision.content WHERE position = ?1",
    )?;
    let json: Option<String> = query.query_row([position], |row| row.get(0)).optional()?;
    let Some(json) = json else { return Ok(None) };
    let content: Content = serde_json::from_str(&json)?;
    let text = below_headline(&content);
    Ok(Some((content.headline, text)))
}

/// Every word below the headline, a passage a line.
pub(crate) fn below_headline(content: &Content) -> String {
    let all = content.plain_text();
    let below = all.strip_prefix(content.headline.as_str()).unwrap_or(&all);
    below.trim_start_matches('\n').to_owned()
}
