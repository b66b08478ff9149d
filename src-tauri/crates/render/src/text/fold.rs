//! ASCII for systems that take nothing else: typographic marks by their typewriter forms, Latin
//! letters without their marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends a character in ASCII. Letters of other scripts are appended as they are: no ASCII form
/// of them could be read by those who read the language.
pub(super) fn fold(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c);
        return;
    }
    if let Some((_, ascii)) = FORMS.iter().find(|(known, _)| *known == c) {
        into.push_str(ascii);
        return;
    }
    let mut base = c.nfkd().filter(|part| !is_combining_mark(*part)).peekable();
    let is_latin = base.peek().is_some_and(char::is_ascii);
    if is_latin && c.nfkd().all(|part| part.is_ascii() || is_combining_mark(part)) {
        into.extend(base);
    } else if is_combining_mark(c) && into.ends_with(|last: char| last.is_ascii_alphabetic()) {
        // A mark that stands behind its Latin letter.
    } else {
        into.push(c);
    }
}

/// What does not come apart into an ASCII letter and its marks.
const FORMS: [(char, &str); 56] = [
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‛', "'"),
    ('‹', "'"),
    ('›', "'"),
    ('′', "'"),
    ('´', "'"),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‟', "\""),
    ('«', "\""),
    ('»', "\""),
    ('″', "\""),
    ('‐', "-"),
    ('‑', "-"),
    ('‒', "-"),
    ('–', "-"),
    ('−', "-"),
    ('—', "--"),
    ('―', "--"),
    ('…', "..."),
    ('·', "|"),
    ('•', "-"),
    ('×', "x"),
    ('÷', "/"),
    ('⁄', "/"),
    ('½', "1/2"),
    ('¼', "1/4"),
    ('¾', "3/4"),
    ('©', "(c)"),
    ('®', "(R)"),
    ('™', "(TM)"),
    ('°', " deg."),
    ('€', "EUR "),
    ('£', "GBP "),
    ('¥', "JPY "),
    ('₽', "RUB"),
    ('№', "No."),
    ('§', "Sec. "),
    ('¿', "?"),
    ('¡', "!"),
    ('ß', "ss"),
    ('ẞ', "SS"),
    ('æ', "ae"),
    ('Æ', "AE"),
    ('œ', "oe"),
    ('Œ', "OE"),
    ('ø', "o"),
    ('Ø', "O"),
    ('đ', "d"),
    ('Đ', "D"),
    ('ł', "l"),
    ('Ł', "L"),
    ('ı', "i"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut into = String::new();
        text.chars().for_each(|c| fold(c, &mut into));
        into
    }

    #[test]
    fn typography_becomes_typewriting() {
        assert_eq!(folded("“It’s 5–7 — maybe…”"), "\"It's 5-7 -- maybe...\"");
        assert_eq!(folded("«\u{a0}Été\u{202f}!\u{a0}»"), "\" Ete ! \"");
        assert_eq!(folded("e\u{301}Straße ½ Łódź ﬁ"), "eStrasse 1/2 Lodz fi");
    }

    #[test]
    fn other_scripts_stay_readable() {
        assert_eq!(folded("Учения: й"), "Учения: й");
        assert_eq!(folded("港は、開"), "港は、開");
    }
}
