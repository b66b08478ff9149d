//! Times without a zone in a release that speaks of several.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape, lower},
    rule::{Check, Concern, Family, Rule, With, de, en, ru},
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
        en("Not for publication before ⟦00:01⟧, Monday 7 September 2026\nThe port is open."),
        de("Sperrfrist: 7. September 2026, ⟦10:00⟧ Uhr\nDer Hafen ist offen."),
        ru("Связь начнётся в 14:00 (мск) и закончится в ⟦16:30⟧, после обеда."),
    ],
    passes: &[
        en("Embargoed until 10:00 BST on 7 September 2026\nThe call is on Monday."),
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
    for (block, at, _) in times.iter().filter(|(block, _, zoned)| !zoned && is_embargo(block)) {
        let message = say!("An embargo ends at another moment in each time zone: which is meant?");
        notes.at(block, block.span(*at..at + 3), message);
    }
    let Some((with_zone, first, _)) = times.iter().find(|(_, _, zoned)| *zoned) else { return };
    for (block, at, _) in times.iter().filter(|(block, _, zoned)| !zoned && !is_embargo(block)) {
        notes
            .at(
                block,
                block.span(*at..at + 3),
                say!("Other times here carry their zone; this one leaves it open."),
            )
            .see(with_zone, with_zone.span(*first..first + 3));
    }
}

/// A short line that holds the text back until a time.
fn is_embargo(block: &Block) -> bool {
    const WORDS: [&str; 14] = [
        "embargo",
        "not for publication before",
        "not for release before",
        "not for publication until",
        "not for release until",
        "hold for release",
        "do not publish before",
        "ne pas diffuser avant",
        "ne pas publier avant",
        "sperrfrist",
        "no publicar antes",
        "не публиковать до",
        "эмбарго",
        "sperrvermerk",
    ];
    if block.text().len() > EMBARGO_LINE {
        return false;
    }
    let line = lower(block.text().trim_start());
    WORDS.iter().any(|words| line.starts_with(words))
}

/// Longer lines, in bytes, are running text.
const EMBARGO_LINE: usize = 160;

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
