//! Abbreviations in capitals, and where they are explained.

use std::ops::Range;

use super::{
    tokens::{Kind, Shape, Token},
    without_possessive,
};
use crate::lexicon::{Class, Lexicon};

/// An abbreviation in a text.
#[derive(Clone, Debug)]
pub(crate) struct Abbreviation {
    /// The token.
    pub(crate) token: usize,
    /// The long form, where the abbreviation is explained here.
    pub(crate) explained: Option<Range<usize>>,
}

/// The letters of an abbreviation, without the s of its plural or possessive.
pub(crate) fn letters(word: &str) -> &str {
    let word = without_possessive(word);
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() >= 2 && stem.chars().all(char::is_uppercase) => stem,
        _ => word,
    }
}

/// Finds the abbreviations of a text, in order. A line that is set in capitals has none.
pub(super) fn find(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Abbreviation> {
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let upper = tokens.iter().filter(|token| token.shape == Shape::Upper).count();
    if upper == 0 && !tokens.iter().any(|token| token.shape == Shape::Other)
        || upper * 2 > words && words > 2
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if is_abbreviation(text, tokens, at, lexicon) {
            let explained = explained(text, tokens, at);
            found.push(Abbreviation { token: at, explained });
        }
    }
    found
}

fn is_abbreviation(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let token = &tokens[at];
    if token.kind != Kind::Word || !matches!(token.shape, Shape::Upper | Shape::Other) {
        return false;
    }
    let word = letters(&text[token.range()]);
    let count = word.chars().count();
    if !(2..=6).contains(&count) || !word.chars().all(char::is_uppercase) {
        return false;
    }
    let roman = word.chars().all(|c| "IVXLCDM".contains(c));
    let sense = if word.len() == token.end - token.start {
        token.sense
    } else {
        lexicon.sense(&word.to_lowercase())
    };
    let other = [
        Class::Known,
        Class::Function,
        Class::Zone,
        Class::Currency,
        Class::Unit,
        Class::Verb,
        Class::And,
    ];
    // Words in capitals side by side are a heading, a place or an agency's line.
    let upper = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.shape == Shape::Upper)
    };
    let heading = upper(at.checked_sub(2)) || upper(Some(at + 2));
    // A dateline begins with its place in capitals, and codes such as B-52 are no abbreviations.
    let dateline = at == 0 && tokens.get(1).is_some_and(|next| matches!(next.mark(), Some(',')));
    let code = tokens.get(at + 1).is_some_and(|next| next.mark() == Some('-'))
        && tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Number);
    !roman
        && !heading
        && !dateline
        && !code
        && !is_ticker(tokens, at)
        && !other.iter().any(|class| sense.is(*class))
}

/// Either half of "(LSE: VSM)", an exchange and a share's code.
fn is_ticker(tokens: &[Token], at: usize) -> bool {
    let mark = |at: Option<usize>, mark: char| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.mark() == Some(mark))
    };
    let exchange = |at: usize| mark(at.checked_sub(1), '(') && mark(Some(at + 1), ':');
    exchange(at) || mark(Some(at + 1), ')') && at.checked_sub(3).is_some_and(exchange)
}

/// "Long Form (ABBR)" and "ABBR (Long Form)".
fn explained(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let mark = |at: Option<usize>, mark: char| {
        at.and_then(|at| tokens.get(at)).is_some_and(|t| t.mark() == Some(mark))
    };
    let open = at.checked_sub(1);
    if mark(open, '(') {
        return long_form_before(text, tokens, at);
    }
    let bracket = at + 2;
    if !mark(Some(bracket), '(') || tokens.get(at + 1).is_none_or(|token| token.kind != Kind::Space)
    {
        return None;
    }
    let close =
        (bracket + 1..tokens.len().min(bracket + 24)).find(|at| tokens[*at].mark() == Some(')'))?;
    let words = tokens[bracket + 1..close].iter().filter(|token| token.kind == Kind::Word).count();
    (words >= 2).then_some(bracket + 1..close)
}

/// The words before the bracket, from the one that begins with the first letter of the
/// abbreviation.
fn long_form_before(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let word = letters(&text[tokens[at].range()]);
    let most = word.chars().count() + 4;
    let end = at.checked_sub(2)?;
    let before: Vec<usize> = (0..end)
        .rev()
        .take(most * 2)
        .take_while(|at| !matches!(tokens[*at].mark(), Some('.' | ',' | ';' | ':' | '(' | ')')))
        .filter(|at| tokens[*at].kind == Kind::Word)
        .take(most)
        .collect();
    let first = word.chars().next()?;
    let least = 2.min(before.len());
    let start = before
        .iter()
        .skip(least.saturating_sub(1))
        .rev()
        .find(|at| {
            text[tokens[**at].range()]
                .chars()
                .next()
                .is_some_and(|c| c.to_uppercase().eq(first.to_uppercase()))
        })
        .or_else(|| before.iter().rev().find(|at| tokens[**at].shape == Shape::Capital))?;
    Some(*start..end)
}
