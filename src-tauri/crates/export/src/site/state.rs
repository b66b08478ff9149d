//! What a site's folder is known to hold: every file with its hash, and what it was made from. It
//! lies in the folder itself, as `.dateline-site`, so that it goes where the folder goes; it tells
//! nothing that the pages and `manifest.json` do not tell.
//!
//! A line for each file, so that a hundred thousand are read without all of them being in memory
//! twice.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::Path,
};

use dateline_model::{ReleaseId, RevisionId};
use dateline_render::{Entry, path_of};
use rayon::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{ExportError, manifest::hex, place::joined};

/// The state's file.
pub(super) const STATE: &str = ".dateline-site";

const FORM: &str = "dateline site 1";

/// How many lines are read at once.
const BATCH: usize = 4096;

/// SHA-256 of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hash(pub(super) [u8; 32]);

/// What a site holds.
#[derive(Debug, Default)]
pub(super) struct State {
    /// What lists said of each release.
    pub(super) entries: HashMap<ReleaseId, Entry>,
    /// The pages of releases.
    pub(super) pages: HashMap<ReleaseId, Page>,
    /// Lists, feeds and the like, by their paths.
    pub(super) lists: BTreeMap<String, List>,
    /// Pictures, by their paths.
    pub(super) pictures: BTreeMap<String, Hash>,
}

/// A page of a release.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Page {
    /// Where it is.
    pub(super) path: String,
    pub(super) revision: RevisionId,
    /// The stamp of the release's own words and filing.
    pub(super) own: u64,
    /// The stamp of what stands around them.
    pub(super) frame: u64,
    pub(super) sha256: Hash,
    /// The pictures that it shows, by their paths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) pictures: Vec<String>,
}

/// A file that is about no single release.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct List {
    pub(super) stamp: u64,
    pub(super) sha256: Hash,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line<E, P> {
    Form(String),
    Page(E, P),
    List(String, List),
    Picture(String, Hash),
}

impl State {
    /// What the folder is known to hold; nothing where there is no site yet. A state that cannot be
    /// understood is as good as none: its files are then nobody's, and whoever lets them be replaced
    /// gets a whole new site.
    pub(super) fn read(folder: &Path) -> Result<Self, ExportError> {
        let path = folder.join(STATE);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ExportError::reading(&path, &error)),
        };
        let mut lines = BufReader::with_capacity(256 * 1024, file).lines();
        let mut state = Self::default();
        let mut first = true;
        loop {
            let batch = lines.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>();
            let batch = batch.map_err(|error| ExportError::reading(&path, &error))?;
            if batch.is_empty() {
                return Ok(state);
            }
            let parsed: Result<Vec<Line<Entry, Page>>, _> =
                batch.par_iter().with_min_len(256).map(|line| serde_json::from_str(line)).collect();
            let Ok(mut parsed) = parsed else { return Ok(Self::default()) };
            if std::mem::take(&mut first) {
                if !matches!(parsed.first(), Some(Line::Form(form)) if form == FORM) {
                    return Ok(Self::default());
                }
                parsed.remove(0);
            }
            for line in parsed {
                match line {
                    Line::Form(_) => {}
                    Line::Page(mut entry, page) => {
                        wish(&mut entry);
                        state.pages.insert(entry.id, page);
                        state.entries.insert(entry.id, entry);
                    }
                    Line::List(path, list) => drop(state.lists.insert(path, list)),
                    Line::Picture(path, hash) => drop(state.pictures.insert(path, hash)),
                }
            }
        }
    }

    /// Forgets what somebody has taken out of the folder since, so that it is made anew.
    pub(super) fn forget_missing(&mut self, folder: &Path) {
        let is_missing = |path: &str| joined(folder, path).symlink_metadata().is_err();
        let pages = self.pages.par_iter().filter(|(_, page)| {
            is_missing(&page.path) || page.pictures.iter().any(|path| is_missing(path))
        });
        let gone: Vec<ReleaseId> = pages.map(|(id, _)| *id).collect();
        for id in gone {
            self.pages.remove(&id);
        }
        self.lists.retain(|path, _| !is_missing(path));
        self.pictures.retain(|path, _| !is_missing(path));
    }

    /// The hash of a file, if the folder is known to hold it.
    pub(super) fn files(&self) -> HashMap<&str, Hash> {
        let pages = self.pages.values().map(|page| (page.path.as_str(), page.sha256));
        let lists = self.lists.iter().map(|(path, list)| (path.as_str(), list.sha256));
        let pictures = self.pictures.iter().map(|(path, hash)| (path.as_str(), *hash));
        pages.chain(lists).chain(pictures).collect()
    }
}

/// Writes a state.
pub(super) fn write<'p>(
    out: &mut impl Write,
    pages: impl Iterator<Item = (&'p Entry, &'p Page)>,
    lists: &BTreeMap<String, List>,
    pictures: &BTreeMap<String, Hash>,
) -> io::Result<()> {
    let mut line = |line: Line<&Entry, &Page>| -> io::Result<()> {
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    };
    line(Line::Form(FORM.to_owned()))?;
    for (entry, page) in pages {
        line(Line::Page(entry, page))?;
    }
    for (path, list) in lists {
        line(Line::List(path.clone(), *list))?;
    }
    for (path, hash) in pictures {
        line(Line::Picture(path.clone(), *hash))?;
    }
    Ok(())
}

/// Gives an entry the path that it would like to have. A page that had to be told apart from another
/// bears language and number; by now the other may be gone.
fn wish(entry: &mut Entry) {
    let told_apart = format!("-{}-{}.html", entry.language.tag().to_lowercase(), entry.id);
    if entry.path.ends_with(&told_apart) {
        entry.path = path_of(entry.id, entry.reference.as_deref(), &entry.headline, entry.date);
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut hash = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return Err(D::Error::custom("not a SHA-256"));
        }
        for (at, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(D::Error::custom)?;
        }
        Ok(Self(hash))
    }
}
