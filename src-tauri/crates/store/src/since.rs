//! Days as a search names them: `2026-10-14`, `2026-10`, `2026`, `this-month`, or as people write.

use chrono::{Datelike, Days, Months, NaiveDate};
use dateline_model::parse_date;

/// The first day of a time, as seen from today.
type First = fn(NaiveDate) -> Option<NaiveDate>;

/// Times that go with the calendar, so that a search that is kept stays right.
const SPANS: [(&str, First); 9] = [
    ("today", Some),
    ("yesterday", |today| today.checked_sub_days(Days::new(1))),
    ("tomorrow", |today| today.checked_add_days(Days::new(1))),
    ("this-week", week),
    ("last-week", |today| week(today)?.checked_sub_days(Days::new(7))),
    ("this-month", month),
    ("last-month", |today| month(today)?.checked_sub_months(Months::new(1))),
    ("this-year", year),
    ("last-year", |today| year(today)?.checked_sub_months(Months::new(12))),
];

/// The day that is named; of a longer time its first.
pub(crate) fn read(value: &str, today: NaiveDate) -> Option<NaiveDate> {
    let name = value.to_lowercase().replace(' ', "-");
    if let Some((_, first)) = SPANS.iter().find(|(span, _)| *span == name) {
        return first(today);
    }
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok());
    match value.split('-').collect::<Vec<_>>().as_slice() {
        [year] if year.len() == 4 => NaiveDate::from_ymd_opt(number(year)??, 1, 1),
        [year, month] if year.len() == 4 => {
            let month = u32::try_from(number(month)??).ok()?;
            NaiveDate::from_ymd_opt(number(year)??, month, 1)
        }
        _ => parse_date(value, today),
    }
}

/// Whether a value can still become such a name.
pub(crate) fn begins(value: &str) -> bool {
    let name = value.to_lowercase().replace(' ', "-");
    let figures = name.len() < "2026-10-14".len()
        && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'.' | b'/'));
    figures || SPANS.iter().any(|(span, _)| span.starts_with(&name))
}

/// Weeks begin on Monday.
fn week(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}

fn month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)
}

fn year(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_its_first_day() {
        let today = "2026-03-01".parse().unwrap();
        let read = |value| read(value, today).map(|day| day.to_string());
        for (value, day) in [
            ("2026", "2026-01-01"),
            ("2025-11", "2025-11-01"),
            ("2026-02-03", "2026-02-03"),
            ("25 jul 2024", "2024-07-25"),
            ("today", "2026-03-01"),
            ("yesterday", "2026-02-28"),
            ("this-week", "2026-02-23"),
            ("Last week", "2026-02-16"),
            ("this-month", "2026-03-01"),
            ("last-month", "2026-02-01"),
            ("this-year", "2026-01-01"),
            ("last-year", "2025-01-01"),
        ] {
            assert_eq!(read(value).as_deref(), Some(day), "{value}");
        }
        for nonsense in ["soon", "2026-13", "-", "99999", "this-"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
        assert!(["2026-1", "20", "tod", "This m"].into_iter().all(begins));
        assert!(!["soon", "2026-13-400", "yesterdays"].into_iter().any(begins));
    }
}
