//! From bytes to characters: the one conversion between the text and the findings.

/// Bytes between two counted places: small enough that the rest is quickly walked, large enough
/// that the table stays below a tenth of the text.
const STEP: usize = 128;

/// How many characters stand before each step of a text.
pub(super) struct Characters {
    /// Empty for a text in which every character is one byte.
    counted: Vec<usize>,
}

impl Characters {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { counted: Vec::new() };
        }
        let mut counted = Vec::with_capacity(text.len() / STEP + 1);
        let mut characters = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                counted.push(characters);
            }
            characters += usize::from(begins_character(byte));
        }
        Self { counted }
    }

    /// How many characters begin before this byte.
    pub(super) fn before(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let Some(step) = self.counted.len().checked_sub(1).map(|last| last.min(byte / STEP)) else {
            return byte;
        };
        let rest = &text.as_bytes()[step * STEP..byte];
        self.counted[step] + rest.iter().filter(|byte| begins_character(**byte)).count()
    }
}

fn begins_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_across_steps() {
        for text in ["plain", &"я – “x” ".repeat(99), ""] {
            let characters = Characters::of(text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!(characters.before(text, byte), count);
            }
            assert_eq!(characters.before(text, text.len()), text.chars().count());
        }
    }
}
