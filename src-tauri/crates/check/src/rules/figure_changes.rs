//! A figure that is another in the headline than in the text.

use dateline_model::Slot;

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    notes::Notes,
    reading::Figure,
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "figure-changes",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A figure in the headline or standfirst that the text gives otherwise.",
    why: "The headline is written first and the figure corrected last.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Port hires ⟦300 pilots⟧\nThe port hired 250 pilots in May."),
        en("⟦Three ships⟧ lost\nIn the storm, four ships were lost."),
        fr("Le port recrute ⟦300 pilotes⟧\nLe port a recruté 250 pilotes en mai."),
        de("Hafen stellt ⟦300 Lotsen⟧ ein\nDer Hafen stellte im Mai 250 Lotsen ein."),
        ru("Порт нанял ⟦300 лоцманов⟧\nПорт в мае нанял 250 лоцманов."),
    ],
    passes: &[
        en("Port hires 300 pilots\nThe port hired 300 pilots; 250 pilots came in May."),
        en("Port hires 300 pilots\nThe port has 12 ships and hired three hundred men."),
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
                        format!("The text says “{said}”."),
                    )
                    .see(there, place);
            }
        }
    }
}

/// Shorter words are seldom what is counted.
const LEAST_LETTERS: usize = 4;

/// The words that can name what is counted: the first and the last of those after the figure.
fn nouns<'a>(block: &'a Block, figure: &Figure) -> Vec<std::borrow::Cow<'a, str>> {
    [figure.counts, figure.noun].into_iter().flatten().map(|at| block.lower(at)).collect()
}
