//! Recipients: the list of those to whom a mail goes, as offices keep it in a spreadsheet.

use std::{collections::HashSet, str::FromStr};

use csv::{ReaderBuilder, StringRecord};
use dateline_model::{Sentence, say, slug, tells_its_sentence};
use email_address::EmailAddress;

use crate::Mailbox;

/// Somebody to whom a mail goes, and what the mail's file is called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The name and address.
    pub mailbox: Mailbox,
    /// The address as it stands in file names; no two of a list are the same.
    pub(crate) slug: String,
}

/// Why a list of recipients cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecipientsError {
    /// A line has no address that mail could reach.
    NoAddress {
        /// The file.
        name: String,
        /// The line, from 1.
        line: u64,
        /// What stands where the address should.
        found: String,
    },
    /// The file is not a table.
    Damaged {
        /// The file.
        name: String,
        /// The line, from 1.
        line: u64,
    },
    /// Nobody is in it.
    Nobody(String),
}

tells_its_sentence!(RecipientsError);

impl RecipientsError {
    /// What to tell whoever chose the list.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NoAddress { name, line, found } => say!(
                "{name}, line {line}: “{found}” is no mail address. Mend the line, or take it out; nothing was written.",
                name,
                line,
                found
            ),
            Self::Damaged { name, line } => say!(
                "{name}, line {line}: it is no line of a table. Save the list as CSV, with a column for the name and one for the address; nothing was written.",
                name,
                line
            ),
            Self::Nobody(name) => say!(
                "There is nobody in {name}. It needs a line for each recipient, with name and address.",
                name
            ),
        }
    }
}

/// Reads a list of recipients from the text of a CSV file: a line each, with commas, semicolons or
/// tabs between. A first line that names the columns tells which are the name and the address; else
/// the address is the column with an @ and the name the first other one. Who stands in it twice
/// gets one mail.
///
/// # Errors
/// When a line has no sound address, with its number.
pub fn recipients(name: &str, text: &str) -> Result<Vec<Recipient>, RecipientsError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut columns: Option<Columns> = None;
    let (mut addresses, mut slugs) = (HashSet::new(), HashSet::new());
    let mut recipients = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let damaged = |error: csv::Error| RecipientsError::Damaged {
            name: name.to_owned(),
            line: error.position().map_or(index as u64 + 1, csv::Position::line),
        };
        let record = record.map_err(damaged)?;
        let line = record.position().map_or(index as u64 + 1, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let known = match &columns {
            Some(known) => known,
            None => {
                if let Some(named) = Columns::named(&record) {
                    columns = Some(named);
                    continue;
                }
                columns.insert(Columns::guessed(&record))
            }
        };
        let (who, address) = known.of(&record);
        if EmailAddress::from_str(address).is_err() {
            let found =
                if address.is_empty() { record.iter().collect() } else { address.to_owned() };
            return Err(RecipientsError::NoAddress { name: name.to_owned(), line, found });
        }
        if addresses.insert(address.to_lowercase()) {
            let named = named_after(address);
            let again = (2..).map(|number| format!("{named}-{number}"));
            let free = std::iter::once(named.clone()).chain(again).find(|one| !slugs.contains(one));
            let slug = free.unwrap_or_default();
            slugs.insert(slug.clone());
            let mailbox = Mailbox { name: who.to_owned(), address: address.to_owned() };
            recipients.push(Recipient { mailbox, slug });
        }
    }
    if recipients.is_empty() {
        return Err(RecipientsError::Nobody(name.to_owned()));
    }
    Ok(recipients)
}

/// The most bytes of an address in a file name; with the longest stem, marks and ending the name
/// stays below the 255 bytes that file systems allow.
const LONGEST: usize = 36;

/// An address as it stands in file names.
fn named_after(address: &str) -> String {
    let mut named = slug(address);
    let ends = named.char_indices().map(|(start, c)| start + c.len_utf8());
    let end = ends.take_while(|end| *end <= LONGEST).last().unwrap_or(0);
    named.truncate(end);
    named.truncate(named.trim_end_matches('-').len());
    named
}

/// What stands between the fields: spreadsheets of many countries write semicolons.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b'\t', b';'].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',')
}

/// Where in a line name and address stand.
struct Columns {
    name: Option<usize>,
    address: usize,
}

impl Columns {
    /// From a first line that names them.
    fn named(record: &StringRecord) -> Option<Self> {
        let column = |names: &[&str]| {
            record.iter().position(|field| names.contains(&field.to_lowercase().as_str()))
        };
        let address =
            column(&["email", "e-mail", "mail", "address", "email address", "e-mail address"])?;
        Some(Self { name: column(&["name", "full name", "recipient", "contact"]), address })
    }

    /// From a first line that is a recipient already.
    fn guessed(record: &StringRecord) -> Self {
        let address = record.iter().position(|field| field.contains('@')).unwrap_or_default();
        let name = (0..record.len()).find(|column| *column != address);
        Self { name, address }
    }

    fn of<'a>(&self, record: &'a StringRecord) -> (&'a str, &'a str) {
        let field = |column| record.get(column).unwrap_or_default();
        (self.name.map(field).unwrap_or_default(), field(self.address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, String> {
        let read = recipients("list.csv", text).map_err(|error| error.to_string())?;
        let pair = |one: Recipient| (one.mailbox.name, one.mailbox.address);
        Ok(read.into_iter().map(pair).collect())
    }

    fn pair(name: &str, address: &str) -> (String, String) {
        (name.to_owned(), address.to_owned())
    }

    #[test]
    fn lists_are_read_as_spreadsheets_write_them() {
        let anna = pair("Berg, Anna", "anna@courier.example");
        for text in [
            "name,email\n\"Berg, Anna\",anna@courier.example\n",
            "\u{feff}Paper;E-Mail;Name\r\nCourier;anna@courier.example;Berg, Anna\r\n\r\n",
            "anna@courier.example\tBerg, Anna",
        ] {
            assert_eq!(read(text), Ok(vec![anna.clone()]), "{text}");
        }
        assert_eq!(read("desk@courier.example"), Ok(vec![pair("", "desk@courier.example")]));
    }

    #[test]
    fn who_stands_twice_gets_one_mail_and_nobody_shares_a_file() {
        let text = "a.b@x.example\nA.B@x.example\na-b@x.example\na_b@x.example\n";
        let slugs = |text: &str| -> Vec<String> {
            recipients("list.csv", text).unwrap().into_iter().map(|one| one.slug).collect()
        };
        assert_eq!(slugs(text), ["a-b-x-example", "a-b-x-example-2", "a-b-x-example-3"]);
        let long = "o".repeat(60);
        let long = slugs(&format!("{long}1@x.example\n{long}2@x.example\n"));
        assert!(long.iter().all(|slug| slug.len() <= LONGEST + 2), "{long:?}");
        assert_ne!(long[0], long[1]);
    }

    #[test]
    fn a_broken_line_is_named() {
        let mut text = "name,email\n".to_owned();
        for number in 2..412 {
            text.push_str(&format!("Reader {number},reader{number}@x.example\n"));
        }
        text.push_str("Anna Berg,anna(at)courier.example\nLast,last@x.example\n");
        let said = read(&text).unwrap_err();
        assert!(said.starts_with("list.csv, line 412: “anna(at)courier.example”"), "{said}");
        assert!(read("name,email\nAnna Berg,\n").unwrap_err().contains("line 2"));
        assert!(read("name,email\n").unwrap_err().contains("nobody"));
        assert!(read("").unwrap_err().contains("nobody"));
    }
}
