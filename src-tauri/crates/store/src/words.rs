//! How text falls into words for search: the one definition for the index, the question, the
//! ranking and the marks in a snippet.
//!
//! Words are runs of letters and digits of any script. They are compared without case, without
//! diacritics where a script's readers leave them out when they type, and in compatibility form
//! ("ＡＢＣ" is "abc"). Scripts that write no spaces between words (Chinese, Japanese, Thai …) and
//! Korean, whose words take endings, are indexed by the character and found as phrases.

use std::{
    ops::{Range, RangeInclusive},
    sync::LazyLock,
};

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The most characters of a word that count; what is longer is no word but data.
const LONGEST: usize = 64;

/// Visits every word: where it stands in the text, in bytes, and its folded form.
pub(crate) fn walk(text: &str, mut visit: impl FnMut(Range<usize>, &str)) {
    let mut word = Word::default();
    let mut at = 0;
    // Letters of ASCII are taken by the run: they are most of most texts, and ranking reads hundreds.
    while let Some(first) = text.as_bytes().get(at) {
        if first.is_ascii() {
            let rest = &text.as_bytes()[at..];
            let run = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            if run > 0 {
                word.make_room(at, false, &mut visit);
                word.push_ascii(&text[at..at + run]);
                at += run;
                word.place.end = at;
            } else {
                word.finish(&mut visit);
                at += 1;
            }
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let end = at + c.len_utf8();
        if let Some(letter) = plain_letter(c) {
            word.make_room(at, false, &mut visit);
            word.push(letter);
            word.place.end = end;
        } else if is_unseen(c) {
            // It neither ends the word nor belongs to it.
        } else if is_combining_mark(c) && !word.folded.is_empty() {
            word.mark(c);
            word.place.end = end;
        } else if c.is_alphanumeric() {
            word.make_room(at, stands_alone(c), &mut visit);
            word.fold(c);
            word.place.end = end;
        } else {
            word.finish(&mut visit);
        }
        at = end;
    }
    word.finish(&mut visit);
}

/// The folded words of a text.
pub(crate) fn of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    walk(text, |_, word| words.push(word.to_owned()));
    words
}

/// The folded words of a text, a space between them, as the index takes them.
pub(crate) fn folded(text: &str, into: &mut String) {
    walk(text, |_, word| {
        into.push_str(word);
        into.push(' ');
    });
}

#[derive(Default)]
struct Word {
    folded: String,
    length: usize,
    place: Range<usize>,
    alone: bool,
}

impl Word {
    /// Gets ready for a letter at a place: a new word if there is none, or if either stands alone.
    fn make_room(&mut self, at: usize, alone: bool, visit: &mut impl FnMut(Range<usize>, &str)) {
        if alone || self.alone {
            self.finish(visit);
        }
        if self.folded.is_empty() {
            self.place.start = at;
            self.alone = alone;
        }
    }

    fn push_ascii(&mut self, run: &str) {
        let room = LONGEST.saturating_sub(self.length).min(run.len());
        let from = self.folded.len();
        self.folded.push_str(&run[..room]);
        self.folded[from..].make_ascii_lowercase();
        self.length += room;
    }

    fn push(&mut self, c: char) {
        if self.length < LONGEST {
            self.folded.push(c);
            self.length += 1;
        }
    }

    fn fold(&mut self, c: char) {
        let letters = match c {
            'ß' | 'ẞ' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ø' | 'Ø' => "o",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'þ' | 'Þ' => "th",
            'ł' | 'Ł' => "l",
            'ı' => "i",
            // A letter of its own in Russian, not an и with an accent.
            'й' | 'Й' => "й",
            _ => "",
        };
        if !letters.is_empty() {
            letters.chars().for_each(|letter| self.push(letter));
        } else if is_whole(c) {
            self.push(c);
        } else {
            decompose_compatible(c, |part| {
                if is_combining_mark(part) {
                    self.mark(part);
                } else if part.is_alphanumeric() {
                    part.to_lowercase().for_each(|lower| self.push(lower));
                }
            });
        }
    }

    fn mark(&mut self, c: char) {
        if c == '\u{306}' && self.folded.ends_with('и') {
            self.folded.pop();
            self.folded.push('й');
        } else if !is_diacritic(c) {
            self.push(c);
        }
    }

    fn finish(&mut self, visit: &mut impl FnMut(Range<usize>, &str)) {
        if !self.folded.is_empty() {
            visit(self.place.clone(), &self.folded);
        }
        self.folded.clear();
        self.length = 0;
        self.alone = false;
    }
}

/// Marks that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points,
/// Arabic vowels. The vowel signs of Indic scripts are letters to their readers, and stay.
fn is_diacritic(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// What stands inside a word for the typesetter only: soft hyphen, joiners, the Arabic stretcher.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200D}' | '\u{2060}' | '\u{640}')
}

/// Letters that are words to the index: those of scripts without spaces between words.
fn stands_alone(c: char) -> bool {
    is_hangul(c)
        || matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Letters that are not taken apart: Korean syllables, though Unicode would, and ideographs, which
/// have no parts.
fn is_whole(c: char) -> bool {
    is_hangul(c) || matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// What a letter of an alphabet between Latin and Arabic is folded to, if that is one letter: from a
/// table, because the tables of Unicode are searched, and ranking folds a million letters a second.
fn plain_letter(c: char) -> Option<char> {
    static LETTERS: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
        ALPHABETS
            .map(|c| {
                let mut word = Word::default();
                if c.is_alphanumeric() && !is_unseen(c) && !is_combining_mark(c) {
                    word.fold(c);
                }
                let mut letters = word.folded.chars();
                letters.next().filter(|_| letters.next().is_none())
            })
            .collect()
    });
    let index = (c as usize).checked_sub(*ALPHABETS.start() as usize)?;
    LETTERS.get(index).copied().flatten()
}

/// The letters whose UTF-8 has two bytes.
const ALPHABETS: RangeInclusive<char> = '\u{80}'..='\u{7FF}';

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_compared_as_readers_compare_them() {
        for (text, words) in [
            ("Harbour’s 2,026 CO₂-free", "harbour s 2 026 co2 free"),
            ("ÉCOLE école e\u{301}cole", "ecole ecole ecole"),
            ("Straße Ærø Łódź İstanbul", "strasse aero lodz istanbul"),
            ("ёлка Йод йод и\u{306}од", "елка йод йод йод"),
            ("الْفِرَق إنقاذ مـيناء", "الفرق انقاذ ميناء"),
            ("שָׁלוֹם", "שלום"),
            ("東京 ﾄｳｷｮｳ ＡＢＣ", "東 京 ト ウ キ ョ ウ abc"),
            ("ท่าเรือ", "ท่ า เ รื อ"),
            ("부산항", "부 산 항"),
            ("देशों", "देशों"),
            ("soft\u{AD}hyphen", "softhyphen"),
            ("…—", ""),
        ] {
            assert_eq!(of(text).join(" "), words, "{text}");
        }
        assert_eq!(of(&"x".repeat(100))[0].len(), LONGEST);
    }

    proptest! {
        #[test]
        fn places_are_in_order_and_at_characters(text in "\\PC{0,40}") {
            let mut last = 0;
            walk(&text, |place, word| {
                assert!(last <= place.start && place.start < place.end);
                assert!(text.get(place.clone()).is_some());
                // What the index could take for an operator, or for the end of a word.
                assert!(!word.is_empty() && !word.contains(|c: char| c.is_ascii_punctuation() || c.is_whitespace()));
                last = place.end;
            });
        }
    }
}
