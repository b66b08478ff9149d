//! Characters that nobody sees.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "invisible",
    family: Family::Leftovers,
    severity: Severity::Warning,
    what: "Invisible characters inside the text: zero-width spaces, soft hyphens, control characters.",
    why: "They break searches and appear as boxes in other programs.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[en("The port⟦\u{200b}⟧ is open, the har⟦\u{ad}⟧bour too⟦\u{7}⟧.")],
    passes: &[en("The port is open 👩\u{200d}🚀.\tYes.")],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, c) in block.text().char_indices() {
        let message = match c {
            '\u{200b}' | '\u{2060}' | '\u{feff}' => say!("A zero-width space stands here, unseen."),
            '\u{ad}' => say!("A soft hyphen stands here, unseen."),
            '\u{200e}' | '\u{200f}'
                if block.language().direction() == dateline_model::Direction::Ltr =>
            {
                say!("A direction mark stands here, unseen.")
            }
            '\t' | '\n' => continue,
            c if c.is_control() => say!("A control character stands here, unseen."),
            _ => continue,
        };
        notes.at(block, at..at + c.len_utf8(), message).fix("");
    }
}
