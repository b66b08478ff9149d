//! A vocabulary in CSV: the sections and tags of an office, one a line.
//!
//! | line | means |
//! |---|---|
//! | `rescue` | a tag |
//! | `section,News` | a section |
//! | `tag,rescue,#b3261e` | a tag and its colour |
//!
//! A first line that names the columns (`sort`, `name`, `colour`) may put them in another order.
//! Spreadsheets of some languages separate by semicolons, others by tabs; both are read.

use csv::ReaderBuilder;
use dateline_model::{LabelSort, Sentence, UnknownWord, say};

use crate::{Refusal, check_size, decode};

/// A line of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyLine {
    /// Its number in the file, from 1.
    pub number: usize,
    /// What it names, or why it names nothing, as a sentence.
    pub entry: Result<VocabularyEntry, Sentence>,
}

/// A section or tag as a vocabulary names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyEntry {
    /// Which of the two.
    pub sort: LabelSort,
    /// The name.
    pub name: String,
    /// The colour, as `#rrggbb`.
    pub colour: Option<String>,
}

/// Reads a vocabulary. Blank lines are passed over.
///
/// # Errors
/// When the file is empty, too large, or no text.
pub fn vocabulary(name: &str, bytes: &[u8]) -> Result<Vec<VocabularyLine>, Refusal> {
    check_size(name, bytes.len() as u64)?;
    let text = decode(name, bytes)?.text;
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let delimiter = lines().next().map_or(b',', |(_, first)| delimiter(first));
    let mut columns = None;
    let mut read = Vec::new();
    for (at, line) in lines() {
        let cells = cells(line, delimiter);
        if read.is_empty() && columns.is_none() {
            columns = cells.as_ref().ok().and_then(|cells| Columns::named(cells));
            if columns.is_some() {
                continue;
            }
        }
        let entry = cells.and_then(|cells| match &columns {
            Some(columns) => columns.entry(&cells),
            None => Columns::usual(cells.len())?.entry(&cells),
        });
        read.push(VocabularyLine { number: at + 1, entry });
    }
    Ok(read)
}

/// Which cell of a line holds what.
struct Columns {
    sort: Option<usize>,
    name: usize,
    colour: Option<usize>,
}

impl Columns {
    /// The columns as the first line names them, if it does.
    fn named(cells: &[String]) -> Option<Self> {
        let at = |names: &[&str]| {
            cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()))
        };
        Some(Self {
            sort: at(&["sort", "type"]),
            name: at(&["name"])?,
            colour: at(&["colour", "color"]),
        })
    }

    fn usual(cells: usize) -> Result<Self, Sentence> {
        match cells {
            1 => Ok(Self { sort: None, name: 0, colour: None }),
            2 => Ok(Self { sort: Some(0), name: 1, colour: None }),
            3 => Ok(Self { sort: Some(0), name: 1, colour: Some(2) }),
            count => Err(say!(
                "it has {count} cells, and a vocabulary has sort, name and colour.",
                count
            )),
        }
    }

    fn entry(&self, cells: &[String]) -> Result<VocabularyEntry, Sentence> {
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at)).map(String::as_str).filter(|cell| !cell.is_empty())
        };
        let sort = match cell(self.sort) {
            Some(word) => word.parse().map_err(|unknown: UnknownWord| unknown.sentence())?,
            None => LabelSort::Tag,
        };
        let name = cell(Some(self.name)).ok_or_else(|| say!("it has no name."))?.to_owned();
        if name.chars().any(char::is_control) {
            return Err(say!("the name holds characters that are no text."));
        }
        let colour = cell(self.colour).map(colour).transpose()?;
        Ok(VocabularyEntry { sort, name, colour })
    }
}

/// The cells of a line. A name is one line, so that a quotation mark that nobody closed spoils its
/// own line and not all that follow.
fn cells(line: &str, delimiter: u8) -> Result<Vec<String>, Sentence> {
    if line.matches('"').count() % 2 == 1 {
        return Err(say!("a quotation mark in it is not closed."));
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(line.as_bytes());
    match reader.records().next() {
        Some(Ok(record)) => Ok(record.iter().map(str::to_owned).collect()),
        Some(Err(error)) => Err(say!("it cannot be read: {why}.", why = error.to_string())),
        None => Ok(Vec::new()),
    }
}

/// What the first line is separated by.
fn delimiter(line: &str) -> u8 {
    let count = |mark: &u8| line.bytes().filter(|byte| byte == mark).count();
    // A comma wins where nothing speaks for another.
    b";\t,".iter().copied().max_by_key(count).unwrap_or(b',')
}

fn colour(word: &str) -> Result<String, Sentence> {
    let digits = word.strip_prefix('#').unwrap_or_default();
    if !matches!(digits.len(), 3 | 6) || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(say!("“{word}” is no colour. Write it as #1f4e79.", word));
    }
    Ok(word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(text: &str) -> Vec<String> {
        let lines = vocabulary("tags.csv", text.as_bytes()).unwrap();
        let said = lines.into_iter().map(|VocabularyLine { number, entry }| match entry {
            Ok(VocabularyEntry { sort, name, colour }) => {
                format!("{number} {} {name} {}", sort.as_str(), colour.unwrap_or_default())
            }
            Err(why) => format!("{number}: {why}"),
        });
        said.collect()
    }

    #[test]
    fn a_list_of_words_is_a_list_of_tags() {
        assert_eq!(
            said("rescue\n\n  winter traffic\r\n"),
            ["1 tag rescue ", "3 tag winter traffic "]
        );
    }

    #[test]
    fn columns_are_taken_as_named_or_in_their_usual_order() {
        assert_eq!(
            said("section,News\ntag,\"rescue, at sea\",#B3261E"),
            ["1 section News ", "2 tag rescue, at sea #b3261e"]
        );
        assert_eq!(
            said("Name;Colour;Sort\nNews;;section\nrescue;#a33;"),
            ["2 section News ", "3 tag rescue #a33"]
        );
    }

    #[test]
    fn a_broken_line_says_why_and_spoils_no_other() {
        assert_eq!(
            said(
                "tag,rescue\ntag,\"ferries\nshelf,News\ntag,,#fff\ntag,tugs,blue\ntag,a,b,c\ntag,quay"
            ),
            [
                "1 tag rescue ",
                "2: a quotation mark in it is not closed.",
                "3: “shelf” is no sort of name. Known are: section, tag.",
                "4: it has no name.",
                "5: “blue” is no colour. Write it as #1f4e79.",
                "6: it has 4 cells, and a vocabulary has sort, name and colour.",
                "7 tag quay ",
            ]
        );
        assert!(vocabulary("tags.csv", b"").is_err());
    }

    proptest! {
        #[test]
        fn every_line_is_an_entry_or_a_reason(text in "[a-z\",;#\t\n é]{1,80}") {
            let Ok(lines) = vocabulary("tags.csv", text.as_bytes()) else { return Ok(()) };
            let written = text.lines().filter(|line| !line.trim().is_empty()).count();
            prop_assert!(written == lines.len() || written == lines.len() + 1);
        }
    }
}
