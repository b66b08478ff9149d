//! Approval: who cleared which words, and what must be there before anybody can.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Content, Slot};

/// Somebody's word that exactly this content may go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Approval {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The hash of the content that was approved.
    pub hash: String,
}

/// A slot that the kind requires and that is still empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Lack(pub Slot);

/// What a release's kind requires and it does not have yet, in the order of the page.
pub fn lacks(content: &Content) -> Vec<Lack> {
    let required = content.kind.profile().required;
    Slot::ALL
        .into_iter()
        .filter(|slot| required.contains(slot) && is_empty(content, *slot))
        .map(Lack)
        .collect()
}

fn is_empty(content: &Content, slot: Slot) -> bool {
    let blank = |text: &str| text.trim().is_empty();
    match slot {
        Slot::Headline => blank(&content.headline),
        Slot::Subhead => blank(&content.subhead),
        Slot::Place => blank(&content.place),
        Slot::Date => content.date.is_none(),
        Slot::Body => content.body.is_blank(),
        Slot::Notes => content.notes.is_blank(),
        Slot::Boilerplate => content.boilerplates.is_empty(),
        Slot::Contacts => content.contacts.iter().all(crate::Contact::is_blank),
        Slot::Correction => content.correction.as_ref().is_none_or(|c| blank(&c.what)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, Body, Contact, Kind};

    #[test]
    fn a_news_item_needs_what_its_kind_requires() {
        let mut content = Content { headline: "Fairway open".into(), ..Content::default() };
        let missing: Vec<_> = lacks(&content).iter().map(|lack| lack.0).collect();
        assert_eq!(missing, [Slot::Place, Slot::Date, Slot::Body, Slot::Contacts]);
        content.place = "Vestmark".into();
        content.date = chrono::NaiveDate::from_ymd_opt(2026, 10, 14);
        content.body = Body(vec![Block::paragraph("The fairway is open.")]);
        content.contacts = vec![Contact::parse("Press desk")];
        assert!(lacks(&content).is_empty());
        content.kind = Kind::Correction;
        assert_eq!(lacks(&content), [Lack(Slot::Correction)]);
    }
}
