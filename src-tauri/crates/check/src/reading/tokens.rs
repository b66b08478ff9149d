//! Words, numbers, spaces and marks.

use std::ops::Range;

use super::lower;
use crate::lexicon::{Lexicon, Sense};

/// A word, a number, a run of spaces, or one mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// How a word is capitalised.
    pub(crate) shape: Shape,
    /// What a word can be.
    pub(crate) sense: Sense,
    /// Whether it stands inside a quotation.
    pub(crate) quoted: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes between them where the language joins so (not in French).
    Word,
    /// Digits, with points or commas between them: `2,000`, `3.5`, `25.07.2024`.
    Number,
    /// Letters and digits in one: `25th`, `5km`, `20l7`.
    Mixed,
    /// Spaces of any sort.
    Space,
    /// A line break.
    Break,
    /// Any other character.
    Mark(char),
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// No capital letter.
    Lower,
    /// The first letter only.
    Capital,
    /// Two letters or more, all of them capitals.
    Upper,
    /// Anything else: `iPhone`, `UAVs`, `McKay`.
    Other,
}

impl Token {
    /// Its bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The mark that it is, if it is one.
    pub(crate) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether it is a word, a number or both.
    pub(crate) fn is_wordlike(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Mixed)
    }

    /// Whether it is a word in small letters that no list has: most often a noun, an adjective or a
    /// verb.
    pub(crate) fn is_plain_word(&self) -> bool {
        self.kind == Kind::Word && self.shape == Shape::Lower && self.sense.is_plain()
    }

    /// Whether it is a space or a line break.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Break)
    }

    /// Whether it is a word that begins with a capital letter.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.kind == Kind::Word && matches!(self.shape, Shape::Capital | Shape::Upper)
    }
}

/// Splits a text into tokens without gaps.
pub(crate) fn split(text: &str, primary: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let elides = matches!(primary, "fr" | "it");
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        let kind = if c == '\n' {
            Kind::Break
        } else if c.is_whitespace() {
            while let Some((at, next)) = rest.next_if(|(_, n)| n.is_whitespace() && *n != '\n') {
                end = at + next.len_utf8();
            }
            Kind::Space
        } else if c.is_alphanumeric() {
            let (mut letters, mut digits) = (c.is_alphabetic(), !c.is_alphabetic());
            loop {
                if let Some((at, next)) = rest.next_if(|(_, n)| n.is_alphanumeric() || joins(*n)) {
                    end = at + next.len_utf8();
                    letters |= next.is_alphabetic();
                    digits |= next.is_numeric() && !next.is_alphabetic();
                    continue;
                }
                let Some((at, between)) = rest.peek().copied() else { break };
                let inner = match between {
                    '\'' | '’' if letters && !digits => {
                        !elides || text[start..end].eq_ignore_ascii_case("aujourd")
                    }
                    '.' | ',' => digits && !letters,
                    _ => false,
                };
                let after = at + between.len_utf8();
                let next = text[after..].chars().next();
                let goes_on = next.is_some_and(|next| {
                    if digits { next.is_ascii_digit() } else { next.is_alphabetic() }
                });
                if !inner || !goes_on {
                    break;
                }
                rest.next();
                end = after;
            }
            match (letters, digits) {
                (true, false) => Kind::Word,
                (false, true) => Kind::Number,
                _ => Kind::Mixed,
            }
        } else {
            Kind::Mark(c)
        };
        let (shape, sense) = match kind {
            Kind::Word => {
                let word = &text[start..end];
                let shape = shape(word);
                let sense = match shape {
                    Shape::Lower => lexicon.sense(word),
                    _ => lexicon.sense(&lower(word)),
                };
                (shape, sense)
            }
            _ => (Shape::Lower, Sense::default()),
        };
        tokens.push(Token { start, end, kind, shape, sense, quoted: false });
    }
    tokens
}

/// The year that a token is, if it is a number of four figures.
pub(super) fn year(text: &str, token: &Token) -> Option<i32> {
    let figures = &text[token.range()];
    let plain = figures.len() == 4 && figures.bytes().all(|b| b.is_ascii_digit());
    if plain { figures.parse().ok() } else { None }
}

/// Marks that stand inside words unseen: combining accents, soft hyphens, joiners.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn shape(word: &str) -> Shape {
    let mut characters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = characters.next() else { return Shape::Lower };
    let (mut upper, mut rest) = (0, 0);
    for c in characters {
        rest += 1;
        upper += usize::from(c.is_uppercase());
    }
    match (first.is_uppercase(), upper) {
        (false, 0) => Shape::Lower,
        (true, 0) => Shape::Capital,
        (true, n) if n == rest => Shape::Upper,
        _ => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    fn words(text: &str, language: &str) -> Vec<String> {
        let tokens = split(text, language, lexicon::of(language));
        assert_eq!(tokens.iter().map(|t| &text[t.range()]).collect::<String>(), text);
        tokens
            .iter()
            .filter(|t| !t.is_blank())
            .map(|t| format!("{:?}:{}", t.kind, &text[t.range()]))
            .map(|said| match said.starts_with("Mark") {
                true => said.rsplit(':').next().unwrap_or_default().to_owned(),
                false => said,
            })
            .collect()
    }

    #[test]
    fn words_numbers_and_marks_come_apart() {
        assert_eq!(
            words("It’s 2,000 on 25th, 20l7.", "en"),
            ["Word:It’s", "Number:2,000", "Word:on", "Mixed:25th", ",", "Mixed:20l7", "."]
        );
        assert_eq!(words("25.07.2024, 3", "de"), ["Number:25.07.2024", ",", "Number:3"]);
    }

    #[test]
    fn french_elision_comes_apart_and_one_word_does_not() {
        assert_eq!(words("l'eau", "fr"), ["Word:l", "'", "Word:eau"]);
        assert_eq!(words("aujourd'hui", "fr"), ["Word:aujourd'hui"]);
    }
}
