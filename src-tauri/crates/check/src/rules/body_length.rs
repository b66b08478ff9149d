//! Texts that are too short or too long.

use dateline_model::{Kind, Slot, say};

use crate::{
    Setting, Severity,
    copy::Copy,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, release},
};

pub(crate) static RULE: Rule = Rule {
    id: "body-length",
    family: Family::Anatomy,
    severity: Severity::Advice,
    what: "A news text of fewer or more words than the house wants.",
    why: "Guides advise 300 to 800 words; below 150 there is hardly news. Speeches, interviews and notices are as long as they are.",
    concern: Concern::Style,
    settings: &[
        Setting { name: "least", default: 150, what: "The fewest words of a news text." },
        Setting { name: "most", default: 800, what: "The most words of a news text." },
    ],
    hits: &[release(
        r#"{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The port opened the fairway."}]}]}}"#,
    )],
    passes: &[release(
        r#"{"kind":"statement","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The port opened the fairway."}]}]}}"#,
    )],
    check: Check::Release(check),
};

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let Some(content) = copy.content else { return };
    if !matches!(content.kind, Kind::News | Kind::Report) || content.body.is_blank() {
        return;
    }
    let count: usize = copy.body().map(|block| block.count_words(0..block.tokens.len())).sum();
    let (least, most) = (with.setting("least"), with.setting("most"));
    if count < least {
        notes.on(
            Slot::Body,
            say!("The text has {count} words; news has at least {least}.", count, least),
        );
    } else if count > most {
        notes.on(Slot::Body, say!("The text has {count} words; {most} are enough.", count, most));
    }
}
