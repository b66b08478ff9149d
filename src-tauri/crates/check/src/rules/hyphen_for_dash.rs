//! Hyphens where a dash belongs.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "hyphen-for-dash",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "A hyphen, or two, between spaces where a dash belongs.",
    why: "A hyphen joins, a dash parts; the wrong one makes readers stumble.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("The three bodies ⟦-⟧ the port, the pilots and the guild ⟦-⟧ met."),
        en("The port ⟦--⟧ the oldest here ⟦--⟧ is open."),
        en("The House passed it by 84⟦--⟧16."),
        fr("Le port ⟦-⟧ le plus ancien ⟦-⟧ est ouvert."),
        de("Der Hafen ⟦-⟧ der älteste ⟦-⟧ ist offen."),
        es("El puerto ⟦-⟧ el más viejo ⟦-⟧ abre."),
        ru("Порт ⟦-⟧ старейший в области."),
    ],
    passes: &[
        en("The well-known port – the oldest – has 10 - 3 = 7 berths; -5 degrees."),
        en("- a list item\n- another"),
        de("Ein- und Ausfahrt sind frei."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let dash = match block.primary() {
        "ru" => "—",
        _ => "–",
    };
    let space = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at)).is_some_and(|t| t.kind == Kind::Space)
    };
    let mut at = 0;
    while at < block.tokens.len() {
        if !block.is_mark(at, '-') {
            at += 1;
            continue;
        }
        let first = at;
        while block.is_mark(at, '-') {
            at += 1;
        }
        let count = at - first;
        let begins_line = first < 2
            || block.tokens[..first]
                .iter()
                .rev()
                .find(|t| t.kind != Kind::Space)
                .is_none_or(|t| t.kind == Kind::Break);
        let number = |at: usize| block.tokens.get(at).is_some_and(|t| t.kind == Kind::Number);
        let sum = first >= 2 && number(first - 2) && number(at + 1);
        let between = space(first.checked_sub(1)) && space(Some(at));
        let glued = count == 2
            && first > 0
            && block.tokens[first - 1].kind == Kind::Word
            && block.tokens.get(at).is_some_and(|t| t.kind == Kind::Word);
        let series = count == 2 && first > 0 && number(first - 1) && number(at);
        if !begins_line && !sum && count <= 2 && (between || glued || series) {
            notes
                .at(block, block.span(first..at), say!("A dash belongs here, not a hyphen."))
                .fix(dash);
        }
    }
}
