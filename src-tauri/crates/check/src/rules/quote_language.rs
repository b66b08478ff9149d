//! Quotation marks of another language.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Quote, Role},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "quote-language",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "Quotation marks that belong to another language, such as « » in English.",
    why: "Marks that came along with a translation look foreign to its readers. Straight marks belong to no language and are left alone here.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The ⟦«Clear Water»⟧ drill began."),
        en("The ⟦„Clear Water“⟧ drill began."),
        en("“We shall stay open⟦“⟧, she added."),
        de("Die Übung ⟦“Klares Wasser”⟧ begann."),
        de("Die Übung ⟦„Klares Wasser”⟧ begann."),
        fr("L’exercice ⟦“Eau claire”⟧ a commencé."),
        ru("Учения ⟦“Чистая вода”⟧ начались."),
    ],
    passes: &[
        en("The “Clear Water” and \"Blue Sea\" drills began."),
        de("Die Übung „Klares Wasser“ und die Übung »Blaues Meer« begannen."),
        fr("« L’exercice “Eau claire” a commencé », dit-il de \"Mer bleue\"."),
        ru("«Учения „Чистая вода“ начались»."),
    ],
    check: Check::Block(check),
};

/// „Wort”: opened in German and closed in English.
fn closes_in_english(block: &Block, quote: &Quote) -> bool {
    let close = quote.partner.map(|partner| block.quotes[partner].mark);
    quote.mark == '„' && close == Some('”')
}

/// The token of a mark that opens in English and Spanish, and was set at the end: “Word“.
fn turned(block: &Block, quote: &Quote) -> Option<usize> {
    let close = block.quotes[quote.partner?];
    let wrong = matches!(block.primary(), "en" | "es") && quote.mark == '“' && close.mark == '“';
    wrong.then_some(close.token)
}

fn check(block: &Block, _: &With, notes: &mut Notes) {
    for quote in block.quotes.iter().filter(|quote| quote.role == Role::Open && quote.depth == 0) {
        if let Some(close) = turned(block, quote) {
            let message = say!("This mark opens quotations, and here one ends.");
            notes.at(block, block.tokens[close].range(), message).fix("”");
        }
        let wrong = match block.primary() {
            "en" => matches!(quote.mark, '«' | '»' | '„'),
            "de" => quote.mark == '“' || closes_in_english(block, quote),
            "fr" => matches!(quote.mark, '“' | '„'),
            "ru" => quote.mark == '“',
            _ => false,
        };
        let Some(partner) = quote.partner.filter(|_| wrong) else { continue };
        let close = block.quotes[partner].token;
        let (open_mark, close_mark) = block.language().quote_marks().outer;
        let words = block.words(quote.token + 1..close).trim();
        let note = notes.at(
            block,
            block.span(quote.token..close + 1),
            say!(
                "This language quotes with {open}…{close}.",
                open = open_mark.trim(),
                close = close_mark.trim()
            ),
        );
        note.fix(format!("{open_mark}{words}{close_mark}"));
        // Both customs are seen in French and Russian print.
        if matches!(block.primary(), "fr" | "ru") {
            note.weigh(Severity::Advice);
        }
    }
}
