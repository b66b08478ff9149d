//! Mail addresses that lead nowhere.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "mail-address",
    family: Family::Contacts,
    severity: Severity::Error,
    what: "A mail address that cannot be one: without a domain, with a comma, a doubled dot or a space in it.",
    why: "A question that bounces is not asked twice (RFC 5321 says what an address may hold).",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Write to ⟦press@vestmark⟧ or ⟦press@vestmark,example⟧."),
        en(
            "Write to ⟦press@@vestmark.example⟧, ⟦press@vestmark..example⟧ or ⟦press @vestmark.example⟧.",
        ),
        en("Write to ⟦press(at)vestmark.example⟧."),
        ru("Пишите на ⟦press@vestmark⟧."),
    ],
    passes: &[
        en(
            "Write to press@vestmark.example, anna.berg+desk@press.vestmark.example. Follow @vestmark and meet @ six.",
        ),
        en("(press@vestmark.example); <press@vestmark.example>; https://social.example/@vestmark"),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let text = block.text();
    hidden(block, notes);
    unsigned(block, notes);
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        if at < done {
            continue;
        }
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
        let start = text[..at]
            .char_indices()
            .rev()
            .take(64)
            .take_while(|(_, c)| inside(*c))
            .last()
            .map_or(at, |(i, _)| i);
        let end = at
            + text[at..]
                .chars()
                .take(255)
                .take_while(|c| inside(*c) || *c == '@')
                .map(char::len_utf8)
                .sum::<usize>();
        done = end;
        let domain = text[at + 1..end].trim_end_matches(['.', '-']);
        let end = at + 1 + domain.len();
        let before = text[..start].chars().next_back();
        if start == at {
            spaced(block, at, end, domain, notes);
            continue;
        }
        // A handle in a web address.
        if before == Some('/') {
            continue;
        }
        let comma = text[end..]
            .strip_prefix(',')
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
        let message = if domain.contains('@') {
            say!("An address has one @.")
        } else if domain.contains("..") {
            say!("Two dots stand in a row in this address.")
        } else if !domain.contains('.') {
            if let Some(rest) = comma {
                let tail: usize =
                    rest.chars().take(64).take_while(|c| inside(*c)).map(char::len_utf8).sum();
                let tail = rest[..tail].trim_end_matches(['.', '-']).len();
                let whole = start..end + 1 + tail;
                let right = text[whole.clone()].replacen(',', ".", 1);
                notes
                    .at(block, whole, say!("A comma stands for a dot in this address."))
                    .fix(right);
                continue;
            }
            say!("The domain of this address is not whole.")
        } else if text[start..at].starts_with('.')
            || text[start..at].ends_with('.')
            || text[start..at].contains("..")
        {
            say!("A dot stands where it cannot in this address.")
        } else if let Some(meant) = usual_ending(domain) {
            let right = format!("{}{meant}", &text[start..at + 1]);
            let message = say!("No address ends so.");
            notes.at(block, start..end, message).fix(right);
            continue;
        } else {
            continue;
        };
        notes.at(block, start..end, message);
    }
}

/// The domain with the ending that was meant, where one slip made another of it that no registry has.
pub(super) fn usual_ending(domain: &str) -> Option<String> {
    const USUAL: [&str; 6] = ["com", "org", "net", "info", "gov", "edu"];
    // What registries have and is one letter away from these, and what is reserved for examples.
    const REAL: [&str; 12] =
        ["cam", "ong", "bet", "pet", "vet", "next", "inc", "men", "new", "page", "goo", "test"];
    let (name, ending) = domain.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let own = USUAL.contains(&ending.as_str()) || REAL.contains(&ending.as_str());
    let meant = USUAL.into_iter().find(|usual| crate::nearness::within(usual, &ending, 1))?;
    (!own && ending.len() >= 3).then(|| format!("{name}.{meant}"))
}

/// What mailboxes of a press office are called.
const MAILBOXES: &[&str] = &[
    "press",
    "media",
    "info",
    "presse",
    "prensa",
    "kontakt",
    "contact",
    "contacto",
    "pressestelle",
    "comms",
    "newsdesk",
    "pressoffice",
    "medias",
    "medien",
    "comunicacion",
    "communication",
    "pr",
];

/// `press.vestmark.gov.example` beside a telephone number and with no address: its @ became a dot.
fn unsigned(block: &Block, notes: &mut Notes) {
    let text = block.text();
    let digits = || text.bytes().filter(u8::is_ascii_digit).count();
    if text.len() > CONTACT_LINE
        || digits() < 6
        || text.contains(['@', '/'])
        || text.contains("www")
    {
        return;
    }
    let mut start = 0;
    for run in text.split(char::is_whitespace) {
        let address = run.trim_end_matches(['.', ',', ';', ')']);
        let labels: Vec<&str> = address.split('.').collect();
        let plain = address
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        if labels.len() >= 3 && plain && MAILBOXES.contains(&labels[0]) {
            let right = address.replacen('.', "@", 1);
            let message = say!("The @ is missing in this address.");
            notes.at(block, start..start + address.len(), message).fix(right);
        }
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
}

/// The longest line of contacts, in bytes.
const CONTACT_LINE: usize = 200;

/// `press(at)vestmark.example`: an address that a web page hid from machines.
fn hidden(block: &Block, notes: &mut Notes) {
    let text = block.text();
    let inside = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    for sign in ["(at)", "[at]", " (at) ", " [at] "] {
        for (at, _) in text.match_indices(sign) {
            let before = text[..at].chars().rev().take(64).take_while(inside).count();
            let after = text[at + sign.len()..].chars().take(255).take_while(inside).count();
            let domain = text[at + sign.len()..][..after].trim_end_matches(['.', '-']);
            if before > 0 && domain.contains('.') {
                let span = at - before..at + sign.len() + domain.len();
                let right = text[span.clone()].replacen(sign, "@", 1);
                notes.at(block, span, say!("Readers need the address with its @.")).fix(right);
            }
        }
    }
}

/// `press @vestmark.example`: a space before the @ of a whole domain.
fn spaced(block: &Block, at: usize, end: usize, domain: &str, notes: &mut Notes) {
    let text = block.text();
    let Some(before) = text[..at].strip_suffix(' ') else { return };
    let name: usize = before
        .chars()
        .rev()
        .take(64)
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'))
        .map(char::len_utf8)
        .sum();
    if name > 0 && domain.contains('.') && !domain.contains('@') {
        let start = before.len() - name;
        let right = text[start..end].replacen(' ', "", 1);
        notes.at(block, start..end, say!("A space stands in this address.")).fix(right);
    }
}
