//! The desk around the text, by keyboard alone: tags, plans, editions. What
//! the window did is read from the desk itself.

use crate::window::{Place, Window};

#[tokio::test]
async fn a_tag_is_merged_with_a_count_and_the_merge_taken_back() {
    let Some(place) = Place::sample() else { return };
    let before = place.cli(&["vocabulary", "list"]);
    let window = Window::open(&place).await;

    window.command("Tags and sections").await;
    window.go_to("Find a name").await;
    window.type_here("fairway").await;
    window.take("fairway…").await;
    window.go_to("Merge into").await;
    window.type_here("works").await;
    window.enter().await;
    let dialog = window.find("[role=dialog]").await;
    let said = dialog.text().await.expect("a dialog has a text");
    assert!(said.contains("releases will stand under “works”"), "{said}");
    window.take("Merge").await;
    place.prints(&["vocabulary", "list"], |said| !said.contains("\"fairway\"")).await;
    window.take("Undo").await;
    place.prints(&["vocabulary", "list"], |said| said == before).await;
    window.close().await;
}

#[tokio::test]
async fn a_release_is_planned_and_its_time_reminded_of() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;

    window.write("Quay opens", &[]).await;
    window.saved().await;
    window.command("Plan its release").await;
    window.go_to("Day").await;
    window.type_here("1 aug 2020").await;
    window.take("Set").await;
    window.says("Notices", |said| said.contains("“Quay opens” was to be released")).await;
    place.prints(&["plan"], |said| said.contains("Quay opens")).await;
    window.close().await;
}

#[tokio::test]
async fn a_translation_that_has_fallen_behind_says_in_which_words() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.write("Quay opens", &[]).await;
    let source = place.keeps("Quay opens", |_| true).await;
    window.translate("French").await;

    place.cli(&["set", &source["id"].to_string(), "headline=Quay opens early"]);
    window.take("What changed in the source").await;
    window.says("Languages", |said| said.contains("early")).await;
    window.close().await;
}
