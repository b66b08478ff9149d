//! A stated count that disagrees with the list behind it.

use std::collections::HashMap;

use dateline_model::{Block as Node, Slot, say};

use crate::{
    Severity,
    copy::Copy,
    copy::{Block, Place},
    lexicon::Class,
    notes::Notes,
    reading::{Figure, Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, release, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "count-and-list",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A count that disagrees with the list that follows it: “three countries: A and B”.",
    why: "Either one is missing or the count is wrong; journalists count.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port serves ⟦three countries⟧: Norland and Sudland."),
        en("Sold in ⟦four countries⟧: Britain, Ireland and Malta, said the office, it is good."),
        en("It bought ⟦two ships⟧ – the Anna, the Berta and the Clara – in May."),
        en("⟦Seven ships⟧ took part: the Anna, the Berta and the Clara."),
        en("Crews from ⟦three states⟧ (Sweden, Latvia, Poland and Estonia) came."),
        de("Schüler aus ⟦drei Ländern⟧ (Bayern, Hessen, Sachsen, Thüringen) kamen."),
        ru("Помогли ⟦пятерым детям⟧: Саше, Тимуру, Лене и Варе."),
        en("The ⟦four partners⟧ of the port – Norland, Sudland and Estland – met."),
        fr("Le port dessert ⟦trois pays⟧ : Norland et Sudland."),
        de("Der Hafen bedient ⟦drei Länder⟧: Norland und Sudland."),
        es("El puerto sirve a ⟦tres países⟧: Norland y Sudland."),
        ru("Порт обслуживает ⟦три страны⟧: Норланд и Судланд."),
        release(
            r#"{"headline":"Berths","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The port has three berths:"}]},{"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"north"}]}]},{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"south"}]}]}]}]}}"#,
        ),
    ],
    passes: &[
        en(
            "The port serves three countries: Norland, Sudland and Estland. It has two rules: open at dawn, close at dusk, and never let ice stop the ships that come in.",
        ),
        en(
            "It has two seasons: summer. There are two things: a port and a pier and its crane; at 10: Anna and Bea.",
        ),
        en(
            "Three rules hold at sea: keep a lookout and keep away. Five ships met at the pier: Anna came and Berta left.",
        ),
        en(
            "Three ships (tankers and bulk carriers) came; two partners (The Port of Oslo and Berg) met.",
        ),
        en(
            "It met twice in 2018: in May, June and July. Three ships – of five, ten and twelve tonnes, as it were – came.",
        ),
    ],
    check: Check::Release(check),
};

/// Larger counts are seldom listed whole.
const MOST: f64 = 12.0;

/// Longer items are clauses and no names.
const MOST_WORDS: usize = 4;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let below = lists_below(copy);
    for block in &copy.blocks {
        for figure in &block.figures {
            let count = figure.value;
            let Some(noun) = figure
                .noun
                .or_else(|| some_of(block, figure))
                .filter(|_| (2.0..=MOST).contains(&count) && count.fract() == 0.0)
            else {
                continue;
            };
            let span = figure.tokens.start..noun + 1;
            // "Seven ships took part: the Anna and the Berta": only names can be what was counted.
            let end = after_predicate(block, noun + 1);
            let names = end > noun + 1;
            let colon = block.is_mark(end, ':')
                || block.is_mark(end + 1, ':') && block.tokens[end].kind == Kind::Space;
            let dash = block.tokens.get(end).is_some_and(|t| t.kind == Kind::Space)
                && matches!(
                    block.tokens.get(end + 1).and_then(|t| t.mark()),
                    Some('–' | '—' | '-')
                );
            let bracket = block.is_mark(end + 1, '(') && block.tokens[end].kind == Kind::Space;
            let listed = if bracket {
                named(block, end + 2)
            } else if colon && end + 2 >= block.tokens.len() {
                let paragraph = block.slot == Slot::Body && block.place == Place::Paragraph;
                block.number.filter(|_| paragraph).and_then(|number| below.get(&number).copied())
            } else if colon || dash {
                let from = (end..block.tokens.len())
                    .find(|at| block.tokens[*at].mark().is_some())
                    .map_or(end, |at| at + 1);
                items(block, from, dash, names)
            } else {
                None
            };
            if let Some(listed) = listed.filter(|listed| *listed as f64 != count) {
                let said = block.words(span.clone());
                notes.at(
                    block,
                    block.span(span),
                    say!("“{said}” is followed by a list of {listed}.", said, listed),
                );
            }
        }
    }
}

/// The noun of "five of the players", which names may follow.
fn some_of(block: &Block, figure: &Figure) -> Option<usize> {
    let end = figure.tokens.end;
    let of = block.word(end + 1) == "of" && matches!(block.word(end + 3), "the" | "its" | "their");
    let noun = block
        .tokens
        .get(end + 5)
        .filter(|noun| noun.kind == Kind::Word && noun.shape == Shape::Lower);
    noun.filter(|_| of).map(|_| end + 5)
}

/// How many names a bracket lists, and nothing but names: words in it may be kinds of what is counted.
fn named(block: &Block, from: usize) -> Option<usize> {
    let (mut count, mut fresh) = (0, true);
    for at in from..block.tokens.len() {
        let token = &block.tokens[at];
        match token.kind {
            Kind::Mark(')') => return (count >= 2 && !fresh).then_some(count),
            Kind::Mark(',') => fresh = true,
            Kind::Word if token.sense.is(Class::And) => fresh = true,
            Kind::Word if token.is_capitalised() => {
                count += usize::from(std::mem::take(&mut fresh));
            }
            Kind::Word if matches!(block.word(at), "the" | "of" | "de" | "la" | "el") => {}
            Kind::Mark('-' | '’' | '\'') | Kind::Space => {}
            _ => return None,
        }
    }
    None
}

/// Words that may stand between what is counted and its list.
const MOST_WORDS_BETWEEN: usize = 5;

/// The token at which the list's colon or dash is looked for: behind some words, where one of the
/// two follows them.
fn after_predicate(block: &Block, end: usize) -> usize {
    let mut words = 0;
    for at in end..block.tokens.len() {
        let token = &block.tokens[at];
        match token.kind {
            Kind::Word if words < MOST_WORDS_BETWEEN => words += 1,
            Kind::Space => {}
            Kind::Mark(':') => return at,
            Kind::Mark('–' | '—') if block.tokens[at - 1].kind == Kind::Space => return at - 1,
            _ => break,
        }
    }
    end
}

/// How many items the lists of the body have, by the passage right above each.
fn lists_below(copy: &Copy) -> HashMap<usize, usize> {
    let mut lists = HashMap::new();
    let Some(content) = copy.content else { return lists };
    let mut number: usize = 0;
    for node in &content.body.0 {
        if let Node::BulletList(items) | Node::OrderedList { items, .. } = node
            && let Some(above) = number.checked_sub(1)
        {
            lists.insert(above, items.len());
        }
        number += node.passage_count();
    }
    lists
}

/// How many items a list within a sentence has, where that is certain; with `names`, of a list whose
/// items all end in a name.
fn items(block: &Block, from: usize, dash: bool, names: bool) -> Option<usize> {
    let (mut commas, mut ands, mut semicolons, mut words) = (0, 0, 0, 0);
    let mut after_comma = false;
    let mut named = false;
    let mut closed = !dash;
    for at in from..block.tokens.len() {
        let token = &block.tokens[at];
        match token.kind {
            Kind::Mark('.' | '!' | '?') => break,
            Kind::Mark('–' | '—') if dash => {
                closed = true;
                break;
            }
            Kind::Mark('-') if dash && block.tokens[at - 1].is_blank() => {
                closed = true;
                break;
            }
            // "…: Britain, Ireland and Malta, said": behind the last item the sentence goes on.
            Kind::Mark(',') if ands == 1 && goes_on(block, at) => {
                closed = true;
                break;
            }
            Kind::Mark(',') => {
                if names && !std::mem::take(&mut named) {
                    return None;
                }
                commas += 1;
                words = 0;
                after_comma = true;
                continue;
            }
            Kind::Mark(';') => semicolons += 1,
            Kind::Mark('(' | ':' | '–' | '—') | Kind::Number | Kind::Break => return None,
            Kind::Word if token.sense.is(Class::And) => {
                if names && !after_comma && !std::mem::take(&mut named) {
                    return None;
                }
                ands += usize::from(!after_comma);
                words = 0;
            }
            Kind::Word => {
                words += 1;
                named = token.is_capitalised();
                // A verb makes a clause of the item.
                if words > MOST_WORDS || token.sense.is(Class::Verb) {
                    return None;
                }
            }
            _ => continue,
        }
        after_comma = false;
    }
    if names && !named {
        return None;
    }
    // Without a last "and", or with two, it is no plain list.
    let last_and = ands + usize::from(commas > 0 && ands == 0);
    let plain = closed && semicolons == 0 && last_and == 1 && (ands == 1 || has_and(block, from));
    plain.then_some(commas + ands + 1)
}

fn goes_on(block: &Block, comma: usize) -> bool {
    block.tokens.get(comma + 2).is_some_and(|next| {
        [Class::Said, Class::Verb, Class::Past].iter().any(|class| next.sense.is(*class))
    })
}

fn has_and(block: &Block, from: usize) -> bool {
    block.tokens[from..]
        .iter()
        .take_while(|t| !matches!(t.mark(), Some('.' | '!' | '?')))
        .any(|t| t.sense.is(Class::And))
}
