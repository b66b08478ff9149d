//! Paragraphs of too many sentences.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Place},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, Setting, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "paragraph-length",
    family: Family::Sentences,
    severity: Severity::Advice,
    what: "A paragraph of more sentences than the house wants.",
    why: "Guides for press offices advise three sentences at the most: editors cut by the paragraph.",
    concern: Concern::Style,
    settings: &[Setting {
        name: "sentences",
        default: 3,
        what: "The most sentences of a paragraph.",
    }],
    hits: &[en("The port is open. Ships came. Pilots cheered. ⟦Berg left.⟧")],
    passes: &[
        en("The port is open. Ships came. Pilots cheered."),
        en("“The port is open. Ships came. Pilots cheered. All left,” Berg said."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, with: &With, notes: &mut Notes) {
    if !matches!(block.place, Place::Paragraph | Place::Unknown) {
        return;
    }
    let most = with.setting("sentences");
    let own = |sentence: &&std::ops::Range<usize>| {
        !block.tokens[sentence.end - 1].quoted && !block.tokens[sentence.start].quoted
    };
    let mut beyond = block.sentences.iter().filter(own).skip(most);
    if let Some(first) = beyond.next() {
        let count = most + 1 + beyond.count();
        let message =
            say!("This paragraph has {count} sentences; from here on another could begin.", count);
        notes.at(block, block.span(first.clone()), message);
    }
}
