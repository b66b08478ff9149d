//! Making and opening desks, and everything that is not one.

use dateline_model::Office;
use dateline_store::{Desk, DeskError};
use rusqlite::Connection;

use crate::common::{Room, complete};

#[test]
fn a_desk_is_closed_into_one_file_and_opens_again() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let path = room.desk.path().to_owned();
    let folder = room.folder;
    drop(room.desk);
    let files: Vec<_> = folder.path().read_dir().unwrap().map(|f| f.unwrap().file_name()).collect();
    assert_eq!(files, ["vestmark.dateline"]);
    let desk = Desk::open(&path).unwrap();
    assert_eq!(desk.release(release.id).unwrap(), release);
    assert_eq!(desk.office().unwrap().name, "Port of Vestmark");
}

#[test]
fn what_is_no_desk_is_named_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let foreign = Connection::open(at("foreign.db")).unwrap();
    foreign
        .execute_batch("CREATE TABLE sailor (name TEXT); INSERT INTO sailor VALUES ('Ann')")
        .unwrap();
    drop(foreign);
    std::fs::write(at("empty.dateline"), "").unwrap();
    std::fs::write(at("text.dateline"), "Fairway open\n".repeat(50)).unwrap();
    let said = |name: &str| {
        let before = std::fs::read(at(name)).ok();
        let error = Desk::open(at(name)).err().unwrap();
        assert_eq!(std::fs::read(at(name)).ok(), before);
        error.to_string().replace(&folder.path().display().to_string(), "DIR")
    };
    assert_eq!(
        said("gone.dateline"),
        "There is no desk at DIR/gone.dateline. Check the name, or make a new desk there."
    );
    assert_eq!(said(""), "DIR/ is a folder, not a desk. Name the desk file in it.");
    assert_eq!(
        said("empty.dateline"),
        "DIR/empty.dateline is not a Dateline desk: it is empty. Choose a .dateline file."
    );
    assert_eq!(
        said("text.dateline"),
        "DIR/text.dateline is not a Dateline desk: it is no database at all. Choose a .dateline file."
    );
    assert_eq!(
        said("foreign.db"),
        "DIR/foreign.db is not a Dateline desk: it is the database of another program. Choose a .dateline file."
    );
    assert_eq!(folder.path().read_dir().unwrap().count(), 3, "nothing was written beside them");
}

#[test]
fn a_newer_desk_is_refused_untouched() {
    let room = Room::new();
    let path = room.desk.path().to_owned();
    let folder = room.folder;
    drop(room.desk);
    let newer = Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    newer.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).unwrap();
    drop(newer);
    let before = std::fs::read(&path).unwrap();
    let error = Desk::open(&path).err().unwrap();
    assert!(matches!(error, DeskError::Newer { theirs: 99, .. }));
    assert!(error.to_string().contains("comes from a newer version of Dateline"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(folder.path().read_dir().unwrap().count(), 1, "no log beside it");
}

#[test]
fn a_newer_desk_is_refused_also_while_its_version_is_only_in_the_log() {
    let room = Room::new();
    let path = room.desk.path().to_owned();
    drop(room.desk);
    let newer = Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Desk::open(&path), Err(DeskError::Newer { theirs: 99, .. })));
}

#[test]
fn a_new_desk_never_takes_the_place_of_a_file() {
    let room = Room::new();
    let again = Desk::create(room.desk.path(), &Office::default());
    assert!(matches!(again, Err(DeskError::Exists { .. })));
    let nowhere =
        Desk::create(room.folder.path().join("no/such/desk.dateline"), &Office::default());
    assert!(matches!(nowhere, Err(DeskError::Missing { .. })));
    assert!(matches!(
        Desk::create(room.folder.path(), &Office::default()),
        Err(DeskError::Folder { .. })
    ));
}

#[test]
fn a_desk_that_another_program_writes_says_so() {
    let room = Room::new();
    let other = Connection::open(room.desk.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = room.desk.set_setting("width", "212").unwrap_err();
    assert!(matches!(error, DeskError::Locked { .. }));
    other.execute_batch("ROLLBACK").unwrap();
    room.desk.set_setting("width", "212").unwrap();
    assert_eq!(room.desk.setting("width").unwrap().as_deref(), Some("212"));
}

#[test]
fn a_backup_is_a_whole_desk() {
    let room = Room::new();
    let release = room.create(complete("Fairway open"));
    let copy = room.folder.path().join("copy.dateline");
    room.desk.backup(&copy).unwrap();
    room.create(complete("Fairway closed"));
    room.desk.backup(&copy).unwrap();
    let desk = Desk::open(&copy).unwrap();
    assert_eq!(desk.release(release.id).unwrap(), release);
    assert_eq!(desk.counts(room.now).unwrap(), room.desk.counts(room.now).unwrap());
    let found = desk
        .list(&dateline_store::Question { text: "clos".into(), ..Default::default() }, room.now);
    assert_eq!(found.unwrap().rows.len(), 1);
    assert!(matches!(room.desk.backup(room.desk.path()), Err(DeskError::Exists { .. })));
    assert!(matches!(
        room.desk.backup(room.folder.path().join("no/copy.dateline")),
        Err(DeskError::Missing { .. })
    ));
}
