//! `site`: the office's news pages as a folder that can be put on any server.

use std::path::PathBuf;

use clap::Args;
use dateline_export::{SiteOrder, publish};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    passphrase::Passphrase,
    session::{Session, shown},
};

/// Write everything that may be read by everybody as a site of static pages, or what changed of it.
#[derive(Args)]
pub(crate) struct Site {
    /// The folder; it is made where it is missing.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// The look: office, newsroom, plain, an own theme, or the folder of one. Without it, the
    /// desk's.
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// The address at which the folder will be found; without it, the office's news pages.
    #[arg(long, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
    /// Replace files of the same names that this desk did not write, or that were changed since.
    #[arg(long)]
    replace: bool,
    /// Sign the files with the office's key, and put a page beside them by which anybody can prove
    /// that they are genuine.
    #[arg(long)]
    sign: bool,
    #[command(flatten)]
    passphrase: Passphrase,
}

impl Site {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let theme = session.theme(&desk, self.theme.as_deref())?;
        let signer = self.sign.then(|| self.passphrase.unlock(&desk)).transpose()?;
        let outcome = publish(
            &desk,
            &SiteOrder {
                folder: &self.to,
                theme: &theme,
                base: self.base_url.as_deref(),
                replace: self.replace,
                signer: signer.as_ref(),
                by: &session.user(),
                now: session.now,
                progress: &|_, _| (),
            },
        )?;
        output.json(&json!({
            "folder": shown(&self.to),
            "theme": theme.name(),
            "releases": outcome.releases,
            "notices": outcome.notices,
            "written": outcome.written,
            "removed": outcome.removed,
            "embargoed": outcome.waiting,
            "left_out": outcome.kept,
        }))?;
        outcome.remarks.iter().for_each(|remark| say(&remark.to_string()));
        if !outcome.waiting.is_empty() {
            let waiting = outcome.waiting.len();
            say(&format!(
                "{waiting} under embargo or planned for later: left out until their time."
            ));
        }
        say(&format!(
            "{} releases in “{}”: {} files written, {} removed.",
            outcome.releases,
            self.to.display(),
            outcome.written,
            outcome.removed
        ));
        Ok(())
    }
}

fn address(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.starts_with("https://") || text.starts_with("http://") {
        Ok(text.to_owned())
    } else {
        Err("write the whole address, such as https://news.example.org".to_owned())
    }
}
