//! What comes in from outside: documents by the dialog, by the inbox folder, by the command line.

use std::{fs, path::Path};

use crate::{
    system::choose,
    window::{Place, Window, until},
};

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpora/documents/word.docx");

#[tokio::test]
async fn a_document_is_looked_over_before_it_becomes_a_draft() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.ctrl('o').await;
    choose("Files to import", Path::new(DOCUMENT)).await;
    window
        .dialog(|said| {
            said.contains("word.docx") && said.contains("Kari Moe") && said.contains("accepted")
        })
        .await;
    window.go_to("Headline").await;
    window.ctrl('a').await;
    window.type_here("Crews row in the Winter Rally").await;
    window.take("Make the draft").await;
    window
        .says("Notices", |said| said.contains("“Crews row in the Winter Rally” is a draft"))
        .await;
    window.says("Body", |text| text.contains("lifeboat crews from nine towns")).await;
    place.keeps("Winter Rally", |kept| kept["date"] == "2026-02-04").await;
    window.close().await;
}

#[tokio::test]
async fn a_text_that_is_far_too_large_is_refused_and_writing_goes_on() {
    let Some(place) = Place::empty() else { return };
    let huge = place.path("minutes.txt");
    let line = "The harbour is open to ships of any size.\n";
    fs::write(&huge, line.repeat(600_000)).expect("a file can be written");
    let window = Window::open(&place).await;
    window.ctrl('o').await;
    choose("Files to import", &huge).await;
    window.dialog(|said| said.contains("minutes.txt") && said.contains("20 MB")).await;
    window.leave_dialog().await;
    window.write("Swing bridge closed", &["It opens on Monday."]).await;
    window.saved().await;
    let listed = place.cli(&["list", "--json"]);
    assert_eq!(listed.lines().count(), 1, "{listed}");
    window.close().await;
}

#[tokio::test]
async fn what_is_put_into_the_inbox_becomes_a_draft_or_is_refused_with_a_reason() {
    let Some(place) = Place::empty() else { return };
    let inbox = place.path("inbox");
    fs::create_dir(&inbox).expect("a folder can be made");
    let window = Window::open(&place).await;
    window.command("Settings").await;
    window.lands_on("Search the settings").await;
    window.type_here("inbox").await;
    window.take("Choose…").await;
    choose("Folder to watch", &inbox).await;
    window.dialog(|said| said.contains(&inbox.display().to_string())).await;
    window.leave_dialog().await;

    fs::copy(DOCUMENT, inbox.join("rally.docx")).expect("a file can be copied");
    window.says("Notices", |said| said.contains("came from the inbox")).await;
    window.open_row(|row| row.contains("Thirty-one crews row")).await;
    assert!(inbox.join("done/rally.docx").exists(), "the original is put away");

    fs::write(inbox.join("broken.docx"), "no document").expect("a file can be written");
    window.says("Notices", |said| said.contains("broken.docx")).await;
    until("the reason", || async {
        let names = fs::read_dir(inbox.join("refused")).ok()?;
        (names.flatten().count() == 2).then_some(())
    })
    .await;
    window.close().await;
}

#[tokio::test]
async fn an_import_on_the_command_line_appears_in_the_list() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    let file = place.path("notice.txt");
    let text = "Swing bridge closed on Sunday\n\nThe swing bridge is closed on Sunday.\n";
    fs::write(&file, text).expect("a file can be written");
    place.cli(&["import", &file.display().to_string()]);
    window.open_row(|row| row.contains("Swing bridge closed on Sunday")).await;
    window.says("Body", |text| text.contains("The swing bridge is closed")).await;
    window.close().await;
}
