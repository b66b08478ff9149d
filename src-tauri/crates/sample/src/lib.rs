//! A finished desk of an invented office, the Port of Vestmark: to look at, to edit, to throw away.
//!
//! It is made as a press office would have made it: texts imported, approved by a colleague, sent
//! out, corrected, withdrawn. What is dated from the day on which the desk is made stands in the
//! future or today; everything else has the day it tells of.

mod texts;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use dateline_import::Draft;
use dateline_model::{
    Block, Boilerplate, Bulletin, Contact, Correction, Embargo, EmbargoedItems, ItemForm, Language,
    Office, ReleaseId, Stage,
};
use dateline_store::{Cause, Desk, DeskError, LabelSort, Move, NamedPlace, NewRelease, Person};

use texts::{Course, TEXTS, Text};

/// Who writes, and who approves.
const WRITER: &str = "Kari Nyman";
const APPROVER: &str = "Olav Brekke";

/// The only picture; a text names it by the name of its file.
const PICTURE: (&str, &[u8]) = ("mole-light.png", include_bytes!("../data/mole-light.png"));

/// The colours of the tags that an editor looks for most.
const TAG_COLOURS: [(&str, &str); 6] = [
    ("dredging", "#a8763e"),
    ("environment", "#4d8f6b"),
    ("ferries", "#8a5fa8"),
    ("rescue", "#c2542d"),
    ("safety", "#b3912a"),
    ("winter traffic", "#5277b0"),
];

/// The zone of the office.
const ZONE: Tz = Tz::Europe__Oslo;

/// The office that the sample is of.
pub fn office() -> Office {
    Office {
        name: "Port of Vestmark".to_owned(),
        desk: "Press desk".to_owned(),
        url: "https://news.vestmark.example/".to_owned(),
        language: Language::english(),
        zone: ZONE,
        ..Office::default()
    }
}

/// Fills a new, empty desk at `now`.
///
/// # Errors
/// When the desk cannot be written.
pub fn fill(desk: &Desk, now: DateTime<Utc>) -> Result<(), DeskError> {
    let pieces = library(desk, now)?;
    let mut released: Vec<(String, ReleaseId)> = Vec::new();
    for text in TEXTS {
        let id = write(desk, text, &pieces, &released, now)?;
        if let Some(reference) = desk.release(id)?.reference {
            released.push((reference, id));
        }
    }
    for (tag, colour) in TAG_COLOURS {
        desk.put_label(LabelSort::Tag, tag, Some(colour))?;
    }
    let items = ["2026/118", "2026/116", "2026/117", "2026/115"];
    let items = items.iter().filter_map(|reference| find(&released, reference)).collect();
    desk.put_bulletin(&Bulletin {
        id: 0,
        masthead: "Vestmark Weekly".to_owned(),
        issue: "42".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 10, 16),
        language: Language::english(),
        introduction: "The week belonged to the rescue crews: eleven vessels from four countries \
                       practised in the outer roads.\n\nAnd the inner basin is deeper, three weeks \
                       before anybody expected it."
            .to_owned(),
        items,
        form: ItemForm::Full,
        embargoed: EmbargoedItems::Hold,
    })?;
    Ok(())
}

/// The shared pieces in one language.
struct Pieces {
    language: &'static str,
    contact: Contact,
    boilerplate: Boilerplate,
}

fn library(desk: &Desk, now: DateTime<Utc>) -> Result<Vec<Pieces>, DeskError> {
    let mut all = Vec::new();
    for (language, name, hours, title, text) in [
        (
            "en",
            "Press desk, Port of Vestmark",
            "weekdays 08:00 to 18:00",
            "About the Port of Vestmark",
            "The Port of Vestmark runs the harbour, the fairways and the traffic centre of the \
             Vestmark coast. It belongs to the town and the county, employs 340 people and handles \
             about 16 million tonnes of goods a year.",
        ),
        (
            "fr",
            "Service de presse, port de Vestmark",
            "en semaine de 8 h à 18 h",
            "À propos du port de Vestmark",
            "Le port de Vestmark exploite le port, les chenaux et le centre de surveillance du \
             trafic de la côte de Vestmark. Il emploie 340 personnes et traite environ 16 millions \
             de tonnes de marchandises par an.",
        ),
        (
            "ru",
            "Пресс-служба порта Вестмарк",
            "по будням с 8:00 до 18:00",
            "О порте Вестмарк",
            "В ведении порта Вестмарк находятся гавань, фарватеры и центр управления движением \
             судов побережья Вестмарка. В порту работают 340 человек; его грузооборот составляет \
             около 16 миллионов тонн в год.",
        ),
        (
            "ar",
            "المكتب الصحفي لميناء فيستمارك",
            "أيام العمل من 8:00 إلى 18:00",
            "عن ميناء فيستمارك",
            "يدير ميناء فيستمارك المرفأ والممرات الملاحية ومركز مراقبة الملاحة على ساحل فيستمارك. \
             ويعمل فيه 340 شخصاً، ويناول نحو 16 مليون طن من البضائع سنوياً.",
        ),
    ] {
        let mut contact = Contact {
            name: name.to_owned(),
            phone: "+47 5550 0100".to_owned(),
            email: "press@vestmark.example".to_owned(),
            hours: hours.to_owned(),
            ..Contact::default()
        };
        let mut boilerplate = Boilerplate {
            title: title.to_owned(),
            text: text.to_owned(),
            ..Boilerplate::default()
        };
        contact.id = Some(desk.put_contact(&contact, WRITER, now)?.id);
        boilerplate.id = Some(desk.put_boilerplate(&boilerplate, WRITER, now)?.id);
        all.push(Pieces { language, contact, boilerplate });
    }
    for (name, position) in [
        ("Birgit Aasen", "mayor of Vestmark"),
        ("Tomas Eide", "port director"),
        ("Amal Haddad", "head of the shore power project"),
        ("Ingrid Halvorsen", "harbour master"),
        ("Jonas Lind", "head of the pilot station"),
        ("Maren Solberg", "head of environment"),
    ] {
        let (name, position) = (name.to_owned(), position.to_owned());
        desk.put_person(&Person { name, position, ..Person::default() })?;
    }
    for name in ["Vestmark", "Skarholm", "Ostvik"] {
        desk.put_place(&NamedPlace { name: name.to_owned(), ..NamedPlace::default() })?;
    }
    Ok(all)
}

/// Makes a release and takes it as far as it has come.
fn write(
    desk: &Desk,
    text: &Text,
    pieces: &[Pieces],
    released: &[(String, ReleaseId)],
    now: DateTime<Utc>,
) -> Result<ReleaseId, DeskError> {
    let today = now.with_timezone(&ZONE).date_naive();
    let mut draft = read(text, today);
    for image in &draft.images {
        desk.put_image(&image.bytes, &image.media_type, image.width, image.height)?;
    }
    let content = &mut draft.content;
    let unfinished = matches!(text.course, Course::Draft | Course::Trashed);
    let spoken = content.language.primary();
    if let Some(pieces) = pieces.iter().find(|pieces| pieces.language == spoken)
        && !unfinished
    {
        content.contacts = vec![pieces.contact.clone()];
        content.boilerplates = vec![pieces.boilerplate.clone()];
    }
    match &text.course {
        Course::Approved | Course::Review => content.date = Some(today),
        Course::Embargoed(days) => {
            content.date = Some(today + *days);
            content.embargo = embargo(today + *days);
        }
        Course::Correction(of, what) => {
            content.correction = Some(Correction {
                of: find(released, of),
                reference: (*of).to_owned(),
                what: (*what).to_owned(),
            });
        }
        _ => {}
    }
    for block in &mut content.body.0 {
        if let Block::Figure(figure) = block {
            figure.credit = "Port of Vestmark".to_owned();
        }
    }
    // Written in the morning of the day that it is dated; a text for next week, this morning.
    let written = morning(content.date.unwrap_or(today).min(today)).min(now);
    let stage = if unfinished { Stage::Draft } else { Stage::Review };
    let new = NewRelease {
        content: draft.content,
        section: draft.section.unwrap_or_default(),
        tags: draft.tags,
        stage,
        reference: draft.reference,
        cause: Cause::Created,
        source: None,
    };
    let id = desk.create_release(new, WRITER, written)?.id;
    follow(desk, id, &text.course, written, now)?;
    match &text.course {
        Course::Edition(of) => {
            if let Some(source) = find(released, of) {
                desk.link_edition(id, source)?;
            }
        }
        Course::Approved => {
            desk.plan(id, Some(morning(today + Days::new(1))), WRITER, now)?;
        }
        _ => {}
    }
    Ok(id)
}

/// Reads a text, with its picture inside.
fn read(text: &Text, today: NaiveDate) -> Draft {
    let (name, bytes) = PICTURE;
    let address = format!("data:image/png;base64,{}", STANDARD.encode(bytes));
    let markdown = text.markdown.replace(name, &address);
    let drafts = dateline_import::read(text.name, markdown.as_bytes(), today).unwrap_or_default();
    drafts.into_iter().next().unwrap_or_default()
}

/// Takes the steps that bring a release to where it stands.
fn follow(
    desk: &Desk,
    id: ReleaseId,
    course: &Course,
    written: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let step = |stage, hours, by: &str, why: Option<&str>| {
        let at = (written + TimeDelta::hours(hours)).min(now);
        let (by, why) = (by.to_owned(), why.map(str::to_owned));
        desk.set_stage(id, Move { stage, by, why, at })
    };
    match course {
        Course::Draft | Course::Review => return Ok(()),
        Course::Trashed => {
            desk.trash(id, WRITER, now)?;
            return Ok(());
        }
        _ => step(Stage::Approved, 1, APPROVER, None)?,
    };
    match course {
        Course::Approved | Course::Embargoed(_) => {}
        Course::Withdrawn(why) => {
            step(Stage::Released, 2, WRITER, None)?;
            step(Stage::Withdrawn, 26, APPROVER, Some(why))?;
        }
        // The correction itself makes its original a corrected one when it goes out.
        _ => {
            step(Stage::Released, 2, WRITER, None)?;
        }
    }
    Ok(())
}

fn find(released: &[(String, ReleaseId)], reference: &str) -> Option<ReleaseId> {
    released.iter().find(|(known, _)| known == reference).map(|(_, id)| *id)
}

/// Eight in the morning in Greenwich, when the office has been at work for an hour or two.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(8)
}

/// The first minute of a day at the office, as custom has it.
fn embargo(day: NaiveDate) -> Option<Embargo> {
    Embargo::at(day.and_hms_opt(0, 1, 0)?, ZONE).ok()
}
