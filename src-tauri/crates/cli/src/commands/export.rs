//! `export`: lets releases leave the desk, through the gate, into files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;
use clap::Args;
use dateline_export::{
    ExportError, Format, HouseRules, Item, Order, Origin, Purpose, Recipient, Subject, TextForm,
    What, Written, export, recipients,
};
use dateline_intake::Unread;
use dateline_model::{BulletinId, Embargo, ReleaseId, RevisionId};
use serde::Serialize;

use crate::{
    failure::Failure,
    output::{Output, say},
    passphrase::Passphrase,
    session::{Session, shown},
};

/// Export releases or a bulletin into files.
#[derive(Args)]
pub(crate) struct Export {
    /// The numbers of the releases: all of them leave, or none.
    #[arg(required_unless_present_any = ["all", "bulletin"], conflicts_with_all = ["all", "bulletin"])]
    id: Vec<ReleaseId>,
    /// Every release that may leave.
    #[arg(long, conflicts_with = "bulletin")]
    all: bool,
    /// A bulletin, by its number.
    #[arg(long, value_name = "ID")]
    bulletin: Option<BulletinId>,
    /// The formats, with commas between: html, fragment, email, eml, text, markdown, json.
    #[arg(long, value_delimiter = ',', default_value = "html,text", value_name = "FORMAT")]
    format: Vec<Format>,
    /// The columns of a plain text, from 20; 0 leaves each paragraph on one line.
    #[arg(long, value_name = "N", default_value_t = TextForm::USUAL)]
    width: usize,
    /// Plain text in ASCII: quotation marks, dashes and accents folded.
    #[arg(long)]
    ascii: bool,
    /// Plain text with the line ends of Windows.
    #[arg(long)]
    crlf: bool,
    /// The look of pages: office, newsroom, plain, an own theme, or the folder of one. Without it,
    /// the desk's.
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,
    /// The folder; it is made where it is missing.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// To whom the .eml files go, one file for each: a CSV file with name and address.
    #[arg(long, value_name = "CSV")]
    recipients: Option<PathBuf>,
    /// The zones in which the end of an embargo is told beside its own, with commas between; without
    /// it, those of the office.
    #[arg(long, value_delimiter = ',', value_name = "ZONE")]
    zones: Option<Vec<Tz>>,
    /// Let what is not approved leave too, marked DRAFT on its face and in its name.
    #[arg(long)]
    draft: bool,
    /// Let the notices of withdrawn releases leave, and nothing else.
    #[arg(long, conflicts_with_all = ["draft", "bulletin"])]
    notice: bool,
    /// Let a release leave although its approval is void, a suggestion is open or the checks found
    /// errors, and say why; the reason is recorded.
    #[arg(
        long = "override",
        value_name = "REASON",
        conflicts_with_all = ["all", "draft", "notice"]
    )]
    overrule: Option<String>,
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

/// A file that was written.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<ReleaseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<RevisionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bulletin: Option<BulletinId>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    items: &'a [Item],
    format: Format,
    sha256: &'a str,
    draft: bool,
    embargo: Option<Embargo>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    overruled: bool,
}

impl Export {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let what = match self.bulletin {
            Some(id) => What::Chosen(vec![Subject::Bulletin(id)]),
            None if self.all => What::Everything,
            None => What::Chosen(self.id.iter().copied().map(Subject::Release).collect()),
        };
        let mut formats = self.format;
        formats.sort_unstable();
        formats.dedup();
        if self.recipients.is_some() && !formats.contains(&Format::Eml) {
            return Err(Failure::Usage(
                "--recipients is for mails as files. Add eml to --format.".to_owned(),
            ));
        }
        let recipients = self.recipients.as_deref().map(read_recipients).transpose()?;
        let signer = self.sign.then(|| self.passphrase.unlock(&desk)).transpose()?;
        let order = Order {
            formats: &formats,
            theme: &session.theme(&desk, self.theme.as_deref())?,
            folder: &self.to,
            form: TextForm {
                width: (self.width > 0).then_some(self.width),
                crlf: self.crlf,
                ascii: self.ascii,
            },
            recipients: recipients.as_deref().unwrap_or_default(),
            purpose: match (self.draft, self.notice) {
                (_, true) => Purpose::Notice,
                (true, _) => Purpose::Draft,
                _ => Purpose::Final,
            },
            overrule: self.overrule.as_deref(),
            replace: self.replace,
            zones: self.zones.as_deref(),
            signer: signer.as_ref(),
            rules: HouseRules::of(&desk)?,
            by: &session.user(),
            now: session.now,
        };
        let outcome = export(&desk, &what, &order).map_err(refused)?;
        for written in &outcome.written {
            output.json(&Line::of(written))?;
        }
        outcome.remarks.iter().for_each(|remark| say(&remark.to_string()));
        outcome.left_out.iter().for_each(|refusal| say(&refusal.to_string()));
        if outcome.written.is_empty() {
            return Err(Failure::Refused(
                "Nothing was written: there is no release on this desk that may leave.".to_owned(),
            ));
        }
        say(&format!("{} in “{}”.", files(outcome.written.len()), self.to.display()));
        Ok(())
    }
}

impl<'a> Line<'a> {
    fn of(written: &'a Written) -> Self {
        let (id, revision, bulletin, items) = match &written.entry.origin {
            Origin::Release { release, revision } => {
                (Some(*release), Some(*revision), None, &[][..])
            }
            Origin::Bulletin { bulletin, items } => (None, None, Some(*bulletin), &items[..]),
            Origin::Many {} => (None, None, None, &[][..]),
        };
        Self {
            file: shown(&written.path),
            id,
            revision,
            bulletin,
            items,
            format: written.format,
            sha256: &written.entry.sha256,
            draft: written.marking.draft,
            embargo: written.marking.embargo,
            overruled: written.overruled,
        }
    }
}

/// Why nothing left, with the way out where there is one.
fn refused(error: ExportError) -> Failure {
    let overrulable = match &error {
        ExportError::Refused(refusals) => refusals.iter().all(|refusal| refusal.overrulable),
        _ => false,
    };
    let way_out = if overrulable {
        "\nWith --override and a reason it leaves as it is, and the reason is recorded."
    } else {
        ""
    };
    Failure::Refused(format!("{error}{way_out}"))
}

fn read_recipients(path: &Path) -> Result<Vec<Recipient>, Failure> {
    let refused = |why: String| Failure::Refused(why);
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Unread::of(&name, error))?;
    let text = dateline_import::decode(&name, &bytes).map_err(|why| refused(why.to_string()))?.text;
    recipients(&name, &text).map_err(|why| refused(why.to_string()))
}

fn files(n: usize) -> String {
    if n == 1 { "One file".to_owned() } else { format!("{n} files") }
}
