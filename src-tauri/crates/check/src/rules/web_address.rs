//! Web addresses that lead nowhere.

use dateline_model::{Sentence, say};

use crate::{
    Severity,
    copy::Block,
    notes::Notes,
    rule::{Check, Concern, Family, Rule, With, en, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "web-address",
    family: Family::Contacts,
    severity: Severity::Error,
    what: "A web address that cannot be one: http:/x, htps://, www,vestmark.example.",
    why: "Readers who try it once do not try it twice.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en(
            "See ⟦http:/vestmark.example⟧, ⟦htps://vestmark.example⟧ and ⟦https//vestmark.example⟧.",
        ),
        en("See ⟦www,vestmark.example⟧, ⟦www.vestmark⟧ or ⟦https://vestmark⟧."),
        ru("Сайт: ⟦http:/vestmark.example⟧."),
    ],
    passes: &[en(
        "See https://vestmark.example/a?b=c, www.vestmark.example and http://localhost:8080; ftp://files.vestmark.example.",
    )],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    let text = block.text();
    if !text.contains("//") && !text.contains(":/") && !text.contains("www") {
        return;
    }
    let mut start = 0;
    for run in text.split(char::is_whitespace) {
        let lead = run.len() - run.trim_start_matches(['(', '<', '"', '“', '«', '[']).len();
        let address = run[lead..]
            .trim_end_matches(['.', ',', ';', ':', ')', '>', '"', '”', '»', ']', '!', '?']);
        if let Some((message, right)) = fault(address) {
            let note = notes.at(block, start + lead..start + lead + address.len(), message);
            if let Some(right) = right {
                note.fix(right);
            }
        }
        start += run.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
}

fn fault(address: &str) -> Option<(Sentence, Option<String>)> {
    let lower = address.to_ascii_lowercase();
    let after = |prefix: &str| address[prefix.len()..].trim_start_matches(['/', ':']).to_owned();
    if let Some((scheme, host)) = lower.split_once("://") {
        if !matches!(
            scheme,
            "http" | "https" | "ftp" | "mailto" | "file" | "ws" | "wss" | "sftp" | "rtmp"
        ) {
            let near =
                ["http", "https"].iter().any(|known| crate::nearness::within(scheme, known, 2));
            let host = &address[scheme.len() + 3..];
            return near.then(|| {
                (
                    say!("This address begins with a misspelt “https”."),
                    Some(format!("https://{host}")),
                )
            });
        }
        let name = host.split(['/', '?', '#']).next().unwrap_or_default();
        if let Some(meant) = super::mail_address::usual_ending(name) {
            let start = scheme.len() + 3;
            let right = format!("{}{meant}{}", &address[..start], &address[start + name.len()..]);
            return Some((say!("No address ends so."), Some(right)));
        }
        let whole =
            name.contains('.') || name.contains(':') || name.is_empty() || name == "localhost";
        return (!whole && scheme.starts_with("http"))
            .then_some((say!("The domain of this address is not whole."), None));
    }
    for scheme in ["https", "http"] {
        for broken in [format!("{scheme}:/"), format!("{scheme}//"), format!("{scheme};//")] {
            if lower.starts_with(&broken) {
                return Some((
                    say!("The beginning of this address is damaged."),
                    Some(format!("{scheme}://{}", after(&broken))),
                ));
            }
        }
    }
    if let Some(rest) = lower.strip_prefix("www") {
        if rest.starts_with([',', ';', ' ']) {
            return Some((
                say!("“www” is followed by a dot."),
                Some(format!("www.{}", &address[4..])),
            ));
        }
        if let Some(host) = rest.strip_prefix('.') {
            let name = host.split(['/', '?', '#']).next().unwrap_or_default();
            return (!name.contains('.'))
                .then_some((say!("The domain of this address is not whole."), None));
        }
    }
    None
}
