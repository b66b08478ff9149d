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
        if real == said {
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
    if date.year.is_some() {
        return date.date(None);
    }
    let release = release?;
    let years = [release.year() - 1, release.year(), release.year() + 1];
    let days = years.into_iter().filter_map(|year| date.date(Some(year)));
    days.min_by_key(|day| (*day - release).num_days().abs())
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
