//! Writing by keyboard: tables, figures, find and replace, the way back, splitting, other directions.

use fantoccini::{Locator, key::Key};
use serde_json::Value;

use crate::{
    system,
    window::{Place, Window},
};

/// The first block of that type in a release's body.
fn block<'a>(kept: &'a Value, of: &str) -> Option<&'a Value> {
    kept["body"]["content"].as_array()?.iter().find(|block| block["type"] == of)
}

#[tokio::test]
async fn a_table_gets_and_loses_rows_and_columns_by_keyboard() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.write("Fares", &[]).await;
    // The tools are one stop before the paper, and the arrow keys go along them.
    window.key(Key::Escape).await;
    window.walk_to("Undo", &[Key::Shift], Key::Tab).await;
    window.walk_to("Table", &[], Key::Right).await;
    window.enter().await;
    window.lands_on("Body").await;
    for words in ["Ticket", "Fare", "From", "Adult", "4 euros", "May"] {
        window.type_here(words).await;
        window.key(Key::Tab).await;
    }
    let size = |kept: &Value| {
        let rows = block(kept, "table")?["content"].as_array()?;
        Some((rows.len(), rows[0]["content"].as_array()?.len()))
    };
    place.keeps("Fares", |kept| kept["body"].to_string().contains("May")).await;
    window.press(&[Key::Alt, Key::Shift], Key::Down.into()).await;
    window.press(&[Key::Alt, Key::Shift], Key::Right.into()).await;
    place.keeps("Fares", |kept| size(kept) == Some((4, 4))).await;
    window.press(&[Key::Alt, Key::Shift], Key::Backspace.into()).await;
    window.press(&[Key::Alt, Key::Shift], Key::Delete.into()).await;
    place.keeps("Fares", |kept| size(kept) == Some((3, 3))).await;
    window.ctrl('z').await;
    place.keeps("Fares", |kept| size(kept) == Some((3, 4))).await;
    // Out of the table the text goes on below it.
    window.ctrl(Key::Enter.into()).await;
    window.type_here("Children travel free.").await;
    let kept = place.keeps("Fares", |kept| kept["body"].to_string().contains("free.")).await;
    let last = kept["body"]["content"].as_array().and_then(|blocks| blocks.last());
    assert_eq!(last.map(|block| &block["type"]), Some(&"paragraph".into()), "{kept}");
    window.close().await;
}

#[tokio::test]
async fn a_figure_asks_for_its_words_at_once() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.write("Mole light", &["The light was lit."]).await;
    let picture =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/crates/sample/data/mole-light.png");
    let chooser = Locator::Css("[aria-label='Body'] + input[type=file]");
    let chooser = window.client().find(chooser).await.expect("the text takes pictures");
    chooser.send_keys(picture).await.expect("a file can be chosen");
    window.lands_on("Alternative text").await;
    window.type_here("A lighthouse at night").await;
    window.key(Key::Tab).await;
    window.lands_on("Caption").await;
    window.type_here("The mole light, lit again").await;
    window.key(Key::Tab).await;
    window.lands_on("Credit").await;
    window.type_here("Photo: Port of Vestmark").await;
    let kept = place.keeps("Mole light", |kept| {
        block(kept, "figure").is_some_and(|it| it["attrs"]["credit"] == "Photo: Port of Vestmark")
    });
    let kept = kept.await;
    let attrs = &block(&kept, "figure").expect("it is there")["attrs"];
    assert_eq!(attrs["alt"], "A lighthouse at night");
    assert_eq!(attrs["caption"], "The mole light, lit again");
    window.preview_says(|page| page.contains("alt=\"A lighthouse at night\"")).await;
    window.close().await;
}

#[tokio::test]
async fn words_are_found_and_replaced_and_the_change_undone() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.write("Timetable", &["The ferry waits.", "A ferry, and a Ferry, leave."]).await;
    window.press(&[Key::Control, Key::Shift], 'f').await;
    window.lands_on("Find").await;
    window.type_here("ferry").await;
    window.says("Find and replace", |said| said.contains("3")).await;
    window.take("Match case").await;
    window.says("Find and replace", |said| said.contains("2")).await;
    window.go_to("Replace with").await;
    window.type_here("boat").await;
    window.take("Replace all").await;
    window.says("Find and replace", |said| said.contains("Replaced 2 times.")).await;
    window.says("Body", |text| text.contains("A boat, and a Ferry, leave.")).await;
    window.key(Key::Escape).await;
    window.lands_on("Body").await;
    window.ctrl('z').await;
    window.says("Body", |text| text.contains("A ferry, and a Ferry, leave.")).await;
    window.close().await;
}

#[tokio::test]
async fn words_are_replaced_in_every_release_that_is_not_out() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.command("Find and replace in all").await;
    window.lands_on("Find").await;
    window.type_here("electric tugs").await;
    window.dialog(|said| said.contains("hit")).await;
    window.go_to("Replace with").await;
    window.type_here("battery tugs").await;
    window.enter().await;
    place.keeps("two tugs", |kept| kept["headline"].to_string().contains("battery tugs")).await;
    window.no_dialog().await;
    window.ctrl('z').await;
    place.keeps("two tugs", |kept| kept["headline"].to_string().contains("electric tugs")).await;
    window.close().await;
}

#[tokio::test]
async fn an_earlier_text_is_compared_and_restored() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.open_found("hydrogen bunk").await;
    window.jump('2', "Headline").await;
    window.ctrl('a').await;
    window.type_here("Trial postponed").await;
    place.keeps("Trial postponed", |_| true).await;
    window.press(&[Key::Control, Key::Shift], '3').await;
    window.take("Compare with the page").await;
    window.dialog(|said| said.contains("put in.") && said.contains("postponed")).await;
    window.take("Restore the earlier").await;
    window.says("Notices", |said| said.contains("The earlier text stands again")).await;
    let restored = "Trial of hydrogen bunkering at the deep-water quay";
    place.keeps("hydrogen", |kept| kept["headline"] == restored).await;
    window.close().await;
}

#[tokio::test]
async fn a_release_is_split_at_the_caret_and_made_whole_again() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.write("Two in one", &["The bridge opens.", "The museum closes."]).await;
    window.key(Key::Home).await;
    window.command("Split at the caret").await;
    window.says("Notices", |said| said.contains("This is the second release")).await;
    window.says("Body", |text| text.trim() == "The museum closes.").await;
    let first =
        place.keeps("Two in one", |kept| !kept["body"].to_string().contains("museum")).await;
    assert!(first["body"].to_string().contains("The bridge opens."), "{first}");
    window.answer("Undo").await;
    place.keeps("Two in one", |kept| kept["body"].to_string().contains("museum")).await;
    window.says("Body", |text| text.contains("bridge") && text.contains("museum")).await;
    window.close().await;
}

#[tokio::test]
async fn arabic_is_written_and_shown_from_right_to_left() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.write("Quay opens", &[]).await;
    place.keeps("Quay opens", |_| true).await;
    window.translate("Arabic").await;
    window.jump('3', "Body").await;
    // The right arrow leads back where the line runs to the left.
    window.type_here("فتح الميناءرصيفا").await;
    for _ in "رصيفا".chars() {
        window.key(Key::Right).await;
    }
    window.type_here(" ").await;
    place
        .keeps("language:ar الميناء", |kept| {
            kept["body"].to_string().contains("فتح الميناء رصيفا")
        })
        .await;
    window.press(&[Key::Control, Key::Shift], '1').await;
    let body = window.named("Body").await;
    let direction = body.css_value("direction").await.expect("a style can be read");
    assert_eq!(direction, "rtl");
    window
        .preview_says(|page| page.contains("dir=\"rtl\"") && page.contains("الميناء رصيفا"))
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_dead_key_and_the_letter_after_it_are_one_letter() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.sit("Kari Moe").await;
    window.write("Menu", &["Caf"]).await;
    system::keys(&["dead_acute", "e"]);
    window.says("Body", |text| text.trim() == "Café").await;
    // The same where what is typed is a suggestion.
    window.press(&[Key::Control, Key::Shift], 'e').await;
    window.says("Notices", |said| said.contains("Suggesting is on")).await;
    system::keys(&["dead_diaeresis", "u"]);
    window.says("Body", |text| text.trim() == "Caféü").await;
    window.saved().await;
    window.close().await;
}
