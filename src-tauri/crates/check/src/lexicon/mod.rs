//! The words that rules must know, by language: months, verbs of saying, ranks, units.
//!
//! One look-up a word, when a block is read, serves every rule afterwards.

mod de;
mod en;
mod es;
mod fr;
mod ru;

use std::{collections::HashMap, sync::OnceLock};

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// A month's name; its value is the month's number.
    Month,
    /// A weekday's name; its value counts from Monday, 1.
    Weekday,
    /// A number in words; its value is the number.
    Number,
    /// A conjunction that joins the last two of a list.
    And,
    /// A word that needs another after it, and so cannot end a sentence.
    Dangling,
    /// Stands between other words everywhere; tells languages apart and carries no subject.
    Function,
    /// A finite verb so common that its presence makes a sentence.
    Verb,
    /// A verb of saying.
    Said,
    /// An abbreviation that is written with a full stop.
    Dotted,
    /// A rank or an office before a name.
    Title,
    /// A unit of measurement.
    Unit,
    /// A currency in words or letters.
    Currency,
    /// A day told from today; its value is 1 for yesterday, 2 for today, 3 for tomorrow.
    Relative,
    /// Tells the future.
    Future,
    /// Tells the past.
    Past,
    /// May stand twice in a row.
    Twice,
    /// An abbreviation that every reader knows.
    Known,
    /// A time zone.
    Zone,
    /// A thing that has a name of its own: exercise, programme, forces.
    Head,
    /// The word for the whole of a sum.
    Total,
}

/// Everything that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sense {
    classes: u32,
    value: u8,
}

impl Sense {
    /// Whether it can be that.
    pub(crate) fn is(self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    /// Whether no list has it.
    pub(crate) fn is_plain(self) -> bool {
        self.classes == 0
    }

    /// Whether it can be the finite verb of a clause.
    pub(crate) fn is_finite(self) -> bool {
        self.is(Class::Verb) || self.is(Class::Past) || self.is(Class::Future)
    }

    /// Its value, where its class has values.
    pub(crate) fn value_as(self, class: Class) -> Option<u32> {
        self.is(class).then_some(u32::from(self.value))
    }
}

/// The words of one language, in lower case.
pub(crate) struct Lexicon {
    words: HashMap<&'static str, Sense>,
}

impl Lexicon {
    /// What the word can be; `word` is in lower case.
    pub(crate) fn sense(&self, word: &str) -> Sense {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// Every word of a class.
    pub(crate) fn words(&self, class: Class) -> impl Iterator<Item = (&'static str, u32)> {
        self.words
            .iter()
            .filter(move |(_, sense)| sense.is(class))
            .map(|(word, sense)| (*word, u32::from(sense.value)))
    }

    fn of(lists: &[(Class, &'static str)]) -> Self {
        let mut words: HashMap<&'static str, Sense> = HashMap::new();
        for (class, list) in lists {
            for entry in list.split_whitespace() {
                let (word, value) = match entry.split_once('=') {
                    Some((word, value)) => (word, value.parse().unwrap_or_default()),
                    None => (entry, 0),
                };
                let sense = words.entry(word).or_default();
                sense.classes |= 1 << *class as u8;
                sense.value = sense.value.max(value);
            }
        }
        Self { words }
    }
}

/// The lexicon of a language by its primary tag; an empty one where none is kept.
pub(crate) fn of(primary: &str) -> &'static Lexicon {
    static LEXICONS: [OnceLock<Lexicon>; 6] = [const { OnceLock::new() }; 6];
    let (at, lists): (usize, &[(Class, &'static str)]) = match primary {
        "en" => (0, en::WORDS),
        "fr" => (1, fr::WORDS),
        "de" => (2, de::WORDS),
        "es" => (3, es::WORDS),
        "ru" => (4, ru::WORDS),
        _ => (5, &[]),
    };
    LEXICONS[at].get_or_init(|| Lexicon::of(lists))
}
