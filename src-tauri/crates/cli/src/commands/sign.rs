//! `sign`: puts the office's signature under what an export wrote.

use std::path::PathBuf;

use clap::Args;
use dateline_export::{SIGNATURE, sign};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    passphrase::Passphrase,
    session::{Session, shown},
};

/// Sign an export with the office's key, so that anybody can prove that its files are genuine.
#[derive(Args)]
pub(crate) struct Sign {
    /// The folder with the export's `manifest.json`.
    dir: PathBuf,
    /// Replace a verify.html or a signature that this desk did not write.
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    passphrase: Passphrase,
}

impl Sign {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let signer = self.passphrase.unlock(&desk)?;
        let proof = sign(&self.dir, &signer, self.replace)?;
        let (key, number) = (signer.public().to_string(), signer.public().id());
        output.json(&json!({
            "file": shown(&self.dir.join(SIGNATURE)), "key": key, "number": number,
        }))?;
        say(&format!(
            "Signed {} files with key {number}. Whoever gets them can open verify.html, or use minisign.",
            proof.sound
        ));
        Ok(())
    }
}
