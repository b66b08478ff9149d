//! An export from the order to the record: what may leave is named, rendered and written, on all
//! cores and with one text in memory for each; all files take their places at once, and what left is
//! written down.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dateline_model::{Office, Sentence, say};
use dateline_render::{Mail, Marking, TextForm, Theme};
use dateline_store::{Bulk, Card, Desk};
use rayon::prelude::*;

use crate::{
    Consent, Entry, ExportError, Format, HouseRules, Purpose, Recipient, Refusal, Signer, Standing,
    Subject, clear,
    folder::{Folder, Occupant},
    house::Proofreaders,
    manifest::sha256,
    names::{self, Named},
    outgoing::{Leave, Outgoing, Shape},
    place::{Place, Step},
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
/// `NoReason` when the gate is overruled without one, `Refused` when it says no, `Occupied` when a
/// file is in the way, `Busy` when somebody else writes there: the folder is as it was then, and so
/// it is when the system fails in the middle.
pub fn export(desk: &Desk, what: &What, order: &Order) -> Result<Outcome, ExportError> {
    if order.overrule.is_some_and(|why| why.trim().is_empty()) {
        return Err(ExportError::NoReason);
    }
    let mut office = desk.office()?;
    if let Some(zones) = order.zones {
        office.embargo_zones = zones.to_vec();
    }
    let purpose = match (order.purpose, order.overrule) {
        (Purpose::Final, Some(_)) => Purpose::Overruled,
        (purpose, _) => purpose,
    };
    let (rules, proofreaders) = (order.rules, Proofreaders::of(desk));
    // Of a whole desk it is told in a line each what stays.
    let briefly = *what == What::Everything;
    let leave = Leave { purpose, rules, now: order.now, briefly, proofreaders };
    Run { desk, order, office, leave }.carry_out(what)
}

/// Of how many files at most each is flushed to the disk before it takes its place. Ten thousand
/// files of 3 kB take 0.25 s to write and as long again to flush (ext4 on two cores).
const FEW: usize = 100;

/// How many texts a thread takes at once: few enough that the last ones do not wait for one another.
const SHARE: usize = 32;

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
    leave: Leave<'a>,
}

/// A text that will leave.
struct Planned {
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

/// What the gate said about one text.
type Asked = Result<Planned, Vec<Refusal>>;

/// The files of one text, and what the editor should know about them.
type OneText = (Vec<Written>, Option<Sentence>);

impl Run<'_> {
    fn carry_out(self, what: &What) -> Result<Outcome, ExportError> {
        let (planned, left_out) = match what {
            What::Chosen(subjects) => plan(&once(subjects), |subject| self.ask(*subject))?,
            What::Everything => plan(&record::every_release(self.desk)?, |card| {
                self.ask_catalogue(card).map_or_else(|| self.ask(Subject::Release(card.id)), Ok)
            })?,
        };
        if matches!(what, What::Chosen(_)) && !left_out.is_empty() {
            return Err(ExportError::Refused(left_out));
        }
        if planned.is_empty() {
            return Ok(Outcome { left_out, ..Outcome::default() });
        }
        let mut remarks: Vec<Sentence> =
            planned.iter().flat_map(|one| one.remarks.iter().cloned()).collect();
        let (written, found) = self.place(planned)?;
        remarks.extend(found);
        Ok(Outcome { written, left_out, remarks })
    }

    /// Asks the gate about a text, and has it named.
    fn ask(&self, subject: Subject) -> Result<Asked, ExportError> {
        match Outgoing::take(self.desk, None, subject, &self.leave) {
            Ok(outgoing) => {
                self.order.formats.iter().try_for_each(|format| outgoing.check(*format))?;
                Ok(Ok(Planned {
                    named: outgoing.named(),
                    remarks: outgoing.remarks(),
                    marking: outgoing.marking,
                }))
            }
            Err(ExportError::Refused(refused)) => Ok(Err(refused)),
            Err(error) => Err(error),
        }
    }

    /// The same of a release about which the catalogue says all that the gate wants to know: it came
    /// in as released, and no embargo holds. So of an archive every text is read only once.
    fn ask_catalogue(&self, card: &Card) -> Option<Asked> {
        let Leave { purpose, rules, now, .. } = &self.leave;
        let free = card.embargo_until.is_none_or(|until| until <= *now);
        if !card.stage.is_out() || card.approved.is_some() || !free {
            return None;
        }
        let standing = Standing {
            stage: card.stage,
            trashed: card.trashed,
            consent: Consent::Elsewhere,
            embargo: None,
            suggestions: 0,
            errors: 0,
        };
        let clearance = clear(&standing, *purpose, rules, *now).ok()?;
        Some(Ok(Planned {
            named: Named::card(card, &clearance),
            remarks: Vec::new(),
            marking: clearance.marking,
        }))
    }

    /// Brings the files of all texts to their places at once, and writes down what left.
    fn place(&self, planned: Vec<Planned>) -> Result<(Vec<Written>, Vec<Sentence>), ExportError> {
        let place = Place::take(self.order.folder)?;
        let folder = Folder::open(self.order.folder, self.order.replace)?;
        let named: Vec<Named> = planned.iter().map(|one| one.named.clone()).collect();
        let stems = names::assign(&named, &folder.owners());
        let pages: Vec<(Planned, String)> = planned.into_iter().zip(stems).collect();
        if !place.is_new() {
            self.look_for_room(&folder, &pages)?;
        }
        let few = pages.len() * self.files("").count() <= FEW;
        let place = if few { place.flushed() } else { place };
        let (written, mut remarks) = self.write(&place, &folder, &pages)?;
        let put = |one: &Written| Step::Put(one.file.clone());
        let mut steps: Vec<Step> = written.iter().map(put).collect();
        let entries = written.iter().map(|one| (one.file.clone(), one.entry.clone()));
        let unsigned = folder.close(&place, entries, self.order.signer, &mut steps)?;
        remarks.extend(unsigned.then(signature_gone));
        // The record comes first: nothing is in its place that it does not name.
        record::keep(self.desk, &written, self.order)?;
        place.switch(&steps)?;
        Ok((written, remarks))
    }

    /// That no name belongs to somebody else. A file that holds the very bytes that would be
    /// written is in nobody's way.
    fn look_for_room(
        &self,
        folder: &Folder,
        pages: &[(Planned, String)],
    ) -> Result<(), ExportError> {
        let looked = pages.par_iter().map(|(planned, stem)| {
            let mut foreign = Vec::new();
            for file in self.files(stem) {
                if folder.occupant(&file.name)? == Occupant::Foreign {
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
                    if !folder.holds(&file.name, &set.bytes(file.format, &file.shape)?)? {
                        in_the_way.push(file.name);
                    }
                }
                Ok(in_the_way)
            })
        });
        let mut in_the_way = looked.collect::<Result<Vec<_>, ExportError>>()?.concat();
        if self.order.signer.is_some() && !self.order.replace {
            in_the_way.extend(signing::in_the_way(self.order.folder)?);
        }
        if in_the_way.is_empty() { Ok(()) } else { Err(folder.occupied(in_the_way)) }
    }

    /// Writes all files to where they wait. Gives them with what the editor should know about them.
    fn write(
        &self,
        place: &Place,
        folder: &Folder,
        pages: &[(Planned, String)],
    ) -> Result<(Vec<Written>, Vec<Sentence>), ExportError> {
        // A reader of its own keeps its statements; those of the desk are lent and given back.
        let share = |bulk: &mut Option<Bulk>, share: &[(Planned, String)]| {
            let written = share
                .iter()
                .map(|(one, stem)| self.write_one(bulk.as_ref(), place, folder, one, stem));
            written.collect::<Result<Vec<OneText>, ExportError>>()
        };
        let done = pages.par_chunks(SHARE).map_init(|| self.desk.bulk().ok(), share);
        let done = done.collect::<Result<Vec<_>, ExportError>>()?;
        let (mut written, mut remarks) = (Vec::with_capacity(pages.len()), Vec::new());
        for (files, remark) in done.into_iter().flatten() {
            written.extend(files);
            remarks.extend(remark);
        }
        Ok((written, remarks))
    }

    fn write_one(
        &self,
        bulk: Option<&Bulk>,
        place: &Place,
        folder: &Folder,
        planned: &Planned,
        stem: &str,
    ) -> Result<OneText, ExportError> {
        let outgoing = self.take_planned(bulk, planned)?;
        outgoing.set(self.order.formats, &self.office, self.order.theme, |set| {
            let files: Vec<Planning> = self.files(stem).collect();
            let written = files.into_par_iter().map(|Planning { name: file, format, shape }| {
                let bytes = set.bytes(format, &shape)?;
                if place.is_new() || !folder.holds(&file, &bytes)? {
                    place.put(&file, &bytes)?;
                }
                let entry = Entry { sha256: sha256(&bytes), origin: outgoing.origin() };
                let (marking, overruled) = (outgoing.marking.clone(), outgoing.is_overruled());
                let path = self.order.folder.join(&file);
                Ok(Written { path, file, format, marking, overruled, entry })
            });
            let remark = set.is_clipped().then(|| {
                say!(
                    "{subject} is long: some mail services show only the first {size} KB of its page.",
                    subject = planned.named.subject,
                    size = Mail::SHOWN_WHOLE / 1024
                )
            });
            Ok((written.collect::<Result<_, ExportError>>()?, remark))
        })
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
        let outgoing = Outgoing::take(self.desk, bulk, planned.named.subject, &self.leave)?;
        if outgoing.marking == planned.marking {
            Ok(outgoing)
        } else {
            Err(ExportError::Changed(planned.named.subject))
        }
    }
}

/// Asks about each, on all cores; what may leave, and of the rest why not.
fn plan<T: Sync>(
    all: &[T],
    ask: impl Fn(&T) -> Result<Asked, ExportError> + Send + Sync,
) -> Result<(Vec<Planned>, Vec<Refusal>), ExportError> {
    let asked: Result<Vec<Asked>, ExportError> = all.par_iter().map(ask).collect();
    let (mut planned, mut refused) = (Vec::with_capacity(all.len()), Vec::new());
    for one in asked? {
        match one {
            Ok(one) => planned.push(one),
            Err(reasons) => refused.extend(reasons),
        }
    }
    Ok((planned, refused))
}

/// Each subject once, in the order given.
fn once(subjects: &[Subject]) -> Vec<Subject> {
    let mut seen = std::collections::HashSet::new();
    subjects.iter().copied().filter(|subject| seen.insert(*subject)).collect()
}
