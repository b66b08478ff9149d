//! Search as typed, in the whole desk, and what is kept of it.

use fantoccini::key::Key;

use crate::window::{Place, Window, until};

/// Waits until the list shows so many rows, and gives what they say.
async fn rows(window: &Window, number: usize) -> Vec<String> {
    until(&format!("{number} rows"), || async {
        let rows = window.rows().await;
        (rows.len() == number).then_some(rows)
    })
    .await
}

#[tokio::test]
async fn search_narrows_the_list_as_it_is_typed() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.ctrl('f').await;
    window.type_here("hydrogen bunk").await;
    let found = rows(&window, 1).await;
    assert!(found[0].contains("hydrogen bunkering"), "{found:?}");
    window.close().await;
}

#[tokio::test]
async fn filters_complete_as_they_are_typed_and_say_what_makes_no_sense() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.ctrl('f').await;
    for (begun, found) in [("ta", None), ("wi", Some(2)), ("st", None), ("appr", Some(1))] {
        window.type_here(begun).await;
        window.named("Choices for Search").await;
        window.enter().await;
        if let Some(number) = found {
            rows(&window, number).await;
        }
    }
    window.type_here("embargoed:perhaps ").await;
    window.says("List", |said| said.contains("is yes or no, not “perhaps”")).await;
    // The first Escape clears the search; the list shows everything again.
    window.key(Key::Escape).await;
    until("the whole list", || async { (window.rows().await.len() > 5).then_some(()) }).await;
    window.close().await;
}

#[tokio::test]
async fn a_search_is_kept_and_shown_again_by_the_next_window() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.ctrl('f').await;
    window.type_here("tag:ferries ").await;
    window.command("Save this search").await;
    window.lands_on("Name of the search").await;
    window.ctrl('a').await;
    window.type_here("Everything that sails").await;
    window.enter().await;
    window.button("Everything that sails").await;
    window.close().await;

    let window = Window::open(&place).await;
    window.press_button("Everything that sails").await;
    window.button("Remove the saved search Everything that sails").await;
    rows(&window, 2).await;
    window.close().await;
}
