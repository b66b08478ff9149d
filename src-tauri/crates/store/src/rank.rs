//! Best first, within bounds.
//!
//! A ranking over all hits reads all hits, which takes a tenth of a second when half of a large
//! archive has the word. So the best are chosen among a pool: the newest releases whose text has the
//! words, and the newest whose *headline* has them. What a press officer looks for is nearly always
//! one of these; everything else follows behind them, newest first.

use crate::{hit::Text, snippet::Match};

/// How many of the newest hits are in the pool.
pub(crate) const NEWEST: usize = 80;

/// How many of the newest hits in the headline are in it beside them.
pub(crate) const HEADLINES: usize = 40;

/// How much a word in the headline counts against one in the text.
const HEADLINE_WEIGHT: f64 = 8.0;

/// The usual constants of BM25: how soon repetition stops counting, and how much length counts.
const SATURATION: f64 = 1.2;
const LENGTH_WEIGHT: f64 = 0.75;

/// The usual length of a release in words, from the customs of the trade (300 to 800).
const USUAL_LENGTH: f64 = 350.0;

/// What a word takes in a text, with the space behind it: close enough to weigh lengths by.
const BYTES_PER_WORD: usize = 6;

/// How well a release matches. Every hit has every word, so how rare a word is makes no difference
/// between hits, and BM25's weight for it is left out.
pub(crate) fn score(text: &Text, terms: usize) -> f64 {
    let length = (text.reading.text.len() / BYTES_PER_WORD) as f64;
    let norm = 1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / USUAL_LENGTH;
    let part = |found: &[Match], norm: f64| -> f64 {
        let count = |term| found.iter().filter(|found| found.term == term).count() as f64;
        let saturated = |count: f64| count * (SATURATION + 1.0) / (count + SATURATION * norm);
        (0..terms).map(|term| saturated(count(term))).sum()
    };
    HEADLINE_WEIGHT * part(&text.in_headline, 1.0) + part(&text.in_text, norm)
}
