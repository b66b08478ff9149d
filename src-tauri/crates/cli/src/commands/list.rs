//! `list`: what is on the desk, newest first.

use clap::Args;
use dateline_model::{Embargo, Kind, Language, Stage};
use dateline_store::{Question, Queue, Row};
use serde::Serialize;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
    words::Pile,
};

/// Show what is on the desk, newest first.
#[derive(Args)]
pub(crate) struct List {
    /// Only what answers these words and filters, e.g. `ferry section:News after:2026-01-01`.
    query: Vec<String>,
    /// Only this stage; `trash` shows the trash.
    #[arg(long)]
    stage: Option<Pile>,
    /// Only with this tag.
    #[arg(long)]
    tag: Option<String>,
    /// Only in this section; an empty name stands for none.
    #[arg(long)]
    section: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// A JSON line for each also where a person is looking.
    #[arg(long)]
    json: bool,
}

/// A release in a list.
#[derive(Serialize)]
pub(crate) struct Line<'a> {
    id: i64,
    headline: &'a str,
    date: Option<chrono::NaiveDate>,
    stage: Stage,
    trashed: bool,
    section: &'a str,
    kind: Kind,
    language: &'a Language,
    tags: &'a [String],
    reference: Option<&'a str>,
    embargo: Option<Embargo>,
    modified: chrono::DateTime<chrono::Utc>,
}

impl List {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let (queue, stage) = match self.stage {
            None => (Queue::All, None),
            Some(Pile::Trash) => (Queue::Trash, None),
            Some(Pile::Stage(stage)) => (Queue::All, Some(stage)),
        };
        let mut question = Question {
            queue,
            stage,
            section: self.section,
            tag: self.tag,
            text: self.query.join(" "),
            ..Question::default()
        };
        let table = output.is_terminal() && !self.json;
        let mut left = self.limit.unwrap_or(usize::MAX);
        let mut none = true;
        while left > 0 {
            question.limit = u32::try_from(left).unwrap_or(u32::MAX).min(1000);
            let page = desk.list(&question, session.now)?;
            if question.after.is_none() {
                page.remarks.iter().for_each(|remark| say(&remark.to_string()));
            }
            for row in &page.rows {
                none = false;
                if table {
                    output.bytes(table_row(row).as_bytes())?;
                } else {
                    output.json(&Line::of(row))?;
                }
            }
            left -= page.rows.len();
            match page.next {
                Some(next) => question.after = Some(next),
                None => break,
            }
        }
        if none {
            say("Nothing on this desk answers that.");
        }
        Ok(())
    }
}

impl<'a> Line<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            id: row.id,
            headline: &row.headline,
            date: row.date,
            stage: row.stage,
            trashed: row.trashed,
            section: &row.section,
            kind: row.kind,
            language: &row.language,
            tags: &row.tags,
            reference: row.reference.as_deref(),
            embargo: row.embargo,
            modified: row.modified,
        }
    }
}

/// A row for people: number, day, stage, headline.
fn table_row(row: &Row) -> String {
    let date = row.date.map_or("undated".to_owned(), |date| date.to_string());
    let stage = if row.trashed { "trash" } else { row.stage.as_str() };
    let headline = if row.headline.is_empty() { "(no headline)" } else { &row.headline };
    format!("{:>6}  {date:<10}  {stage:<9}  {headline}\n", row.id)
}
