//! Sites as the command line writes them: what stands on them, what an edit changes, what a run
//! that is killed leaves.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::desk::{Desk, keys};

/// Every file below a folder, by its path in it.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(at: &Path, under: &str, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(at).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{under}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                gather(&entry.path(), &format!("{name}/"), into);
            } else {
                into.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files);
    files
}

fn page<'t>(tree: &'t BTreeMap<String, Vec<u8>>, path: &str) -> &'t str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("{path} in {:?}", tree.keys()));
    std::str::from_utf8(bytes).unwrap()
}

/// Files that are other than before, new, or gone; the state of the folder left out.
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| before.get(*path) != after.get(*path) && *path != ".dateline-site");
    paths.into_iter().cloned().collect()
}

#[test]
fn the_sample_desk_becomes_a_site() {
    let desk = Desk::sample();
    let said = desk.run(&["site", "--to", "site"]).done();
    let line = said.line();
    assert_eq!(
        keys(&line),
        ["embargoed", "folder", "left_out", "notices", "releases", "removed", "theme", "written"]
    );
    let site = tree(&desk.path("site"));
    let (mut pages, mut notices) = (0, 0);
    let home = page(&site, "index.html");
    for id in 1..=27 {
        let release = desk.release(id);
        let headline = release["headline"].as_str().unwrap();
        let heading = format!("<h1>{}</h1>", headline.replace('&', "&amp;"));
        let own = site.values().filter(|bytes| String::from_utf8_lossy(bytes).contains(&heading));
        let stands = own.count();
        let waits = line["embargoed"].as_array().unwrap().contains(&Value::from(id));
        match release["stage"].as_str().unwrap() {
            _ if waits => assert_eq!(stands, 0, "{headline} is under embargo"),
            "released" | "corrected" | "approved" => {
                assert_eq!(stands, 1, "{headline}");
                pages += 1;
            }
            "withdrawn" => {
                assert_eq!(stands, 1, "the notice of {headline}");
                assert!(!home.contains(headline));
                notices += 1;
            }
            stage => assert_eq!(stands, 0, "{headline} is {stage}"),
        }
        if waits {
            let told = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(headline);
            assert!(!site.values().any(told), "{headline} is in a list or feed");
        }
    }
    assert!(pages > 15 && notices > 0);
    assert_eq!((line["releases"].as_u64(), line["notices"].as_u64()), (Some(pages), Some(notices)));
    assert_eq!(line["written"].as_u64(), Some(site.len() as u64 - 2), "all but state and manifest");
    let verified = desk.run(&["verify", "site"]).done();
    assert!(
        verified.words.contains(&format!("All {} files", site.len() - 2)),
        "{}",
        verified.words
    );
    // An edition knows the others, and every page the way back.
    let french = site.keys().find(|path| path.contains("garde-côtes")).expect("the French edition");
    let french = page(&site, french);
    assert!(french.contains("hreflang=\"ru\"") && french.contains("hreflang=\"ar\""));
    assert!(french.contains("../sections/") && french.contains("../index.html"));
    assert_eq!(desk.run(&["site", "--to", "site"]).done().line()["written"], 0);
    assert!(changed(&site, &tree(&desk.path("site"))).is_empty());
}

#[test]
fn an_edit_changes_its_page_and_the_lists_that_name_it() {
    let desk = Desk::sample();
    desk.run(&["site", "--to", "site"]).done();
    desk.write("site/CNAME", "news.vestmark.example");
    let before = tree(&desk.path("site"));
    desk.run(&["tag", "1", "+archive day"]).done();
    let said = desk.run(&["site", "--to", "site"]).done();
    let after = tree(&desk.path("site"));
    let paths = changed(&before, &after);
    assert_eq!(said.line()["written"].as_u64(), Some(paths.len() as u64 - 1), "{paths:?}");
    assert!(paths.contains(&"tags/archive-day/index.html".to_owned()), "{paths:?}");
    assert!(!paths.contains(&"sitemap.xml".to_owned()) && paths.len() < 20, "{paths:?}");
    assert_eq!(after["CNAME"], b"news.vestmark.example");
    // What came step by step is what comes at once.
    desk.run(&["site", "--to", "anew"]).done();
    let mut stepped = after.clone();
    stepped.remove("CNAME");
    assert!(changed(&tree(&desk.path("anew")), &stepped).is_empty());

    desk.run(&["tag", "1", "-archive day"]).done();
    assert!(desk.run(&["site", "--to", "site"]).done().line()["removed"].as_u64() >= Some(3));
    assert!(!desk.path("site/tags/archive-day").exists());
    let back = tree(&desk.path("site"));
    let only_manifest = changed(&before, &back);
    assert_eq!(only_manifest, ["manifest.json"], "the manifest names the new revision");
}

#[test]
fn what_is_withdrawn_becomes_a_notice_and_leaves_the_lists() {
    let desk = Desk::sample();
    desk.run(&["site", "--to", "site"]).done();
    let headline = desk.release(2)["headline"].as_str().unwrap().to_owned();
    let site = tree(&desk.path("site"));
    let (path, _) = site
        .iter()
        .find(|(_, bytes)| String::from_utf8_lossy(bytes).contains(&format!("<h1>{headline}</h1>")))
        .unwrap();
    desk.run(&["stage", "2", "withdrawn", "--why", "The contract was not signed."]).done();
    desk.run(&["site", "--to", "site"]).done();
    let after = tree(&desk.path("site"));
    let notice = page(&after, path);
    assert!(notice.contains("The contract was not signed."));
    for (other, bytes) in &after {
        let named = String::from_utf8_lossy(bytes).contains(&headline);
        assert_eq!(named, other == path || other == ".dateline-site", "{other}");
    }
}

#[test]
fn what_was_taken_out_of_the_folder_comes_back() {
    let desk = Desk::sample();
    desk.run(&["site", "--to", "site"]).done();
    let before = tree(&desk.path("site"));
    let picture = before.keys().find(|path| path.starts_with("pictures/")).unwrap();
    let page =
        before.keys().find(|path| path.starts_with("20") && !path.contains("index")).unwrap();
    for path in [page, picture, "feed.xml", "manifest.json"] {
        fs::remove_file(desk.path("site").join(path)).unwrap();
        desk.run(&["site", "--to", "site"]).done();
        assert!(changed(&before, &tree(&desk.path("site"))).is_empty(), "{path}");
    }
}

/// A disk that takes no more is refused by the system as a file is that grows beyond a limit.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let desk = Desk::sample();
    let words = "Words and words. ".repeat(60_000);
    let long = format!("Long news\n\n{words}");
    let long = desk.write("long.txt", long);
    let full = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_dateline-cli");
        let limited = r#"trap "" XFSZ; ulimit -f 256; exec "$0" "$@""#;
        let mut run = Command::new("sh");
        run.args(["-c", limited, program]).args(arguments);
        let output =
            run.current_dir(desk.path("")).env("DATELINE_DESK", "desk.dateline").output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    desk.run(&["site", "--to", "site"]).done();
    desk.run(&["export", "1", "--to", "out"]).done();
    let long = desk.run(&["import", long.to_str().unwrap(), "--stage", "released"]).done();
    let id = long.ids()[0].to_string();
    let (site, out) = (tree(&desk.path("site")), tree(&desk.path("out")));
    for (to, before) in [("site", &site), ("new-site", &BTreeMap::new())] {
        let said = full(&["site", "--to", to]);
        assert!(said.contains("long-news.html” could not be written"), "{said}");
        assert!(!desk.path("new-site").exists());
        if !before.is_empty() {
            assert_eq!(*before, tree(&desk.path(to)));
        }
    }
    for to in ["out", "new"] {
        let said = full(&["export", "2", &id, "--format", "text", "--to", to]);
        assert!(said.contains("long-news.txt” could not be written"), "{said}");
    }
    assert_eq!(out, tree(&desk.path("out")));
    assert!(!desk.path("new").exists());
}

#[test]
fn files_of_others_are_neither_replaced_nor_removed() {
    let desk = Desk::sample();
    desk.write("site/index.html", "Somebody else's");
    let said = desk.run(&["site", "--to", "site"]).refused();
    assert!(said.contains("“index.html”"), "{said}");
    assert_eq!(tree(&desk.path("site")).len(), 1, "nothing was written");
    desk.run(&["site", "--to", "site", "--replace"]).done();
    desk.run(&["verify", "site"]).done();
    // A page that was changed by hand.
    let path = tree(&desk.path("site")).into_keys().find(|path| path.starts_with("20")).unwrap();
    desk.write(&format!("site/{path}"), "By hand");
    let anew = ["site", "--to", "site", "--base-url", "https://other.example"];
    let said = desk.run(&anew).refused();
    assert!(said.contains(&path), "{said}");
    assert!(desk.run(&["site", "--to", "nowhere", "--theme", "fancy"]).refused().contains("fancy"));
    desk.run(&["site", "--to", "site", "--base-url", "news.example"]).wrong();
}

#[test]
fn a_site_is_the_same_bytes_whatever_the_clock_and_the_locale() {
    let desk = Desk::sample();
    desk.run(&["site", "--to", "one"]).done();
    let elsewhere = [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "ar_EG.UTF-8"),
        ("LC_ALL", "ru_RU.UTF-8"),
        ("USER", "else"),
    ];
    desk.run_with(&["site", "--to", "two"], &elsewhere, None).done();
    assert_eq!(tree(&desk.path("one")), tree(&desk.path("two")));
}

#[test]
fn two_releases_of_one_name_have_two_pages() {
    let desk = Desk::new();
    let archive = (0..2)
        .map(|_| r#"{"headline":"Fairway open","date":"2026-03-02","stage":"released","reference":"2026/1","body":"Open."}"#)
        .collect::<Vec<_>>()
        .join("\n");
    let archive = desk.write("archive.jsonl", archive);
    desk.run(&["import", archive.to_str().unwrap()]).done();
    assert_eq!(desk.run(&["site", "--to", "site"]).done().line()["releases"], 2);
    let pages = tree(&desk.path("site"));
    assert_eq!(
        pages.keys().filter(|path| path.starts_with("2026/") && path.contains("fairway")).count(),
        2
    );
}

/// Kills a run at a hundred moments between its beginning and its end. Each leaves the site as it
/// was; or the new one, once the next run has put down the last of its files. Every page differs
/// from one site to the other.
#[test]
fn a_run_that_is_killed_leaves_the_old_site_or_the_new() {
    let desk = Desk::sample();
    let site = desk.path("site");
    let run = |to: &str, base: &str| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_dateline-cli"));
        run.args(["site", "--to", to, "--base-url", base])
            .current_dir(desk.path(""))
            .env("DATELINE_DESK", "desk.dateline")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        run
    };
    let bases = ["https://one.example", "https://two.example"];
    let mut sites = BTreeMap::new();
    let mut length = Duration::ZERO;
    for base in bases {
        let started = Instant::now();
        assert!(run(&base[8..11], base).status().unwrap().success());
        length = started.elapsed();
        sites.insert(base, tree(&desk.path(&base[8..11])));
    }
    assert!(changed(&sites[bases[0]], &sites[bases[1]]).len() > 40);
    assert!(run("site", bases[0]).status().unwrap().success());
    let (mut standing, mut old, mut new, mut unfinished) = (bases[0], 0, 0, 0);
    for round in 0..100_u32 {
        let base = if standing == bases[0] { bases[1] } else { bases[0] };
        let mut running = run("site", base).spawn().unwrap();
        // From the beginning to behind the end, five times over.
        let (begun, part) = (Instant::now(), round % 20);
        let mut ended = false;
        while begun.elapsed() < length * part / 16 && !ended {
            ended = running.try_wait().unwrap().is_some();
            std::thread::yield_now();
        }
        running.kill().unwrap();
        running.wait().unwrap();
        // How long a run takes depends on what else the machine does meanwhile.
        if ended {
            length = begun.elapsed();
        } else if part > 16 {
            length = length * 3 / 2;
        }
        if site.join(".dateline-new/journal").exists() {
            unfinished += 1;
            assert!(desk.run(&["verify", "site"]).refused().contains("interrupted"));
            // The next run finishes it, before it finds that its own work is done.
            assert!(run("site", base).status().unwrap().success());
        }
        let mut now = tree(&site);
        now.retain(|path, _| !path.starts_with(".dateline-new/"));
        if now == sites[base] {
            standing = base;
            new += 1;
        } else {
            let differ = changed(&sites[standing], &now);
            assert!(differ.is_empty(), "killed in round {round}: {differ:?}");
            old += 1;
        }
    }
    assert!(old > 4 && new > 4, "old {old}, new {new}, unfinished {unfinished}");

    // A place where nothing was: nothing, or the whole site.
    for round in 0..20_u32 {
        let place = desk.path("fresh");
        let mut running = run("fresh", bases[0]).spawn().unwrap();
        std::thread::sleep(length * round / 16);
        running.kill().unwrap();
        running.wait().unwrap();
        if place.exists() {
            assert_eq!(tree(&place), sites[bases[0]]);
            fs::remove_dir_all(&place).unwrap();
        }
    }
}
