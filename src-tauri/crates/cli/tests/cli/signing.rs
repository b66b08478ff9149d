//! Keys and signatures: made, held to, lost, and never asked for where every user can read it.

use std::fs;

use crate::desk::{Desk, Said, keys};

const PASSPHRASE: &[(&str, &str)] = &[("DATELINE_PASSPHRASE", "a lighthouse in fog")];

fn with_key() -> (Desk, String) {
    let desk = Desk::sample();
    let line = knowing(&desk, &["key", "new"]).done().line();
    assert_eq!(keys(&line), ["key", "number"]);
    (desk, line["key"].as_str().unwrap().to_owned())
}

fn knowing(desk: &Desk, arguments: &[&str]) -> Said {
    desk.run_with(arguments, PASSPHRASE, None)
}

#[test]
fn an_export_is_signed_and_whoever_has_the_key_can_tell() {
    let (desk, key) = with_key();
    assert_eq!(desk.run(&["key", "show"]).done().line()["key"], key.as_str());
    knowing(&desk, &["export", "1", "2", "--to", "out", "--sign"]).done();
    let said = desk.run(&["verify", "out", "--key", &key]).done();
    assert!(said.words.contains("Signed with key") && said.words.contains("All 4 files"));

    fs::write(desk.path("out/manifest.json"), "{}").unwrap();
    let said = desk.run(&["verify", "out", "--key", &key]);
    assert_eq!(said.code, 1, "{}", said.words);

    desk.run(&["export", "1", "--to", "bare"]).done();
    let said = desk.run(&["verify", "bare", "--key", &key]).refused();
    assert!(said.contains("not signed"), "{said}");
    desk.run(&["verify", "bare"]).done();
}

#[test]
fn equal_exports_have_equal_signatures_whenever_they_are_made() {
    let (desk, _) = with_key();
    for to in ["one", "two"] {
        knowing(&desk, &["export", "1", "--to", to, "--sign"]).done();
    }
    assert_eq!(desk.files("one"), desk.files("two"));
    assert!(desk.files("one").contains_key("manifest.json.minisig"));
}

#[test]
fn what_comes_to_a_signed_folder_takes_the_signature_away() {
    let (desk, key) = with_key();
    knowing(&desk, &["export", "1", "--to", "out", "--sign"]).done();
    assert!(!desk.run(&["export", "1", "--to", "out"]).done().words.contains("signature"));
    let said = desk.run(&["export", "2", "--to", "out"]).done();
    assert!(said.words.contains("The signature was taken away"), "{}", said.words);
    assert!(!desk.path("out/manifest.json.minisig").exists());
    knowing(&desk, &["sign", "out"]).done();
    desk.run(&["verify", "out", "--key", &key]).done();
}

#[test]
fn a_site_is_signed_with_each_run_that_asks_for_it() {
    let (desk, key) = with_key();
    desk.run(&["site", "--to", "site"]).done();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    desk.run(&["verify", "site", "--key", &key]).done();
    let again = knowing(&desk, &["site", "--to", "site", "--sign"]).done().line();
    assert_eq!(again["written"], 0);

    desk.run(&["tag", "1", "+archive day"]).done();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    desk.run(&["verify", "site", "--key", &key]).done();
    desk.run(&["tag", "1", "-archive day"]).done();
    let said = desk.run(&["site", "--to", "site"]).done();
    assert!(said.words.contains("The signature was taken away"), "{}", said.words);
    desk.run(&["verify", "site"]).done();
    assert!(!desk.path("site/verify.html").exists());
    knowing(&desk, &["sign", "site"]).done();
    desk.run(&["site", "--to", "site"]).done();
    desk.run(&["verify", "site", "--key", &key]).done();
}

#[test]
fn a_site_that_has_not_changed_keeps_its_signature() {
    let (desk, key) = with_key();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    // Every release is looked at anew, and no page turns out other than it was.
    let store = dateline_store::Desk::open(desk.path("desk.dateline")).unwrap();
    store.set_setting(dateline_export::ERRORS_STOP_SETTING, "off").unwrap();
    drop(store);
    let said = desk.run(&["site", "--to", "site"]).done();
    assert!(!said.words.contains("signature"), "{}", said.words);
    desk.run(&["verify", "site", "--key", &key]).done();
    assert!(desk.path("site/verify.html").exists());
}

#[test]
fn a_site_takes_its_signature_away_and_nobody_else_s_page() {
    let (desk, _) = with_key();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    desk.write("site/verify.html", "<p>How we verify</p>");
    desk.run(&["tag", "1", "+archive day"]).done();
    let said = desk.run(&["site", "--to", "site"]).done();
    assert!(said.words.contains("The signature was taken away"), "{}", said.words);
    assert!(!desk.path("site/manifest.json.minisig").exists());
    assert_eq!(fs::read(desk.path("site/verify.html")).unwrap(), b"<p>How we verify</p>");
}

#[test]
fn a_site_never_signs_a_manifest_that_it_did_not_write() {
    let (desk, key) = with_key();
    desk.run(&["site", "--to", "site"]).done();
    let manifest = fs::read_to_string(desk.path("site/manifest.json")).unwrap();
    desk.write("site/manifest.json", manifest.replace("index.html", "other.html"));
    let said = knowing(&desk, &["site", "--to", "site", "--sign"]).refused();
    assert!(said.contains("manifest.json"), "{said}");
    assert!(!desk.path("site/manifest.json.minisig").exists());

    fs::remove_file(desk.path("site/manifest.json")).unwrap();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    assert_eq!(fs::read_to_string(desk.path("site/manifest.json")).unwrap(), manifest);
    desk.run(&["verify", "site", "--key", &key]).done();
}

#[test]
fn a_site_that_forgot_what_it_holds_finds_its_very_files_and_keeps_their_signature() {
    let (desk, key) = with_key();
    knowing(&desk, &["site", "--to", "site", "--sign"]).done();
    fs::remove_file(desk.path("site/.dateline-site")).unwrap();
    let said = desk.run(&["site", "--to", "site"]).done();
    assert!(!said.words.contains("signature"), "{}", said.words);
    assert!(desk.path("site/.dateline-site").exists());
    desk.run(&["verify", "site", "--key", &key]).done();
}

#[test]
fn what_bears_no_signature_is_proved_without_the_desk() {
    let desk = Desk::sample();
    desk.run(&["export", "1", "--to", "out"]).done();
    desk.write("other", "a desk of a version that is yet to come");
    let other = [("DATELINE_DESK", "other")];
    desk.run_with(&["verify", "out"], &other, None).done();
    desk.write("out/manifest.json.minisig", "x");
    desk.run_with(&["verify", "out"], &other, None).refused();
}

#[test]
fn the_passphrase_comes_from_the_environment_or_standard_input() {
    let (desk, key) = with_key();
    desk.run(&["export", "1", "--to", "out"]).done();
    let line = desk.write("passphrase", "a lighthouse in fog\r\nrest\n");
    desk.run_with(&["sign", "out", "--passphrase-stdin"], &[], Some(&line)).done();
    desk.run(&["verify", "out", "--key", &key]).done();

    let said = desk.run(&["sign", "out"]);
    assert_eq!(said.code, 2, "{}", said.words);
    assert!(said.words.contains("DATELINE_PASSPHRASE"), "{}", said.words);
    let empty = [("DATELINE_PASSPHRASE", "")];
    let said = desk.run_with(&["sign", "out"], &empty, None);
    assert_eq!(said.code, 2, "{}", said.words);
    assert!(said.words.contains("Nobody can be asked"), "{}", said.words);
    let wrong = [("DATELINE_PASSPHRASE", "another one entirely")];
    let said = desk.run_with(&["sign", "out"], &wrong, None).refused();
    assert!(said.contains("does not open the key"), "{said}");
    let said = knowing(&desk, &["key", "new"]).refused();
    assert!(said.contains("--replace"), "{said}");
    let said =
        desk.run_with(&["key", "new", "--replace"], &[("DATELINE_PASSPHRASE", "short")], None);
    assert!(said.refused().contains("fewer than 8 characters"));
    let said = desk.run(&["verify", "out", "--key", "RWnonsense"]).refused();
    assert!(said.contains("is no minisign key"), "{said}");
}

#[test]
fn a_desk_without_a_key_signs_nothing() {
    let desk = Desk::sample();
    let said = knowing(&desk, &["export", "1", "--to", "out", "--sign"]).refused();
    assert!(said.contains("key new"), "{said}");
    assert!(!desk.path("out").exists());
    desk.run(&["key", "show"]).refused();
}
