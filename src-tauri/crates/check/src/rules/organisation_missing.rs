//! Releases that do not say whose they are.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Copy, Place},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "organisation-missing",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "The organisation's name stands neither in the headline nor in the lead.",
    why: "The organisation missing from the headline stands on the wire services' own list. The names are those of the house style.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let names = &with.sheet.house.organisation;
    if names.is_empty() || copy.content.is_none_or(|content| content.body.is_blank()) {
        return;
    }
    let lead = copy.body().find(|block| block.place == Place::Paragraph);
    let head =
        copy.blocks.iter().filter(|block| matches!(block.slot, Slot::Headline | Slot::Subhead));
    let named = head.chain(lead).any(|block| {
        let text = block.text().to_lowercase();
        names.iter().any(|name| text.contains(&name.to_lowercase()))
    });
    if !named {
        notes
            .on(Slot::Headline, say!("Neither headline nor lead names “{name}”.", name = names[0]));
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, NoArchive, check};

    #[test]
    fn the_name_belongs_into_headline_or_lead() {
        let style =
            HouseStyle { organisation: vec!["Port of Vestmark".into()], ..HouseStyle::default() };
        let finds = |headline: &str| {
            let content = dateline_model::Content {
                headline: headline.into(),
                body: dateline_model::Body(vec![dateline_model::Block::paragraph(
                    "The fairway is open.",
                )]),
                ..Default::default()
            };
            check(&content, &style, &NoArchive).iter().any(|f| f.rule == "organisation-missing")
        };
        assert!(finds("Fairway opens"));
        assert!(!finds("Port of Vestmark opens fairway"));
    }
}
