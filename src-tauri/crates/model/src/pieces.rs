//! Shared pieces: contacts and boilerplates, kept once in the desk's library.
//!
//! A release holds its pieces *by value*, with the number under which the library keeps them. So a
//! revision is complete in itself, a released text never changes under its readers, and the store
//! carries a change in the library into every release that is not out yet, as a revision of each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The number of a piece in the desk's library.
pub type PieceId = i64;

/// Whom the press can ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Contact {
    /// Its number in the library; `None` while it belongs to one release only.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub id: Option<PieceId>,
    /// The person or desk.
    pub name: String,
    /// Position or unit.
    pub role: String,
    /// Telephone, with the country code.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// When somebody answers.
    pub hours: String,
    /// The last day on which it is good.
    pub valid_until: Option<NaiveDate>,
}

/// A standing text about the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Boilerplate {
    /// Its number in the library; `None` while it belongs to one release only.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub id: Option<PieceId>,
    /// Its heading, e.g. "About the Port of Vestmark".
    pub title: String,
    /// Its paragraphs, separated by blank lines.
    pub text: String,
    /// The last day on which it is good.
    pub valid_until: Option<NaiveDate>,
}

impl Contact {
    /// Reads a contact from a line such as `Press desk, Port of Vestmark, +47 5550 0100,
    /// press@vestmark.example, weekdays 8 to 18`: the part with an @ is the e-mail, a part of
    /// digits the telephone, what comes before them the name and role, what follows the hours.
    pub fn parse(line: &str) -> Self {
        let mut contact = Self::default();
        let parts = line.split([',', ';', '|', '\n']).map(str::trim).filter(|p| !p.is_empty());
        for part in parts {
            if part.contains('@') && !part.contains(char::is_whitespace) && contact.email.is_empty()
            {
                contact.email = part.trim_start_matches("mailto:").to_owned();
            } else if is_phone(part) && contact.phone.is_empty() {
                contact.phone = part.to_owned();
            } else if contact.name.is_empty() {
                contact.name = part.to_owned();
            } else {
                let before = contact.phone.is_empty() && contact.email.is_empty();
                let field = if before { &mut contact.role } else { &mut contact.hours };
                if !field.is_empty() {
                    field.push_str(", ");
                }
                field.push_str(part);
            }
        }
        contact
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.role, &self.phone, &self.email, &self.hours]
            .iter()
            .all(|field| field.trim().is_empty())
    }
}

/// Whether a text is a telephone number: at least six digits (the shortest numbers that desks print
/// whole), and nothing but digits and what is written between them.
pub(crate) fn is_phone(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 6
        && text.chars().all(|c| c.is_ascii_digit() || " +-–()./\u{a0}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_contact() {
        let contact = Contact::parse(
            "Press desk, Port of Vestmark, +47 5550 0100, press@vestmark.example, weekdays 8 to 18",
        );
        assert_eq!(contact.name, "Press desk");
        assert_eq!(contact.role, "Port of Vestmark");
        assert_eq!(contact.phone, "+47 5550 0100");
        assert_eq!(contact.email, "press@vestmark.example");
        assert_eq!(contact.hours, "weekdays 8 to 18");
    }

    #[test]
    fn a_name_alone_is_enough() {
        assert_eq!(Contact::parse("Anna Berg").name, "Anna Berg");
        assert!(Contact::parse(" , ").is_blank());
    }
}
