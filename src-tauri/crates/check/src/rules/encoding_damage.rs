//! Characters that were read in the wrong encoding.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "encoding-damage",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "Characters read in the wrong encoding, or written as codes: â€œ, Ã©, port?s, &amp;.",
    why: "The reader sees rubbish, and the name in it is wrong.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The port⟦â€™⟧s crew said ⟦â€œ⟧open⟦â€\u{9d}⟧."),
        en("The Caf⟦Ã©⟧ in S⟦�⟧o Paulo, the ⟦port?s⟧ own, R⟦&amp;⟧D ⟦&nbsp;⟧here ⟦&#8217;⟧."),
        en("A mail says ⟦=E2=80=99⟧ and ⟦\\u2019⟧."),
        fr("Le ch⟦Ã¢⟧teau."),
        ru("⟦Ð¿Ð¾Ñ€Ñ‚⟧ открыт."),
    ],
    passes: &[
        fr("Le château, où l’âme naît ; « Ânes » et “À demain”, Â."),
        en("AT&T and R&D; what?say; is it? Yes; © 2024, São Paulo, Zoë, Ærø, Ångström “Ä”."),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let text = block.text();
    // Nearly all texts have none of the characters that begin such damage.
    for (at, c) in text.char_indices() {
        match c {
            '\u{fffd}' => {
                notes.at(block, at..at + c.len_utf8(), say!("A character was lost here."));
            }
            '&' | '\\' | '=' => code(block, at, notes),
            _ => {}
        }
    }
    mojibake(block, notes);
    for at in 1..block.tokens.len() {
        if block.is_mark(at, '?') {
            lost_apostrophe(block, at, notes);
        }
    }
}

/// `&amp;`, `&#8217;`, `=E2=80=99`, `\u2019`.
fn code(block: &Block, at: usize, notes: &mut Notes) {
    let rest = &block.text()[at..];
    let bytes = rest.as_bytes();
    let (length, meant) = if let Some(entity) = rest.strip_prefix('&') {
        let Some(end) = entity.bytes().take(10).position(|b| b == b';') else { return };
        let name = &entity[..end];
        let meant = match name {
            "amp" => "&",
            "nbsp" => "\u{a0}",
            "quot" => "\"",
            "apos" | "rsquo" => "’",
            "lsquo" => "‘",
            "ldquo" => "“",
            "rdquo" => "”",
            "laquo" => "«",
            "raquo" => "»",
            "ndash" => "–",
            "mdash" => "—",
            "hellip" => "…",
            "lt" => "<",
            "gt" => ">",
            "copy" => "©",
            _ => "",
        };
        let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => n.parse().ok(),
        });
        match (meant, number.and_then(char::from_u32)) {
            ("", None) => return,
            ("", Some(c)) => (end + 2, c.to_string()),
            (meant, _) => (end + 2, meant.to_owned()),
        }
    } else if let Some(hex) = rest.strip_prefix("\\u").and_then(|hex| hex.get(..4)) {
        let Some(c) = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32) else { return };
        (6, c.to_string())
    } else {
        let mut decoded = Vec::new();
        while let [b'=', high, low, ..] = bytes[decoded.len() * 3..] {
            let (Some(high), Some(low)) = ((high as char).to_digit(16), (low as char).to_digit(16))
            else {
                break;
            };
            if decoded.len() > 3 {
                break;
            }
            decoded.push((high * 16 + low) as u8);
        }
        let continues = at > 0 && decoded.len() > 1 && decoded[0] >= 0xC2;
        match String::from_utf8(decoded.clone()) {
            Ok(meant) if continues && meant.chars().count() == 1 => (decoded.len() * 3, meant),
            _ => return,
        }
    };
    notes
        .at(block, at..at + length, say!("This is the code of a character, not the character."))
        .fix(meant);
}

/// UTF-8 that was read as Windows-1252: runs of its characters that make UTF-8 again.
fn mojibake(block: &Block, notes: &mut Notes) {
    let text = block.text();
    // The first byte of all the letters below, which most texts are without.
    if !text.as_bytes().contains(&0xc3) {
        return;
    }
    let mut next = 0;
    while let Some(offset) = text[next..].find(['Ã', 'Â', 'â', 'Ð', 'Ñ', 'Å', 'Ä', 'Î', 'ï', 'Ø'])
    {
        let start = next + offset;
        let mut bytes = Vec::new();
        let mut end = start;
        for c in text[start..].chars().take(400) {
            let Some(byte) = windows_1252(c).filter(|byte| *byte >= 0x80) else { break };
            bytes.push(byte);
            end += c.len_utf8();
        }
        let meant =
            String::from_utf8(bytes).ok().filter(|meant| !is_plausible(text, start, end, meant));
        match meant {
            Some(meant) if end > start + 2 => {
                notes
                    .at(block, start..end, say!("UTF-8 was read as Windows-1252 here."))
                    .fix(meant);
                next = end;
            }
            _ => next = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
}

/// Whether the characters can stand there by themselves: a capital before a closing mark, as in
/// “ESPAÑ”.
fn is_plausible(text: &str, start: usize, end: usize, meant: &str) -> bool {
    let short = meant.chars().count() == 1 && text[start..end].chars().count() == 2;
    let mark = text[start..end]
        .ends_with(['”', '“', '’', '»', '«', '„', '\u{a0}', '–', '—', '…', '‚', '›']);
    let capital_before =
        text[..start].chars().next_back().is_none_or(|c| c.is_uppercase() || !c.is_alphabetic());
    short && mark && capital_before
}

fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match c as u32 {
        code @ 0..=0xff => u8::try_from(code).ok(),
        _ => HIGH.iter().position(|high| *high == c).map(|at| 0x80 + at as u8),
    }
}

/// `port?s`: an apostrophe that no encoding had.
fn lost_apostrophe(block: &Block, at: usize, notes: &mut Notes) {
    let word = |token: Option<&crate::reading::Token>| {
        token.is_some_and(|t| t.kind == Kind::Word && t.shape != Shape::Upper)
    };
    let ending = matches!(block.word(at + 1), "s" | "t" | "re" | "ll" | "ve" | "d");
    if block.primary() == "en" && ending && word(block.before(at)) {
        let right = format!("{}’{}", block.word(at - 1), block.word(at + 1));
        notes
            .at(block, block.span(at - 1..at + 2), say!("An apostrophe was lost here."))
            .fix(right);
    }
}
