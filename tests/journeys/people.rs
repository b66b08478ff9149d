//! Two people at one desk: what one wrote another approves, and what one suggests another decides.

use fantoccini::key::Key;

use crate::window::{Place, Window, until};

#[tokio::test]
async fn what_one_wrote_another_approves() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.command("Settings").await;
    window.go_to("May the writer of the last words…").await;
    window.type_here("No").await;
    window.take("Save").await;

    window.sit("Kari Nyman").await;
    window.open_found("tenders electric tugs").await;
    window.jump('2', "Headline").await;
    window.key(Key::End).await;
    window.type_here(" by spring").await;
    place.keeps("tugs", |kept| kept["headline"].to_string().contains("by spring")).await;
    window.press(&[Key::Control, Key::Shift], 'a').await;
    window.says("Notices", |said| said.contains("Kari Nyman wrote its last words")).await;

    window.sit("Olav Brekke").await;
    window.press(&[Key::Control, Key::Shift], 'a').await;
    place.keeps("tugs", |kept| kept["approval"]["by"] == "Olav Brekke").await;
    window.close().await;
}

#[tokio::test]
async fn what_one_suggests_another_accepts_or_rejects() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.write("Night ferry", &["The ferry sails daily."]).await;
    let kept = place.keeps("Night ferry", |kept| kept["body"].to_string().contains("daily.")).await;

    window.sit("Olav Brekke").await;
    window.jump('3', "Body").await;
    window.press(&[Key::Control, Key::Shift], 'e').await;
    window.ctrl(Key::End.into()).await;
    window.type_here(" It is fast.").await;
    window.ctrl(Key::Home.into()).await;
    window.type_here("Soon. ").await;
    window.press(&[Key::Control, Key::Shift], '5').await;
    window
        .says("Suggestions", |said| {
            ["Olav Brekke", "Soon.", "It is fast."].iter().all(|it| said.contains(it))
        })
        .await;
    window.saved().await;
    let out = place.cli(&["show", &kept["id"].to_string()]);
    assert!(out.contains("sails daily.") && !out.contains("Soon"), "none gets out: {out}");

    window.sit("Kari Nyman").await;
    window.key(Key::F9).await;
    window.press(&[Key::Control, Key::Alt], Key::Enter.into()).await;
    window.says("Notices", |said| said.contains("Accepted. 1 still open")).await;
    window.key(Key::F9).await;
    window.press(&[Key::Control, Key::Alt], Key::Backspace.into()).await;
    window.says("Notices", |said| said.contains("Rejected. None is open")).await;
    let decided = "The ferry sails daily. It is fast.";
    place.keeps("Night ferry", |kept| kept["body"].to_string().contains(decided)).await;
    window.close().await;
}

#[tokio::test]
async fn a_comment_is_made_answered_and_resolved() {
    let Some(place) = Place::sample() else { return };
    let window = Window::open(&place).await;
    window.sit("Olav Brekke").await;
    window.write("Night ferry", &["The ferry sails daily"]).await;
    window.press(&[Key::Control, Key::Shift], Key::Left.into()).await;
    window.press(&[Key::Control, Key::Alt], 'm').await;
    window.lands_on("Your comment").await;
    window.type_here("Also on Sundays?").await;
    window.ctrl(Key::Enter.into()).await;
    window
        .says("Comments", |said| said.contains("daily") && said.contains("Also on Sundays?"))
        .await;

    window.sit("Kari Nyman").await;
    window.take("Answer").await;
    window.lands_on("Your answer").await;
    window.type_here("Yes, from May.").await;
    window.ctrl(Key::Enter.into()).await;
    window.says("Comments", |said| said.contains("Kari Nyman") && said.contains("from May")).await;
    until_commented(&window, 1).await;
    window.take("Resolve").await;
    window.says("Notices", |said| said.contains("The comment is resolved")).await;
    until_commented(&window, 0).await;
    place
        .keeps("Night ferry", |kept| kept["body"].to_string().contains("The ferry sails daily"))
        .await;
    window.close().await;
}

/// Waits until so many passages of the body are marked as commented on.
async fn until_commented(window: &Window, number: u64) {
    until(&format!("{number} marked passages"), || async {
        let script = "return document.querySelectorAll('[aria-label=Body] mark.commented').length";
        (window.run(script, vec![]).await.as_u64()? == number).then_some(())
    })
    .await;
}
