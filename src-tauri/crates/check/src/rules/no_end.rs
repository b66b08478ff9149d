//! Paragraphs without an end.

use dateline_model::Slot;

use crate::{
    Severity,
    copy::{Block, Copy, Place},
    lexicon::Class,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "no-end",
    family: Family::Sentences,
    severity: Severity::Warning,
    what: "A paragraph of whole sentences that ends without a full stop.",
    why: "A copied text is often cut at its end; the reader cannot know whether more was said.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "Port opens\nThe northern fairway is open to all ships from ⟦Monday⟧\nThe pilots are glad.",
        ),
        en("Port opens\nThe drill is held within the plan of the exercise “Clear ⟦Water”⟧"),
        fr(
            "Le port ouvre\nLe chenal nord est ouvert à tous les navires dès ⟦lundi⟧\nLes pilotes sont contents.",
        ),
        de(
            "Hafen öffnet\nDie nördliche Rinne ist ab Montag für alle Schiffe ⟦frei⟧\nDie Lotsen freuen sich.",
        ),
        es("Abre el puerto\nEl canal norte está abierto a todos los barcos desde el ⟦lunes⟧\nFin."),
        ru("Порт открыт\nСеверный фарватер был открыт для всех судов в этот ⟦понедельник⟧\nВсё."),
    ],
    passes: &[
        en(
            "Port is open to all ships of any flag from Monday\nThe fairway is open. Berths:\nNorth quay, three cranes, one shed\nWrite to the desk that is open all day: press@vestmark.example",
        ),
        en(
            "Port opens\n“The fairway is open to all ships now.”\nIs it open to all of the ships that are here?\nThe berths are as follows, from the north to the south:",
        ),
    ],
    check: Check::Release(check),
};

/// Shorter paragraphs may be headings, signatures and labels.
const LEAST_WORDS: usize = 8;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut first_unknown = true;
    for (at, block) in copy.blocks.iter().enumerate() {
        let prose = matches!(block.slot, Slot::Body | Slot::Notes)
            && matches!(block.place, Place::Paragraph | Place::Unknown);
        // The first line of a plain file may be its headline.
        let headline = block.place == Place::Unknown && std::mem::take(&mut first_unknown);
        if !prose || headline || block.count_words(0..block.tokens.len()) < LEAST_WORDS {
            continue;
        }
        let has_verb = block.tokens.iter().any(|token| token.sense.is(Class::Verb));
        if let Some(last) = last_word(block).filter(|_| has_verb) {
            // A list that goes on line by line is cut nowhere.
            let before = at.checked_sub(1).map(|at| &copy.blocks[at]);
            let listed = before.is_some_and(|before| {
                before.tokens.last().is_some_and(|t| matches!(t.mark(), Some(':' | ';')))
            });
            if !listed {
                let end = block.tokens.len();
                notes.at(
                    block,
                    block.span(last..end),
                    "The paragraph ends without a full stop: is something missing?",
                );
            }
        }
    }
}

/// The last word, where no end mark follows it.
fn last_word(block: &Block) -> Option<usize> {
    let mut at = block.tokens.len();
    while let Some(before) = at.checked_sub(1) {
        at = before;
        let token = &block.tokens[at];
        match token.kind {
            Kind::Space | Kind::Break => {}
            Kind::Word | Kind::Number | Kind::Mixed => {
                return (!is_address(block, at)).then_some(at);
            }
            Kind::Mark('”' | '"' | '»' | '“' | '’' | ')' | ']' | ',' | '–' | '—' | '-') =>
                {}
            Kind::Mark(_) => return None,
        }
    }
    None
}

fn is_address(block: &Block, last: usize) -> bool {
    block.tokens[..last]
        .iter()
        .rev()
        .take_while(|token| !token.is_blank())
        .take(40)
        .any(|token| matches!(token.mark(), Some('@' | '/' | '#')))
}
