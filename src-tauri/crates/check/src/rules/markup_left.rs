//! Markup that shows.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "markup-left",
    family: Family::Leftovers,
    severity: Severity::Warning,
    what: "HTML or Markdown signs that show in the text: <b>, **word**, ## Heading.",
    why: "They were meant for a machine, and readers see them.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[en("The ⟦<b>⟧port⟦</b>⟧ is open⟦<br />⟧."), en("The ⟦**⟧port⟦**⟧ is open.\n⟦##⟧ Next")],
    passes: &[en("If a < b and c > d, 2**3 is 8; item #2; ###"), en("Rated ** by the guide.")],
    check: Check::Block(check),
};

const TAGS: &[&str] = &[
    "b", "i", "p", "a", "br", "em", "strong", "div", "span", "u", "li", "ul", "ol", "h1", "h2",
    "h3", "img", "table", "tr", "td",
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for (at, token) in block.tokens.iter().enumerate() {
        let Kind::Mark(mark) = token.kind else { continue };
        let end = match mark {
            '<' => tag(block, at),
            '*' => strong(block, at),
            '#' if at == 0 || block.tokens[at - 1].kind == Kind::Break => heading(block, at),
            _ => None,
        };
        if let Some(end) = end {
            notes.at(block, block.span(at..end), say!("This sign is markup that shows.")).fix("");
        }
    }
}

fn tag(block: &Block, at: usize) -> Option<usize> {
    let name = at + 1 + usize::from(block.is_mark(at + 1, '/'));
    if !TAGS.contains(&block.lower(name)) {
        return None;
    }
    let end = (name + 1..block.tokens.len().min(name + 40)).find(|at| block.is_mark(*at, '>'))?;
    Some(end + 1)
}

/// `**` at the edge of a word, with its like on the other edge.
fn strong(block: &Block, at: usize) -> Option<usize> {
    let pair = |at: usize| {
        block.is_mark(at, '*') && block.is_mark(at + 1, '*') && !block.is_mark(at + 2, '*')
    };
    let starts_run = at == 0 || !block.is_mark(at - 1, '*');
    if !starts_run || !pair(at) {
        return None;
    }
    let wordlike = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at)).is_some_and(|t| t.kind == Kind::Word)
    };
    let (before, after) = (wordlike(at.checked_sub(1)), wordlike(Some(at + 2)));
    let near = |range: std::ops::Range<usize>| range.into_iter().any(pair);
    let opens = after && !before && near(at + 3..block.tokens.len().min(at + 40));
    let closes = before && !after && near(at.saturating_sub(40)..at.saturating_sub(1));
    (opens || closes).then_some(at + 2)
}

fn heading(block: &Block, at: usize) -> Option<usize> {
    let count =
        block.tokens[at..].iter().take(5).take_while(|token| token.mark() == Some('#')).count();
    let spaced = block.tokens.get(at + count).is_some_and(|token| token.kind == Kind::Space);
    let word = block.tokens.get(at + count + 1).is_some_and(|token| token.is_wordlike());
    ((1..=4).contains(&count) && spaced && word).then_some(at + count)
}
