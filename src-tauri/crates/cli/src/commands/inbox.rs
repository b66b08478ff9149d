//! `inbox`: makes drafts of what lies in the inbox folder, once.

use std::path::PathBuf;

use clap::Args;
use dateline_intake::{Arrival, Unread, inbox_of, take, waiting};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Make drafts of what lies in the inbox folder; the files move to `done`, or to `refused` with the
/// reason.
#[derive(Args)]
pub(crate) struct Inbox {
    /// The folder; without one, the inbox that the desk's settings name.
    folder: Option<PathBuf>,
}

impl Inbox {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let folder = match self.folder {
            Some(folder) => folder,
            None => inbox_of(&desk)?.ok_or_else(|| {
                Failure::Usage(
                    "This desk has no inbox. Name a folder, or set one in the window.".into(),
                )
            })?,
        };
        let files =
            waiting(&folder).map_err(|error| Unread::of(&folder.display().to_string(), error))?;
        let (mut arrived, mut left) = (0, 0);
        for file in files {
            match take(&desk, &file, &session.user(), session.now) {
                Ok(Arrival::Taken { file, drafts }) => {
                    for draft in drafts {
                        arrived += 1;
                        output.json(&json!({
                            "id": draft.id,
                            "headline": draft.headline,
                            "source": file,
                            "notes": draft.notes,
                        }))?;
                    }
                }
                Ok(Arrival::Refused { reason, .. }) => {
                    left += 1;
                    say(&reason.to_string());
                }
                Err(error) => {
                    left += 1;
                    say(&error.to_string());
                }
            }
        }
        let refused = if left == 0 { String::new() } else { format!("; {left} not taken") };
        say(&format!("{arrived} from the inbox{refused}."));
        if left == 0 { Ok(()) } else { Err(Failure::Told) }
    }
}
