//! The page by which anybody verifies an export: it holds the key and all it needs, and opens
//! offline.

use super::PublicKey;

/// The page's name beside the manifest.
pub(crate) const PAGE: &str = "verify.html";

const SOURCE: &str = include_str!("verify.html");

/// By this line the page is known as ours.
const MARK: &str = "<meta name=\"generator\" content=\"Dateline: verification page\">";

/// The page for a key. It names no machine and no time, so that equal keys have equal pages.
pub(super) fn page(key: &PublicKey) -> String {
    SOURCE.replace("{{key}}", &key.to_string())
}

pub(super) fn is_page(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).take(2048).any(|window| window == MARK.as_bytes())
}
