//! A weekday that the date does not fall on.

use chrono::{Datelike, NaiveDate};
use dateline_model::{DatelineStyle, long_date, say, weekday_names};

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Dated, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "weekday-mismatch",
    family: Family::Dates,
    severity: Severity::Error,
    what: "A weekday that disagrees with the date beside it.",
    why: "Day and date that disagree head the wire services' list of what copy desks catch; half the readers will come on the wrong day. Without a year, the one nearest to the release is meant.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port opens on ⟦Friday, 25 July 2024⟧."),
        en("The port opens on ⟦Monday, July 22, 2025⟧, and shuts on 24 July."),
        en("The port opens on ⟦Friday 25 July⟧.").on("2024-07-20"),
        en("It was held on ⟦25 July 2024 (Monday)⟧."),
        fr("Le port ouvre le ⟦lundi 25 juillet 2024⟧."),
        de("Der Hafen öffnet am ⟦Freitag, den 25. Juli 2024⟧."),
        es("El puerto abre el ⟦viernes 25 de julio de 2024⟧."),
        ru("Порт откроется в ⟦пятницу, 25 июля 2024⟧ года."),
    ],
    passes: &[
        en("It opens on Thursday, 25 July 2024, and on Friday 26 July.").on("2024-07-20"),
        en("The shops may open on Sunday 3 January.").on("2026-04-20"),
        en("On 25 July 2024, Friday prayers were held; Friday 25 July was not in question."),
        ru("Порт откроется 25 июля 2024 г. (четверг)."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    for date in &block.dates {
        let Some((said, token)) = date.weekday else { continue };
        let Some(day) = meant(date, with.date) else { continue };
        let real = day.weekday().number_from_monday();
        if real == said || fits_another_year(date, said, day, with) {
            continue;
        }
        let names = weekday_names(block.language());
        let Some(name) = names.and_then(|names| names.get(real as usize - 1).copied()) else {
            continue;
        };
        let shown = if block.tokens[token].shape == Shape::Upper {
            name.to_uppercase()
        } else {
            name.to_owned()
        };
        let span = closed(block, date);
        let start = block.tokens[token].start - span.start;
        let mut right = block.text()[span.clone()].to_owned();
        right.replace_range(start..start + block.word(token).len(), &accusative(block, &shown));
        let shown = long_date(day, block.language(), DatelineStyle::British);
        let note = notes.at(block, span, say!("{shown} is a {name}.", shown, name));
        note.fix(right);
        if date.year.is_none() {
            note.weigh(Severity::Warning);
        }
    }
}

/// The bytes of a date, with the bracket that its weekday stands in.
fn closed(block: &Block, date: &Dated) -> std::ops::Range<usize> {
    let mut tokens = date.tokens.clone();
    let open = block.tokens[tokens.clone()].iter().any(|token| token.mark() == Some('('));
    if open && block.is_mark(tokens.end, ')') {
        tokens.end += 1;
    }
    block.span(tokens)
}

/// The day that a date means: in its own year, or in the one that puts it nearest to the release.
pub(super) fn meant(date: &Dated, release: Option<NaiveDate>) -> Option<NaiveDate> {
    if date.own_year().is_some() {
        return date.date(None);
    }
    let release = release?;
    years_around(date, release).min_by_key(|day| (*day - release).num_days().abs())
}

/// The days that a date without a year can mean.
fn years_around(date: &Dated, release: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let years = [release.year() - 1, release.year(), release.year() + 1];
    years.into_iter().filter_map(|year| date.date(Some(year)))
}

/// So many days ago, the nearest year need not be the one that is meant.
const FAR: i64 = 60;

/// Whether the weekday is right in another year that can be meant.
fn fits_another_year(date: &Dated, said: u32, nearest: NaiveDate, with: &With) -> bool {
    // What is so long past is more likely to come again.
    let far = |release: &NaiveDate| (*release - nearest).num_days() > FAR;
    let release = with.date.filter(|_| date.own_year().is_none()).filter(far);
    release.is_some_and(|release| {
        years_around(date, release).any(|day| day.weekday().number_from_monday() == said)
    })
}

/// Russian weekdays beside a date stand in the accusative.
fn accusative(block: &Block, name: &str) -> String {
    match (block.primary(), name) {
        ("ru", "среда") => "среду".to_owned(),
        ("ru", "пятница") => "пятницу".to_owned(),
        ("ru", "суббота") => "субботу".to_owned(),
        _ => name.to_owned(),
    }
}
