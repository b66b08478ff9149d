//! `import`: brings files, folders and whole archives onto the desk.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
};

use clap::Args;
use dateline_import::{Draft, check_size, jsonl, read};
use dateline_model::Stage;
use dateline_store::{Cause, Desk, NewRelease};
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
    notes: &'a [String],
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
            match Source::open(file) {
                Ok(Source::Archive(archive, name)) => {
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
                Ok(Source::Whole(bytes, name)) => match read(&name, &bytes, today) {
                    Ok(drafts) => {
                        for draft in drafts {
                            arrivals.take(draft, output)?;
                        }
                    }
                    Err(refusal) => refused.push(refusal.to_string()),
                },
                Err(why) => refused.push(why),
            }
        }
        for why in &refused {
            say(why);
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
        let mut told = Vec::with_capacity(self.waiting.len());
        let mut new = Vec::with_capacity(self.waiting.len());
        for draft in self.waiting.drain(..) {
            for image in &draft.images {
                let (width, height) = (image.width, image.height);
                self.desk.put_image(&image.bytes, &image.media_type, width, height)?;
            }
            let mut tags = draft.tags;
            tags.extend(tag.iter().cloned());
            let stage = stage.or(draft.stage).unwrap_or_default();
            let mut notes = draft.notes;
            if stage == Stage::Approved {
                notes.push(
                    "Taken as in review: nobody on this desk has approved it yet.".to_owned(),
                );
            }
            told.push((draft.content.headline.clone(), draft.source.clone(), notes));
            new.push(NewRelease {
                content: draft.content,
                section: section.clone().or(draft.section).unwrap_or_default(),
                tags,
                stage,
                reference: draft.reference,
                cause: Cause::Imported,
                source: Some(draft.source),
            });
        }
        let ids = self.desk.create_releases(new, &self.session.user(), self.session.now)?;
        self.arrived += ids.len();
        for (id, (headline, source, notes)) in ids.into_iter().zip(&told) {
            output.json(&Line { id, headline, source, notes })?;
        }
        Ok(())
    }
}

/// What a file is read as.
enum Source {
    /// Line by line.
    Archive(BufReader<File>, String),
    /// As one text.
    Whole(Vec<u8>, String),
}

impl Source {
    fn open(path: &Path) -> Result<Self, String> {
        let name = path.display().to_string();
        let unreadable = |error: io::Error| unreadable(path, &error);
        let file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        check_size(&name, size).map_err(|refusal| refusal.to_string())?;
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
        if matches!(ending.as_str(), "jsonl" | "ndjson") {
            return Ok(Self::Archive(BufReader::new(file), name));
        }
        Ok(Self::Whole(fs::read(path).map_err(unreadable)?, name))
    }
}

/// Collects the files under a path, in the order of their names. What the system or an editor hides
/// in a folder (a name that begins with a dot) is no release.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let found = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if found.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    if !found.is_dir() {
        return Err(format!(
            "“{}” is neither a file nor a folder, so there is nothing to import.",
            path.display()
        ));
    }
    let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = entries.map_err(|error| unreadable(path, &error))?;
    entries.retain(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        collect(&entry.path(), files)?;
    }
    Ok(())
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file. Check the name.".to_owned(),
        io::ErrorKind::PermissionDenied => "the system gives no permission to read it. Ask for it, or copy the file to a folder of your own.".to_owned(),
        _ => format!("{error}."),
    };
    format!("“{}” could not be read: {why}", path.display())
}
