//! A block of text, read once for all rules: its words, sentences, quotation marks and dates.
//!
//! Invariant: every pass over the text is linear in its length.

mod abbreviations;
mod characters;
mod dates;
mod figures;
mod names;
mod own_language;
mod quotes;
mod sentences;
mod tokens;

use std::{borrow::Cow, ops::Range};

use dateline_model::Language;

pub(crate) use abbreviations::{Abbreviation, letters};
pub(crate) use dates::{Dated, Form};
pub(crate) use figures::{Figure, Grouping};
pub(crate) use names::Name;
pub(crate) use own_language::own_language;
pub(crate) use quotes::{Family, Quote, Role, family};
pub(crate) use tokens::{Kind, Shape, Token, split};

use crate::lexicon::{self, Lexicon};
use characters::Characters;

/// A block's text with everything that rules want to know of it.
pub(crate) struct Reading {
    text: String,
    language: Language,
    lexicon: &'static Lexicon,
    characters: Characters,
    /// Words, numbers, spaces and marks, in order, without gaps.
    pub(crate) tokens: Vec<Token>,
    /// Those of them that have capitals, in lower case: nearly every rule compares words so.
    lowered: Vec<Option<Box<str>>>,
    /// The sentences, as ranges of tokens; spaces between them belong to none.
    pub(crate) sentences: Vec<Range<usize>>,
    /// The quotation marks, in order.
    pub(crate) quotes: Vec<Quote>,
    /// The dates, in order.
    pub(crate) dates: Vec<Dated>,
    /// The names, in order.
    pub(crate) names: Vec<Name>,
    /// The abbreviations, in order.
    pub(crate) abbreviations: Vec<Abbreviation>,
    /// The figures, in order.
    pub(crate) figures: Vec<Figure>,
}

impl Reading {
    /// Reads a text in a language.
    pub(crate) fn of(text: String, language: Language) -> Self {
        let lexicon = lexicon::of(language.primary());
        let mut tokens = tokens::split(&text, language.primary(), lexicon);
        let quotes = quotes::find(&text, &tokens);
        quotes::mark_quoted(&mut tokens, &quotes);
        let sentences = sentences::find(&text, &tokens);
        let dates = dates::find(&text, &tokens, language.primary());
        let names = names::find(&text, &tokens, &sentences);
        let abbreviations = abbreviations::find(&text, &tokens, lexicon);
        let figures = figures::find(&text, &tokens, &dates, language.primary());
        let characters = Characters::of(&text);
        let lowered = tokens.iter().map(|token| match lower(&text[token.range()]) {
            Cow::Owned(lowered) => Some(lowered.into_boxed_str()),
            Cow::Borrowed(_) => None,
        });
        let lowered = lowered.collect();
        Self {
            text,
            language,
            lexicon,
            characters,
            tokens,
            lowered,
            sentences,
            quotes,
            dates,
            names,
            abbreviations,
            figures,
        }
    }

    /// Reads a text in the language that it is written in, which is the given one unless its
    /// words say otherwise.
    pub(crate) fn in_own_language(text: String, language: Language) -> Self {
        let reading = Self::of(text, language);
        match own_language(&reading) {
            Some(own) => Self::of(reading.text, own),
            None => reading,
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The language it was read in.
    pub(crate) fn language(&self) -> &Language {
        &self.language
    }

    /// The language without its region.
    pub(crate) fn primary(&self) -> &str {
        self.language.primary()
    }

    /// The lexicon it was read with.
    pub(crate) fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The words of a token.
    pub(crate) fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| &self.text[token.range()])
    }

    /// The words of a token in lower case.
    pub(crate) fn lower(&self, token: usize) -> &str {
        match self.lowered.get(token) {
            Some(Some(lowered)) => lowered,
            _ => self.word(token),
        }
    }

    /// The text of a range of tokens.
    pub(crate) fn words(&self, tokens: Range<usize>) -> &str {
        &self.text[self.span(tokens)]
    }

    /// The bytes that a range of tokens covers.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Range<usize> {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1)) {
            (Some(first), Some(last)) if last >= tokens.start => {
                first.start..self.tokens.get(last).map_or(self.text.len(), |token| token.end)
            }
            _ => 0..0,
        }
    }

    /// The token before, if there is one.
    pub(crate) fn before(&self, token: usize) -> Option<&Token> {
        self.tokens.get(token.checked_sub(1)?)
    }

    /// The token after, if there is one.
    pub(crate) fn after(&self, token: usize) -> Option<&Token> {
        self.tokens.get(token + 1)
    }

    /// Whether the token is this one mark.
    pub(crate) fn is_mark(&self, token: usize, mark: char) -> bool {
        self.tokens.get(token).is_some_and(|token| token.mark() == Some(mark))
    }

    /// The year that a token is, if it is a number of four figures.
    pub(crate) fn year_at(&self, token: usize) -> Option<i32> {
        tokens::year(&self.text, self.tokens.get(token)?)
    }

    /// The sign of a currency right before a token.
    pub(crate) fn currency_before(&self, token: usize) -> Option<char> {
        self.before(token)?.mark().filter(|mark| matches!(mark, '£' | '€' | '$'))
    }

    /// The first token of a figure, which is its currency's sign where it has one.
    pub(crate) fn figure_start(&self, figure: &Figure) -> usize {
        figure.tokens.start - usize::from(self.currency_before(figure.tokens.start).is_some())
    }

    /// The token that holds this byte.
    pub(crate) fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.end <= byte)
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<Range<usize>> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(at).filter(|sentence| sentence.start <= token).cloned()
    }

    /// Whether a token is the first of its sentence, or stands behind the mark that opens it.
    pub(crate) fn begins_sentence(&self, token: usize) -> bool {
        self.sentence_of(token).is_some_and(|own| token <= own.start + 1)
    }

    /// The figure that holds a token.
    pub(crate) fn figure_at(&self, token: usize) -> Option<&Figure> {
        let at = self.figures.partition_point(|figure| figure.tokens.end <= token);
        self.figures.get(at).filter(|figure| figure.tokens.start <= token)
    }

    /// The next date that begins behind a token.
    pub(crate) fn date_after(&self, token: usize) -> Option<&Dated> {
        let at = self.dates.partition_point(|date| date.tokens.start <= token);
        self.dates.get(at)
    }

    /// Whether the byte stands inside a quotation.
    pub(crate) fn is_quoted(&self, byte: usize) -> bool {
        self.tokens.get(self.token_at(byte)).is_some_and(|token| token.quoted)
    }

    /// How many characters stand before this byte.
    pub(crate) fn characters_before(&self, byte: usize) -> usize {
        self.characters.before(&self.text, byte)
    }

    /// How many words a range of tokens holds; parts joined by hyphens count once.
    pub(crate) fn count_words(&self, tokens: Range<usize>) -> usize {
        let mut count = 0;
        let mut joined = false;
        for token in self.tokens.get(tokens).unwrap_or_default() {
            match token.kind {
                Kind::Word | Kind::Number | Kind::Mixed => {
                    count += usize::from(!joined);
                    joined = false;
                }
                Kind::Mark('-' | '‑' | '\'' | '’') => joined = true,
                Kind::Mark(_) | Kind::Space | Kind::Break => joined = false,
            }
        }
        count
    }
}

/// A word with a capital for its first letter.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A word without the ending of the English possessive, if it has one.
pub(crate) fn possessor(word: &str) -> Option<&str> {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"))
}

/// A word without the ending of the English possessive.
pub(crate) fn without_possessive(word: &str) -> &str {
    possessor(word).unwrap_or(word)
}

/// A word in lower case, without a copy where it is so already.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}
