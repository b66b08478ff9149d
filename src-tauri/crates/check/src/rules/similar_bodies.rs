//! A body that changes its name between paragraphs.

use std::collections::{BTreeSet, HashMap};

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy, stand_together},
    lexicon::Class,
    nearness::within,
    notes::Notes,
    reading::{Kind, Name, Shape, without_possessive},
    rule::{Check, Concern, Family, Rule, Span, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "similar-bodies",
    family: Family::Names,
    severity: Severity::Warning,
    what: "Two names with the same beginning and the same head noun for what seems to be one body: Collective Rapid Reaction Forces and Collective Operational Response Forces.",
    why: "A translation that renders a name in two ways makes two bodies of one. Names with equal first and last words that stand among the same words are taken for one.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "The Joint Border Commission met in May. Experts praised it.\nLater the ⟦Joint Boarder Commission⟧ wrote a letter.",
        ),
        en(
            "The Rapid Response Force crossed the river first.\nBy night the ⟦Quick Reaction Force⟧ followed.",
        ),
        en(
            "Units of the Joint Rapid Rescue Force of the guild met in Vestmark.\nThe head of the units of the ⟦Joint Quick Relief Force⟧ of the guild spoke.\nThe Joint Rapid Rescue Force of the guild has three ships.",
        ),
    ],
    passes: &[
        en("The North Coast Pilots Association and the North Coast Pilot Association’s head."),
        en("The Joint Fisheries Committee and the Joint Transport Committee of the guild met."),
        en("The Ministry of Foreign Affairs wrote. Later the Ministry of Home Affairs answered."),
        en(
            "The Northern Coast Guard District has ten ships.\nPilots know that ice melts. The Northern Army Supply District sold lorries.",
        ),
    ],
    check: Check::Release(check),
};

/// Names with one beginning and head that are compared.
const MOST_NAMES: usize = 16;

struct Body<'a> {
    words: String,
    places: Vec<(&'a Block, Span)>,
    around: BTreeSet<String>,
}

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut groups: HashMap<(&str, &str), Vec<Body>> = HashMap::new();
    for block in &copy.blocks {
        for words in block.names.iter().flat_map(|name| bodies(block, name)) {
            let (first, last) = (words[0], words[words.len() - 1]);
            let group = groups
                .entry((synonym(block.lower(first)), without_possessive(block.lower(last))))
                .or_default();
            let mut span = block.span(first..last + 1);
            span.end = span.start + without_possessive(&block.text()[span.clone()]).len();
            let text = &block.text()[span.clone()];
            let known = group.iter().position(|body| body.words.eq_ignore_ascii_case(text));
            if known.is_none() && group.len() == MOST_NAMES {
                continue;
            }
            let at = known.unwrap_or_else(|| {
                group.push(Body {
                    words: text.to_owned(),
                    places: Vec::new(),
                    around: BTreeSet::new(),
                });
                group.len() - 1
            });
            group[at].places.push((block, span));
            group[at].around.extend(around(block, first, last));
        }
    }
    let mut found = Vec::new();
    for group in groups.values() {
        for (at, first) in group.iter().enumerate() {
            for second in &group[at + 1..] {
                let common = first.around.intersection(&second.around).count();
                let apart = !stand_together(&first.places, &second.places, MOST_NAMES);
                if match nearness(&first.words, &second.words) {
                    Some(Near::Slip) => true,
                    Some(Near::Synonyms) => apart,
                    None => common >= 2 && apart,
                } {
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
                        "Elsewhere in this release this body seems to be called “{name}”.",
                        name = own.words
                    ),
                )
                .fix(&own.words)
                .see(shown, span.clone());
        }
    }
}

/// Words that mean the same in the names of forces, and are exchanged in translations.
fn synonym(word: &str) -> &str {
    match word {
        "quick" | "fast" => "rapid",
        "reaction" => "response",
        other => other,
    }
}

/// How two names can be one without anything around them saying so.
enum Near {
    /// One letter of one word is another.
    Slip,
    /// Words that mean the same stand in the same places.
    Synonyms,
}

fn nearness(a: &str, b: &str) -> Option<Near> {
    let words = |name: &str| name.to_lowercase().split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    if a.len() != b.len() {
        return None;
    }
    let mut differing = a.iter().zip(&b).filter(|(a, b)| synonym(a) != synonym(b));
    let Some((one, other)) = differing.next() else { return Some(Near::Synonyms) };
    let plural = one.trim_end_matches('s') == other.trim_end_matches('s');
    let slip = one.chars().count() >= 5 && !plural && within(one, other, 1);
    (slip && differing.next().is_none()).then_some(Near::Slip)
}

/// The parts of a name between its particles, of three words or more and with a head noun: "of the"
/// tells whose body it is and belongs to what stands around.
fn bodies<'a>(block: &'a Block, name: &'a Name) -> impl Iterator<Item = &'a [usize]> {
    let parts = name
        .words
        .chunk_by(|a, b| block.tokens[a + 1..*b].iter().all(|between| between.kind != Kind::Word));
    parts.filter_map(|part| {
        let first = part.iter().position(|at| block.tokens[*at].shape == Shape::Capital)?;
        let words = &part[first..];
        let head =
            block.lexicon().sense(without_possessive(block.lower(*words.last()?))).is(Class::Head);
        (words.len() >= 3 && head && block.tokens[words[0]].sense.is_plain()).then_some(words)
    })
}

/// The words on both sides within reach.
fn around(block: &Block, first: usize, last: usize) -> Vec<String> {
    let words = |range: std::ops::Range<usize>| {
        range.filter(|at| {
            let token = &block.tokens[*at];
            token.kind == Kind::Word
                && !token.sense.is(Class::Function)
                && !token.sense.is(Class::Dangling)
        })
    };
    let before = words(first.saturating_sub(10)..first).map(|at| block.lower(at).to_owned());
    let after = words((last + 1).min(block.tokens.len())..block.tokens.len().min(last + 8))
        .map(|at| block.lower(at).to_owned());
    before.chain(after).collect()
}
