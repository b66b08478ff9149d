//! Lists and search: order, pages, the search language, snippets.

use chrono_tz::Tz;
use dateline_model::{Content, Embargo, Kind, Office, Stage};
use dateline_store::{Cause, Cursor, NewRelease, Order, Page, Question, Queue, Row};

use crate::common::{Room, complete, dated, names};

/// Every row that answers, page by page.
fn all(room: &Room, question: Question) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut after: Option<Cursor> = question.after.clone();
    loop {
        let page: Page = room.list(Question { after, ..question.clone() });
        assert!(page.rows.len() <= question.limit as usize);
        rows.extend(page.rows);
        after = page.next;
        if after.is_none() {
            return rows;
        }
    }
}

fn archive(room: &Room, count: usize) {
    let new = (0..count).map(|n| NewRelease {
        content: dated(
            &format!("{}{n}", if n % 3 == 0 { "Fairway " } else { "Notice " }),
            &format!("20{:02}-{:02}-{:02}", 10 + n * 7 % 15, 1 + n * 5 % 12, 1 + n * 11 % 28),
            &"The fairway is open. ".repeat(1 + n % 5),
        ),
        tags: names(if n % 4 == 0 { &["rescue"] } else { &[] }),
        stage: Stage::Released,
        cause: Cause::Imported,
        ..NewRelease::default()
    });
    room.desk.create_releases(new.collect(), "Ada", room.now).unwrap();
}

#[test]
fn newest_first_and_undated_where_they_were_made() {
    let mut room = Room::new();
    room.create(dated("2024", "2024-07-25", ""));
    room.create(Content { headline: "Undated".into(), ..Content::default() });
    let plan = room.create(dated("Next year", "2027-01-01", ""));
    room.create(dated("Today", "2026-10-14", ""));
    assert_eq!(room.find(""), ["Next year", "Today", "Undated", "2024"]);
    // A date that changes moves the release, in the list and in the index.
    room.later(1);
    let moved = Content { date: Some("2020-02-29".parse().unwrap()), ..plan.content.clone() };
    room.desk.save(plan.id, plan.revision, &moved, Cause::Typing, "Ada", room.now).unwrap();
    assert_eq!(room.find(""), ["Today", "Undated", "2024", "Next year"]);
    assert_eq!(room.find("year"), ["Next year"]);
    assert_eq!(room.find("before:2021"), ["Next year"]);
}

#[test]
fn pages_leave_nothing_out_and_show_nothing_twice() {
    let room = Room::new();
    archive(&room, 700);
    for text in ["", "fairway", "tag:rescue open", "-fairway"] {
        for order in [Order::Newest, Order::Best] {
            for limit in [7, 50, 1000] {
                let question = Question { text: text.into(), order, limit, ..Question::default() };
                let total = room.list(question.clone()).total as usize;
                let rows = all(&room, question);
                let mut ids: Vec<_> = rows.iter().map(|row| row.id).collect();
                if order == Order::Newest {
                    assert!(rows.is_sorted_by(|a, b| a.date >= b.date), "{text}");
                }
                ids.sort_unstable();
                ids.dedup();
                assert_eq!((rows.len(), ids.len()), (total, total), "{text} {order:?} {limit}");
            }
        }
    }
}

#[test]
fn counting_stops_where_nobody_reads_on_and_paging_does_not() {
    let room = Room::new();
    archive(&room, 1_001);
    for (text, total, is_floor) in [
        ("", 1_001, false),
        ("fairway", 1_000, true),
        ("fairway tag:rescue", 251, false),
        ("\"fairway is open\"", 200, true),
    ] {
        for order in [Order::Newest, Order::Best] {
            let question = Question { text: text.into(), order, limit: 90, ..Question::default() };
            let page = room.list(question.clone());
            assert_eq!((page.total, page.total_is_floor), (total, is_floor), "{text}, {order:?}");
            let every = if is_floor { 1_001 } else { total as usize };
            assert_eq!(all(&room, question).len(), every, "{text}, {order:?}");
        }
    }
}

#[test]
fn by_stage_and_newest_within() {
    let room = Room::new();
    archive(&room, 90);
    for (n, stage) in
        [Stage::Draft, Stage::Review, Stage::Withdrawn].into_iter().cycle().take(9).enumerate()
    {
        room.create_filed(dated(&format!("More {n}"), "2015-01-01", "fairway"), "", &[], stage);
    }
    for text in ["", "fairway"] {
        for limit in [1, 3, 7, 1000] {
            let question =
                Question { text: text.into(), order: Order::Stage, limit, ..Question::default() };
            let rows = all(&room, question.clone());
            assert!(rows.is_sorted_by(|a, b| (a.stage, b.date) <= (b.stage, a.date)));
            assert_eq!(rows.len() as u32, room.list(question).total);
        }
    }
}

#[test]
fn a_page_stays_complete_while_releases_come_and_go() {
    let room = Room::new();
    archive(&room, 60);
    let question = Question { limit: 20, ..Question::default() };
    let first = room.list(question.clone());
    room.create(dated("New", "2030-01-01", ""));
    room.desk.trash(first.rows[19].id, "Ada", room.now).unwrap();
    let rest = all(&room, Question { after: first.next, ..question });
    assert_eq!(rest.len(), 40);
}

#[test]
fn best_first_puts_the_headline_above_the_text() {
    let room = Room::new();
    archive(&room, 300);
    room.create(dated("Dredging ends", "2001-01-01", "Nothing else."));
    for day in 1..=28 {
        room.create(dated("Figures", &format!("2026-01-{day:02}"), "Dredging went on."));
    }
    let best = |text: &str| {
        let page =
            room.list(Question { text: text.into(), order: Order::Best, ..Question::default() });
        page.rows.into_iter().next().unwrap().headline
    };
    assert_eq!(best("dredging"), "Dredging ends");
    let newest = Question { text: "dredging".into(), ..Question::default() };
    assert_eq!(room.list(newest).rows[0].headline, "Figures");
}

#[test]
fn a_phrase_in_the_headline_is_one_only_where_its_words_stand_together() {
    let room = Room::new();
    room.create(dated("Ends of all dredging", "2001-01-01", "Nothing else."));
    room.create(dated("Dredging ends here", "2001-01-02", "Nothing else."));
    for day in 1..=90 {
        let date = chrono::NaiveDate::from_yo_opt(2026, day).unwrap().to_string();
        room.create(dated("Figures", &date, "So dredging ends."));
    }
    let text = "\"dredging ends\"".to_owned();
    let found = all(&room, Question { text, order: Order::Best, ..Question::default() });
    assert_eq!(found.len(), 91);
    assert_eq!(found[0].headline, "Dredging ends here");
}

#[test]
fn words_phrases_exclusions_and_prefixes() {
    let room = Room::new();
    room.create(dated("Clear Water begins", "2026-01-03", "Rescue exercise in the outer roads."));
    room.create(dated("Water is clear", "2026-01-02", "No exercise at Ørsta, says Søren Žižka."));
    room.create(dated("Harbour’s figures", "2026-01-01", "A record. Reference 12/2026."));
    assert_eq!(room.find("water clear"), ["Clear Water begins", "Water is clear"]);
    assert_eq!(room.find("\"clear water\""), ["Clear Water begins"]);
    assert_eq!(room.find("exercise -rescue"), ["Water is clear"]);
    assert_eq!(room.find("-exercise"), ["Harbour’s figures"]);
    assert_eq!(room.find("exer"), ["Clear Water begins", "Water is clear"]);
    assert_eq!(room.find("exer "), [""; 0], "a word typed to its end means itself");
    assert_eq!(room.find("exer* roads"), ["Clear Water begins"]);
    assert_eq!(room.find("orsta zizka"), ["Water is clear"]);
    assert_eq!(room.find("HARBOUR'S"), ["Harbour’s figures"]);
    assert_eq!(room.find("12/2026"), ["Harbour’s figures"]);
    assert_eq!(room.find("nothing"), [""; 0]);
}

#[test]
fn every_script_is_found() {
    let room = Room::new();
    for (headline, text) in [
        ("Учения «Чистая вода»", "Экипажи из четырёх стран; наш гость — Йенс."),
        ("تمرين الإنقاذ", "بدأت الفِرَق تمرينها في ميناء فيستمارك."),
        ("東京都の港湾訓練", "消防艇が救助訓練を行った。"),
        ("การฝึกซ้อมกู้ภัย", "ท่าเรือเวสต์มาร์กเปิดการฝึก"),
        ("부산항 구조 훈련", "네 나라의 선원들이 참가했다."),
        ("तटरक्षक अभ्यास", "चार देशों के दल शामिल हुए।"),
        ("Άσκηση διάσωσης", "Τέσσερις χώρες στο λιμάνι."),
    ] {
        room.create(dated(headline, "2026-01-01", text));
    }
    let finds = |text: &str, headline: &str| assert_eq!(room.find(text), [headline], "{text}");
    finds("четырех стран", "Учения «Чистая вода»");
    finds("йенс", "Учения «Чистая вода»");
    finds("الفرق", "تمرين الإنقاذ");
    finds("الانقاذ", "تمرين الإنقاذ");
    finds("港湾", "東京都の港湾訓練");
    finds("救助訓練", "東京都の港湾訓練");
    finds("กู้ภัย", "การฝึกซ้อมกู้ภัย");
    finds("구조", "부산항 구조 훈련");
    finds("देशों", "तटरक्षक अभ्यास");
    finds("ασκηση", "Άσκηση διάσωσης");
    assert_eq!(room.find("湾港"), [""; 0], "characters count in their order");
}

#[test]
fn filters_narrow_and_combine() {
    let room = Room::new();
    let content = |headline: &str, date: &str, kind, language: &str| Content {
        kind,
        language: language.parse().unwrap(),
        ..dated(headline, date, "Rescue.")
    };
    let file = |content, section: &str, tags: &[&str], stage| {
        room.create_filed(content, section, tags, stage);
    };
    file(
        content("A", "2024-07-19", Kind::News, "en-GB"),
        "News",
        &["winter traffic"],
        Stage::Released,
    );
    file(
        content("B", "2024-07-25", Kind::Statement, "ru"),
        "Statements",
        &["rescue"],
        Stage::Draft,
    );
    file(
        content("C", "2026-01-01", Kind::News, "en-US"),
        "News",
        &["rescue", "winter traffic"],
        Stage::Review,
    );
    assert_eq!(room.find("tag:rescue"), ["C", "B"]);
    assert_eq!(room.find("tag:\"Winter Traffic\" section:news"), ["C", "A"]);
    assert_eq!(room.find("-tag:rescue"), ["A"]);
    assert_eq!(room.find("stage:review"), ["C"]);
    assert_eq!(room.find("kind:speech rescue"), ["B"]);
    assert_eq!(room.find("language:en"), ["C", "A"]);
    assert_eq!(room.find("language:en-US"), ["C"]);
    assert_eq!(room.find("after:2024-07-25"), ["C", "B"]);
    assert_eq!(room.find("before:2024-07-25"), ["A"]);
    assert_eq!(room.find("after:2024 before:2025"), ["B", "A"]);
    assert_eq!(room.find("-before:2025"), ["C"]);
    let question = Question {
        queue: Queue::Draft,
        tag: Some("rescue".into()),
        text: "resc".into(),
        ..Question::default()
    };
    assert_eq!(room.list(question).rows.len(), 1);
    let stage = Question { stage: Some(Stage::Released), ..Question::default() };
    assert_eq!(room.list(stage).rows.len(), 1);
}

#[test]
fn a_filter_finds_while_its_value_is_typed() {
    let room = Room::new();
    room.create_filed(complete("A"), "News", &["ferry"], Stage::Released);
    room.create_filed(complete("B"), "News", &["ferry traffic"], Stage::Review);
    assert_eq!(room.find("tag:fer"), ["B", "A"]);
    assert_eq!(room.find("tag:ferry"), ["A"], "a name that is whole is meant");
    assert_eq!(room.find("tag:\"ferry tr"), ["B"]);
    assert_eq!(room.find("tag:fer "), [""; 0]);
    assert_eq!(room.find("stage:re"), ["B", "A"]);
    assert_eq!(room.find("stage:rel"), ["A"]);
    assert_eq!(room.find("after:this-year"), ["B", "A"]);
    assert_eq!(room.find("after:tomorrow"), [""; 0]);
    room.create(Content { language: "en-US".parse().unwrap(), ..complete("C") });
    assert_eq!(room.find("language:en-"), ["C", "B", "A"]);
    assert_eq!(room.find("language:en-u"), ["C"]);
    assert_eq!(room.find("language:en-u "), [""; 0]);
}

#[test]
fn today_is_the_office_s_own() {
    let room = Room::new();
    let zone = "America/Los_Angeles".parse().unwrap();
    room.desk.set_office(&Office { zone, ..Office::default() }).unwrap();
    let on = |headline: &str, day: &str| {
        room.create(Content { date: day.parse().ok(), ..complete(headline) });
    };
    on("A", "2026-10-13");
    on("B", "2026-10-14");
    // Six in the evening of the 14th there, and already the 15th in Greenwich.
    let now = "2026-10-15T01:00:00Z".parse().unwrap();
    let question = Question { text: "after:today".into(), ..Question::default() };
    let found = room.desk.list(&question, now).unwrap();
    assert_eq!(found.rows.iter().map(|row| &*row.headline).collect::<Vec<_>>(), ["B"]);
}

#[test]
fn languages_in_use_are_told() {
    let room = Room::new();
    assert_eq!(room.desk.counts(room.now).unwrap().languages, []);
    for language in ["ru", "en-GB", "fr", "ru"] {
        room.create(Content { language: language.parse().unwrap(), ..complete("A") });
    }
    let used = room.desk.counts(room.now).unwrap().languages;
    assert_eq!(used.iter().map(|l| l.tag()).collect::<Vec<_>>(), ["en-GB", "fr", "ru"]);
}

#[test]
fn an_unknown_tag_finds_nothing_and_nonsense_is_left_out() {
    let room = Room::new();
    room.create(complete("A"));
    let asked = |text: &str| {
        let page = room.list(Question { text: text.into(), ..Question::default() });
        (page.total, page.remarks.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(asked("tag:dredging"), (0, "No tag is called “dredging”.".into()));
    assert_eq!(asked("-tag:dredging").0, 1);
    assert_eq!(asked("language:de"), (0, "Nothing on this desk is in “de”.".into()));
    let (total, remark) = asked("after:2026 before:2025");
    assert_eq!((total, remark.as_str()), (0, "after: and before: leave no day between them."));
    let (total, remark) = asked("embargoed:yes embargoed:no");
    assert_eq!((total, remark.as_str()), (0, "embargoed: cannot be yes and no at once."));
    assert_eq!(asked("stage:"), (1, String::new()));
    let (total, remark) = asked("stage:gone");
    assert_eq!(total, 1);
    assert_eq!(
        remark,
        "“gone” is no stage. Known are: draft, review, approved, released, corrected, withdrawn. The filter was left out."
    );
}

#[test]
fn embargoes_hold_until_their_time() {
    let mut room = Room::new();
    let until =
        |time: &str| Some(Embargo { until: time.parse().unwrap(), zone: Tz::Asia__Bishkek });
    room.create(Content { embargo: until("2026-10-14T10:00:00Z"), ..complete("Soon") });
    room.create(Content { embargo: until("2027-01-01T00:00:00Z"), ..complete("Later") });
    room.create(complete("Free"));
    let embargoed = |room: &Room| {
        let page = room.list(Question { queue: Queue::Embargoed, ..Question::default() });
        assert_eq!(page.total as usize, page.rows.len());
        assert_eq!(page.total, room.desk.counts(room.now).unwrap().queues[&Queue::Embargoed]);
        page.total
    };
    assert_eq!(embargoed(&room), 2);
    assert_eq!(room.find("embargoed:yes crews"), ["Later", "Soon"]);
    assert_eq!(room.find("embargoed:no"), ["Free"]);
    assert_eq!(room.find("embargoed:no embargoed:yes"), [""; 0]);
    let neither =
        Question { queue: Queue::Embargoed, text: "embargoed:no".into(), ..Question::default() };
    assert_eq!(room.list(neither).total, 0);
    room.later(3600);
    assert_eq!(embargoed(&room), 1);
    assert_eq!(room.find("embargoed:no crews"), ["Free", "Soon"]);
}

#[test]
fn the_trash_is_a_list_of_its_own() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    room.desk.trash(release.id, "Ada", room.now).unwrap();
    assert_eq!((room.find("fairway"), room.find("stage:draft")), (vec![], vec![]));
    let trash = Question { queue: Queue::Trash, text: "fairway".into(), ..Question::default() };
    assert_eq!(room.list(trash).rows[0].id, release.id);
}

#[test]
fn rows_show_where_the_words_stand() {
    let room = Room::new();
    let text = format!(
        "{}\nÉmile said: “The rescue boats stayed afloat.” {}",
        "Opening words. ".repeat(9),
        "More followed. ".repeat(20)
    );
    room.create(dated("Rescue boats out", "2026-01-01", &text));
    let page = room.list(Question { text: "emile rescue".into(), ..Question::default() });
    let row = &page.rows[0];
    let snippet: Vec<char> = row.snippet.as_deref().unwrap().chars().collect();
    let marked: Vec<String> = row
        .marks
        .iter()
        .map(|(from, to)| snippet[*from as usize..*to as usize].iter().collect())
        .collect();
    assert_eq!(marked, ["Émile", "rescue"]);
    assert_eq!(row.headline_marks, [(0, 6)]);
    assert_eq!(
        row.snippet.as_deref().unwrap(),
        "… Émile said: “The rescue boats stayed afloat.” More followed. More followed. More followed. More followed. More followed. More followed. More followed. More followed. More…"
    );
    assert_eq!(room.list(Question::default()).rows[0].snippet, None);
}
