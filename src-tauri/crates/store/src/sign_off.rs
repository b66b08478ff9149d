//! Sign-offs: a speaker's consent to a quotation, bound to its very words.

use chrono::{DateTime, Utc};
use dateline_model::ReleaseId;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::{
    Desk, DeskError, revision,
    time::{instant, millis},
};

/// That somebody agreed to be quoted so. It holds for a quotation with the same speaker and the same
/// words, wherever that stands in the text, and for no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SignOff {
    /// Whose words they are.
    pub speaker: String,
    /// The words, a paragraph a line.
    pub words: String,
    /// Who wrote the consent down.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Desk {
    /// Writes down a speaker's consent.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn sign_off(&self, id: ReleaseId, sign_off: SignOff) -> Result<(), DeskError> {
        self.write(move |desk| {
            revision::head(desk, id)?;
            let SignOff { speaker, words, by, at } = sign_off;
            desk.execute(
                "INSERT INTO sign_off (release, speaker, words, author, at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, speaker, words, by, millis(at)],
            )?;
            Ok(())
        })
    }

    /// The consents that were given for a release, oldest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn sign_offs(&self, id: ReleaseId) -> Result<Vec<SignOff>, DeskError> {
        self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT speaker, words, author, at FROM sign_off WHERE release = ?1 ORDER BY id",
            )?;
            let sign_offs = query.query_map([id], |row| {
                Ok(SignOff {
                    speaker: row.get(0)?,
                    words: row.get(1)?,
                    by: row.get(2)?,
                    at: instant(row.get(3)?),
                })
            })?;
            Ok(sign_offs.collect::<Result<_, _>>()?)
        })
    }
}
