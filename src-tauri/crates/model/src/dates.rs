//! Dates as press officers write and read them: the long form of each language, and what they type.

use chrono::{Datelike, NaiveDate};

use crate::{DatelineStyle, Language};

/// The months as they stand in a date, January first; `None` for a language without a table here.
/// Slavic languages give the genitive.
pub fn month_names(language: &Language) -> Option<[&'static str; 12]> {
    Some(match language.primary() {
        "en" => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        "fr" => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        "de" => [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        "es" => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        "it" => [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        "pt" => [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        "ru" => [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        "ar" => [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
        _ => return None,
    })
}

/// The weekdays as they stand beside a date, Monday first.
pub fn weekday_names(language: &Language) -> Option<[&'static str; 7]> {
    Some(match language.primary() {
        "en" => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        "fr" => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        "de" => ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        "es" => ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        "it" => ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        "pt" => [
            "segunda-feira",
            "terça-feira",
            "quarta-feira",
            "quinta-feira",
            "sexta-feira",
            "sábado",
            "domingo",
        ],
        "ru" => ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
        "ar" => ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
        "ja" => ["月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"],
        "zh" => ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
        _ => return None,
    })
}

/// A date in the long form of its language, e.g. `25 July 2024`, `July 25, 2024` in American style,
/// `25 июля 2024 г.`, `1er août 2024`, `2024年7月25日`; ISO 8601 where no table says better.
pub fn long_date(date: NaiveDate, language: &Language, style: DatelineStyle) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    if matches!(language.primary(), "ja" | "zh") {
        return format!("{year}年{month}月{day}日");
    }
    let Some(months) = month_names(language) else {
        return date.format("%Y-%m-%d").to_string();
    };
    let name = months[date.month0() as usize];
    match (language.primary(), style) {
        ("en", DatelineStyle::American) => format!("{name} {day}, {year}"),
        ("de", _) => format!("{day}. {name} {year}"),
        ("es" | "pt", _) => format!("{day} de {name} de {year}"),
        ("ru", _) => format!("{day} {name} {year} г."),
        ("fr", _) if day == 1 => format!("1er {name} {year}"),
        ("it", _) if day == 1 => format!("1º {name} {year}"),
        _ => format!("{day} {name} {year}"),
    }
}

/// Reads a date as people type it: `2024-07-25`, `25 July 2024`, `July 25, 2024`, `25 jul`,
/// `25.07.2024`, `25.7.24`, `25/7/2024` (day first, unless no month has that number),
/// `2024年7月25日`, `٢٥ يوليو`, `today`'s neighbours excepted. Without a year it is the one of
/// `today`. Months are known in every language of this module, by any
/// beginning of three letters or more that fits only one month.
pub fn parse_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = with_plain_digits(text);
    let text = text.trim().trim_end_matches("г.").trim_end_matches('.').trim();
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        && date.year() >= 1000
    {
        return Some(date);
    }
    let mut numbers = Vec::new();
    let mut month = None;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    for word in words.flat_map(split_digits) {
        if let Ok(number) = word.parse::<u32>() {
            numbers.push(number);
        } else if let Some(named) = month_of(word) {
            if month.replace(named).is_some() {
                return None;
            }
        } else if !is_filler(word) {
            return None;
        }
    }
    let this_year = u32::try_from(today.year()).ok()?;
    let (year, month, day) = match (month, numbers.as_slice()) {
        (Some(m), [day]) => (this_year, m, *day),
        (Some(m), [day, year]) if *day <= 31 => (*year, m, *day),
        (Some(m), [year, day]) => (*year, m, *day),
        (None, [year, m, day]) if *year > 31 => (*year, *m, *day),
        // `24-07-25` may be meant either way.
        (None, [_, _, year]) if *year < 100 && text.contains('-') => return None,
        (None, [m, day, year]) if *day > 12 && *m <= 12 => (whole(*year, this_year), *m, *day),
        (None, [day, m, year]) => (whole(*year, this_year), *m, *day),
        (None, [day, m]) => (this_year, *m, *day),
        _ => return None,
    };
    if !(1000..=9999).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// How many years ahead a year of two figures is still meant: plans reach further than embargoes.
const AHEAD: u32 = 20;

/// `24` is 2024 and `99` is 1999, in a date of three numbers.
fn whole(year: u32, this_year: u32) -> u32 {
    match year {
        0..100 if 2000 + year > this_year + AHEAD => 1900 + year,
        0..100 => 2000 + year,
        _ => year,
    }
}

/// The digits that Arabic and Persian are written with, as they are read here.
fn with_plain_digits(text: &str) -> String {
    let plain = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        _ => None,
    };
    text.chars().map(|c| plain(c).unwrap_or(c)).collect()
}

/// `7月` → `7`, `月`; `1er` → `1`, `er`.
fn split_digits(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut was_digit = None;
    for (at, c) in word.char_indices() {
        let digit = c.is_ascii_digit();
        if was_digit.is_some_and(|was| was != digit) {
            parts.push(&word[start..at]);
            start = at;
        }
        was_digit = Some(digit);
    }
    parts.push(&word[start..]);
    parts
}

fn is_filler(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "de" | "del"
            | "of"
            | "the"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "er"
            | "г"
            | "года"
            | "年"
            | "月"
            | "日"
    ) || ["en", "fr", "de", "es", "it", "pt", "ru", "ar"].iter().any(|tag| {
        let names = tag.parse().ok().and_then(|language| weekday_names(&language));
        names.is_some_and(|names| {
            names.iter().any(|name| name.to_lowercase() == word.to_lowercase())
        })
    })
}

fn month_of(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    ["en", "fr", "de", "es", "it", "pt", "ru", "ar"].iter().find_map(|tag| {
        let months = month_names(&tag.parse().ok()?)?;
        let mut fitting = (1..).zip(months).filter(|(_, m)| m.to_lowercase().starts_with(&word));
        match (fitting.next(), fitting.next()) {
            (Some((number, _)), None) => Some(number),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn long_dates_follow_the_language() {
        let say = |tag: &str, style| long_date(day(2024, 8, 1), &tag.parse().unwrap(), style);
        assert_eq!(say("en-GB", DatelineStyle::British), "1 August 2024");
        assert_eq!(say("en-US", DatelineStyle::American), "August 1, 2024");
        assert_eq!(say("fr", DatelineStyle::American), "1er août 2024");
        assert_eq!(say("ru", DatelineStyle::British), "1 августа 2024 г.");
        assert_eq!(say("de", DatelineStyle::British), "1. August 2024");
        assert_eq!(say("ja", DatelineStyle::British), "2024年8月1日");
        assert_eq!(say("tlh", DatelineStyle::British), "2024-08-01");
    }

    #[test]
    fn every_long_date_is_read_back() {
        for tag in ["en", "fr", "de", "es", "it", "pt", "ru", "ar", "ja", "zh", "tlh"] {
            for style in [DatelineStyle::British, DatelineStyle::American] {
                for m in 1..=12 {
                    let date = day(2023, m, 1 + m * 2);
                    let said = long_date(date, &tag.parse().unwrap(), style);
                    assert_eq!(parse_date(&said, day(2026, 1, 1)), Some(date), "{said}");
                }
            }
        }
    }

    #[test]
    fn typed_dates_are_understood_or_refused() {
        let read = |s: &str| parse_date(s, day(2026, 11, 24));
        assert_eq!(read("25 jul"), Some(day(2026, 7, 25)));
        assert_eq!(read("Thursday, 25 July 2024"), Some(day(2024, 7, 25)));
        assert_eq!(read("July 25th, 2024"), Some(day(2024, 7, 25)));
        assert_eq!(read("25.07.2024"), Some(day(2024, 7, 25)));
        assert_eq!(read("25/7/2024"), Some(day(2024, 7, 25)));
        assert_eq!(read("25.7.26"), Some(day(2026, 7, 25)));
        assert_eq!(read("25.7.46"), Some(day(2046, 7, 25)));
        assert_eq!(read("25.7.99"), Some(day(1999, 7, 25)));
        assert_eq!(read("7/25/2026"), Some(day(2026, 7, 25)));
        assert_eq!(read("٢٥ يوليو ٢٠٢٤"), Some(day(2024, 7, 25)));
        assert_eq!(read("25. Juli"), Some(day(2026, 7, 25)));
        assert_eq!(read("25 de julio"), Some(day(2026, 7, 25)));
        assert_eq!(read("25.7.126"), None);
        assert_eq!(read("24-07-25"), None);
        assert_eq!(read("31 June 2024"), None);
        assert_eq!(read("ju 3"), None);
        assert_eq!(read("10 October 20`8"), None);
        assert_eq!(read("soon"), None);
        assert_eq!(read(""), None);
    }
}
