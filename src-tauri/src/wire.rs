//! What crosses to the window beside the types of the crates.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use dateline_check::HouseStyle;
use dateline_export::{Clipping, Format, Outcome, PublicKey, SiteOutcome, themes::Choosable};
use dateline_model::{
    Approval, Body, Contact, Content, Embargo, Language, Office, Release, ReleaseId, RevisionId,
    Sentence, Stage,
};
use dateline_store::ExportRecord;
use serde::Serialize;

/// The desk that is open.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct DeskInfo {
    /// The desk file's whole path.
    pub(crate) path: String,
    /// The desk file's name.
    pub(crate) file: String,
    /// Whose desk it is.
    pub(crate) office: Office,
    /// Who sits at it; empty until somebody says so.
    pub(crate) user: String,
    /// Whom the system takes for its user, as a first guess.
    pub(crate) system_user: String,
    /// The program's version.
    pub(crate) version: &'static str,
}

/// What a save changed beside the words.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Saved {
    /// The new head, which the next save names.
    #[cfg_attr(test, ts(type = "number"))]
    pub(crate) revision: RevisionId,
    /// When it was saved.
    pub(crate) modified: DateTime<Utc>,
    /// The stage: an edit takes an approved release back.
    pub(crate) stage: Stage,
    /// The approval, if it still holds.
    pub(crate) approval: Option<Approval>,
}

impl From<Release> for Saved {
    fn from(release: Release) -> Self {
        let Release { revision, modified, stage, approval, .. } = release;
        Self { revision, modified, stage, approval }
    }
}

/// Where a release is to be split.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Parts {
    /// What is left of it.
    pub(crate) stays: Content,
    /// The text that goes.
    #[cfg_attr(test, ts(type = "BodyJson"))]
    pub(crate) rest: Body,
}

/// A release that was split.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Split {
    /// What is left of it.
    pub(crate) left: Release,
    /// The draft of the rest.
    pub(crate) new: Release,
}

/// What an export wrote.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Exported {
    /// The files, by name.
    pub(crate) files: Vec<String>,
    /// What else the editor should know, in sentences.
    pub(crate) remarks: Vec<Sentence>,
}

impl From<Outcome> for Exported {
    fn from(outcome: Outcome) -> Self {
        let files = outcome.written.into_iter().map(|written| written.file).collect();
        Self { files, remarks: outcome.remarks }
    }
}

/// What came of a paste.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Pasted {
    /// The blocks.
    #[cfg_attr(test, ts(type = "BodyJson"))]
    pub(crate) body: Body,
    /// Footnotes of the source, which belong to the notes to editors.
    #[cfg_attr(test, ts(type = "BodyJson"))]
    pub(crate) footnotes: Body,
    /// What was kept and what was taken out, in sentences.
    pub(crate) notes: Vec<Sentence>,
}

/// What came of one file, or of one release in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Imported {
    /// The new release; `None` when the file was refused.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub(crate) id: Option<ReleaseId>,
    /// Its headline.
    pub(crate) headline: String,
    /// The file.
    pub(crate) source: String,
    /// What was recognised, moved or left out, or why it was refused.
    pub(crate) notes: Vec<Sentence>,
}

/// What came of a vocabulary file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct LoadedVocabulary {
    /// How many sections and tags are new.
    pub(crate) made: u32,
    /// How many were there before.
    pub(crate) known: u32,
    /// What could not be read.
    pub(crate) broken: Vec<BrokenLine>,
}

/// A line of a vocabulary that names nothing.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct BrokenLine {
    /// Its number in the file, from 1.
    pub(crate) number: usize,
    /// Why it names nothing, as a sentence.
    pub(crate) why: Sentence,
}

/// What was recognised in a document, to be looked over before it becomes a draft.
#[derive(Debug, Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Recognised {
    /// The headline.
    pub(crate) headline: String,
    /// The line below it.
    pub(crate) subhead: String,
    /// The place of the dateline.
    pub(crate) place: String,
    /// The day of the dateline.
    pub(crate) date: Option<NaiveDate>,
    /// Whom the press can ask.
    pub(crate) contacts: Vec<Contact>,
    /// The language it is written in.
    pub(crate) language: Language,
    /// How its text begins.
    pub(crate) beginning: String,
    /// What was recognised, moved or left out.
    pub(crate) notes: Vec<Sentence>,
}

/// How an export is ordered.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct ExportOrder {
    /// In which formats.
    #[cfg_attr(
        test,
        ts(
            type = "(\"html\" | \"fragment\" | \"email\" | \"eml\" | \"text\" | \"markdown\" | \"json\")[]"
        )
    )]
    pub(crate) formats: Vec<Format>,
    /// The columns of a plain text; null leaves each paragraph on one line.
    pub(crate) width: Option<usize>,
    /// Whether plain text is folded to ASCII.
    pub(crate) ascii: bool,
    /// Whether plain text has the line ends of Windows.
    pub(crate) crlf: bool,
    /// The CSV file with those to whom mails go; null for mails to nobody yet.
    pub(crate) recipients: Option<String>,
    /// Into which folder.
    pub(crate) folder: String,
    /// For what: only what may leave; also drafts, marked; only the notices of what was withdrawn.
    pub(crate) purpose: ExportPurpose,
    /// Why what may be overruled of the gate's reasons shall not hold.
    pub(crate) overrule: Option<String>,
    /// In which zones the end of an embargo is told beside its own; null for those of the office.
    #[cfg_attr(test, ts(type = "string[] | null"))]
    pub(crate) zones: Option<Vec<Tz>>,
    /// Whether somebody else's files may be replaced.
    pub(crate) replace: bool,
    /// The passphrase of the key to sign with; null leaves it unsigned.
    pub(crate) passphrase: Option<String>,
}

/// What an export of the window is for.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub(crate) enum ExportPurpose {
    /// To be used.
    Final,
    /// To be read before it is approved.
    Draft,
    /// To tell readers that it was withdrawn.
    Notice,
}

/// A release for the clipboard.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct RichText {
    /// HTML with its styles on the elements.
    pub(crate) html: String,
    /// The same as plain text.
    pub(crate) text: String,
}

impl From<Clipping> for RichText {
    fn from(Clipping { html, text }: Clipping) -> Self {
        Self { html, text }
    }
}

/// The house style, and where it lives.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct StyleInfo {
    /// The style in use.
    pub(crate) style: HouseStyle,
    /// The file that it follows, if it does.
    pub(crate) file: Option<String>,
    /// What is wrong with that file, in a sentence; the last good style holds meanwhile.
    pub(crate) fault: Option<Sentence>,
}

/// Which finding somebody accepts.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Acceptable {
    /// Its key.
    pub(crate) key: String,
    /// Its rule.
    pub(crate) rule: String,
    /// Its words.
    pub(crate) excerpt: String,
}

/// A theme that pages can have.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct ThemeInfo {
    /// The name by which it is chosen.
    pub(crate) name: String,
    /// What it calls itself; empty for one that comes with the program.
    pub(crate) title: String,
    /// Whether it is the office's own.
    pub(crate) own: bool,
    /// What is wrong with it.
    pub(crate) fault: Option<Sentence>,
}

impl From<Choosable> for ThemeInfo {
    fn from(theme: Choosable) -> Self {
        let (title, fault) = match theme.manifest {
            Some(Ok(manifest)) => (manifest.name, None),
            Some(Err(fault)) => (String::new(), Some(fault)),
            None => (String::new(), None),
        };
        Self { own: theme.path.is_some(), name: theme.name, title, fault }
    }
}

/// A release that was wrong, and who has it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Wrong {
    /// Its number.
    #[cfg_attr(test, ts(type = "number"))]
    pub(crate) id: ReleaseId,
    /// Its headline.
    pub(crate) headline: String,
    /// The files in which it went out, newest first.
    pub(crate) exports: Vec<ExportRecord>,
}

/// What may be meant by a time that a clock change makes ambiguous or impossible.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Instant {
    /// The instant.
    pub(crate) moment: Embargo,
    /// Its day and time, on the clocks of its zone.
    pub(crate) local: String,
    /// Its zone with the offset at that instant.
    pub(crate) zone: String,
}

impl From<Embargo> for Instant {
    fn from(moment: Embargo) -> Self {
        let local = moment.local().format("%Y-%m-%d %H:%M").to_string();
        Self { local, zone: moment.zone_words(), moment }
    }
}

/// The public part of the key that exports are signed with.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct KeyInfo {
    /// The key itself, as minisign writes it.
    pub(crate) key: String,
    /// The number by which it is named.
    pub(crate) number: String,
}

impl From<PublicKey> for KeyInfo {
    fn from(key: PublicKey) -> Self {
        Self { key: key.to_string(), number: key.id() }
    }
}

/// How a site is ordered.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct SiteExport {
    /// Into which folder.
    pub(crate) folder: String,
    /// The address at which it will be found; empty for the office's news pages.
    pub(crate) base: String,
    /// Whether somebody else's files may be replaced.
    pub(crate) replace: bool,
    /// The passphrase of the key to sign with; null leaves it unsigned.
    pub(crate) passphrase: Option<String>,
}

/// What came of a site.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct SiteExported {
    /// How many releases stand on it.
    pub(crate) releases: usize,
    /// How many notices of withdrawals.
    pub(crate) notices: usize,
    /// How many files were written.
    pub(crate) written: usize,
    /// How many were removed.
    pub(crate) removed: usize,
    /// How many releases wait for the end of their embargo or for their time.
    pub(crate) waiting: usize,
    /// How many the gate keeps.
    pub(crate) kept: usize,
    /// What else to know, in sentences.
    pub(crate) remarks: Vec<Sentence>,
}

impl From<SiteOutcome> for SiteExported {
    fn from(outcome: SiteOutcome) -> Self {
        let SiteOutcome { releases, notices, written, removed, waiting, kept, remarks } = outcome;
        let (waiting, kept) = (waiting.len(), kept.len());
        Self { releases, notices, written, removed, waiting, kept, remarks }
    }
}
