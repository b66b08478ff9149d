//! The packages before the tools of the systems they are for, wherever these tools are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![cfg(target_os = "linux")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FILES: [&str; 10] = [
    "/usr/bin/dateline",
    "/usr/bin/dateline-cli",
    "/usr/share/applications/dateline.desktop",
    "/usr/share/doc/dateline/copyright",
    "/usr/share/icons/hicolor/128x128/apps/dateline.png",
    "/usr/share/icons/hicolor/256x256/apps/dateline.png",
    "/usr/share/icons/hicolor/32x32/apps/dateline.png",
    "/usr/share/icons/hicolor/512x512/apps/dateline.png",
    "/usr/share/icons/hicolor/scalable/apps/dateline.svg",
    "/usr/share/mime/packages/dateline.xml",
];

/// Packs two stand-ins for the programs.
fn pack(folder: &Path) -> (PathBuf, PathBuf) {
    let program = |name: &str| {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\necho {name}\n")).unwrap();
        path
    };
    let status = Command::new(env!("CARGO_BIN_EXE_dateline-packages"))
        .args([program("dateline"), program("dateline-cli"), folder.join("packages")])
        .arg("1700000000")
        .status()
        .unwrap();
    assert!(status.success());
    let packages: Vec<_> =
        fs::read_dir(folder.join("packages")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let ending = |ending: &str| {
        packages.iter().find(|path| path.extension().is_some_and(|e| e == ending)).unwrap().clone()
    };
    (ending("deb"), ending("rpm"))
}

/// What a tool prints; `None` where it is not installed.
fn said(line: &str, package: &Path) -> Option<String> {
    let tool = line.split(' ').next().unwrap();
    let there = Command::new("sh").args(["-c", &format!("command -v {tool}")]).output().unwrap();
    if !there.status.success() {
        eprintln!("Not tried: {tool} is not here.");
        return None;
    }
    let output = Command::new("sh").args(["-c", line]).env("PACKAGE", package).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_rpm_is_whole_and_holds_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let (_, rpm) = pack(folder.path());
    if let Some(files) = said("rpm -qpl \"$PACKAGE\"", &rpm) {
        assert_eq!(files.lines().collect::<Vec<_>>(), FILES);
    }
    if let Some(digests) = said("rpm -K --nosignature \"$PACKAGE\"", &rpm) {
        assert!(digests.contains("digests OK"), "{digests}");
    }
    if let Some(requires) = said("rpm -qp --requires \"$PACKAGE\"", &rpm) {
        assert!(requires.lines().any(|line| line == "webkit2gtk4.1"), "{requires}");
    }
    if let Some(packed) = said("rpm -qp --qf '%{PAYLOADCOMPRESSOR}' \"$PACKAGE\"", &rpm) {
        assert_eq!(packed, "zstd");
    }
    let unpack = "rpm2cpio \"$PACKAGE\" | cpio --quiet --to-stdout -i ./usr/bin/dateline-cli";
    if let Some(program) = said(unpack, &rpm) {
        assert_eq!(program, "#!/bin/sh\necho dateline-cli\n");
    }
}

#[test]
fn the_deb_holds_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let (deb, _) = pack(folder.path());
    if let Some(listed) = said("dpkg-deb --contents \"$PACKAGE\"", &deb) {
        let mut files: Vec<_> = listed
            .lines()
            .filter_map(|line| line.split_whitespace().last())
            .filter(|path| !path.ends_with('/'))
            .map(|path| format!("/{path}"))
            .collect();
        files.sort_unstable();
        assert_eq!(files, FILES);
        assert!(listed.contains("-rwxr-xr-x 0/0"), "{listed}");
    }
    if let Some(name) = said("dpkg-deb --field \"$PACKAGE\" Package Installed-Size", &deb) {
        assert!(name.starts_with("Package: dateline\nInstalled-Size: "), "{name}");
    }
}
