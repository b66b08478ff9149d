//! Where a link may lead: only to the schemes that a press release needs, and only whole addresses.

use url::Url;

/// Everything else, scripts first of all, is not taken.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The address of a link as the model keeps it, or `None` when it may not stand there. One without
/// a scheme is completed by the address of the page that it stood on, where that is known: from a
/// file that travels it would lead nowhere.
pub(crate) fn accepted(href: &str, page: Option<&Url>) -> Option<String> {
    // Browsers drop these wherever they stand, so "java\nscript:" would be a script.
    let href: String = href.trim().chars().filter(|c| !c.is_control()).collect();
    if let Some((scheme, rest)) = href.split_once(':')
        && SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme))
    {
        let url = Url::parse(&href).ok().filter(|_| !rest.trim_matches('/').is_empty())?;
        return Some(target(&url).unwrap_or_else(|| href.replace(' ', "%20")));
    }
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    let url = page?.join(&href).ok()?;
    SCHEMES.contains(&url.scheme()).then(|| url.into())
}

/// Where an address really leads that a program wrapped, to count or check who follows it: links in
/// Google Docs and in mail that Outlook protects. Readers should not pass through either.
fn target(url: &Url) -> Option<String> {
    let key = match (url.host_str()?, url.path()) {
        ("www.google.com", "/url") => "q",
        (host, _) if host.ends_with(".safelinks.protection.outlook.com") => "url",
        _ => return None,
    };
    let (_, wrapped) = url.query_pairs().find(|(name, _)| name == key)?;
    let is_web = wrapped.starts_with("https://") || wrapped.starts_with("http://");
    (is_web && Url::parse(&wrapped).is_ok()).then(|| wrapped.into_owned())
}

/// Whether an address is a script.
pub(crate) fn is_script(href: &str) -> bool {
    let href: String = href.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let scheme = href.split(':').next().unwrap_or_default().to_lowercase();
    matches!(scheme.as_str(), "javascript" | "vbscript" | "livescript")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_and_whole_addresses_are_taken() {
        for good in
            ["https://vestmark.example/plan?a=1#x", "mailto:press@vestmark.example", "tel:+47555"]
        {
            assert_eq!(accepted(good, None).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "data:text/html,x",
            "file:///C:/plan.docx",
            "#_ftn1",
            "/plan",
            "https://",
            "https://[",
            "",
        ] {
            assert_eq!(accepted(bad, None), None, "{bad}");
        }
    }

    #[test]
    fn wrapped_addresses_are_unwrapped() {
        for wrapped in [
            "https://www.google.com/url?q=https://vestmark.example/a?b%3D1&sa=D",
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvestmark.example%2Fa%3Fb%3D1&data=x",
        ] {
            assert_eq!(accepted(wrapped, None).as_deref(), Some("https://vestmark.example/a?b=1"));
        }
        let scripted = "https://www.google.com/url?q=javascript:alert(1)";
        assert_eq!(accepted(scripted, None).as_deref(), Some(scripted));
    }

    #[test]
    fn the_page_s_address_completes_short_ones() {
        let page = Url::parse("https://vestmark.example/news/12/").unwrap();
        let complete = |href: &str| accepted(href, Some(&page));
        assert_eq!(complete("../13").as_deref(), Some("https://vestmark.example/news/13"));
        assert_eq!(complete("javascript:alert(1)"), None);
        assert_eq!(complete("#top"), None);
    }
}
