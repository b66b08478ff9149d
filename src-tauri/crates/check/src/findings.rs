//! From notes to findings: severities, characters, excerpts, keys, order.

use std::collections::{HashMap, HashSet};

use dateline_model::Slot;
use sha2::{Digest, Sha256};

use crate::{
    Finding, Fix, HouseStyle, Place,
    copy::{Block, Copy, Place as Standing},
    notes::{Note, Spot},
    rule::{Concern, Rule},
};

/// The rule that gives way to the others.
const SPELLING: &str = "spelling";

/// The rule that finds text without a meaning.
const FILLER: &str = "filler";

/// How many characters on each side of the marked words belong to a finding's key.
const AROUND: usize = 40;

/// The findings of a text in the order of the page.
pub(crate) fn of(
    copy: &Copy,
    notes: Vec<(&'static Rule, Note)>,
    style: &HouseStyle,
) -> Vec<Finding> {
    let mut findings: Vec<_> = notes
        .into_iter()
        .filter(|(rule, note)| rule.concern == Concern::Fact || !is_evidence(copy, &note.spot))
        .filter_map(|(rule, note)| {
            let own = note.severity.unwrap_or(rule.severity);
            let severity = style.severity(rule.id, own)?;
            let order = match &note.spot {
                Spot::Text { block, span } => (*block + 1, span.start, span.end),
                _ => (0, 0, 0),
            };
            let place = place(copy, &note.spot);
            if style.excepts(rule.id, &place.excerpt) {
                return None;
            }
            let finding = Finding {
                rule: rule.id,
                severity,
                key: key(copy, rule.id, &note.spot, &place),
                slot: place.slot,
                block: place.block,
                start: place.start,
                end: place.end,
                excerpt: place.excerpt,
                message: note.message,
                fixes: note
                    .fixes
                    .into_iter()
                    .map(|(label, replacement)| Fix { label, replacement })
                    .collect(),
                related: note.related.iter().map(|spot| self::place(copy, spot)).collect(),
            };
            Some((order, finding))
        })
        .collect();
    findings.sort_by_key(|(order, _)| *order);
    leave_out_spelling(&mut findings);
    leave_out_adjectives(copy, &mut findings);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// A word that another rule marks by itself needs no second mark for its spelling.
fn leave_out_spelling(findings: &mut Vec<((usize, usize, usize), Finding)>) {
    let marked: HashSet<_> = findings
        .iter()
        .filter(|(_, finding)| finding.rule != SPELLING && !finding.excerpt.contains(' '))
        .map(|((block, start, _), _)| (*block, *start))
        .collect();
    // What only fills a place is spelled as it likes.
    let filled: HashSet<usize> = findings
        .iter()
        .filter(|(_, finding)| finding.rule == FILLER)
        .map(|((block, ..), _)| *block)
        .collect();
    findings.retain(|((block, start, _), finding)| {
        finding.rule != SPELLING || !marked.contains(&(*block, *start)) && !filled.contains(block)
    });
}

/// Endings that make an adjective of the name of a place, by language.
fn place_endings(language: &str) -> &'static [&'static str] {
    match language {
        "fr" => &["ien", "ienne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "oises"],
        "es" => {
            &["ense", "enses", "eño", "eña", "eños", "eñas", "ano", "ana", "anos", "anas", "és"]
        }
        "ru" => &["ский", "ская", "ское", "ские", "ского", "ской", "ских", "ском", "скую", "ским"],
        _ => &[],
    }
}

/// How many letters an adjective shares with the name that it is made of.
const SHARED: usize = 5;

/// A small word that is made of a name in the same text is spelled as that name is: "valdorien" in a
/// release from Valdorie.
fn leave_out_adjectives(copy: &Copy, findings: &mut Vec<((usize, usize, usize), Finding)>) {
    if findings.iter().all(|(_, finding)| finding.rule != SPELLING) {
        return;
    }
    // Of each beginning two words are enough: one of them is another than the word itself.
    let mut begun: HashMap<&str, Vec<&str>> = HashMap::new();
    for block in &copy.blocks {
        for at in block.names.iter().flat_map(|name| &name.words) {
            let word = block.lower(*at);
            let Some(start) = beginning(word) else { continue };
            let same = begun.entry(start).or_default();
            if same.len() < 2 && !same.contains(&word) {
                same.push(word);
            }
        }
    }
    let is_made_of_a_name = |block: usize, word: &str| {
        let language = copy.blocks[block].primary();
        let ends = place_endings(language).iter().any(|ending| word.ends_with(ending));
        let names = beginning(word).filter(|_| ends).and_then(|start| begun.get(start));
        names.is_some_and(|names| names.iter().any(|name| *name != word))
    };
    findings.retain(|((block, ..), finding)| {
        finding.rule != SPELLING
            || finding.excerpt.starts_with(char::is_uppercase)
            || block.checked_sub(1).is_none_or(|at| !is_made_of_a_name(at, &finding.excerpt))
    });
}

/// The letters that an adjective shares with its name, of a word that has so many.
fn beginning(word: &str) -> Option<&str> {
    let end = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).nth(SHARED - 1)?;
    Some(&word[..end])
}

fn is_evidence(copy: &Copy, spot: &Spot) -> bool {
    let Spot::Text { block, span } = spot else { return false };
    let block = &copy.blocks[*block];
    block.place == Standing::Quotation || block.is_quoted(span.start)
}

fn place(copy: &Copy, spot: &Spot) -> Place {
    match spot {
        Spot::Text { block, span } => {
            let block = &copy.blocks[*block];
            Place {
                release: None,
                slot: block.slot,
                block: block.number,
                start: block.characters_before(span.start),
                end: block.characters_before(span.end),
                excerpt: block.text().get(span.clone()).unwrap_or_default().to_owned(),
            }
        }
        Spot::Slot(slot) => whole(*slot, None),
        Spot::Passage(slot, number) => whole(*slot, Some(*number)),
        Spot::Told(place) => place.clone(),
    }
}

/// A part, or a passage, without words.
fn whole(slot: Slot, block: Option<usize>) -> Place {
    Place { release: None, slot, block, start: 0, end: 0, excerpt: String::new() }
}

fn key(copy: &Copy, rule: &str, spot: &Spot, place: &Place) -> String {
    let (before, after) = match spot {
        Spot::Text { block, span } => around(&copy.blocks[*block], span.start, span.end),
        _ => ("", ""),
    };
    let mut hash = Sha256::new();
    for part in [rule, place.slot.as_str(), before, &place.excerpt, after] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn around(block: &Block, start: usize, end: usize) -> (&str, &str) {
    let text = block.text();
    let (before, after) = (&text[..start.min(text.len())], &text[end.min(text.len())..]);
    let first = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    (&before[first..], &after[..last])
}

#[cfg(test)]
mod tests {
    use crate::check_text;

    #[test]
    fn an_adjective_is_spelled_as_the_name_that_it_is_made_of() {
        let spelling = |text: &str| {
            let found = check_text(text, &"fr".parse().unwrap(), None);
            let own = found.into_iter().filter(|finding| finding.rule == super::SPELLING);
            own.map(|finding| finding.excerpt).collect::<Vec<_>>()
        };
        assert!(spelling("À Valdorie, le port valdorien ouvre.").is_empty());
        assert!(spelling("À Ordan, le port ordanais ouvre.").is_empty());
        assert_eq!(spelling("À Vestmark, le port ordanais ouvre."), ["ordanais"]);
    }
}
