//! Gaps that were left to be filled.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "placeholder",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "A gap that was left to be filled: [AMOUNT], TK, XXX, {{name}}, ____.",
    why: "A template that goes out unfilled is the most embarrassing release of all.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port paid ⟦[AMOUNT]⟧ to ⟦{{name}}⟧ on ⟦TK⟧ May."),
        en("Call ⟦XXXX⟧ or ⟦xxx⟧, says ⟦[insert name]⟧, ⟦<name>⟧ of ⟦____⟧; venue ⟦TBC⟧."),
        en("⟦NOT FOR PUBLICATION – DRAFT V2⟧\nThe port is open."),
        en("Price ⟦??⟧ by ⟦DD/MM/YYYY⟧, ⟦TODO⟧, on ⟦XX⟧ May."),
        fr("Le port a payé ⟦[MONTANT]⟧ à ⟦[nom]⟧. ⟦[à compléter]⟧"),
        en("The price is ⟦[to be confirmed]⟧; ⟦[figure to follow]⟧."),
        fr("⟦[À COMPLÉTER : logo]⟧"),
        es("⟦[PENDIENTE: crédito de la foto]⟧"),
        de("Es kostet ⟦XXX⟧ Euro."),
        de("⟦[Zitat Oberbürgermeister]⟧ Der Hafen zahlte ⟦[BETRAG]⟧ an ⟦[Name]⟧."),
        es("El puerto pagó ⟦[IMPORTE]⟧ a ⟦[nombre]⟧."),
        es("El puerto abre.\n⟦insertar foto aquí⟧"),
        ru("Порт заплатил ⟦[СУММА]⟧ ⟦[имя]⟧."),
    ],
    passes: &[
        en(
            "He said [sic] that [the port] paid [1] and [2018], [NATO] included, at the XXX Olympiad, size XXL.",
        ),
        en("“[The mayor] later [as the port confirmed] spoke; the talks [that follow] went well.”"),
        de("„Es geht [wie folgt] weiter.“"),
        en("Use <https://vestmark.example> and a < b > c. What?! TK Maxx opened; TKO in round 3."),
    ],
    check: Check::Block(check),
};

/// What stands in brackets only until it is filled.
const BRACKETED: &[&str] = &[
    "insert",
    "name",
    "names",
    "date",
    "place",
    "title",
    "quote",
    "number",
    "amount",
    "city",
    "company",
    "contact",
    "phone",
    "email",
    "url",
    "link",
    "tbc",
    "tbd",
    "placeholder",
    "organisation",
    "organization",
    "location",
    "position",
    "time",
    "xx",
    "photo",
    "image",
    "citation",
    "cita",
    "foto",
    "bild",
    "zitat",
    "цитата",
    "фото",
    "nom",
    "prénom",
    "montant",
    "lieu",
    "titre",
    "insérer",
    "compléter",
    "fonction",
    "betrag",
    "datum",
    "ort",
    "titel",
    "einfügen",
    "einsetzen",
    "vorname",
    "nombre",
    "fecha",
    "lugar",
    "importe",
    "cargo",
    "insertar",
    "имя",
    "фио",
    "дата",
    "место",
    "сумма",
    "должность",
    "вставить",
    "название",
    "pending",
    "pendiente",
    "funder",
    "spokesperson",
    "speaker",
    "caption",
    "logo",
    "price",
    "figure",
    "prix",
    "signature",
    "légende",
    "preis",
    "unterschrift",
    "precio",
    "firma",
    "pie",
    "цена",
    "подпись",
    "логотип",
    "ссылка",
];

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if is_order(block) || is_draft(block) {
        notes.at(block, 0..block.text().len(), say!("This is still to be filled in."));
        return;
    }
    let mut at = 0;
    while at < block.tokens.len() {
        let end = found(block, at);
        if let Some(end) = end {
            notes.at(block, block.span(at..end), say!("This is still to be filled in."));
        }
        at = end.unwrap_or(at + 1);
    }
}

/// A line in capitals that calls the text a draft.
fn is_draft(block: &Block) -> bool {
    let text = block.text();
    let drafts = ["DRAFT", "ENTWURF", "BROUILLON", "BORRADOR", "ЧЕРНОВИК", "NOT FOR PUBLICATION"];
    text.len() <= 60
        && !text.chars().any(char::is_lowercase)
        && drafts.iter().any(|draft| text.contains(draft))
}

/// A line that orders what is to stand here: "insert photo here".
fn is_order(block: &Block) -> bool {
    let words: Vec<_> = (0..block.tokens.len().min(12))
        .filter(|at| block.tokens[*at].is_wordlike())
        .map(|at| block.lower(at))
        .collect();
    let orders = ["insert", "insérer", "insertar", "вставить", "ajouter", "añadir", "добавить"];
    let things = [
        "photo",
        "foto",
        "image",
        "picture",
        "quote",
        "citation",
        "cita",
        "imagen",
        "logo",
        "фото",
        "цитату",
        "логотип",
    ];
    (2..=5).contains(&words.len())
        && orders.contains(&words[0])
        && words[1..].iter().any(|word| things.contains(word))
}

/// The token after a gap that begins here.
fn found(block: &Block, at: usize) -> Option<usize> {
    let token = &block.tokens[at];
    match token.kind {
        Kind::Mark('[') => bracketed(block, at, ']'),
        Kind::Mark('<') => {
            bracketed(block, at, '>').filter(|_| BRACKETED.contains(&block.lower(at + 1)))
        }
        Kind::Mark('{') if block.is_mark(at + 1, '{') => {
            let close = (at + 2..block.tokens.len().min(at + 12))
                .find(|at| block.is_mark(*at, '}') && block.is_mark(at + 1, '}'))?;
            Some(close + 2)
        }
        Kind::Mark('$') if block.is_mark(at + 1, '{') => {
            let close =
                (at + 2..block.tokens.len().min(at + 12)).find(|at| block.is_mark(*at, '}'))?;
            Some(close + 1)
        }
        Kind::Mark('_') => run(block, at, '_', 3),
        Kind::Mark('?') if at > 0 && block.tokens[at - 1].is_blank() => run(block, at, '?', 2),
        Kind::Word => word(block, at),
        _ => None,
    }
}

fn run(block: &Block, at: usize, mark: char, least: usize) -> Option<usize> {
    let count = block.tokens[at..].iter().take_while(|token| token.mark() == Some(mark)).count();
    (count >= least).then_some(at + count)
}

/// Whether the words in brackets end as what is still to come does: "to be confirmed", "Zitat folgt".
fn is_to_come(block: &Block, words: &[usize]) -> bool {
    let word = |back: usize| words.iter().rev().nth(back).map(|at| block.lower(*at));
    let (Some(last), before) = (word(0), word(1).unwrap_or_default()) else { return false };
    match last {
        "added" | "advised" | "agreed" | "announced" | "approved" | "completed" | "confirmed"
        | "decided" | "determined" | "inserted" | "provided" | "supplied" => before == "be",
        "add" | "check" | "confirm" | "follow" => before == "to",
        "ajouter" | "compléter" | "confirmer" | "définir" | "insérer" | "préciser" | "vérifier" => {
            before == "à"
        }
        "completar" | "confirmar" | "definir" | "determinar" => {
            matches!(before, "por" | "a")
        }
        "folgt" => before != "wie",
        "ergänzen" | "nachtragen" | "уточнить" | "уточняется" | "дополнить" => {
            true
        }
        _ => false,
    }
}

/// Words of a form in brackets: all in capitals, or one of those that forms use.
fn bracketed(block: &Block, at: usize, closing: char) -> Option<usize> {
    let close = (at + 1..block.tokens.len().min(at + 14)).find(|at| block.is_mark(*at, closing))?;
    let inside = at + 1..close;
    let words: Vec<usize> =
        inside.clone().filter(|at| block.tokens[*at].kind == Kind::Word).collect();
    if words.is_empty() || inside.clone().any(|at| block.is_mark(at, '.') || block.is_mark(at, ','))
    {
        return None;
    }
    let plain = |at: &usize| block.tokens[*at].sense.is(crate::lexicon::Class::Known);
    let capitals = words.iter().all(|at| block.tokens[*at].shape == Shape::Upper)
        && !words.iter().all(plain)
        && block.words(inside.clone()).chars().count() >= 5;
    let open = words.len() <= 6 && is_to_come(block, &words);
    let form =
        words.len() <= 8 && words.first().is_some_and(|at| BRACKETED.contains(&block.lower(*at)));
    let form = form
        && (words.len() <= 4
            || matches!(
                block.lower(words[0]),
                "insert" | "insérer" | "insertar" | "вставить" | "einfügen"
            ));
    // "[À COMPLÉTER : logo]": an order in capitals, and what it is about.
    let colon = inside.clone().find(|at| block.is_mark(*at, ':'));
    let ordered = colon.is_some_and(|colon| {
        let order = block.words(inside.start..colon);
        order.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && !order.chars().any(char::is_lowercase)
    });
    (capitals || form || open || ordered).then_some(close + 1)
}

fn word(block: &Block, at: usize) -> Option<usize> {
    let token = &block.tokens[at];
    let word = block.word(at);
    if word.len() > 8 || token.shape == Shape::Capital {
        return None;
    }
    let next_capital = block.tokens.get(at + 2).is_some_and(|next| {
        next.kind == Kind::Word
            && next.shape == Shape::Capital
            && !next.sense.is(crate::lexicon::Class::Month)
    });
    let gap = match word {
        "TKTK" | "TKK" | "TODO" | "FIXME" | "TBC" | "TBD" | "xxx" | "xxxx" | "xxxxx" => true,
        "TK" | "XXX" => {
            !next_capital
                || block.tokens.get(at + 2).is_some_and(|next| {
                    next.sense.is(crate::lexicon::Class::Currency)
                        || next.sense.is(crate::lexicon::Class::Unit)
                        || block.word(at + 2).ends_with("illionen")
                })
        }
        "XX" => {
            block.tokens.get(at + 2).is_some_and(|next| next.sense.is(crate::lexicon::Class::Month))
                || block.is_mark(at + 1, '%')
        }
        "DD" if block.is_mark(at + 1, '/') && block.word(at + 2) == "MM" => {
            return Some(if block.is_mark(at + 3, '/') { at + 5 } else { at + 3 });
        }
        _ => word.len() >= 4 && word.bytes().all(|b| b == b'X'),
    };
    gap.then_some(at + 1)
}
