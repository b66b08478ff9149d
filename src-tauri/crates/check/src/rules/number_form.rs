//! Numbers whose points and commas stand in the wrong place.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "number-form",
    family: Family::Figures,
    severity: Severity::Warning,
    what: "A malformed number: 2,0000, 1.000,000, 2, 000, or a decimal comma in English.",
    why: "A slipped comma makes ten thousand of one thousand.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("About ⟦2,0000⟧ troops, ⟦1.000,000⟧ tonnes and ⟦2, 000⟧ pieces came."),
        en("It grew by ⟦12,5⟧ per cent to ⟦2,,000⟧ ships and ⟦10,00⟧ crews."),
        de("Rund ⟦2.0000⟧ Schiffe kamen, ⟦2,500⟧ Besucher warteten."),
        fr("Le fonds compte ⟦85 0000⟧ documents et ⟦1,450⟧ marins."),
        ru("Примут ⟦45 0000⟧ человек."),
        fr(
            "Environ ⟦2,000.50⟧ tonnes sont arrivées ; le billet coûte ⟦2.50⟧ € et ⟦1.2⟧ million d’habitants.",
        ),
        en("It won £⟦2,50,000⟧ for batteries and sold ⟦12.000⟧ packs."),
    ],
    passes: &[
        en(
            "About 2,000 troops, 1,000,000 tonnes, 3.5 metres, version 1.2.3, pages 1,2,3 and 10.30 a.m.",
        ),
        en("It ran 2.125 children a family, 1.500 metres, 9.850 seconds and 3.000 per cent."),
        en("In 2018, 300 ships; on 25.07.2024; rooms 12,14; the years 2019,2020; No. 2000,5."),
        de("Rund 2.000 Schiffe, 3,5 Meter, 12.30 Uhr, 1.000.000,50 Euro."),
        fr("Environ 2 000,50 tonnes, 3,5 mètres, 1,450 million, 2,125 tonnes."),
        de("Er sprang 2,345 Meter und lief 9,875 Sekunden; 1,234 Promille."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let known = matches!(block.primary(), "en" | "de" | "fr" | "es" | "ru");
    if !known {
        return;
    }
    for (at, token) in block.tokens.iter().enumerate() {
        if token.kind != Kind::Number {
            continue;
        }
        let word = block.word(at);
        let span = token.range();
        if word.contains([',', '.']) {
            if is_malformed(block, at, word) {
                notes.at(
                    block,
                    span,
                    say!("Points and commas stand in the wrong place in this number."),
                );
            }
        } else if word.len() <= 3 && block.is_mark(at + 1, ',') {
            split_thousand(block, at, notes);
        } else if word.len() <= 3 && is_one_too_long(block, at) {
            notes.at(block, block.span(at..at + 3), say!("Thousands are parted in threes."));
        }
    }
}

/// `2, 000` and `2,,000`.
fn split_thousand(block: &Block, at: usize, notes: &mut Notes) {
    let doubled = block.is_mark(at + 2, ',');
    let spaced = block.tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Space);
    let rest = block.word(at + 3);
    let thousand = rest.len() == 3 && rest.bytes().all(|b| b.is_ascii_digit());
    let lost = doubled || spaced && rest == "000";
    if thousand && lost && block.primary() == "en" {
        let right = format!("{},{rest}", block.word(at));
        notes.at(block, block.span(at..at + 4), say!("This number is torn apart.")).fix(right);
    }
}

/// `85 0000`: four digits in a group. No year begins with noughts.
fn is_one_too_long(block: &Block, at: usize) -> bool {
    let rest = block.word(at + 2);
    let spaced = block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space);
    let number = |at: usize| block.tokens[at].kind == Kind::Number;
    let alone = at == 0 || block.tokens[at - 1].is_blank() && !(at >= 2 && number(at - 2));
    spaced
        && alone
        && rest.len() == 4
        && rest.starts_with("00")
        && rest.bytes().all(|b| b.is_ascii_digit())
        && is_counted(block, at + 2)
}

/// Beginnings of words for what is measured, and has as many decimals as it likes.
const MEASURES: &[&str] = &[
    "mill",
    "milliard",
    "mio",
    "mrd",
    "тыс",
    "милли",
    "tonn",
    "mètre",
    "metre",
    "meter",
    "kilo",
    "litre",
    "liter",
    "sekund",
    "second",
    "grad",
    "degr",
    "prozent",
    "point",
    "punkt",
    "promille",
    "gramm",
    "hekt",
    "hect",
    "секунд",
    "тонн",
    "метр",
    "кило",
    "литр",
    "процент",
    "градус",
    "грамм",
    "quadrat",
    "kubik",
    "fois",
    "stund",
    "heure",
    "jahr",
    "année",
    "euro",
    "dollar",
    "рубл",
];

/// `1,450 marins`, `12.000 packs`: three decimals of what comes only whole.
fn comes_whole(block: &Block, at: usize) -> bool {
    let Some(next) = block.tokens.get(at + 2) else { return false };
    let word = block.lower(at + 2);
    let noun = next.kind == Kind::Word
        && next.sense.is_plain()
        && word.chars().count() >= 4
        && block.tokens[at + 1].kind == Kind::Space;
    let plural = match block.primary() {
        "en" => word.ends_with('s'),
        "fr" => word.ends_with('s') || word.ends_with('x'),
        "de" => next.is_capitalised(),
        "ru" => true,
        _ => false,
    };
    noun && plural && !MEASURES.iter().any(|stem| word.starts_with(stem))
}

fn is_malformed(block: &Block, at: usize, word: &str) -> bool {
    let (thousands, decimal) = if block.primary() == "en" { (',', '.') } else { ('.', ',') };
    let commas = word.matches(thousands).count();
    let points = word.matches(decimal).count();
    let lengths: Vec<usize> = word.split([',', '.']).map(str::len).collect();
    let first_is_decimal = word.find([',', '.']).is_some_and(|i| word[i..].starts_with(decimal));
    match (commas, points) {
        // Both signs: the thousands come first, in threes, and one decimal sign.
        (1.., 1) => {
            first_is_decimal || lengths[1..lengths.len() - 1].iter().any(|length| *length != 3)
        }
        (1.., 2..) => true,
        (0, 1)
            if (decimal == ',' || word.ends_with('0'))
                && lengths[1] == 3
                && lengths[0] <= 3
                && !word.starts_with('0') =>
        {
            comes_whole(block, at)
        }
        (1, 0) if thousands == ',' => match lengths[..] {
            // A decimal comma, a lost nought, or one too many; lists of years and rooms are none.
            [first, last] => {
                let counted = is_counted(block, at);
                last > 3 && first <= 3 || (last == 1 || last == 2) && first <= 3 && counted
            }
            _ => false,
        },
        (1, 0) => {
            lengths[1] == 4 && lengths[0] <= 3 && is_counted(block, at)
                || lengths[1] == 2 && lengths[0] <= 3 && is_european_money(block, at)
                || lengths[1] == 1 && lengths[0] <= 3 && is_millions(block, at)
        }
        // In India the groups behind the first have two figures.
        (2.., 0) if thousands == ',' => {
            let indian = block.language().tag() == "en-IN";
            let money = block.currency_before(at).is_some();
            lengths[1..].iter().any(|length| *length > 3)
                || money && !indian && lengths[1..].iter().any(|length| *length != 3)
        }
        _ => false,
    }
}

/// Whether millions are counted, in a language whose decimals stand behind a comma; in half of the
/// Spanish-speaking world they stand behind a point.
fn is_millions(block: &Block, at: usize) -> bool {
    let next = block.lower(at + 2);
    let stems = ["million", "milliard", "mio", "mrd", "млн", "млрд", "миллион"];
    block.primary() != "es" && stems.iter().any(|stem| next.starts_with(stem))
}

/// Whether the number is an amount in euros or roubles, whose cents stand behind a comma.
fn is_european_money(block: &Block, at: usize) -> bool {
    let next = at
        + 1
        + usize::from(block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space));
    block.is_mark(next, '€')
        || block.is_mark(next, '₽')
        || ["euro", "euros", "eur", "руб", "рублей"].contains(&block.lower(next))
}

/// Whether something is counted by the number: a word of its own follows, or a per cent sign.
fn is_counted(block: &Block, at: usize) -> bool {
    let next = at
        + 1
        + usize::from(block.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space));
    let numbered = at >= 3 && block.is_mark(at - 2, '.')
        || at >= 2
            && block.lower(at - 2).ends_with('s')
            && block.primary() == "en"
            && matches!(
                block.lower(at - 2),
                "pages"
                    | "rooms"
                    | "years"
                    | "nos"
                    | "items"
                    | "points"
                    | "paragraphs"
                    | "sections"
            );
    !numbered
        && block.tokens.get(next).is_some_and(|token| match token.kind {
            Kind::Word => {
                !token.sense.is(crate::lexicon::Class::Function)
                    && !token.sense.is(crate::lexicon::Class::And)
            }
            Kind::Mark(mark) => mark == '%',
            _ => false,
        })
}
