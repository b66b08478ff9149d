//! Times without a zone in a release that speaks of several.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "time-zone",
    family: Family::Dates,
    severity: Severity::Advice,
    what: "A time without its zone in a release in which other times carry one.",
    why: "An embargo of 18:00 that was read in the wrong zone has put news out early; where one time needs its zone, the others do.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The call starts at 14:00 GMT and ends at ⟦16:30⟧, in time for the ferry."),
        ru("Связь начнётся в 14:00 (мск) и закончится в ⟦16:30⟧, после обеда."),
    ],
    passes: &[
        en("The call starts at 14:00 and ends at 16:30."),
        en("The call runs from 14:00 to 16:30 GMT (15:00 to 17:30 BST), then at 18:00 UTC+2."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let times: Vec<_> = copy
        .blocks
        .iter()
        .flat_map(|block| times(block).into_iter().map(move |at| (block, at, has_zone(block, at))))
        .collect();
    let Some((with_zone, first, _)) = times.iter().find(|(_, _, zoned)| *zoned) else { return };
    for (block, at, _) in times.iter().filter(|(_, _, zoned)| !zoned) {
        notes
            .at(
                block,
                block.span(*at..at + 3),
                say!("Other times here carry their zone; this one leaves it open."),
            )
            .see(with_zone, with_zone.span(*first..first + 3));
    }
}

/// The first tokens of the times in figures, "14:00".
fn times(block: &Block) -> Vec<usize> {
    let two = |at: usize| {
        block
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number && token.end - token.start <= 2)
    };
    (0..block.tokens.len())
        .filter(|at| {
            two(*at) && block.is_mark(at + 1, ':') && two(at + 2) && !block.is_mark(at + 3, ':')
        })
        .filter(|at| *at == 0 || !block.is_mark(at - 1, ':'))
        .collect()
}

/// Whether a zone stands within the next few words; the first time of a range shares the last's.
fn has_zone(block: &Block, at: usize) -> bool {
    block.tokens[at..]
        .iter()
        .skip(3)
        .take(12)
        .take_while(|token| !matches!(token.mark(), Some(',' | '.' | ';')))
        .any(|token| token.sense.is(Class::Zone) && token.shape != Shape::Capital)
}
