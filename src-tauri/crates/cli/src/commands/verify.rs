//! `verify`: proves that the files of an export are still as they were written.

use std::path::PathBuf;

use clap::Args;
use dateline_export::verify;
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Prove that the files in a folder are as the export wrote them.
#[derive(Args)]
pub(crate) struct Verify {
    /// The folder with the export's `manifest.json`.
    dir: PathBuf,
}

impl Verify {
    pub(crate) fn run(self, _: &Session, output: &mut Output) -> Result<(), Failure> {
        let proof = verify(&self.dir)?;
        for (file, difference) in &proof.differences {
            output.json(&json!({ "file": file, "difference": difference.to_string() }))?;
        }
        if proof.differences.is_empty() {
            say(&format!("All {} files are as they were written.", proof.sound));
            return Ok(());
        }
        Err(Failure::Refused(format!(
            "{} of {} files in “{}” are not as they were written.",
            proof.differences.len(),
            proof.sound + proof.differences.len(),
            self.dir.display()
        )))
    }
}
