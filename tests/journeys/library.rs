//! The library and the bulletins: pieces kept once, and releases put together.

use fantoccini::key::Key;

use crate::window::{Place, Window};

#[tokio::test]
async fn a_contact_is_changed_once_and_in_every_release_that_is_not_out() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.press(&[Key::Control, Key::Shift], 'l').await;
    window.go_to("Telephone").await;
    window.ctrl('a').await;
    window.type_here("+47 5550 0199").await;
    window.enter().await;
    window.dialog(|said| said.contains("Carried into")).await;
    let phone = |kept: &serde_json::Value| kept["contacts"][0]["phone"].clone();
    place.keeps("two electric tugs", |kept| phone(kept) == "+47 5550 0199").await;
    place.keeps("quiet hours grain quay", |kept| phone(kept) == "+47 5550 0100").await;

    // One that is no longer good says so where it is kept.
    window.go_to("Good until").await;
    window.type_here("1 aug 2020").await;
    window.take("Save").await;
    window.dialog(|said| said.contains("It was good until 1 August 2020")).await;
    window.close().await;
}

#[tokio::test]
async fn a_bulletin_is_made_and_ordered_by_keyboard() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.command("New bulletin").await;
    window.go_to("Masthead").await;
    window.type_here("Harbour Letter").await;
    window.command("Add releases to the bulletin").await;
    window.lands_on("Search releases").await;
    window.type_here("dredging").await;
    for headline in [
        "Dredging of the inner basin of Vestmark completed…",
        "Dredging of the inner basin of Vestmark begins…",
    ] {
        window.go_to(headline).await;
        window.press(&[], ' ').await;
    }
    window.take("Add").await;
    window.no_dialog().await;
    window.go_to("1. Dredging of the inner basin of Vestmark completed…").await;
    window.press(&[Key::Alt], Key::Down.into()).await;
    window.lands_on("2. Dredging of the inner basin of Vestmark completed…").await;
    place
        .prints(&["bulletin", "list"], |said| {
            said.lines()
                .any(|one| one.contains("Harbour Letter") && one.contains("\"items\":[2,10]"))
        })
        .await;
    window.preview_says(|page| page.contains("Harbour Letter") && page.contains("begins")).await;
    window.close().await;
}
