//! Themes on the command line: begun, checked, packed, used; and what bad ones get.

use std::fs;

use crate::desk::Desk;

/// Runs with the themes in the desk's own folder.
fn run(desk: &Desk, arguments: &[&str]) -> crate::desk::Said {
    let themes = desk.path("themes");
    desk.run_with(arguments, &[("DATELINE_THEMES", themes.to_str().unwrap())], None)
}

#[test]
fn an_own_theme_is_begun_checked_packed_and_used() {
    let desk = Desk::sample();
    run(&desk, &["theme", "new", "vestmark"]).done();
    assert!(run(&desk, &["theme", "new", "vestmark"]).refused().contains("vestmark"));
    let said = run(&desk, &["theme", "list"]).done();
    let names: Vec<_> = said.lines().iter().map(|line| line["theme"].clone()).collect();
    assert_eq!(names, ["office", "newsroom", "plain", "vestmark"]);
    let checked = run(&desk, &["theme", "check", "vestmark"]).done().line();
    assert!(checked["pages"].as_u64() > Some(20) && checked["site"].as_u64() > Some(40));

    let template = fs::read_to_string(desk.path("themes/vestmark/release.html")).unwrap();
    desk.write("themes/vestmark/release.html", template.replace("<body>", "<body data-own>"));
    let template = fs::read_to_string(desk.path("themes/vestmark/list.html")).unwrap();
    desk.write("themes/vestmark/list.html", template.replace("<body>", "<body data-list>"));
    run(&desk, &["export", "1", "--format", "html", "--theme", "vestmark", "--to", "out"]).done();
    let page = desk.files("out").into_values().next().unwrap();
    assert!(String::from_utf8(page).unwrap().contains("<body data-own>"));
    run(&desk, &["site", "--theme", "vestmark", "--to", "site"]).done();
    let home = fs::read_to_string(desk.path("site/index.html")).unwrap();
    assert!(home.contains("<body data-list>") && home.contains("href=\"style.css\""));
    assert!(fs::read_to_string(desk.path("site/style.css")).unwrap().contains("--accent: #1f4e79"));

    run(&desk, &["theme", "pack", "vestmark", "--to", "vestmark.zip"]).done();
    run(&desk, &["theme", "check", "vestmark.zip"]).done();
    assert!(run(&desk, &["theme", "pack", "office"]).refused().contains("office"));
    assert!(run(&desk, &["theme", "pack", "none"]).refused().contains("There is no theme"));
}

#[test]
fn a_fault_is_told_with_its_file_its_line_and_its_reason() {
    let desk = Desk::sample();
    let faults = [
        (
            "release.html",
            "<p>\n{% for i in range(100000) %}{% for j in range(100000) %}{{ j }}{% endfor %}{% endfor %}",
            "loop",
        ),
        ("release.html", "<p>\n{% include \"../../secret.txt\" %}", "not in the theme"),
        ("release.html", "<p>\n{{ data(\"/etc/hostname\") }}", "not in the theme"),
        ("release.html", "<p>\n{{ headlin.x }}", "line 2"),
        ("release.html", "<p>\n{% if x %}", "line 2"),
        ("list.html", "<p>\n{{ entries | nothing }}", "line 2"),
        ("theme.toml", "name = \"A\"\nversion = 1", "line 2"),
    ];
    for (number, (file, text, said)) in faults.into_iter().enumerate() {
        let name = format!("theme-{number}");
        run(&desk, &["theme", "new", &name]).done();
        desk.write(&format!("themes/{name}/{file}"), text);
        desk.write("secret.txt", "Secret");
        let words = run(&desk, &["theme", "check", &name]).refused();
        assert!(words.contains(&format!("“{file}”")) && words.contains(said), "{file}: {words}");
        let words = run(&desk, &["site", "--theme", &name, "--to", "site"]).refused();
        assert!(words.contains(&format!("“{file}”")), "{words}");
        assert!(!desk.path("site").exists(), "nothing half written");
    }
}
