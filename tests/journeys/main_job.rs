//! The main job: write, tag, preview, approve, export; and the file is what the preview showed.

use fantoccini::key::Key;

use crate::{
    system::choose,
    window::{Place, Window, until},
};

#[tokio::test]
async fn a_release_is_written_approved_and_exported_as_previewed() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;

    window.press_button("New release").await;
    window.type_into("Headline", "Vestmark opens a second berth for ferries").await;
    window.type_into("Subhead", "The first ship is expected on Monday").await;
    window.type_into("Place", "Vestmark").await;
    window.type_date("14 oct 2026").await;
    window.type_into("Body", "The Port of Vestmark opened its second ferry berth today.").await;
    window.enter().await;
    window.type_here("It took eleven months to build.").await;
    window.type_into("Notes to editors", "Photographers meet at the gate at 09:00.").await;
    window.type_into("Tags", "ferries").await;
    window.enter().await;
    window.saved().await;

    // Nobody to ask: the kind requires a contact, and approval says so.
    window.press_button("Approve").await;
    window.dialog(|said| said.contains("Contacts")).await;
    window.key(Key::Escape).await;

    window.press_button("Add a contact").await;
    window.choose_menu_item("Press desk").await;
    window.saved().await;
    let draft = String::from_utf8(window.preview_bytes().await).expect("a page is UTF-8");
    assert!(draft.contains("DRAFT"), "an unapproved page says so");

    window.press_button("Approve").await;
    window.button("Release").await;
    let page = until("the approved page", || async {
        let page = window.preview_bytes().await;
        (!String::from_utf8_lossy(&page).contains("DRAFT")).then_some(page)
    })
    .await;

    let out = place.path("out");
    std::fs::create_dir(&out).expect("a folder can be made");
    window.press_button("Export").await;
    window.press_button("Choose a folder…").await;
    choose("Folder for the exported files", &out).await;
    until("the files", || async { out.join("manifest.json").exists().then_some(()) }).await;

    let written = |ending: &str| {
        let names = std::fs::read_dir(&out).expect("the folder is there");
        let path = names
            .map(|entry| entry.expect("a folder can be listed").path())
            .find(|path| path.extension().is_some_and(|found| found == ending))
            .unwrap_or_else(|| panic!("a .{ending} file was written"));
        std::fs::read(path).expect("the file can be read")
    };
    assert_eq!(written("html"), page, "the file is what the preview showed");
    let text = String::from_utf8(written("txt")).expect("plain text is UTF-8");
    assert!(text.contains("VESTMARK, 14 October 2026 – The Port of Vestmark opened"), "{text}");
    assert!(text.contains("ENDS"), "{text}");
    window.close().await;
}
