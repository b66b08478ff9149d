//! A comma or a full stop behind a quotation mark, where American usage puts it before.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Family as Marks, Role, family},
    rule::{Check, Concern, Family, Rule, With, american, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "comma-outside",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "In American English, a comma or full stop behind a closing quotation mark.",
    why: "American newsrooms put both inside the marks always, whatever they belong to.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[american("“We slept in a school ⟦gym”,⟧ Berg said of the “Blue ⟦Sea”.⟧")],
    passes: &[
        american("“We slept in a school gym,” Berg said of the “Blue Sea.” Is it “open”?"),
        en("“We slept in a school gym”, Berg said."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.language().tag() != "en-US" {
        return;
    }
    for quote in block.quotes.iter().filter(|quote| quote.role == Role::Close) {
        let at = quote.token;
        let outside = block.is_mark(at + 1, ',') || block.is_mark(at + 1, '.');
        let word = block.before(at).is_some_and(|last| last.is_wordlike());
        if outside && word && family(quote.mark) == Some(Marks::Double) {
            let right = format!("{}{}{}", block.word(at - 1), block.word(at + 1), quote.mark);
            let message = say!("American usage puts this mark inside the quotation.");
            notes.at(block, block.span(at - 1..at + 2), message).fix(right);
        }
    }
}
