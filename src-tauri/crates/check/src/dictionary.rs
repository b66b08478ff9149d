//! Dictionaries: which words a language has.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use dateline_model::{Language, Sentence, say, tells_its_sentence};
use encoding_rs::Encoding;

/// A Hunspell dictionary.
pub struct Dictionary {
    words: spellbook::Dictionary,
    letters: Vec<char>,
}

/// A dictionary that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// The affix file names an encoding that is not known.
    Encoding(String),
    /// The files are no Hunspell dictionary.
    Unreadable(String),
}

tells_its_sentence!(DictionaryError);

impl DictionaryError {
    /// What to tell whoever added it.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Encoding(name) => say!(
                "The dictionary is written in the encoding “{name}”, which is not known here.",
                name
            ),
            Self::Unreadable(why) => say!(
                "The dictionary cannot be read: {why}. It takes a Hunspell .aff file and its .dic file.",
                why
            ),
        }
    }
}

impl Dictionary {
    /// Reads a dictionary from the bytes of its affix file and its word list, in the encoding that
    /// the affix file names. Takes some 30 ms for a language of 50,000 stems.
    ///
    /// # Errors
    /// When the files are no Hunspell dictionary, or in an encoding that is not known.
    pub fn new(aff: &[u8], dic: &[u8]) -> Result<Self, DictionaryError> {
        let encoding = encoding_of(aff)?;
        let (aff, dic) = (encoding.decode(aff).0, encoding.decode(dic).0);
        let words = spellbook::Dictionary::new(&aff, &dic)
            .map_err(|error| DictionaryError::Unreadable(error.to_string()))?;
        let tried = aff.lines().find_map(|line| line.strip_prefix("TRY "));
        let mut letters: Vec<char> =
            tried.unwrap_or_default().chars().filter(|c| c.is_lowercase()).collect();
        letters.dedup();
        Ok(Self { words, letters })
    }

    /// Whether the language has this word, in this letter case.
    pub fn has(&self, word: &str) -> bool {
        self.words.check(word)
    }

    /// Whether the word is written in the language's alphabet: "havn" is nobody's spelling in a
    /// Russian text.
    pub(crate) fn writes(&self, word: &str) -> bool {
        let own = |c: char| c.to_lowercase().any(|small| self.letters.contains(&small));
        word.chars().all(|c| c.is_alphabetic() || c == '\'')
            && (self.letters.is_empty() || word.chars().any(own))
    }

    /// What may be meant by a word that the language does not have, the best first. Takes some
    /// 20 ms: ask for one word at a time, when somebody wants to know.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut meant = Vec::new();
        self.words.suggest(word, &mut meant);
        meant
    }

    /// The words that one slip of a finger makes of this one, the likeliest slips first: two letters
    /// exchanged, one too many, one missing, one wrong. At most three, in a tenth of a millisecond.
    pub(crate) fn one_slip(&self, word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let mut found: Vec<String> = Vec::new();
        let mut offer = |candidate: &[char]| {
            let candidate: String = candidate.iter().collect();
            if found.len() < 3 && !found.contains(&candidate) && self.words.check(&candidate) {
                found.push(candidate);
            }
        };
        if letters.len() > 24 {
            return found;
        }
        for at in 1..letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(at - 1, at);
            offer(&swapped);
        }
        for at in 0..letters.len() {
            let mut less = letters.clone();
            less.remove(at);
            offer(&less);
        }
        for at in 1..=letters.len() {
            for letter in &self.letters {
                let mut more = letters.clone();
                more.insert(at, *letter);
                offer(&more);
            }
        }
        for at in 0..letters.len() {
            for letter in &self.letters {
                let mut other = letters.clone();
                other[at] = *letter;
                offer(&other);
            }
        }
        found
    }
}

fn encoding_of(aff: &[u8]) -> Result<&'static Encoding, DictionaryError> {
    let named = aff.split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(b"SET "));
    let Some(name) = named.map(|name| String::from_utf8_lossy(name).trim().to_owned()) else {
        // Hunspell's own default.
        return Ok(encoding_rs::WINDOWS_1252);
    };
    let label =
        name.to_lowercase().replace("iso8859", "iso-8859").replace("microsoft-cp", "windows-");
    Encoding::for_label(label.as_bytes()).ok_or(DictionaryError::Encoding(name))
}

/// Finds a dictionary outside this crate for a language: one that the user added, or the system's.
/// It is asked again and again, so it remembers what it found.
pub type Shelf = Arc<dyn Fn(&Language) -> Option<Arc<Dictionary>> + Send + Sync>;

/// The dictionaries that a checker reads with.
#[derive(Clone, Default)]
pub struct Dictionaries {
    own: HashMap<String, Arc<Dictionary>>,
    shelf: Option<Shelf>,
}

impl Dictionaries {
    /// Adds a dictionary for a language; it goes before a built-in one.
    pub fn add(&mut self, language: &Language, dictionary: Arc<Dictionary>) {
        self.own.insert(language.tag().to_owned(), dictionary);
    }

    /// Looks for dictionaries on a shelf as well, before the built-in ones.
    pub fn look_on(&mut self, shelf: Shelf) {
        self.shelf = Some(shelf);
    }

    /// The dictionaries for a language, the nearest first: its own, one from the shelf, the built-in
    /// ones of the language. Empty where none is known.
    pub(crate) fn of(&self, language: &Language) -> Vec<Arc<Dictionary>> {
        let near = |tag: &str| tag == language.tag() || tag == language.primary();
        let same = |tag: &str| tag.split('-').next() == Some(language.primary());
        let mut own: Vec<_> = self.own.iter().filter(|(tag, _)| near(tag) || same(tag)).collect();
        own.sort_by_key(|(tag, _)| (!near(tag), (*tag).clone()));
        let mut found: Vec<_> = own.into_iter().map(|(_, dictionary)| dictionary.clone()).collect();
        found.extend(self.shelf.as_ref().and_then(|shelf| shelf(language)));
        found.extend(built_in(language));
        found
    }
}

/// Whether this crate brings a dictionary for a language along.
pub fn is_built_in(language: &Language) -> bool {
    BUILT_IN.iter().any(|packed| packed.tag.split('-').next() == Some(language.primary()))
}

/// How the files of a language's dictionary are usually called, without their ending, the nearest
/// first: `en_GB`, `en-GB`, `en`. Where to look for them is the caller's knowledge.
pub fn usual_names(language: &Language) -> Vec<String> {
    let tag = language.tag();
    let mut names = vec![tag.replace('-', "_"), tag.to_owned(), language.primary().to_owned()];
    if !tag.contains('-') {
        let home = match tag {
            "en" => "GB".to_owned(),
            "uk" => "UA".to_owned(),
            "kk" => "KZ".to_owned(),
            other => other.to_uppercase(),
        };
        names.push(format!("{tag}_{home}"));
    }
    names.dedup();
    names
}

/// A built-in dictionary, packed.
struct Packed {
    tag: &'static str,
    aff: &'static [u8],
    dic: &'static [u8],
    /// Words of the trade that are younger than the dictionary, in its own format.
    press: &'static str,
    read: OnceLock<Option<Arc<Dictionary>>>,
}

macro_rules! packed {
    ($tag:literal, $press:literal) => {
        Packed {
            tag: $tag,
            aff: include_bytes!(concat!("../dictionaries/", $tag, "/aff.deflate")),
            dic: include_bytes!(concat!("../dictionaries/", $tag, "/dic.deflate")),
            press: include_str!(concat!("../dictionaries/press/", $press, ".dic")),
            read: OnceLock::new(),
        }
    };
}

static BUILT_IN: [Packed; 5] = [
    packed!("en-GB", "en"),
    packed!("en-US", "en"),
    packed!("fr", "fr"),
    packed!("es", "es"),
    packed!("ru", "ru"),
];

/// The built-in dictionaries of a language. Both Englishes are read as one: which of the two a
/// house writes is a matter of its glossary.
fn built_in(language: &Language) -> impl Iterator<Item = Arc<Dictionary>> {
    let mut fitting: Vec<&Packed> = BUILT_IN
        .iter()
        .filter(|packed| packed.tag.split('-').next() == Some(language.primary()))
        .collect();
    fitting.sort_by_key(|packed| packed.tag != language.tag());
    fitting.into_iter().filter_map(|packed| packed.read.get_or_init(|| packed.unpack()).clone())
}

impl Packed {
    fn unpack(&self) -> Option<Arc<Dictionary>> {
        let aff = miniz_oxide::inflate::decompress_to_vec(self.aff).ok()?;
        let mut dic = miniz_oxide::inflate::decompress_to_vec(self.dic).ok()?;
        dic.push(b'\n');
        dic.extend(self.press.bytes());
        Dictionary::new(&aff, &dic).ok().map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_dictionary_can_be_read() {
        for (tag, word) in [
            ("en-GB", "harbour"),
            ("en-US", "harbor"),
            ("fr", "port"),
            ("es", "puerto"),
            ("ru", "порт"),
        ] {
            let found = Dictionaries::default().of(&tag.parse().unwrap());
            assert!(found[0].has(word), "{tag}");
        }
    }

    #[test]
    fn words_of_the_trade_are_known_in_all_their_forms() {
        for (tag, word) in [
            ("en-US", "hackathons"),
            ("en-GB", "electrolyser's"),
            ("fr", "webinaires"),
            ("es", "ciberataques"),
            ("ru", "нацпроектами"),
            ("ru", "кибербезопасностью"),
        ] {
            assert!(Dictionaries::default().of(&tag.parse().unwrap())[0].has(word), "{word}");
        }
    }

    #[test]
    fn files_in_older_encodings_are_read() {
        let dictionary = Dictionary::new(b"SET ISO8859-1\nTRY abc\n", b"1\nh\xe4fen\n").unwrap();
        assert!(dictionary.has("häfen"));
        assert!(matches!(
            Dictionary::new(b"SET KLINGON\n", b"0\n"),
            Err(DictionaryError::Encoding(_))
        ));
    }

    #[test]
    fn names_of_files_follow_the_tag() {
        assert_eq!(usual_names(&"de-AT".parse().unwrap()), ["de_AT", "de-AT", "de"]);
        assert_eq!(usual_names(&"ru".parse().unwrap()), ["ru", "ru_RU"]);
    }
}
