//! An archive in JSON Lines: one release a line, so that an office can bring everything it has.

use std::io::BufRead;

use chrono::NaiveDate;
use dateline_model::{Sentence, say};
use serde_json::{Map, Value, error::Category};

use crate::{Draft, fields, language, unknown_key};

/// The most bytes of a line: a release of a million words, far above any real one, and few enough
/// that a file without line feeds cannot fill the memory.
const LONGEST_LINE: usize = 8_000_000;

/// One line of an archive.
#[derive(Debug)]
pub struct Line {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The release, or why there is none, as a sentence.
    pub release: Result<Draft, Sentence>,
}

/// Reads an archive line by line, so that the caller decides what a bad line means. Blank lines are
/// passed over. `source` names the archive in each draft; `today` gives its year to dates without.
///
/// A line is one JSON object with `headline`, `subhead`, `place`, `date`, `section`, `kind`, `tags`
/// (a list, or text with commas), `language`, `stage` and `body` (Markdown); besides `reference`,
/// `embargo`, `correction` (an object), `notes` (Markdown, or a list of notes), `contact` and
/// `boilerplate` (text, objects or lists of them). Keys that are not known are reported in the draft's notes with their values.
pub fn jsonl<R: BufRead>(reader: R, source: &str, today: NaiveDate) -> Lines<R> {
    Lines { reader, source: source.to_owned(), today, number: 0, over: false }
}

/// The lines of an archive; see [`jsonl`].
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    source: String,
    today: NaiveDate,
    number: usize,
    over: bool,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.over {
            self.number += 1;
            let bytes = match self.next_line() {
                Ok(bytes) => bytes,
                Err(why) => return Some(Line { number: self.number, release: Err(why) }),
            };
            let line = if self.number == 1 {
                bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)
            } else {
                &bytes
            };
            if !line.trim_ascii().is_empty() {
                return Some(Line { number: self.number, release: self.release(line) });
            }
        }
        None
    }
}

impl<R: BufRead> Lines<R> {
    /// The next line's bytes, empty at the end of the archive.
    fn next_line(&mut self) -> Result<Vec<u8>, Sentence> {
        let mut line = Vec::new();
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(why) => {
                    self.over = true;
                    return Err(say!("The archive could not be read further: {why}.", why));
                }
            };
            if buffer.is_empty() {
                self.over = true;
                break;
            }
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let taken = end.map_or(buffer.len(), |end| end + 1);
            // The rest of a line that is too long is passed over without keeping it.
            if line.len() <= LONGEST_LINE {
                line.extend_from_slice(&buffer[..taken]);
            }
            self.reader.consume(taken);
            if end.is_some() {
                break;
            }
        }
        if line.len() > LONGEST_LINE {
            return Err(say!(
                "The line has more than {limit} MB.",
                limit = LONGEST_LINE / 1_000_000
            ));
        }
        Ok(line)
    }

    fn release(&self, line: &[u8]) -> Result<Draft, Sentence> {
        let text = std::str::from_utf8(line).map_err(|why| {
            say!("It is not written in UTF-8: byte {at} is damaged.", at = why.valid_up_to() + 1)
        })?;
        let fields: Map<String, Value> =
            serde_json::from_str(text).map_err(|why| no_object(&why))?;
        let mut draft = Draft::from_source(&format!("{}, line {}", self.source, self.number));
        for (key, value) in &fields {
            let name = key.trim().to_lowercase();
            match fields::set(&mut draft, &name, value, self.today)? {
                fields::Taken::Known => {}
                fields::Taken::Unknown => draft.note(unknown_key(key, value)),
            }
        }
        if !fields.keys().any(|key| matches!(key.trim(), "language" | "lang")) {
            language::recognise(&mut draft);
        }
        let content = &draft.content;
        if content.headline.is_empty() && content.body.is_blank() {
            return Err(say!("It has neither a headline nor a body."));
        }
        Ok(draft)
    }
}

fn no_object(why: &serde_json::Error) -> Sentence {
    match why.classify() {
        Category::Eof => say!("It ends before its JSON object does."),
        Category::Syntax => {
            say!("It is no JSON object: character {at} does not belong there.", at = why.column())
        }
        Category::Data | Category::Io => {
            say!("It is JSON, but not one object in braces, which a release is.")
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Kind, Stage};

    use super::*;

    fn read(archive: &str) -> Vec<Line> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        jsonl(archive.as_bytes(), "archive.jsonl", today).collect()
    }

    #[test]
    fn a_line_is_a_release() {
        let lines = read(
            r#"{"headline":"Quay open","subhead":"At last","place":"Vestmark","date":"2024-07-25","section":"News","kind":"report","tags":["harbour","quay"],"language":"en-GB","stage":"released","reference":"2024/041","body":"The *first* ship came.\n\n> We are ready.\n>\n> — Anna Berg, Harbour Master","contact":"Press desk, +47 5550 0100","boilerplate":{"title":"About","text":"A port."},"notes":["One.","Two."],"editor":"A. B."}"#,
        );
        let draft = lines[0].release.as_ref().unwrap();
        assert_eq!(draft.content.headline, "Quay open");
        assert_eq!(draft.content.kind, Kind::Report);
        assert_eq!(draft.stage, Some(Stage::Released));
        assert_eq!(draft.tags, ["harbour", "quay"]);
        assert_eq!(draft.content.notes.0.len(), 2);
        assert_eq!(draft.content.contacts[0].phone, "+47 5550 0100");
        assert_eq!(draft.source, "archive.jsonl, line 1");
        assert_eq!(draft.notes, ["Unknown key “editor” left out: \"A. B.\"."]);
        assert_eq!(
            draft.content.body.plain_text(),
            "The first ship came.\nWe are ready.\nAnna Berg\nHarbour Master"
        );
    }

    #[test]
    fn a_bad_line_names_its_number_and_reason_and_the_rest_is_read() {
        let lines = read(
            "\u{feff}{\"headline\":\"One\"}\r\n\r\n{\"headline\":\n[1]\n{\"date\":\"10 October 20`8\"}\n{\"kind\":\"poem\"}\n{\"tags\":[]}\n{\"headline\":\"Two\"}",
        );
        let said: Vec<_> = lines
            .iter()
            .map(|line| match &line.release {
                Ok(draft) => format!("{}: {}", line.number, draft.content.headline),
                Err(why) => format!("{}: {why}", line.number),
            })
            .collect();
        insta::assert_snapshot!(said.join("\n"), @r#"
        1: One
        3: It ends before its JSON object does.
        4: It is JSON, but not one object in braces, which a release is.
        5: “10 October 20`8” is no date. Write it as 2024-07-25 or 25 July 2024.
        6: “poem” is no kind of release. Known are: news, statement, interview, report, advisory, notice, correction.
        7: It has neither a headline nor a body.
        8: Two
        "#);
    }
}
