//! An exercise or programme that changes its name between paragraphs.

use std::collections::{BTreeSet, HashMap};

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy, stand_together},
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, Span, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "numbered-name",
    family: Family::Names,
    severity: Severity::Warning,
    what: "Two names with the same year for what seems to be one thing: Interaction-2018 and Cooperation-2018.",
    why: "A translation that renders a name in two ways makes two exercises of one. Names with the same number that stand after the same words are taken for one thing.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "Exercise Northern Shield 2026 ended on Sunday.\n⟦Exercise Nordic Shield 2026⟧ was the largest.",
        ),
        en(
            "The command-staff exercise of the coast guard “Clear Water-2026” began in Vestmark.\nThe opening of the command-staff exercise of the coast guard “⟦Pure Water-2026⟧” was held.\nThe staff exercise of the coast guard “Clear Water-2026” ends on Friday.",
        ),
        en(
            "The navy has completed exercise Clear Shield 2026.\n⟦Clear Sword 2026⟧ lasted for a week.",
        ),
        ru(
            "Командно-штабное учение сил береговой охраны «Чистая вода-2026» началось.\nОткрытие командно-штабного учения сил береговой охраны «⟦Ясная вода-2026⟧» прошло.\nУчение сил береговой охраны «Чистая вода-2026» завершится.",
        ),
    ],
    passes: &[
        en("Exercise Spring Storm 2026 follows. Autumn Storm 2026 was a gale."),
        en(
            "The port will host Vestmark Open 2026 and then Vestmark Cup 2026.\nSpring Plan 2026 follows.",
        ),
        en(
            "The exercise “Clear Water-2026” is a part of the series of yearly games “Blue Sea-2026” of the navy.",
        ),
        en(
            "The exercise of the coast guard “Clear Water-2026” followed that of the coast guard “Clear Water-2025”.",
        ),
    ],
    check: Check::Release(check),
};

/// How many tokens before a name tell what it is the name of.
const CONTEXT: usize = 34;

/// Words that two names must have before them in common.
const LEAST_COMMON: usize = 4;

/// Names with one number that are compared: far more than a release has.
const MOST_NAMES: usize = 16;

struct Numbered<'a> {
    name: String,
    places: Vec<(&'a Block, Span)>,
    context: BTreeSet<String>,
}

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut by_number: HashMap<&str, Vec<Numbered>> = HashMap::new();
    for block in &copy.blocks {
        for at in 2..block.tokens.len() {
            let numbered = block.tokens[at].kind == Kind::Number
                && (block.is_mark(at - 1, '-') || is_spaced(block, at))
                && block.tokens[at].end - block.tokens[at].start == 4
                && block.tokens[at - 2].kind == Kind::Word
                && (block.tokens[at - 2].shape != Shape::Lower || block.primary() == "ru");
            let Some(first) = numbered.then(|| first_word(block, at - 2)).flatten() else {
                continue;
            };
            let names = by_number.entry(block.word(at)).or_default();
            let name = block.words(first..at - 1);
            let known = names.iter().position(|known| known.name.eq_ignore_ascii_case(name));
            if known.is_none() && names.len() == MOST_NAMES {
                continue;
            }
            let entry = match known {
                Some(known) => &mut names[known],
                None => {
                    names.push(Numbered {
                        name: name.to_owned(),
                        places: Vec::new(),
                        context: BTreeSet::new(),
                    });
                    let last = names.len() - 1;
                    &mut names[last]
                }
            };
            entry.places.push((block, block.span(first..at + 1)));
            entry.context.extend(context(block, first));
        }
    }
    let mut found: Vec<(&Numbered, &Numbered)> = Vec::new();
    for names in by_number.values() {
        for (at, first) in names.iter().enumerate() {
            for second in &names[at + 1..] {
                let alike = first.context.intersection(&second.context).count() >= LEAST_COMMON
                    || share_a_word(first, second);
                if alike
                    && bare(first) != bare(second)
                    && !stand_together(&first.places, &second.places, MOST_NAMES)
                {
                    let second_rarer = second.places.len() <= first.places.len();
                    found.push(if second_rarer { (first, second) } else { (second, first) });
                }
            }
        }
    }
    found.sort_by_key(|(_, rare)| (rare.places[0].0.index, rare.places[0].1.start));
    for (own, rare) in found {
        let (shown, span) = &own.places[0];
        for (block, place) in &rare.places {
            notes
                .at(
                    block,
                    place.clone(),
                    say!(
                        "Elsewhere in this release this seems to be called “{name}”.",
                        name = shown.text()[span.clone()].trim()
                    ),
                )
                .fix(&shown.text()[span.clone()])
                .see(shown, span.clone());
        }
    }
}

/// "Exercise Clear Water 2026": two capitalised words and, after a space, a year.
fn is_spaced(block: &Block, at: usize) -> bool {
    let named = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at)).is_some_and(|token| {
            token.shape == Shape::Capital
                && [Class::Function, Class::Month, Class::Weekday, Class::Dangling]
                    .iter()
                    .all(|class| !token.sense.is(*class))
        })
    };
    block.tokens[at - 1].kind == Kind::Space
        && at >= 4
        && block.tokens[at - 3].kind == Kind::Space
        && named(at.checked_sub(2))
        && named(at.checked_sub(4))
}

/// "Clear Shield 2026" and "Clear Sword 2026", where one of them is said to be an exercise: names of
/// two words that begin or end alike.
fn share_a_word(a: &Numbered, b: &Numbered) -> bool {
    let (first, second) = (bare(a), bare(b));
    // «Взаимодействие-2025» and «Взаимопомощь-2025», one of them an exercise.
    if let ([one], [other]) = (&first[..], &second[..]) {
        let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        return shared >= SHARED_LETTERS && (is_headed(a) || is_headed(b));
    }
    let two = first.len() == 2 && second.len() == 2;
    match two {
        true if first[0] == second[0] => is_headed(a) || is_headed(b),
        // "Northern Shield 2026" and "Nordic Shield 2026", both said to be exercises.
        true if first[1] == second[1] => is_headed(a) && is_headed(b),
        _ => false,
    }
}

/// So many letters at their beginning make two words near.
const SHARED_LETTERS: usize = 5;

/// The words of a name without those that say what it is the name of.
fn bare(named: &Numbered) -> Vec<String> {
    let words = named.name.split_whitespace().map(str::to_lowercase);
    words.skip_while(|word| HEADS.contains(&word.as_str())).collect()
}

/// Words that say what a name is the name of, and stand with a capital at the beginning of it.
const HEADS: [&str; 6] = ["exercise", "operation", "drill", "übung", "exercice", "ejercicio"];

/// Whether the word right before the name, or its first, says what it is.
fn is_headed(named: &Numbered) -> bool {
    let headed = named.name.split_whitespace().next().map(str::to_lowercase);
    headed.is_some_and(|word| HEADS.contains(&word.as_str()))
        || named.places.iter().any(|(block, span)| {
            let before = block.token_at(span.start).checked_sub(2);
            before.is_some_and(|at| block.tokens[at].sense.is(Class::Head))
        })
}

/// The first of the words before the hyphen that belong to the name: back to the quotation mark,
/// or over capitalised words.
fn first_word(block: &Block, last: usize) -> Option<usize> {
    let quoted = (last.saturating_sub(8)..last)
        .rev()
        .find(|at| matches!(block.tokens[*at].mark(), Some('“' | '"' | '«' | '„' | '‘')));
    if let Some(mark) = quoted.filter(|mark| {
        block.tokens[mark + 1..last].iter().all(|t| t.kind == Kind::Word || t.kind == Kind::Space)
    }) {
        return Some(mark + 1);
    }
    let mut first = last;
    while let Some(before) = first.checked_sub(2) {
        let token = &block.tokens[before];
        let name = token.is_capitalised()
            && !token.sense.is(Class::Function)
            && token.shape == Shape::Capital;
        if !name || block.tokens[before + 1].kind != Kind::Space {
            break;
        }
        first = before;
    }
    block.tokens[first].is_capitalised().then_some(first)
}

/// The beginnings of the words before a name: endings differ, and in Russian every case does.
fn context(block: &Block, first: usize) -> impl Iterator<Item = String> {
    (first.saturating_sub(CONTEXT)..first)
        .filter(|at| {
            let token = &block.tokens[*at];
            token.kind == Kind::Word
                && !token.sense.is(Class::Function)
                && !token.sense.is(Class::Dangling)
        })
        .map(|at| block.lower(at).chars().take(5).collect::<String>())
        .filter(|word| word.chars().count() >= 4)
}
