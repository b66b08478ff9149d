//! A quotation and its speaker without the comma between them.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Family as Marks, Kind, Quote, Role, family},
    rule::{Check, Concern, Family, Rule, With, de, en, es, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "quote-comma",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "A quotation that runs into its speaker without a comma: “We are open” said Berg.",
    why: "A comma parts what was said from who said it, in English before the mark, in German and Spanish behind it, in Russian with a dash. French leaves it out as often as not.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("“A lifeboat needs eight minutes⟦” said⟧ Berg. “We are open today⟦” she said⟧."),
        de("„Das Boot fährt am Montag⟦“ sagte⟧ Berg."),
        es("«Preferimos pecar de prudentes⟦» dijo⟧ el gerente."),
        ru("«Такой рельс служит на треть дольше⟦» говорит⟧ директор."),
    ],
    passes: &[
        en("“A lifeboat needs eight minutes,” said Berg. “Is it open today?” she said."),
        en("“We are here to stay” is what she said; the “Blue Sea” said nothing."),
        de("„Das Boot fährt am Montag“, sagte Berg. „Neue Welt“ berichtete davon."),
        es("«Preferimos pecar de prudentes», dijo el gerente."),
        ru(
            "«Такой рельс служит на треть дольше», – говорит директор. «Новая газета» сообщила об этом.",
        ),
    ],
    check: Check::Block(check),
};

/// Fewer words in quotation marks are a title, which may say something itself.
const LEAST_WORDS: usize = 4;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if !matches!(block.primary(), "en" | "de" | "es" | "ru") {
        return;
    }
    for quote in block.quotes.iter().filter(|quote| quote.role == Role::Close) {
        let Some(open) = quote.partner.map(|partner| &block.quotes[partner]) else { continue };
        let Some(verb) = speaker(block, open, quote) else { continue };
        let mark = quote.mark;
        let rest = block.words(quote.token + 1..verb + 1);
        let right = match block.primary() {
            "en" => format!(",{mark}{rest}"),
            "ru" => format!("{mark}, –{rest}"),
            _ => format!("{mark},{rest}"),
        };
        let message = say!("A comma stands between a quotation and its speaker.");
        notes.at(block, block.span(quote.token..verb + 1), message).fix(right);
    }
}

/// The verb of saying that follows a whole sentence in quotation marks without any mark between.
fn speaker(block: &Block, open: &Quote, close: &Quote) -> Option<usize> {
    let at = close.token;
    let whole = block.begins_sentence(open.token)
        && block.count_words(open.token + 1..at) >= LEAST_WORDS
        && block.before(at).is_some_and(|last| last.is_wordlike());
    let single = family(close.mark) == Some(Marks::Single);
    if !whole || single || block.after(at)?.kind != Kind::Space {
        return None;
    }
    let says = |at: usize| {
        block
            .tokens
            .get(at)
            .is_some_and(|token| token.sense.is(Class::Said) && !token.is_capitalised())
    };
    let pronoun = matches!(block.word(at + 2), "he" | "she" | "they" | "I" | "we");
    let verb = if pronoun { at + 4 } else { at + 2 };
    says(verb).then_some(verb)
}
