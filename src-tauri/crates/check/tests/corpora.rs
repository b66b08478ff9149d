//! How good the checks are: what they find in the marked corpus, and what they say of clean text.

#[allow(dead_code)]
mod corpus;

use std::{fs, path::PathBuf};

use dateline_check::{Checker, HouseStyle, Severity};

#[test]
fn nine_of_ten_marked_errors_are_found() {
    let corpus = corpus::marked();
    let count: usize = corpus.iter().map(|text| text.marks.len()).sum();
    assert!(count >= 300, "the corpus has {count} marks");
    let (scores, missed) = corpus::scores(&mut Checker::new(HouseStyle::default()), &corpus);
    let met: usize = scores.values().map(|score| score.met).sum();
    assert!(met * 10 >= count * 9, "{met} of {count} were found:\n{}", missed.join("\n"));
    // Within the examples themselves, hardly anything is said that is not marked.
    let extra: usize = scores.values().map(|score| score.extra).sum();
    assert!(extra * 20 <= count, "{extra} findings met no mark:\n{}", missed.join("\n"));
}

#[test]
fn clean_text_has_at_most_one_false_alarm_in_a_thousand_words() {
    let mut checker = Checker::new(HouseStyle::default());
    let (mut words, mut alarms) = (0, Vec::new());
    for (language, date, text) in corpus::clean() {
        words += text.split_whitespace().count();
        for finding in checker.check_text(&text, &language, date) {
            if finding.severity != Severity::Advice {
                alarms.push(format!(
                    "{language} {} “{}”: {}",
                    finding.rule, finding.excerpt, finding.message
                ));
            }
        }
    }
    assert!(words >= 20_000, "the clean corpus has {words} words");
    assert!(
        alarms.len() * 1000 <= words,
        "{} in {words} words:\n{}",
        alarms.len(),
        alarms.join("\n")
    );
}

/// A press office's own texts lie beside the repository where it is developed; they are not part
/// of it, but what a sub-editor marks in them is.
#[test]
fn what_a_sub_editor_marked_in_real_releases_is_found() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    if !shared.is_dir() {
        return;
    }
    let marks = fs::read_to_string(corpus::texts::folder().join("real-releases.tsv")).unwrap();
    let mut checker = Checker::new(HouseStyle::default());
    let (mut count, mut missed) = (0, Vec::new());
    for line in marks.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_else(|| panic!("four cells: {line}"));
        let (file, block, rule, words) = (next(), next().parse().ok(), next(), next());
        let text = fs::read_to_string(shared.join(file)).unwrap();
        let date = file.get(..10).and_then(|day| day.parse().ok());
        let found = checker.check_text(&text, &"en-GB".parse().unwrap(), date);
        let met = |f: &&dateline_check::Finding| {
            f.rule == rule
                && f.block == block
                && (f.excerpt.contains(words) || words.contains(&f.excerpt))
        };
        count += 1;
        if found.iter().find(met).is_none() {
            missed.push(line);
        }
    }
    assert!(
        missed.len() * 10 <= count,
        "{} of {count} were missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}
