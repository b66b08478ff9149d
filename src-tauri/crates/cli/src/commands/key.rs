//! `key`: the office's key, by which its exports are signed.

use clap::Subcommand;
use dateline_export::{KeyError, PublicKey, make_signing_key, signing_key};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    passphrase::Passphrase,
    session::Session,
};

/// Make the key that exports are signed with, or show its public part.
#[derive(Subcommand)]
pub(crate) enum Key {
    /// Make a key. It stays in the desk, under a passphrase that nobody can recover.
    New {
        /// Replace the key that the desk has: readers have to learn the new one.
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// Show the public part, for the office's pages: with it anybody verifies what was signed.
    Show,
}

impl Key {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        match self {
            Self::New { replace, passphrase } => {
                if let (false, Ok(Some(key))) = (replace, signing_key(&desk)) {
                    return Err(Failure::Refused(format!(
                        "{} Here that is --replace.",
                        KeyError::Exists(key.id())
                    )));
                }
                let key = make_signing_key(&desk, &passphrase.chosen()?, replace)?;
                show(&key, output)?;
                say("Publish the public key where readers know you. The passphrase is kept \
                     nowhere: without it the key is of no use.");
                Ok(())
            }
            Self::Show => show(&signing_key(&desk)?.ok_or(KeyError::None)?, output),
        }
    }
}

fn show(key: &PublicKey, output: &mut Output) -> Result<(), Failure> {
    output.json(&json!({ "key": key.to_string(), "number": key.id() }))
}
