//! "Today" and its neighbours against the date beside them.

use chrono::Weekday;
use dateline_model::{Sentence, say};

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "relative-day",
    family: Family::Dates,
    severity: Severity::Error,
    what: "“Today”, “yesterday” or “tomorrow” beside a day that is another, or in a release without a date.",
    why: "A release is read on other days than it was written; its dateline alone says which day “today” is.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The port opens ⟦today, 26 July⟧.").on("2024-07-25"),
        en("The port opened ⟦yesterday (Thursday)⟧.").on("2024-07-25"),
        en("The port opens ⟦tomorrow, 26 July 2023⟧.").on("2024-07-25"),
        fr("Le port ouvre ⟦aujourd’hui, 26 juillet⟧.").on("2024-07-25"),
        de("Der Hafen öffnet ⟦heute, 26. Juli⟧.").on("2024-07-25"),
        de("Er öffnete ⟦gestern, am 25. Juli⟧.").on("2024-07-25"),
        es("El puerto abre ⟦hoy, 26 de julio⟧.").on("2024-07-25"),
        ru("Порт откроется ⟦сегодня, 26 июля⟧.").on("2024-07-25"),
    ],
    passes: &[
        en("The port opens today, 25 July; it shut yesterday (Wednesday).").on("2024-07-25"),
        en("“It opens today, 26 July,” he said.").on("2024-07-25"),
        en("The port opens today, 26 July.").on("2024-07-26"),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    let Some(release) = with.date else { return };
    for (at, token) in block.tokens.iter().enumerate() {
        let Some(value) = token.sense.value_as(Class::Relative) else { continue };
        let day = release + chrono::Days::new(u64::from(value)) - chrono::Days::new(2);
        let near = |date: &&crate::reading::Dated| {
            let between = block.tokens.get(at + 1..date.tokens.start).unwrap_or_default();
            date.tokens.start > at
                && between.len() <= 4
                && (at + 1..date.tokens.start).all(|at| {
                    let token = &block.tokens[at];
                    token.is_blank()
                        || matches!(token.mark(), Some(',' | '('))
                        || matches!(block.word(at), "am" | "dem" | "den" | "le" | "el" | "on")
                })
        };
        if let Some(date) = block.date_after(at).filter(near) {
            let said = super::weekday_mismatch::meant(date, with.date);
            if said.is_some_and(|said| said != day) {
                let message = say!(
                    "The release is dated {release}, so “{word}” is {day}.",
                    release,
                    word = block.word(at),
                    day
                );
                notes.at(block, block.span(at..date.tokens.end), message);
            }
            continue;
        }
        // "yesterday (Thursday)", "today, Friday,"
        let beside = [at + 2, at + 3].into_iter().find(|next| {
            block.tokens.get(*next).is_some_and(|token| token.sense.is(Class::Weekday))
        });
        if let Some(next) = beside
            && block.tokens[at + 1..next].iter().any(|t| matches!(t.mark(), Some(',' | '(')))
            && let Some(said) = block.tokens[next].sense.value_as(Class::Weekday)
            && said != chrono::Datelike::weekday(&day).number_from_monday()
        {
            let end = next + 1 + usize::from(block.is_mark(next + 1, ')'));
            let name = weekday(day);
            let message = say!(
                "The release is dated {release}, so “{word}” is a {name}.",
                release,
                word = block.word(at),
                name
            );
            notes.at(block, block.span(at..end), message);
        }
    }
}

/// The weekday of a day in the language that the program speaks.
fn weekday(day: chrono::NaiveDate) -> Sentence {
    match chrono::Datelike::weekday(&day) {
        Weekday::Mon => say!("Monday"),
        Weekday::Tue => say!("Tuesday"),
        Weekday::Wed => say!("Wednesday"),
        Weekday::Thu => say!("Thursday"),
        Weekday::Fri => say!("Friday"),
        Weekday::Sat => say!("Saturday"),
        Weekday::Sun => say!("Sunday"),
    }
}
