//! Telephone numbers that cannot be dialled as they stand.

use dateline_model::{Sentence, Slot, say};
use rlibphonenumber::{PHONE_NUMBER_UTIL, enums::NumberLengthType, errors::ValidationError};

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, en, es, fr, ru},
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
        block.is_mark(at, '@')
            || block.is_mark(at, '/') && block.is_mark(at + 1, '/')
            || CALLS.contains(&block.lower(at).as_ref())
    };
    block.slot == Slot::Contacts
        || block.tokens.len() <= CONTACT_LINE && (0..block.tokens.len()).any(tells)
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

/// A number as North America writes it, "(303) 555-0142", has ten digits.
fn american(block: &Block, notes: &mut Notes) {
    let text = block.text();
    for (start, _) in text.match_indices('(') {
        let rest = &text[start + 1..];
        let area = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        // An area behind a 0 is European, and a bracket behind a word is a year or a remark.
        let Some(local) = rest[area..].strip_prefix(')').filter(|_| area == 3) else { continue };
        if rest.starts_with(['0', '1']) {
            continue;
        }
        let local_end = local
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-')))
            .unwrap_or(local.len());
        let local = local[..local_end].trim_end_matches([' ', '\u{a0}', '-']);
        let digits = area + local.chars().filter(char::is_ascii_digit).count();
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

/// A French number is five pairs of digits, the first with a 0.
fn french(block: &Block, notes: &mut Notes) {
    let pair = |at: usize| {
        let word = block.word(at);
        word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())
    };
    let mut at = 0;
    while at < block.tokens.len() {
        let mut end = at;
        while pair(end) && block.tokens.get(end + 1).is_some_and(|token| token.is_blank()) {
            end += 2;
        }
        // The last pair has no need of a space behind it.
        let last = if pair(end) { end + 1 } else { end.saturating_sub(1) };
        let pairs = (last.saturating_sub(at)).div_ceil(2);
        if pairs > 1 {
            if (2..5).contains(&pairs) && block.word(at).starts_with('0') {
                let digits = pairs * 2;
                notes.at(
                    block,
                    block.span(at..last),
                    say!("This number has only {digits} digits: is the end missing?", digits),
                );
            }
            at = last;
        }
        at += 1;
    }
}

/// A Russian number with its 8 and its area in brackets has eleven digits.
fn russian(block: &Block, notes: &mut Notes) {
    let text = block.text();
    for (start, _) in text.match_indices("8 (").chain(text.match_indices("8(")) {
        if text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '+') {
            continue;
        }
        let length = text[start..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '(' | ')')))
            .unwrap_or(text.len() - start);
        let number = text[start..start + length].trim_end_matches([' ', '\u{a0}', '-', '(']);
        let area = number.split_once(')').is_some_and(|(area, rest)| {
            area.chars().filter(char::is_ascii_digit).count() >= 4
                && rest.chars().any(|c| c.is_ascii_digit())
        });
        let digits = number.chars().filter(char::is_ascii_digit).count();
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
    national(block, notes);
    if block.primary() == "ru" {
        russian(block, notes);
    }
    if block.primary() == "en" {
        american(block, notes);
    }
    let contact = is_contact(block);
    let announced = |start: usize| block.text()[..start].trim_end().ends_with(':');
    if contact && block.primary() == "fr" {
        french(block, notes);
    }
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
        let digits = number.chars().filter(char::is_ascii_digit).count();
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
            || token.kind == Kind::Word && CALLS.contains(&block.lower(before).as_ref())
    })
}

/// A number of the own country, which begins with a 0 and is called one, but breaks off.
fn national(block: &Block, notes: &mut Notes) {
    for at in 0..block.tokens.len() {
        if block.tokens[at].kind != Kind::Word || !CALLS.contains(&block.lower(at).as_ref()) {
            continue;
        }
        let text = block.text();
        let from = block.tokens[at].end;
        let gap =
            text[from..].len() - text[from..].trim_start_matches(['.', ':', ' ', '\u{a0}']).len();
        let start = from + gap;
        let length = text[start..]
            .find(|c: char| {
                !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '/' | '(' | ')'))
            })
            .unwrap_or(text.len() - start);
        let rest = &text[start + length..];
        // "0.5" is no telephone number.
        let fraction =
            rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let spaced = text[start..start + length].ends_with([' ', '\u{a0}']);
        let whole = !fraction && (spaced || !rest.starts_with(char::is_alphanumeric));
        let number = text[start..start + length].trim_end();
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if number.starts_with('0') && whole && (2..LEAST_TRUNK_DIGITS).contains(&digits) {
            notes.at(
                block,
                start..start + number.len(),
                say!("This number has only {digits} digits: is the end missing?", digits),
            );
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
    let digits = number.chars().filter(char::is_ascii_digit).count();
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
