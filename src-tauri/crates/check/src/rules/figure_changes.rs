//! A figure that is another in the headline than in the text.

use std::collections::{HashMap, HashSet};

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    lexicon::Class,
    notes::Notes,
    reading::Figure,
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "figure-changes",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A figure in the headline, standfirst or lead that the text gives otherwise.",
    why: "The headline is written first and the figure corrected last.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Port hires ⟦300 pilots⟧\nThe port hired 250 pilots in May."),
        en("⟦Three ships⟧ lost\nIn the storm, four ships were lost."),
        fr("Le port recrute ⟦300 pilotes⟧\nLe port a recruté 250 pilotes en mai."),
        fr("Régates\nHuit clubs et 260 rameurs sont là. Les ⟦280 rameurs⟧ partent."),
        en(
            "Bank cuts rate to 3.25 per cent\nThe bank cut it to 3.25 per cent.\nThe rate of ⟦3.75 per cent⟧ is new.",
        ),
        en("Port hires pilots\nThe port hired 300 pilots in May.\nThe ⟦250 pilots⟧ begin in June."),
        de("Hafen stellt ⟦300 Lotsen⟧ ein\nDer Hafen stellte im Mai 250 Lotsen ein."),
        en(
            "Night walk\nLanterns raised ⟦£412,000⟧ in May.\nThe walkers raised £421,000 for hospices.",
        ),
        de(
            "Übernahme\nDie Solvia zahlt ⟦341 Millionen⟧ Euro.\nDer Preis von 431 Millionen und 314 Millionen Euro sei gut.",
        ),
        ru("Порт нанял ⟦300 лоцманов⟧\nПорт в мае нанял 250 лоцманов."),
    ],
    passes: &[
        en("Port hires 300 pilots\nThe port hired 300 pilots; 250 pilots came in May."),
        en("Port hires 300 pilots\nThe port has 12 ships and hired three hundred men."),
        en(
            "Walk\nLanterns raised £412,000.\nThe walkers raised £412,000; £421,000 came last year.",
        ),
        en("Museum shows 300 years of rail\nEntry is free for those below 16 years."),
        en("Berths\nThe port has 412 berths.\nIt has 421 pilots and pays £412 for each."),
        de(
            "Strom wird billiger\nEin Haushalt spart 72 Euro im Jahr.\nDer Grundpreis bleibt bei 12 Euro im Monat.",
        ),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let is_head = |block: &Block| block.slot == Slot::Subhead || is_headline(block);
    let body: Vec<(&Block, &Figure)> = copy
        .blocks
        .iter()
        .filter(|block| block.slot == Slot::Body && !is_head(block))
        .flat_map(|block| block.figures.iter().map(move |figure| (block, figure)))
        .collect();
    lead(copy, &body, notes);
    exchanged(copy, notes);
    rates(copy, &body, notes);
    repeated(copy, notes);
    let values = values(&body);
    let mut first_of: HashMap<&str, usize> = HashMap::new();
    for (at, (block, figure)) in body.iter().enumerate() {
        for word in nouns(block, figure) {
            first_of.entry(word).or_insert(at);
        }
    }
    for block in copy.blocks.iter().filter(|block| is_head(block)) {
        for figure in &block.figures {
            let Some(word) = figure.counts else { continue };
            // Said once more with the headline's figure, the others are about something else.
            if values.contains(&figure.value.to_bits()) {
                continue;
            }
            let same = nouns(block, figure).filter_map(|word| first_of.get(word)).min();
            let near = |(_, other): &(&Block, &Figure)| {
                other.value <= figure.value * FARTHEST && figure.value <= other.value * FARTHEST
            };
            if let Some((there, other)) = same.map(|at| body[*at]).filter(near) {
                let end = other.noun.map_or(other.tokens.end, |noun| noun + 1);
                let place = there.span(other.tokens.start..end);
                let said = there.text()[place.clone()].to_owned();
                notes
                    .at(
                        block,
                        block.span(figure.tokens.start..word + 1),
                        say!("The text says “{said}”.", said),
                    )
                    .see(there, place);
            }
        }
    }
}

fn is_headline(block: &Block) -> bool {
    block.slot == Slot::Headline || block.place == Place::Unknown && block.index == 0
}

/// The lead's figure and a later one for the same word: advice, for the two may be of
/// different days.
fn lead(copy: &Copy, body: &[(&Block, &Figure)], notes: &mut Notes) {
    let Some(lead) = body.first().map(|(block, _)| block.index) else { return };
    let (own, later) = body.split_at(body.partition_point(|(block, _)| block.index == lead));
    let values = values(later);
    let mut alike: HashMap<&str, Vec<(&Block, &Figure)>> = HashMap::new();
    for (there, other) in later {
        if let Some(word) = counted(there, other) {
            alike.entry(word).or_default().push((there, other));
        }
    }
    for (block, figure) in own.iter().filter(|(_, figure)| figure.value >= 10.0) {
        let Some(word) = counted(block, figure) else { continue };
        let repeated = values.contains(&figure.value.to_bits());
        let same = alike.get(word).filter(|_| !repeated);
        if let Some([(there, other)]) = same.map(Vec::as_slice) {
            let end = other.counts.map_or(other.tokens.end, |word| word + 1);
            let span = there.span(other.tokens.start..end);
            let said = copy.blocks[lead].words(figure.tokens.clone());
            notes
                .at(there, span, say!("The lead says “{said}”.", said))
                .weigh(Severity::Advice)
                .see(block, block.span(figure.tokens.clone()));
        }
    }
}

/// Two sums of one currency, or two figures for one word, whose digits are the same but for two
/// neighbours: one of them was typed wrong. The one that stands first is marked.
fn exchanged(copy: &Copy, notes: &mut Notes) {
    let text = |block: &&Block| matches!(block.slot, Slot::Headline | Slot::Subhead | Slot::Body);
    let all: Vec<(&Block, &Figure, Subject, String)> = copy
        .blocks
        .iter()
        .filter(text)
        .flat_map(|block| block.figures.iter().map(move |figure| (block, figure)))
        .filter_map(|(block, figure)| Some((block, figure, of_what(block, figure)?)))
        .take(MOST_FIGURES)
        .map(|(block, figure, what)| (block, figure, what, significant(block, figure)))
        .collect();
    let mut times: HashMap<u64, usize> = HashMap::new();
    for (_, figure, ..) in &all {
        *times.entry(figure.value.to_bits()).or_default() += 1;
    }
    let once = |figure: &Figure| times.get(&figure.value.to_bits()) == Some(&1);
    for (at, (block, figure, what, digits)) in all.iter().enumerate() {
        if !once(figure) {
            continue;
        }
        let twin = all[at + 1..].iter().find(|(_, other, theirs, others)| {
            what == theirs && once(other) && is_exchanged(digits, others)
        });
        if let Some((there, other, ..)) = twin {
            let start = block.figure_start(figure);
            // The sign says what a sum is of; of other figures the word behind does.
            let word = figure.counts.filter(|_| start == figure.tokens.start);
            let end = word.map_or(figure.tokens.end, |word| word + 1);
            let place = there.span(other.tokens.clone());
            let said = there.text()[place.clone()].to_owned();
            let message = say!("Further down it is “{said}”, with two digits exchanged.", said);
            let note = notes.at(block, block.span(start..end), message);
            note.see(there, place);
            if digits.len() < SURE_DIGITS {
                note.weigh(Severity::Advice);
            }
        }
    }
}

/// The one rate of the headline, and one that is a little beside it and stands once in the text.
fn rates(copy: &Copy, body: &[(&Block, &Figure)], notes: &mut Notes) {
    let head = copy.blocks.iter().filter(|block| is_headline(block));
    let told: Vec<(&Block, &Figure)> = head
        .flat_map(|block| block.figures.iter().map(move |figure| (block, figure)))
        .filter(|(_, figure)| figure.percent.is_some())
        .collect();
    let [(block, own)] = told[..] else { return };
    let rates = body.iter().filter(|(_, figure)| figure.percent.is_some());
    let mut beside = rates.clone().filter(|(_, other)| {
        let apart = (other.value - own.value).abs();
        apart > 0.0 && apart <= (own.value * 0.2).clamp(0.5, 3.0)
    });
    let same = rates.clone().filter(|(_, other)| other.value == own.value).count();
    if let (Some((there, other)), None) = (beside.next(), beside.next())
        && same > 0
        && other.percent.is_some_and(|end| there.word(end + 1) != "of")
    {
        let said = block.words(own.tokens.clone());
        let span = there.span(other.tokens.start..other.percent.unwrap_or(other.tokens.end));
        notes
            .at(there, span, say!("The headline says “{said}”.", said))
            .weigh(Severity::Advice)
            .see(block, block.span(own.tokens.clone()));
    }
}

/// "260 rowers have come. The 280 rowers …": a count that is taken up in the next sentence by its
/// noun and is another.
fn repeated(copy: &Copy, notes: &mut Notes) {
    for block in copy.body() {
        for two in block.figures.windows(2) {
            let [first, second] = two else { continue };
            let (Some(noun), Some(other)) = (first.counts, second.counts) else { continue };
            let taken_up = second.tokens.start >= 2
                && block.begins_sentence(second.tokens.start - 2)
                && matches!(
                    block.word(second.tokens.start - 2),
                    "The"
                        | "These"
                        | "Les"
                        | "Ces"
                        | "Die"
                        | "Diese"
                        | "Los"
                        | "Las"
                        | "Estos"
                        | "Estas"
                        | "Эти"
                );
            let near = first.value != second.value
                && first.value <= second.value * NEARLY
                && second.value <= first.value * NEARLY;
            let same = block.lower(noun) == block.lower(other)
                && block.word(noun).chars().count() >= LEAST_LETTERS;
            if taken_up && near && same && first.value >= 10.0 {
                let said = block.words(first.tokens.start..noun + 1);
                notes
                    .at(
                        block,
                        block.span(second.tokens.start..other + 1),
                        say!("Just before, it is “{said}”.", said),
                    )
                    .see(block, block.span(first.tokens.start..noun + 1));
            }
        }
    }
}

/// How many times as large one of two such counts can be.
const NEARLY: f64 = 1.5;

/// Figures that are compared with one another: far more than a release has.
const MOST_FIGURES: usize = 120;

/// Of fewer digits, many pairs are no slips: 12 and 21.
const SURE_DIGITS: usize = 3;

/// What a figure is of: its currency, with "million" where that follows, or the word it counts.
type Subject<'a> = (Option<char>, &'a str);

fn of_what<'a>(block: &'a Block, figure: &Figure) -> Option<Subject<'a>> {
    let word = figure.counts.map(|at| block.lower(at)).unwrap_or_default();
    match block.currency_before(figure.tokens.start) {
        sign @ Some(_) if word.ends_with("illion") => Some((sign, word)),
        sign @ Some(_) => Some((sign, "")),
        None => (word.chars().count() >= LEAST_LETTERS || word == "млн").then_some((None, word)),
    }
}

/// The word that a figure counts; sums of money and measures are of many things.
fn counted<'a>(block: &'a Block, figure: &Figure) -> Option<&'a str> {
    let first = figure.counts?;
    let sense = block.tokens[first].sense;
    let word = block.lower(first);
    let measured = sense.is(Class::Currency) || sense.is(Class::Unit);
    (!measured && word.chars().count() >= LEAST_LETTERS).then_some(word)
}

/// The digits of a figure without the noughts at its end.
fn significant(block: &Block, figure: &Figure) -> String {
    let words = block.words(figure.tokens.clone()).chars();
    let digits: String = words.filter(char::is_ascii_digit).collect();
    digits.trim_end_matches('0').to_owned()
}

/// Whether two neighbours changed places.
fn is_exchanged(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let first = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    a.len() == b.len()
        && first + 1 < a.len()
        && a[first] == b[first + 1]
        && a[first + 1] == b[first]
        && a[first + 2..] == b[first + 2..]
}

/// How many times as large one of two figures can be that are about the same: 118 turtles were set free,
/// and 31,406 are hatched in a year.
const FARTHEST: f64 = 3.0;

/// Shorter words are seldom what is counted.
const LEAST_LETTERS: usize = 4;

/// The words that can name what is counted: the first and the last of those after the figure.
fn nouns<'a>(block: &'a Block, figure: &Figure) -> impl Iterator<Item = &'a str> {
    let words = [figure.counts, figure.noun].into_iter().flatten().map(|at| block.lower(at));
    words.filter(|word| word.chars().count() >= LEAST_LETTERS)
}

/// What the figures come to, by their bits.
fn values(figures: &[(&Block, &Figure)]) -> HashSet<u64> {
    figures.iter().map(|(_, figure)| figure.value.to_bits()).collect()
}
