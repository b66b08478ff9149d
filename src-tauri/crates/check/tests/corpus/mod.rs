//! How well the checks read the corpora.

pub(crate) mod texts;

use std::collections::BTreeMap;

use dateline_check::{Checker, Finding, Severity};

pub(crate) use texts::{Mark, Marked, clean, marked};

/// How many marks of a rule were found, and how many findings of it met no mark.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    /// Marks in the corpus.
    pub(crate) marks: usize,
    /// Marks that were met.
    pub(crate) met: usize,
    /// Findings that met no mark.
    pub(crate) extra: usize,
}

/// Runs the checks over the marked corpus.
pub(crate) fn scores(
    checker: &mut Checker,
    corpus: &[Marked],
) -> (BTreeMap<String, Score>, Vec<String>) {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut missed = Vec::new();
    for text in corpus {
        let found = checker.check_text(&text.text, &text.language, text.date);
        for mark in &text.marks {
            let score = scores.entry(mark.rule.clone()).or_default();
            score.marks += 1;
            if found.iter().any(|finding| meets(finding, mark)) {
                score.met += 1;
            } else {
                missed.push(format!("{}: {} “{}”", text.file, mark.rule, mark.words));
            }
        }
        for finding in &found {
            if finding.severity != Severity::Advice
                && !text.marks.iter().any(|mark| overlaps(finding, mark))
            {
                scores.entry(finding.rule.to_owned()).or_default().extra += 1;
                missed.push(format!(
                    "{}: unmarked {} “{}”: {}",
                    text.file, finding.rule, finding.excerpt, finding.message
                ));
            }
        }
    }
    (scores, missed)
}

fn meets(finding: &Finding, mark: &Mark) -> bool {
    mark.rule.split(',').any(|rule| rule == finding.rule) && overlaps(finding, mark)
}

/// Whether they stand in the same place.
pub(crate) fn overlaps(finding: &Finding, mark: &Mark) -> bool {
    let end = mark.start + mark.words.chars().count().max(1);
    finding.block == Some(mark.block)
        && finding.start < end
        && mark.start < finding.end.max(finding.start + 1)
}
