//! Days gone by told in the future, and days to come told in the past.

use chrono::NaiveDate;

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Dated, Kind},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "tense",
    family: Family::Dates,
    severity: Severity::Warning,
    what: "A past day told in the future, or a future day told in the past, where the words make it certain.",
    why: "An invitation sent out again as a report keeps its old tense; either the date or the verb is wrong.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The forum ⟦will be held on 3 May 2024⟧ in Vestmark.").on("2024-07-25"),
        en("The forum ⟦was held on 3 September 2024⟧ in Vestmark.").on("2024-07-25"),
        en("The forum ⟦took place on 3 September⟧ in Vestmark.").on("2024-07-25"),
        en("The crews ⟦will sail to Sandvik on 3 May 2024⟧.").on("2024-07-25"),
        en("The exercise ⟦was held in June 2027⟧.").on("2026-09-21"),
        en("The forum ⟦will be held in March 2024⟧ in Vestmark.").on("2024-07-25"),
        en("The robot ⟦was tested in November 2024⟧ at sea.").on("2024-07-25"),
        en("The show ⟦will last until 3 May 2024⟧.").on("2024-07-25"),
        de("Die Übernahme ⟦soll im März 2023⟧ abgeschlossen werden.").on("2024-07-25"),
        fr("Le pont a ⟦été inauguré le 3 septembre 2024⟧ à Vestmark.").on("2024-07-25"),
        es("El puente ⟦fue inaugurado el 3 de septiembre de 2024⟧.").on("2024-07-25"),
        fr("Le forum s’⟦est tenu le 3 septembre 2024⟧ à Vestmark.").on("2024-07-25"),
        ru("Строительство ⟦началось в марте 2042⟧ года.").on("2026-07-25"),
        fr("Le forum ⟦aura lieu le 3 mai 2024⟧ à Vestmark.").on("2024-07-25"),
        de("Das Forum ⟦fand am 3. September 2024⟧ in Vestmark statt.").on("2024-07-25"),
        es("El foro ⟦se celebró el 3 de septiembre de 2024⟧ en Vestmark.").on("2024-07-25"),
        ru("Форум ⟦состоится 3 мая 2024⟧ года.").on("2024-07-25"),
        ru("Форум ⟦прошёл 3 сентября 2024⟧ года.").on("2024-07-25"),
    ],
    passes: &[
        en("The forum will be held on 3 September 2024; it was held on 3 May 2023.").on("2024-07-25"),
        en("Next year’s forum will be held from 31 August to 5 September 2025.").on("2024-09-07"),
        en("It was announced that 3 September 2024 is the day; it was agreed on 3 May to meet on 3 September 2024.").on("2024-07-25"),
        en("The forum was held on 3 September 2024."),
        en("The forum was held in July 2024 and will be held in July 2025.").on("2024-07-01"),
        en("The court will hear the man arrested on 3 May 2024; it will renew the law of 3 May 2024.").on("2024-07-25"),
        de("Das Forum wird am 3. September 2024 eröffnet.").on("2024-07-25"),
        en("It was planned for 3 September 2024, was expected in November 2024 and was invited to meet on 3 September 2024.").on("2024-07-25"),
        en("The law was extended until 3 September 2024; it was scheduled on 3 September 2024.").on("2024-07-25"),
        fr("Il a été prévu le 3 septembre 2024.").on("2024-07-25"),
        de("Er soll am 3. Mai 2024 gestohlen haben. Die am 3. Mai 2024 eröffnete Halle.").on("2024-07-25"),
    ],
    check: Check::Block(check),
};

/// How many words may stand between the verb and its day.
const REACH: usize = 6;

fn check(block: &Block, with: &With, notes: &mut Notes) {
    let Some(release) = with.date else { return };
    for date in &block.dates {
        let Some(day) = super::weekday_mismatch::meant(date, with.date).or_else(|| last_day(date))
        else {
            continue;
        };
        let begins = if date.day.is_none() {
            chrono::Datelike::with_day(&day, 1).unwrap_or(day)
        } else {
            date.from.and_then(|from| chrono::Datelike::with_day(&day, from)).unwrap_or(day)
        };
        let Some((verb, future)) = verb_before(block, date.tokens.start) else { continue };
        let days = (day - release).num_days();
        // A day without a year is only sure while it is within half a year of the release.
        if date.own_year().is_none() && days.abs() > 150 {
            continue;
        }
        let message = match future {
            true if day < release => {
                say!("This day is past on the day of the release, but told in the future.")
            }
            false if begins > release => {
                say!("This day is still to come on the day of the release, but told in the past.")
            }
            _ => continue,
        };
        notes.at(block, block.span(verb..date.tokens.end), message);
    }
}

/// The last day of a month that stands with its year and without a day.
fn last_day(date: &Dated) -> Option<NaiveDate> {
    let (year, _) = date.year.filter(|_| date.day.is_none())?;
    let next = NaiveDate::from_ymd_opt(year, date.month, 1)? + chrono::Months::new(1);
    next.pred_opt()
}

/// The verb that the date belongs to, and whether it tells the future.
fn verb_before(block: &Block, date: usize) -> Option<(usize, bool)> {
    let mut words = 0;
    for at in (0..date).rev() {
        let token = &block.tokens[at];
        match token.kind {
            Kind::Space => continue,
            Kind::Word => words += 1,
            _ => return None,
        }
        if words > REACH {
            return None;
        }
        let word = block.lower(at);
        let certain = match block.primary() {
            "en" => english(block, at, date, word),
            "fr" => match word {
                "aura" | "auront" => (block.word(at + 2) == "lieu").then_some((at, true)),
                "eu" if block.word(at + 2) == "lieu" => Some((at.saturating_sub(2), false)),
                "été" if passive(block, at, date) => Some((at, false)),
                "tenu" | "tenue" | "tenus" | "tenues" | "déroulé" | "déroulée" | "déroulés"
                | "déroulées"
                    if at >= 2 && matches!(block.word(at - 2), "est" | "sont") =>
                {
                    Some((at - 2, false))
                }
                _ => None,
            },
            "de" => match word {
                "fand" | "fanden" => Some((at, false)),
                "soll" | "sollen" if is_planned(block, at, date) => Some((at, true)),
                _ => None,
            },
            "es" => match word {
                "fue" | "fueron" if passive(block, at, date) => Some((at, false)),
                "celebró" | "celebraron" => Some((reflexive(block, at), false)),
                "celebrará" | "celebrarán" => Some((reflexive(block, at), true)),
                "lugar" => match block.word(at.checked_sub(2)?) {
                    "tuvo" | "tuvieron" => Some((at - 2, false)),
                    "tendrá" | "tendrán" => Some((at - 2, true)),
                    _ => None,
                },
                _ => None,
            },
            "ru" if !matches!(word, "был" | "была" | "было" | "были" | "будет" | "будут") =>
            {
                let sense = token.sense;
                if sense.is(Class::Future) {
                    Some((at, true))
                } else {
                    sense.is(Class::Past).then_some((at, false))
                }
            }
            _ => None,
        };
        if certain.is_some() {
            return certain;
        }
        // Another verb in between takes the date for itself.
        let passive = at >= 2 && matches!(block.word(at - 2), "was" | "were");
        let participle =
            block.primary() == "en" && word.len() > 4 && word.ends_with("ed") && !passive;
        // "to Sandvik" is a place, "to sail" another verb.
        let infinitive =
            word == "to" && block.tokens.get(at + 2).is_some_and(|next| !next.is_capitalised());
        if token.sense.is(Class::Verb)
            || participle
            || infinitive
            || matches!(word, "that" | "which" | "who" | "for" | "zum" | "für" | "que" | "что")
        {
            return None;
        }
    }
    None
}

/// The verbs of happening, which no reader can take another way.
fn english(block: &Block, at: usize, date: usize, word: &str) -> Option<(usize, bool)> {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |at| block.word(at));
    match word {
        "held" if matches!(back(2), "was" | "were") => Some((at - 2, false)),
        "held" | "opened" | "launched" if back(2) == "be" && back(4) == "will" => {
            Some((at - 4, true))
        }
        "place" if back(2) == "took" => Some((at - 2, false)),
        "place" if back(2) == "take" && back(4) == "will" => Some((at - 4, true)),
        "start" | "begin" | "open" | "meet" | "visit" | "arrive" if back(2) == "will" => {
            Some((at - 2, true))
        }
        "will" if is_on(block, date) => Some((at, true)),
        "will" if date >= 2 && block.word(date - 2) == "until" => Some((at, true)),
        "was" | "were" if passive(block, at, date) => Some((at, false)),
        "met" | "opened" | "signed" | "visited" | "attended" | "hosted" | "began" | "started"
        | "ended" | "launched"
            if is_on(block, date) =>
        {
            Some((at, false))
        }
        _ => None,
    }
}

/// Participles that look ahead: what was planned in May may be planned for a later day.
const AHEAD: &[&str] = &[
    "planned",
    "scheduled",
    "expected",
    "slated",
    "timed",
    "postponed",
    "moved",
    "fixed",
    "announced",
    "intended",
    "booked",
    "hoped",
    "supposed",
    "promised",
    "needed",
    "required",
    "proposed",
    "prévu",
    "prévue",
    "fixé",
    "fixée",
    "reporté",
    "reportée",
    "annoncé",
    "annoncée",
    "repoussé",
    "programmé",
    "programmée",
    "attendu",
    "attendue",
    "fijado",
    "fijada",
    "aplazado",
    "aplazada",
    "convocado",
    "convocada",
    "programado",
    "programada",
    "anunciado",
    "anunciada",
];

/// "was tested in November", "été inauguré le 3 mai": a participle, and the word that makes the
/// date its day.
fn passive(block: &Block, verb: usize, date: usize) -> bool {
    let participle = block.lower(verb + 2);
    let (ends, leads): (&[&str], &[&str]) = match block.primary() {
        "en" => (&["ed", "built", "held", "sold", "won"], &["on", "in"]),
        "fr" => (&["é", "ée", "és", "ées"], &["le", "en"]),
        _ => (&["ado", "ada", "ados", "adas", "ido", "ida"], &["el", "en"]),
    };
    let led = date >= verb + 4 && leads.contains(&block.word(date - 2));
    led && ends.iter().any(|end| participle.ends_with(end)) && !AHEAD.contains(&participle)
}

/// In how many tokens a German clause comes to its verb.
const CLAUSE: usize = 120;

/// "soll im März abgeschlossen werden": a plan, and no rumour of what somebody did.
fn is_planned(block: &Block, at: usize, date: usize) -> bool {
    let led = date >= 2 && matches!(block.word(date - 2), "im" | "am");
    let sentence = block.sentence_of(at);
    let end = sentence.map_or(date, |sentence| sentence.end);
    let rumour = (date..end)
        .take(CLAUSE)
        .any(|at| matches!(block.word(at), "haben" | "sein" | "worden" | "hat"));
    led && !rumour
}

/// Whether "on" leads to the date, so that it is the verb's day and not an attribute.
fn is_on(block: &Block, date: usize) -> bool {
    date.checked_sub(2).is_some_and(|at| block.word(at) == "on")
}

fn reflexive(block: &Block, at: usize) -> usize {
    match at.checked_sub(2) {
        Some(before) if block.word(before) == "se" => before,
        _ => at,
    }
}
