//! Sections and tags: filing, counting, renaming, merging, undoing.

use dateline_model::Stage;
use dateline_store::{DeskError, LabelSort, Loaded, NewLabel, Question, Queue};

use crate::common::{Room, complete, names};

/// Tags with their counts, and what a list under each of them holds: the two must agree.
fn tags(room: &Room) -> String {
    let counts = room.desk.counts(room.now).unwrap();
    let mut lines = Vec::new();
    for tag in counts.tags {
        let question = Question { tag: Some(tag.name.clone()), ..Question::default() };
        let page = room.list(question);
        let heads: Vec<_> = page.rows.iter().map(|row| row.headline.as_str()).collect();
        assert_eq!(
            (tag.count, page.total),
            (heads.len() as u32, heads.len() as u32),
            "{}",
            tag.name
        );
        lines.push(format!("{}: {}", tag.name, heads.join(" ")));
    }
    lines.join("; ")
}

fn three(room: &Room) -> Vec<i64> {
    [("A", &["rescue"][..]), ("B", &["rescue", "exercise"]), ("C", &["exercise"])]
        .into_iter()
        .map(|(headline, tags)| {
            room.create_filed(complete(headline), "News", tags, Stage::Draft).id
        })
        .collect()
}

#[test]
fn names_are_made_on_first_use_and_differ_by_more_than_case() {
    let room = Room::new();
    let release = room.create(complete("A"));
    let file = |add: &[&str], remove: &[&str]| {
        let done = room.desk.file(release.id, None, &names(add), &names(remove), "Ada", room.now);
        done.map(|release| release.tags)
    };
    assert_eq!(file(&["Winter  traffic", "Ärzte"], &[]).unwrap(), ["Winter traffic", "Ärzte"]);
    assert_eq!(
        file(&["WINTER TRAFFIC", "Arzte"], &[]).unwrap(),
        ["Arzte", "Winter traffic", "Ärzte"]
    );
    assert_eq!(file(&[], &["ärzte", "unknown"]).unwrap(), ["Arzte", "Winter traffic"]);
    assert!(matches!(file(&["a\u{7}b"], &[]), Err(DeskError::Impossible(_))));
    let revisions = room.desk.history(release.id).unwrap();
    assert_eq!(revisions.len(), 4);
    assert_eq!(revisions[1].tags, ["Arzte", "Winter traffic", "Ärzte"]);
}

#[test]
fn a_section_is_taken_away_by_an_empty_name() {
    let room = Room::new();
    let release = room.create_filed(complete("A"), "News", &[], Stage::Draft);
    let filed =
        |section| room.desk.file(release.id, section, &[], &[], "Ada", room.now).unwrap().section;
    assert_eq!(filed(None), "News");
    assert_eq!(filed(Some("Exercises")), "Exercises");
    assert_eq!(filed(Some(" ")), "");
    let none = Question { section: Some(String::new()), ..Question::default() };
    assert_eq!(room.list(none).total, 1);
}

#[test]
fn counts_follow_stage_trash_and_filing() {
    let room = Room::new();
    let ids = three(&room);
    let queue = |queue| {
        let count = room.desk.counts(room.now).unwrap().queues[&queue];
        let page = room.list(Question { queue, ..Question::default() });
        assert_eq!((page.rows.len() as u32, page.total), (count, count), "{queue:?}");
        count
    };
    assert_eq!((queue(Queue::All), queue(Queue::Draft)), (3, 3));
    assert_eq!(tags(&room), "exercise: C B; rescue: B A");
    room.step(ids[0], Stage::Review);
    room.desk.trash(ids[1], "Ada", room.now).unwrap();
    assert_eq!((queue(Queue::All), queue(Queue::Draft), queue(Queue::Review)), (2, 1, 1));
    assert_eq!(queue(Queue::Trash), 1);
    assert_eq!(tags(&room), "exercise: C; rescue: A");
    assert_eq!(room.desk.counts(room.now).unwrap().sections[0].count, 2);
    room.desk.restore(ids[1], "Ada", room.now).unwrap();
    room.desk.file(ids[1], Some(""), &[], &names(&["rescue"]), "Ada", room.now).unwrap();
    assert_eq!(tags(&room), "exercise: C B; rescue: A");
    assert_eq!(room.desk.counts(room.now).unwrap().sections[0].count, 2);
    assert_eq!((queue(Queue::All), queue(Queue::Trash)), (3, 0));
}

#[test]
fn a_rename_is_undone() {
    let room = Room::new();
    three(&room);
    let change =
        room.desk.rename_label(LabelSort::Tag, "RESCUE", "Sea rescue", "Ada", room.now).unwrap();
    assert_eq!(change.sentence, "The tag “rescue” is now “Sea rescue”.");
    assert_eq!(change.releases, 2);
    assert_eq!(tags(&room), "exercise: C B; Sea rescue: B A");
    let taken = room.desk.rename_label(LabelSort::Tag, "sea rescue", "Exercise", "Ada", room.now);
    assert_eq!(
        taken.unwrap_err().to_string(),
        "There is already a tag called “Exercise”. Choose another name, or merge the two."
    );
    // Only the case changes: that is the same name, written better.
    room.desk.rename_label(LabelSort::Tag, "exercise", "Exercise", "Ada", room.now).unwrap();
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(tags(&room), "Exercise: C B; rescue: B A");
    assert!(matches!(room.desk.undo_change(change.id), Err(DeskError::NothingToUndo)));
}

#[test]
fn a_merge_counts_what_changes_and_is_undone_exactly() {
    let room = Room::new();
    let ids = three(&room);
    let before = tags(&room);
    let merge = || room.desk.merge_labels(LabelSort::Tag, "rescue", "exercise", "Ada", room.now);
    let change = merge().unwrap();
    assert_eq!(change.sentence, "The tag “rescue” was merged into “exercise”; 2 releases changed.");
    assert_eq!(tags(&room), "exercise: C B A");
    assert_eq!(room.find("tag:exercise -tag:rescue").len(), 3);
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(tags(&room), before);
    // What was written in between must be found under its old tag as well.
    let change = merge().unwrap();
    let release = room.desk.release(ids[0]).unwrap();
    room.retitle(&release, "A2", dateline_store::Cause::Edited);
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(tags(&room), "exercise: C B; rescue: B A2");
    // What was filed otherwise in between stays so.
    let change = merge().unwrap();
    room.desk.file(ids[0], None, &[], &names(&["exercise"]), "Ada", room.now).unwrap();
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(tags(&room), "exercise: C B; rescue: B");
}

#[test]
fn chained_merges_are_undone_last_first() {
    let room = Room::new();
    three(&room);
    room.create_filed(complete("D"), "", &["harbour"], Stage::Draft);
    let before = tags(&room);
    let merge = |from, into| {
        room.desk.merge_labels(LabelSort::Tag, from, into, "Ada", room.now).unwrap().id
    };
    let first = merge("rescue", "exercise");
    let second = merge("exercise", "harbour");
    assert_eq!(tags(&room), "harbour: D C B A");
    let early = room.desk.undo_change(first).unwrap_err().to_string();
    assert!(early.ends_with("Undo that first."), "{early}");
    room.desk.undo_change(second).unwrap();
    room.desk.undo_change(first).unwrap();
    assert_eq!(tags(&room), before);
}

#[test]
fn sections_merge_and_come_back_too() {
    let room = Room::new();
    let ids = three(&room);
    room.desk.file(ids[2], Some("Exercises"), &[], &[], "Ada", room.now).unwrap();
    let sections = || {
        let counts = room.desk.counts(room.now).unwrap().sections;
        counts.iter().map(|s| format!("{} {}", s.name, s.count)).collect::<Vec<_>>().join(", ")
    };
    let change =
        room.desk.merge_labels(LabelSort::Section, "exercises", "news", "Ada", room.now).unwrap();
    assert_eq!(sections(), "News 3");
    assert_eq!(room.find("section:news").len(), 3);
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(sections(), "Exercises 1, News 2");
    assert_eq!(room.find("section:exercises"), ["C"]);
}

#[test]
fn a_removed_label_comes_back_with_its_releases() {
    let room = Room::new();
    three(&room);
    let before = tags(&room);
    let change = room.desk.remove_label(LabelSort::Tag, "rescue", "Ada", room.now).unwrap();
    assert_eq!(change.sentence, "The tag “rescue” was removed; 2 releases changed.");
    assert_eq!(tags(&room), "exercise: C B");
    room.desk.undo_change(change.id).unwrap();
    assert_eq!(tags(&room), before);
    room.desk.remove_label(LabelSort::Section, "news", "Ada", room.now).unwrap();
    assert!(room.desk.counts(room.now).unwrap().sections.is_empty());
}

#[test]
fn what_cannot_be_is_said() {
    let room = Room::new();
    three(&room);
    let said = |from, into| {
        room.desk.merge_labels(LabelSort::Tag, from, into, "Ada", room.now).unwrap_err().to_string()
    };
    assert_eq!(
        said("rescue", "Rescue"),
        "“rescue” cannot be merged into itself. Choose another tag."
    );
    assert_eq!(said("rescue", "dredging"), "There is no tag called “dredging” on this desk.");
    let change = room.desk.remove_label(LabelSort::Tag, "rescue", "Ada", room.now).unwrap();
    room.desk.put_label(LabelSort::Tag, "Rescue", Some("#a33")).unwrap();
    let taken = room.desk.undo_change(change.id).unwrap_err();
    assert!(matches!(taken, DeskError::LabelTaken { .. }));
    let rescue = room.desk.labels(LabelSort::Tag).unwrap().pop().unwrap();
    assert_eq!((rescue.name.as_str(), rescue.colour.as_deref()), ("Rescue", Some("#a33")));
}

#[test]
fn a_vocabulary_makes_what_is_missing_and_keeps_what_is_there() {
    let room = Room::new();
    three(&room);
    let label = |sort, name: &str, colour: Option<&str>| NewLabel {
        sort,
        name: name.into(),
        colour: colour.map(str::to_owned),
    };
    let vocabulary = || {
        vec![
            label(LabelSort::Tag, "RESCUE", Some("#aa3333")),
            label(LabelSort::Tag, "Ferries", None),
            label(LabelSort::Section, "Notices", None),
        ]
    };
    assert_eq!(room.desk.put_labels(vocabulary()).unwrap(), Loaded { made: 2, known: 1 });
    assert_eq!(room.desk.put_labels(vocabulary()).unwrap(), Loaded { made: 0, known: 3 });
    let tags = room.desk.labels(LabelSort::Tag).unwrap();
    let rescue = tags.iter().find(|tag| tag.name == "rescue").unwrap();
    assert_eq!((rescue.count, rescue.colour.as_deref()), (2, Some("#aa3333")));
    room.desk.put_labels(vec![label(LabelSort::Tag, "rescue", None)]).unwrap();
    assert!(room.desk.labels(LabelSort::Tag).unwrap().contains(rescue), "its colour stays");
    let spoilt = vec![label(LabelSort::Tag, "tugs", None), label(LabelSort::Tag, " ", None)];
    assert!(room.desk.put_labels(spoilt).is_err());
    assert_eq!(room.desk.labels(LabelSort::Tag).unwrap(), tags, "all of it or nothing");
}
