//! How many releases lie where: kept by the desk's triggers, not counted.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dateline_model::{Bulletin, BulletinId, Language, Stage};
use rusqlite::{Connection, Row, params};
use serde::Serialize;

use crate::{
    Desk, DeskError, LabelId, LabelSort, Queue, bulletin, label,
    query::{Asked, Filter},
    time::millis,
};

/// Every count that the window shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Counts {
    /// By queue.
    #[cfg_attr(feature = "ts", ts(type = "Record<import('./Queue').Queue, number>"))]
    pub queues: BTreeMap<Queue, u32>,
    /// The sections, by name.
    pub sections: Vec<Counted>,
    /// The tags, by name.
    pub tags: Vec<Counted>,
    /// The languages that releases are in, by their tags.
    pub languages: Vec<Language>,
    /// The bulletins, newest first.
    pub bulletins: Vec<BulletinTitle>,
}

/// A section or tag, and how many releases outside the trash stand under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Counted {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: LabelId,
    /// Its name.
    pub name: String,
    /// How many.
    pub count: u32,
    /// Its colour, as the window wrote it.
    pub colour: Option<String>,
}

/// A bulletin in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BulletinTitle {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: BulletinId,
    /// Masthead and issue.
    pub title: String,
}

impl Desk {
    /// Every count. `now` decides what is under embargo.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn counts(&self, now: DateTime<Utc>) -> Result<Counts, DeskError> {
        self.read(|desk| {
            let now = millis(now);
            let queues =
                Queue::ALL.into_iter().map(|queue| Ok((queue, of_queue(desk, queue, now)?)));
            let bulletins = bulletin::all(desk)?;
            Ok(Counts {
                queues: queues.collect::<Result<_, DeskError>>()?,
                sections: labels(desk, LabelSort::Section)?,
                tags: labels(desk, LabelSort::Tag)?,
                languages: languages(desk)?,
                bulletins: bulletins.iter().map(BulletinTitle::from).collect(),
            })
        })
    }
}

impl From<&Bulletin> for BulletinTitle {
    fn from(bulletin: &Bulletin) -> Self {
        Self { id: bulletin.id, title: bulletin.title() }
    }
}

/// How many releases lie in a queue.
pub(crate) fn of_queue(desk: &Connection, queue: Queue, now: i64) -> Result<u32, DeskError> {
    let sum = |sql: &str| -> Result<u32, DeskError> {
        Ok(desk.prepare_cached(sql)?.query_one([], |row| row.get(0))?)
    };
    let stage = |stage| of_stage(desk, stage);
    match queue {
        Queue::All => sum("SELECT ifnull(sum(n), 0) FROM tally WHERE queue <> 'trash'"),
        Queue::Trash => sum("SELECT n FROM tally WHERE queue = 'trash'"),
        Queue::Draft => stage(Stage::Draft),
        Queue::Review => stage(Stage::Review),
        Queue::Approved => stage(Stage::Approved),
        Queue::Released => Ok(stage(Stage::Released)? + stage(Stage::Corrected)?),
        Queue::Withdrawn => stage(Stage::Withdrawn),
        Queue::Embargoed => {
            // The one count that changes with the clock alone. What is still under embargo is a
            // handful, found through its index.
            let mut query = desk.prepare_cached(
                "SELECT count(*) FROM release WHERE embargo_until > ?1 AND NOT trashed",
            )?;
            Ok(query.query_one([now], |row| row.get(0))?)
        }
    }
}

/// How many releases answer a question that only names a queue, or one label or stage in all of the
/// desk: the questions whose count the desk keeps.
pub(crate) fn kept(
    desk: &Connection,
    queue: Queue,
    filters: &[Asked],
    now: i64,
) -> Result<Option<u32>, DeskError> {
    Ok(match (queue, filters) {
        (_, []) => Some(of_queue(desk, queue, now)?),
        (Queue::All, [Asked { filter, negated: false, .. }]) => match filter {
            Filter::Stage(stages) => {
                let counts = stages.iter().map(|stage| of_stage(desk, *stage));
                Some(counts.sum::<Result<_, _>>()?)
            }
            Filter::Section(name) => of_label(desk, LabelSort::Section, name)?,
            Filter::Tag(name) => of_label(desk, LabelSort::Tag, name)?,
            _ => None,
        },
        _ => None,
    })
}

/// The sections or tags, by name.
pub(crate) fn labels(desk: &Connection, sort: LabelSort) -> Result<Vec<Counted>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT id, name, releases, colour FROM label WHERE sort = ?1 ORDER BY folded",
    )?;
    let labels = query.query_map(params![sort.as_str()], counted)?;
    Ok(labels.collect::<Result<_, _>>()?)
}

/// One of them.
pub(crate) fn label(desk: &Connection, id: LabelId) -> Result<Counted, DeskError> {
    let mut query =
        desk.prepare_cached("SELECT id, name, releases, colour FROM label WHERE id = ?1")?;
    Ok(query.query_one([id], counted)?)
}

/// The languages in use. The index is asked for the next one after each, so that a large archive is
/// not read for a handful.
pub(crate) fn languages(desk: &Connection) -> Result<Vec<Language>, DeskError> {
    let mut query = desk.prepare_cached(
        "WITH RECURSIVE used (tag) AS (
             SELECT min(language) FROM release
             UNION ALL
             SELECT (SELECT min(language) FROM release WHERE language > tag)
             FROM used WHERE tag IS NOT NULL
         )
         SELECT tag FROM used WHERE tag IS NOT NULL",
    )?;
    let tags = query.query_map([], |row| row.get::<_, String>(0))?;
    // What an older program wrote and this one cannot read is no language to search by.
    Ok(tags
        .filter_map(|tag| tag.map(|tag| tag.parse().ok()).transpose())
        .collect::<Result<_, _>>()?)
}

fn of_stage(desk: &Connection, stage: Stage) -> Result<u32, DeskError> {
    let mut query = desk.prepare_cached("SELECT n FROM tally WHERE queue = ?1")?;
    Ok(query.query_one([stage.as_str()], |row| row.get(0))?)
}

fn of_label(desk: &Connection, sort: LabelSort, name: &str) -> Result<Option<u32>, DeskError> {
    let id = label::find(desk, sort, name)?;
    id.map(|id| Ok(label(desk, id)?.count)).transpose()
}

fn counted(row: &Row) -> rusqlite::Result<Counted> {
    Ok(Counted { id: row.get(0)?, name: row.get(1)?, count: row.get(2)?, colour: row.get(3)? })
}
