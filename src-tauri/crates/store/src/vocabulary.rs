//! The vocabulary as a whole: sections and tags coloured, renamed, merged and removed, with a count
//! of what changes, and undone.
//!
//! These change how releases are filed, not their words, so they leave no revisions behind: each is a
//! line of its own, with what it takes to undo it. The search index is not touched either: a label's
//! words in it are handed over (see `label_word`), so that merging costs the same at any size. Only
//! an undo writes anew the entries that were made in between.

use chrono::{DateTime, Utc};
use dateline_model::{ReleaseId, say};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{
    Counted, Desk, DeskError, LabelSort, counts,
    label::{self, LabelId},
    release,
    time::millis,
};

/// A change of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Change {
    /// With what to undo it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// What happened, as a sentence.
    pub sentence: String,
    /// How many releases stand elsewhere now.
    pub releases: u32,
}

/// A section or tag to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLabel {
    /// Which of the two.
    pub sort: LabelSort,
    /// Its name.
    pub name: String,
    /// Its colour, as the window writes it, e.g. `#1f4e79`.
    pub colour: Option<String>,
}

/// What came of a vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Loaded {
    /// How many sections and tags are new.
    pub made: u32,
    /// How many were there before.
    pub known: u32,
}

impl Desk {
    /// The sections or tags, by name, with their counts.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn labels(&self, sort: LabelSort) -> Result<Vec<Counted>, DeskError> {
        self.read(|desk| counts::labels(desk, sort))
    }

    /// Makes a section or tag, if there is none of the name, and gives it a colour.
    ///
    /// # Errors
    /// When the name is none.
    pub fn put_label(
        &self,
        sort: LabelSort,
        name: &str,
        colour: Option<&str>,
    ) -> Result<Counted, DeskError> {
        let (name, colour) = (name.to_owned(), colour.map(str::to_owned));
        self.write(move |desk| {
            let id = label::find_or_make(desk, sort, &name)?;
            desk.execute("UPDATE label SET colour = ?2 WHERE id = ?1", params![id, colour])?;
            counts::label(desk, id)
        })
    }

    /// Makes those sections and tags that are missing, in one go, and gives those that name one
    /// their colour; a label without a colour keeps what it has.
    ///
    /// # Errors
    /// When a name is none; then nothing was made.
    pub fn put_labels(&self, labels: Vec<NewLabel>) -> Result<Loaded, DeskError> {
        self.write(move |desk| {
            let mut loaded = Loaded::default();
            for NewLabel { sort, name, colour } in &labels {
                match label::find(desk, *sort, name)? {
                    Some(_) => loaded.known += 1,
                    None => loaded.made += 1,
                }
                let id = label::find_or_make(desk, *sort, name)?;
                if colour.is_some() {
                    desk.prepare_cached("UPDATE label SET colour = ?2 WHERE id = ?1")?
                        .execute(params![id, colour])?;
                }
            }
            Ok(loaded)
        })
    }

    /// Gives a section or tag another name.
    ///
    /// # Errors
    /// When it is not there, or another one has the name.
    pub fn rename_label(
        &self,
        sort: LabelSort,
        from: &str,
        to: &str,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Change, DeskError> {
        let (from, to, author) = (from.to_owned(), to.to_owned(), author.to_owned());
        self.write(move |desk| {
            let old = Label::named(desk, sort, &from)?;
            let to = label::tidy(sort, &to)?;
            old.rename(desk, &to)?;
            let releases = counts::label(desk, old.id)?.count;
            let sentence = format!("The {} “{}” is now “{to}”.", sort.as_str(), old.name);
            note(desk, sentence, releases, &Undo::Rename { label: old }, &author, now)
        })
    }

    /// Puts everything that stands under one section or tag under another, and takes the first away.
    ///
    /// # Errors
    /// When one of them is not there, or both are the same.
    pub fn merge_labels(
        &self,
        sort: LabelSort,
        from: &str,
        into: &str,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Change, DeskError> {
        let (from, into, author) = (from.to_owned(), into.to_owned(), author.to_owned());
        self.write(move |desk| {
            let gone = Label::named(desk, sort, &from)?;
            let into = Label::named(desk, sort, &into)?;
            if gone.id == into.id {
                let name = gone.name;
                return Err(DeskError::Impossible(match sort {
                    LabelSort::Tag => {
                        say!("“{name}” cannot be merged into itself. Choose another tag.", name)
                    }
                    LabelSort::Section => {
                        say!("“{name}” cannot be merged into itself. Choose another section.", name)
                    }
                }));
            }
            let undo = merge(desk, gone, &into)?;
            let releases = undo.releases();
            let sentence = format!(
                "The {} “{}” was merged into “{}”; {}.",
                sort.as_str(),
                undo.label().name,
                into.name,
                changed(releases)
            );
            note(desk, sentence, releases, &undo, &author, now)
        })
    }

    /// Takes a section or tag away, also from the releases that stand under it.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_label(
        &self,
        sort: LabelSort,
        name: &str,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Change, DeskError> {
        let (name, author) = (name.to_owned(), author.to_owned());
        self.write(move |desk| {
            let undo = remove(desk, Label::named(desk, sort, &name)?)?;
            let releases = undo.releases();
            let name = &undo.label().name;
            let sentence =
                format!("The {} “{name}” was removed; {}.", sort.as_str(), changed(releases));
            note(desk, sentence, releases, &undo, &author, now)
        })
    }

    /// Takes a change of the vocabulary back. What was filed otherwise in between stays so. A
    /// sentence that says what happened.
    ///
    /// # Errors
    /// When it was taken back already, or its name has been given to another.
    pub fn undo_change(&self, id: i64) -> Result<String, DeskError> {
        self.write(move |desk| {
            let mut query = desk.prepare_cached(
                "SELECT sentence, undo FROM label_change WHERE id = ?1 AND NOT undone",
            )?;
            let found = query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let (sentence, undo): (String, String) = found.ok_or(DeskError::NothingToUndo)?;
            serde_json::from_str::<Undo>(&undo)?.take_back(desk, id)?;
            desk.execute("UPDATE label_change SET undone = 1 WHERE id = ?1", [id])?;
            Ok(format!("Undone: {sentence}"))
        })
    }
}

/// A label as it was.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Label {
    id: LabelId,
    sort: LabelSort,
    name: String,
    colour: Option<String>,
}

/// What it takes to undo a change.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Undo {
    Rename {
        label: Label,
    },
    Merge {
        label: Label,
        into: LabelId,
        words: Vec<LabelId>,
        /// Those that stood under the label alone.
        alone: Vec<ReleaseId>,
        /// Those that stood under both.
        both: Vec<ReleaseId>,
    },
    Remove {
        label: Label,
        words: Vec<LabelId>,
        releases: Vec<ReleaseId>,
    },
}

impl Label {
    fn named(desk: &Connection, sort: LabelSort, name: &str) -> Result<Self, DeskError> {
        let missing = || DeskError::NoLabel { sort, name: name.trim().to_owned() };
        let id = label::find(desk, sort, name)?.ok_or_else(missing)?;
        let Counted { name, colour, .. } = counts::label(desk, id)?;
        Ok(Self { id, sort, name, colour })
    }

    fn rename(&self, desk: &Connection, to: &str) -> Result<(), DeskError> {
        if label::find(desk, self.sort, to)?.is_some_and(|holder| holder != self.id) {
            return Err(DeskError::LabelTaken { sort: self.sort, name: to.to_owned() });
        }
        let done = desk.execute(
            "UPDATE label SET name = ?2, folded = ?3 WHERE id = ?1",
            params![self.id, to, label::fold(to)],
        )?;
        if done == 0 { Err(DeskError::NothingToUndo) } else { Ok(()) }
    }

    fn bring_back(&self, desk: &Connection, words: &[LabelId]) -> Result<(), DeskError> {
        if label::find(desk, self.sort, &self.name)?.is_some() {
            let (sort, name) = (self.sort, self.name.clone());
            return Err(DeskError::LabelTaken { sort, name });
        }
        desk.execute(
            "INSERT INTO label (id, sort, name, folded, colour) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![self.id, self.sort.as_str(), self.name, label::fold(&self.name), self.colour],
        )?;
        for word in words {
            desk.prepare_cached("INSERT OR REPLACE INTO label_word (word, label) VALUES (?1, ?2)")?
                .execute([word, &self.id])?;
        }
        Ok(())
    }

    /// The words of the index that stand for it.
    fn words(&self, desk: &Connection) -> Result<Vec<LabelId>, DeskError> {
        column(desk, "SELECT word FROM label_word WHERE label = ?1", self.id)
    }

    /// The releases that stand under it, those in the trash included.
    fn releases(&self, desk: &Connection) -> Result<Vec<ReleaseId>, DeskError> {
        match self.sort {
            LabelSort::Section => {
                column(desk, "SELECT id FROM release WHERE section = ?1", self.id)
            }
            LabelSort::Tag => {
                column(desk, "SELECT release FROM release_tag WHERE label = ?1", self.id)
            }
        }
    }
}

impl Undo {
    fn label(&self) -> &Label {
        match self {
            Self::Rename { label } | Self::Merge { label, .. } | Self::Remove { label, .. } => {
                label
            }
        }
    }

    fn releases(&self) -> u32 {
        let releases = match self {
            Self::Rename { .. } => 0,
            Self::Merge { alone, both, .. } => alone.len() + both.len(),
            Self::Remove { releases, .. } => releases.len(),
        };
        u32::try_from(releases).unwrap_or(u32::MAX)
    }

    fn take_back(&self, desk: &Connection, change: i64) -> Result<(), DeskError> {
        match self {
            Self::Rename { label } => label.rename(desk, &label.name),
            Self::Merge { label, into, words, alone, both } => {
                let mut there = desk.prepare_cached("SELECT 1 FROM label WHERE id = ?1")?;
                if !there.exists([into])? {
                    return Err(DeskError::Impossible(say!(
                        "What “{name}” was merged into was itself merged or removed since. Undo that first.",
                        name = label.name
                    )));
                }
                label.bring_back(desk, words)?;
                let moved = match label.sort {
                    LabelSort::Section => {
                        "UPDATE release SET section = ?2 WHERE id = ?1 AND section = ?3"
                    }
                    LabelSort::Tag => {
                        "UPDATE release_tag SET label = ?2 WHERE release = ?1 AND label = ?3"
                    }
                };
                for release in alone {
                    let filed = desk.prepare_cached(moved)?.execute([release, &label.id, into])?;
                    reenter(desk, *release, filed, change)?;
                }
                // Only tags can stand beside each other.
                for release in both {
                    let mut beside = desk.prepare_cached(
                        "INSERT INTO release_tag (release, label)
                         SELECT release, ?2 FROM release_tag WHERE release = ?1 AND label = ?3",
                    )?;
                    let filed = beside.execute([release, &label.id, into])?;
                    reenter(desk, *release, filed, change)?;
                }
                Ok(())
            }
            Self::Remove { label, words, releases } => {
                label.bring_back(desk, words)?;
                let back = match label.sort {
                    LabelSort::Section => {
                        "UPDATE release SET section = ?2 WHERE id = ?1 AND section IS NULL"
                    }
                    LabelSort::Tag => "INSERT INTO release_tag (release, label) VALUES (?1, ?2)",
                };
                for release in releases {
                    let filed = desk.prepare_cached(back)?.execute([release, &label.id])?;
                    reenter(desk, *release, filed, change)?;
                }
                Ok(())
            }
        }
    }
}

fn merge(desk: &Connection, gone: Label, into: &Label) -> Result<Undo, DeskError> {
    let words = gone.words(desk)?;
    let kept: std::collections::HashSet<_> = into.releases(desk)?.into_iter().collect();
    let (both, alone): (Vec<_>, Vec<_>) =
        gone.releases(desk)?.into_iter().partition(|release| kept.contains(release));
    match gone.sort {
        LabelSort::Section => {
            desk.execute("UPDATE release SET section = ?2 WHERE section = ?1", [gone.id, into.id])?;
        }
        LabelSort::Tag => {
            desk.execute(
                "INSERT OR IGNORE INTO release_tag (release, label)
                 SELECT release, ?2 FROM release_tag WHERE label = ?1",
                [gone.id, into.id],
            )?;
            desk.execute("DELETE FROM release_tag WHERE label = ?1", [gone.id])?;
        }
    }
    desk.execute("UPDATE label_word SET label = ?2 WHERE label = ?1", [gone.id, into.id])?;
    desk.execute("DELETE FROM label WHERE id = ?1", [gone.id])?;
    Ok(Undo::Merge { label: gone, into: into.id, words, alone, both })
}

fn remove(desk: &Connection, gone: Label) -> Result<Undo, DeskError> {
    let (words, releases) = (gone.words(desk)?, gone.releases(desk)?);
    match gone.sort {
        LabelSort::Section => {
            desk.execute("UPDATE release SET section = NULL WHERE section = ?1", [gone.id])?;
        }
        LabelSort::Tag => {
            desk.execute("DELETE FROM release_tag WHERE label = ?1", [gone.id])?;
        }
    }
    desk.execute("DELETE FROM label WHERE id = ?1", [gone.id])?;
    Ok(Undo::Remove { label: gone, words, releases })
}

/// Writes the index entry of a release anew, if it was filed back and was entered since a change.
fn reenter(
    desk: &Connection,
    release: ReleaseId,
    filed: usize,
    change: i64,
) -> Result<(), DeskError> {
    let mut entered =
        desk.prepare_cached("SELECT label_change >= ?2 FROM release WHERE id = ?1")?;
    if filed > 0 && entered.query_one([release, change], |row| row.get(0))? {
        release::reindex(desk, release)?;
    }
    Ok(())
}

fn note(
    desk: &Connection,
    sentence: String,
    releases: u32,
    undo: &Undo,
    author: &str,
    now: DateTime<Utc>,
) -> Result<Change, DeskError> {
    let mut insert = desk.prepare_cached(
        "INSERT INTO label_change (at, author, sentence, undo) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let undo = serde_json::to_string(undo)?;
    let id = insert.insert(params![millis(now), author, sentence, undo])?;
    Ok(Change { id, sentence, releases })
}

fn column(desk: &Connection, sql: &str, id: LabelId) -> Result<Vec<i64>, DeskError> {
    let mut query = desk.prepare_cached(sql)?;
    let ids = query.query_map([id], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn changed(releases: u32) -> String {
    match releases {
        0 => "no release changed".to_owned(),
        1 => "one release changed".to_owned(),
        many => format!("{many} releases changed"),
    }
}
