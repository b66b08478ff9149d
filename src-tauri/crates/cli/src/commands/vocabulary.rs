//! `vocabulary`: the sections and tags of the desk as a whole.

use std::{fs, path::PathBuf};

use clap::Subcommand;
use dateline_import::{VocabularyEntry, vocabulary};
use dateline_intake::Unread;
use dateline_model::LabelSort;
use dateline_store::{Change, NewLabel};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// The sections and tags of the desk: list, load, rename, merge, remove, undo.
#[derive(Subcommand)]
pub(crate) enum Vocabulary {
    /// Every section and tag, with how many releases stand under it.
    List,
    /// Take sections and tags from a CSV: a name a line, or sort, name and colour.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Give a section or tag another name.
    Rename {
        /// `section` or `tag`.
        sort: LabelSort,
        /// What it is called.
        from: String,
        /// What it shall be called.
        to: String,
    },
    /// Put everything under one section or tag under another, and take the first away.
    Merge {
        /// `section` or `tag`.
        sort: LabelSort,
        /// The one that goes.
        from: String,
        /// The one that stays.
        into: String,
    },
    /// Take a section or tag away, also from its releases.
    Remove {
        /// `section` or `tag`.
        sort: LabelSort,
        /// Its name.
        name: String,
    },
    /// Undo a change, by the number that it printed.
    Undo {
        /// The number.
        change: i64,
    },
}

impl Vocabulary {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let (by, now) = (session.user(), session.now);
        let change = match self {
            Self::List => {
                for sort in [LabelSort::Section, LabelSort::Tag] {
                    for label in desk.labels(sort)? {
                        output.json(&json!({
                            "sort": sort,
                            "name": label.name,
                            "releases": label.count,
                            "colour": label.colour,
                        }))?;
                    }
                }
                return Ok(());
            }
            Self::Import { file } => return import(&file, &desk, output),
            Self::Rename { sort, from, to } => desk.rename_label(sort, &from, &to, &by, now)?,
            Self::Merge { sort, from, into } => desk.merge_labels(sort, &from, &into, &by, now)?,
            Self::Remove { sort, name } => desk.remove_label(sort, &name, &by, now)?,
            Self::Undo { change } => {
                say(&desk.undo_change(change)?);
                return output.json(&json!({ "undone": change }));
            }
        };
        let Change { id, sentence, releases } = change;
        say(&sentence);
        output.json(&json!({ "change": id, "releases": releases }))
    }
}

/// What can be read goes in; what cannot is told with its line.
fn import(file: &PathBuf, desk: &dateline_store::Desk, output: &mut Output) -> Result<(), Failure> {
    let name = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| Unread::of(&name, error))?;
    let lines =
        vocabulary(&name, &bytes).map_err(|refusal| Failure::Refused(refusal.to_string()))?;
    let (mut labels, mut broken) = (Vec::new(), 0);
    for line in lines {
        match line.entry {
            Ok(VocabularyEntry { sort, name, colour }) => {
                labels.push(NewLabel { sort, name, colour });
            }
            Err(why) => {
                say(&format!("“{name}”, line {}: {why}", line.number));
                broken += 1;
            }
        }
    }
    let loaded = desk.put_labels(labels)?;
    output.json(&json!({ "made": loaded.made, "known": loaded.known, "broken": broken }))?;
    if broken == 0 { Ok(()) } else { Err(Failure::Told) }
}
