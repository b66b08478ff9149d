//! Releases of invented offices, one with every block, and one in each of five languages.

#![allow(clippy::unwrap_used, reason = "a sample that cannot be read is a mistake in the sample")]

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use dateline_model::{
    Body, Boilerplate, Bulletin, Contact, Content, Correction, DatelineStyle, Embargo,
    EmbargoedItems, EndMark, Kind, Office, Release, Stage,
};
use dateline_render::{Marking, Picture, Pictures, Related, Sheet};

/// A release with everything that a sheet borrows.
pub(crate) struct Sample {
    pub(crate) release: Release,
    pub(crate) office: Office,
    pub(crate) marking: Marking,
    pub(crate) pictures: Pictures,
    pub(crate) related: Related,
}

impl Sample {
    pub(crate) fn sheet(&self) -> Sheet<'_> {
        Sheet {
            release: &self.release,
            office: &self.office,
            marking: &self.marking,
            pictures: &self.pictures,
            related: &self.related,
        }
    }

    pub(crate) fn draft(mut self) -> Self {
        self.marking.draft = true;
        self
    }

    pub(crate) fn embargoed(mut self, until: &str) -> Self {
        self.marking.embargo = Some(Embargo::parse(until, self.office.zone).unwrap());
        self
    }

    pub(crate) fn american(mut self) -> Self {
        self.office.dateline = DatelineStyle::American;
        self.office.end_mark = EndMark::Hashes;
        self
    }
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

pub(crate) fn body(json: &str) -> Body {
    serde_json::from_str(json).unwrap()
}

pub(crate) fn vestmark() -> Office {
    Office {
        name: "Port of Vestmark".into(),
        desk: "Press desk".into(),
        url: "https://vestmark.example/news/".into(),
        zone: Tz::Europe__Oslo,
        ..Office::default()
    }
}

fn release(id: i64, content: Content) -> Release {
    Release {
        id,
        revision: id * 10,
        reference: None,
        section: String::new(),
        tags: Vec::new(),
        stage: Stage::Approved,
        trashed: false,
        approval: None,
        withdrawal: None,
        release_at: None,
        created: DateTime::UNIX_EPOCH,
        modified: DateTime::UNIX_EPOCH,
        content,
    }
}

fn press_desk() -> Contact {
    Contact {
        name: "Press desk".into(),
        role: "Port of Vestmark".into(),
        phone: "+47 5550 0100".into(),
        email: "press@vestmark.example".into(),
        hours: "weekdays 08:00 to 18:00".into(),
        ..Contact::default()
    }
}

/// A release with nothing in it.
pub(crate) fn empty() -> Sample {
    Sample {
        release: release(1, Content::default()),
        office: Office::default(),
        marking: Marking::default(),
        pictures: BTreeMap::new(),
        related: Related::default(),
    }
}

/// Every block and every slot.
pub(crate) fn exercise() -> Sample {
    let picture = Picture {
        media_type: "image/png".into(),
        width: 640,
        height: 320,
        bytes: include_bytes!("harbour.png").to_vec(),
    };
    let content = Content {
        kind: Kind::Report,
        headline: "Harbour and coast guard begin rescue exercise Clear Water 2026".into(),
        subhead: "Four countries practise a joint answer to a ferry accident in autumn seas".into(),
        place: "Vestmark".into(),
        date: day(2026, 10, 14),
        body: body(include_str!("exercise.json")),
        notes: body(
            r#"{"type":"doc","content":[
            {"type":"paragraph","content":[{"type":"text","text":"Photographers can board the pilot boat at 09:00 on 15 October; "},{"type":"text","text":"register","marks":[{"type":"link","attrs":{"href":"https://vestmark.example/press/boat"}}]},{"type":"text","text":" by noon the day before."}]},
            {"type":"paragraph","content":[{"type":"text","text":"“Clear Water” has been held every second year since 2009."}]}]}"#,
        ),
        boilerplates: vec![Boilerplate {
            title: "About the Port of Vestmark".into(),
            text: "The Port of Vestmark runs the harbour, the fairways and the traffic centre of the Vestmark coast.\n\nFounded in 1874, it handles 3.1 million tonnes a year: https://vestmark.example/figures.".into(),
            ..Boilerplate::default()
        }],
        contacts: vec![
            press_desk(),
            Contact {
                name: "Ingrid Solheim".into(),
                role: "harbour master".into(),
                phone: "+47 5550 0107".into(),
                ..Contact::default()
            },
        ],
        ..Content::default()
    };
    let mut release = release(118, content);
    release.reference = Some("2026/118".into());
    release.section = "Exercises".into();
    release.tags = vec!["coast guard".into(), "rescue".into()];
    Sample {
        release,
        office: vestmark(),
        marking: Marking::default(),
        pictures: BTreeMap::from([("harbour".to_owned(), picture)]),
        related: Related::default(),
    }
}

/// A correction in American style, of an office without an address.
pub(crate) fn correction() -> Sample {
    let content = Content {
        kind: Kind::Correction,
        language: "en-US".parse().unwrap(),
        headline: "Lake Harmon water authority corrects figures on spring flooding".into(),
        place: "New York".into(),
        date: day(2024, 7, 25),
        body: Body::of_paragraphs([
            "The authority’s release of July 23 gave the volume of water as 4.1 million gallons. It was 1.4 million gallons.",
            "The estimate of damage does not change.",
        ]),
        contacts: vec![Contact {
            name: "Dana Whitlock".into(),
            email: "dana.whitlock@harmon.example".into(),
            ..Contact::default()
        }],
        correction: Some(Correction {
            of: Some(7),
            reference: "2024/61".into(),
            what: "Corrects the volume of water in the second paragraph.".into(),
        }),
        ..Content::default()
    };
    let mut release = release(8, content);
    release.reference = Some("2024/62".into());
    Sample {
        release,
        office: Office {
            name: "Lake Harmon Water Authority".into(),
            zone: Tz::America__New_York,
            ..Office::default()
        },
        marking: Marking::default(),
        pictures: BTreeMap::new(),
        related: Related::default(),
    }
    .american()
}

fn foreign(id: i64, office: &str, content: Content, section: &str) -> Sample {
    let mut release = release(id, content);
    release.reference = Some(format!("2026/{id}"));
    release.section = section.into();
    Sample {
        release,
        office: Office { name: office.into(), ..Office::default() },
        marking: Marking::default(),
        pictures: BTreeMap::new(),
        related: Related::default(),
    }
}

pub(crate) fn french() -> Sample {
    let content = Content {
        language: "fr".parse().unwrap(),
        headline: "Le canal de Montreval rouvre à la navigation".into(),
        subhead: "Après six mois de travaux, les deux écluses sont de nouveau en service".into(),
        place: "Montreval".into(),
        date: day(2026, 8, 1),
        body: body(include_str!("french.json")),
        notes: Body::of_paragraphs(["Visite de presse le 3 août à 10\u{a0}h\u{a0}30."]),
        boilerplates: vec![Boilerplate {
            text: "Le Syndicat du canal gère 84\u{a0}km de voies d’eau.".into(),
            ..Boilerplate::default()
        }],
        contacts: vec![Contact {
            name: "Élodie Marchetti".into(),
            role: "service de presse".into(),
            phone: "+33 5 55 50 01 00".into(),
            email: "presse@montreval.example".into(),
            ..Contact::default()
        }],
        ..Content::default()
    };
    foreign(42, "Syndicat du canal de Montreval", content, "Travaux")
}

pub(crate) fn russian() -> Sample {
    let content = Content {
        kind: Kind::Statement,
        language: "ru".parse().unwrap(),
        headline: "Заявление пресс-службы порта Вестмарк о возобновлении навигации".into(),
        place: "Вестмарк".into(),
        date: day(2026, 4, 3),
        body: body(include_str!("russian.json")),
        contacts: vec![Contact {
            name: "Пресс-служба".into(),
            phone: "+47 5550 0100".into(),
            email: "press@vestmark.example".into(),
            hours: "по будням с 8:00 до 18:00".into(),
            ..Contact::default()
        }],
        ..Content::default()
    };
    foreign(19, "Порт Вестмарк", content, "Навигация")
}

pub(crate) fn arabic() -> Sample {
    let content = Content {
        language: "ar".parse().unwrap(),
        headline: "ميناء النورس يفتح رصيفًا جديدًا للركاب".into(),
        subhead: "الرصيف يستقبل أربع عبّارات في اليوم ابتداءً من الأحد".into(),
        place: "النورس".into(),
        date: day(2026, 3, 15),
        body: body(include_str!("arabic.json")),
        notes: Body::of_paragraphs(["يُسمح بالتصوير من الرصيف رقم 3.", "خريطة الموقع متاحة لدى المكتب الإعلامي."]),
        boilerplates: vec![Boilerplate { title: "عن ميناء النورس".into(), text: "يدير الميناء حركة السفن في خليج النورس منذ عام 1961. الموقع: https://nawras.example/ar".into(), ..Boilerplate::default() }],
        contacts: vec![Contact { name: "Layla Haddad".into(), role: "المكتب الإعلامي".into(), phone: "+999 2 555 0100".into(), email: "media@nawras.example".into(), hours: "من 9:00 إلى 17:00".into(), ..Contact::default() }],
        ..Content::default()
    };
    foreign(31, "ميناء النورس", content, "الموانئ")
}

pub(crate) fn japanese() -> Sample {
    let content = Content {
        language: "ja".parse().unwrap(),
        headline: "汐見港、自動運航フェリーの実証実験を開始".into(),
        subhead: "四か国の技術者が参加し、冬の海で安全性を確かめます".into(),
        place: "汐見".into(),
        date: day(2026, 11, 24),
        body: body(include_str!("japanese.json")),
        notes: Body::of_paragraphs(["取材をご希望の方は、11月20日正午までにお申し込みください。"]),
        boilerplates: vec![Boilerplate {
            title: "汐見港について".into(),
            text: "汐見港は1921年に開港した地域最大の旅客港です。".into(),
            ..Boilerplate::default()
        }],
        contacts: vec![Contact {
            name: "広報室".into(),
            phone: "+81 50 5550 0100".into(),
            email: "press@shiomi.example".into(),
            ..Contact::default()
        }],
        ..Content::default()
    };
    foreign(77, "汐見港湾局", content, "実証実験")
}

/// What a bulletin of several of these says of itself.
pub(crate) fn weekly() -> Bulletin {
    Bulletin {
        id: 1,
        masthead: "Vestmark Weekly".into(),
        issue: "42".into(),
        date: day(2026, 10, 16),
        language: "en-GB".parse().unwrap(),
        introduction: "The week in the harbour, on the canal and at the press desk.\n\nAll items are free to use; see https://vestmark.example/terms.".into(),
        items: vec![118, 42, 31],
        form: dateline_model::ItemForm::Full,
        embargoed: EmbargoedItems::LeaveOut,
    }
}

/// Every sample by name.
pub(crate) fn all() -> Vec<(&'static str, Sample)> {
    vec![
        ("exercise", exercise()),
        ("draft", exercise().draft()),
        ("embargo", exercise().embargoed("2026-10-15 00:01")),
        ("correction", correction()),
        ("french", french()),
        ("russian", russian()),
        ("arabic", arabic()),
        ("arabic-embargo", arabic().draft().embargoed("2026-03-16 00:01")),
        ("japanese", japanese()),
        ("empty", empty()),
    ]
}
