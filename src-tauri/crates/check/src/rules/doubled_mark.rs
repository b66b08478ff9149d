//! Punctuation written twice, or two marks that exclude each other.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "doubled-mark",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "A comma, full stop or other mark written twice, or two that exclude each other.",
    why: "Left over where a sentence was cut or joined.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        fr("Ouvert de 8 h à 17 h⟦..⟧ Venez."),
        fr("Une hausse de 8 %⟦ %⟧ par an."),
        en("The fines come to ⟦€€⟧40,000, up in 2025⟦,,⟧ as in 2024."),
        en("The port⟦,,⟧ which is old, is open⟦..⟧ Ships came⟦,.⟧"),
        en("The port is open⟦. .⟧ Ships came⟦;;⟧ others left."),
        fr("Le port⟦,,⟧ ancien, est ouvert."),
        de("Der Hafen ist offen⟦..⟧ Schiffe kamen."),
        ru("Порт⟦,,⟧ старый, открыт."),
    ],
    passes: &[
        en(
            "Wait... it opened, etc., at 6 a.m., Berg Inc., said. What?! Yes!!! See ../index and a::b.",
        ),
        en("It is open … at last. . . . So it is."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let mark = |at: usize| block.tokens.get(at).and_then(|token| token.mark());
    for at in 1..block.tokens.len() {
        let sign = mark(at).filter(|sign| matches!(sign, '€' | '£' | '%' | '₽'));
        // "8 % %"
        let apart = sign == Some('%') && at >= 2 && block.tokens[at - 1].is_blank();
        if apart && mark(at - 2) == Some('%') {
            let span = block.span(at - 1..at + 1);
            notes.at(block, span, say!("“%” stands twice.")).fix("");
        }
        if let Some(sign) = sign.filter(|sign| mark(at - 1) == Some(*sign)) {
            let span = block.span(at - 1..at + 1);
            notes.at(block, span, say!("“{sign}” stands twice.", sign)).fix(sign.to_string());
        }
    }
    let mut at = 0;
    while at < block.tokens.len() {
        let Some(first) = mark(at).filter(|mark| matches!(mark, ',' | '.' | ';' | ':')) else {
            at += 1;
            continue;
        };
        let spaced = block.after(at).is_some_and(|token| token.kind == Kind::Space)
            && matches!(
                (first, mark(at + 2)),
                ('.', Some('.')) | (',', Some(',')) | ('.', Some(',')) | (',', Some('.'))
            );
        let second_at = if spaced { at + 2 } else { at + 1 };
        let Some(second) = mark(second_at).filter(|mark| matches!(mark, ',' | '.' | ';' | ':'))
        else {
            at += 1;
            continue;
        };
        let mut end = second_at + 1;
        while mark(end).is_some_and(|mark| mark == first)
            || spaced
                && block.tokens.get(end).is_some_and(|t| t.kind == Kind::Space)
                && mark(end + 1) == Some('.')
        {
            end += 1;
        }
        if end - second_at == 1 && is_wrong(block, at, first, second, spaced, end) {
            let right = if first == second { first } else { '.' };
            notes
                .at(
                    block,
                    block.span(at..end),
                    say!("“{first}{second}” is one mark too many.", first, second),
                )
                .fix(right.to_string());
        }
        at = end;
    }
}

fn is_wrong(block: &Block, at: usize, first: char, second: char, spaced: bool, end: usize) -> bool {
    let before = block.before(at);
    let after_word = before.is_some_and(|token| {
        token.kind == Kind::Word || matches!(token.mark(), Some(')' | '”' | '"' | '»'))
    });
    // Paths and code: ../index, a::b.
    let glued = block
        .tokens
        .get(end)
        .is_some_and(|token| token.is_wordlike() || matches!(token.mark(), Some('/' | ')' | '-')));
    let abbreviated = before.is_some_and(|token| {
        token.sense.is(Class::Dotted) || token.kind == Kind::Word && token.end - token.start <= 3
    });
    // "17 h.." ends with a unit, which has no full stop of its own.
    let measured = at >= 3
        && block.tokens[at - 2].is_blank()
        && block.tokens[at - 3].kind == Kind::Number
        && before
            .is_some_and(|token| token.shape == Shape::Lower && !token.sense.is(Class::Dotted));
    let abbreviated = abbreviated && !measured;
    match (first, second) {
        ('.', '.') | ('.', ',') if abbreviated => {
            first == second && !spaced && !glued && after_word && !is_initial(block, at)
        }
        (',', ',') => {
            (after_word || before.is_some_and(|token| token.kind == Kind::Number)) && !glued
        }
        (a, b) if a == b => after_word && !glued,
        (',', '.') | ('.', ',') | (';', ',') | (',', ';') => after_word && !glued,
        _ => false,
    }
}

fn is_initial(block: &Block, at: usize) -> bool {
    block.before(at).is_some_and(|token| token.end - token.start == 1)
}
