//! Dates written in two ways in one release.

use dateline_model::say;

use crate::{
    Severity,
    copy::Copy,
    notes::Notes,
    reading::Form,
    rule::{Check, Concern, Family, Rule, With, de, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "mixed-dates",
    family: Family::Dates,
    severity: Severity::Warning,
    what: "A date written in another form than the others of the release.",
    why: "One form a release: “25 July 2024” or “July 25, 2024”, not both. The form that is more frequent stands.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("It opened on 25 July 2024, closed on 3 August 2024 and reopened on ⟦August 9, 2024⟧."),
        en("It opened on July 25, 2024, closed on August 3, 2024 and reopened on ⟦9 August 2024⟧."),
        de("Vom 25.07.2024 bis zum 26.07.2024 und am ⟦27/07/2024⟧."),
        ru("С 25 июля 2024 года по 3 августа и ⟦09.08.2024⟧."),
    ],
    passes: &[
        en("It opened on 25 July 2024 and closed in August 2024; “July 25 it was,” he said."),
        en("From July 25 to August 3, 2024 (file 2024-07-25)."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let all: Vec<_> = copy
        .blocks
        .iter()
        .filter(|block| block.place != crate::copy::Place::Cell)
        .flat_map(|block| block.dates.iter().map(move |date| (block, date)))
        .filter(|(block, date)| {
            !matches!(date.form, Form::MonthYear | Form::Iso)
                && !block.is_quoted(block.tokens[date.tokens.start].start)
        })
        .collect();
    let count = |form| all.iter().filter(|(_, date)| date.form == form).count();
    let forms = [Form::DayMonth, Form::MonthDay, Form::Dots, Form::Slashes];
    // Of two equally frequent forms the first one to be used is the release's own.
    let Some((_, first)) = all.first() else { return };
    let most = forms.into_iter().map(count).max().unwrap_or_default();
    let own = if count(first.form) == most {
        first.form
    } else {
        forms.into_iter().find(|form| count(*form) == most).unwrap_or(first.form)
    };
    let Some((shown, like)) = all.iter().find(|(_, date)| date.form == own) else { return };
    for (block, date) in all.iter().filter(|(_, date)| date.form != own) {
        let model = shown.words(like.tokens.clone());
        notes
            .at(
                block,
                block.span(date.tokens.clone()),
                say!("Other dates here are written like “{model}”.", model),
            )
            .see(shown, shown.span(like.tokens.clone()));
    }
}
