//! A catalogue: pairs of an English sentence and what stands for it, in the PO format of gettext,
//! which every translator's program reads and writes.

use std::collections::HashMap;

/// A pair of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The English template.
    pub english: String,
    /// What stands for it.
    pub translation: String,
}

/// What a language says, by the English template.
#[derive(Clone, Debug)]
pub(crate) struct Catalogue(HashMap<String, String>);

impl Catalogue {
    /// Reads a PO file of one-line and continued strings. What has no translation is left out.
    pub(crate) fn read(file: &str) -> Self {
        Self(entries(file).map(|entry| (entry.english, entry.translation)).collect())
    }

    pub(crate) fn get(&self, english: &str) -> Option<&str> {
        self.0.get(english).map(String::as_str)
    }
}

/// The pairs of a PO file, in its order, without its header.
pub(crate) fn entries(file: &str) -> impl Iterator<Item = Entry> {
    let mut pairs: Vec<Entry> = Vec::new();
    let mut of_translation = false;
    for line in file.lines() {
        if let Some(string) = line.strip_prefix("msgid ") {
            pairs.push(Entry { english: plain(string), translation: String::new() });
            of_translation = false;
        } else if let Some(pair) = pairs.last_mut() {
            let string = line.strip_prefix("msgstr ");
            of_translation |= string.is_some();
            let part = if of_translation { &mut pair.translation } else { &mut pair.english };
            part.push_str(&plain(string.unwrap_or(line)));
        }
    }
    pairs.into_iter().filter(|pair| !pair.english.is_empty() && !pair.translation.is_empty())
}

/// What stands between the quotes of a line; nothing, where it has none.
fn plain(line: &str) -> String {
    let quoted = line.trim().strip_prefix('"').and_then(|line| line.strip_suffix('"'));
    let mut plain = String::new();
    let mut signs = quoted.unwrap_or_default().chars();
    while let Some(sign) = signs.next() {
        plain.push(match sign {
            '\\' => match signs.next() {
                Some('n') => '\n',
                Some(other) => other,
                None => '\\',
            },
            sign => sign,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_reads_as_its_pairs() {
        let file = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n#: check\nmsgid \"One \\\"space\\\".\"\nmsgstr \"\"\n\"Une \"\n\"espace.\"\n\nmsgid \"Two.\"\nmsgstr \"\"\n";
        let one = Entry { english: "One \"space\".".into(), translation: "Une espace.".into() };
        assert_eq!(entries(file).collect::<Vec<_>>(), [one]);
    }
}
