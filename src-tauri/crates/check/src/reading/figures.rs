//! Figures: what they are worth, and what they count.

use std::ops::Range;

use super::{
    dates::Dated,
    tokens::{Kind, Shape, Token},
};
use crate::lexicon::Class;

/// A number in a text that is part of no date and no time.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// The number itself.
    pub(crate) tokens: Range<usize>,
    /// What it is worth.
    pub(crate) value: f64,
    /// How its thousands are parted.
    pub(crate) grouping: Grouping,
    /// Whether it is a share of a hundred, and the token after the words that say so.
    pub(crate) percent: Option<usize>,
    /// The first word of what is counted.
    pub(crate) counts: Option<usize>,
    /// The last word of what is counted: in most languages the noun.
    pub(crate) noun: Option<usize>,
}

/// How thousands are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// 3500, or too small to tell.
    None,
    /// 3,500
    Comma,
    /// 3.500
    Dot,
    /// 3 500
    Space,
}

/// Finds the figures of a text, in order; small numbers in words are among them.
pub(super) fn find(text: &str, tokens: &[Token], dates: &[Dated], primary: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut dates = dates.iter().peekable();
    let mut at = 0;
    while at < tokens.len() {
        while dates.next_if(|date| date.tokens.end <= at).is_some() {}
        if let Some(date) = dates.peek()
            && date.tokens.contains(&at)
        {
            at = date.tokens.end;
            continue;
        }
        match figure(text, tokens, at, primary) {
            Some(figure) => {
                at = figure.tokens.end;
                figures.push(figure);
            }
            None => at += 1,
        }
    }
    figures
}

fn figure(text: &str, tokens: &[Token], at: usize, primary: &str) -> Option<Figure> {
    let token = &tokens[at];
    if let Some(value) = token.sense.value_as(Class::Number) {
        let noun = noun(tokens, at + 1);
        return Some(Figure {
            tokens: at..at + 1,
            value: f64::from(value),
            grouping: Grouping::None,
            percent: None,
            counts: noun.map(|_| at + 2),
            noun,
        });
    }
    if token.kind != Kind::Number {
        return None;
    }
    let mark = |at: Option<usize>| at.and_then(|at| tokens.get(at)).and_then(Token::mark);
    // Parts of times, codes, addresses and telephone numbers are no figures.
    let joined = matches!(mark(at.checked_sub(1)), Some(':' | '-' | '/' | '+' | '_' | '@' | '#'))
        || matches!(mark(Some(at + 1)), Some(':' | '/' | '_' | '@'))
            && tokens.get(at + 2).is_some_and(Token::is_wordlike);
    if joined {
        return None;
    }
    let first = &text[token.range()];
    let mut end = at + 1;
    let mut digits = first.to_owned();
    let mut grouping = Grouping::None;
    let plain = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit());
    while plain
        && let (Some(space), Some(next)) = (tokens.get(end), tokens.get(end + 1))
        && space.kind == Kind::Space
        && (matches!(primary, "fr" | "ru" | "es" | "de") && &text[space.range()] == " "
            || matches!(&text[space.range()], "\u{a0}" | "\u{202f}" | "\u{2009}"))
        && next.kind == Kind::Number
        && next.end - next.start >= 3
        && text.as_bytes()[next.start..next.start + 3].iter().all(u8::is_ascii_digit)
        && text.as_bytes().get(next.start + 3).is_none_or(|b| !b.is_ascii_digit())
    {
        digits.push_str(&text[next.range()]);
        grouping = Grouping::Space;
        end += 2;
    }
    let (value, own) = worth(&digits, primary)?;
    if own != Grouping::None {
        grouping = own;
    }
    let percent = percent(text, tokens, end);
    let noun = if percent.is_some() { None } else { noun(tokens, end) };
    Some(Figure { tokens: at..end, value, grouping, percent, counts: noun.map(|_| end + 1), noun })
}

/// The value of digits with points and commas, by the custom of the language.
fn worth(digits: &str, primary: &str) -> Option<(f64, Grouping)> {
    let (thousands, decimal) = if primary == "en" { (',', '.') } else { ('.', ',') };
    let groups: Vec<&str> = digits.split(thousands).collect();
    let grouped = groups.len() > 1
        && groups[1..]
            .iter()
            .all(|group| group.split(decimal).next().is_some_and(|g| g.len() == 3));
    let grouping = match (grouped, thousands) {
        (false, _) => Grouping::None,
        (true, ',') => Grouping::Comma,
        (true, _) => Grouping::Dot,
    };
    let plain: String = match grouped {
        true => digits
            .chars()
            .filter(|c| *c != thousands)
            .map(|c| if c == decimal { '.' } else { c })
            .collect(),
        false => digits.replace(',', "."),
    };
    plain.parse().ok().map(|value| (value, grouping))
}

/// The token after "%", "per cent", "Prozent" and the like.
fn percent(text: &str, tokens: &[Token], end: usize) -> Option<usize> {
    let at = end + usize::from(tokens.get(end)?.kind == Kind::Space);
    let word = |at: usize| tokens.get(at).map_or("", |token| &text[token.range()]);
    match word(at) {
        "%" | "percent" | "Prozent" | "процент" | "процента" | "процентов" => {
            Some(at + 1)
        }
        "per" | "pour" if word(at + 2) == "cent" => Some(at + 3),
        "por" if matches!(word(at + 2), "ciento" | "cien") => Some(at + 3),
        _ => None,
    }
}

/// The word for what is counted: the last of up to three words after the number, before the first
/// that stands between other words.
fn noun(tokens: &[Token], end: usize) -> Option<usize> {
    let mut noun = None;
    let mut at = end;
    for count in 0..3 {
        let (Some(space), Some(word)) = (tokens.get(at), tokens.get(at + 1)) else { break };
        if space.kind != Kind::Space {
            break;
        }
        let stops = [
            Class::Function,
            Class::Dangling,
            Class::Verb,
            Class::And,
            Class::Said,
            Class::Month,
            Class::Past,
            Class::Future,
        ];
        let small = matches!(word.shape, Shape::Lower)
            || word.shape == Shape::Capital && word.end - word.start > 1;
        // "Three states": behind a number they are no verb.
        let countries = |class: &Class| *class == Class::Said && count <= 1;
        let stops = stops.iter().any(|class| word.sense.is(*class) && !countries(class));
        if word.kind != Kind::Word || !small || stops {
            break;
        }
        noun = Some(at + 1);
        at += 2;
    }
    noun
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;

    fn figures(text: &str, language: &str) -> Vec<(f64, String)> {
        let reading = Reading::of(text.to_owned(), language.parse().unwrap());
        reading
            .figures
            .iter()
            .map(|figure| {
                (figure.value, figure.noun.map_or("", |noun| reading.word(noun)).to_owned())
            })
            .collect()
    }

    #[test]
    fn figures_are_read_by_the_language() {
        assert_eq!(
            figures("About 2,000 troops and 3.5 tonnes at 10:30 on 25 July 2024.", "en"),
            [(2000.0, "troops".into()), (3.5, "tonnes".into())]
        );
        assert_eq!(
            figures("2 000 soldats, 3,5 tonnes", "fr"),
            [(2000.0, "soldats".into()), (3.5, "tonnes".into())]
        );
        assert_eq!(figures("2.000 Schiffe", "de"), [(2000.0, "Schiffe".into())]);
        assert_eq!(figures("three cargo ships of the line", "en"), [(3.0, "ships".into())]);
    }
}
