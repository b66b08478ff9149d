//! `edition`: a release in its languages, and which of them have fallen behind.

use clap::Subcommand;
use dateline_model::{Language, ReleaseId};
use serde_json::json;

use crate::{failure::Failure, output::Output, session::Session};

/// A release in its languages: list, translate, link, unlink.
#[derive(Subcommand)]
pub(crate) enum Edition {
    /// The source and its translations, and which have fallen behind.
    List {
        /// Any of them.
        id: ReleaseId,
    },
    /// Make a draft in another language, with the source's words to write over.
    Translate {
        /// The release to translate.
        id: ReleaseId,
        /// The language, by its tag.
        language: Language,
    },
    /// Say that a release is a translation of another as that stands now.
    Link {
        /// The translation.
        id: ReleaseId,
        /// What it was made from.
        source: ReleaseId,
    },
    /// Say that a release is no translation any more.
    Unlink {
        /// The translation.
        id: ReleaseId,
    },
}

impl Edition {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let id = match self {
            Self::List { id } => id,
            Self::Translate { id, language } => {
                desk.translate(id, &language, &session.user(), session.now)?.id
            }
            Self::Link { id, source } => {
                desk.link_edition(id, source)?;
                id
            }
            Self::Unlink { id } => {
                desk.unlink_edition(id)?;
                return output.json(&json!({ "id": id }));
            }
        };
        for edition in desk.editions(id)? {
            output.json(&edition)?;
        }
        Ok(())
    }
}
