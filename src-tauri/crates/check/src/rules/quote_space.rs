//! Spaces on the wrong side of a quotation mark or bracket.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Role},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "quote-space",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "A space inside a quotation mark or bracket, between it and its words.",
    why: "The mark belongs to its words; a space there lets the line break between them. French marks « » are set with a space, and stay.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Berg said: ⟦“ ⟧We are open.”"),
        en("“We are open⟦ ”⟧ Berg said."),
        en("The tug ⟦( ⟧built in 1998) was sold."),
        en("The tug (built in 1998⟦ )⟧ was sold."),
        de("Berg sagte: ⟦„ ⟧Wir öffnen.“"),
        ru("Учения ⟦« ⟧Чистая вода» прошли."),
    ],
    passes: &[
        fr("« Nous ouvrons », dit-elle (enfin)."),
        en("“We are open,” he said (at last) of the 12\" pipe."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let french = block.primary() == "fr";
    let space = |at: usize| block.tokens.get(at).is_some_and(|token| token.kind == Kind::Space);
    for quote in &block.quotes {
        if french && matches!(quote.mark, '«' | '»' | '‹' | '›') {
            continue;
        }
        let at = quote.token;
        match quote.role {
            Role::Open if space(at + 1) => tighten(block, at..at + 2, quote.mark, notes),
            // One that is glued to the next word as well is a rule of its own.
            Role::Close
                if at > 1 && space(at - 1) && !block.after(at).is_some_and(|t| t.is_wordlike()) =>
            {
                tighten(block, at - 1..at + 1, quote.mark, notes);
            }
            _ => {}
        }
    }
    for (at, token) in block.tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark(mark @ ('(' | '[')) if space(at + 1) => {
                tighten(block, at..at + 2, mark, notes)
            }
            Kind::Mark(mark @ (')' | ']')) if at > 1 && space(at - 1) => {
                tighten(block, at - 1..at + 1, mark, notes)
            }
            _ => {}
        }
    }
}

fn tighten(block: &Block, tokens: std::ops::Range<usize>, mark: char, notes: &mut Notes) {
    notes
        .at(
            block,
            block.span(tokens),
            say!("No space stands between “{mark}” and the words it holds.", mark),
        )
        .fix_called(say!("Remove the space"), mark.to_string());
}
