//! Times that no clock shows.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "impossible-time",
    family: Family::Dates,
    severity: Severity::Error,
    what: "A time that does not exist, such as 25:30 or 10:75.",
    why: "Nobody can come at 25:30, and readers cannot tell which of the figures is wrong.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Doors open at ⟦25:30⟧ and at ⟦9.75⟧ a.m."),
        en("The ferry leaves at ⟦10:75⟧ from pier 3."),
        en("Come at ⟦13:30 pm⟧ to the quay."),
        en("The gates open at ⟦14 p.m.⟧ sharp."),
        fr("Le bac part à ⟦25 h 30⟧."),
        fr("Le bac part à ⟦10h75⟧ du quai 3."),
        fr("Ouvert de 14 h à ⟦26 h⟧, sauf le lundi."),
        de("Die Fähre fährt um ⟦26:15⟧ Uhr, die letzte um ⟦25 Uhr⟧."),
        es("La puerta abre a las ⟦24:45⟧."),
        ru("Начало в ⟦25:30⟧."),
        ru("Открыто с 8.00 до ⟦25.00⟧."),
    ],
    passes: &[
        en(
            "It ends at 24:00, after 10:30 and 9.30 p.m., with odds of 30:70 and a ratio of 75:100.",
        ),
        en("Verse 3:16 and Mark 4:99; the score was 88:75; at 12:30 pm the ship sailed."),
        fr("Le bac part à 10 h 30 et à 23h59. Ils passent de 30 à 35 h par semaine."),
        en("The gates close at 8:15 p.m. and at 9:20 pm."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let tokens = &block.tokens;
    for (at, token) in tokens.iter().enumerate() {
        if let Kind::Mixed = token.kind
            && block.primary() == "fr"
            && let Some((hour, minute)) = block.word(at).split_once('h')
            && let (Ok(hour), Ok(minute)) = (hour.parse(), minute.parse())
        {
            judge(block, at..at + 1, hour, Some(minute), notes);
        }
        if token.kind != Kind::Number {
            continue;
        }
        if block.primary() == "en"
            && let Some((hour, minute)) = block.word(at).split_once('.')
            && let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minute.parse::<u32>())
            && hour <= 12
            && half_day(block, at + 1).is_some()
        {
            judge(block, at..at + 1, hour, Some(minute), notes);
        }
        if let Some((hour, minute)) = russian_end(block, at) {
            judge(block, at..at + 1, hour, Some(minute), notes);
        }
        if token.end - token.start > 2 {
            continue;
        }
        let Ok(hour) = block.word(at).parse::<u32>() else { continue };
        if let Some((last, minute)) = minutes(block, at) {
            let afternoon = afternoon(block, last);
            if let Some(end) = afternoon.filter(|_| (13..=23).contains(&hour)) {
                twelve_hours(block, at..end, hour, notes);
            } else if is_clock(block, at, last) {
                judge(block, at..last, hour, Some(minute), notes);
            }
        } else if block.word(at + 2) == "Uhr" && !block.is_mark(at.wrapping_sub(1), ':')
            || hour > 24 && is_french_hour(block, at)
        {
            judge(block, at..at + 3, hour, None, notes);
        } else if let Some(end) = afternoon(block, at + 1)
            .filter(|_| (13..=23).contains(&hour) && !block.is_mark(at.wrapping_sub(1), ':'))
        {
            twelve_hours(block, at..end, hour, notes);
        }
    }
}

/// The minutes after an hour, ":30" or " h 30", and the token after them.
fn minutes(block: &Block, hour: usize) -> Option<(usize, u32)> {
    let two = |at: usize| {
        let token = block.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
        (token.end - token.start == 2).then(|| block.word(at).parse().ok()).flatten()
    };
    if block.is_mark(hour + 1, ':') {
        // A third part makes it seconds, or no time at all.
        let alone = !block.is_mark(hour + 3, ':') && (hour == 0 || !block.is_mark(hour - 1, ':'));
        return two(hour + 2).filter(|_| alone).map(|minute| (hour + 3, minute));
    }
    let french = block.primary() == "fr" && block.word(hour + 2) == "h";
    if french { two(hour + 4).map(|minute| (hour + 5, minute)) } else { None }
}

/// "à 26 h": an hour of the day and no length of time.
fn is_french_hour(block: &Block, at: usize) -> bool {
    let before = at.checked_sub(2).map(|at| block.lower(at)).unwrap_or_default();
    block.primary() == "fr"
        && block.word(at + 2) == "h"
        && matches!(before, "à" | "dès" | "vers" | "jusqu’à")
        && !matches!(block.word(at + 4), "par" | "de" | "hebdomadaires" | "maximum" | "au")
}

/// "с 8.00 до 25.00": the hour and minute in which a span of Russian hours ends.
fn russian_end(block: &Block, at: usize) -> Option<(u32, u32)> {
    let clock = |at: usize| {
        let (hour, minute) = block.word(at).split_once('.')?;
        let two = minute.len() == 2 && hour.len() <= 2;
        two.then(|| Some((hour.parse().ok()?, minute.parse().ok()?))).flatten()
    };
    let span = block.primary() == "ru" && at >= 6;
    if !span || block.lower(at - 2) != "до" || block.lower(at - 6) != "с" {
        return None;
    }
    // Two amounts are written so as well, but none of them is "8.00" in words of hours.
    let (opens, _): (u32, u32) = clock(at - 4)?;
    clock(at).filter(|(closes, _)| opens < 24 && (24..30).contains(closes))
}

/// Whether the words around say that it is a time and neither a score nor a ratio.
fn is_clock(block: &Block, first: usize, last: usize) -> bool {
    let before = first.checked_sub(2).map(|at| block.lower(at)).unwrap_or_default();
    let after = block.lower(last + 1);
    let says_before: &[&str] = match block.primary() {
        "en" => &["at", "by", "until", "till", "from", "before", "after", "around", "about", "to"],
        "fr" => &["à", "dès", "vers", "avant", "après", "jusqu’à"],
        "de" => &["um", "ab", "bis", "gegen", "von", "vor", "nach"],
        "es" => &["las", "la"],
        "ru" => &["в", "с", "до", "к", "около"],
        _ => &[],
    };
    let says_after = ["uhr", "h", "hours", "hrs", "am", "pm", "часов", "gmt", "utc", "мск", "cet"];
    let french_hours = block.word(first + 2) == "h";
    french_hours || says_before.contains(&before) || says_after.contains(&after)
}

/// "am" or "p.m." at this token or behind a space: whether it is the afternoon, and the token behind.
fn half_day(block: &Block, at: usize) -> Option<(bool, usize)> {
    let at = at + usize::from(block.tokens.get(at)?.kind == Kind::Space);
    match block.lower(at) {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        half @ ("a" | "p") if block.is_mark(at + 1, '.') && block.lower(at + 2) == "m" => {
            Some((half == "p", at + 3 + usize::from(block.is_mark(at + 3, '.'))))
        }
        _ => None,
    }
}

/// The token behind "pm" or "p.m." at this token or behind a space.
fn afternoon(block: &Block, at: usize) -> Option<usize> {
    half_day(block, at).filter(|(afternoon, _)| *afternoon).map(|(_, end)| end)
}

fn judge(
    block: &Block,
    tokens: std::ops::Range<usize>,
    hour: u32,
    minute: Option<u32>,
    notes: &mut Notes,
) {
    let minute = minute.unwrap_or(0);
    let message = if minute > 59 {
        say!("An hour has no minute {minute}.", minute)
    } else if hour > 24 || (hour == 24 && minute > 0) {
        say!("A day has no hour {hour}.", hour)
    } else {
        return;
    };
    notes.at(block, block.span(tokens), message);
}

fn twelve_hours(block: &Block, tokens: std::ops::Range<usize>, hour: u32, notes: &mut Notes) {
    let words = block.words(tokens.clone());
    let right = words.replacen(&hour.to_string(), &(hour - 12).to_string(), 1);
    notes
        .at(
            block,
            block.span(tokens),
            say!("{hour} is past noon already, so “p.m.” is one too many.", hour),
        )
        .fix(right);
}
