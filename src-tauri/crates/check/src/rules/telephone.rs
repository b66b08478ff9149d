//! Telephone numbers that cannot be dialled as they stand.

use std::collections::HashSet;

use dateline_model::{Sentence, Slot, say};
use rlibphonenumber::{PHONE_NUMBER_UTIL, enums::NumberLengthType, errors::ValidationError};

use crate::{
    Severity,
    copy::Block,
    notes::{Notes, Spot},
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "telephone",
    family: Family::Contacts,
    severity: Severity::Warning,
    what: "A telephone number with a space after its plus, without a country that exists, or too long or short for its country.",
    why: "A number is there to be dialled, by people and by their telephones; lengths are those of the numbering plans (libphonenumber).",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Call ⟦+ 996-312-88-31-48⟧ today."),
        en("Call ⟦+44 20 7946 00⟧ or ⟦+999 123 4567⟧."),
        en("For details call ⟦01632 96⟧, or call ⟦0161 49⟧ at night."),
        en("For details ask the Public Affairs Office, ⟦(303) 555-01⟧, or (303) 555-0142."),
        en("Press: ⟦020 7946 01⟧, press@vestmark.example; call ⟦1-800-555-01999⟧."),
        en("Media: Anna Berg, (615) 555-⟦O126⟧, press@vestmark.example"),
        fr("Contact : Anne Lefèvre, ⟦01 99 00 64 5⟧"),
        fr("Contact : presse@vestmark.example, ⟦01 99 00 64 533⟧"),
        de("Kontakt: ⟦030/23125-99999999⟧, presse@vestmark.example"),
        es("Contacto: prensa@vestmark.example, ⟦915 550 1⟧"),
        fr("Contact presse : ⟦04 78 12⟧ ou presse@vestmark.example"),
        ru("Контакты: тел. ⟦+7 831 45⟧"),
        ru("Касса: ⟦+7 812 33⟧"),
        es("Contacto: prensa@vestmark.example, ⟦+34 91 55⟧"),
        ru("Телефон: ⟦+7 495 12-3⟧, для прессы ⟦8 (812) 555⟧."),
    ],
    passes: &[
        en(
            "Call +44 20 7946 0000, +996 312 883 148 or 112; growth was +5 per cent, +2024 and 3 + 4.",
        ),
        ru("Телефон: 8 (812) 555-01-02; 8 (800) 555 35 35; пункт 8 (2024)."),
        en("At +12 degrees, UTC+2, (+3.5) and C++ 17."),
        fr("Contact presse : +32 2 555 01 47, stand 04 12, presse@vestmark.example"),
        en("Duty press officer: 023 9249 6018 (24 hours), press@vestmark.example"),
        en("Press: press@vestmark.example, 020 7946 0123, 01632 960123, 303-555-0142, flat 7B 20."),
        en("Call 020 7946 0123, 0800 555 0142, 116 117 or 999. They call 0.5 a half."),
    ],
    check: Check::Block(check),
};

/// The fewest digits that make a number with its country a telephone number.
const LEAST_DIGITS: usize = 7;

/// The same beside a word for a telephone or a mail address, where a plus means nothing else.
const LEAST_CONTACT_DIGITS: usize = 4;

/// The longest line of contacts, in tokens: longer blocks are running text.
const CONTACT_LINE: usize = 60;

/// Whether a block is a line of contacts: it names a telephone, or has an address of another kind.
fn is_contact(block: &Block) -> bool {
    let tells = |at: usize| {
        // French sets a space before the colon.
        let colon = || block.is_mark(at + 1, ':') || block.is_mark(at + 2, ':');
        block.is_mark(at, '@')
            || at < CONTACT_LABEL && colon() && is_label(block, at)
            || block.is_mark(at, '/') && block.is_mark(at + 1, '/')
            || CALLS.contains(&block.lower(at))
    };
    block.slot == Slot::Contacts
        || block.tokens.len() <= CONTACT_LINE && (0..block.tokens.len()).any(tells)
}

/// In how many tokens a label such as "Media contact:" ends.
const CONTACT_LABEL: usize = 8;

/// "Contact", "Press office": what a line of contacts begins with.
fn is_label(block: &Block, at: usize) -> bool {
    [
        "contact",
        "contacts",
        "contacto",
        "kontakt",
        "pressekontakt",
        "press",
        "presse",
        "prensa",
        "media",
        "office",
        "desk",
        "pressestelle",
        "ansprechpartner",
        "контакт",
        "контакты",
        "пресс-служба",
        "информация",
        "medias",
        "médias",
        "medien",
        "medios",
        "enquiries",
        "inquiries",
        "информации",
    ]
    .contains(&block.lower(at))
}

/// Fewer digits than any number that begins with the 0 of a trunk line.
const LEAST_TRUNK_DIGITS: usize = 8;

/// What stands before a telephone number.
const CALLS: &[&str] = &[
    "call",
    "phone",
    "telephone",
    "tel",
    "ring",
    "mobile",
    "tél",
    "téléphone",
    "telefon",
    "teléfono",
    "тел",
    "llamar",
    "appelez",
    "appeler",
    "anrufen",
    "звоните",
    "телефон",
];

/// How many digits a text has.
fn count_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// The beginning of a text as far as it is digits and what may stand between them.
fn run<'a>(text: &'a str, gaps: &[char]) -> &'a str {
    let end = text.find(|c: char| !c.is_ascii_digit() && !gaps.contains(&c));
    &text[..end.unwrap_or(text.len())]
}

/// A number as North America writes it, "(303) 555-0142", has ten digits.
fn american(block: &Block, notes: &mut Notes) {
    let text = block.text();
    for (start, _) in text.match_indices('(') {
        let rest = &text[start + 1..];
        let area = run(rest, &[]).len();
        // An area behind a 0 is European, and a bracket behind a word is a year or a remark.
        let Some(local) = rest[area..].strip_prefix(')').filter(|_| area == 3) else { continue };
        if rest.starts_with(['0', '1']) {
            continue;
        }
        let gaps = [' ', '\u{a0}', '-'];
        let local = run(local, &gaps).trim_end_matches(gaps);
        let digits = area + count_digits(local);
        if local.contains('-') && digits != 10 && digits < 13 {
            let span = start..start + 1 + area + 1 + local.len();
            notes.at(
                block,
                span,
                say!("A number with its area has ten digits; this one has {digits}.", digits),
            );
        }
    }
}

/// A Russian number with its 8 and its area in brackets has eleven digits.
fn russian(block: &Block, notes: &mut Notes) {
    let text = block.text();
    for (start, _) in text.match_indices("8 (").chain(text.match_indices("8(")) {
        if text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '+') {
            continue;
        }
        let number = run(&text[start..], &[' ', '\u{a0}', '-', '(', ')']);
        let number = number.trim_end_matches([' ', '\u{a0}', '-', '(']);
        let area = number
            .split_once(')')
            .is_some_and(|(area, rest)| count_digits(area) >= 4 && count_digits(rest) > 0);
        let digits = count_digits(number);
        if area && (5..16).contains(&digits) && digits != 11 {
            let span = start..start + number.len();
            notes.at(
                block,
                span,
                say!("A number with its area has eleven digits; this one has not."),
            );
        }
    }
}

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if !block.text().bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    national(block, notes);
    letters(block, notes);
    if block.primary() == "ru" {
        russian(block, notes);
    }
    if block.primary() == "en" {
        american(block, notes);
    }
    let contact = is_contact(block);
    if contact {
        by_plan(block, notes);
    }
    let announced = |start: usize| block.text()[..start].trim_end().ends_with(':');
    let parted = |start: usize| {
        let rest = block.text()[start + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
        let next = rest.trim_start_matches([' ', '-', '(', '\u{a0}']);
        rest.len() > next.len() && next.starts_with(|c: char| c.is_ascii_digit())
    };
    for (start, _) in block.text().match_indices('+') {
        let least = if (contact || announced(start)) && parted(start) {
            LEAST_CONTACT_DIGITS
        } else {
            LEAST_DIGITS
        };
        let Some(number) = number(block.text(), start, least) else { continue };
        let span = start..start + number.len();
        if number[1..].starts_with([' ', '\u{a0}']) {
            let right = format!("+{}", number[1..].trim_start());
            notes
                .at(block, span, say!("No space stands between the plus and the country's number."))
                .fix(right);
            continue;
        }
        let digits = count_digits(number);
        if let Some(message) = fault(number, digits) {
            let note = notes.at(block, span, message);
            if block.slot == Slot::Contacts {
                note.weigh(Severity::Error);
            }
        }
    }
}

/// Whether what stands at a token is dialled: a word for it or a plus stands shortly before.
pub(super) fn is_dialled(block: &Block, at: usize) -> bool {
    block.tokens[..at].iter().enumerate().rev().take(8).any(|(before, token)| {
        token.mark() == Some('+')
            || token.kind == Kind::Word && CALLS.contains(&block.lower(before))
    })
}

/// A number of the own country, which begins with a 0 and is called one, but breaks off.
fn national(block: &Block, notes: &mut Notes) {
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word || !CALLS.contains(&block.lower(at)) {
            continue;
        }
        let text = block.text();
        let called = text[block.tokens[at].end..].trim_start_matches(['.', ':', ' ', '\u{a0}']);
        let start = text.len() - called.len();
        let number = run(called, &[' ', '\u{a0}', '-', '/', '(', ')']);
        let rest = &called[number.len()..];
        // "0.5" is no telephone number.
        let fraction =
            rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let spaced = number.ends_with([' ', '\u{a0}']);
        let whole = !fraction && (spaced || !rest.starts_with(char::is_alphanumeric));
        let number = number.trim_end();
        let digits = count_digits(number);
        if number.starts_with('0') && whole && (2..LEAST_TRUNK_DIGITS).contains(&digits) {
            notes.at(
                block,
                start..start + number.len(),
                say!("This number has only {digits} digits: is the end missing?", digits),
            );
        }
    }
}

/// How many digits the numbers of a country have that begin so, its trunk 0 among them.
fn lengths(language: &str, digits: &str) -> Option<std::ops::RangeInclusive<usize>> {
    Some(match language {
        "en" if digits.starts_with("02")
            || digits.starts_with("03")
            || digits.starts_with("07") =>
        {
            11..=11
        }
        "en" if digits.starts_with("01") => 10..=11,
        "fr" if digits.starts_with('0') => 10..=10,
        // After the numbering plan of 2010, with room for older and longer extensions.
        "de" if digits.starts_with('0') => 5..=14,
        "es" if digits.starts_with(['6', '7', '8', '9']) => 9..=9,
        _ => return None,
    })
}

/// What stands between the groups of a number.
const GAPS: [char; 8] = [' ', '\u{a0}', '\u{202f}', '-', '/', '.', '(', ')'];

/// A number of the own country, in a line of contacts, that is longer or shorter than the country's
/// numbers are, or whose groups are those of North America but for the last.
fn by_plan(block: &Block, notes: &mut Notes) {
    let text = block.text();
    // What has been said of a number need not be said of it again.
    let starts = notes.all.iter().filter_map(|note| match &note.spot {
        Spot::Text { span, .. } => Some(span.start),
        _ => None,
    });
    let known: HashSet<usize> = starts.collect();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let groups = run(&text[start..], &GAPS);
        // "023 9249 6018 (24 hours)": a bracket behind a space is a remark.
        let groups = groups.split_once(" (").map_or(groups, |(number, _)| number);
        at = start + groups.len();
        let number = groups.trim_end_matches(GAPS);
        let joined =
            |c: char| c.is_alphanumeric() || matches!(c, '+' | '/' | '-' | '@' | '_' | '(');
        let whole = !text[..start].ends_with(joined)
            && !text[start + number.len()..]
                .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | ':' | '%'))
            && !text[..start].trim_end().ends_with('+');
        let groups: Vec<&str> = number.split(GAPS).filter(|group| !group.is_empty()).collect();
        if !whole || known.contains(&start) || !(2..=7).contains(&groups.len()) {
            continue;
        }
        let digits: String = groups.concat();
        let count = digits.len();
        let span = start..start + number.len();
        let own = lengths(block.primary(), &digits);
        let least = if block.primary() == "es" { SPANISH_LEAST } else { LEAST_TRUNK };
        if let Some(own) = own.filter(|own| count >= least && !own.contains(&count)) {
            let usual = *own.end();
            let message =
                say!("This number has {count} digits; {usual} are usual here.", count, usual);
            notes.at(block, span, message);
        } else if block.primary() == "en" && is_american_but(&groups) {
            let message = say!("The last group of such a number has four digits.");
            notes.at(block, span, message);
        }
    }
}

/// The fewest digits behind a trunk 0 that are taken for a telephone number.
const LEAST_TRUNK: usize = 6;

/// Without a trunk 0, a price and a room number are as short.
const SPANISH_LEAST: usize = 7;

/// "1-800-555-01999", "303-555-01".
fn is_american_but(groups: &[&str]) -> bool {
    let groups = if groups[0] == "1" { &groups[1..] } else { groups };
    let [area, exchange, last] = groups else { return false };
    area.len() == 3
        && exchange.len() == 3
        && area.starts_with(|c| ('2'..='9').contains(&c))
        && exchange.starts_with(|c| ('2'..='9').contains(&c))
        && last.len() != 4
        && last.len() <= 6
}

/// Letters that are written for figures: "555-O126", "23125 0O7".
fn letters(block: &Block, notes: &mut Notes) {
    let near = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at))
            .is_some_and(|token| token.kind == Kind::Number && token.end - token.start >= 2)
    };
    for (at, token) in block.tokens.iter().enumerate() {
        let word = block.word(at);
        if token.kind != Kind::Mixed || !(2..=9).contains(&word.len()) {
            continue;
        }
        let figures = word.replace(['O', 'o', 'О', 'о'], "0").replace(['l', 'I'], "1");
        let gap = |at: usize| {
            block.tokens.get(at).is_some_and(|token| {
                token.is_blank() || matches!(token.mark(), Some('-' | '.' | '/'))
            })
        };
        let joined =
            at >= 2 && gap(at - 1) && near(at.checked_sub(2)) || gap(at + 1) && near(Some(at + 2));
        let from = at.saturating_sub(8);
        let digits: usize = (from..block.tokens.len().min(at + 9))
            .filter(|at| matches!(block.tokens[*at].kind, Kind::Number | Kind::Mixed))
            .map(|at| count_digits(block.word(at)))
            .sum();
        if joined && digits >= LEAST_DIGITS && figures.bytes().all(|b| b.is_ascii_digit()) {
            let message = say!("A letter stands for a figure in this number.");
            notes.at(block, token.range(), message).fix(figures);
        }
    }
}

/// The telephone number that begins with this plus.
fn number(text: &str, start: usize, least: usize) -> Option<&str> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || c == '+') {
        return None;
    }
    let rest = &text[start..];
    let mut end = 1;
    let mut last = 1;
    for c in rest[1..].chars().take(30) {
        if !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')' | '.' | '/'))
        {
            break;
        }
        end += c.len_utf8();
        if c.is_ascii_digit() {
            last = end;
        }
    }
    let number = &rest[..last];
    let digits = count_digits(number);
    // A sum or a date after a plus has few digits or its own signs.
    let whole = !rest[last..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
    (digits >= least && whole).then_some(number)
}

fn fault(number: &str, digits: usize) -> Option<Sentence> {
    if digits > 15 {
        return Some(say!(
            "This number has {digits} digits; no telephone number has more than 15.",
            digits
        ));
    }
    let Ok(parsed) = PHONE_NUMBER_UTIL.parse(number, None) else {
        return Some(say!("No country has this number."));
    };
    let country = parsed.country_code;
    match PHONE_NUMBER_UTIL.is_possible_number_with_reason(&parsed) {
        Ok(NumberLengthType::IsPossible) => None,
        Err(ValidationError::TooLong) => Some(say!(
            "This number has more digits than any in the country of +{country}.",
            country
        )),
        Err(ValidationError::InvalidCountryCode) => {
            Some(say!("No country has the number +{country}.", country))
        }
        // What can only be dialled within a town has no place after a country's number.
        _ => Some(say!(
            "This number has fewer digits than those in the country of +{country}.",
            country
        )),
    }
}
