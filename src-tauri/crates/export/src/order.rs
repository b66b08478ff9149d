//! An export from the order to the record: what may leave is named, rendered and written, on all
//! cores and with one text in memory for each, and what left is written down.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dateline_model::{Office, Sentence, say};
use dateline_render::{Mail, Marking, TextForm, Theme};
use dateline_store::{Bulk, Desk};
use rayon::{ThreadPoolBuilder, prelude::*};

use crate::{
    Entry, ExportError, Format, HouseRules, Purpose, Recipient, Refusal, Signer, Subject,
    folder::{Folder, Occupant},
    house::Proofreaders,
    manifest::sha256,
    names::{self, Named},
    outgoing::{Leave, Outgoing, Shape},
    record, signing,
};

/// What shall leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// These texts, all of them or none.
    Chosen(Vec<Subject>),
    /// Every release that may; of the rest it is told why not.
    Everything,
}

/// How it shall leave.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// In which formats.
    pub formats: &'a [Format],
    /// In which look pages are.
    pub theme: &'a Theme,
    /// The shape of plain texts.
    pub form: TextForm,
    /// To whom mails go: one file for each. Without any, one file to nobody yet.
    pub recipients: &'a [Recipient],
    /// Into which folder; it is made where it is missing.
    pub folder: &'a Path,
    /// For what: [`Purpose::Final`], [`Purpose::Draft`] or [`Purpose::Notice`].
    pub purpose: Purpose,
    /// Why what may be overruled of the gate's reasons against a final text shall not hold; it is
    /// recorded. `None`: they hold.
    pub overrule: Option<&'a str>,
    /// Whether files that this program did not write, or that were changed since, may be replaced.
    pub replace: bool,
    /// In which zones the end of an embargo is told beside its own; `None` for those of the office.
    pub zones: Option<&'a [Tz]>,
    /// Who signs the manifest, if anybody.
    pub signer: Option<&'a Signer>,
    /// What the house has decided about the gate.
    pub rules: HouseRules,
    /// Who orders it.
    pub by: &'a str,
    /// When.
    pub now: DateTime<Utc>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// Its name in the folder.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// What stands on its face.
    pub marking: Marking,
    /// Whether it left only because somebody overruled the gate.
    pub overruled: bool,
    /// What it was made from, and its hash.
    pub entry: Entry,
}

/// What came of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The files, in the order of what was asked for.
    pub written: Vec<Written>,
    /// The releases that stayed, with the reasons. Only for [`What::Everything`].
    pub left_out: Vec<Refusal>,
    /// What else the editor should know, in sentences.
    pub remarks: Vec<Sentence>,
}

/// Exports.
///
/// # Errors
/// `NoReason` when the gate is overruled without one, `Refused` when it says no, and `Occupied` when a file is in the way: nothing is written
/// then. When the system fails in the middle, the files written before are whole, and stand in the
/// manifest and in the record.
pub fn export(desk: &Desk, what: &What, order: &Order) -> Result<Outcome, ExportError> {
    if order.overrule.is_some_and(|why| why.trim().is_empty()) {
        return Err(ExportError::NoReason);
    }
    let mut office = desk.office()?;
    if let Some(zones) = order.zones {
        office.embargo_zones = zones.to_vec();
    }
    let folder = Folder::open(order.folder, order.replace)?;
    let purpose = match (order.purpose, order.overrule) {
        (Purpose::Final, Some(_)) => Purpose::Overruled,
        (purpose, _) => purpose,
    };
    let (rules, proofreaders) = (order.rules, Proofreaders::of(desk));
    let leave = Leave { purpose, rules, now: order.now, proofreaders };
    Run { desk, order, office, folder, leave }.carry_out(what)
}

/// How many files are written at once. A disk takes many flushes together in the time of one, so
/// that more of them help than there are cores: 3,000 files of 6 kB take 3.2 s by two threads and
/// 0.7 s by sixteen or more, against 0.4 s without any flush (ext4 on two cores).
const WRITERS: usize = 16;

/// How many texts a writer takes at once: few enough that the last ones do not wait for one another.
const MOST_AT_A_TIME: usize = 32;

/// What is said where an export without a key comes to a folder that was signed.
fn signature_gone() -> Sentence {
    say!(
        "The folder was signed before these files came to it. The signature was taken away, because it does not cover them. Sign the folder anew."
    )
}

struct Run<'a> {
    desk: &'a Desk,
    order: &'a Order<'a>,
    office: Office,
    folder: Folder,
    leave: Leave<'a>,
}

/// A text that will leave.
struct Planned {
    subject: Subject,
    marking: Marking,
    named: Named,
    remarks: Vec<Sentence>,
}

/// A file that a text will leave in.
struct Planning<'a> {
    name: String,
    format: Format,
    shape: Shape<'a>,
}

/// What became of the files of one text, and what the editor should know about them.
type OneText = (Vec<Result<Written, ExportError>>, Option<Sentence>);

impl Run<'_> {
    fn carry_out(self, what: &What) -> Result<Outcome, ExportError> {
        let subjects = match what {
            What::Chosen(subjects) => once(subjects),
            What::Everything => record::every_release(self.desk, self.order)?,
        };
        let (planned, left_out) = self.plan(&subjects)?;
        if matches!(what, What::Chosen(_)) && !left_out.is_empty() {
            return Err(ExportError::Refused(left_out));
        }
        let named: Vec<Named> = planned.iter().map(|one| one.named.clone()).collect();
        let stems = names::assign(&named, &self.folder.owners());
        let pages: Vec<(Planned, String)> = planned.into_iter().zip(stems).collect();
        let mut in_the_way = self.in_the_way(&pages)?;
        if self.order.signer.is_some() && !self.order.replace {
            in_the_way.extend(signing::in_the_way(self.order.folder)?);
        }
        if !in_the_way.is_empty() {
            return Err(self.folder.occupied(in_the_way));
        }
        let mut remarks: Vec<Sentence> =
            pages.iter().flat_map(|(one, _)| one.remarks.clone()).collect();
        let (written, found) = self.write(&pages)?;
        remarks.extend(found);
        Ok(Outcome { written, left_out, remarks })
    }

    /// Asks the gate about each, and has each named.
    fn plan(&self, subjects: &[Subject]) -> Result<(Vec<Planned>, Vec<Refusal>), ExportError> {
        let asked = subjects.par_iter().map(|subject| {
            match Outgoing::take(self.desk, None, *subject, &self.leave) {
                Ok(outgoing) => {
                    self.order.formats.iter().try_for_each(|format| outgoing.check(*format))?;
                    Ok(Ok(Planned {
                        subject: *subject,
                        named: outgoing.named(),
                        remarks: outgoing.remarks(),
                        marking: outgoing.marking,
                    }))
                }
                Err(ExportError::Refused(refused)) => Ok(Err(refused)),
                Err(error) => Err(error),
            }
        });
        let (mut planned, mut refused) = (Vec::new(), Vec::new());
        for one in asked.collect::<Result<Vec<_>, ExportError>>()? {
            match one {
                Ok(one) => planned.push(one),
                Err(reasons) => refused.extend(reasons),
            }
        }
        Ok((planned, refused))
    }

    /// The names that belong to somebody else. A file that holds the very bytes that would be
    /// written is in nobody's way: it is ours, from a run that was interrupted.
    fn in_the_way(&self, pages: &[(Planned, String)]) -> Result<Vec<String>, ExportError> {
        let looked = pages.par_iter().map(|(planned, stem)| {
            let mut foreign = Vec::new();
            for file in self.files(stem) {
                if self.folder.occupant(&file.name)? == Occupant::Foreign {
                    foreign.push(file);
                }
            }
            if foreign.is_empty() {
                return Ok(Vec::new());
            }
            let outgoing = self.take_planned(None, planned)?;
            outgoing.set(self.order.formats, &self.office, self.order.theme, |set| {
                let mut in_the_way = Vec::new();
                for file in foreign {
                    if !self.folder.holds(&file.name, &set.bytes(file.format, &file.shape)?)? {
                        in_the_way.push(file.name);
                    }
                }
                Ok(in_the_way)
            })
        });
        Ok(looked.collect::<Result<Vec<_>, ExportError>>()?.concat())
    }

    /// Writes all, and takes what was written into the manifest and the record, also when it was
    /// not all. Gives the files with what the editor should know about them.
    fn write(
        self,
        pages: &[(Planned, String)],
    ) -> Result<(Vec<Written>, Vec<Sentence>), ExportError> {
        let failed = AtomicBool::new(false);
        let write = || -> Vec<_> {
            let shares = pages.par_chunks((pages.len() / (4 * WRITERS)).clamp(1, MOST_AT_A_TIME));
            // A reader of its own keeps its statements; those of the desk are lent and given back.
            let share = |bulk: &mut Option<Bulk>, share: &[(Planned, String)]| -> Vec<_> {
                let left = share.iter().filter(|_| !failed.load(Ordering::Relaxed));
                left.map(|(one, stem)| self.write_one(bulk.as_ref(), one, stem, &failed)).collect()
            };
            shares.map_init(|| self.desk.bulk().ok(), share).flatten_iter().collect()
        };
        let files = pages.len() * self.files("").count();
        let writers = ThreadPoolBuilder::new().num_threads(WRITERS.min(files)).build();
        let done = match writers {
            Ok(writers) => writers.install(write),
            // A system that has no more threads to give still has the ones there are.
            Err(_) => write(),
        };
        let (mut written, mut remarks, mut error) = (Vec::new(), Vec::new(), None);
        for one in done {
            match one {
                Ok((files, remark)) => {
                    remarks.extend(remark);
                    for file in files {
                        match file {
                            Ok(file) => written.push(file),
                            Err(why) => error = error.or(Some(why)),
                        }
                    }
                }
                Err(why) => error = error.or(Some(why)),
            }
        }
        if !written.is_empty() {
            let entries = written.iter().map(|one: &Written| (one.file.clone(), one.entry.clone()));
            let unsigned = self.folder.close(entries, self.order.signer)?;
            remarks.extend(unsigned.then(signature_gone));
            record::keep(self.desk, &written, self.order)?;
        }
        error.map_or(Ok((written, remarks)), Err)
    }

    /// Writes the files of one text, until one fails anywhere.
    fn write_one(
        &self,
        bulk: Option<&Bulk>,
        planned: &Planned,
        stem: &str,
        failed: &AtomicBool,
    ) -> Result<OneText, ExportError> {
        let outgoing = self.take_planned(bulk, planned).inspect_err(|_| {
            failed.store(true, Ordering::Relaxed);
        })?;
        let files: Vec<Planning> = self.files(stem).collect();
        Ok(outgoing.set(self.order.formats, &self.office, self.order.theme, |set| {
            let files = files.into_par_iter().filter(|_| !failed.load(Ordering::Relaxed));
            let written = files.map(|Planning { name: file, format, shape }| {
                let bytes = set.bytes(format, &shape).inspect_err(|_| {
                    failed.store(true, Ordering::Relaxed);
                })?;
                let path = self.folder.put(&file, &bytes).inspect_err(|_| {
                    failed.store(true, Ordering::Relaxed);
                })?;
                let entry = Entry { sha256: sha256(&bytes), origin: outgoing.origin() };
                let (marking, overruled) = (outgoing.marking.clone(), outgoing.is_overruled());
                Ok(Written { path, file, format, marking, overruled, entry })
            });
            let remark = set.is_clipped().then(|| {
                say!(
                    "{subject} is long: some mail services show only the first {size} KB of its page.",
                    subject = planned.subject,
                    size = Mail::SHOWN_WHOLE / 1024
                )
            });
            (written.collect(), remark)
        }))
    }

    /// The files of one text.
    fn files(&self, stem: &str) -> impl Iterator<Item = Planning<'_>> {
        self.order.formats.iter().flat_map(move |format| {
            let planning = |suffix: &str, to| Planning {
                name: format!("{stem}{suffix}.{}", format.ending()),
                format: *format,
                shape: Shape { text: self.order.form, to },
            };
            match self.order.recipients {
                recipients if *format == Format::Eml && !recipients.is_empty() => recipients
                    .iter()
                    .map(|one| planning(&format!("-to-{}", one.slug), Some(&one.mailbox)))
                    .collect(),
                _ => vec![planning("", None)],
            }
        })
    }

    /// Takes a text through the gate once more, for its bytes. A colleague may have changed it in
    /// the meantime; then it does not leave under a name that no longer fits.
    fn take_planned(
        &self,
        bulk: Option<&Bulk>,
        planned: &Planned,
    ) -> Result<Outgoing, ExportError> {
        let outgoing = Outgoing::take(self.desk, bulk, planned.subject, &self.leave)?;
        if outgoing.marking == planned.marking {
            Ok(outgoing)
        } else {
            Err(ExportError::Changed(planned.subject))
        }
    }
}

/// Each subject once, in the order given.
fn once(subjects: &[Subject]) -> Vec<Subject> {
    let mut seen = std::collections::HashSet::new();
    subjects.iter().copied().filter(|subject| seen.insert(*subject)).collect()
}
