//! Numbers whose points and commas stand in the wrong place.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, fr},
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
        de("Rund ⟦2.0000⟧ Schiffe kamen."),
        fr(
            "Environ ⟦2,000.50⟧ tonnes sont arrivées ; le billet coûte ⟦2.50⟧ € et ⟦1.2⟧ million d’habitants.",
        ),
        en("It won £⟦2,50,000⟧ for batteries."),
    ],
    passes: &[
        en(
            "About 2,000 troops, 1,000,000 tonnes, 3.5 metres, version 1.2.3, pages 1,2,3 and 10.30 a.m.",
        ),
        en("In 2018, 300 ships; on 25.07.2024; rooms 12,14; the years 2019,2020; No. 2000,5."),
        de("Rund 2.000 Schiffe, 3,5 Meter, 12.30 Uhr, 1.000.000,50 Euro."),
        fr("Environ 2 000,50 tonnes, 3,5 mètres."),
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
            let money = at > 0 && matches!(block.tokens[at - 1].mark(), Some('£' | '€' | '$'));
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
        || ["euro", "euros", "eur", "руб", "рублей"].contains(&block.lower(next).as_ref())
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
                block.lower(at - 2).as_ref(),
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
