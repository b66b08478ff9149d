//! The first run, the settings, the palette: how one comes in and makes oneself at home.

use fantoccini::key::Key;

use crate::{
    system,
    window::{Place, Window},
};

#[tokio::test]
async fn a_new_desk_asks_two_names_and_begins_the_first_release() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.go_to("Office").await;
    window.type_here("Lifeboats of Nordhavn").await;
    window.key(Key::Tab).await;
    window.type_here("Kari Moe").await;
    window.enter().await;
    window.lands_on("Headline").await;
    window.type_here("Rally begins").await;
    place.keeps("Rally begins", |_| true).await;
    window.button("At the desk: Kari Moe").await;
    window.preview_says(|page| page.contains("Lifeboats of Nordhavn")).await;
    window.close().await;
}

#[tokio::test]
async fn the_sample_desk_opens_beside_a_new_one() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.take("Look around first").await;
    window.says("Notices", |said| said.contains("opens in a window of its own")).await;
    system::close_for_good("Port of Vestmark – Dateline").await;
    window.close().await;
}

#[tokio::test]
async fn settings_are_searched_and_remembered() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.jump(',', "Search the settings").await;
    window.type_here("dark").await;
    window.go_to("Theme…").await;
    window.type_here("Dark").await;
    window.find("html[data-theme=dark]").await;
    window.leave_dialog().await;
    system::close("Dateline").await;
    window.gone().await;

    let window = Window::open(&place).await;
    window.find("html[data-theme=dark]").await;
    window.close().await;
}

#[tokio::test]
async fn the_palette_runs_a_command_and_the_cheat_sheet_lists_the_keys() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.open_found("hydrogen bunk").await;
    window.command("duplic").await;
    window.says("Notices", |said| said.contains("This is the copy.")).await;
    window.key(Key::F1).await;
    window.dialog(|said| said.contains("Keyboard shortcuts") && said.contains("Ctrl+K")).await;
    window.leave_dialog().await;
    window.close().await;
}
