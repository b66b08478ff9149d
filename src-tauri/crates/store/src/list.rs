//! The desk's list: every question becomes one search of the index, and every page a few rows of it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use dateline_model::Stage;
use rusqlite::Connection;

use crate::{
    Cursor, Desk, DeskError, Order, Page, Question, desk,
    hit::{Hit, Text},
    query::Query,
    rank, row,
    search::Search,
};

/// Where counting stops: beyond it nobody reads the difference.
const COUNTED: usize = 1_000;

/// Where it stops when a phrase is asked for. To count those the index looks at every place of each
/// of their words, also where they stand apart: measured at ten times the time of the page.
const PHRASES_COUNTED: usize = 200;

/// The most rows of a page.
const LONGEST: u32 = 1000;

impl Desk {
    /// A page of releases that answer a question, with a snippet of each when words are asked for.
    /// `now` decides what is under embargo, and completes dates.
    ///
    /// # Errors
    /// When the desk cannot be read. A question that makes no sense is answered, with remarks.
    pub fn list(&self, question: &Question, now: DateTime<Utc>) -> Result<Page, DeskError> {
        self.read(|connection| {
            // "Today" is the office's own, and nobody asks for it without words.
            let query = if question.text.trim().is_empty() {
                Query::default()
            } else {
                let zone = desk::office(connection)?.zone;
                Query::read(&question.text, now.with_timezone(&zone).date_naive())
            };
            let mut page = Page { remarks: query.remarks.clone(), ..Page::default() };
            if let Some(search) =
                Search::plan(connection, question, &query, now, &mut page.remarks)?
            {
                answer(connection, &search, question, &mut page)?;
            }
            Ok(page)
        })
    }
}

fn answer(
    desk: &Connection,
    search: &Search,
    question: &Question,
    page: &mut Page,
) -> Result<(), DeskError> {
    let limit = question.limit.clamp(1, LONGEST) as usize;
    let start = match question.order {
        Order::Best if !search.terms.is_empty() => Place::Ranked(0),
        Order::Best | Order::Newest => Place::Below(i64::MAX),
        Order::Stage => Place::Stage(0, i64::MAX),
    };
    let place = question.after.as_ref().and_then(Place::read).unwrap_or(start);
    let phrase = search.terms.iter().any(|term| term.words.len() > 1);
    let counted = if phrase { PHRASES_COUNTED } else { COUNTED };
    // One reading of the index counts the hits and finds the newest of them.
    let newest = match (search.kept_total, &place) {
        (Some(_), Place::Below(_) | Place::Stage(..)) => Vec::new(),
        _ => search.newest(desk, i64::MAX, counted + 1)?,
    };
    let all_known = search.kept_total.is_none() && newest.len() <= counted;
    let hits = Hits { desk, search, newest: &newest, all_known };
    let (found, next) = match place {
        Place::Below(below) => hits.newest_page(below, limit)?,
        Place::Stage(stage, below) => hits.page_by_stage(stage, below, limit)?,
        Place::Ranked(done) => hits.best_page(done, limit)?,
        // Of the pool, only those in it for their headlines can stand there.
        Place::Rest(below) => {
            let ranked = hits.by_headline()?.into_iter().map(|(position, _)| position).collect();
            hits.behind(&ranked, Some(below), limit)?
        }
    };
    page.next = next.map(|place| place.cursor());
    for hit in found {
        page.rows.extend(row::of(desk, hit, &search.terms)?);
    }
    page.total_is_floor = search.kept_total.is_none() && !all_known;
    let total = u32::try_from(newest.len().min(counted)).unwrap_or(u32::MAX);
    page.total = search.kept_total.unwrap_or(total);
    Ok(())
}

/// The hits of a search, as far as they are known.
struct Hits<'a> {
    desk: &'a Connection,
    search: &'a Search<'a>,
    /// The positions of the newest; empty where the desk keeps the count.
    newest: &'a [i64],
    /// Whether there are no others.
    all_known: bool,
}

/// The hits of a page, and where the next one begins.
type Found = (Vec<Hit>, Option<Place>);

impl Hits<'_> {
    fn newest_page(&self, below: i64, limit: usize) -> Result<Found, DeskError> {
        let mut positions = self.below(below, limit + 1)?;
        let more = positions.len() > limit;
        positions.truncate(limit);
        let last = positions.last().copied().filter(|_| more);
        Ok((hits(positions), last.map(Place::Below)))
    }

    fn page_by_stage(&self, stage: usize, below: i64, limit: usize) -> Result<Found, DeskError> {
        let mut positions = Vec::new();
        let mut below = below;
        for (number, stage) in Stage::ALL.into_iter().enumerate().skip(stage) {
            let room = limit - positions.len();
            let mut found = self.search.in_stage(stage).newest(self.desk, below, room + 1)?;
            if found.len() > room {
                found.truncate(room);
                // Without room, the stage begins on the next page, at its top.
                let last = found.last().copied().unwrap_or(below);
                positions.extend(found);
                return Ok((hits(positions), Some(Place::Stage(number, last))));
            }
            positions.extend(found);
            below = i64::MAX;
        }
        Ok((hits(positions), None))
    }

    fn best_page(&self, done: usize, limit: usize) -> Result<Found, DeskError> {
        let pool = self.pool()?;
        let positions = pool.iter().map(|hit| hit.position).collect();
        let (pooled, taken) = (pool.len(), done + limit);
        let mut page: Vec<_> = pool.into_iter().skip(done).take(limit).collect();
        if taken < pooled {
            return Ok((page, Some(Place::Ranked(taken))));
        }
        let (behind, next) = self.behind(&positions, self.rest(), limit - page.len())?;
        page.extend(behind);
        Ok((page, next))
    }

    /// The hits behind the pool, below a position.
    fn behind(
        &self,
        pool: &HashSet<i64>,
        below: Option<i64>,
        limit: usize,
    ) -> Result<Found, DeskError> {
        let Some(below) = below else { return Ok((Vec::new(), None)) };
        let mut positions = self.below(below, limit + 1 + rank::HEADLINES)?;
        positions.retain(|position| !pool.contains(position));
        let more = positions.len() > limit;
        positions.truncate(limit);
        let next = more.then(|| Place::Rest(positions.last().copied().unwrap_or(below)));
        Ok((hits(positions), next))
    }

    /// The position below which more hits may be, where the newest fill the pool.
    fn rest(&self) -> Option<i64> {
        self.newest.get(rank::NEWEST - 1).copied().filter(|_| self.newest.len() > rank::NEWEST)
    }

    /// The hits behind the newest that are in the pool for their headlines, each with its text.
    fn by_headline(&self) -> Result<Vec<(i64, Text)>, DeskError> {
        let Some(below) = self.rest() else { return Ok(Vec::new()) };
        let terms = &self.search.terms;
        let mut found = Vec::new();
        for position in self.search.newest_by_headline(self.desk, below, rank::HEADLINES)? {
            let text = Text::at(self.desk, position, terms)?;
            found
                .extend(text.filter(|text| text.has_all(terms.len())).map(|text| (position, text)));
        }
        Ok(found)
    }

    /// The hits among which the best are chosen, best first, each with its text.
    fn pool(&self) -> Result<Vec<Hit>, DeskError> {
        let terms = &self.search.terms;
        let mut pool = self.by_headline()?;
        for position in &self.newest[..self.newest.len().min(rank::NEWEST)] {
            pool.extend(Text::at(self.desk, *position, terms)?.map(|text| (*position, text)));
        }
        let mut ranked: Vec<_> = pool
            .into_iter()
            .map(|(position, text)| {
                (rank::score(&text, terms.len()), Hit { position, text: Some(text) })
            })
            .collect();
        // Equal ranks stand newest first.
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.position.cmp(&a.1.position)));
        Ok(ranked.into_iter().map(|(_, hit)| hit).collect())
    }

    /// Hits below a position: from those that are known, where they reach so far.
    fn below(&self, below: i64, limit: usize) -> Result<Vec<i64>, DeskError> {
        let from = self.newest.partition_point(|position| *position >= below);
        if self.all_known || self.newest.len() - from >= limit {
            return Ok(self.newest[from..].iter().take(limit).copied().collect());
        }
        self.search.newest(self.desk, below, limit)
    }
}

fn hits(positions: Vec<i64>) -> Vec<Hit> {
    positions.into_iter().map(Hit::from).collect()
}

/// Where a page ends, as the cursor says it.
enum Place {
    /// Newest first, below a position.
    Below(i64),
    /// In a stage, by its number in order, below a position.
    Stage(usize, i64),
    /// Best first, after so many.
    Ranked(usize),
    /// Behind the best, below a position.
    Rest(i64),
}

impl Place {
    fn cursor(&self) -> Cursor {
        Cursor(match self {
            Self::Below(position) => format!("newest {position}"),
            Self::Stage(stage, position) => format!("stage {stage} {position}"),
            Self::Ranked(done) => format!("best {done}"),
            Self::Rest(position) => format!("rest {position}"),
        })
    }

    /// A cursor that is none starts from the top.
    fn read(cursor: &Cursor) -> Option<Self> {
        let parts: Vec<_> = cursor.0.split(' ').collect();
        Some(match parts.as_slice() {
            ["newest", position] => Self::Below(position.parse().ok()?),
            ["stage", stage, position] => Self::Stage(stage.parse().ok()?, position.parse().ok()?),
            ["best", done] => Self::Ranked(done.parse().ok()?),
            ["rest", position] => Self::Rest(position.parse().ok()?),
            _ => return None,
        })
    }
}
