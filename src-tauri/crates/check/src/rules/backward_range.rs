//! Ranges that end before they begin.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, year_of},
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "backward-range",
    family: Family::Dates,
    severity: Severity::Error,
    what: "A range of days, years or hours that ends before it begins.",
    why: "One of the two figures is wrong, and the reader cannot know which.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The survey runs from ⟦15 to 12 March⟧."),
        en("It runs ⟦from 20 June 2024 to 3 May 2024⟧."),
        en("It ran ⟦from 20 June to 3 May⟧. It is open on ⟦12 June to 5 June⟧."),
        en("⟦Between 2024 and 2021⟧ there were 14 spills."),
        fr("Ils ont duré ⟦de mai 2026 à mars 2024⟧."),
        fr("Ils seront livrés ⟦entre 2031 et 2029⟧."),
        en("The plan for ⟦2024–2021⟧ was agreed."),
        en("He led the port ⟦from 2018 to 2011⟧."),
        en("Doors are open ⟦from 16:00 to 14:30⟧."),
        fr("L’enquête dure du ⟦15 au 12 mars⟧."),
        de("Die Messe dauert vom ⟦15. bis 12. März⟧ 2024."),
        de("Der Bau dauerte ⟦vom 12. Mai 2025 bis zum 3. März 2025⟧."),
        de("Die Schau ist täglich von ⟦10 bis 6⟧ Uhr geöffnet."),
        es("La feria dura del ⟦15 al 12 de marzo⟧."),
        ru("Её строили ⟦с 3 мая 2024 года по 12 марта 2024⟧ года."),
        ru("Выставка идёт с ⟦15 по 12 марта⟧."),
        ru("Он руководил портом ⟦с 2025 по 2023⟧ год."),
    ],
    passes: &[
        en("It was postponed from 12 June to 5 June and moved from 2024 to 2022."),
        de("Die Bar ist von 22 bis 6 Uhr geöffnet, das Amt von 8 bis 12 Uhr."),
        en("From 12 to 15 March and from 20 December to 3 January; from 22:00 to 06:00."),
        en("The call +44 2024-2011 and No. 2024-2011 of the series; 2018–2024, 1998-9."),
        en("Rainfall fell from 2010 to 1990 levels? No, from 12 May 2023 to 3 April 2024."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    for (at, date) in block.dates.iter().enumerate() {
        if let (Some(from), Some(day)) = (date.from, date.day)
            && from > day
        {
            let last = date.month_token.map_or(date.tokens.end, |month| month + 1);
            let end =
                if date.year.is_some() && block.primary() == "en" { date.tokens.end } else { last };
            let end = if date.year.is_none() { date.tokens.end.min(last) } else { end.min(last) };
            let whole = block.span(date.tokens.start..end);
            notes.at(
                block,
                whole,
                say!("This range runs backwards: {from} comes after {day}.", from, day),
            );
        }
        if let Some(next) = block.dates.get(at + 1)
            && is_joined(block, date.tokens.end, next.tokens.start)
            && !is_moved(block, date.tokens.start)
        {
            let first = from_word(block, date.tokens.start).unwrap_or(date.tokens.start);
            let own = next.year.map(|(year, _)| year).or(year_of(with.date)).unwrap_or(2023);
            let months = |date: &crate::reading::Dated| {
                let (year, _) = date.year.filter(|_| date.day.is_none())?;
                chrono::NaiveDate::from_ymd_opt(year, date.month, 1)
            };
            let days = (date.date(Some(own)).zip(next.date(Some(own))))
                .or_else(|| months(date).zip(months(next)));
            // Without years, a range from autumn into spring crosses the new year.
            let crosses = date.year.is_none() && date.month >= 9 && next.month <= 4;
            if days.is_some_and(|(begin, end)| begin > end) && !crosses {
                let span = block.span(first..next.tokens.end);
                notes.at(block, span, say!("This range ends before it begins."));
            }
        }
    }
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Number {
            continue;
        }
        years(block, at, notes);
        hours(block, at, notes);
        opening_hours(block, at, notes);
    }
}

fn years(block: &Block, at: usize, notes: &mut Notes) {
    let Some(first) = year(block, at) else { return };
    let from = from_word(block, at);
    if block.is_mark(at + 1, '–') || block.is_mark(at + 1, '-') {
        let Some(second) = year(block, at + 2) else { return };
        let apart = |token: Option<&crate::reading::Token>| {
            token.is_none_or(|token| {
                !matches!(token.mark(), Some('-' | '–' | '/' | '.' | '+' | '№'))
            })
        };
        // A hyphen joins numbers of many sorts; a series says so before it.
        let numbered =
            at >= 3 && block.is_mark(at - 2, '.') && block.lower(at - 3).starts_with("no");
        let phone = at >= 2 && block.tokens[at - 2].kind == Kind::Number;
        let alone = apart(at.checked_sub(1).and_then(|at| block.tokens.get(at)))
            && apart(block.after(at + 2));
        if first > second && alone && !numbered && !phone {
            notes.at(
                block,
                block.span(at..at + 3),
                say!("{first} comes after {second}.", first, second),
            );
        }
    } else if let Some(from) = from
        && is_joined(block, at + 1, at + 4)
        && let Some(second) = year(block, at + 4)
        && first > second
        && !is_moved(block, at)
        && !followed_by_noun(block, at + 4)
    {
        notes.at(
            block,
            block.span(from..at + 5),
            say!("{first} comes after {second}.", first, second),
        );
    }
}

/// Words that carry something from one date to another, which may be earlier.
const MOVED: &[&str] = &[
    "brought",
    "moved",
    "postponed",
    "advanced",
    "changed",
    "shifted",
    "corrected",
    "amended",
    "compared",
    "revised",
    "fell",
    "dropped",
    "reduced",
    "avancé",
    "avancée",
    "reporté",
    "déplacé",
    "verschoben",
    "vorgezogen",
    "verlegt",
    "vorverlegt",
    "adelantado",
    "aplazado",
    "trasladado",
    "перенесён",
    "перенесен",
    "перенесена",
    "перенесли",
];

/// Whether the sentence moves a date instead of naming a span.
fn is_moved(block: &Block, at: usize) -> bool {
    let sentence = block.sentence_of(at);
    let from = sentence.map_or(0, |sentence| sentence.start);
    (from..at).rev().take(40).any(|at| MOVED.contains(&block.lower(at)))
}

/// "from 2010 to 1990 levels" compares, it does not count on.
fn followed_by_noun(block: &Block, at: usize) -> bool {
    let next = block.tokens.get(at + 2).filter(|token| token.kind == Kind::Word);
    next.is_some_and(|next| {
        use crate::lexicon::Class::{Dangling, Function};
        let year = ["год", "года", "годы"].contains(&block.lower(at + 2));
        !year && !next.sense.is(Function) && !next.sense.is(Dangling)
    })
}

/// "Geöffnet von 10 bis 6 Uhr": where a day has 24 hours, nothing is open from ten till six by day.
fn opening_hours(block: &Block, at: usize, notes: &mut Notes) {
    let hour = |at: usize| block.word(at).parse::<u32>().ok().filter(|hour| *hour < 24);
    let (until, unit) = match block.primary() {
        "de" => (at + 2, at + 6),
        "fr" => (at + 4, at + 6),
        _ => return,
    };
    let joined = match block.primary() {
        "de" => block.word(until) == "bis" && block.word(unit) == "Uhr",
        _ => block.word(at + 2) == "h" && block.word(until) == "à" && block.word(at + 8) == "h",
    };
    let second = until + 2;
    let (Some(begin), Some(end)) = (hour(at), hour(second)) else { return };
    let opens = || {
        let sentence = block.sentence_of(at).unwrap_or(at..at);
        sentence.take(60).any(|at| {
            let word = block.lower(at);
            ["geöffnet", "öffnungszeiten", "offen", "ouvert", "horaires"]
                .iter()
                .any(|stem| word.starts_with(stem))
        })
    };
    if joined && (7..=11).contains(&begin) && (1..=6).contains(&end) && opens() {
        let message = say!("This range of hours ends before it begins.");
        notes.at(block, block.span(at..second + 1), message);
    }
}

fn hours(block: &Block, at: usize, notes: &mut Notes) {
    let Some(from) = from_word(block, at) else { return };
    let clock = |at: usize| {
        let hour: u32 = block.word(at).parse().ok().filter(|hour| *hour < 24)?;
        let minute: u32 = block.word(at + 2).parse().ok().filter(|minute| *minute < 60)?;
        block.is_mark(at + 1, ':').then_some(hour * 60 + minute)
    };
    let Some(begin) = clock(at) else { return };
    let second = if is_joined(block, at + 3, at + 6) { at + 6 } else { at + 4 };
    let Some(end) = clock(second)
        .filter(|_| second == at + 6 || block.is_mark(at + 3, '–') || block.is_mark(at + 3, '-'))
    else {
        return;
    };
    // Into the night is no way backwards: both must be hours of the day.
    let by_day = (6 * 60..20 * 60).contains(&begin) && end >= 6 * 60;
    if end < begin && by_day {
        notes.at(
            block,
            block.span(from..second + 3),
            say!("This range of hours ends before it begins."),
        );
    }
}

fn year(block: &Block, at: usize) -> Option<i32> {
    let word =
        block.tokens.get(at).filter(|token| token.kind == Kind::Number).map(|_| block.word(at))?;
    if word.len() != 4 {
        return None;
    }
    word.parse().ok().filter(|year| (1800..2100).contains(year))
}

/// Whether only a word for "to" stands between two tokens.
fn is_joined(block: &Block, end: usize, start: usize) -> bool {
    let Some(between) = block.tokens.get(end..start) else { return false };
    let words: Vec<usize> = (end..start).filter(|at| !block.tokens[*at].is_blank()).collect();
    // "bis zum 3. März".
    if let [to, the] = words[..]
        && block.primary() == "de"
    {
        return block.word(to) == "bis" && block.word(the) == "zum";
    }
    // "с 3 мая 2024 года по 12 марта".
    if let [year, to] = words[..]
        && block.primary() == "ru"
    {
        return block.word(year).starts_with("год") && ["по", "до"].contains(&block.word(to));
    }
    let [word] = words[..] else { return false };
    let between_words = end
        .checked_sub(3)
        .is_some_and(|at| matches!(block.lower(at), "between" | "entre" | "zwischen" | "между"));
    if between_words {
        return matches!(block.word(word), "and" | "et" | "und" | "y" | "и") && between.len() <= 3;
    }
    let joint = match block.primary() {
        "en" => ["to", "until", "till", "through", "–", "-"].contains(&block.word(word)),
        "fr" => ["au", "à", "–", "-"].contains(&block.word(word)),
        "de" => ["bis", "–", "-"].contains(&block.word(word)),
        "es" => ["a", "al", "hasta", "–", "-"].contains(&block.word(word)),
        "ru" => ["по", "до", "–", "—", "-"].contains(&block.word(word)),
        _ => false,
    };
    joint && between.len() <= 3
}

/// The word for "from" before a token.
fn from_word(block: &Block, at: usize) -> Option<usize> {
    let word = at.checked_sub(2)?;
    let from = match block.primary() {
        "en" => ["from", "between"].as_slice(),
        "fr" => &["du", "de", "entre"],
        "de" => &["vom", "von", "zwischen"],
        "es" => &["del", "de", "desde", "entre"],
        "ru" => &["с", "со", "от", "между"],
        _ => &[],
    };
    from.contains(&block.lower(word)).then_some(word)
}
