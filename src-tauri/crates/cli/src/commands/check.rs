//! `check`: says what a good sub-editor would mark, in releases or in any text.

use std::{
    collections::HashMap,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::Args;
use dateline_check::{Finding, Layout, Severity};
use dateline_copydesk::CopyDesk;
use dateline_import::language_of;
use dateline_model::{Language, ReleaseId, Sentence, parse_date};
use dateline_store::Desk;
use serde::Serialize;

use super::sarif::{self, Origin, Told};
use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Say what a good sub-editor would mark.
#[derive(Args)]
pub(crate) struct Check {
    /// The numbers of releases, or `-` for a text from standard input.
    #[arg(value_name = "ID|-", required_unless_present = "file")]
    what: Vec<String>,
    /// A text file.
    #[arg(long, value_name = "FILE", conflicts_with = "what")]
    file: Vec<PathBuf>,
    /// The language of a text, by its tag; without it, the one that its words are in.
    #[arg(long, value_name = "TAG")]
    language: Option<Language>,
    /// The day that a text is dated.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// A JSON line for each finding also where a person is looking.
    #[arg(long, conflicts_with = "sarif")]
    json: bool,
    /// One SARIF document, for other tools.
    #[arg(long)]
    sarif: bool,
    /// Exit with 3 when there is an error among the findings.
    #[arg(long)]
    strict: bool,
}

/// What was checked.
#[derive(Clone, Serialize)]
#[serde(rename_all = "lowercase")]
enum Copy {
    Id(ReleaseId),
    File(String),
}

/// What is to be said, and how the files that it is said of are laid out, where SARIF asks for lines.
struct Found {
    found: Vec<(Copy, Finding)>,
    layouts: HashMap<String, Layout>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    copy: &'a Copy,
    rule: &'a str,
    severity: Severity,
    slot: dateline_model::Slot,
    block: Option<usize>,
    start: usize,
    end: usize,
    excerpt: &'a str,
    message: &'a Sentence,
    fixes: Vec<&'a str>,
    related: &'a [dateline_check::Place],
    /// By which `accept` names it.
    key: &'a str,
}

impl Check {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let Found { found, layouts } = self.findings(session)?;
        if self.sarif {
            let told = found.iter().filter_map(|(copy, finding)| {
                let origin = match copy {
                    Copy::Id(id) => Origin::Release(*id),
                    Copy::File(name) => Origin::File(name, layouts.get(name)?),
                };
                Some(Told { origin, finding })
            });
            output.json(&sarif::log(told))?;
        } else if self.json || !output.is_terminal() {
            for (copy, finding) in &found {
                output.json(&Line::of(copy, finding))?;
            }
        } else {
            for (copy, finding) in &found {
                output.bytes(in_words(copy, finding).as_bytes())?;
            }
        }
        let errors = found.iter().filter(|(_, one)| one.severity == Severity::Error).count();
        if found.is_empty() {
            say("Nothing to mark.");
        }
        if self.strict && errors > 0 {
            output.finish()?;
            return Err(Failure::ErrorsFound);
        }
        Ok(())
    }

    fn findings(&self, session: &Session) -> Result<Found, Failure> {
        let ids = self.ids()?;
        if ids.is_empty() {
            return self.in_texts(session);
        }
        let found = in_releases(&ids, session)?;
        Ok(Found { found, layouts: HashMap::new() })
    }

    /// The numbers of the releases that were named.
    fn ids(&self) -> Result<Vec<ReleaseId>, Failure> {
        if self.what == ["-"] {
            return Ok(Vec::new());
        }
        let id = |word: &String| {
            word.parse::<ReleaseId>().map_err(|_| {
                Failure::Usage(format!(
                    "“{word}” is no release's number. Name files with --file, or write - alone for \
                     standard input."
                ))
            })
        };
        self.what.iter().map(id).collect()
    }

    /// Texts are read in the house style of the desk that is named, and by the rules' own settings
    /// where none is.
    fn in_texts(&self, session: &Session) -> Result<Found, Failure> {
        let mut checker = match session.has_desk() {
            true => at(&session.open()?)?.into_checker(),
            false => CopyDesk::without_desk(),
        };
        let date = self.date(session)?;
        let (mut found, mut layouts) = (Vec::new(), HashMap::new());
        let mut add = |name: &str, bytes: &[u8]| -> Result<(), Failure> {
            let text = text(name, bytes)?;
            let copy = Copy::File(name.to_owned());
            let recognised = || language_of(&text).unwrap_or_else(Language::english);
            let language = self.language.clone().unwrap_or_else(recognised);
            let findings = checker.check_text(&text, &language, date);
            found.extend(findings.into_iter().map(|finding| (copy.clone(), finding)));
            if self.sarif {
                layouts.insert(name.to_owned(), Layout::of(&text));
            }
            Ok(())
        };
        for path in &self.file {
            add(&path.display().to_string(), &bytes_of(path)?)?;
        }
        if self.file.is_empty() {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| {
                Failure::Refused(format!("Standard input could not be read: {error}."))
            })?;
            add("-", &bytes)?;
        }
        Ok(Found { found, layouts })
    }

    fn date(&self, session: &Session) -> Result<Option<NaiveDate>, Failure> {
        let Some(date) = &self.date else { return Ok(None) };
        let read = parse_date(date, session.now.date_naive());
        read.map(Some)
            .ok_or_else(|| Failure::Usage(format!("“{date}” is no date. Write it as YYYY-MM-DD.")))
    }
}

impl<'a> Line<'a> {
    fn of(copy: &'a Copy, finding: &'a Finding) -> Self {
        Self {
            copy,
            rule: finding.rule,
            severity: finding.severity,
            slot: finding.slot,
            block: finding.block,
            start: finding.start,
            end: finding.end,
            excerpt: &finding.excerpt,
            message: &finding.message,
            fixes: finding.fixes.iter().map(|fix| fix.replacement.as_str()).collect(),
            related: &finding.related,
            key: &finding.key,
        }
    }
}

/// Releases are read against the others of their desk. What was accepted is left out, and told.
fn in_releases(ids: &[ReleaseId], session: &Session) -> Result<Vec<(Copy, Finding)>, Failure> {
    let desk = session.open()?;
    while desk.catch_up()? > 0 {}
    let mut copydesk = at(&desk)?;
    let mut found = Vec::new();
    for id in ids {
        let release = desk.release(*id)?;
        let review = copydesk.review(Some(*id), &release.content)?;
        match review.accepted.len() {
            0 => {}
            1 => say(&format!("One finding in release {id} is accepted and not shown.")),
            n => say(&format!("{n} findings in release {id} are accepted and not shown.")),
        }
        found.extend(review.open.into_iter().map(|finding| (Copy::Id(*id), finding)));
    }
    Ok(found)
}

/// The checks at a desk; what is wrong with its house style's file is told.
pub(crate) fn at(desk: &Desk) -> Result<CopyDesk, Failure> {
    let (copydesk, fault) = CopyDesk::at(desk)?;
    if let Some(fault) = fault {
        say(&format!("{fault} The last house style that could be read is used."));
    }
    Ok(copydesk)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| {
        Failure::Refused(format!("“{}” could not be read: {error}.", path.display()))
    })
}

/// The text in these bytes, whatever its encoding.
fn text(name: &str, bytes: &[u8]) -> Result<String, Failure> {
    if bytes.trim_ascii().is_empty() {
        return Ok(String::new());
    }
    dateline_import::decode(name, bytes)
        .map(|decoded| decoded.text)
        .map_err(|refusal| Failure::Refused(refusal.to_string()))
}

/// A finding for people: where, how bad, what, and what would mend it.
fn in_words(copy: &Copy, finding: &Finding) -> String {
    let what = match copy {
        Copy::Id(id) => format!("release {id}"),
        Copy::File(name) => name.clone(),
    };
    let block = finding.block.map_or(String::new(), |block| format!(" {}", block + 1));
    let mut words = format!(
        "{what}, {}{block}: {}: “{}” – {}",
        finding.slot, finding.severity, finding.excerpt, finding.message
    );
    if let Some(fix) = finding.fixes.first() {
        words.push_str(&format!(" → “{}”", fix.replacement));
    }
    words.push('\n');
    words
}
