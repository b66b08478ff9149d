//! Words that run into each other at a mark.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "missing-space",
    family: Family::Typography,
    severity: Severity::Warning,
    what: "No space after a comma, a full stop or another mark, or before an opening bracket.",
    why: "Two words become one, for readers and for search engines alike.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port⟦,which⟧ is old, is ⟦open.Ships⟧ came."),
        en("It is open⟦;others⟧ are shut⟦:Berg⟧ said so⟦!Now⟧ go."),
        en("The ⟦Organization(CSTO⟧) met on ⟦25July⟧."),
        en("It came from Vestmark⟦,2018⟧ was the year."),
        en("The ⟦observers(there⟧ are 40 of them) will report."),
        fr("Le port⟦,ancien⟧, est ⟦ouvert.Les⟧ navires arrivent."),
        de("Der Hafen⟦,der⟧ alt ist, öffnet."),
        es("El puerto⟦,viejo⟧, abre."),
        ru("Порт⟦,старый⟧, ⟦открыт.Суда⟧ пришли."),
    ],
    passes: &[
        en(
            "See www.vestmark.example,press@vestmark.example, https://a.example/x,y;z and 10:30, 2,000.",
        ),
        en(
            "The U.S.A., the ship(s), J.Smith, Node.JS, a:b, Ph.D., e.g.this, (re)build, f(x), section 3(a).",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark(mark @ (',' | ';' | ':' | '!' | '?' | '.')) => {
                after_mark(block, at, mark, notes)
            }
            Kind::Mark('(') => before_bracket(block, at, notes),
            Kind::Mixed => day_and_month(block, at, notes),
            _ => {}
        }
    }
}

fn after_mark(block: &Block, at: usize, mark: char, notes: &mut Notes) {
    let (Some(before), Some(after)) = (block.before(at), block.after(at)) else { return };
    let length = |token: &crate::reading::Token| block.text()[token.range()].chars().count();
    let ends_words = before.kind == Kind::Word || matches!(before.mark(), Some(')' | '”' | '»'));
    let wrong = match (mark, after.kind) {
        (',' | ';', Kind::Word) => ends_words && (length(after) >= 2 || length(before) >= 2),
        (',', Kind::Number) => before.kind == Kind::Word && length(before) >= 3,
        (':', Kind::Word) => {
            ends_words && length(after) >= 2 && length(before) >= 3 && after.shape != Shape::Upper
        }
        ('!' | '?', Kind::Word) => ends_words && length(after) >= 2 && length(before) >= 2,
        ('.', Kind::Word) => {
            let sentence = before.kind == Kind::Word
                && before.shape == Shape::Lower
                && length(before) >= 3
                && !before.sense.is(Class::Dotted);
            sentence && after.shape == Shape::Capital && length(after) >= 2
        }
        _ => false,
    };
    if !wrong || is_address(block, at) {
        return;
    }
    // A full stop is shown with its word, so that the two sentences can be seen.
    let first = if mark == '.' { at - 1 } else { at };
    let left = block.words(first..at + 1);
    notes
        .at(block, block.span(first..at + 2), say!("A space is missing after “{mark}”.", mark))
        .fix(format!("{left} {}", block.word(at + 1)));
}

/// `Organization(CSTO)`, but not `ship(s)` and `f(x)`.
fn before_bracket(block: &Block, at: usize, notes: &mut Notes) {
    let (Some(before), Some(after)) = (block.before(at), block.after(at)) else { return };
    let length = |token: &crate::reading::Token| block.text()[token.range()].chars().count();
    let words = before.kind == Kind::Word && after.is_wordlike();
    // "observers(there are 40)": several words are no ending such as that of "ship(s)".
    let several = block.tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Space);
    if !words
        || length(before) < 4
        || length(after) < 3
        || after.shape == Shape::Lower && !several
        || is_address(block, at)
    {
        return;
    }
    notes
        .at(block, block.span(at - 1..at + 2), say!("A space is missing before the bracket."))
        .fix(format!("{} ({}", block.word(at - 1), block.word(at + 1)));
}

/// `25July`: the day runs into its month.
fn day_and_month(block: &Block, at: usize, notes: &mut Notes) {
    let word = block.word(at);
    let day = word.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&day) || word.len() < day + 3 {
        return;
    }
    let (day, month) = word.split_at(day);
    if block.lexicon().sense(&month.to_lowercase()).is(Class::Month) {
        notes
            .at(block, block.tokens[at].range(), say!("A space is missing between day and month."))
            .fix(format!("{day} {month}"));
    }
}

/// How many tokens on each side of a mark can make an address of it.
const NEAR: usize = 40;

/// Whether the mark stands in a web or mail address, or in a name such as `Node.js`.
fn is_address(block: &Block, at: usize) -> bool {
    let run = |token: &&crate::reading::Token| !token.is_blank();
    let first = at - block.tokens[..at].iter().rev().take(NEAR).take_while(run).count();
    let last = at + block.tokens[at..].iter().take(NEAR).take_while(run).count();
    (first..last).any(|at| {
        matches!(block.tokens[at].mark(), Some('@' | '/' | '=' | '&' | '_' | '\\' | '#'))
            || block.lower(at) == "www"
    })
}
