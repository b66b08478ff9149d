//! What was acknowledged survives a kill at any moment.

#![cfg(test)]

use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use chrono::{DateTime, TimeDelta, Utc};
use dateline_model::{Content, Office};
use dateline_store::{Cause, Desk, Question};

const DESK: &str = "DATELINE_TEST_DESK";

fn start() -> DateTime<Utc> {
    "2026-10-14T09:00:00Z".parse().unwrap()
}

#[test]
fn a_kill_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vestmark.dateline");
    let desk = Desk::create(&path, &Office::default()).unwrap();
    let release = desk.create_release(Default::default(), "Ada", start()).unwrap();
    drop(desk);
    // Different numbers of saves, so that the kill falls on different moments of the log.
    for saves in [1, 2, 3, 50, 170] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "types_until_it_is_killed", "--nocapture"])
            .env(DESK, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let acknowledged = lines
            .map(Result::unwrap)
            .filter_map(|line| line.strip_prefix("saved ").map(str::to_owned))
            .nth(saves)
            .unwrap();
        child.kill().unwrap();
        child.wait().unwrap();

        let desk = Desk::open(&path).unwrap();
        let kept = desk.release(release.id).unwrap().content.headline;
        let number = |headline: &str| headline.parse::<u64>().unwrap();
        assert!(number(&kept) >= number(&acknowledged), "{kept} is older than {acknowledged}");
        // Text, list and search tell of the same state.
        let found = Question { text: format!("\"{kept}\""), ..Question::default() };
        assert_eq!(desk.list(&found, start()).unwrap().rows[0].headline, kept);
        let history = desk.history(release.id).unwrap();
        assert_eq!(history[0].hash, desk.content_at(history[0].id).unwrap().hash());
        assert_eq!(history.last().unwrap().cause, Cause::Created, "the text before the first edit");
    }
}

#[test]
#[ignore = "the other test starts it, and kills it"]
fn types_until_it_is_killed() {
    let desk = Desk::open(std::env::var(DESK).unwrap()).unwrap();
    let row = desk.list(&Question::default(), start()).unwrap().rows.remove(0);
    let mut release = desk.release(row.id).unwrap();
    let first: u64 = release.content.headline.parse().unwrap_or(0);
    for number in first + 1.. {
        let content = Content { headline: number.to_string(), ..release.content };
        let now = start() + TimeDelta::milliseconds(250 * number as i64);
        release =
            desk.save(release.id, release.revision, &content, Cause::Typing, "Ada", now).unwrap();
        // Past the test harness, which would gather it.
        writeln!(std::io::stdout(), "saved {number}").unwrap();
    }
}
