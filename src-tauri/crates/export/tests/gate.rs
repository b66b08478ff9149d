//! The gate as an export meets it: every combination of stage, embargo, suggestion, finding and
//! format, held to the rule as an office would state it.

#![cfg(test)]

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use chrono::{DateTime, Utc};
use dateline_export::{
    ExportError, Format, HouseRules, Order, Purpose, Subject, TextForm, Theme, What, export,
};
use dateline_model::{
    Block, Body, Contact, Content, Embargo, Inline, Marks, Office, ReleaseId, Stage, Suggestion,
};
use dateline_store::{Desk, Move, NewRelease};

fn now() -> DateTime<Utc> {
    "2026-10-14T09:00:00Z".parse().unwrap()
}

/// One combination, and how its release came to stand there.
#[derive(Clone, Copy, Debug)]
struct Case {
    stage: Stage,
    /// Whether it came in as it stands, and was not approved on this desk.
    archive: bool,
    embargo: bool,
    suggestion: bool,
    error: bool,
}

/// What an export did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Leaves,
    Draft,
    Stays,
}

/// The rule, in an office's words and not in the gate's.
fn rule(case: Case, purpose: Purpose) -> Outcome {
    let Case { stage, suggestion, error, .. } = case;
    match (stage, purpose) {
        // What was withdrawn leaves in no form.
        (Stage::Withdrawn, _) => Outcome::Stays,
        // What readers have leaves as it is.
        (Stage::Released | Stage::Corrected, _) => Outcome::Leaves,
        // What is approved leaves when nothing is open in it.
        (Stage::Approved, _) if !suggestion && !error => Outcome::Leaves,
        // Somebody may let an approved text leave with what is open in it, and says why.
        (Stage::Approved, Purpose::Overruled) => Outcome::Leaves,
        // Anything else leaves as a draft, where a draft is asked for.
        (_, Purpose::Draft) => Outcome::Draft,
        _ => Outcome::Stays,
    }
}

fn cases() -> Vec<Case> {
    const BOTH: [bool; 2] = [false, true];
    let mut all = Vec::new();
    for stage in Stage::ALL {
        for archive in BOTH {
            // What is not out was made here; nothing comes in as approved.
            if archive && stage <= Stage::Approved {
                continue;
            }
            for embargo in BOTH {
                for suggestion in BOTH {
                    for error in BOTH {
                        all.push(Case { stage, archive, embargo, suggestion, error });
                    }
                }
            }
        }
    }
    all
}

fn content(case: Case) -> Content {
    let id = Suggestion { id: "s".into(), by: "Bo".into(), at: "2026-10-14T08:00:00Z".into() };
    let text = |text: &str, insertion| Inline::Text {
        text: text.into(),
        marks: Marks { insertion, ..Marks::default() },
    };
    let mut line = vec![text("The fairway is open.", None)];
    if case.suggestion {
        line.push(text(" To all.", Some(id)));
    }
    if case.error {
        line.push(text(" It closes on 31 February 2026.", None));
    }
    Content {
        headline: "Fairway open".into(),
        place: "Vestmark".into(),
        date: Some(now().date_naive()),
        body: Body(vec![Block::Paragraph(line)]),
        contacts: vec![Contact { name: "Press desk".into(), ..Contact::default() }],
        embargo: case.embargo.then(|| Embargo {
            until: "2026-10-20T07:00:00Z".parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }),
        ..Content::default()
    }
}

/// Puts a release on the desk and takes it where it shall stand.
fn put(desk: &Desk, case: Case) -> ReleaseId {
    let stage = if case.archive { case.stage } else { Stage::Draft };
    let new = NewRelease { content: content(case), stage, ..NewRelease::default() };
    let id = desk.create_release(new, "Ada", now()).unwrap().id;
    let way: &[Stage] = match case.stage {
        _ if case.archive => &[],
        Stage::Draft => &[],
        Stage::Review => &[Stage::Review],
        Stage::Approved => &[Stage::Approved],
        Stage::Released => &[Stage::Approved, Stage::Released],
        Stage::Corrected => &[Stage::Approved, Stage::Released, Stage::Corrected],
        Stage::Withdrawn => &[Stage::Approved, Stage::Released, Stage::Withdrawn],
    };
    for stage in way {
        let why = (*stage == Stage::Withdrawn).then(|| "It was wrong.".to_owned());
        desk.set_stage(id, Move { stage: *stage, by: "Bo".into(), why, at: now() }).unwrap();
    }
    id
}

/// Exports in one format, and looks what came of it.
fn ask(
    desk: &Desk,
    id: ReleaseId,
    format: Format,
    purpose: Purpose,
    case: Case,
    to: &Path,
) -> Outcome {
    let order = Order {
        formats: &[format],
        theme: &Theme::default(),
        form: TextForm::default(),
        recipients: &[],
        folder: to,
        purpose: if purpose == Purpose::Overruled { Purpose::Final } else { purpose },
        overrule: (purpose == Purpose::Overruled).then_some("It was agreed on the phone."),
        replace: false,
        zones: None,
        signer: None,
        rules: HouseRules::default(),
        by: "Ada",
        now: now(),
    };
    let done = match export(desk, &What::Chosen(vec![Subject::Release(id)]), &order) {
        Ok(done) => done,
        Err(ExportError::Refused(_)) => {
            assert!(!to.exists(), "{case:?} left something behind");
            return Outcome::Stays;
        }
        Err(error) => panic!("{case:?}: {error}"),
    };
    let [written] = &done.written[..] else { panic!("{case:?}: {:?}", done.written) };
    let text = String::from_utf8(fs::read(&written.path).unwrap()).unwrap();
    let marked = [written.file.contains("EMBARGO"), written.marking.embargo.is_some()];
    assert_eq!(marked, [case.embargo; 2], "{case:?} as {format}");
    if case.embargo && !matches!(format, Format::Eml) {
        let line = if format == Format::Json { "2026-10-20" } else { "20 October 2026" };
        assert!(text.contains(line), "{case:?} as {format}:\n{text}");
    }
    if written.file.contains("DRAFT") { Outcome::Draft } else { Outcome::Leaves }
}

#[test]
fn every_combination_is_decided_as_the_office_would() {
    let room = tempfile::tempdir().unwrap();
    let desk = Desk::create(room.path().join("a.dateline"), &Office::default()).unwrap();
    let mut table = BTreeMap::new();
    let mut folders = 0;
    for case in cases() {
        let id = put(&desk, case);
        for purpose in [Purpose::Final, Purpose::Draft, Purpose::Overruled] {
            for format in Format::ALL {
                folders += 1;
                let to = room.path().join(folders.to_string());
                let outcome = ask(&desk, id, format, purpose, case, &to);
                assert_eq!(outcome, rule(case, purpose), "{case:?} as {format} for {purpose:?}");
                let Case { stage, archive, suggestion, error, .. } = case;
                table.insert((stage, archive, suggestion, error, format!("{purpose:?}")), outcome);
            }
        }
    }
    let mut shown = String::new();
    writeln!(
        shown,
        "{:18} {:11} {:6}  {:8} {:8} overruled",
        "", "suggestion", "error", "final", "draft"
    )
    .unwrap();
    let mut rows: Vec<_> = table.keys().map(|(a, b, c, d, _)| (*a, *b, *c, *d)).collect();
    rows.dedup();
    for (stage, archive, suggestion, error) in rows {
        let came = if archive { "archive" } else { "" };
        let open = |open, word| if open { word } else { "" };
        let of = |purpose: &str| {
            format!("{:?}", table[&(stage, archive, suggestion, error, purpose.to_owned())])
        };
        let row = format!(
            "{:9} {came:8} {:11} {:6}  {:8} {:8} {}",
            stage.as_str(),
            open(suggestion, "open"),
            open(error, "found"),
            of("Final"),
            of("Draft"),
            of("Overruled"),
        );
        writeln!(shown, "{}", row.trim_end()).unwrap();
    }
    insta::assert_snapshot!(shown);
}
