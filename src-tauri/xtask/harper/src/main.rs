//! Harper on the English texts of the corpora: what it finds, what it cries wolf at, how fast it
//! reads, what it weighs. Each paragraph is a document, as it is a block for Dateline's checks.

#[path = "../../../crates/check/tests/corpus/texts.rs"]
#[allow(dead_code)]
mod texts;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use harper_core::{
    Dialect, Document,
    linting::{Lint, LintGroup, Linter},
    spell::FstDictionary,
};

fn main() {
    let started = Instant::now();
    let mut linter = LintGroup::new_curated(FstDictionary::curated(), Dialect::British);
    let first = linter.lint(&Document::new_plain_english_curated("The port is open."));
    println!("Harper, start-up with the first check: {:?} ({} findings)", started.elapsed(), first.len());
    memory("memory after the first check");

    let mut rules: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut marks, mut met) = (0, 0);
    for text in texts::marked().iter().filter(|text| text.language.primary() == "en") {
        let found = lint(&mut linter, &text.text);
        for mark in &text.marks {
            marks += 1;
            let end = mark.start + mark.words.chars().count().max(1);
            let hits: Vec<&str> = found
                .iter()
                .filter(|(block, _, lint)| {
                    *block == mark.block && lint.span.start < end && mark.start < lint.span.end
                })
                .map(|(_, rule, _)| rule.as_str())
                .collect();
            met += usize::from(!hits.is_empty());
            for rule in hits {
                rules.entry(rule.to_owned()).or_default().met += 1;
            }
        }
    }
    println!("Harper, marked English text: {met} of {marks} marks met by any rule");

    let (mut words, mut alarms, mut time) = (0, 0, Duration::ZERO);
    for (language, _, text) in texts::clean() {
        if language.primary() != "en" {
            continue;
        }
        words += text.split_whitespace().count();
        let started = Instant::now();
        let found = lint(&mut linter, &text);
        time += started.elapsed();
        alarms += found.len();
        for (_, rule, _) in found {
            rules.entry(rule).or_default().alarms += 1;
        }
    }
    let rate = alarms as f64 * 1000.0 / words as f64;
    println!("Harper, clean English text: {words} words, {alarms} findings ({rate:.1} in 1,000)");
    println!("Harper, speed: {:.0} words a second", words as f64 / time.as_secs_f64());
    memory("memory at its highest");

    println!("Harper, its rules that met a mark: marks met, findings in clean text");
    for (rule, tally) in rules.iter().filter(|(_, tally)| tally.met > 0) {
        println!("  {rule:<32} {:>4} {:>4}", tally.met, tally.alarms);
    }
}

/// What a rule met in marked text, and how often it spoke in clean text.
#[derive(Default)]
struct Tally {
    met: usize,
    alarms: usize,
}

fn lint(linter: &mut LintGroup, text: &str) -> Vec<(usize, String, Lint)> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate();
    let mut found = Vec::new();
    for (block, line) in lines {
        let document = Document::new_plain_english_curated(line);
        for (rule, lints) in linter.organized_lints(&document) {
            found.extend(lints.into_iter().map(|lint| (block, rule.clone(), lint)));
        }
    }
    found
}

/// The memory of the process, where the system tells it.
fn memory(what: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(line) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("Harper, {what}: {}", line[6..].trim());
    }
}
