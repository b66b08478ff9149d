//! The search language as people type it: words, "phrases", -words, and filters such as `tag:rescue`.
//!
//! Reading it never fails: whatever is typed means something, half-typed included. A filter that
//! makes no sense is left out, with a sentence that says so.

use std::{fmt::Display, str::FromStr};

use chrono::NaiveDate;
use dateline_model::{Kind, Language, NoLanguage, Sentence, Stage, UnknownWord, say};

use crate::{since, words};

/// The most terms of a question that count; nobody types more, but people paste whole paragraphs.
const MOST_TERMS: usize = 32;

/// The filters, by the word before the colon.
const FILTERS: [&str; 8] =
    ["tag", "section", "stage", "kind", "language", "before", "after", "embargoed"];

/// A question, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Query {
    /// What must or must not stand in the text.
    pub(crate) terms: Vec<Term>,
    /// How it must or must not be filed.
    pub(crate) filters: Vec<Asked>,
    /// What was left out, a sentence each.
    pub(crate) remarks: Vec<Sentence>,
}

/// A word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// The folded words, next to each other; never empty.
    pub(crate) words: Vec<String>,
    /// Whether the last word may go on.
    pub(crate) open: bool,
    /// Whether it must not be there.
    pub(crate) negated: bool,
}

/// A filter, as asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) filter: Filter,
    pub(crate) negated: bool,
    /// Whether the name of a section or tag may go on.
    pub(crate) open: bool,
}

/// What a filter lets through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    Tag(String),
    Section(String),
    /// Any of them: what is being typed may still become each.
    Stage(Vec<Stage>),
    /// Any of them.
    Kind(Vec<Kind>),
    Language(Language),
    /// Dated before that day.
    Before(NaiveDate),
    /// Dated on that day or after it.
    After(NaiveDate),
    Embargoed(bool),
}

impl Query {
    /// Reads a question. `today` completes dates without a year.
    pub(crate) fn read(text: &str, today: NaiveDate) -> Self {
        let mut query = Self::default();
        let mut rest = text;
        while let Some(piece) = Piece::next(&mut rest) {
            query.take(piece, today);
        }
        if query.terms.len() > MOST_TERMS {
            query.terms.truncate(MOST_TERMS);
            query.remarks.push(say!("Only the first {most} words count.", most = MOST_TERMS));
        }
        query
    }

    fn take(&mut self, piece: Piece, today: NaiveDate) {
        let Piece { negated, name, value, quoted, ended } = piece;
        if let Some(name) = name {
            let open = !ended;
            match filter(&name, value.trim(), open, today) {
                Some(Ok(filter)) => self.filters.push(Asked { filter, negated, open }),
                Some(Err(remark)) => self.remarks.push(remark),
                None => {}
            }
            return;
        }
        let starred = !quoted && value.ends_with('*');
        let words = words::of(value);
        let open = !negated
            && (starred || !ended)
            // A single letter goes on in half of all words; it means itself.
            && words.last().is_some_and(|word| word.chars().nth(1).is_some());
        if !words.is_empty() {
            self.terms.push(Term { words, open, negated });
        }
    }
}

/// A filter's meaning, a sentence when it has none, `None` while it is still being typed.
fn filter(
    name: &str,
    value: &str,
    open: bool,
    today: NaiveDate,
) -> Option<Result<Filter, Sentence>> {
    if value.is_empty() {
        return None;
    }
    let left_out = |why: Sentence| say!("{why} The filter was left out.", why);
    let day = || match since::read(value, today) {
        Some(day) => Some(Ok(day)),
        None if open && since::begins(value) => None,
        None => Some(Err(left_out(match name {
            "before" => say!(
                "“{value}” is no date. Write before:2026, before:2026-10, before:2026-10-14 or before:this-month for earlier releases.",
                value
            ),
            _ => say!(
                "“{value}” is no date. Write after:2026, after:2026-10, after:2026-10-14 or after:this-month for that time and later.",
                value
            ),
        }))),
    };
    Some(match name {
        "tag" => Ok(Filter::Tag(value.to_owned())),
        "section" => Ok(Filter::Section(value.to_owned())),
        "stage" => one_of(value, open, &Stage::ALL).map(Filter::Stage).map_err(left_out),
        "kind" => one_of(value, open, &Kind::ALL).map(Filter::Kind).map_err(left_out),
        // One letter is no language yet, and a hyphen at the end waits for more.
        "language" if open && value.chars().nth(1).is_none() => return None,
        "language" => {
            let value = if open { value.trim_end_matches('-') } else { value };
            value.parse().map(Filter::Language).map_err(|no: NoLanguage| left_out(no.sentence()))
        }
        "before" => day()?.map(Filter::Before),
        "after" => day()?.map(Filter::After),
        _ => match value.to_lowercase().as_str() {
            "yes" | "true" | "1" => Ok(Filter::Embargoed(true)),
            "no" | "false" | "0" => Ok(Filter::Embargoed(false)),
            started
                if open
                    && ["yes", "no", "true", "false"].iter().any(|w| w.starts_with(started)) =>
            {
                return None;
            }
            _ => Err(left_out(say!("embargoed: is yes or no, not “{value}”.", value))),
        },
    })
}

/// The value of that name; while it is typed, all whose names begin so.
fn one_of<T>(value: &str, open: bool, all: &[T]) -> Result<Vec<T>, Sentence>
where
    T: Copy + Display + FromStr<Err = UnknownWord>,
{
    value.parse().map(|one| vec![one]).or_else(|no: UnknownWord| {
        let begun = value.to_lowercase();
        let begin_so = all.iter().filter(|one| open && one.to_string().starts_with(&begun));
        let begin_so: Vec<_> = begin_so.copied().collect();
        if begin_so.is_empty() { Err(no.sentence()) } else { Ok(begin_so) }
    })
}

/// A piece of a question: what stands between spaces, or in quotation marks.
struct Piece<'a> {
    negated: bool,
    /// The filter's name, if it is one.
    name: Option<String>,
    value: &'a str,
    quoted: bool,
    /// Whether something follows it, if only a space, so that it is typed to its end.
    ended: bool,
}

impl<'a> Piece<'a> {
    /// Takes the next piece off the text.
    fn next(rest: &mut &'a str) -> Option<Self> {
        *rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let negated = rest.len() > 1
            && rest.starts_with('-')
            && !rest[1..].starts_with(|c: char| c.is_whitespace() || c == '-');
        if negated {
            *rest = &rest[1..];
        }
        let name = FILTERS.into_iter().find(|name| {
            rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
                && rest[name.len()..].starts_with(':')
        });
        if let Some(name) = name {
            *rest = &rest[name.len() + 1..];
        }
        let quoted = rest.starts_with(is_quote);
        let (value, ended);
        if quoted {
            let inside = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
            let end = inside.find(is_quote);
            value = &inside[..end.unwrap_or(inside.len())];
            *rest = end.map_or("", |end| {
                let behind = &inside[end..];
                &behind[behind.chars().next().map_or(0, char::len_utf8)..]
            });
            ended = end.is_some();
        } else {
            let end = rest.find(char::is_whitespace);
            value = &rest[..end.unwrap_or(rest.len())];
            *rest = &rest[value.len()..];
            ended = end.is_some();
        }
        Some(Self { negated, name: name.map(str::to_owned), value, quoted, ended })
    }
}

/// Any quotation mark that a keyboard or a word processor puts around a phrase.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Query {
        Query::read(text, NaiveDate::from_ymd_opt(2026, 10, 14).unwrap())
    }

    fn term(words: &[&str], open: bool, negated: bool) -> Term {
        Term { words: words.iter().map(|w| (*w).to_owned()).collect(), open, negated }
    }

    #[test]
    fn words_phrases_and_what_must_not_be_there() {
        let query = read("Fähre \"Clear Water\" -stor* rescue* exer");
        assert_eq!(
            query.terms,
            [
                term(&["fahre"], false, false),
                term(&["clear", "water"], false, false),
                term(&["stor"], false, true),
                term(&["rescue"], true, false),
                term(&["exer"], true, false),
            ]
        );
        assert_eq!(read("exer ").terms, [term(&["exer"], false, false)]);
        assert_eq!(read("\"clear wat").terms, [term(&["clear", "wat"], true, false)]);
        assert_eq!(read("2026/041 x").terms[0], term(&["2026", "041"], false, false));
        assert_eq!(read("- — \"\"").terms, []);
    }

    #[test]
    fn filters_take_values_in_quotation_marks() {
        let query =
            read("tag:\"winter traffic\" -section:news AFTER:2024-07 before:2025 embargoed:no");
        let filters: Vec<_> = query.filters.into_iter().map(|f| (f.filter, f.negated)).collect();
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(
            filters,
            [
                (Filter::Tag("winter traffic".into()), false),
                (Filter::Section("news".into()), true),
                (Filter::After(day(2024, 7, 1)), false),
                (Filter::Before(day(2025, 1, 1)), false),
                (Filter::Embargoed(false), false),
            ]
        );
        assert!(query.remarks.is_empty());
    }

    #[test]
    fn a_filter_being_typed_is_left_alone_and_nonsense_is_named() {
        assert_eq!(read("tag:"), Query::default());
        assert_eq!(read("before:\""), Query::default());
        assert_eq!(read("before:202").remarks, [""; 0]);
        assert_eq!(read("after:this-mo").remarks, [""; 0]);
        assert_eq!(read("embargoed:y").remarks, [""; 0]);
        assert_eq!(read("after:25.").remarks, [""; 0]);
        assert_eq!(read("language:f").remarks, [""; 0]);
        assert_eq!(read("language:en-").filters, read("language:en").filters);
        let stages = |text| read(text).filters.remove(0).filter;
        assert_eq!(stages("stage:re"), Filter::Stage(vec![Stage::Review, Stage::Released]));
        assert_eq!(read("stage:re ").filters, []);
        let query = read("stage:gone before:soon embargoed:perhaps");
        assert!(query.filters.is_empty());
        assert_eq!(query.remarks.len(), 3);
        assert_eq!(
            query.remarks[1],
            "“soon” is no date. Write before:2026, before:2026-10, before:2026-10-14 or \
             before:this-month for earlier releases. The filter was left out."
        );
        assert_eq!(
            query.remarks[2],
            "embargoed: is yes or no, not “perhaps”. The filter was left out."
        );
    }

    #[test]
    fn scripts_without_spaces_become_phrases() {
        assert_eq!(read("東京都 ").terms, [term(&["東", "京", "都"], false, false)]);
    }

    proptest! {
        #[test]
        fn anything_can_be_read(text in "\\PC{0,60}") {
            let query = read(&text);
            prop_assert!(query.terms.iter().all(|term| !term.words.is_empty()));
        }

        #[test]
        fn pieces_of_the_language_in_any_order(
            text in "((-|\"|“|tag|before|stage|embargoed|:|\\*| |a|ß|東|2026|\u{301})){0,24}"
        ) {
            read(&text);
        }
    }
}
