//! `check`: says what a good sub-editor would mark, in releases or in any text.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::Args;
use dateline_check::{Finding, Severity};
use dateline_copydesk::CopyDesk;
use dateline_import::language_of;
use dateline_model::{Language, ReleaseId, Sentence, parse_date};
use dateline_store::Desk;
use serde::Serialize;
use serde_json::{Value, json};

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
        let found = self.findings(session)?;
        if self.sarif {
            output.json(&sarif(&found))?;
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

    fn findings(&self, session: &Session) -> Result<Vec<(Copy, Finding)>, Failure> {
        let ids = self.ids()?;
        if ids.is_empty() { self.in_texts(session) } else { in_releases(&ids, session) }
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
    fn in_texts(&self, session: &Session) -> Result<Vec<(Copy, Finding)>, Failure> {
        let mut checker = match session.has_desk() {
            true => at(&session.open()?)?.into_checker(),
            false => CopyDesk::without_desk(),
        };
        let date = self.date(session)?;
        let mut found = Vec::new();
        let mut add = |name: &str, bytes: &[u8]| -> Result<(), Failure> {
            let text = text(name, bytes)?;
            let copy = Copy::File(name.to_owned());
            let recognised = || language_of(&text).unwrap_or_else(Language::english);
            let language = self.language.clone().unwrap_or_else(recognised);
            let findings = checker.check_text(&text, &language, date);
            found.extend(findings.into_iter().map(|finding| (copy.clone(), finding)));
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
        Ok(found)
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

/// The findings as SARIF 2.1.0, the form in which code hosts and editors take them.
fn sarif(found: &[(Copy, Finding)]) -> Value {
    let rules: Vec<Value> = dateline_check::rules()
        .iter()
        .map(|rule| json!({ "id": rule.id, "shortDescription": { "text": rule.what } }))
        .collect();
    let results: Vec<Value> = found
        .iter()
        .map(|(copy, finding)| {
            let uri = match copy {
                Copy::Id(id) => format!("release/{id}"),
                Copy::File(name) => name.clone(),
            };
            let block = finding.block.map_or(String::new(), |block| format!("/{block}"));
            json!({
                "ruleId": finding.rule,
                "level": match finding.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Advice => "note",
                },
                "message": { "text": finding.message },
                "locations": [{
                    "physicalLocation": {
                        "artifactLocation": { "uri": uri },
                        "region": { "snippet": { "text": finding.excerpt } },
                    },
                    "logicalLocations": [{
                        "fullyQualifiedName":
                            format!("{}{block}:{}-{}", finding.slot, finding.start, finding.end),
                    }],
                }],
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Dateline",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "results": results,
        }],
    })
}
