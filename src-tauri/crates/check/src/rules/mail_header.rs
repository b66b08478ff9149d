//! What belonged to the mail that a text came in.

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, de, en, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "mail-header",
    family: Family::Leftovers,
    severity: Severity::Error,
    what: "Header lines of a mail, or the notes of a mail program.",
    why: "They name people and addresses that are nobody's business.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("⟦From: Anna Berg⟧\n⟦Sent: Monday⟧\n⟦Subject: port⟧\nThe port is open."),
        en("⟦-----Original Message-----⟧\nThe port is open.\n⟦Sent from my iPhone⟧"),
        en("⟦From: press@vestmark.example⟧\nThe port is open."),
        fr("⟦De : Anna Berg⟧\n⟦Objet : port⟧\nLe port est ouvert."),
        de("⟦Von: Anna Berg⟧\n⟦Betreff: Hafen⟧\nDer Hafen ist offen."),
        ru("⟦От: Анна Берг⟧\n⟦Тема: порт⟧\nПорт открыт."),
    ],
    passes: &[
        en("Date: 12 May\nTime: 10:00\nTo: all staff in this office, said Berg."),
        en("From Monday the port is open. Subject to weather."),
    ],
    check: Check::Release(check),
};

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let headers: Vec<&Block> = copy.blocks.iter().filter(|block| is_header(block)).collect();
    for block in &headers {
        let addressed = block.tokens.iter().any(|token| token.mark() == Some('@'));
        if headers.len() > 1 || addressed {
            notes.at(block, 0..block.text().len(), say!("This line belonged to a mail.")).fix("");
        }
    }
    for block in copy.blocks.iter().filter(|block| is_program(block)) {
        notes
            .at(block, 0..block.text().len(), say!("This line was set by a mail program."))
            .fix("");
    }
}

/// Longer lines are sentences.
const LONGEST: usize = 160;

fn is_header(block: &Block) -> bool {
    if block.text().len() > LONGEST {
        return false;
    }
    let colon = 1 + usize::from(block.tokens.get(1).is_some_and(|token| token.is_blank()));
    let names: &[&str] = match block.primary() {
        "en" => &["From", "To", "Cc", "CC", "Bcc", "Subject", "Sent"],
        "fr" => &["De", "À", "Objet", "Envoyé", "Cc"],
        "de" => &["Von", "An", "Betreff", "Gesendet", "Cc"],
        "es" => &["De", "Para", "Asunto", "Enviado", "Cc"],
        "ru" => &["От", "Кому", "Тема", "Отправлено", "Копия"],
        _ => &[],
    };
    block.is_mark(colon, ':') && names.contains(&block.word(0))
}

fn is_program(block: &Block) -> bool {
    if block.text().len() > LONGEST {
        return false;
    }
    let text = block.text().trim();
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let forwarded = matches!(
        bare.as_str(),
        "original message"
            | "forwarded message"
            | "begin forwarded message"
            | "ursprüngliche nachricht"
            | "message d’origine"
            | "message transféré"
            | "mensaje original"
            | "исходное сообщение"
            | "пересылаемое сообщение"
    );
    let greeting = matches!(
        bare.as_str(),
        "dear all"
            | "dear colleagues"
            | "dear team"
            | "hi all"
            | "hi everyone"
            | "hello all"
            | "kind regards"
            | "best regards"
            | "with kind regards"
            | "many thanks"
            | "bonjour à tous"
            | "chers collègues"
            | "cordialement"
            | "bien cordialement"
            | "liebe kolleginnen und kollegen"
            | "mit freundlichen grüßen"
            | "viele grüße"
            | "hola a todos"
            | "estimados compañeros"
            | "un saludo"
            | "saludos cordiales"
            | "добрый день"
            | "коллеги, добрый день"
            | "с уважением"
    );
    greeting
        || forwarded && text.contains("--")
        || bare == "begin forwarded message"
        || bare.starts_with("sent from my ")
}
