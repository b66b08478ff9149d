//! The one way in which markup is written: literals as they stand, everything else escaped.
//!
//! Architecture invariant: this is the only place that escapes, and nothing that is not a literal
//! of this program gets past it. Whatever a release holds, it comes out as text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

/// HTML being written.
#[derive(Debug, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// Room for a page of about `bytes`.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Markup of this program's own.
    pub(crate) fn put(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Words.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.0);
        self
    }

    /// An attribute, with the space before it.
    pub(crate) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.open_value(name);
        escape(value, &mut self.0);
        self.put("\"")
    }

    /// An attribute that holds a file.
    pub(crate) fn data(&mut self, name: &'static str, media_type: &str, bytes: &[u8]) -> &mut Self {
        self.open_value(name).put("data:").text(media_type).put(";base64,");
        STANDARD.encode_string(bytes, &mut self.0);
        self.put("\"")
    }

    /// A number, in text or in an attribute.
    pub(crate) fn number(&mut self, number: impl Into<u64>) -> &mut Self {
        use std::fmt::Write;
        // Writing into a string cannot fail.
        let _ = write!(self.0, "{}", number.into());
        self
    }

    /// A value as JSON inside a script element: nothing in it can end the element or begin a
    /// comment, and it stays the same JSON.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> &mut Self {
        // Maps with keys of strings always serialise.
        let json = serde_json::to_string(value).unwrap_or_default();
        for piece in json.split_inclusive(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let special = piece.chars().next_back();
            let kept = |c: char| &piece[..piece.len() - c.len_utf8()];
            match special {
                Some('<') => self.0.extend([kept('<'), "\\u003c"]),
                Some('>') => self.0.extend([kept('>'), "\\u003e"]),
                Some('&') => self.0.extend([kept('&'), "\\u0026"]),
                Some('\u{2028}') => self.0.extend([kept('\u{2028}'), "\\u2028"]),
                Some('\u{2029}') => self.0.extend([kept('\u{2029}'), "\\u2029"]),
                _ => self.0.push_str(piece),
            }
        }
        self
    }

    /// What was written elsewhere, in the same way.
    pub(crate) fn append(&mut self, other: Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// What stands here so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The page.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn open_value(&mut self, name: &'static str) -> &mut Self {
        self.put(" ").put(name).put("=\"")
    }
}

/// Appends a text with everything replaced that means something in markup, in text as in a value
/// between double quotes. Control characters and noncharacters, which no page may hold, are left
/// out.
fn escape(text: &str, into: &mut String) {
    let bytes = text.as_bytes();
    let mut kept = 0;
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|byte| MEANS_SOMETHING[*byte as usize]) {
        at += step;
        let (replacement, length) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\r' => (" ", 1),
            lead if lead < 0x80 => ("", 1),
            _ => match text[at..].chars().next() {
                Some(c) if is_forbidden(c) => ("", c.len_utf8()),
                Some(c) => {
                    at += c.len_utf8();
                    continue;
                }
                None => break,
            },
        };
        into.push_str(&text[kept..at]);
        into.push_str(replacement);
        at += length;
        kept = at;
    }
    into.push_str(&text[kept..]);
}

/// C1 controls and noncharacters: the HTML standard allows neither.
fn is_forbidden(c: char) -> bool {
    let code = c as u32;
    (0x80..0xa0).contains(&code) || (0xfdd0..0xfdf0).contains(&code) || code & 0xfffe == 0xfffe
}

/// The bytes at which [`escape`] has to look: markup, controls, and the first bytes of characters
/// among which there are forbidden ones.
static MEANS_SOMETHING: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'&' | b'<' | b'>' | b'"' => true,
            b'\t' | b'\n' => false,
            0x00..=0x1f | 0x7f => true,
            0xc2 | 0xef | 0xf0..=0xf4 => true,
            _ => false,
        };
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut markup = Markup::default();
        markup.text(text);
        markup.finish()
    }

    #[test]
    fn what_means_something_is_escaped_and_what_may_not_stand_is_left_out() {
        assert_eq!(escaped("<b> & \"c\"\r\n"), "&lt;b&gt; &amp; &quot;c&quot; \n");
        assert_eq!(escaped("a\0b\u{7f}c\u{85}d\u{fdd0}e\u{1ffff}f"), "abcdef");
        assert_eq!(escaped("é\u{a0}，🚢ﷺ"), "é\u{a0}，🚢ﷺ");
    }

    #[test]
    fn json_cannot_leave_its_script() {
        let mut markup = Markup::default();
        markup.json(&"</script><!-- & \u{2028}é");
        let json = markup.finish();
        assert_eq!(json, "\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028é\"");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "</script><!-- & \u{2028}é");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_itself(text in "[^\\p{Cc}]*") {
            let page = format!("<p title=\"{0}\">{0}</p>", escaped(&text));
            let document = scraper::Html::parse_fragment(&page);
            let selector = scraper::Selector::parse("p").unwrap();
            let p = document.select(&selector).next().unwrap();
            let kept: String = text.chars().filter(|c| !is_forbidden(*c)).collect();
            prop_assert_eq!(p.attr("title").unwrap(), &kept);
            prop_assert_eq!(p.text().collect::<String>(), kept);
        }
    }
}
