//! A text on its way out: cleared, with everything that its page is made from, and its bytes in any
//! format. The preview is made here too, and nowhere else.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use dateline_model::{
    Bulletin, BulletinId, Content, Kind, Office, Release, ReleaseId, Sentence, say,
};
use dateline_render::{
    Issue, Mail, Mailbox, Marking, Named, Picture, Pictures, Related, Sheet, TextForm, Theme,
    ThemeError, bulletin_html, bulletin_mail, bulletin_text, eml, fragment, json, mail, markdown,
    rich_text, text, withdrawal_html, withdrawal_mail, withdrawal_text,
};
use dateline_store::{Bulk, Desk, DeskError};

use crate::{
    BulletinReason, Clearance, ExportError, Format, HouseRules, Item, Origin, Purpose, Refusal,
    Standing, Subject, clear, clear_bulletin,
    house::{Proofreaders, standing},
    names::Named as FileName,
};

/// The bytes that an export would write now: final where the text may leave, marked as a draft
/// where it may not, and of what was withdrawn the notice.
///
/// # Errors
/// When the desk has no such text or cannot be read, there is no such form of it, or the theme has a
/// fault.
pub fn preview(
    desk: &Desk,
    subject: Subject,
    format: Format,
    theme: &Theme,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    let leave = Leave::preview(desk, now)?;
    let outgoing = Outgoing::take(desk, None, subject, &leave)?;
    outgoing.check(format)?;
    let office = desk.office()?;
    Ok(outgoing.set(&[format], &office, theme, |set| set.bytes(format, &Shape::default()))?)
}

/// A release for pasting into a mail or a word processor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clipping {
    /// HTML with its styles on the elements.
    pub html: String,
    /// The same as plain text, each paragraph on one line.
    pub text: String,
}

/// A release as it would leave now, for the clipboard: marked like [`preview`].
///
/// # Errors
/// When the desk has no such release or cannot be read.
pub fn clipping(desk: &Desk, id: ReleaseId, now: DateTime<Utc>) -> Result<Clipping, ExportError> {
    let leave = Leave::preview(desk, now)?;
    let outgoing = Outgoing::take(desk, None, Subject::Release(id), &leave)?;
    let unwrapped = TextForm { width: None, ..TextForm::default() };
    Ok(outgoing.set(&[], &desk.office()?, &Theme::default(), |set| match set.copy {
        Copy::Release(sheet) => Clipping { html: rich_text(sheet), text: text(sheet, &unwrapped) },
        Copy::Notice(sheet) => {
            Clipping { html: withdrawal_html(sheet), text: withdrawal_text(sheet, &unwrapped) }
        }
        Copy::Bulletin(issue) => {
            Clipping { html: bulletin_html(issue), text: bulletin_text(issue, &unwrapped) }
        }
    }))
}

/// For what leave is asked, and when.
pub(crate) struct Leave<'a> {
    pub(crate) purpose: Purpose,
    pub(crate) rules: HouseRules,
    pub(crate) now: DateTime<Utc>,
    /// Whether it is enough to know that a text may not leave, without every reason.
    pub(crate) briefly: bool,
    pub(crate) proofreaders: Proofreaders<'a>,
}

impl<'a> Leave<'a> {
    fn preview(desk: &'a Desk, now: DateTime<Utc>) -> Result<Self, DeskError> {
        let (rules, proofreaders) = (HouseRules::of(desk)?, Proofreaders::of(desk));
        Ok(Self { purpose: Purpose::Preview, rules, now, briefly: true, proofreaders })
    }
}

/// What of a file is chosen beside its format.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape<'a> {
    /// Of a plain text.
    pub(crate) text: TextForm,
    /// To whom a mail goes.
    pub(crate) to: Option<&'a Mailbox>,
}

/// A text that may leave.
pub(crate) struct Outgoing {
    pub(crate) marking: Marking,
    page: Page,
}

enum Page {
    Release(Box<Cleared>),
    /// Of a release that was withdrawn.
    Notice(Box<Cleared>),
    Bulletin {
        bulletin: Bulletin,
        items: Vec<Cleared>,
        /// How many stay here because of their embargo.
        left_out: usize,
    },
}

/// A release with the marks that the gate gave it, and its pictures.
struct Cleared {
    release: Release,
    clearance: Clearance,
    pictures: Pictures,
    related: Related,
}

impl Outgoing {
    /// Takes a text from the desk, through the gate. Who takes many reads releases through a reader
    /// of their own.
    pub(crate) fn take(
        desk: &Desk,
        bulk: Option<&Bulk>,
        subject: Subject,
        leave: &Leave,
    ) -> Result<Self, ExportError> {
        match subject {
            Subject::Release(id) => Self::release(desk, bulk, id, leave),
            Subject::Bulletin(id) => Self::bulletin(desk, id, leave),
        }
    }

    fn release(
        desk: &Desk,
        bulk: Option<&Bulk>,
        id: ReleaseId,
        leave: &Leave,
    ) -> Result<Self, ExportError> {
        let release = bulk.map_or_else(|| desk.release(id), |bulk| bulk.release(id))?;
        let standing = standing(desk, &release, leave)?;
        let clearance = clear(&standing, leave.purpose, &leave.rules, leave.now)
            .map_err(|reasons| ExportError::Refused(vec![Refusal::release(&release, &reasons)]))?;
        let (marking, notice) = (clearance.marking.clone(), clearance.notice);
        let cleared = Box::new(Cleared::new(desk, bulk, release, clearance)?);
        let page = if notice { Page::Notice(cleared) } else { Page::Release(cleared) };
        Ok(Self { marking, page })
    }

    fn bulletin(desk: &Desk, id: BulletinId, leave: &Leave) -> Result<Self, ExportError> {
        let bulletin = desk.bulletin(id)?;
        let releases: Vec<Release> =
            bulletin.items.iter().map(|id| desk.release(*id)).collect::<Result<_, _>>()?;
        let standings: Vec<Standing> = releases
            .iter()
            .map(|release| standing(desk, release, leave))
            .collect::<Result<_, _>>()?;
        let (embargoed, purpose) = (bulletin.embargoed, leave.purpose);
        let clearance = clear_bulletin(&standings, embargoed, purpose, &leave.rules, leave.now)
            .map_err(|refused| {
                let refusal = |reason: BulletinReason| match reason {
                    BulletinReason::Item(place, reasons) => {
                        Refusal::release(&releases[place], &reasons)
                    }
                    BulletinReason::Empty => Refusal::empty(&bulletin),
                };
                ExportError::Refused(refused.into_iter().map(refusal).collect())
            })?;
        let mut releases: Vec<Option<Release>> = releases.into_iter().map(Some).collect();
        let mut items = Vec::with_capacity(clearance.items.len());
        for (place, item) in clearance.items {
            if let Some(release) = releases[place].take() {
                items.push(Cleared::new(desk, None, release, item)?);
            }
        }
        let left_out = clearance.embargoed.len();
        let marking = clearance.marking;
        Ok(Self { marking, page: Page::Bulletin { bulletin, items, left_out } })
    }

    pub(crate) fn named(&self) -> FileName {
        match &self.page {
            Page::Release(cleared) | Page::Notice(cleared) => {
                FileName::release(&cleared.release, &cleared.clearance)
            }
            Page::Bulletin { bulletin, .. } => FileName::bulletin(bulletin, &self.marking),
        }
    }

    pub(crate) fn origin(&self) -> Origin {
        match &self.page {
            Page::Release(cleared) | Page::Notice(cleared) => {
                let Release { id, revision, .. } = cleared.release;
                Origin::Release { release: id, revision }
            }
            Page::Bulletin { bulletin, items, .. } => Origin::Bulletin {
                bulletin: bulletin.id,
                items: items
                    .iter()
                    .map(|item| Item { release: item.release.id, revision: item.release.revision })
                    .collect(),
            },
        }
    }

    /// Whether it leaves only because somebody overruled the gate.
    pub(crate) fn is_overruled(&self) -> bool {
        self.releases().iter().any(|one| !one.clearance.overruled.is_empty())
    }

    fn releases(&self) -> &[Cleared] {
        match &self.page {
            Page::Release(cleared) | Page::Notice(cleared) => std::slice::from_ref(cleared),
            Page::Bulletin { items, .. } => items,
        }
    }

    /// What the editor should know about what was overruled and about the embargoes in it, in
    /// sentences.
    pub(crate) fn remarks(&self) -> Vec<Sentence> {
        let mut remarks: Vec<Sentence> =
            self.releases().iter().filter_map(Cleared::overruled).collect();
        let Page::Bulletin { left_out, .. } = &self.page else { return remarks };
        match left_out {
            0 => {}
            1 => remarks.push(say!("One item was left out because it is under embargo.")),
            n => remarks.push(say!("{n} items were left out because they are under embargo.", n)),
        }
        if let Some(embargo) = &self.marking.embargo {
            remarks.push(say!(
                "The bulletin is under embargo until {end} ({zone}), the latest of its items.",
                end = embargo.local().format("%Y-%m-%d %H:%M").to_string(),
                zone = embargo.zone_words()
            ));
        }
        remarks
    }

    /// That there is such a form of it.
    pub(crate) fn check(&self, format: Format) -> Result<(), ExportError> {
        use Format::{Email, Eml, Html, Text};
        let of = match &self.page {
            Page::Release(_) => return Ok(()),
            Page::Notice(_) => say!("a notice of withdrawal"),
            Page::Bulletin { .. } => say!("a bulletin"),
        };
        match format {
            Html | Email | Eml | Text => Ok(()),
            _ => Err(ExportError::NoForm { of, format }),
        }
    }

    /// Sets it in type, where one of the formats is a mail also as that, once for all who get it.
    pub(crate) fn set<T>(
        &self,
        formats: &[Format],
        office: &Office,
        theme: &Theme,
        with: impl FnOnce(&Typeset) -> T,
    ) -> T {
        let mails = formats.iter().any(|format| format.is_mail());
        match &self.page {
            Page::Release(cleared) => {
                let sheet = cleared.sheet(office);
                with(&Typeset {
                    copy: Copy::Release(&sheet),
                    theme,
                    mail: mails.then(|| mail(&sheet)),
                })
            }
            Page::Notice(cleared) => {
                let sheet = cleared.sheet(office);
                let mail = mails.then(|| withdrawal_mail(&sheet));
                with(&Typeset { copy: Copy::Notice(&sheet), theme, mail })
            }
            Page::Bulletin { bulletin, items, left_out } => {
                let items: Vec<Sheet> = items.iter().map(|item| item.sheet(office)).collect();
                let (marking, left_out) = (&self.marking, *left_out);
                let issue = Issue { bulletin, office, marking, items: &items, left_out };
                let mail = mails.then(|| bulletin_mail(&issue));
                with(&Typeset { copy: Copy::Bulletin(&issue), theme, mail })
            }
        }
    }
}

/// A text as the renderers take it.
enum Copy<'a> {
    Release(&'a Sheet<'a>),
    Notice(&'a Sheet<'a>),
    Bulletin(&'a Issue<'a>),
}

/// A text that is ready to be written in the formats it was set for.
pub(crate) struct Typeset<'a> {
    copy: Copy<'a>,
    theme: &'a Theme,
    mail: Option<Mail<'a>>,
}

impl Typeset<'_> {
    /// The bytes in one format. Where there is no such form, or it was not set as mail, the plain
    /// text stands in; [`Outgoing::check`] has refused that before.
    ///
    /// # Errors
    /// When a template of the office's own theme fails.
    pub(crate) fn bytes(&self, format: Format, shape: &Shape) -> Result<Vec<u8>, ThemeError> {
        match (&self.mail, format) {
            (Some(mail), Format::Eml) => return Ok(eml(mail, None, shape.to)),
            (Some(mail), Format::Email) => return Ok(alone(mail).into_bytes()),
            _ => {}
        }
        let page = match (&self.copy, format) {
            (Copy::Release(sheet), Format::Html) => self.theme.page(sheet)?,
            (Copy::Release(sheet), Format::Fragment) => fragment(sheet),
            (Copy::Release(sheet), Format::Markdown) => markdown(sheet),
            (Copy::Release(sheet), Format::Json) => json(sheet),
            (Copy::Release(sheet), _) => text(sheet, &shape.text),
            (Copy::Notice(sheet), Format::Html) => withdrawal_html(sheet),
            (Copy::Notice(sheet), _) => withdrawal_text(sheet, &shape.text),
            (Copy::Bulletin(issue), Format::Html) => self.theme.bulletin(issue)?,
            (Copy::Bulletin(issue), _) => bulletin_text(issue, &shape.text),
        };
        Ok(page.into_bytes())
    }

    /// Whether it was set as a mail that large services show only the beginning of.
    pub(crate) fn is_clipped(&self) -> bool {
        self.mail.as_ref().is_some_and(Mail::is_clipped)
    }
}

/// A mail's page as a file of its own: its pictures, which a mail brings beside it, inside.
fn alone(mail: &Mail) -> String {
    mail.pictures.iter().fold(mail.html.clone(), |page, (id, picture)| {
        let data = STANDARD.encode(&picture.bytes);
        page.replace(&format!("cid:{id}"), &format!("data:{};base64,{data}", picture.media_type))
    })
}

impl Cleared {
    /// Takes the text as it stands: what is only suggested stays here, and so do comments.
    fn new(
        desk: &Desk,
        bulk: Option<&Bulk>,
        mut release: Release,
        clearance: Clearance,
    ) -> Result<Self, ExportError> {
        release.content.settle();
        let image = |hash: &str| bulk.map_or_else(|| desk.image(hash), |bulk| bulk.image(hash));
        let pictures = pictures(&release.content, image)?;
        let related = related(desk, &release)?;
        Ok(Self { release, clearance, pictures, related })
    }

    /// What was overruled, as a sentence.
    fn overruled(&self) -> Option<Sentence> {
        let Self { release, clearance: Clearance { overruled, .. }, .. } = self;
        let reasons: Vec<_> = overruled.iter().map(|reason| reason.sentence()).collect();
        (!reasons.is_empty()).then(|| {
            let (id, reasons) = (release.id, Sentence::joined(reasons, "; "));
            say!(
                "Release {id} was let out although {reasons}. Your reason stands in the record.",
                id,
                reasons
            )
        })
    }

    fn sheet<'a>(&'a self, office: &'a Office) -> Sheet<'a> {
        let Self { release, clearance, pictures, related } = self;
        Sheet { release, office, marking: &clearance.marking, pictures, related }
    }
}

/// What a release corrects, and what corrects it.
fn related(desk: &Desk, release: &Release) -> Result<Related, DeskError> {
    let mut related = Related::default();
    if release.content.kind == Kind::Correction {
        let original = desk.corrected(&release.content)?;
        related.original =
            original.map(|one| Named::new(one.reference.as_deref(), &one.content.headline));
    }
    if release.stage.is_out() {
        let corrections = desk.corrections(release.id)?;
        let named =
            corrections.iter().map(|one| Named::new(one.reference.as_deref(), &one.headline));
        related.corrections = named.collect();
    }
    Ok(related)
}

/// The pictures that a text shows, from where they are kept.
pub(crate) fn pictures(
    content: &Content,
    kept: impl Fn(&str) -> Result<Option<dateline_store::Picture>, DeskError>,
) -> Result<Pictures, DeskError> {
    let mut pictures = Pictures::new();
    for hash in content.body.images().into_iter().chain(content.notes.images()) {
        if let Some(dateline_store::Picture { media_type, width, height, bytes }) = kept(hash)? {
            pictures.insert(hash.to_owned(), Picture { media_type, width, height, bytes });
        }
    }
    Ok(pictures)
}
