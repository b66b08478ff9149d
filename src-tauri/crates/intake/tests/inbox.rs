//! From the drop to the draft.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::{
    fs,
    path::Path,
    sync::mpsc::channel,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use dateline_intake::{Arrival, take, waiting, watch};
use dateline_model::{Office, Stage};
use dateline_store::{Desk, Queue};

fn desk(folder: &tempfile::TempDir) -> Desk {
    Desk::create(folder.path().join("vestmark.dateline"), &Office::default()).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-10-14T09:30:00Z".parse().unwrap()
}

fn is_there(inbox: &Path, name: &str) -> bool {
    inbox.join(name).is_file()
}

#[test]
fn a_file_becomes_a_draft_and_moves_to_done() {
    let (home, inbox) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let desk = desk(&home);
    let file = inbox.path().join("pilot.txt");
    fs::write(&file, "Pilot boat named\n\nThe port named its new pilot boat today.\n").unwrap();
    let Arrival::Taken { file: name, drafts } = take(&desk, &file, "Anna", now()).unwrap() else {
        panic!("it was refused")
    };
    assert_eq!(name, "pilot.txt");
    let release = desk.release(drafts[0].id).unwrap();
    assert_eq!(release.content.headline, "Pilot boat named");
    assert_eq!(desk.history(release.id).unwrap()[0].author, "Anna");
    assert!(is_there(inbox.path(), "done/pilot.txt"));
    assert_eq!(waiting(inbox.path()).unwrap(), Vec::<std::path::PathBuf>::new());
}

#[test]
fn what_names_itself_released_is_a_draft_all_the_same() {
    let (home, inbox) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let desk = desk(&home);
    let file = inbox.path().join("quota.md");
    fs::write(&file, "---\nheadline: Quota raised\nstage: released\n---\n\nWords.\n").unwrap();
    let Arrival::Taken { drafts, .. } = take(&desk, &file, "Anna", now()).unwrap() else {
        panic!("it was refused")
    };
    assert_eq!(desk.release(drafts[0].id).unwrap().stage, Stage::Draft);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason_beside_it() {
    let (home, inbox) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let desk = desk(&home);
    let file = inbox.path().join("scan.pdf");
    fs::write(&file, b"%PDF-1.7\n\x00\x01\x02").unwrap();
    let Arrival::Refused { reason, .. } = take(&desk, &file, "Anna", now()).unwrap() else {
        panic!("it was taken")
    };
    assert!(reason.to_string().contains("scan.pdf"), "{reason}");
    assert!(is_there(inbox.path(), "refused/scan.pdf"));
    let told = fs::read_to_string(inbox.path().join("refused/scan.pdf.txt")).unwrap();
    assert_eq!(told.trim_end(), reason.to_string());
    assert_eq!(desk.counts(now()).unwrap().queues[&Queue::All], 0);
}

#[test]
fn a_drop_is_noticed_within_a_second() {
    let inbox = tempfile::tempdir().unwrap();
    let before = inbox.path().join("before.txt");
    fs::write(&before, "There before the watch began").unwrap();
    let (tell, told) = channel();
    let watching = watch(inbox.path(), move |file| {
        fs::remove_file(file).unwrap();
        tell.send(file.to_owned()).unwrap();
    })
    .unwrap();
    // The patience is for a busy machine; what is promised is measured below.
    let patience = Duration::from_secs(30);
    assert_eq!(told.recv_timeout(patience).unwrap(), before);
    let dropped = inbox.path().join("dropped.txt");
    let mut quickest = patience;
    for _ in 0..3 {
        fs::write(&dropped, "Dropped while it was watched").unwrap();
        let since = Instant::now();
        assert_eq!(told.recv_timeout(patience).unwrap(), dropped);
        quickest = quickest.min(since.elapsed());
    }
    assert!(quickest < Duration::from_secs(1), "{quickest:?}");
    drop(watching);
    // The thread has ended when nobody holds the other end any more.
    while told.recv_timeout(patience).is_ok() {}
}
