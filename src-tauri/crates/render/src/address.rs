//! Addresses: which of them a page may lead to, and where they stand in running text.

use linkify::LinkFinder;
use std::borrow::Cow;
use std::sync::LazyLock;
use url::Url;

/// The schemes that a press release needs. Everything else, scripts first of all, is not written.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// An address as it may stand in a link, or `None` when it may not. What the URL standard calls a
/// violation is put right as browsers do; an address without a scheme leads nowhere from a file
/// that travels, and is refused.
pub(crate) fn safe(address: &str) -> Option<Cow<'_, str>> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    if !SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        return None;
    }
    let control = |c: char| c.is_control() || c.is_whitespace();
    if rest.is_empty() || address.contains(control) {
        return None;
    }
    let violated = std::cell::Cell::new(false);
    let note = |_| violated.set(true);
    let url = Url::options().syntax_violation_callback(Some(&note)).parse(address).ok()?;
    if violated.get() || url.cannot_be_a_base() && !rest.is_ascii() {
        return Some(Cow::Owned(url.into()));
    }
    Some(Cow::Borrowed(address))
}

/// Where a link that says nothing but its own address leads: such a link needs no reference beside
/// it in plain text. Compares without scheme and final slash.
pub(crate) fn is_spelled_out(address: &str, text: &str) -> bool {
    fn bare(address: &str) -> &str {
        let address = address.trim();
        let without = ["https://", "http://", "mailto:", "tel:"]
            .iter()
            .find_map(|scheme| address.strip_prefix(scheme))
            .unwrap_or(address);
        without.trim_end_matches('/')
    }
    bare(address) == bare(text)
}

/// The digits of a telephone number as `tel:` wants them; `None` when there are none.
pub(crate) fn telephone(phone: &str) -> Option<String> {
    let mut digits = String::with_capacity(phone.len() + 4);
    digits.push_str("tel:");
    for c in phone.chars() {
        match c {
            '+' if digits.len() == 4 => digits.push('+'),
            '0'..='9' => digits.push(c),
            // An extension is no part of the number that a telephone dials.
            c if c.is_alphabetic() && digits.len() > 4 => break,
            _ => {}
        }
    }
    digits.ends_with(|c: char| c.is_ascii_digit()).then_some(digits)
}

/// A piece of running text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Span<'a> {
    /// Words.
    Words(&'a str),
    /// An address, as it stands in the text.
    Address(&'a str),
}

impl<'a> Span<'a> {
    /// What stands in the text.
    pub(crate) fn text(&self) -> &'a str {
        match self {
            Span::Words(text) | Span::Address(text) => text,
        }
    }

    /// Where an address leads; bare ones get the scheme that they leave out.
    pub(crate) fn target(&self) -> Option<String> {
        let Span::Address(text) = self else { return None };
        if text.contains("://") {
            Some((*text).to_owned())
        } else if text.contains('@') {
            Some(format!("mailto:{text}"))
        } else {
            Some(format!("https://{text}"))
        }
    }
}

/// Running text, cut at the web and mail addresses in it.
pub(crate) fn spans(text: &str) -> impl Iterator<Item = Span<'_>> {
    let mut done = 0;
    let mut spans = Vec::new();
    for (start, end) in find(text, false) {
        if done < start {
            spans.push(Span::Words(&text[done..start]));
        }
        spans.push(Span::Address(&text[start..end]));
        done = end;
    }
    if done < text.len() {
        spans.push(Span::Words(&text[done..]));
    }
    spans.into_iter()
}

/// Where web and mail addresses stand in a text; `bare` ones leave out their scheme, and may turn
/// out to be a missing space.
pub(crate) fn find(text: &str, bare: bool) -> impl Iterator<Item = (usize, usize)> {
    static FINDER: LazyLock<LinkFinder> = LazyLock::new(LinkFinder::new);
    static BARE: LazyLock<LinkFinder> = LazyLock::new(|| {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        finder
    });
    let possible = text.contains('@') || text.contains("://") || bare && text.contains("www.");
    let finder: &LinkFinder = if bare { &BARE } else { &FINDER };
    possible.then(|| finder.links(text)).into_iter().flatten().map(|link| {
        // Chinese and Japanese go on behind an address without a space.
        let ideographs = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || c >= '\u{ff00}';
        let length = link.as_str().find(ideographs).unwrap_or(link.as_str().len());
        (link.start(), link.start() + length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_are_written() {
        for good in [
            "https://vestmark.example/plan?a=1&b=2#x",
            "http://пример.example/путь",
            "mailto:press@vestmark.example",
            "tel:+4755500100",
        ] {
            assert_eq!(safe(good).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "/plan",
            "plan.html",
            "//vestmark.example",
            "http://",
            "https://a b",
            "mailto:",
            "",
        ] {
            assert_eq!(safe(bad), None, "{bad}");
        }
    }

    #[test]
    fn violations_are_put_right() {
        assert_eq!(
            safe("https:\\\\vestmark.example\\{a}|\"b\"").as_deref(),
            Some("https://vestmark.example/%7Ba%7D|%22b%22")
        );
        assert_eq!(safe("HTTPS:vestmark.example").as_deref(), Some("https://vestmark.example/"));
    }

    #[test]
    fn telephones_lose_what_is_written_for_the_eye() {
        assert_eq!(telephone("+47 5550 01-00").as_deref(), Some("tel:+4755500100"));
        assert_eq!(telephone("(0) 555 / 01 ext. 3").as_deref(), Some("tel:055501"));
        assert_eq!(telephone("ask"), None);
    }

    #[test]
    fn addresses_are_found_in_running_text() {
        let found: Vec<_> = spans("See https://a.example/b, or ask (press@a.example).").collect();
        assert_eq!(found[1], Span::Address("https://a.example/b"));
        assert_eq!(found[3].target().as_deref(), Some("mailto:press@a.example"));
    }

    #[test]
    fn a_spelled_out_link_needs_no_reference() {
        assert!(is_spelled_out("https://vestmark.example/", "vestmark.example"));
        assert!(is_spelled_out("mailto:a@b.example", "a@b.example"));
        assert!(!is_spelled_out("https://vestmark.example/plan", "the plan"));
    }
}
