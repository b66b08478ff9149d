//! The words of the command line that stand for a pile on the desk.

use dateline_model::Stage;

/// A stage, or the trash beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pile {
    /// Everything that has come this far.
    Stage(Stage),
    /// What was thrown away.
    Trash,
}

impl std::str::FromStr for Pile {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        if word.trim().eq_ignore_ascii_case("trash") {
            return Ok(Self::Trash);
        }
        word.parse().map(Self::Stage).map_err(|_| {
            "known are draft, review, approved, released, corrected, withdrawn, trash".to_owned()
        })
    }
}
