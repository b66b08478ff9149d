//! What leaves: through the gate, whole, never over foreign files, the same bytes every time.

use std::fs;

use crate::desk::{Desk, keys};

#[test]
fn an_export_is_the_preview_in_a_file() {
    let desk = Desk::sample();
    let said = desk.run(&["export", "12", "11", "--format", "html,text", "--to", "a/b/out"]).done();
    let lines = said.lines();
    assert_eq!(keys(&lines[0]), ["draft", "embargo", "file", "format", "id", "revision", "sha256"]);
    assert_eq!(said.ids(), [12, 12, 11, 11]);
    for line in &lines {
        let format = line["format"].as_str().unwrap();
        let shown = desk.run(&["show", &line["id"].to_string(), "--format", format]).done().out;
        assert_eq!(fs::read(desk.path(line["file"].as_str().unwrap())).unwrap(), shown);
    }
    let manifest = fs::read(desk.path("a/b/out/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 4);
    assert_eq!(keys(&files[0]), ["file", "release", "revision", "sha256"]);
    desk.run(&["verify", "a/b/out"]).done();
}

#[test]
fn the_same_desk_gives_the_same_bytes_anywhere() {
    let desk = Desk::sample();
    desk.run(&["export", "--all", "--to", "here"]).done();
    let elsewhere = [
        ("TZ", "Pacific/Auckland"),
        ("LANG", "ar_EG.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("USER", "somebody-else"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    desk.run_with(&["export", "--all", "--to", "there"], &elsewhere, None).done();
    assert_eq!(desk.files("here"), desk.files("there"));
    let manifest = |folder: &str| fs::read(desk.path(folder).join("manifest.json")).unwrap();
    assert_eq!(manifest("here"), manifest("there"));
}

#[test]
fn all_takes_what_may_leave_and_tells_the_rest() {
    let desk = Desk::sample();
    let said = desk.run(&["export", "--all", "--format", "text", "--to", "out"]).done();
    assert_eq!(said.lines().len(), 21);
    for stays in ["Release 5 ", "Release 23 ", "Release 24 ", "Release 25 ", "Release 26 "] {
        assert!(said.words.contains(stays), "{stays}: {}", said.words);
    }
    assert!(!said.words.contains("Release 27 "), "the trash is not spoken of");
    let embargoed: Vec<_> =
        desk.files("out").into_keys().filter(|name| name.starts_with("EMBARGO-")).collect();
    assert_eq!(embargoed, ["EMBARGO-2026-133-statement-on-the-reopening-of-the-northern.txt"]);
    let text = fs::read_to_string(desk.path("out").join(&embargoed[0])).unwrap();
    assert!(text.starts_with("Not for publication") && text.contains("Oslo"), "{text}");
}

#[test]
fn drafts_leave_marked_and_withdrawn_ones_do_not() {
    let desk = Desk::sample();
    let said = desk.run(&["export", "12", "25", "26", "--to", "out"]).refused();
    assert!(said.contains("Release 25") && said.contains("Release 26"), "{said}");
    assert!(!said.contains("Release 12"), "{said}");
    assert!(!desk.path("out").exists(), "one that may not leave keeps all of them here");
    for gone in ["5", "27"] {
        desk.run(&["export", gone, "--to", "out"]).refused();
        desk.run(&["export", gone, "--to", "out", "--draft"]).refused();
    }
    let said = desk.run(&["export", "12", "25", "--to", "out", "--draft"]).done();
    let drafts: Vec<_> = said.lines().iter().map(|line| line["draft"].clone()).collect();
    assert_eq!(drafts, [false, false, true, true]);
    for (name, bytes) in desk.files("out") {
        let draft = name.starts_with("DRAFT-");
        assert_eq!(draft, name.contains("hydrogen"), "{name}");
        assert_eq!(String::from_utf8(bytes).unwrap().contains("DRAFT"), draft, "{name}");
    }
}

#[test]
fn of_a_withdrawn_release_only_the_notice_leaves() {
    let desk = Desk::sample();
    let said = desk.run(&["export", "5", "--notice", "--to", "out"]).done();
    assert_eq!(said.ids(), [5, 5]);
    for (name, bytes) in desk.files("out") {
        assert!(name.starts_with("WITHDRAWN-"), "{name}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("had not agreed to the timetable"), "{text}");
        assert!(!text.contains("left-luggage"), "the text itself stays here: {text}");
    }
    assert_eq!(
        desk.run(&["show", "5", "--format", "html"]).done().out,
        desk.files("out")["WITHDRAWN-2026-097-vestmark-ferry-terminal-to-open-on-sundays.html"]
    );
    assert!(desk.run(&["export", "12", "--notice", "--to", "out"]).refused().contains("no notice"));
    let said = desk.run(&["export", "--all", "--notice", "--to", "all"]).done();
    assert_eq!(said.ids(), [5, 5]);
    let said = desk.run(&["export", "5", "--notice", "--format", "json", "--to", "x"]).refused();
    assert!(said.contains("json") && !desk.path("x").exists(), "{said}");
}

#[test]
fn each_format_is_what_show_shows_and_comes_back_where_it_can() {
    let desk = Desk::sample();
    let every = "html,fragment,email,eml,text,markdown,json";
    let said = desk.run(&["export", "11", "14", "--format", every, "--to", "out"]).done();
    assert_eq!(said.lines().len(), 14);
    for line in said.lines() {
        let format = line["format"].as_str().unwrap();
        let shown = desk.run(&["show", &line["id"].to_string(), "--format", format]).done().out;
        assert_eq!(fs::read(desk.path(line["file"].as_str().unwrap())).unwrap(), shown);
    }
    let elsewhere = Desk::new();
    let brought: Vec<_> = said
        .lines()
        .iter()
        .filter(|line| line["format"] == "markdown")
        .map(|line| desk.path(line["file"].as_str().unwrap()).display().to_string())
        .collect();
    let arguments: Vec<&str> =
        std::iter::once("import").chain(brought.iter().map(String::as_str)).collect();
    elsewhere.run(&arguments).done();
    for (there, here) in [(1, 11), (2, 14)] {
        let (there, here) = (elsewhere.release(there), desk.release(here));
        for key in ["headline", "place", "date", "language", "kind", "section", "tags", "body"] {
            assert_eq!(there[key], here[key], "{key}");
        }
    }
    desk.run(&["export", "--bulletin", "1", "--format", "markdown", "--to", "x"]).refused();
}

#[test]
fn a_mail_goes_to_each_recipient_in_a_file_of_its_own() {
    let desk = Desk::sample();
    desk.write("list.csv", "name;email\nÅse Berg;ase@courier.example\n;desk@weekly.example\n");
    let call = ["export", "12", "--format", "eml", "--recipients", "list.csv", "--to", "out"];
    desk.run(&call).done();
    let files = desk.files("out");
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    let stem = "2026-118-harbour-and-coast-guard-begin-rescue-exercise";
    assert_eq!(
        names,
        [
            format!("{stem}-to-ase-courier-example.eml"),
            format!("{stem}-to-desk-weekly-example.eml")
        ]
    );
    for (bytes, address) in files.values().zip(["ase@courier.example", "desk@weekly.example"]) {
        let mail = std::str::from_utf8(bytes).unwrap();
        assert!(mail.contains("X-Unsent: 1") && mail.contains(address), "{mail}");
    }
    desk.write("broken.csv", "name,email\nAnna Berg,anna(at)courier.example\n");
    let call = ["export", "12", "--format", "eml", "--recipients", "broken.csv", "--to", "none"];
    assert!(desk.run(&call).refused().contains("line 2"));
    assert!(!desk.path("none").exists());
}

#[test]
fn plain_text_takes_the_shape_that_is_asked_for() {
    let desk = Desk::sample();
    let text = |arguments: &[&str]| {
        let call = [&["export", "13", "--format", "text", "--to", "out", "--replace"], arguments];
        desk.run(&call.concat()).done();
        String::from_utf8(desk.files("out").into_values().next().unwrap()).unwrap()
    };
    assert!(text(&["--width", "40"]).lines().all(|line| line.chars().count() <= 40));
    assert!(text(&["--width", "0"]).lines().any(|line| line.chars().count() > 100));
    let windows = text(&["--ascii", "--crlf"]);
    assert!(windows.is_ascii() && windows.lines().count() == windows.matches("\r\n").count());
}

#[test]
fn what_came_in_as_released_leaves_as_it_is() {
    let desk = Desk::new();
    let old = desk.write("old.txt", "A headline of long ago\n\nAnd what was said then.\n");
    desk.run(&["import", old.to_str().unwrap(), "--stage", "released"]).done();
    let said = desk.run(&["export", "1", "--to", "out"]).done();
    assert_eq!(said.lines()[0]["draft"], false);
    // It may be completed as well.
    desk.run(&["set", "1", "date=2012-03-04"]).done();
    desk.run(&["export", "1", "--to", "out"]).done();
}

#[test]
fn own_files_are_replaced_and_foreign_ones_are_not() {
    let desk = Desk::sample();
    let export = ["export", "3", "--format", "text", "--to", "out"];
    let name = "2026-091-swing-bridge-at-vestmark-closed-to-road-traffic.txt";
    let path = desk.write(&format!("out/{name}"), "Mine.");
    let said = desk.run(&export).refused();
    assert!(said.contains(name), "{said}");
    assert_eq!(fs::read(&path).unwrap(), b"Mine.");
    assert!(!desk.path("out/manifest.json").exists());

    desk.run(&[&export[..], &["--replace"]].concat()).done();
    let first = fs::read(&path).unwrap();
    assert_ne!(first, b"Mine.");
    // Its own file, for the same words and for others.
    desk.run(&export).done();
    assert_eq!(fs::read(&path).unwrap(), first);
    desk.run(&["set", "3", "contact=Harbour office, +47 5550 0199"]).done();
    desk.run(&["stage", "3", "approved"]).done();
    desk.run(&export).done();
    assert_ne!(fs::read(&path).unwrap(), first);
    desk.run(&["verify", "out"]).done();

    // Its own file, but somebody wrote in it since.
    fs::write(&path, "Changed by hand.").unwrap();
    assert!(desk.run(&export).refused().contains(name));
    let said = desk.run(&["verify", "out"]);
    assert_eq!(said.code, 1);
    assert_eq!(said.line()["file"], name);
    assert_eq!(said.line()["difference"], "changed");
    fs::remove_file(&path).unwrap();
    assert_eq!(desk.run(&["verify", "out"]).line()["difference"], "missing");
    desk.run(&export).done();
    desk.run(&["verify", "out"]).done();
}

#[test]
fn a_run_that_lost_its_manifest_goes_on_where_it_was() {
    let desk = Desk::sample();
    desk.run(&["export", "--all", "--to", "out"]).done();
    fs::remove_file(desk.path("out/manifest.json")).unwrap();
    desk.run(&["export", "--all", "--to", "out"]).done();
    desk.run(&["verify", "out"]).done();
}

#[test]
fn equal_headlines_get_names_of_their_own() {
    let desk = Desk::new();
    let archive = desk.write(
        "archive.jsonl",
        ["en", "fr", "fr"]
            .map(|language| {
                format!(
                    r#"{{"headline":"CON","date":"2026-03-02","language":"{language}","body":"Words."}}"#
                )
            })
            .join("\n"),
    );
    desk.run(&["import", archive.to_str().unwrap()]).done();
    desk.run(&["export", "1", "2", "3", "--draft", "--format", "text", "--to", "out"]).done();
    let names: Vec<_> = desk.files("out").into_keys().collect();
    assert_eq!(
        names,
        [
            "DRAFT-2026-03-02-con-en.txt",
            "DRAFT-2026-03-02-con-fr-2.txt",
            "DRAFT-2026-03-02-con-fr-3.txt"
        ]
    );
    // One alone, in the same folder, takes nobody else's file.
    desk.run(&["export", "2", "--draft", "--format", "text", "--to", "out"]).done();
    desk.run(&["verify", "out"]).done();
}

#[test]
fn no_file_is_left_behind_and_none_is_hidden() {
    let desk = Desk::sample();
    desk.run(&["export", "--all", "--to", "out"]).done();
    for name in desk.files("out").keys() {
        assert!(!name.starts_with('.') && !name.ends_with(".part"), "{name}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let ours = fs::metadata(desk.write("plain", "")).unwrap().permissions().mode();
        let manifest = fs::metadata(desk.path("out/manifest.json")).unwrap();
        assert_eq!(manifest.permissions().mode(), ours);
    }
}

/// A desk with a release that is approved, and in whose text the checks find an error.
fn with_an_error() -> Desk {
    let desk = Desk::new();
    let copy = desk.write("copy.txt", "The exercise began on 10 October 20`8.\n");
    desk.run(&["import", copy.to_str().unwrap()]).done();
    desk.run(&[
        "set",
        "1",
        "headline=Exercise begins",
        "place=Vestmark",
        "date=2018-10-10",
        "contact=Press desk, +47 5550 0100",
    ])
    .done();
    let said = desk.run(&["stage", "1", "approved"]).done();
    assert!(said.words.contains("check 1"), "{}", said.words);
    desk
}

#[test]
fn errors_stop_what_is_not_out_until_somebody_says_why() {
    let desk = with_an_error();
    let call = ["export", "1", "--format", "text", "--to", "out"];
    let said = desk.run(&call).refused();
    assert!(said.contains("one error") && said.contains("--override"), "{said}");
    assert!(!desk.path("out").exists());
    assert!(desk.run(&["show", "1"]).done().text().contains("DRAFT"));
    let because = |why| [&call[..], &["--override", why]].concat();
    assert!(desk.run(&because(" ")).refused().contains("needs a reason"));
    let said = desk.run(&because("The date is quoted from the poster.")).done();
    assert!(said.words.contains("one error"), "{}", said.words);
    assert_eq!(said.line()["overruled"], true);
    for (name, bytes) in desk.files("out") {
        assert!(!name.contains("DRAFT") && !String::from_utf8(bytes).unwrap().contains("DRAFT"));
    }
    let store = dateline_store::Desk::open(desk.path("desk.dateline")).unwrap();
    let record = store.exports(1).unwrap().remove(0);
    assert_eq!(record.overruled.as_deref(), Some("The date is quoted from the poster."));

    store.set_setting(dateline_export::ERRORS_STOP_SETTING, "off").unwrap();
    drop(store);
    desk.run(&call).done();
}

#[test]
fn an_approval_with_a_reason_lets_the_errors_stand() {
    let desk = with_an_error();
    desk.run(&["stage", "1", "draft"]).done();
    desk.run(&["stage", "1", "approved", "--why", "The date is quoted from the poster."]).done();
    desk.run(&["export", "1", "--to", "out"]).done();
    desk.run(&["set", "1", "subhead=On the fairway"]).done();
    let said = desk.run(&["export", "1", "--to", "out"]).refused();
    assert!(said.contains("changed since it was approved") && said.contains("error"), "{said}");
}

#[test]
fn a_void_approval_can_be_overruled_and_a_missing_one_cannot() {
    let desk = with_an_error();
    desk.run(&["set", "1", "body=The exercise began on 10 October 2018.\n"]).done();
    let call = ["export", "1", "--format", "text", "--to", "out"];
    let said = desk.run(&call).refused();
    assert!(
        said.contains("changed since it was approved") && said.contains("--override"),
        "{said}"
    );
    let because = [&call[..], &["--override", "The chief editor read it on the phone."]].concat();
    desk.run(&because).done();
    assert!(desk.files("out").keys().all(|name| !name.contains("DRAFT")));

    desk.run(&["stage", "1", "approved"]).done();
    desk.run(&["stage", "1", "draft"]).done();
    let said = desk.run(&because).refused();
    assert!(said.contains("not approved") && !said.contains("--override"), "{said}");
}

#[test]
fn the_record_names_what_left() {
    let desk = Desk::sample();
    desk.run(&["export", "12", "--format", "text", "--to", "out"]).done();
    desk.run(&["export", "--bulletin", "1", "--format", "html", "--to", "out"]).done();
    let store = dateline_store::Desk::open(desk.path("desk.dateline")).unwrap();
    let exports = store.exports(12).unwrap();
    assert_eq!(exports.len(), 2);
    assert_eq!(exports[0].bulletin, Some(1));
    assert_eq!(exports[1].format, "text");
    assert!(std::path::Path::new(&exports[1].path).is_absolute());
    assert!(exports.iter().all(|one| one.revision.is_some() && !one.draft));
}

/// Reads each mail as the strictest parser at hand does, and says what it found.
const STRICT: &str = r#"
import email, email.policy, sys
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.strict)
    for part in mail.walk():
        assert not part.defects, (path, part.defects)
        for name, value in part.items():
            assert not value.defects, (path, name, value.defects)
    assert mail["X-Unsent"] == "1" and mail["Date"] is None and mail["Message-ID"] is None
    plain, page = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert plain.strip() and page.lower().startswith("<!doctype html>"), path
    print(mail["Subject"])
"#;

#[test]
fn a_strict_parser_reads_every_mail() {
    let python = std::process::Command::new("python3").arg("--version").output();
    if python.is_err() && std::env::var_os("DATELINE_CI").is_none() {
        return;
    }
    let desk = Desk::sample();
    desk.run(&["export", "--all", "--format", "eml", "--to", "out"]).done();
    desk.run(&["export", "5", "--notice", "--format", "eml", "--to", "out"]).done();
    desk.run(&["export", "--bulletin", "1", "--format", "eml", "--to", "out"]).done();
    let names: Vec<String> = desk.files("out").into_keys().collect();
    assert!(names.len() > 20);
    let read = std::process::Command::new("python3")
        .args(["-c", STRICT])
        .args(&names)
        .current_dir(desk.path("out"))
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    let subjects = String::from_utf8_lossy(&read.stdout);
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    assert_eq!(subjects.lines().count(), names.len());
    for marked in ["EMBARGO until", "WITHDRAWN: "] {
        assert!(subjects.lines().any(|line| line.starts_with(marked)), "{marked}: {subjects}");
    }
}
