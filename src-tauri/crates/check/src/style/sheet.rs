//! A house style made ready for reading.

use std::collections::{HashMap, HashSet};

use regex::Regex;

use super::{Entry, HouseStyle, Pattern};
use crate::{
    copy::Block,
    lexicon,
    reading::{Kind, Reading, lower, split},
    rule::Span,
};

/// A house style with its glossary by first words and its patterns compiled.
pub(crate) struct Sheet {
    pub(crate) house: HouseStyle,
    glossary: HashMap<String, Vec<Wanted>>,
    patterns: Vec<(usize, Regex)>,
    known: HashSet<String>,
}

/// Words to be found: an entry's variant, or its term in another letter case.
struct Wanted {
    entry: usize,
    /// The tokens that are no spaces, in lower case, with whether a space stands before each.
    tokens: Vec<(bool, String)>,
    /// The only letter case that is right.
    exact: Option<String>,
}

impl Sheet {
    /// Makes a house style ready. A pattern that cannot be compiled finds nothing.
    pub(crate) fn of(house: HouseStyle) -> Self {
        let mut glossary: HashMap<String, Vec<Wanted>> = HashMap::new();
        let mut want = |entry: usize, words: &str, exact: Option<String>| {
            let tokens = tokens_of(words);
            if let Some((_, first)) = tokens.first() {
                glossary.entry(first.clone()).or_default().push(Wanted { entry, tokens, exact });
            }
        };
        for (at, entry) in house.glossary.iter().enumerate() {
            for variant in &entry.variants {
                want(at, variant, None);
            }
            if entry.case {
                want(at, &entry.term, Some(entry.term.clone()));
            }
        }
        let compiled = |(at, pattern): (usize, &Pattern)| Some((at, compile(pattern).ok()?));
        let patterns = house.patterns.iter().enumerate().filter_map(compiled).collect();
        let terms = house.glossary.iter().map(|entry| &entry.term);
        let words = house
            .dictionary
            .iter()
            .chain(&house.abbreviations)
            .chain(&house.organisation)
            .chain(terms);
        let known = words
            .flat_map(|words| words.split_whitespace())
            .map(|word| lower(word).into_owned())
            .collect();
        Self { house, glossary, patterns, known }
    }

    /// Whether the house style has this word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        !self.known.is_empty() && self.known.contains(lower(word).as_ref())
    }

    /// Shows every place of a block at which the glossary wants something else.
    pub(crate) fn glossary(&self, block: &Block, found: &mut impl FnMut(Span, &Entry)) {
        if self.glossary.is_empty() {
            return;
        }
        let mut next = 0;
        for at in 0..block.tokens.len() {
            if at < next || block.tokens[at].is_blank() {
                continue;
            }
            let Some(wanted) = self.glossary.get(block.lower(at)) else { continue };
            let fitting =
                wanted.iter().filter_map(|wanted| Some((wanted, fits(block, at, &wanted.tokens)?)));
            // Of several the longest is meant.
            let Some((wanted, end)) = fitting.max_by_key(|(_, end)| *end) else { continue };
            let entry = &self.house.glossary[wanted.entry];
            let language =
                entry.languages.is_empty() || entry.languages.iter().any(|l| l == block.primary());
            let right = wanted.exact.as_ref().is_some_and(|exact| is_right(block, at..end, exact));
            if language && !right {
                found(block.span(at..end), entry);
                next = end;
            }
        }
    }

    /// Shows every place of a block that fits a pattern, with its replacement.
    pub(crate) fn patterns(
        &self,
        block: &Block,
        found: &mut impl FnMut(Span, &Pattern, Option<String>),
    ) {
        for (at, regex) in &self.patterns {
            let pattern = &self.house.patterns[*at];
            if !pattern.languages.is_empty()
                && pattern.languages.iter().all(|l| l != block.primary())
            {
                continue;
            }
            for fit in regex.captures_iter(block.text()) {
                let Some(whole) = fit.get(0).filter(|whole| !whole.is_empty()) else { continue };
                let replacement = pattern.replace.as_ref().map(|replace| {
                    let mut words = String::new();
                    fit.expand(replace, &mut words);
                    words
                });
                if replacement.as_deref() != Some(whole.as_str()) {
                    found(whole.range(), pattern, replacement);
                }
            }
        }
    }
}

/// Compiles a pattern; says what is wrong with it.
pub(super) fn compile(pattern: &Pattern) -> Result<Regex, String> {
    Regex::new(&pattern.find)
        .map_err(|error| error.to_string().lines().last().unwrap_or_default().to_owned())
}

fn tokens_of(words: &str) -> Vec<(bool, String)> {
    let tokens = split(words, "", lexicon::of(""));
    let mut spaced = false;
    let mut parts = Vec::new();
    for token in tokens {
        if token.is_blank() {
            spaced = true;
            continue;
        }
        parts.push((spaced, lower(&words[token.range()]).into_owned()));
        spaced = false;
    }
    parts
}

/// The token after the wanted ones, where they stand here.
fn fits(block: &Reading, at: usize, wanted: &[(bool, String)]) -> Option<usize> {
    let mut next = at;
    for (n, (spaced, word)) in wanted.iter().enumerate() {
        let space = block
            .tokens
            .get(next)
            .is_some_and(|token| matches!(token.kind, Kind::Space | Kind::Break));
        if n > 0 && space != *spaced {
            return None;
        }
        next += usize::from(space);
        if block.lower(next) != word.as_str() {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// Whether the words have the wanted letter case, or a capital for beginning a sentence.
fn is_right(block: &Reading, tokens: std::ops::Range<usize>, exact: &str) -> bool {
    let words = block.words(tokens.clone());
    let begins = block.sentences.iter().any(|sentence| {
        let first = sentence.clone().find(|at| block.tokens[*at].is_wordlike());
        first == Some(tokens.start)
    });
    let tail = |text: &str| text.chars().skip(1).collect::<String>();
    words == exact || begins && tail(words) == tail(exact)
}
