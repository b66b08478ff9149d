//! The desk's list: every question becomes one search of the index, and every page a few rows of it.

use std::{collections::HashSet, ops::Range};

use chrono::{DateTime, Utc};
use dateline_model::{Embargo, Stage};
use rusqlite::{Connection, OptionalExtension, ToSql, params};

use crate::{
    Cursor, Desk, DeskError, LabelSort, Order, Page, Question, Queue, Row, counts,
    index::{self, Filed},
    label::{self, LabelId},
    position,
    query::{Asked, Filter, Query, Term},
    rank, reading, snippet,
    time::{day, instant, millis},
};

/// Where counting stops. Beyond it nobody reads the difference, and counting would cost more than
/// the page.
const COUNTED: usize = 10_000;

impl Desk {
    /// A page of releases that answer a question, with a snippet of each when words are asked for.
    /// `now` decides what is under embargo, and completes dates.
    ///
    /// # Errors
    /// When the desk cannot be read. A question that makes no sense is answered, with remarks.
    pub fn list(&self, question: &Question, now: DateTime<Utc>) -> Result<Page, DeskError> {
        self.read(|desk| {
            let query = Query::read(&question.text, now.date_naive());
            let mut page = Page { remarks: query.remarks.clone(), ..Page::default() };
            let Some(search) = Search::plan(desk, question, &query, now, &mut page.remarks)? else {
                return Ok(page);
            };
            search.answer(desk, question, &mut page)?;
            Ok(page)
        })
    }
}

/// A question, as the index is asked.
struct Search<'a> {
    /// The terms that must be there, in the order asked.
    terms: Vec<&'a Term>,
    /// What matches; empty when everything in the pile does.
    expression: Vec<String>,
    /// What must not match.
    without: Vec<String>,
    trash: bool,
    /// Whether there is anything in the trash that must be kept out of other lists.
    trash_holds_any: bool,
    /// Between which positions.
    within: Range<i64>,
    /// Whether under an embargo that holds now.
    embargoed: Option<bool>,
    now: i64,
    /// How many there are, where the desk keeps the count.
    kept_total: Option<u32>,
}

impl<'a> Search<'a> {
    /// `None` when nothing can answer.
    fn plan(
        desk: &Connection,
        question: &Question,
        query: &'a Query,
        now: DateTime<Utc>,
        remarks: &mut Vec<String>,
    ) -> Result<Option<Self>, DeskError> {
        let mut search = Self {
            terms: query.terms.iter().filter(|term| !term.negated).collect(),
            expression: Vec::new(),
            without: Vec::new(),
            trash: question.queue == Queue::Trash,
            trash_holds_any: counts::of_queue(desk, Queue::Trash, 0)? > 0,
            within: 0..i64::MAX,
            embargoed: None,
            now: millis(now),
            kept_total: None,
        };
        for term in &query.terms {
            let side = if term.negated { &mut search.without } else { &mut search.expression };
            side.push(index::expression(term));
        }
        let mut asked = vec![];
        let mut ask = |filter| asked.push(Asked { filter, negated: false });
        question.section.iter().for_each(|name| ask(Filter::Section(name.clone())));
        question.tag.iter().for_each(|name| ask(Filter::Tag(name.clone())));
        question.stage.iter().for_each(|stage| ask(Filter::Stage(*stage)));
        let narrowed = !asked.is_empty() || !query.terms.is_empty() || !query.filters.is_empty();
        for asked in asked.iter().chain(&query.filters) {
            if !search.narrow(desk, asked, remarks)? {
                return Ok(None);
            }
        }
        search.pile(question.queue);
        if !narrowed {
            search.kept_total = Some(counts::of_queue(desk, question.queue, search.now)?);
        }
        Ok(Some(search))
    }

    /// Adds what the queue itself asks for.
    fn pile(&mut self, queue: Queue) {
        let stages: &[Stage] = match queue {
            Queue::All | Queue::Trash => &[],
            Queue::Embargoed => {
                self.embargoed = Some(self.embargoed.unwrap_or(true));
                &[]
            }
            Queue::Draft => &[Stage::Draft],
            Queue::Review => &[Stage::Review],
            Queue::Approved => &[Stage::Approved],
            Queue::Released => &[Stage::Released, Stage::Corrected],
            Queue::Withdrawn => &[Stage::Withdrawn],
        };
        if !stages.is_empty() {
            self.expression.push(index::any(stages.iter().map(|stage| Filed::Stage(*stage))));
        }
    }

    /// Adds a filter. False when nothing can pass it.
    fn narrow(
        &mut self,
        desk: &Connection,
        asked: &Asked,
        remarks: &mut Vec<String>,
    ) -> Result<bool, DeskError> {
        let words = match &asked.filter {
            Filter::Before(day) if asked.negated => {
                self.within.start = self.within.start.max(position::of_day(*day).start);
                return Ok(true);
            }
            Filter::After(day) if !asked.negated => {
                self.within.start = self.within.start.max(position::of_day(*day).start);
                return Ok(true);
            }
            Filter::Before(day) | Filter::After(day) => {
                self.within.end = self.within.end.min(position::of_day(*day).start);
                return Ok(true);
            }
            Filter::Embargoed(yes) => {
                let yes = *yes != asked.negated;
                let agrees = self.embargoed.is_none_or(|before| before == yes);
                self.embargoed = Some(yes);
                return Ok(agrees);
            }
            Filter::Stage(stage) => index::any([Filed::Stage(*stage)]),
            Filter::Kind(kind) => index::any([Filed::Kind(*kind)]),
            Filter::Language(language) => index::any([Filed::Language(language.tag().to_owned())]),
            Filter::Section(name) if name.trim().is_empty() => index::any([Filed::NoSection]),
            Filter::Section(name) => match labels(desk, LabelSort::Section, name, remarks)? {
                None => return Ok(asked.negated),
                Some(words) => words,
            },
            Filter::Tag(name) => match labels(desk, LabelSort::Tag, name, remarks)? {
                None => return Ok(asked.negated),
                Some(words) => words,
            },
        };
        if asked.negated {
            self.without.push(words)
        } else {
            self.expression.push(words)
        }
        Ok(true)
    }

    fn answer(
        &self,
        desk: &Connection,
        question: &Question,
        page: &mut Page,
    ) -> Result<(), DeskError> {
        let limit = question.limit.clamp(1, 1000) as usize;
        let best = question.order == Order::Best && !self.terms.is_empty();
        let start = if best { Place::Ranked(0) } else { Place::Below(i64::MAX) };
        let place = question.after.as_ref().and_then(Place::read).unwrap_or(start);
        // One reading of the index counts the hits and finds the newest of them.
        let counted = match self.kept_total {
            Some(_) if matches!(place, Place::Below(_)) => 0,
            _ => COUNTED + 1,
        };
        let newest = self.search(desk, &self.expression, i64::MAX, counted)?;
        let (positions, next) = match place {
            Place::Below(below) => {
                let mut positions = self.below(desk, &newest, below, limit + 1)?;
                let next = (positions.len() > limit).then(|| Place::Below(positions[limit - 1]));
                positions.truncate(limit);
                (positions, next)
            }
            Place::Ranked(done) => {
                let pool = self.pool(desk, &newest)?;
                let mut positions: Vec<_> =
                    pool.ranked.iter().skip(done).take(limit).copied().collect();
                let taken = done + positions.len();
                let next = if taken < pool.ranked.len() {
                    Some(Place::Ranked(taken))
                } else {
                    let room = limit - positions.len();
                    let (rest, next) = self.behind(desk, &newest, &pool, pool.rest, room)?;
                    positions.extend(rest);
                    next
                };
                (positions, next)
            }
            Place::Rest(below) => {
                let pool = self.pool(desk, &newest)?;
                self.behind(desk, &newest, &pool, Some(below), limit)?
            }
        };
        page.next = next.map(|place| place.cursor());
        for position in positions {
            page.rows.extend(self.row(desk, position)?);
        }
        page.total_is_floor = self.kept_total.is_none() && newest.len() > COUNTED;
        let counted = u32::try_from(newest.len().min(COUNTED)).unwrap_or(u32::MAX);
        page.total = self.kept_total.unwrap_or(counted);
        Ok(())
    }

    /// The hits behind the best, below a position, and where they go on.
    fn behind(
        &self,
        desk: &Connection,
        newest: &[i64],
        pool: &Pool,
        below: Option<i64>,
        limit: usize,
    ) -> Result<(Vec<i64>, Option<Place>), DeskError> {
        let Some(below) = below else { return Ok((Vec::new(), None)) };
        let ranked: HashSet<_> = pool.ranked.iter().collect();
        let mut positions = self.below(desk, newest, below, limit + 1 + rank::HEADLINES)?;
        positions.retain(|position| !ranked.contains(position));
        let more = positions.len() > limit;
        positions.truncate(limit);
        let next = more.then(|| Place::Rest(positions.last().copied().unwrap_or(below)));
        Ok((positions, next))
    }

    /// Hits below a position: from those that were found already, where they reach so far.
    fn below(
        &self,
        desk: &Connection,
        newest: &[i64],
        below: i64,
        limit: usize,
    ) -> Result<Vec<i64>, DeskError> {
        let from = newest.partition_point(|position| *position >= below);
        if self.kept_total.is_none() && (newest.len() <= COUNTED || newest.len() - from >= limit) {
            return Ok(newest[from..].iter().take(limit).copied().collect());
        }
        self.search(desk, &self.expression, below, limit)
    }

    /// The positions of the newest releases below a position that match an expression.
    fn search(
        &self,
        desk: &Connection,
        expression: &[String],
        below: i64,
        limit: usize,
    ) -> Result<Vec<i64>, DeskError> {
        let below = below.min(self.within.end);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let column = |sql: &str, values: &[&dyn ToSql]| -> Result<Vec<i64>, DeskError> {
            let mut query = desk.prepare_cached(sql)?;
            let rows = query.query_map(values, |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        match self.expression_of(expression) {
            None => match self.embargoed {
                None => column(
                    "SELECT position FROM release WHERE trashed = ?1 AND position >= ?2
                     AND position < ?3 ORDER BY position DESC LIMIT ?4",
                    params![self.trash, self.within.start, below, limit],
                ),
                Some(true) => column(
                    "SELECT position FROM release WHERE trashed = ?1 AND position >= ?2
                     AND position < ?3 AND embargo_until > ?5 ORDER BY +position DESC LIMIT ?4",
                    params![self.trash, self.within.start, below, limit, self.now],
                ),
                Some(false) => column(
                    "SELECT position FROM release WHERE trashed = ?1 AND position >= ?2
                     AND position < ?3 AND ifnull(embargo_until, 0) <= ?5
                     ORDER BY position DESC LIMIT ?4",
                    params![self.trash, self.within.start, below, limit, self.now],
                ),
            },
            Some(expression) => match self.embargoed {
                None => column(
                    "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid < ?3
                     ORDER BY rowid DESC LIMIT ?4",
                    params![expression, self.within.start, below, limit],
                ),
                Some(yes) => column(
                    "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid < ?3
                     AND ((SELECT ifnull(embargo_until, 0) FROM release
                           WHERE position = words.rowid) > ?5) = ?6
                     ORDER BY rowid DESC LIMIT ?4",
                    params![expression, self.within.start, below, limit, self.now, yes],
                ),
            },
        }
    }

    /// The whole expression for the index; `None` when the pile itself is the answer.
    fn expression_of(&self, parts: &[String]) -> Option<String> {
        if parts.is_empty() && self.without.is_empty() {
            return None;
        }
        let pile = if self.trash { Filed::Trashed } else { Filed::Live };
        let mut all = parts.to_vec();
        let mut without = self.without.clone();
        if self.trash || all.is_empty() {
            all.push(index::any([pile]));
        } else if self.trash_holds_any {
            without.push(index::any([Filed::Trashed]));
        }
        let mut expression = format!("({})", all.join(") AND ("));
        if all.len() > 1 {
            expression = format!("({expression})");
        }
        for part in without {
            expression.push_str(&format!(" NOT ({part})"));
        }
        Some(expression)
    }

    /// The hits among which the best are chosen, best first, and where the rest begins.
    fn pool(&self, desk: &Connection, newest: &[i64]) -> Result<Pool, DeskError> {
        let mut pool = newest[..newest.len().min(rank::NEWEST)].to_vec();
        let rest = (newest.len() > rank::NEWEST).then(|| pool.last().copied()).flatten();
        if let Some(below) = rest {
            let headlines: Vec<_> = self
                .terms
                .iter()
                .map(|term| index::headline_expression(term))
                .chain(self.expression[self.terms.len()..].iter().cloned())
                .collect();
            pool.extend(self.search(desk, &headlines, below, rank::HEADLINES)?);
        }
        let mut ranked = Vec::with_capacity(pool.len());
        for position in pool {
            let Some(reading) = reading::at(desk, position)? else { continue };
            ranked.push((rank::score(&reading, &self.terms), position));
        }
        // Equal ranks stand newest first.
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        Ok(Pool { ranked: ranked.into_iter().map(|(_, position)| position).collect(), rest })
    }

    /// The row at a position.
    fn row(&self, desk: &Connection, position: i64) -> Result<Option<Row>, DeskError> {
        let mut query = desk.prepare_cached(
            "SELECT id, headline, kind, language, section, stage, trashed, embargo_until,
                    embargo_zone, date, modified, reference, release_at
             FROM release WHERE position = ?1",
        )?;
        let found = query.query_row([position], |row| {
            let word = |at| row.get::<_, String>(at);
            let embargo = match (row.get::<_, Option<i64>>(7)?, row.get::<_, Option<String>>(8)?) {
                (Some(until), Some(zone)) => {
                    zone.parse().ok().map(|zone| Embargo { until: instant(until), zone })
                }
                _ => None,
            };
            let found = Row {
                id: row.get(0)?,
                headline: row.get(1)?,
                kind: word(2)?.parse().unwrap_or_default(),
                language: word(3)?.parse().unwrap_or_else(|_| dateline_model::Language::english()),
                section: String::new(),
                tags: Vec::new(),
                stage: word(5)?.parse().unwrap_or_default(),
                trashed: row.get(6)?,
                embargo,
                date: day(row.get(9)?),
                modified: instant(row.get(10)?),
                reference: row.get(11)?,
                release_at: row.get::<_, Option<i64>>(12)?.map(instant),
                headline_marks: Vec::new(),
                snippet: None,
                marks: Vec::new(),
            };
            Ok((found, row.get::<_, Option<LabelId>>(4)?))
        });
        let Some((mut row, section)) = found.optional()? else { return Ok(None) };
        row.section = label::name_of(desk, section)?;
        row.tags = label::tags_of(desk, row.id)?;
        if !self.terms.is_empty() {
            if let Some(reading) = reading::at(desk, position)? {
                let (snippet, marks) = snippet::snippet(&reading.text, &self.terms);
                (row.snippet, row.marks) = (Some(snippet), marks);
            }
            row.headline_marks = snippet::marks(&row.headline, &self.terms);
        }
        Ok(Some(row))
    }
}

/// The hits among which the best are chosen.
struct Pool {
    /// Their positions, best first.
    ranked: Vec<i64>,
    /// The position below which more hits may be, if the newest filled the pool.
    rest: Option<i64>,
}

/// Where a page ends, as the cursor says it.
enum Place {
    /// Newest first, below a position.
    Below(i64),
    /// Best first, after so many.
    Ranked(usize),
    /// Behind the best, below a position.
    Rest(i64),
}

impl Place {
    fn cursor(&self) -> Cursor {
        Cursor(match self {
            Self::Below(position) => format!("n{position}"),
            Self::Ranked(done) => format!("b{done}"),
            Self::Rest(position) => format!("r{position}"),
        })
    }

    /// A cursor that is none starts from the top.
    fn read(cursor: &Cursor) -> Option<Self> {
        let (sort, number) = cursor.0.split_at_checked(1)?;
        Some(match sort {
            "n" => Self::Below(number.parse().ok()?),
            "b" => Self::Ranked(number.parse().ok()?),
            "r" => Self::Rest(number.parse().ok()?),
            _ => return None,
        })
    }
}

/// The index words of a section or tag, also of those merged into it. `None`, with a
/// remark, when there is none.
fn labels(
    desk: &Connection,
    sort: LabelSort,
    name: &str,
    remarks: &mut Vec<String>,
) -> Result<Option<String>, DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT word FROM label JOIN label_word ON label_word.label = label.id
         WHERE sort = ?1 AND folded = ?2",
    )?;
    let words = query.query_map(params![sort.as_str(), label::fold(name)], |row| row.get(0))?;
    let words: Vec<LabelId> = words.collect::<Result<_, _>>()?;
    if words.is_empty() {
        remarks.push(format!("No {} is called “{}”.", sort.as_str(), name.trim()));
        return Ok(None);
    }
    Ok(Some(index::any(words.into_iter().map(Filed::Label))))
}
