//! The catalogue: every release without its text, in the order of their numbers. It is what decides
//! whether a release stands on a site, and whether its page is still as it was.

use chrono::{DateTime, NaiveDate, Utc};
use dateline_model::{Kind, Language, ReleaseId, RevisionId, Stage};

use crate::{
    Desk, DeskError,
    label::LabelId,
    labels::Labels,
    time::{day, instant},
};

/// A release in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its number.
    pub id: ReleaseId,
    /// Its place in the reading order: the newest has the highest.
    pub position: i64,
    /// Its head revision.
    pub revision: RevisionId,
    /// Its reference number.
    pub reference: Option<String>,
    /// How far it has come.
    pub stage: Stage,
    /// Whether it lies in the trash.
    pub trashed: bool,
    /// The hash of the words that were approved.
    pub approved: Option<String>,
    /// Why it was withdrawn.
    pub withdrawal: Option<String>,
    /// Until when it may not be used.
    pub embargo_until: Option<DateTime<Utc>>,
    /// When it is to be released.
    pub release_at: Option<DateTime<Utc>>,
    /// Its headline.
    pub headline: String,
    /// What sort of text it is.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// The day it is dated.
    pub date: Option<NaiveDate>,
    /// The release that it is a translation of.
    pub edition_of: Option<ReleaseId>,
    /// The release that it corrects.
    pub corrects: Option<ReleaseId>,
    /// Its section; empty for none.
    pub section: String,
    /// Its tags, in alphabetical order.
    pub tags: Vec<String>,
}

impl Desk {
    /// Shows every release's card, of one moment.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn catalogue(&self, mut each: impl FnMut(Card)) -> Result<(), DeskError> {
        self.read(|desk| {
            let labels = Labels::read(desk)?;
            let mut tags =
                desk.prepare("SELECT release, label FROM release_tag ORDER BY release")?;
            let mut tags = tags
                .query_map([], |row| Ok((row.get::<_, ReleaseId>(0)?, row.get::<_, LabelId>(1)?)))?
                .peekable();
            let mut query = desk.prepare(
                "SELECT release.id, revision, reference, stage, trashed, approved_hash, withdrawal,
                        embargo_until, release_at, headline, kind, language, date, section, source,
                        corrects, position
                 FROM release LEFT JOIN edition ON edition.release = release.id
                 ORDER BY release.id",
            )?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let word = |at| row.get_ref(at).and_then(|value| Ok(value.as_str()?));
                let id: ReleaseId = row.get(0)?;
                // Both tables lie in the order of the releases' numbers.
                let mut own = Vec::new();
                while let Some(tag) = tags.next_if(|tag| !matches!(tag, Ok((of, _)) if *of > id)) {
                    let (of, label) = tag?;
                    if of == id {
                        own.push(label);
                    }
                }
                each(Card {
                    id,
                    position: row.get(16)?,
                    revision: row.get(1)?,
                    reference: row.get(2)?,
                    stage: word(3)?.parse().unwrap_or_default(),
                    trashed: row.get(4)?,
                    approved: row.get(5)?,
                    withdrawal: row.get(6)?,
                    embargo_until: row.get::<_, Option<i64>>(7)?.map(instant),
                    release_at: row.get::<_, Option<i64>>(8)?.map(instant),
                    headline: row.get(9)?,
                    kind: word(10)?.parse().unwrap_or_default(),
                    language: word(11)?.parse().unwrap_or_else(|_| Language::english()),
                    date: day(row.get(12)?),
                    edition_of: row.get(14)?,
                    corrects: row.get(15)?,
                    section: row
                        .get::<_, Option<LabelId>>(13)?
                        .map_or_else(String::new, |label| labels.name(label)),
                    tags: labels.names(own),
                });
            }
            Ok(())
        })
    }
}
