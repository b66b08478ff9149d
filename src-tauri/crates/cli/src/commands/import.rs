//! `import`: brings files, folders and whole archives onto the desk.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use clap::Args;
use dateline_import::{Draft, check_size, jsonl};
use dateline_intake::{Drafted, Unread, drafts_of, keep};
use dateline_model::{Sentence, Stage};
use dateline_store::Desk;
use serde::Serialize;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Bring texts, pages and archives onto the desk.
#[derive(Args)]
pub(crate) struct Import {
    /// Files (.txt, .md, .html, .jsonl) and folders, which are read with everything in them.
    #[arg(required = true)]
    path: Vec<PathBuf>,
    /// The section for all of them, whatever the files say.
    #[arg(long)]
    section: Option<String>,
    /// A tag for all of them, beside those that the files name.
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// The stage for all of them, whatever the files say.
    #[arg(long)]
    stage: Option<Stage>,
    /// Take everything or nothing: one bad file or line, and the desk stays as it was.
    #[arg(long)]
    strict: bool,
}

/// How many releases are written to the desk at once. One transaction costs about as much as a
/// hundred releases, and what waits for it is in memory.
const BATCH: usize = 10_000;

#[derive(Serialize)]
struct Line<'a> {
    id: i64,
    headline: &'a str,
    source: &'a str,
    notes: &'a [Sentence],
}

impl Import {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let today = session.today(&desk.office()?);
        let mut files = Vec::new();
        let mut refused = Vec::new();
        for path in &self.path {
            if let Err(why) = collect(path, &mut files) {
                refused.push(why);
            }
        }
        let mut arrivals =
            Arrivals { import: &self, session, desk: &desk, waiting: Vec::new(), arrived: 0 };
        let mut bad_lines = 0;
        for file in &files {
            let name = file.display().to_string();
            if is_archive(file) {
                match archive(file, &name) {
                    Ok(archive) => {
                        for line in jsonl(archive, &name, today) {
                            match line.release {
                                Ok(draft) => arrivals.take(draft, output)?,
                                Err(why) => {
                                    say(&format!("“{name}”, line {}: {why}", line.number));
                                    bad_lines += 1;
                                }
                            }
                        }
                    }
                    Err(unread) => refused.push(unread),
                }
                continue;
            }
            match drafts_of(file, &name, today) {
                Ok(drafts) => {
                    for draft in drafts {
                        arrivals.take(draft, output)?;
                    }
                }
                Err(unread) => refused.push(unread),
            }
        }
        for why in &refused {
            say(&why.to_string());
        }
        if self.strict && (!refused.is_empty() || bad_lines > 0) {
            return Err(Failure::Refused(
                "Nothing was imported, because not everything could be.".to_owned(),
            ));
        }
        arrivals.settle(output)?;
        match (arrivals.arrived, refused.len() + bad_lines) {
            (0, 0) => Err(Failure::Refused(
                "There is no file in the folder, so nothing was imported.".to_owned(),
            )),
            (0, _) => Err(Failure::Refused("Nothing was imported.".to_owned())),
            (arrived, left) => {
                let all =
                    if left == 0 { String::new() } else { format!("; {left} could not be read") };
                say(&format!("{arrived} imported{all}."));
                // A bad line of an archive was announced as the price of taking the rest; a file
                // that was named and not taken is a refusal.
                if refused.is_empty() { Ok(()) } else { Err(Failure::Told) }
            }
        }
    }
}

/// Releases on their way to the desk.
struct Arrivals<'a> {
    import: &'a Import,
    session: &'a Session,
    desk: &'a Desk,
    waiting: Vec<Draft>,
    arrived: usize,
}

impl Arrivals<'_> {
    fn take(&mut self, draft: Draft, output: &mut Output) -> Result<(), Failure> {
        self.waiting.push(draft);
        if self.waiting.len() >= BATCH && !self.import.strict {
            self.settle(output)?;
        }
        Ok(())
    }

    /// Puts what waits on the desk, in one transaction, and says what arrived.
    fn settle(&mut self, output: &mut Output) -> Result<(), Failure> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let Import { section, tag, stage, .. } = self.import;
        let mut drafts = std::mem::take(&mut self.waiting);
        for draft in &mut drafts {
            draft.section = section.clone().or(draft.section.take());
            draft.tags.extend(tag.iter().cloned());
            draft.stage = stage.or(draft.stage);
        }
        let drafted = keep(self.desk, drafts, &self.session.user(), self.session.now)?;
        self.arrived += drafted.len();
        for Drafted { id, headline, source, notes } in &drafted {
            output.json(&Line { id: *id, headline, source, notes })?;
        }
        Ok(())
    }
}

/// Whether a file is read line by line, since it may be larger than the memory.
fn is_archive(file: &Path) -> bool {
    let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["jsonl", "ndjson"].iter().any(|archive| ending.eq_ignore_ascii_case(archive))
}

fn archive(path: &Path, name: &str) -> Result<BufReader<File>, Unread> {
    let unread = |error| Unread::of(name, error);
    let file = File::open(path).map_err(unread)?;
    check_size(name, file.metadata().map_err(unread)?.len())?;
    Ok(BufReader::new(file))
}

/// Collects the files under a path, in the order of their names. What the system or an editor hides
/// in a folder (a name that begins with a dot) is no release.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Unread> {
    let unread = |error| Unread::of(&path.display().to_string(), error);
    let found = fs::metadata(path).map_err(unread)?;
    if found.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    if !found.is_dir() {
        return Err(Unread::NoFile(path.display().to_string()));
    }
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = entries.map_err(unread)?;
    entries.retain(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        collect(&entry.path(), files)?;
    }
    Ok(())
}
