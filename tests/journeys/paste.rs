//! Paste keeps what belongs to the text and leaves what does not, wherever it was copied.

use std::{fs, path::Path};

use fantoccini::key::Key;

use crate::{
    system::{copy_html, copy_text},
    window::{Place, Window},
};

/// What each program's clip must bring along, as the desk keeps it, and what the notice says of it.
const CLIPS: [(&str, &[&str], &str); 6] = [
    (
        "word.html",
        &["\"heading\"", "\"bullet_list\"", "\"table\"", "in July at midnight", "\"strong\""],
        "1 tracked deletion",
    ),
    (
        "outlook.html",
        &["\"bullet_list\"", "Line 4 every ten minutes", "\"link\""],
        "2 lists, 1 link",
    ),
    ("outlook-web.html", &["\"ordered_list\"", "Borrow", "\"emphasis\""], "Kept: 1 list"),
    (
        "libreoffice.html",
        &["\"quotation\"", "\"ordered_list\"", "\"table\"", "\"subscript\"", "\"colspan\":2"],
        "1 HTML comment",
    ),
    ("google-docs.html", &["\"heading\"", "\"table\"", "in winter until 22"], "1 heading, 2 lists"),
    ("web-page.html", &["head of the association", "\"quotation\"", "parade"], "1 script"),
];

#[tokio::test]
async fn a_paste_from_each_program_keeps_structure_and_says_what_it_left() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/clipboard");
    for (clip, kept, noted) in CLIPS {
        let html = fs::read_to_string(corpus.join(clip)).expect("a clip is text");
        copy_html(&html);
        window.write(&format!("Pasted {clip}"), &[]).await;
        window.ctrl('v').await;
        window.says("Notices", |said| said.contains(noted)).await;
        let pasted = format!("\"Pasted {clip}\"");
        let fits = |body: &str| kept.iter().all(|one| body.contains(one));
        let release = place.keeps(&pasted, |kept| fits(&kept["body"].to_string())).await;
        let body = release["body"].to_string();
        for looks in ["font", "style", "mso", "color", "script>"] {
            assert!(!body.contains(looks), "{looks} from {clip}: {body}");
        }
    }
    // The notice takes the whole paste back.
    window.answer("Undo").await;
    place
        .keeps("\"Pasted web-page.html\"", |kept| !kept["body"].to_string().contains("parade"))
        .await;
    window.close().await;
}

#[tokio::test]
async fn words_are_pasted_without_their_form_where_that_is_wished() {
    let Some(place) = Place::empty() else { return };
    let window = Window::open(&place).await;
    window.write("Plainly", &["It reads: "]).await;
    copy_text("a **bold** word");
    window.press(&[Key::Control, Key::Shift], 'v').await;
    let kept = place.keeps("Plainly", |kept| kept["body"].to_string().contains("word")).await;
    assert!(kept["body"].to_string().contains("It reads: a **bold** word"), "{kept}");
    window.close().await;
}
