//! Whom the press can ask: headings, telephone numbers and addresses as releases print them.

use dateline_model::Contact;

/// Headings of the contact block, without a final colon.
const HEADINGS: &[&str] = &[
    "contact",
    "contacts",
    "contact details",
    "contact for media",
    "contact for the media",
    "contact information",
    "for further information",
    "for further information, contact",
    "for further information, please contact",
    "for further information please contact",
    "for media enquiries",
    "for media inquiries",
    "for media enquiries, please contact",
    "for more information",
    "for more information, contact",
    "for more information, please contact",
    "for more information please contact",
    "further information",
    "media contact",
    "media contacts",
    "media enquiries",
    "media inquiries",
    "press contact",
    "press contacts",
    "press enquiries",
    "press inquiries",
    "контакт для сми",
    "контакты",
    "контакты для сми",
    "для сми",
    "контакт для прессы",
    "contact presse",
    "contacts presse",
    "pressekontakt",
    "kontakt",
    "ansprechpartner",
    "contacto de prensa",
    "contacto para la prensa",
    "contatti stampa",
    "contacto de imprensa",
    "contacto para a imprensa",
    "للتواصل الإعلامي",
    "報道関係者のお問い合わせ先",
    "媒体联系",
];

/// What stands before a number or address.
const LABELS: &[&str] = &[
    "telephone",
    "phone",
    "tel",
    "mobile",
    "mob",
    "cell",
    "t",
    "m",
    "p",
    "e-mail",
    "email",
    "mail",
    "e",
    "fax",
    "телефон",
    "тел",
    "моб",
    "эл. почта",
    "почта",
    "téléphone",
    "tél",
    "courriel",
    "telefon",
    "mobil",
    "teléfono",
    "correo",
    "office",
    "name",
    "hours",
    "имя",
    "nom",
    "nombre",
];

/// Whether a line is the heading of a contact block; gives what follows it in the same line.
pub(super) fn heading(line: &str) -> Option<&str> {
    let line = line.trim();
    let (head, rest) = line.split_once(':').unwrap_or((line, ""));
    HEADINGS.contains(&head.trim().to_lowercase().as_str()).then(|| rest.trim())
}

/// A telephone number with or without its label: digits and what is written between them, neither a
/// date nor a reference number.
pub(super) fn is_phone(line: &str) -> bool {
    let (label, number) = unlabelled(line);
    let number = number.trim();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let mut marks = number.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace());
    let starts = number.starts_with(['+', '(', '0']);
    // Fifteen digits is the longest number of the international plan (E.164), with room for an
    // extension.
    (6..=20).contains(&digits)
        && marks.all(|c| "+-–()./".contains(c))
        && (label.is_some() || starts || digits >= 7 && number.contains(['-', ' ', '\u{a0}']))
        && !is_numeric_date(number)
}

/// An e-mail address with or without its label.
pub(super) fn is_email(line: &str) -> bool {
    let (_, address) = unlabelled(line);
    let Some((name, host)) = address.split_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !address.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
}

/// Reads contacts from the lines of a block; an empty line stands between paragraphs. A name after a
/// number or address begins the next contact.
pub(super) fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let mut current = Contact::default();
    for line in lines {
        for part in line.split([',', ';', '|', '\t']).map(str::trim).filter(|p| !p.is_empty()) {
            let (label, value) = unlabelled(part);
            if is_email(part) {
                next_if(&mut contacts, &mut current, |c| !c.email.is_empty());
                current.email = value.trim_start_matches("mailto:").to_owned();
            } else if is_phone(part) {
                next_if(&mut contacts, &mut current, |c| {
                    !c.phone.is_empty() && !c.email.is_empty()
                });
                join(&mut current.phone, value);
            } else if is_hours(part) {
                join(&mut current.hours, part);
            } else if current.name.is_empty() || is_reachable(&current) && label.is_none() {
                next_if(&mut contacts, &mut current, is_reachable);
                current.name = value.to_owned();
            } else {
                join(&mut current.role, part);
            }
        }
    }
    next_if(&mut contacts, &mut current, |contact| !contact.is_blank());
    contacts
}

fn is_reachable(contact: &Contact) -> bool {
    !contact.phone.is_empty() || !contact.email.is_empty()
}

fn next_if(done: &mut Vec<Contact>, current: &mut Contact, over: impl Fn(&Contact) -> bool) {
    if over(current) {
        done.push(std::mem::take(current));
    }
}

fn join(field: &mut String, more: &str) {
    if !field.is_empty() {
        field.push_str(", ");
    }
    field.push_str(more);
}

/// "Weekdays 8 to 18", "Mon–Fri 9:00–17:00", "24 hours".
fn is_hours(part: &str) -> bool {
    const WORDS: &[&str] = &[
        "hours",
        "weekdays",
        "daily",
        "mon",
        "monday",
        "round the clock",
        "24/7",
        "будни",
        "ежедневно",
        "пн",
        "werktags",
        "en semaine",
    ];
    let lower = part.to_lowercase();
    let said = |word: &str| {
        lower.split(|c: char| !c.is_alphanumeric() && c != '/').any(|w| w == word)
            || word.contains(' ') && lower.contains(word)
    };
    lower.chars().any(|c| c.is_ascii_digit()) && WORDS.iter().any(|word| said(word))
}

/// A label such as "Tel.:" and what follows it.
fn unlabelled(line: &str) -> (Option<&str>, &str) {
    let line = line.trim();
    if let Some((label, rest)) = line.split_once(':') {
        let name = label.trim().trim_end_matches('.').to_lowercase();
        if LABELS.contains(&name.as_str()) {
            return (Some(label), rest.trim());
        }
    }
    // "Tel. +47 …": a label without its colon, before a number only.
    let start = line.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('));
    if let Some(at) = start.filter(|&at| at > 0) {
        let name = line[..at].trim().trim_end_matches('.').to_lowercase();
        if LABELS.contains(&name.as_str()) {
            return (Some(&line[..at]), line[at..].trim());
        }
    }
    (None, line)
}

/// `25.07.2024`, `2024-07-25`, `2024/041`.
fn is_numeric_date(number: &str) -> bool {
    let parts: Vec<_> = number.split(['.', '-', '/']).collect();
    let digits = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    (2..=3).contains(&parts.len())
        && parts.iter().all(digits)
        && (year(parts[0]) || parts.last().is_some_and(|last| year(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_told_from_dates() {
        for phone in [
            "+ 996-312-88-31-48",
            "Tel.: +47 5550 0100",
            "Tel. 555-0100",
            "(0) 555 01 00",
            "T: 555 0100",
        ] {
            assert!(is_phone(phone), "{phone}");
        }
        for other in ["25.07.2024", "2024-07-25", "2024/041", "1 000 000 tonnes", "12345", "Anna"] {
            assert!(!is_phone(other), "{other}");
        }
        assert!(is_email("E-mail: press@vestmark.example"));
        assert!(!is_email("write to press@vestmark.example"));
    }

    #[test]
    fn a_block_of_lines_becomes_contacts() {
        let contacts = read([
            "Anna Berg",
            "Press desk, Port of Vestmark",
            "Tel: +47 5550 0100",
            "press@vestmark.example",
            "Weekdays 8 to 18",
            "",
            "Jon Lie, Duty officer, +47 5550 0111",
        ]);
        let said: Vec<_> = contacts
            .iter()
            .map(|c| [&c.name, &c.role, &c.phone, &c.email, &c.hours].map(String::as_str).join("|"))
            .collect();
        assert_eq!(
            said,
            [
                "Anna Berg|Press desk, Port of Vestmark|+47 5550 0100|press@vestmark.example|Weekdays 8 to 18",
                "Jon Lie|Duty officer|+47 5550 0111||"
            ]
        );
    }
}
