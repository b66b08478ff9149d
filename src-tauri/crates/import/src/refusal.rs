//! Why a file cannot become a release, as a sentence that names the file and says what to do.

use dateline_model::{Sentence, say, tells_its_sentence};

/// A file, paste or picture that is not taken. Its message is meant for the press officer. The advice
/// is boxed so that whatever can be refused stays small when it is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing to read in it.
    Empty {
        /// The file's name.
        name: String,
    },
    /// It is larger than a release can reasonably be.
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// The most that is read, in bytes.
        limit: u64,
        /// What to do instead.
        advice: Box<Sentence>,
    },
    /// A paste of more words than can be written in.
    TooLong {
        /// How many words it has.
        words: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// Its bytes are no text, and no document that is read here.
    Foreign {
        /// The file's name.
        name: String,
        /// What its bytes are, with the article.
        what: Sentence,
        /// What to do instead.
        advice: Box<Sentence>,
    },
    /// Its bytes are not what its name says, or are damaged.
    Damaged {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        why: Sentence,
        /// What to do instead.
        advice: Box<Sentence>,
    },
}

tells_its_sentence!(Refusal);

impl Refusal {
    /// What to tell whoever chose the file.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Empty { name } => say!(
                "“{name}” is empty: there is nothing to import. Check that the file was saved whole.",
                name
            ),
            Self::TooLarge { name, size, limit, advice } => say!(
                "“{name}” has {size} MB; Dateline reads such files up to {limit} MB. {advice}",
                name,
                size = megabytes(*size),
                limit = megabytes(*limit),
                advice = **advice
            ),
            Self::TooLong { words, limit } => say!(
                "The clipboard holds {words} words; up to {limit} are pasted at once, and nothing was. Paste a part of them, or import the document as a file.",
                words,
                limit
            ),
            Self::Foreign { name, what, advice } => {
                say!(
                    "“{name}” is {what}, which Dateline cannot read. {advice}",
                    name,
                    what,
                    advice = **advice
                )
            }
            Self::Damaged { name, why, advice } => {
                say!("“{name}” could not be read: {why}. {advice}", name, why, advice = **advice)
            }
        }
    }
}

/// Bytes in megabytes of a million, rounded up so that nothing is said to have 0 MB.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
