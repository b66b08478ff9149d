//! Quotation marks of several kinds in one release.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    reading::{Quote, Role},
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "mixed-quotes",
    family: Family::Quotations,
    severity: Severity::Warning,
    what: "Quotation marks of another kind than the release's own: straight among curly, single among double; a pair that opens straight and closes curly.",
    why: "Mixed marks show where text was pasted together. The marks of the language stand where they are used at all, otherwise the more frequent ones.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The “Clear Water” drill and the ⟦\"Blue Sea\"⟧ drill."),
        en("The “Clear Water” drill.\nThe ⟦‘Blue Sea’⟧ drill and the “Red Hill” drill."),
        fr("L’exercice « Eau claire » et l’exercice ⟦\"Mer bleue\"⟧."),
        de("Die Übung „Klares Wasser“ und die Übung ⟦\"Blaues Meer\"⟧."),
        ru("Учения «Чистая вода» и учения ⟦\"Синее море\"⟧."),
        de("Die Übung ⟦\"Klares Wasser“⟧ endet."),
        en("The ⟦“Clear Water\"⟧ drill ended."),
        en("He told the crew so. ⟦”We will keep the public informed,“⟧ he said."),
    ],
    passes: &[
        en("“The ‘Clear Water’ drill,” he said, and left the 12\" pipe to the crew’s care."),
        en("'Clear Water' and 'Blue Sea' were the crews' drills; he called it ‘new’."),
        fr("« L’exercice “Eau claire” », dit-il."),
    ],
    check: Check::Release(check),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Curly,
    Straight,
    CurlySingle,
    StraightSingle,
    Angle,
}

fn marks(quote: &Quote) -> Option<Marks> {
    Some(match quote.mark {
        '“' | '”' | '„' => Marks::Curly,
        '"' => Marks::Straight,
        '‘' | '‚' => Marks::CurlySingle,
        '\'' => Marks::StraightSingle,
        '«' | '»' => Marks::Angle,
        _ => return None,
    })
}

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let all: Vec<(&Block, &Quote, Marks)> = copy
        .blocks
        .iter()
        .flat_map(|block| block.quotes.iter().map(move |quote| (block, quote)))
        .filter(|(_, quote)| quote.role == Role::Open && quote.depth == 0)
        .filter_map(|(block, quote)| Some((block, quote, marks(quote)?)))
        .collect();
    for (block, quote, _) in &all {
        halves(block, quote, notes);
    }
    let Some(own) = own_marks(&all) else { return };
    let first =
        all.iter().find(|(_, _, kind)| *kind == own).map(|(block, quote, _)| (*block, *quote));
    for (block, quote, kind) in all.iter().filter(|(_, _, kind)| *kind != own) {
        // A single pair among straight ones may be anything: a term, a foot, an apostrophe.
        let faint = *kind == Marks::StraightSingle
            || (own, *kind) == (Marks::StraightSingle, Marks::CurlySingle);
        let Some(partner) = quote.partner.filter(|_| !faint) else { continue };
        if is_straight(quote) != is_straight(&block.quotes[partner]) {
            continue;
        }
        let close = block.quotes[partner].token;
        let span = block.span(quote.token..close + 1);
        let note = notes.at(
            block,
            span,
            say!("These quotation marks are of another kind than the others of the release."),
        );
        if matches!(kind, Marks::CurlySingle) {
            note.weigh(Severity::Advice);
        }
        if let Some((shown, model)) = first {
            note.see(shown, shown.tokens[model.token].range());
            if let Some(close_model) = model.partner.map(|partner| shown.quotes[partner].mark) {
                let words = block.words(quote.token + 1..close);
                let (pad, tail) = if model.mark == '«' && block.primary() == "fr" {
                    ("\u{a0}", "\u{a0}")
                } else {
                    ("", "")
                };
                note.fix(format!("{}{pad}{words}{tail}{close_model}", model.mark));
            }
        }
    }
}

fn is_straight(quote: &Quote) -> bool {
    matches!(quote.mark, '"' | '\'')
}

/// A pair of which one half is straight and the other is not.
fn halves(block: &Block, quote: &Quote, notes: &mut Notes) {
    let Some(partner) = quote.partner.map(|partner| block.quotes[partner]) else { return };
    // No language quotes ”so“.
    let turned = quote.mark == '”' && partner.mark == '“';
    if is_straight(quote) == is_straight(&partner) && !turned {
        return;
    }
    let message = match turned {
        true => say!("The marks of this quotation are turned the wrong way."),
        false => say!("This quotation opens with one kind of mark and closes with another."),
    };
    let note = notes.at(block, block.span(quote.token..partner.token + 1), message);
    let (open, close) = match block.primary() {
        "de" => ('„', '“'),
        "en" => ('“', '”'),
        _ => return,
    };
    note.fix(format!("{open}{}{close}", block.words(quote.token + 1..partner.token)));
}

/// The kind that stands: the language's own where it occurs, else the more frequent one.
fn own_marks(all: &[(&Block, &Quote, Marks)]) -> Option<Marks> {
    let count = |kind| all.iter().filter(|(_, _, k)| *k == kind).count();
    let (block, _, _) = all.first()?;
    let native = match block.primary() {
        "fr" | "ru" | "es" => [Marks::Angle, Marks::Curly],
        "en" if count(Marks::CurlySingle) > count(Marks::Curly) => {
            [Marks::CurlySingle, Marks::Curly]
        }
        _ => [Marks::Curly, Marks::Angle],
    };
    let kinds = [Marks::Straight, Marks::CurlySingle, Marks::StraightSingle];
    native.into_iter().find(|kind| count(*kind) > 0).or_else(|| {
        kinds.into_iter().filter(|kind| count(*kind) > 0).max_by_key(|kind| count(*kind))
    })
}
