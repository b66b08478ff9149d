//! Best first, within bounds.
//!
//! A ranking over all hits reads all hits, which takes a tenth of a second when half of a large
//! archive has the word. So the best are chosen among a pool: the newest releases whose text has the
//! words, and the newest whose *headline* has them. What a press officer looks for is nearly always
//! one of these; everything else follows behind them, newest first.

use crate::{query::Term, snippet, words};

/// How many of the newest hits are in the pool.
pub(crate) const NEWEST: usize = 120;

/// How many of the newest hits in the headline are in it beside them.
pub(crate) const HEADLINES: usize = 80;

/// How much a word in the headline counts against one in the text.
const HEADLINE_WEIGHT: f64 = 8.0;

/// The usual constants of BM25: how soon repetition stops counting, and how much length counts.
const SATURATION: f64 = 1.2;
const LENGTH_WEIGHT: f64 = 0.75;

/// The usual length of a release in words, from the customs of the trade (300 to 800).
const USUAL_LENGTH: f64 = 350.0;

/// How well a release matches. Every hit has every word, so how rare a word is makes no difference
/// between hits, and BM25's weight for it is left out.
pub(crate) fn score(headline: &str, text: &str, terms: &[&Term]) -> f64 {
    let mut in_headline = vec![0_u32; terms.len()];
    for found in snippet::matches(headline, terms) {
        in_headline[found.term] += 1;
    }
    let mut in_text = vec![0_u32; terms.len()];
    for found in snippet::matches(text, terms) {
        in_text[found.term] += 1;
    }
    let mut length = 0_u32;
    words::walk(text, |_, _| length += 1);
    let norm = 1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * f64::from(length) / USUAL_LENGTH;
    let part = |count: u32, norm: f64| {
        let count = f64::from(count);
        count * (SATURATION + 1.0) / (count + SATURATION * norm)
    };
    let headline: f64 = in_headline.into_iter().map(|count| part(count, 1.0)).sum();
    let text: f64 = in_text.into_iter().map(|count| part(count, norm)).sum();
    HEADLINE_WEIGHT * headline + text
}
