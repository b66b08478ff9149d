//! What another program does to the desk shows in the window.

use crate::window::{Place, Window, programs};

#[tokio::test]
async fn an_import_on_the_command_line_appears_in_the_list() {
    if programs().is_none() {
        return;
    }
    let place = Place::new();
    place.cli(&["init"]);
    let window = Window::open(&place).await;
    let file = place.path("notice.txt");
    std::fs::write(
        &file,
        "Swing bridge closed on Sunday\n\nThe swing bridge is closed on Sunday.\n",
    )
    .expect("a file can be written");
    place.cli(&["import", &file.display().to_string()]);
    window.open_row(|row| row.contains("Swing bridge closed on Sunday")).await;
    window.says("Body", |text| text.contains("The swing bridge is closed")).await;
    window.close().await;
}
