//! Brackets that open and never close, or close what never opened.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "unbalanced-brackets",
    family: Family::Quotations,
    severity: Severity::Error,
    what: "A bracket without the one that belongs to it.",
    why: "The reader waits for the end of an aside that never comes.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The tug ⟦(⟧built in 1998 was sold."),
        en("The tug built in 1998⟦)⟧ was sold."),
        en("The tugs (one ⟦[⟧of three) were sold."),
        fr("Le remorqueur ⟦(⟧construit en 1998 a été vendu."),
        ru("Буксир ⟦(⟧построен в 1998 году продан."),
    ],
    passes: &[
        en("a) the tug; b) the barge; 1) the crane (built in 1998 [as a hulk])."),
        en("She smiled :-) and left (at last)."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, token) in block.tokens.iter().enumerate() {
        let Kind::Mark(mark) = token.kind else { continue };
        match mark {
            '(' | '[' | '{' => open.push((mark, at)),
            ')' | ']' | '}' => {
                if open.last().is_some_and(|(opened, _)| closing(*opened) == mark) {
                    open.pop();
                } else if let [.., (outer, _), (_, inner)] = open[..]
                    && closing(outer) == mark
                {
                    never_closed(block, inner, notes);
                    open.truncate(open.len() - 2);
                } else if !is_list_mark(block, at) {
                    notes.at(
                        block,
                        token.range(),
                        say!("Nothing opens what this “{mark}” closes.", mark),
                    );
                }
            }
            _ => {}
        }
    }
    for (_, at) in open {
        never_closed(block, at, notes);
    }
}

fn never_closed(block: &Block, at: usize, notes: &mut Notes) {
    let mark = block.word(at).to_owned();
    notes.at(block, block.span(at..at + 1), say!("This “{mark}” is never closed.", mark));
}

fn closing(mark: char) -> char {
    match mark {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// "a)" and "12)" number the parts of a list; ":-)" is a face.
fn is_list_mark(block: &Block, at: usize) -> bool {
    let Some(before) = block.before(at) else { return true };
    let short = before.is_wordlike() && before.end - before.start <= 2;
    let first =
        at < 2 || !block.tokens[at - 2].is_wordlike() && block.tokens[at - 2].mark() != Some('-');
    short && first || matches!(before.mark(), Some(':' | '-' | ';'))
}
