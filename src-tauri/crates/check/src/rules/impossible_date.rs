//! Days that no calendar has.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, year_of},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "impossible-date",
    family: Family::Dates,
    severity: Severity::Error,
    what: "A day that does not exist, such as 31 June or 29 February of a common year.",
    why: "A wrong day is the first thing on the wire services' list of what their copy desks catch.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The fairway opens on ⟦31 June⟧."),
        en("It was signed on ⟦29 February 2023⟧ in Vestmark."),
        en("The survey of ⟦2023-02-30⟧ was lost."),
        en("Apply by ⟦April 31⟧, the office said.").on("2024-03-01"),
        en("Ships may enter from ⟦29 February⟧.").on("2023-01-10"),
        fr("Le port ouvre le ⟦31 avril 2024⟧."),
        de("Der Hafen öffnet am ⟦31. September 2024⟧."),
        es("El puerto abre el ⟦31 de junio de 2024⟧."),
        ru("Порт откроется ⟦31 июня 2024⟧ года."),
        ru("Порт откроется ⟦31.06.2024⟧."),
    ],
    passes: &[
        en("Between 29 February 2024 and 31 July, the May 45 project paid out."),
        en("The 31 May deadline stands; version 31.06.20 is out."),
        de("Am 30. Juni 2024 schließt der Hafen."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    for date in &block.dates {
        let Some(day) = date.day else { continue };
        // A leap day without a year is judged by the year of the release, if there is one.
        let year = date.year.map(|(year, _)| year).or(year_of(with.date)).unwrap_or(2024);
        let last = last_day(year, date.month);
        let whole = block.words(date.tokens.clone());
        let message = match last {
            None if date.year.is_some() || date.month > 12 => {
                say!(
                    "“{whole}” names a month {month}, and a year has twelve.",
                    whole,
                    month = date.month
                )
            }
            None => continue,
            Some(last) if day > last || day == 0 => {
                let leap = date.month == 2 && day == 29;
                match leap {
                    true => say!("{year} has no 29 February: it is not a leap year.", year),
                    false => {
                        say!("There is no “{whole}”: that month has {last} days.", whole, last)
                    }
                }
            }
            Some(_) => continue,
        };
        notes.at(block, block.span(date.tokens.clone()), message);
    }
}

/// The last day of a month; `None` for a month that does not exist.
fn last_day(year: i32, month: u32) -> Option<u32> {
    (28..=31).rev().find(|day| chrono::NaiveDate::from_ymd_opt(year, month, *day).is_some())
}
