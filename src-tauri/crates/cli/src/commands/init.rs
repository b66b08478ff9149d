//! `init`: makes a new desk, empty or with a finished sample on it.

use std::fs;

use chrono_tz::Tz;
use clap::Args;
use dateline_model::{Language, Office};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::{Session, shown},
};

/// Make a new desk.
#[derive(Args)]
pub(crate) struct Init {
    /// With a finished sample on it: the desk of an invented port, to try out and throw away.
    #[arg(long, conflicts_with_all = ["name", "language", "zone"])]
    sample: bool,
    /// The organisation's name as it signs.
    #[arg(long, default_value = "")]
    name: String,
    /// The language of new releases, by its tag.
    #[arg(long, value_name = "TAG", default_value = "en-GB")]
    language: Language,
    /// The zone in which the office's times are meant.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    zone: Tz,
}

impl Init {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let path = session.desk_path()?;
        if self.sample {
            let desk = session.create(&dateline_sample::office())?;
            if let Err(error) = dateline_sample::fill(&desk, session.now) {
                drop(desk);
                // Half a sample is of no use, and the file was made a moment ago.
                let _ = fs::remove_file(&path);
                return Err(error.into());
            }
            say(&format!("The sample desk is at “{}”.", path.display()));
        } else {
            let Self { name, language, zone, .. } = self;
            session.create(&Office { name, language, zone, ..Office::default() })?;
            say(&format!("The desk is at “{}”.", path.display()));
        }
        output.json(&json!({ "desk": shown(&path) }))
    }
}
