//! Quotation marks that open and never close, or close what never opened.

use dateline_model::{Slot, say};

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    reading::{Family as Marks, Quote, Role, family},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "unbalanced-quotes",
    family: Family::Quotations,
    severity: Severity::Error,
    what: "A quotation mark without the one that belongs to it.",
    why: "Without its end nobody knows which words are the speaker's and which the office's. A quotation of several paragraphs opens each of them and closes the last.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Berg said: ⟦“⟧The fairway is open. Two ships came in."),
        en("Berg said the fairway is open⟦”⟧ on Monday."),
        en("The exercise ⟦\"⟧Clear Water was held in May."),
        en("⟦“⟧We are open.\nBerg left at noon.\n“We are closed,” he said later."),
        fr("Le port a dit : ⟦«⟧ Le chenal est ouvert."),
        de("Der Hafen teilte mit: ⟦„⟧Die Rinne ist frei."),
        es("El puerto dijo: ⟦«⟧El canal está abierto."),
        ru("Порт сообщил: ⟦«⟧Фарватер открыт."),
    ],
    passes: &[
        en("“We are open.\n“We shall stay so,” Berg said of the 12\" pipe."),
        en("He said: “The ‘Clear Water’ drill went well,” and the states’ forces left."),
        de("„Die Rinne ist ‚frei‘“, sagte Berg."),
        fr("« Le chenal est “ouvert” », a dit Berg."),
        fr("Le quai de l’« Éclair » est ouvert."),
        de("Berg sagte: „Wir öffnen.\nDas freut uns alle.“\nAm Mittag ging sie."),
        ru("«Учения „Чистая вода“ прошли», — сказал Берг."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let ends: Vec<Ends> =
        copy.blocks.iter().map(|block| (lone(block).next(), lone(block).next_back())).collect();
    for (at, block) in copy.blocks.iter().enumerate() {
        for quote in lone(block) {
            let span = block.tokens[quote.token].range();
            match quote.role {
                Role::Open
                    if goes_on(copy, at, quote.mark) || ends_later(copy, &ends, at, quote) => {}
                Role::Open => {
                    notes.at(
                        block,
                        span,
                        say!("This “{mark}” opens a quotation that never ends.", mark = quote.mark),
                    );
                }
                // A single mark at the end of a word is an apostrophe as often as not.
                Role::Close if family(quote.mark) == Some(Marks::Single) => {}
                Role::Close if began_before(copy, &ends, at, quote) => {}
                Role::Close => {
                    notes.at(
                        block,
                        span,
                        say!("This “{mark}” ends a quotation that never began.", mark = quote.mark),
                    );
                }
            }
        }
    }
}

/// Whether the next paragraph takes the quotation up, with a mark of the same family at its start.
fn goes_on(copy: &Copy, at: usize, mark: char) -> bool {
    let (this, Some(next)) = (&copy.blocks[at], copy.blocks.get(at + 1)) else { return false };
    let same_part =
        this.slot == next.slot && !matches!(this.slot, Slot::Boilerplate | Slot::Contacts);
    same_part && begins_with(next, mark)
}

/// Over how many paragraphs a quotation is followed that is opened and closed once.
const PARAGRAPHS: usize = 6;

/// The quotation marks of a block that have none at the other end.
fn lone(block: &Block) -> impl DoubleEndedIterator<Item = &Quote> {
    block.quotes.iter().filter(|quote| quote.partner.is_none())
}

/// The first and the last of these of a block.
type Ends<'a> = (Option<&'a Quote>, Option<&'a Quote>);

/// Whether a later paragraph closes what is the last open mark here, as German prints it.
fn ends_later(copy: &Copy, ends: &[Ends], at: usize, quote: &Quote) -> bool {
    let slot = copy.blocks[at].slot;
    let rest = (at + 1..ends.len()).take(PARAGRAPHS);
    let next = rest.take_while(|at| copy.blocks[*at].slot == slot).find_map(|at| ends[at].0);
    ends[at].1.is_some_and(|last| last.token == quote.token)
        && next.is_some_and(|next| next.role == Role::Close && belong(quote.mark, next.mark))
}

/// Whether an earlier paragraph opened what is the first mark that closes here.
fn began_before(copy: &Copy, ends: &[Ends], at: usize, quote: &Quote) -> bool {
    let slot = copy.blocks[at].slot;
    let before = (0..at).rev().take(PARAGRAPHS);
    let last = before.take_while(|at| copy.blocks[*at].slot == slot).find_map(|at| ends[at].1);
    ends[at].0.is_some_and(|first| first.token == quote.token)
        && last.is_some_and(|last| last.role == Role::Open && belong(last.mark, quote.mark))
}

/// Whether one mark ends what the other begins.
fn belong(open: char, close: char) -> bool {
    match open {
        '„' => matches!(close, '“' | '”'),
        '“' => close == '”',
        '«' => close == '»',
        '»' => close == '«',
        _ => open == close,
    }
}

fn begins_with(block: &Block, mark: char) -> bool {
    block.quotes.first().is_some_and(|first| {
        let at_start = block.tokens[..first.token].iter().all(|token| token.is_blank());
        at_start && first.role == Role::Open && family(first.mark) == family(mark)
    })
}
