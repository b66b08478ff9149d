//! `search`: the releases that say something, best first.

use clap::Args;
use dateline_model::Stage;
use dateline_store::{Order, Question};
use serde::Serialize;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Find releases by their words, best first.
#[derive(Args)]
pub(crate) struct Search {
    /// Words, "phrases in quotation marks", and filters such as tag:rescue or before:2026-01-01.
    #[arg(required = true)]
    query: Vec<String>,
    /// At most so many.
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// JSON lines, which they are in any case.
    #[arg(long, hide = true)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    id: i64,
    headline: &'a str,
    snippet: &'a str,
    date: Option<chrono::NaiveDate>,
    stage: Stage,
}

impl Search {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let mut question =
            Question { text: self.query.join(" "), order: Order::Best, ..Question::default() };
        let mut left = self.limit;
        let mut found = 0;
        while left > 0 {
            question.limit = u32::try_from(left).unwrap_or(u32::MAX).min(1000);
            let page = desk.list(&question, session.now)?;
            if question.after.is_none() {
                page.remarks.iter().for_each(|remark| say(&remark.to_string()));
            }
            for row in &page.rows {
                output.json(&Line {
                    id: row.id,
                    headline: &row.headline,
                    snippet: row.snippet.as_deref().unwrap_or_default(),
                    date: row.date,
                    stage: row.stage,
                })?;
            }
            found += page.rows.len();
            left -= page.rows.len();
            match page.next {
                Some(next) => question.after = Some(next),
                None => break,
            }
        }
        if found == 0 {
            say("Nothing on this desk answers that.");
        }
        Ok(())
    }
}
