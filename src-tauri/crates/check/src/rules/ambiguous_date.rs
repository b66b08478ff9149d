//! Dates in figures that can be read both ways.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Form,
    rule::{Check, Concern, Family, Rule, With, en, fr},
};

pub(crate) static RULE: Rule = Rule {
    id: "ambiguous-date",
    family: Family::Dates,
    severity: Severity::Warning,
    what: "A date such as 03/04/2024, which is 3 April to one reader and March 4 to another.",
    why: "English is read on both sides of the Atlantic, with day and month in opposite order.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[en("The fairway opens on ⟦03/04/2024⟧."), en("Apply by ⟦5/6/2024⟧.")],
    passes: &[
        en("It opens on 25/07/2024, on 04/04/2024 and on 2024-03-04; the ratio was 3/4/2."),
        fr("Le chenal ouvre le 03/04/2024."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    for date in block.dates.iter().filter(|date| date.form == Form::Slashes) {
        let Some((day, month)) = date.day_and_month() else { continue };
        let Some((year, _)) = date.year.filter(|_| day <= 12 && month <= 12 && day != month) else {
            continue;
        };
        let note = notes.at(
            block,
            block.span(date.tokens.clone()),
            say!("Day and month can be exchanged here; write the month in words."),
        );
        for (month, day) in [(month, day), (day, month)] {
            if let Some(date) = chrono::NaiveDate::from_ymd_opt(year, month, day) {
                note.fix(date.format("%-d %B %Y").to_string());
            }
        }
    }
}
