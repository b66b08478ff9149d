//! No word is lost: not when the window closes, and not when the program dies.

use crate::{
    system,
    window::{Place, Window},
};

#[tokio::test]
async fn what_was_typed_just_before_closing_is_there_again() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.press_button("New release").await;
    window.type_into("Headline", "Night ferry").await;
    window.type_into("Body", "Typed and closed at once").await;
    system::close("Dateline").await;
    window.gone().await;

    let window = Window::open(&place).await;
    window.open_row(|row| row.contains("Night ferry")).await;
    window.says("Body", |text| text.contains("Typed and closed at once")).await;
    window.close().await;
}

#[tokio::test]
async fn what_was_saved_survives_a_kill() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.press_button("New release").await;
    window.type_into("Headline", "Power cut at the quay").await;
    window.type_into("Body", "Every word of this was on the disk").await;
    window.saved().await;
    window.kill().await;

    let list = place.cli(&["list", "--json"]);
    assert!(list.contains("Power cut at the quay"), "{list}");
    let shown = place.cli(&["show", "1", "--json"]);
    assert!(shown.contains("Every word of this was on the disk"), "{shown}");
}
