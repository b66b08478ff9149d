//! Years that cannot be meant.

use chrono::{Datelike, NaiveDate};
use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy},
    lexicon::Class,
    notes::Notes,
    reading::{Dated, Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "distant-year",
    family: Family::Dates,
    severity: Severity::Warning,
    what: "A full date whose year is far from the release's, or is last year's by habit; “since” a year to come.",
    why: "In January the hand still writes the old year, and a slipped key makes 2042 of 2024. A date within some weeks of the release but in another year, or more than the set years ahead, is not meant.",
    concern: Concern::Fact,
    settings: &[
        crate::Setting {
            name: "ahead",
            default: 10,
            what: "Years ahead of the release from which a full date is marked.",
        },
        crate::Setting {
            name: "near",
            default: 10,
            what: "Days around the release's day within which another year is marked.",
        },
    ],
    hits: &[
        en("The port opened on ⟦8 January 2023⟧, the office said.").on("2024-01-09"),
        en("The port opened on ⟦25 July 2042⟧.").on("2024-07-25"),
        en("The port opened on 25 July ⟦2204⟧ and shut.").on("2024-07-25"),
        en("It is the largest exercise since ⟦2035⟧.").on("2024-07-25"),
        de("Es ist die größte Übung seit ⟦2035⟧.").on("2024-07-25"),
        en("The plan will cut emissions by 55 per cent by ⟦2003⟧.").on("2026-11-11"),
        fr("Le premier vol est prévu en ⟦juin 2092⟧.").on("2026-11-04"),
        fr("Le port a ouvert le ⟦8 janvier 2023⟧.").on("2024-01-09"),
        ru("Порт открыт ⟦8 января 2023⟧ года.").on("2024-01-09"),
    ],
    passes: &[
        en("It was founded on 3 May 1887 and rebuilt on 12 July 2021; it closes on 1 May 2030.")
            .on("2024-07-25"),
        en("A year ago, on 20 July 2023, and again on 22 July 2023 as in earlier years, it met.")
            .on("2024-07-25"),
        en("The port opened on 8 January 2023."),
        en("It will be run by 2020 Group; by 2003 it was shut; it will pay, as by 2020 it did.")
            .on("2026-11-11"),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let Some(release) = with.date else { return };
    let mut first = true;
    for block in copy
        .blocks
        .iter()
        .filter(|block| matches!(block.slot, Slot::Headline | Slot::Subhead | Slot::Body))
    {
        since(block, release, notes);
        gone_by(block, release, notes);
        for date in &block.dates {
            let Some((year, token)) = date.year else { continue };
            if date.day.is_none() {
                let ahead = year - release.year();
                if (FAR_MONTH..1000).contains(&ahead) {
                    let message = say!("This is {ahead} years after the release.", ahead);
                    notes.at(block, block.span(date.tokens.clone()), message);
                }
                continue;
            }
            if !(1000..2200).contains(&year) {
                notes.at(
                    block,
                    block.tokens[token].range(),
                    say!("The year {year} cannot be meant.", year),
                );
                continue;
            }
            let Some(day) = date.date(None) else { continue };
            let ahead = year - release.year();
            if ahead >= with.setting("ahead") as i32 {
                let message = say!("This is {ahead} years after the release.", ahead);
                notes.at(block, block.span(date.tokens.clone()), message);
                continue;
            }
            let near = with.setting("near") as i64;
            let same = day
                .with_year(release.year())
                .filter(|same| (*same - release).num_days().abs() <= near);
            // The first date of a text tells when the news happened; later ones look back.
            let habit = first && year == release.year() - 1 && !looks_back(block, date);
            if let Some(same) = same.filter(|_| habit) {
                let (from, to) = (year.to_string(), same.year().to_string());
                let span = block.span(date.tokens.clone());
                let right = block.text()[span.clone()].replacen(&from, &to, 1);
                notes
                    .at(
                        block,
                        span,
                        say!(
                            "This is a year before the release, nearly to the day. Is {to} meant?",
                            to
                        ),
                    )
                    .fix(right);
            }
            first = false;
        }
    }
}

/// "Since" a year that has not begun.
fn since(block: &Block, release: NaiveDate, notes: &mut Notes) {
    for at in 2..block.tokens.len() {
        let to_come =
            block.year_at(at).is_some_and(|year| (release.year() + 1..2200).contains(&year));
        if to_come && ["since", "depuis", "seit", "desde"].contains(&block.lower(at - 2)) {
            let message = say!("This year is still to come on the day of the release.");
            notes.at(block, block.tokens[at].range(), message);
        }
    }
}

/// Nobody names the month of something that is so many years away.
const FAR_MONTH: i32 = 25;

/// "Will cut emissions by 2003": a year that has gone by cannot end what is to come.
fn gone_by(block: &Block, release: NaiveDate, notes: &mut Notes) {
    for sentence in &block.sentences {
        let tells = |at: &usize| {
            let token = &block.tokens[*at];
            token.sense.is(Class::Future) && token.shape == Shape::Lower
                || matches!(block.word(*at), "soll" | "sollen")
        };
        let Some(future) = sentence.clone().find(tells) else { continue };
        for at in future + 2..sentence.end {
            if matches!(block.tokens[at].mark(), Some(',' | ';')) {
                break;
            }
            let before = block.lower(at - 2);
            let until = match block.primary() {
                "en" => matches!(before, "by" | "until"),
                "fr" => before == "ici",
                "de" => before == "bis",
                "ru" => before == "к" && block.word(at + 2) == "году",
                _ => false,
            };
            let year = block.year_at(at).is_some_and(|year| (1900..release.year()).contains(&year));
            let alone = block.tokens.get(at + 2).is_none_or(|next| !next.is_capitalised());
            if until && year && alone {
                let message =
                    say!("This year is past on the day of the release, but told in the future.");
                notes.at(block, block.tokens[at].range(), message);
            }
        }
    }
}

/// Whether the words before say that an earlier year is meant: "a year ago", "since", "last year".
fn looks_back(block: &Block, date: &Dated) -> bool {
    let sentence = block.sentence_of(date.tokens.start);
    let from = sentence.map_or(0, |sentence| sentence.start);
    (from..date.tokens.start).rev().take(12).any(|at| {
        let token = &block.tokens[at];
        token.kind == Kind::Word
            && (token.sense.is(Class::Relative)
                || [
                    "ago",
                    "since",
                    "last",
                    "year",
                    "previous",
                    "earlier",
                    "anniversary",
                    "founded",
                    "dernier",
                    "depuis",
                    "vor",
                    "seit",
                    "desde",
                    "hace",
                    "прошлом",
                    "назад",
                ]
                .contains(&block.lower(at)))
    })
}
