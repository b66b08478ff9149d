//! Search as typed, in the whole desk, and what is kept of it.

use std::fs;

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
    window.jump('f', "Search").await;
    window.type_here("hydrogen bunk").await;
    let found = rows(&window, 1).await;
    assert!(found[0].contains("hydrogen bunkering"), "{found:?}");
    window.close().await;
}

#[tokio::test]
async fn filters_complete_as_they_are_typed_and_say_what_makes_no_sense() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.jump('f', "Search").await;
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
    window.jump('f', "Search").await;
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

#[tokio::test]
async fn a_release_shows_after_nothing_was_found_and_the_list_goes_along_with_the_next() {
    let Some(place) = Place::empty() else { return };
    let mut import = vec!["import".to_owned()];
    for nth in 1..=70 {
        let file = place.path(&format!("{nth}.txt"));
        fs::write(&file, format!("Notice {nth} to mariners\n\nThe fairway is clear.\n"))
            .expect("a file can be written");
        import.push(file.display().to_string());
    }
    place.cli(&import.iter().map(String::as_str).collect::<Vec<_>>());

    let window = Window::open(&place).await;
    window.jump('f', "Search").await;
    for search in ["lighthouse", "33", "lighthouse", "34"] {
        window.ctrl('a').await;
        window.type_here(search).await;
        let found = rows(&window, usize::from(search != "lighthouse")).await;
        assert!(found.iter().all(|row| row.contains(search)), "{found:?}");
    }
    window.key(Key::Escape).await;
    until("the whole list", || async { (window.rows().await.len() > 5).then_some(()) }).await;

    // Further than a first page of rows.
    for _ in 1..=65 {
        window.press(&[Key::Alt], Key::Down.into()).await;
    }
    until("the row that is open, on the screen", || async {
        let seen = "const list = document.querySelector('[data-go=list]');
            const row = document.getElementById(list.getAttribute('aria-activedescendant'));
            const [around, box] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
            return Number(row.ariaPosInSet) >= 65 && box.top >= around.top - 1
                && box.bottom <= around.bottom + 1;";
        window.run(seen, vec![]).await.as_bool()?.then_some(())
    })
    .await;
    window.close().await;
}
