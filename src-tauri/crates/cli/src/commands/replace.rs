//! `replace`: shows where words stand in the releases that can be changed, and replaces them.

use clap::Args;
use dateline_model::{Find, ReleaseId};
use dateline_store::Chosen;
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Find words in every release that is not out yet, and put others in their place. Without --yes
/// every hit is shown and nothing changes.
#[derive(Args)]
pub(crate) struct Replace {
    /// The words to find.
    text: String,
    /// The words that take their place.
    with: String,
    /// Capitals must be capitals.
    #[arg(long)]
    match_case: bool,
    /// No letter or digit may stand beside them.
    #[arg(long)]
    whole_word: bool,
    /// Only in these releases.
    #[arg(long, value_name = "ID")]
    release: Vec<ReleaseId>,
    /// Replace what was found.
    #[arg(long)]
    yes: bool,
}

impl Replace {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let Self { text, with, match_case, whole_word, release, yes } = self;
        let desk = session.open()?;
        let find = Find { text, match_case, whole_word };
        let mut found = desk.find(&find, session.now)?;
        found.releases.retain(|one| release.is_empty() || release.contains(&one.id));
        let hits: usize = found.releases.iter().map(|one| one.hits.len()).sum();
        if !yes {
            for one in &found.releases {
                for hit in &one.hits {
                    output.json(&json!({
                        "id": one.id,
                        "stage": one.stage,
                        "slot": hit.slot,
                        "before": hit.before,
                        "found": hit.found,
                        "after": hit.after,
                    }))?;
                }
            }
        } else {
            let chosen: Vec<Chosen> = found
                .releases
                .iter()
                .map(|one| Chosen {
                    id: one.id,
                    revision: one.revision,
                    hits: (0..one.hits.len()).collect(),
                })
                .collect();
            for one in desk.replace(&find, &with, &chosen, &session.user(), session.now)? {
                output.json(&one)?;
            }
        }
        let done = if yes { "replaced" } else { "found; nothing was changed (--yes replaces)" };
        say(&format!("{hits} in {} {done}.", releases(found.releases.len())));
        if found.left_alone > 0 {
            say(&format!(
                "{} that readers have also hold these words, and stay as they are.",
                releases(found.left_alone as usize)
            ));
        }
        Ok(())
    }
}

fn releases(number: usize) -> String {
    if number == 1 { "1 release".to_owned() } else { format!("{number} releases") }
}
