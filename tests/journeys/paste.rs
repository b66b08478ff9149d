//! Paste keeps what belongs to the text and leaves what does not.

use fantoccini::key::Key;

use crate::{
    system::copy_html,
    window::{Place, Window, programs},
};

#[tokio::test]
async fn a_paste_keeps_structure_and_drops_looks() {
    if programs().is_none() {
        return;
    }
    let place = Place::new();
    place.cli(&["init"]);
    let window = Window::open(&place).await;
    window.press_button("New release").await;
    window.type_into("Headline", "Pasted").await;
    window.named("Body").await.click().await.expect("the body can be clicked");
    copy_html(concat!(
        "<h2 style='color:red'>What changes</h2>",
        "<p><font face='Arial'>The <b>night ferry</b> sails <a href='https://vestmark.example/t'>daily</a>.</font></p>",
        "<ul><li>from Vestmark</li><li>from Sella</li></ul><script>alert(1)</script>",
    ));
    window.press(&[Key::Control], 'v').await;
    window.says("Body", |text| text.contains("What changes") && text.contains("from Sella")).await;
    window.saved().await;
    let shown = place.cli(&["show", "1", "--json"]);
    for kept in ["\"heading\"", "\"bullet_list\"", "\"strong\"", "https://vestmark.example/t"] {
        assert!(shown.contains(kept), "{kept} in {shown}");
    }
    for dropped in ["Arial", "red", "alert"] {
        assert!(!shown.contains(dropped), "{dropped} in {shown}");
    }
    window.close().await;
}
