//! What a word processor or a merge left behind.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "tracked-change",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "Remains of tracked changes, comments or merged versions.",
    why: "They show what the office did not mean to say.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("⟦Comment [AB1]:⟧ check this with legal."),
        en("⟦[Comment KB1:⟧ check age]"),
        en("⟦Deleted:⟧ not yet\n⟦Formatted:⟧ Font: 12 pt"),
        en("⟦<<<<<<<⟧ mine\nThe port is open⟦{++⟧ now⟦++}⟧."),
    ],
    passes: &[en("He deleted: nothing. Comment: none. Formatted discs are 1 << 3; see [A1].")],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let line_start = |at: usize| at == 0 || block.tokens[at - 1].kind == Kind::Break;
    for (at, token) in block.tokens.iter().enumerate() {
        let end = match token.kind {
            Kind::Word if line_start(at) => match block.word(at) {
                "Deleted" | "Formatted" | "Inserted" if block.is_mark(at + 1, ':') => Some(at + 2),
                "Comment" | "Commented"
                    if block.is_mark(at + 2, '[') && block.is_mark(at + 4, ']') =>
                {
                    Some(at + 5 + usize::from(block.is_mark(at + 5, ':')))
                }
                _ => None,
            },
            Kind::Mark('[') if is_comment(block.word(at + 1)) => (at + 2
                ..block.tokens.len().min(at + 7))
                .find(|end| block.is_mark(*end, ':'))
                .map(|end| end + 1),
            Kind::Mark(mark @ ('<' | '>' | '=')) if line_start(at) => {
                let run = block.tokens[at..]
                    .iter()
                    .take(8)
                    .take_while(|t| t.mark() == Some(mark))
                    .count();
                (run == 7).then_some(at + 7)
            }
            Kind::Mark('{')
                if ["++", "--", "~~", "=="]
                    .iter()
                    .any(|m| block.text()[token.end..].starts_with(m)) =>
            {
                Some(at + 3)
            }
            Kind::Mark('+' | '-' | '~' | '=') => {
                let twice = block.after(at).is_some_and(|next| next.kind == token.kind)
                    && block.is_mark(at + 2, '}');
                twice.then_some(at + 3)
            }
            _ => None,
        };
        if let Some(end) = end {
            notes.at(
                block,
                block.span(at..end),
                say!("This was left by tracked changes or a merge."),
            );
        }
    }
}

/// The word by which word processors head a comment.
fn is_comment(word: &str) -> bool {
    matches!(
        word,
        "Comment" | "Commented" | "Kommentar" | "Commentaire" | "Comentario" | "Комментарий"
    )
}
