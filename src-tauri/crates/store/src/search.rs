//! A question as the index is asked: one expression, between two positions.

use std::{collections::HashSet, ops::Range};

use chrono::{DateTime, Utc};
use dateline_model::{Language, Sentence, Stage, say};
use rusqlite::{Connection, ToSql, params};

use crate::{
    DeskError, LabelSort, Question, Queue, counts,
    index::{self, Filed},
    label::{self, LabelId},
    position,
    query::{Asked, Filter, Query, Term},
    time::millis,
};

/// A question, as the index is asked.
#[derive(Clone)]
pub(crate) struct Search<'a> {
    /// The terms that must be there, in the order asked.
    pub(crate) terms: Vec<&'a Term>,
    /// How many there are, where the desk keeps the count.
    pub(crate) kept_total: Option<u32>,
    /// What must match, the terms first; empty when everything in the pile does.
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
}

impl<'a> Search<'a> {
    /// `None` when nothing can answer. What could not be taken as it stood is added to the remarks.
    pub(crate) fn plan(
        desk: &Connection,
        question: &Question,
        query: &'a Query,
        now: DateTime<Utc>,
        remarks: &mut Vec<Sentence>,
    ) -> Result<Option<Self>, DeskError> {
        let mut search = Self {
            terms: query.terms.iter().filter(|term| !term.negated).collect(),
            kept_total: None,
            expression: Vec::new(),
            without: Vec::new(),
            trash: question.queue == Queue::Trash,
            trash_holds_any: counts::of_queue(desk, Queue::Trash, 0)? > 0,
            within: 0..i64::MAX,
            embargoed: None,
            now: millis(now),
        };
        for term in &query.terms {
            let side = if term.negated { &mut search.without } else { &mut search.expression };
            side.push(index::expression(term));
        }
        let mut filters = in_the_fields(question);
        filters.extend(query.filters.iter().cloned());
        for asked in &filters {
            if !search.narrow(desk, asked, remarks)? {
                return Ok(None);
            }
        }
        if search.within.is_empty() {
            remarks.push(say!("after: and before: leave no day between them."));
            return Ok(None);
        }
        if query.terms.is_empty() {
            search.kept_total = counts::kept(desk, question.queue, &filters, search.now)?;
        }
        Ok(search.in_pile(question.queue).then_some(search))
    }

    /// The same, in one stage only.
    pub(crate) fn in_stage(&self, stage: Stage) -> Self {
        let mut search = self.clone();
        search.expression.push(index::any([Filed::Stage(stage)]));
        search
    }

    /// The positions of the newest hits below a position.
    pub(crate) fn newest(
        &self,
        desk: &Connection,
        below: i64,
        limit: usize,
    ) -> Result<Vec<i64>, DeskError> {
        self.search(desk, &self.expression, below, limit)
    }

    /// The same, of releases that have every word of every term in the headline. Whether those of a
    /// phrase stand together there has to be looked at.
    pub(crate) fn newest_by_headline(
        &self,
        desk: &Connection,
        below: i64,
        limit: usize,
    ) -> Result<Vec<i64>, DeskError> {
        let in_headline = self.terms.iter().map(|term| index::headline_expression(term));
        let others = self.expression[self.terms.len()..].iter().cloned();
        let expression: Vec<_> = in_headline.chain(others).collect();
        self.search(desk, &expression, below, limit)
    }

    /// Adds what the queue itself asks for. False when nothing can be in it.
    fn in_pile(&mut self, queue: Queue) -> bool {
        let stages: &[Stage] = match queue {
            Queue::All | Queue::Trash => &[],
            Queue::Embargoed => return *self.embargoed.get_or_insert(true),
            Queue::Draft => &[Stage::Draft],
            Queue::Review => &[Stage::Review],
            Queue::Approved => &[Stage::Approved],
            Queue::Released => &[Stage::Released, Stage::Corrected],
            Queue::Withdrawn => &[Stage::Withdrawn],
        };
        if !stages.is_empty() {
            self.expression.push(index::any(stages.iter().map(|stage| Filed::Stage(*stage))));
        }
        true
    }

    /// Adds a filter. False when nothing can pass it.
    fn narrow(
        &mut self,
        desk: &Connection,
        asked: &Asked,
        remarks: &mut Vec<Sentence>,
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
                if !agrees {
                    remarks.push(say!("embargoed: cannot be yes and no at once."));
                }
                self.embargoed = Some(yes);
                return Ok(agrees);
            }
            Filter::Stage(stages) => index::any(stages.iter().copied().map(Filed::Stage)),
            Filter::Kind(kinds) => index::any(kinds.iter().copied().map(Filed::Kind)),
            Filter::Language(language) => {
                let tags = languages(desk, language, asked.open)?;
                if tags.is_empty() {
                    remarks.push(say!(
                        "Nothing on this desk is in “{language}”.",
                        language = language.tag()
                    ));
                    return Ok(asked.negated);
                }
                index::any(tags.into_iter().map(Filed::Language))
            }
            Filter::Section(name) if name.trim().is_empty() => index::any([Filed::NoSection]),
            Filter::Section(name) | Filter::Tag(name) => {
                let sort = match &asked.filter {
                    Filter::Section(_) => LabelSort::Section,
                    _ => LabelSort::Tag,
                };
                match labels(desk, sort, name, asked.open)? {
                    Some(words) => words,
                    None => {
                        let name = name.trim();
                        remarks.push(match sort {
                            LabelSort::Tag => say!("No tag is called “{name}”.", name),
                            LabelSort::Section => say!("No section is called “{name}”.", name),
                        });
                        return Ok(asked.negated);
                    }
                }
            }
        };
        if asked.negated {
            self.without.push(words)
        } else {
            self.expression.push(words)
        }
        Ok(true)
    }

    /// The positions of the newest releases below a position that match an expression.
    fn search(
        &self,
        desk: &Connection,
        expression: &[String],
        below: i64,
        limit: usize,
    ) -> Result<Vec<i64>, DeskError> {
        let within = self.within.start..below.min(self.within.end);
        let expression = self.expression_of(expression);
        let Some(embargoed) = self.embargoed else {
            return newest(desk, expression.as_deref(), self.trash, within, limit);
        };
        // What is under embargo at one time is a handful, also in a large archive.
        let mut held = self.under_embargo(desk, &within)?;
        if embargoed {
            if let Some(expression) = expression {
                let mut fits =
                    desk.prepare_cached("SELECT 1 FROM words WHERE words MATCH ?1 AND rowid = ?2")?;
                let mut fitting = Vec::new();
                for position in held {
                    if fits.exists(params![expression, position])? {
                        fitting.push(position);
                    }
                }
                held = fitting;
            }
            held.truncate(limit);
            return Ok(held);
        }
        let limit_with_held = limit.saturating_add(held.len());
        let mut found = newest(desk, expression.as_deref(), self.trash, within, limit_with_held)?;
        let held: HashSet<_> = held.into_iter().collect();
        found.retain(|position| !held.contains(position));
        found.truncate(limit);
        Ok(found)
    }

    /// The positions of what is under embargo now, newest first.
    fn under_embargo(&self, desk: &Connection, within: &Range<i64>) -> Result<Vec<i64>, DeskError> {
        // The plus signs leave SQLite the one index that is small.
        let mut query = desk.prepare_cached(
            "SELECT position FROM release WHERE embargo_until > ?1 AND +trashed = ?2
             AND +position >= ?3 AND +position < ?4 ORDER BY +position DESC",
        )?;
        let values = params![self.now, self.trash, within.start, within.end];
        let positions = query.query_map(values, |row| row.get(0))?;
        Ok(positions.collect::<Result<_, _>>()?)
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
}

/// The filters that stand in the question's own fields.
fn in_the_fields(question: &Question) -> Vec<Asked> {
    let section = question.section.clone().map(Filter::Section);
    let tag = question.tag.clone().map(Filter::Tag);
    let stage = question.stage.map(|stage| Filter::Stage(vec![stage]));
    let filters = section.into_iter().chain(tag).chain(stage);
    filters.map(|filter| Asked { filter, negated: false, open: false }).collect()
}

/// The positions of the newest releases of a pile that match an expression, if there is one.
fn newest(
    desk: &Connection,
    expression: Option<&str>,
    trash: bool,
    within: Range<i64>,
    limit: usize,
) -> Result<Vec<i64>, DeskError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let Range { start, end } = within;
    let (sql, first): (_, &dyn ToSql) = match &expression {
        Some(expression) => (
            "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid >= ?2 AND rowid < ?3
             ORDER BY rowid DESC LIMIT ?4",
            expression,
        ),
        None => (
            "SELECT position FROM release WHERE trashed = ?1 AND position >= ?2 AND position < ?3
             ORDER BY position DESC LIMIT ?4",
            &trash,
        ),
    };
    let mut query = desk.prepare_cached(sql)?;
    let positions = query.query_map(params![first, start, end, limit], |row| row.get(0))?;
    Ok(positions.collect::<Result<_, _>>()?)
}

/// The tags under which a language is filed; while it is typed, all that begin so.
fn languages(desk: &Connection, language: &Language, open: bool) -> Result<Vec<String>, DeskError> {
    let used = counts::languages(desk)?;
    if used.iter().any(|used| [used.tag(), used.primary()].contains(&language.tag())) {
        return Ok(vec![language.tag().to_owned()]);
    }
    let begun = language.tag().to_lowercase();
    let begins_so =
        used.iter().filter(|used| open && used.tag().to_lowercase().starts_with(&begun));
    Ok(begins_so.map(|used| used.tag().to_owned()).collect())
}

/// The index words of a section or tag, also of those merged into it; where nothing has that name
/// and it may go on, of all whose names begin so. `None` when there is none.
fn labels(
    desk: &Connection,
    sort: LabelSort,
    name: &str,
    open: bool,
) -> Result<Option<String>, DeskError> {
    let called = |like: &str| -> Result<Vec<LabelId>, DeskError> {
        let sql = format!(
            "SELECT word FROM label JOIN label_word ON label_word.label = label.id
             WHERE sort = ?1 AND {like}"
        );
        let mut query = desk.prepare_cached(&sql)?;
        let words = query.query_map(params![sort.as_str(), label::fold(name)], |row| row.get(0))?;
        Ok(words.collect::<Result<_, _>>()?)
    };
    let mut words = called("folded = ?2")?;
    if words.is_empty() && open {
        words = called("substr(folded, 1, length(?2)) = ?2")?;
    }
    Ok((!words.is_empty()).then(|| index::any(words.into_iter().map(Filed::Label))))
}
