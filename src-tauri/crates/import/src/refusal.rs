//! Why a file cannot become a release, as a sentence that names the file and says what to do.

/// A file, paste or picture that is not taken. Its message is meant for the press officer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing to read in it.
    #[error("“{name}” is empty: there is nothing to import. Check that the file was saved whole.")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// It is larger than a release can reasonably be.
    #[error(
        "“{name}” has {} MB; Dateline reads such files up to {} MB. {advice}",
        megabytes(*.size), megabytes(*.limit)
    )]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// The most that is read, in bytes.
        limit: u64,
        /// What to do instead.
        advice: &'static str,
    },
    /// A paste of more words than can be written in.
    #[error(
        "The clipboard holds {words} words; up to {limit} are pasted at once, and nothing was. Paste a part of them, or import the document as a file."
    )]
    TooLong {
        /// How many words it has.
        words: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// Its bytes are no text, and no document that is read here.
    #[error("“{name}” is {what}, which Dateline cannot read. {advice}")]
    Foreign {
        /// The file's name.
        name: String,
        /// What its bytes are, with the article.
        what: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// Its bytes are not what its name says, or are damaged.
    #[error("“{name}” could not be read: {why}. {advice}")]
    Damaged {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        why: String,
        /// What to do instead.
        advice: &'static str,
    },
}

/// Bytes in megabytes of a million, rounded up so that nothing is said to have 0 MB.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
