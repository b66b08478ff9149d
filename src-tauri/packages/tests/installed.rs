//! The package as a press officer meets it: installed, opened by double click, taken away again.
//!
//! It changes the machine it runs on, so `cargo xtask bundle try` alone runs it, on a screen of its
//! own. `DATELINE_DEB` names the package.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![cfg(target_os = "linux")]

use std::{
    env,
    path::Path,
    process::{Command, Stdio},
};

/// Seconds that a window may take to appear or to go, on a machine that is busy with other things.
const PATIENCE: &str = "60";

#[test]
#[ignore = "installs a package on this machine; cargo xtask bundle try runs it"]
fn the_package_installs_opens_a_desk_and_goes_without_a_trace() {
    let deb = env::var("DATELINE_DEB").unwrap();
    as_root(&["apt-get", "install", "-y", "-qq", "--no-install-recommends", &deb]);
    let files: Vec<String> = said(&["dpkg", "-L", "dateline"]).lines().map(str::to_owned).collect();
    let files: Vec<&String> = files.iter().filter(|file| Path::new(file).is_file()).collect();
    assert!(files.iter().any(|file| *file == "/usr/bin/dateline"), "{files:?}");

    let home = tempfile::tempdir().unwrap();
    let desk = home.path().join("vestmark.dateline");
    let desk = desk.to_str().unwrap();
    run(home.path(), &["dateline-cli", "--desk", desk, "init", "--sample"]);
    assert!(
        said(&["gio", "info", "-a", "standard::content-type", desk]).contains("vnd.dateline.desk")
    );

    // A double click asks the desktop which program opens the file, as this does.
    run(home.path(), &["gio", "open", desk]);
    let find = [
        "timeout",
        PATIENCE,
        "xdotool",
        "search",
        "--sync",
        "--onlyvisible",
        "--name",
        "Dateline$",
    ];
    assert_eq!(windows(home.path(), &find).len(), 1);
    // A second click ends at once, and there is still one window.
    run(home.path(), &["timeout", PATIENCE, "dateline", desk]);
    let shown = windows(home.path(), &find);
    assert_eq!(shown.len(), 1);
    run(home.path(), &["wmctrl", "-i", "-c", &shown[0]]);

    as_root(&["apt-get", "remove", "-y", "-qq", "dateline"]);
    for file in files {
        assert!(!Path::new(file).exists(), "{file} was left behind");
    }
    assert!(!said(&["gio", "mime", "application/vnd.dateline.desk"]).contains("dateline.desktop"));
    assert!(Path::new(desk).is_file());
}

fn windows(home: &Path, words: &[&str]) -> Vec<String> {
    let output = command(words).env("HOME", home).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// Runs with a home of its own, so that nobody's settings are touched.
fn run(home: &Path, words: &[&str]) {
    let status = command(words)
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "{words:?}: {status}");
}

fn said(words: &[&str]) -> String {
    String::from_utf8(command(words).output().unwrap().stdout).unwrap()
}

fn as_root(words: &[&str]) {
    let root = said(&["id", "-u"]).trim() == "0";
    let words: Vec<&str> =
        (!root).then_some("sudo").into_iter().chain(words.iter().copied()).collect();
    let status = command(&words).env("DEBIAN_FRONTEND", "noninteractive").status().unwrap();
    assert!(status.success(), "{words:?}: {status}");
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}
