//! The passphrase of the office's key. It comes from whoever is asked, from the environment or from
//! standard input, and never from the command line, which every user of a machine can read.

use std::{
    env,
    io::{self, BufRead, IsTerminal},
};

use clap::Args;
use dateline_export::Signer;
use dateline_store::Desk;

use crate::failure::Failure;

const VARIABLE: &str = "DATELINE_PASSPHRASE";

/// Where the passphrase comes from.
#[derive(Args)]
pub(crate) struct Passphrase {
    /// Read the key's passphrase from the first line of standard input. Without it, it comes from
    /// DATELINE_PASSPHRASE, else it is asked for.
    #[arg(long)]
    passphrase_stdin: bool,
}

impl Passphrase {
    /// Opens the desk's key.
    pub(crate) fn unlock(&self, desk: &Desk) -> Result<Signer, Failure> {
        Ok(Signer::unlock(desk, &self.given("Passphrase of the key: ")?)?)
    }

    /// A passphrase that is chosen now; who is asked for it types it twice.
    pub(crate) fn chosen(&self) -> Result<String, Failure> {
        let asks = !self.passphrase_stdin && from_environment()?.is_none();
        let chosen = self.given("Passphrase for the new key: ")?;
        if asks && chosen != self.given("The same once more: ")? {
            return Err(Failure::Refused(
                "The two passphrases differ. No key was made; begin again.".to_owned(),
            ));
        }
        Ok(chosen)
    }

    fn given(&self, question: &str) -> Result<String, Failure> {
        if self.passphrase_stdin {
            let mut line = String::new();
            io::stdin().lock().read_line(&mut line).map_err(|error| unread(&error))?;
            return Ok(line.trim_end_matches(['\n', '\r']).to_owned());
        }
        if let Some(passphrase) = from_environment()? {
            return Ok(passphrase);
        }
        if !io::stdin().is_terminal() {
            return Err(Failure::Usage(format!(
                "Nobody can be asked for the passphrase here. Set {VARIABLE}, or give it on \
                 standard input with --passphrase-stdin."
            )));
        }
        rpassword::prompt_password(question).map_err(|error| unread(&error))
    }
}

/// The passphrase that the environment holds. An empty one, as a script leaves it there, is none.
fn from_environment() -> Result<Option<String>, Failure> {
    let held = env::var_os(VARIABLE).filter(|held| !held.is_empty());
    held.map(|held| {
        held.into_string()
            .map_err(|_| Failure::Usage(format!("What {VARIABLE} holds is no text. Set it anew.")))
    })
    .transpose()
}

fn unread(error: &io::Error) -> Failure {
    Failure::Refused(format!("The passphrase could not be read: {error}."))
}
