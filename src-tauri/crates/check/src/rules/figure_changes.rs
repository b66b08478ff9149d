//! A figure that is another in the headline than in the text.

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
        en("Port hires pilots\nThe port hired 300 pilots in May.\nThe ⟦250 pilots⟧ begin in June."),
        de("Hafen stellt ⟦300 Lotsen⟧ ein\nDer Hafen stellte im Mai 250 Lotsen ein."),
        ru("Порт нанял ⟦300 лоцманов⟧\nПорт в мае нанял 250 лоцманов."),
    ],
    passes: &[
        en("Port hires 300 pilots\nThe port hired 300 pilots; 250 pilots came in May."),
        en("Port hires 300 pilots\nThe port has 12 ships and hired three hundred men."),
        de(
            "Strom wird billiger\nEin Haushalt spart 72 Euro im Jahr.\nDer Grundpreis bleibt bei 12 Euro im Monat.",
        ),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let is_head = |block: &Block| {
        matches!(block.slot, Slot::Headline | Slot::Subhead)
            || block.place == Place::Unknown && block.index == 0
    };
    let body: Vec<(&Block, &Figure)> = copy
        .blocks
        .iter()
        .filter(|block| block.slot == Slot::Body && !is_head(block))
        .flat_map(|block| block.figures.iter().map(move |figure| (block, figure)))
        .collect();
    lead(copy, &body, notes);
    for block in copy.blocks.iter().filter(|block| is_head(block)) {
        for figure in &block.figures {
            let Some(word) = figure.counts else { continue };
            let counted = nouns(block, figure);
            let same = |(there, other): &&(&Block, &Figure)| {
                let theirs = nouns(there, other);
                counted
                    .iter()
                    .any(|word| word.chars().count() >= LEAST_LETTERS && theirs.contains(word))
            };
            // Said once more with the headline's figure, the others are about something else.
            let repeated = body.iter().any(|(_, other)| other.value == figure.value);
            if repeated {
                continue;
            }
            if let Some((there, other)) = body.iter().find(same) {
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

/// The lead's figure and a later one for the same word: advice, for the two may be of
/// different days.
fn lead(copy: &Copy, body: &[(&Block, &Figure)], notes: &mut Notes) {
    let Some(lead) = body.first().map(|(block, _)| block.index) else { return };
    // Sums of money and measures are of many things.
    let measures = |block: &Block, at: usize| {
        let sense = block.tokens[at].sense;
        sense.is(Class::Currency) || sense.is(Class::Unit)
    };
    let says = |block: &Block, figure: &Figure| {
        let word = figure.counts.filter(|first| !measures(block, *first));
        let word = word.map(|first| block.lower(first).into_owned());
        word.filter(|word| word.chars().count() >= LEAST_LETTERS)
    };
    let later = body.iter().filter(|(block, _)| block.index > lead);
    for (block, figure) in
        body.iter().filter(|(block, figure)| block.index == lead && figure.value >= 10.0)
    {
        let Some(counted) = says(block, figure) else { continue };
        let mut same =
            later.clone().filter(|(there, other)| says(there, other).as_ref() == Some(&counted));
        let repeated = later.clone().any(|(_, other)| other.value == figure.value);
        if let Some((there, other)) = same.next().filter(|_| !repeated && same.next().is_none()) {
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

/// Shorter words are seldom what is counted.
const LEAST_LETTERS: usize = 4;

/// The words that can name what is counted: the first and the last of those after the figure.
fn nouns<'a>(block: &'a Block, figure: &Figure) -> Vec<std::borrow::Cow<'a, str>> {
    [figure.counts, figure.noun].into_iter().flatten().map(|at| block.lower(at)).collect()
}
