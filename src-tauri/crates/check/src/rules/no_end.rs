//! Paragraphs without an end.

use dateline_model::{Slot, say};

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
            "Port opens\nThe pilots are glad.\nThe northern fairway is open to all ships of any flag and any size from ⟦Monday⟧\nThe crews came.",
        ),
        en(
            "Port opens\nThe pilots are glad.\nThe drill is held within the plan of the great autumn exercise of the guild “Clear ⟦Water”⟧",
        ),
        fr(
            "Le port ouvre\nLes pilotes sont contents.\nLe chenal nord est ouvert à tous les navires de tous les pays dès ⟦lundi⟧\nFin.",
        ),
        de(
            "Hafen öffnet\nDie Lotsen freuen sich.\nDie nördliche Rinne ist ab Montag für alle Schiffe und alle Boote der Küste ⟦frei⟧\nEnde.",
        ),
        es(
            "Abre el puerto\nLos prácticos se alegran.\nEl canal norte está abierto a todos los barcos de todos los países desde el ⟦lunes⟧\nFin.",
        ),
        ru(
            "Порт открыт\nЛоцманы рады.\nСеверный фарватер был открыт для всех судов под любым флагом уже в этот самый холодный ⟦понедельник⟧\nВсё.",
        ),
    ],
    passes: &[
        en(
            "Port is open to all ships of any flag from Monday\nThe fairway is open to ships that have been waiting for it since May\nThe crews are glad. Berths:\nNorth quay, three cranes, one shed\nWrite to the desk that is open all day and all night for you: press@vestmark.example",
        ),
        en(
            "Port opens\n“The fairway is open to all ships now.”\nIs it open to all of the ships that are here?\nThe berths are as follows, from the north to the south:\n- the quay that was built for all the ships that carry grain to the mill",
        ),
    ],
    check: Check::Release(check),
};

/// Shorter paragraphs are labels and signatures.
const LEAST_WORDS: usize = 8;

/// In a plain file, where headings without a comma look like paragraphs, shorter ones are headings.
const LEAST_WORDS_PLAIN: usize = 12;

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut in_head = true;
    for (at, block) in copy.blocks.iter().enumerate() {
        let prose = matches!(block.slot, Slot::Body | Slot::Notes)
            && matches!(block.place, Place::Paragraph | Place::Unknown);
        // The first lines of a plain file, up to the first that ends, are headline and standfirst.
        let plain = block.place == Place::Unknown;
        in_head &= plain && last_word(block).is_some();
        // A heading has no comma, and no sentence before its last.
        let running =
            block.sentences.len() > 1 || block.tokens.iter().any(|t| t.mark() == Some(','));
        let least = if plain && !running { LEAST_WORDS_PLAIN } else { LEAST_WORDS };
        let short = block.count_words(0..block.tokens.len()) < least;
        if !prose || in_head || is_item(block) || short {
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
                    say!("The paragraph ends without a full stop: is something missing?"),
                );
            }
        }
    }
}

/// A line that begins with a list's mark.
fn is_item(block: &Block) -> bool {
    block
        .tokens
        .first()
        .is_some_and(|first| matches!(first.mark(), Some('-' | '–' | '—' | '•' | '*' | '·' | '▪')))
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
