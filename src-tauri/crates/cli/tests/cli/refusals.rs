//! What bad input gets: one clear sentence that names the file and what to do, and a desk left as
//! it was.

use std::fs;

use crate::desk::Desk;

#[test]
fn bad_input_is_refused_in_a_sentence() {
    let desk = Desk::sample();
    desk.write("empty.txt", "");
    desk.write("blank.txt", " \n\u{a0}\n");
    desk.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.write("bytes.txt", (0..=255u8).cycle().take(4096).collect::<Vec<_>>());
    desk.write("talk.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3");
    desk.write("large.txt", vec![b'a'; 50_000_000]);
    desk.write("bad.jsonl", "nonsense\n[1]\n");
    fs::create_dir(desk.path("nothing")).unwrap();
    desk.write("note.txt", "Just a note.\n");
    desk.write("out/manifest.json", "{}");
    let before = desk.bytes();

    let mut told = String::new();
    for call in [
        "import empty.txt",
        "import blank.txt",
        "import picture.png",
        "import bytes.txt",
        "import talk.pdf",
        "import large.txt",
        "import bad.jsonl",
        "import nothing",
        "import missing.txt",
        "--desk missing.dateline list",
        "--desk nothing list",
        "--desk note.txt list",
        "--desk note.txt init",
        "--desk note.txt/desk.dateline init",
        "show 99",
        "set 99 place=Vestmark",
        "set 12 date=yesterday",
        "set 12 embargo=2026-10-25+02:30",
        "tag 99 +rescue",
        "stage 99 review",
        "stage 25 approved",
        "stage 12 draft",
        "stage 12 withdrawn",
        "export 99 --to elsewhere",
        "export 25 26 --to elsewhere",
        "export 5 --draft --to elsewhere",
        "export 12 --to note.txt",
        "export 12 --to out",
        "export --bulletin 9 --to elsewhere",
        "verify nothing",
        "verify out",
        "check 99",
    ] {
        let arguments: Vec<String> =
            call.split(' ').map(|argument| argument.replace('+', " ")).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let tag = arguments.contains(&" rescue");
        let arguments: Vec<&str> = arguments
            .into_iter()
            .map(|a| if tag && a == " rescue" { "+rescue" } else { a })
            .collect();
        told.push_str(&format!("$ {call}\n{}\n", desk.run(&arguments).refused()));
    }
    insta::assert_snapshot!(told);
    assert_eq!(desk.bytes(), before, "the desk is as it was");
    assert_eq!(fs::read(desk.path("note.txt")).unwrap(), b"Just a note.\n");
    assert!(!desk.path("elsewhere").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::sample();
    let locked = desk.path("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    // Whoever may write everywhere cannot be locked out.
    if fs::write(locked.join("probe"), "").is_ok() {
        return;
    }
    let said = desk.run(&["export", "12", "--to", "locked"]).refused();
    assert!(said.contains("locked") && said.contains("permission"), "{said}");
    assert!(desk.files("locked").is_empty());
}
