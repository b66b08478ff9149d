//! Dates as they stand in a text, possible or not.

use std::ops::Range;

use chrono::NaiveDate;

use super::tokens::{Kind, Shape, Token};
use crate::lexicon::Class;

/// A date in a text: what was written, whether or not such a day exists.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    /// All of it, weekday included, in tokens.
    pub(crate) tokens: Range<usize>,
    /// How it is written.
    pub(crate) form: Form,
    /// The weekday, from Monday, 1, and its token.
    pub(crate) weekday: Option<(u32, usize)>,
    /// The day of the month; of a range the last.
    pub(crate) day: Option<u32>,
    /// The first day, where a range of days is written ("12 to 15 March").
    pub(crate) from: Option<u32>,
    /// The month, from 1.
    pub(crate) month: u32,
    /// The token of a month in words.
    pub(crate) month_token: Option<usize>,
    /// The year, and its token.
    pub(crate) year: Option<(i32, usize)>,
    /// Without one of its own, the year that the end of its range gives: "31 August to 5 September
    /// 2027".
    pub(crate) shared_year: Option<i32>,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// 25 July 2024
    DayMonth,
    /// July 25, 2024
    MonthDay,
    /// July 2024
    MonthYear,
    /// 25.07.2024
    Dots,
    /// 25/07/2024, in an order that the language decides
    Slashes,
    /// 2024-07-25
    Iso,
}

impl Dated {
    /// The day that it names, with its own year or this one, if there is such a day.
    pub(crate) fn date(&self, year: Option<i32>) -> Option<NaiveDate> {
        let year = self.own_year().or(year)?;
        NaiveDate::from_ymd_opt(year, self.month, self.day?)
    }

    /// The year that is written with it or with the end of its range.
    pub(crate) fn own_year(&self) -> Option<i32> {
        self.year.map(|(year, _)| year).or(self.shared_year)
    }

    /// Its day and month in numbers, where both are written.
    pub(crate) fn day_and_month(&self) -> Option<(u32, u32)> {
        Some((self.day?, self.month))
    }
}

/// Finds the dates of a text, in order and apart from one another.
pub(super) fn find(text: &str, tokens: &[Token], primary: &str) -> Vec<Dated> {
    let scan = Scan { text, tokens, primary };
    let mut dates: Vec<Dated> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let found = match token.kind {
            Kind::Word => scan.around_month(at),
            Kind::Number => scan.numeric(at),
            _ => None,
        };
        let Some(date) = found else { continue };
        if dates.last().is_none_or(|last| last.tokens.end <= date.tokens.start) {
            dates.push(date);
        }
    }
    share_years(text, tokens, &mut dates);
    dates
}

/// Gives the first day of a range the year of its last.
fn share_years(text: &str, tokens: &[Token], dates: &mut [Dated]) {
    for at in 1..dates.len() {
        let (first, last) = (&dates[at - 1], &dates[at]);
        let between = &tokens[first.tokens.end.min(last.tokens.start)..last.tokens.start];
        let joins = between.iter().filter(|token| !token.is_blank()).all(|token| {
            matches!(
                &text[token.range()],
                "to" | "and"
                    | "until"
                    | "through"
                    | "or"
                    | "au"
                    | "et"
                    | "jusqu’au"
                    | "bis"
                    | "und"
                    | "zum"
                    | "al"
                    | "y"
                    | "hasta"
                    | "el"
                    | "по"
                    | "и"
                    | "до"
                    | "–"
                    | "—"
                    | "-"
            )
        });
        let later = (first.month, first.day) > (last.month, last.day);
        let year = last.year.map(|(year, _)| year - i32::from(later));
        if first.year.is_none() && between.len() <= 5 && joins {
            dates[at - 1].shared_year = year;
        }
    }
}

struct Scan<'a> {
    text: &'a str,
    tokens: &'a [Token],
    primary: &'a str,
}

impl Scan<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range()])
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).and_then(Token::mark).is_some_and(|mark| marks.contains(&mark))
    }

    fn is_space(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Space)
    }

    /// The number of a token of that many digits, ordinal endings taken off.
    fn number(&self, at: usize, digits: Range<usize>) -> Option<u32> {
        let token = self.token(at)?;
        let word = self.word(at);
        let figures = match token.kind {
            Kind::Number => word,
            Kind::Mixed => ["st", "nd", "rd", "th", "er", "º", "ª", "го"]
                .iter()
                .find_map(|ending| word.strip_suffix(ending))?,
            _ => return None,
        };
        let plain = digits.contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
        if plain { figures.parse().ok() } else { None }
    }

    fn year(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Number)?;
        let year = self.number(at, 4..5)?;
        // "2024-07-25" begins with a year of its own.
        let goes_on = self.is_mark(at + 1, &['-', '–'])
            && self
                .token(at + 2)
                .is_some_and(|next| next.kind == Kind::Number && next.start == token.end + 1)
            && self.number(at + 2, 2..3).is_some();
        (token.end - token.start == 4 && !goes_on).then_some((year as i32, at))
    }

    /// A date with its month in words at this token.
    fn around_month(&self, at: usize) -> Option<Dated> {
        let token = self.token(at)?;
        let month = token.sense.value_as(Class::Month)?;
        let capitals = matches!(self.primary, "en" | "de");
        if capitals && !matches!(token.shape, Shape::Capital | Shape::Upper) {
            return None;
        }
        // "Sept." and "févr." carry their full stop.
        let dotted = self.is_mark(at + 1, &['.']) && token.sense.is(Class::Dotted);
        let end = at + 1 + usize::from(dotted);
        self.day_first(at, end, month)
            .or_else(|| if self.primary == "en" { self.month_first(at, end, month) } else { None })
            .or_else(|| {
                let year = self.year_after(end)?;
                Some(Dated {
                    tokens: at..year.1 + 1,
                    form: Form::MonthYear,
                    weekday: None,
                    day: None,
                    from: None,
                    month,
                    month_token: Some(at),
                    year: Some(year),
                    shared_year: None,
                })
            })
    }

    /// "Thursday, 25 July 2024", "le 25 juillet", "25. Juli", "25 de julio de 2024", "12–15 March".
    fn day_first(&self, at: usize, end: usize, month: u32) -> Option<Dated> {
        let mut before = at.checked_sub(1).filter(|at| self.is_space(*at))?.checked_sub(1)?;
        let joined = match self.word(before) {
            "de" if self.primary == "es" => true,
            "of" if self.primary == "en" => true,
            _ => false,
        };
        if joined {
            before = before.checked_sub(1).filter(|at| self.is_space(*at))?.checked_sub(1)?;
        }
        if self.primary == "de" && self.is_mark(before, &['.']) {
            before = before.checked_sub(1)?;
        }
        let day = self.number(before, 1..3)?;
        let mut start = before;
        let mut from = None;
        if let Some((first, day_token)) = self.range_before(before) {
            from = Some(first);
            start = day_token;
        }
        // A decimal or a fraction that ends in such a number is no day.
        if start > 0 && self.is_mark(start - 1, &['.', ',', '/', '$', '€', '£', '+']) {
            return None;
        }
        let year = self.year_after(end);
        let last = year.map_or(end, |(_, token)| token + 1);
        let weekday = self.weekday_before(start).or_else(|| self.weekday_after(last));
        let tokens = match weekday {
            Some((_, token)) => start.min(token)..last.max(token + 1),
            None => start..last,
        };
        Some(Dated {
            tokens,
            form: Form::DayMonth,
            weekday,
            day: Some(day),
            from,
            month,
            month_token: Some(at),
            year,
            shared_year: None,
        })
    }

    /// "Thursday, July 25, 2024", "March 12-15".
    fn month_first(&self, at: usize, end: usize, month: u32) -> Option<Dated> {
        if !self.is_space(end) {
            return None;
        }
        let first = self.number(end + 1, 1..3)?;
        let mut last = end + 2;
        let (mut day, mut from) = (first, None);
        if self.is_mark(last, &['-', '–'])
            && let Some(second) = self.number(last + 1, 1..3)
        {
            (day, from) = (second, Some(first));
            last += 2;
        }
        // "May 5 per cent", "March 3,000" and "June 10:30" are not dates.
        let not_day = self.is_mark(last, &[':', '%', '/'])
            || matches!(self.word(last + 1), "per" | "percent" | "million" | "billion" | "January");
        if not_day {
            return None;
        }
        let year = self.year_after(last);
        match year {
            Some((_, token)) => last = token + 1,
            // "the May 45 project": no slip of a day, but a name.
            None if day > 39 => return None,
            None => {}
        }
        let weekday = self.weekday_before(at).or_else(|| self.weekday_after(last));
        let tokens = match weekday {
            Some((_, token)) => at.min(token)..last.max(token + 1),
            None => at..last,
        };
        Some(Dated {
            tokens,
            form: Form::MonthDay,
            weekday,
            day: Some(day),
            from,
            month,
            month_token: Some(at),
            year,
            shared_year: None,
        })
    }

    /// The first day of "12 to 15", "12–15", "12. bis 15." that ends at this token.
    fn range_before(&self, at: usize) -> Option<(u32, usize)> {
        let mut before = at.checked_sub(1)?;
        if self.is_mark(before, &['-', '–']) {
            before = before.checked_sub(1)?;
        } else {
            if !self.is_space(before) {
                return None;
            }
            let joint = before.checked_sub(1)?;
            let is_joint = match self.primary {
                "en" => matches!(self.word(joint), "to" | "until" | "–"),
                "fr" => matches!(self.word(joint), "au" | "–"),
                "de" => matches!(self.word(joint), "bis" | "–"),
                "es" => matches!(self.word(joint), "al" | "a" | "–"),
                "ru" => matches!(self.word(joint), "по" | "–" | "—"),
                _ => false,
            };
            if !is_joint {
                return None;
            }
            before = joint.checked_sub(1).filter(|at| self.is_space(*at))?.checked_sub(1)?;
        }
        if self.primary == "de" && self.is_mark(before, &['.']) {
            before = before.checked_sub(1)?;
        }
        Some((self.number(before, 1..3)?, before))
    }

    /// " 2024", ", 2024", " de 2024".
    fn year_after(&self, end: usize) -> Option<(i32, usize)> {
        let mut at = end;
        if self.is_mark(at, &[',']) {
            at += 1;
        }
        if !self.is_space(at) {
            return None;
        }
        at += 1;
        if self.primary == "es" && matches!(self.word(at), "de" | "del") {
            at += 2;
        }
        self.year(at)
    }

    /// "Thursday, ", "jeudi ", "Donnerstag, den ", "jueves ".
    fn weekday_before(&self, start: usize) -> Option<(u32, usize)> {
        let mut at = start.checked_sub(1).filter(|at| self.is_space(*at))?.checked_sub(1)?;
        let article = match self.primary {
            "de" => matches!(self.word(at), "den" | "dem" | "der"),
            "fr" => self.word(at) == "le",
            "es" => self.word(at) == "el",
            "en" => self.word(at) == "the",
            _ => false,
        };
        if article {
            at = at.checked_sub(1).filter(|at| self.is_space(*at))?.checked_sub(1)?;
        }
        if self.is_mark(at, &[',', '.']) {
            at = at.checked_sub(1)?;
        }
        self.weekday(at)
    }

    /// " (Thursday)", ", Thursday", ", в четверг", " (четверг)".
    fn weekday_after(&self, end: usize) -> Option<(u32, usize)> {
        let mut at = end;
        if matches!(self.word(at + 1), "г" | "года") {
            at += 2 + usize::from(self.is_mark(at + 2, &['.']));
        }
        if self.is_mark(at, &[',']) && self.is_space(at + 1) {
            at += 2;
            if self.word(at) == "в" || self.word(at) == "во" {
                at += 2;
            }
            // "On 25 July, Friday prayers …" is not about the weekday of the date.
            let next = at + 1 + usize::from(self.is_space(at + 1));
            let alone = self.token(next).is_none_or(|next| match next.kind {
                Kind::Mark(mark) => !matches!(mark, '\'' | '’' | '-' | '–'),
                Kind::Word => next.sense.is(Class::Dangling) || next.sense.is(Class::Function),
                _ => next.is_blank(),
            });
            return self.weekday(at).filter(|_| alone);
        }
        if self.is_space(at) && self.is_mark(at + 1, &['(']) && self.is_mark(at + 3, &[')', ',']) {
            return self.weekday(at + 2);
        }
        None
    }

    fn weekday(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.token(at)?;
        let capitals = matches!(self.primary, "en" | "de");
        if capitals && token.shape == Shape::Lower {
            return None;
        }
        token.sense.value_as(Class::Weekday).map(|day| (day, at))
    }

    /// 25.07.2024, 25/07/2024, 2024-07-25.
    fn numeric(&self, at: usize) -> Option<Dated> {
        let clear_before =
            at == 0 || !self.is_mark(at - 1, &['.', ',', '/', '-', ':', '+', '#', '№', '_', '@']);
        if !clear_before {
            return None;
        }
        let word = self.word(at);
        let dated = |form, (day, month, year): (u32, u32, i32), last: usize| Dated {
            tokens: at..last + 1,
            form,
            weekday: None,
            day: Some(day),
            from: None,
            month,
            month_token: None,
            year: Some((year, last)),
            shared_year: None,
        };
        if word.contains('.') {
            let mut parts = word.split('.');
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let sized = parts.next().is_none()
                && (1..=2).contains(&day.len())
                && month.len() == 2
                && year.len() == 4;
            if !sized || self.is_mark(at + 1, &['-', '/']) {
                return None;
            }
            let numbers = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
            return self.with_weekday(dated(Form::Dots, numbers, at));
        }
        let mark = self.token(at + 1)?.mark().filter(|mark| matches!(mark, '/' | '-'))?;
        let same = self.is_mark(at + 3, &[mark]);
        let clear_after = !self.is_mark(at + 5, &['/', '-', '_'])
            || self.token(at + 6).is_none_or(|token| !token.is_wordlike());
        if !same || !clear_after || self.token(at + 4)?.kind != Kind::Number {
            return None;
        }
        let form = if mark == '/' { Form::Slashes } else { Form::Iso };
        if let Some(year) = self.number(at, 4..5) {
            let (month, day) = (self.number(at + 2, 2..3)?, self.number(at + 4, 2..3)?);
            let plausible = (1900..2100).contains(&year);
            let mut date = dated(form, (day, month, year as i32), at + 4);
            date.year = Some((year as i32, at));
            return plausible.then_some(date);
        }
        let (year, _) = self.year(at + 4)?;
        let (first, second) = (self.number(at, 1..3)?, self.number(at + 2, 1..3)?);
        let month_first = mark == '/' && second > 12 && first <= 12 && self.primary == "en";
        let (day, month) = if month_first { (second, first) } else { (first, second) };
        (mark == '/').then(|| dated(form, (day, month, year), at + 4))
    }

    fn with_weekday(&self, mut date: Dated) -> Option<Dated> {
        let weekday = self.weekday_before(date.tokens.start);
        if let Some((_, token)) = weekday {
            date.weekday = weekday;
            date.tokens.start = token;
        }
        Some(date)
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;

    fn dates(text: &str, language: &str) -> Vec<String> {
        let reading = Reading::of(text.to_owned(), language.parse().unwrap());
        let said = reading.dates.iter().map(|date| {
            format!(
                "{}|{}-{}-{}{}{}",
                reading.words(date.tokens.clone()),
                date.year.map_or("?".into(), |(year, _)| year.to_string()),
                date.month,
                date.day.map_or("?".into(), |day| day.to_string()),
                date.from.map_or(String::new(), |day| format!(" from {day}")),
                date.weekday.map_or(String::new(), |(day, _)| format!(" weekday {day}")),
            )
        });
        said.collect()
    }

    #[test]
    fn english_dates_of_every_form() {
        assert_eq!(
            dates("On Thursday, 25 July 2024 and July 26, from 12 to 15 March, 2024-07-25", "en"),
            [
                "Thursday, 25 July 2024|2024-7-25 weekday 4",
                "July 26|?-7-26",
                "12 to 15 March|?-3-15 from 12",
                "2024-07-25|2024-7-25"
            ]
        );
        assert_eq!(
            dates("They may 5 times march 3 miles in May 2024.", "en"),
            ["May 2024|2024-5-?"]
        );
    }

    #[test]
    fn other_languages_have_their_own_forms() {
        assert_eq!(
            dates("le jeudi 1er août 2024", "fr"),
            ["jeudi 1er août 2024|2024-8-1 weekday 4"]
        );
        assert_eq!(
            dates("am Donnerstag, den 25. Juli 2024", "de"),
            ["Donnerstag, den 25. Juli 2024|2024-7-25 weekday 4"]
        );
        assert_eq!(
            dates("el jueves 25 de julio de 2024", "es"),
            ["jueves 25 de julio de 2024|2024-7-25 weekday 4"]
        );
        assert_eq!(
            dates("25 июля 2024 г. (четверг), 31.06.2024", "ru"),
            ["25 июля 2024 г. (четверг|2024-7-25 weekday 4", "31.06.2024|2024-6-31"]
        );
    }
}
