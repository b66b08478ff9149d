//! The marked and the clean corpus, read from the repository's `tests/corpora/checks`.

use std::{fs, path::PathBuf};

use chrono::NaiveDate;
use dateline_model::Language;

/// A text in which everything that a sub-editor would mark is marked.
pub(crate) struct Marked {
    /// The file it stands in.
    pub(crate) file: String,
    /// Its language.
    pub(crate) language: Language,
    /// The day of its release.
    pub(crate) date: Option<NaiveDate>,
    /// The text without marks.
    pub(crate) text: String,
    /// The marks.
    pub(crate) marks: Vec<Mark>,
}

/// What a sub-editor would mark.
pub(crate) struct Mark {
    /// The rule that is to find it; any of several, separated by commas.
    pub(crate) rule: String,
    /// The words.
    pub(crate) words: String,
    /// The line, counted from 0 over the lines that hold text.
    pub(crate) block: usize,
    /// Where it begins in that line, in characters.
    pub(crate) start: usize,
}

/// The folder of the corpora.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpora/checks")
}

/// Every marked text. A file is a list of texts under lines such as `== en-GB 2024-07-25`; a mark
/// is `⟦rule|words⟧`.
pub(crate) fn marked() -> Vec<Marked> {
    let mut all = Vec::new();
    for (file, content) in files("marked") {
        for (head, text) in texts(&content) {
            let mut words = head.split_whitespace();
            let language = words
                .next()
                .and_then(|tag| tag.parse().ok())
                .expect("a text begins with its language");
            let date = words.next().and_then(|day| day.parse().ok());
            let (text, marks) = unmark(&text);
            all.push(Marked { file: file.clone(), language, date, text, marks });
        }
    }
    all
}

/// Every clean text: its language and words.
pub(crate) fn clean() -> Vec<(Language, Option<NaiveDate>, String)> {
    let mut all = Vec::new();
    for (_, content) in files("clean") {
        for (head, text) in texts(&content) {
            let mut words = head.split_whitespace();
            let language = words
                .next()
                .and_then(|tag| tag.parse().ok())
                .expect("a text begins with its language");
            all.push((language, words.next().and_then(|day| day.parse().ok()), text));
        }
    }
    all
}

fn files(kind: &str) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join(kind))
        .expect("the corpus belongs to the repository")
        .map(|entry| entry.expect("a folder can be read").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a corpus file is UTF-8"))
    };
    paths.into_iter().map(read).collect()
}

/// The texts of a file with their heads.
fn texts(content: &str) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for line in content.lines() {
        match (line.strip_prefix("== "), texts.last_mut()) {
            (Some(head), _) => texts.push((head.to_owned(), String::new())),
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    texts
}

/// Takes the marks out of a text.
pub(crate) fn unmark(text: &str) -> (String, Vec<Mark>) {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    for (block, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let mut rest = line.trim();
        let mut count = 0;
        while let Some((before, from)) = rest.split_once('⟦') {
            let (mark, after) = from.split_once('⟧').expect("a mark is closed");
            let (rule, words) = mark.split_once('|').expect("a mark names its rule");
            plain.push_str(before);
            count += before.chars().count();
            marks.push(Mark {
                rule: rule.to_owned(),
                words: words.to_owned(),
                block,
                start: count,
            });
            plain.push_str(words);
            count += words.chars().count();
            rest = after;
        }
        plain.push_str(rest);
        plain.push('\n');
    }
    (plain, marks)
}
