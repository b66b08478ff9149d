//! The embargo line: "EMBARGOED UNTIL 00:01 BST, 25 July 2024".

use chrono::{NaiveDate, NaiveTime, Offset};
use chrono_tz::{TZ_VARIANTS, Tz};
use dateline_model::{Embargo, parse_date};

use super::dateline::has_year;

/// How embargo lines begin.
const BEGINNINGS: &[&str] = &[
    "embargo",
    "under embargo",
    "under strict embargo",
    "strict embargo",
    "strictly embargoed",
    "hold for release",
    "not for publication",
    "not for release before",
    "not for release until",
    "эмбарго",
    "под эмбарго",
    "не для публикации до",
    "sous embargo",
    "sperrfrist",
    "embargado",
];

/// Abbreviated zones, the place whose clocks they mean, and their offset from UTC in minutes. Where
/// the place's clocks say another offset on that day, the abbreviation was a mistake.
const ABBREVIATIONS: &[(&str, Tz, i32)] = &[
    ("BST", Tz::Europe__London, 60),
    ("CET", Tz::Europe__Brussels, 60),
    ("CEST", Tz::Europe__Brussels, 120),
    ("EET", Tz::Europe__Helsinki, 120),
    ("EEST", Tz::Europe__Helsinki, 180),
    ("MSK", Tz::Europe__Moscow, 180),
    ("EST", Tz::America__New_York, -300),
    ("EDT", Tz::America__New_York, -240),
    ("CDT", Tz::America__Chicago, -300),
    ("PST", Tz::America__Los_Angeles, -480),
    ("PDT", Tz::America__Los_Angeles, -420),
];

/// Whether a line announces an embargo.
pub(super) fn is_line(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['*', '–', '-', '—', ' ']).to_lowercase();
    BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}

/// The embargo that a line names, if it names one instant beyond doubt: a day with its year, a time
/// and a zone.
pub(super) fn read(line: &str, today: NaiveDate) -> Option<Embargo> {
    if let Some((_, instant)) = line.split_once(':')
        && let Ok(embargo) = Embargo::parse(instant, Tz::UTC)
        && instant.trim().rsplit(' ').next().is_some_and(|zone| zone.parse::<Tz>().is_ok())
    {
        return Some(embargo);
    }
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';'))
        .filter(|word| !word.is_empty())
        .collect();
    let (time, after) = words
        .iter()
        .enumerate()
        .find_map(|(at, _)| time(&words[at..]).map(|(t, n)| (t, at..at + n)))?;
    let rest: Vec<&str> = [&words[..after.start], &words[after.end..]].concat();
    let date = date(&rest, today)?;
    zone(&rest, date, time)
}

/// A time at the beginning of the words, and how many of them it takes.
fn time(words: &[&str]) -> Option<(NaiveTime, usize)> {
    let first = words.first()?.to_lowercase();
    let (clock, half, taken) = match half_of(&first) {
        Some((clock, half)) => (clock.to_owned(), Some(half), 1),
        None => match words
            .get(1)
            .and_then(|next| half_of(&next.to_lowercase()).map(|(c, h)| (c.to_owned(), h)))
        {
            Some((clock, half)) if clock.is_empty() => (first, Some(half), 2),
            _ => (first, None, 1),
        },
    };
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
        None if half.is_some() => (clock.parse().ok()?, 0),
        _ => return None,
    };
    let hour: u32 = match half {
        None => hour,
        Some(Half::Morning) if (1..=12).contains(&hour) => hour % 12,
        Some(Half::Afternoon) if (1..=12).contains(&hour) => hour % 12 + 12,
        Some(_) => return None,
    };
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, taken))
}

enum Half {
    Morning,
    Afternoon,
}

fn half_of(word: &str) -> Option<(&str, Half)> {
    ["am", "a.m.", "a.m"]
        .iter()
        .find_map(|am| word.strip_suffix(am).map(|clock| (clock, Half::Morning)))
        .or_else(|| {
            let pm = ["pm", "p.m.", "p.m"];
            pm.iter().find_map(|pm| word.strip_suffix(pm).map(|clock| (clock, Half::Afternoon)))
        })
}

/// The longest run of words that is a date with its year.
fn date(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    (1..=4).rev().find_map(|length| {
        words.windows(length).find_map(|run| {
            let text = run.join(" ");
            if has_year(&text) { parse_date(&text, today) } else { None }
        })
    })
}

/// The embargo in the zone that the words name.
fn zone(words: &[&str], date: NaiveDate, time: NaiveTime) -> Option<Embargo> {
    let local = date.and_time(time);
    let at = |zone: Tz, minutes: Option<i32>| {
        let embargo = Embargo::at(local, zone).ok()?;
        let offset = embargo.local().offset().fix().local_minus_utc() / 60;
        minutes.is_none_or(|minutes| minutes == offset).then_some(embargo)
    };
    if let Some(zone) =
        words.iter().find_map(|word| word.contains('/').then(|| word.parse().ok())?)
    {
        return at(zone, None);
    }
    let offset = words.iter().find_map(|word| utc_offset(word));
    if let Some(offset) = offset.filter(|&offset| offset != 0) {
        // A city beside the offset names the zone; without one the offset itself must do.
        let cities = TZ_VARIANTS.iter().filter(|zone| {
            let city = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
            words.join(" ").to_lowercase().contains(&city.to_lowercase()) && city.len() > 3
        });
        let in_city = cities.copied().find_map(|zone| at(zone, Some(offset)));
        return in_city.or_else(|| {
            let sign = if offset < 0 { '+' } else { '-' };
            let zone = format!("Etc/GMT{sign}{}", offset.abs() / 60);
            if offset % 60 == 0 { at(zone.parse().ok()?, Some(offset)) } else { None }
        });
    }
    if offset == Some(0) {
        return at(Tz::UTC, None);
    }
    ABBREVIATIONS
        .iter()
        .find(|(name, ..)| words.contains(name))
        .and_then(|&(_, zone, minutes)| at(zone, Some(minutes)))
}

/// `UTC+6`, `GMT`, `UTC−3:30` in minutes.
fn utc_offset(word: &str) -> Option<i32> {
    let rest = word.strip_prefix("UTC").or_else(|| word.strip_prefix("GMT"))?;
    if rest.is_empty() {
        return Some(0);
    }
    let sign = if rest.starts_with('+') { 1 } else { -1 };
    let digits = rest.trim_start_matches(['+', '-', '−', '–']);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=14).contains(&hours) && (0..60).contains(&minutes))
        .then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert!(is_line(line), "{line}");
        read(line, today).map(|embargo| format!("{} {}", embargo.until.to_rfc3339(), embargo.zone))
    }

    #[test]
    fn one_instant_beyond_doubt_is_read() {
        for (line, instant) in [
            (
                "Not for publication or broadcast before 00:01, Thursday 11 October 2018 (Bishkek, UTC+6)",
                "2018-10-10T18:01:00+00:00 Asia/Bishkek",
            ),
            (
                "EMBARGOED UNTIL 00:01 BST ON 25 JULY 2024",
                "2024-07-24T23:01:00+00:00 Europe/London",
            ),
            ("EMBARGO: 2018-10-11 00:01 Asia/Bishkek", "2018-10-10T18:01:00+00:00 Asia/Bishkek"),
            (
                "Under embargo until 9 a.m. EST, March 3, 2026",
                "2026-03-03T14:00:00+00:00 America/New_York",
            ),
            ("EMBARGOED until 12:30 pm GMT, 1 December 2024", "2024-12-01T12:30:00+00:00 UTC"),
            ("Embargoed until 18:00 UTC-3, 1 December 2024", "2024-12-01T21:00:00+00:00 Etc/GMT+3"),
        ] {
            assert_eq!(said(line).as_deref(), Some(instant), "{line}");
        }
    }

    #[test]
    fn doubt_leaves_it_to_the_editor() {
        for line in [
            "EMBARGOED UNTIL 25 JULY 2024",
            "EMBARGOED UNTIL 00:01, 25 July 2024",
            "EMBARGOED UNTIL 00:01 BST, 25 July",
            // London's clocks stand on GMT in December.
            "EMBARGOED UNTIL 00:01 BST, 25 December 2024",
            // Clocks are put forward over it.
            "EMBARGOED UNTIL 01:30 Europe/London, 31 March 2024",
            "EMBARGOED until further notice",
        ] {
            assert_eq!(said(line), None, "{line}");
        }
    }
}
