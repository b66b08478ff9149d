//! `verify`: proves that the files of an export are still as they were written, and whose they are.

use std::path::PathBuf;

use clap::Args;
use dateline_export::{PublicKey, SIGNATURE, Signed, signing_key, verify};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Prove that the files in a folder are as the export wrote them, and who signed them.
#[derive(Args)]
pub(crate) struct Verify {
    /// The folder with the export's `manifest.json`.
    dir: PathBuf,
    /// The office's public key, or the file that holds it: the files must be signed with it. Without
    /// it, a signature is held to the key of the desk that is named.
    #[arg(long, value_name = "PUB")]
    key: Option<String>,
}

impl Verify {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let key = match &self.key {
            Some(name) => Some(PublicKey::named(name)?),
            // To open a desk may change its file: what bears no signature gives no cause.
            None if self.dir.join(SIGNATURE).exists() && session.has_desk() => {
                signing_key(&session.open()?)?
            }
            None => None,
        };
        let proof = verify(&self.dir, key.as_ref())?;
        for (file, difference) in &proof.differences {
            output.json(&json!({ "file": file, "difference": difference.to_string() }))?;
        }
        let folder = self.dir.display();
        match &proof.signed {
            Signed::Yes(by) => say(&format!("Signed with key {by}.")),
            Signed::Unproven(by) => say(&format!(
                "There is a signature with key {by}, which was not looked at: name the office’s key with --key."
            )),
            Signed::No if self.key.is_none() => {}
            Signed::No => {
                return Err(Failure::Refused(format!(
                    "The files in “{folder}” are not signed, so nobody can tell whose they are."
                )));
            }
            Signed::Stranger(by) => {
                return Err(Failure::Refused(format!(
                    "The files in “{folder}” are signed with another key, {by}. They are not genuine unless the office has changed its key."
                )));
            }
            Signed::False => {
                return Err(Failure::Refused(format!(
                    "The signature in “{folder}” is not one of this list of files: one of the two was changed. They are not genuine."
                )));
            }
        }
        if proof.differences.is_empty() {
            say(&format!("All {} files are as they were written.", proof.sound));
            return Ok(());
        }
        Err(Failure::Refused(format!(
            "{} of {} files in “{folder}” are not as they were written.",
            proof.differences.len(),
            proof.sound + proof.differences.len(),
        )))
    }
}
