//! `bench-desk`: makes a large desk of invented releases, to measure with.

use std::{fs, path::PathBuf};

use clap::Args;
use dateline_model::Office;
use dateline_store::Desk;
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::{Session, shown},
};

/// Make a large desk of invented releases, to measure with.
#[derive(Args)]
pub(crate) struct BenchDesk {
    /// How many releases.
    #[arg(long, value_name = "N")]
    releases: usize,
    /// What they follow from: the same number makes the same releases.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The new desk file.
    file: PathBuf,
}

impl BenchDesk {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let office = Office { name: "Invented office".to_owned(), ..Office::default() };
        let desk = Desk::create(&self.file, &office)?;
        let made = desk.invent(self.releases, self.seed, session.now, |made| {
            say(&format!("{made} of {}", self.releases));
        });
        if let Err(error) = made {
            drop(desk);
            // A part of what was asked for would measure something else.
            let _ = fs::remove_file(&self.file);
            return Err(error.into());
        }
        output.json(&json!({ "desk": shown(&self.file), "releases": self.releases }))
    }
}
