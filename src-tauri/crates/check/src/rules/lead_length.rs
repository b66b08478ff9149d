//! Leads that are too long.

use dateline_model::{Kind, Slot, say};

use crate::{
    Setting, Severity,
    copy::{Copy, Place},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "lead-length",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A first paragraph of more words than the house wants.",
    why: "Guides advise 25 to 40 words: who, what, when, where, and no more.",
    concern: Concern::Style,
    settings: &[Setting {
        name: "words",
        default: 35,
        what: "The most words of the first paragraph.",
    }],
    hits: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The port authority opened the northern fairway to all ships on Monday. The port authority opened the northern fairway to all ships on Monday. The port authority opened the northern fairway to all ships on Monday. The port authority opened the northern fairway to all ships on Monday. "}]}]}}"#,
    )],
    passes: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The port authority opened the northern fairway to all ships on Monday."}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    if matches!(content.kind, Kind::Statement | Kind::Interview) {
        return;
    }
    let lead =
        copy.body().find(|block| block.slot == Slot::Body && block.place == Place::Paragraph);
    let Some(block) = lead else { return };
    let most = with.setting("words");
    let count = super::sentence_length::count_own_words(block, 0..block.tokens.len());
    if count > most {
        notes.at(
            block,
            0..block.text().len(),
            say!("The lead has {count} words; {most} are enough.", count, most),
        );
    }
}
