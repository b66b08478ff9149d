//! Where sentences begin and end.

use std::ops::Range;

use super::tokens::{self, Kind, Shape, Token};
use crate::lexicon::Class;

/// Sentences as ranges of tokens. A line break ends one; so does an end mark, unless it belongs to
/// an abbreviation, an initial, or the ordinal of a date.
pub(super) fn find(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = None;
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].kind {
            Kind::Space => {}
            Kind::Break => {
                if let Some(start) = start.take() {
                    sentences.push(start..trimmed(tokens, at));
                }
            }
            Kind::Mark('.' | '!' | '?' | '…') => {
                let first = *start.get_or_insert(at);
                let mut end = at + 1;
                while end < tokens.len() && closes(&tokens[end]) {
                    end += 1;
                }
                if ends(text, tokens, at, end) {
                    sentences.push(first..end);
                    start = None;
                }
                at = end;
                continue;
            }
            _ => {
                start.get_or_insert(at);
            }
        }
        at += 1;
    }
    if let Some(start) = start {
        sentences.push(start..trimmed(tokens, tokens.len()));
    }
    sentences
}

fn trimmed(tokens: &[Token], mut end: usize) -> usize {
    while end > 0 && tokens[end - 1].is_blank() {
        end -= 1;
    }
    end
}

/// What may follow an end mark within the same sentence.
fn closes(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark('.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | '“' | '‘' | ')' | ']')
    )
}

fn ends(text: &str, tokens: &[Token], mark: usize, end: usize) -> bool {
    let Some(next) = tokens.get(end) else { return true };
    if next.kind == Kind::Break {
        return true;
    }
    if next.kind != Kind::Space {
        return false;
    }
    let Some(first) = tokens.get(end + 1) else { return true };
    let plain = tokens[mark].kind == Kind::Mark('.') && end == mark + 1;
    let before = mark.checked_sub(1).map(|at| &tokens[at]);
    if plain && before.is_some_and(|before| is_abbreviated(text, before)) {
        // A measure needs no full stop, so that after "20 h" it ends the sentence.
        if is_measure(text, tokens, mark) && first.shape == Shape::Capital {
            return true;
        }
        // An abbreviation ends a sentence only where a word follows that is capitalised for no
        // other reason: "at 6 p.m. The", but not "Dr. Berg".
        return first.shape == Shape::Capital && first.sense.is(Class::Function);
    }
    match first.kind {
        // A year ends a sentence; shorter numbers may be ordinals.
        Kind::Word if first.shape == Shape::Lower => {
            let year = before.is_some_and(|before| tokens::year(text, before).is_some());
            plain
                && (year
                    || before.is_some_and(|before| {
                        let letters = text[before.range()].chars().count();
                        // Three letters end a sentence where they are a word that is known.
                        before.kind == Kind::Word
                            && (letters >= 4 || letters == 3 && !before.sense.is_plain())
                    }))
        }
        Kind::Word => true,
        Kind::Number => !plain || before.is_none_or(|before| before.kind != Kind::Number),
        Kind::Mark(c) => {
            matches!(c, '“' | '"' | '«' | '„' | '‘' | '(' | '[' | '–' | '—' | '¿' | '¡')
        }
        _ => false,
    }
}

fn is_abbreviated(text: &str, before: &Token) -> bool {
    match before.kind {
        Kind::Word => {
            before.sense.is(Class::Dotted) || text[before.range()].chars().nth(1).is_none()
        }
        // "am 25. Juli", "le 3. trimestre": an ordinal.
        Kind::Number => before.end - before.start <= 2,
        _ => false,
    }
}

/// Whether a number and its unit, or its hour as in French, stand before the mark.
fn is_measure(text: &str, tokens: &[Token], mark: usize) -> bool {
    let number = mark.checked_sub(3).map(|at| &tokens[at]);
    let unit = mark.checked_sub(1).map(|at| &tokens[at]);
    number.is_some_and(|number| number.kind == Kind::Number)
        && unit.is_some_and(|unit| {
            let measure = unit.sense.is(Class::Unit) && !unit.sense.is(Class::Dotted);
            measure || &text[unit.range()] == "h"
        })
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;

    fn sentences(text: &str, language: &str) -> Vec<String> {
        let reading = Reading::of(text.to_owned(), language.parse().unwrap());
        reading.sentences.iter().map(|s| reading.words(s.clone()).to_owned()).collect()
    }

    #[test]
    fn abbreviations_and_ordinals_end_nothing() {
        assert_eq!(
            sentences("Dr. Berg came at 6 p.m. The port was shut. “Why?” she asked.", "en"),
            ["Dr. Berg came at 6 p.m.", "The port was shut.", "“Why?” she asked."]
        );
        assert_eq!(sentences("Am 25. Juli 2024 kam er.", "de").len(), 1);
        assert_eq!(sentences("Das Fest dauert vom 24.5. bis zum 2.6. in Vestmark.", "de").len(), 1);
        assert_eq!(sentences("Ouvert jusqu’à 20 h. Ensuite, il ferme.", "fr").len(), 2);
    }

    #[test]
    fn a_small_letter_can_begin_one_after_a_real_end() {
        assert_eq!(sentences("It was held. and Colonel Berg.", "en").len(), 2);
    }
}
