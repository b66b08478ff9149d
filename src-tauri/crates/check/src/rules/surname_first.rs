//! A surname before anybody knows whose it is.

use std::collections::HashMap;

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::Copy,
    lexicon::Class,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "surname-first",
    family: Family::Names,
    severity: Severity::Warning,
    what: "A surname alone before the full name.",
    why: "At the first mention readers need the whole name and the position; paragraphs that were moved take it away.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "Port opens\nThe fairway is open, ⟦Berg⟧ said.\nDirector Anna Berg added that ships came.",
        ),
        fr(
            "Le port ouvre\nLe chenal est ouvert, a déclaré ⟦Lefèvre⟧.\nLa directrice Anne Lefèvre a ajouté un mot.",
        ),
        ru(
            "Порт открыт\nФарватер открыт, сообщил ⟦Берг⟧.\nДиректор Антон Берг добавил, что суда пришли.",
        ),
    ],
    passes: &[
        en(
            "Port opens, Berg says\nDirector Anna Berg said the fairway is open. Berg added that ships came.",
        ),
        en(
            "Port opens\nThe fairway is open, Dahl said.\nDirector Anna Berg added that ships came to Berg.",
        ),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut alone: HashMap<&str, Vec<(usize, crate::rule::Span)>> = HashMap::new();
    let mut full: HashMap<&str, (usize, crate::rule::Span)> = HashMap::new();
    let text = |slot| slot == Slot::Body;
    // A headline may use the surname alone, in a plain file too.
    let headline = copy
        .blocks
        .first()
        .filter(|block| block.place == crate::copy::Place::Unknown)
        .map(|block| block.index);
    for block in
        copy.blocks.iter().filter(|block| text(block.slot) && Some(block.index) != headline)
    {
        for name in &block.names {
            let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else {
                continue;
            };
            let word = block.word(*last);
            if name.words.len() == 1 && full.contains_key(word) {
                continue;
            }
            let said = says(block, name.tokens.clone());
            match name.words.len() {
                1 if said && name.title.is_none() => {
                    alone.entry(word).or_default().push((block.index, block.span(*first..last + 1)))
                }
                2 | 3 if name.title.is_some() || said => {
                    full.entry(word).or_insert((block.index, block.span(name.tokens.clone())));
                }
                _ => {}
            }
        }
    }
    for (word, (introduced, span)) in &full {
        let shown = &copy.blocks[*introduced];
        for (at, place) in alone
            .get(word)
            .into_iter()
            .flatten()
            .filter(|(at, place)| (*at, place.start) < (*introduced, span.start))
        {
            let whole = &shown.text()[span.clone()];
            notes
                .at(
                    &copy.blocks[*at],
                    place.clone(),
                    say!("“{whole}” is introduced only later.", whole),
                )
                .fix(whole)
                .see(shown, span.clone());
        }
    }
}

/// Whether a verb of saying stands beside the name.
fn says(block: &crate::copy::Block, name: std::ops::Range<usize>) -> bool {
    let verb = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at))
            .is_some_and(|t| t.kind == Kind::Word && t.sense.is(Class::Said))
    };
    verb(name.start.checked_sub(2)) || verb(Some(name.end + 1))
}
