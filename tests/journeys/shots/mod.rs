//! Pictures of every screen, from the real window, for `cargo xtask shots [WORDS]`.
//!
//! `DATELINE_SHOTS` names the folder. `DATELINE_SHOTS_OF` may hold words: each chooses the pictures
//! whose paths it is in, such as `1280x800-dark` or `library`.

mod camera;
mod screens;

use std::{env, path::PathBuf};

use fantoccini::{Locator, key::Key};

use camera::{LIGHTS, SIZES};
use screens::{FIRST_RUN, SCREENS, Screen, Step};

use crate::window::{Place, Window, until};

#[tokio::test]
#[ignore = "pictures; `cargo xtask shots` takes them"]
async fn every_screen() {
    let Some(folder) = env::var_os("DATELINE_SHOTS").map(PathBuf::from) else { return };
    let words = env::var("DATELINE_SHOTS_OF").unwrap_or_default();
    let wanted: Vec<_> = words.split_whitespace().collect();
    for size in SIZES {
        for light in LIGHTS {
            for (screens, begin) in [(SCREENS, "--sample"), (FIRST_RUN, "--language=en-GB")] {
                let name = |screen: &Screen| format!("{size}-{light}/{}.png", screen.name);
                let is_wanted = |name: &String| {
                    wanted.is_empty() || wanted.iter().any(|word| name.contains(word))
                };
                let screens: Vec<_> =
                    screens.iter().filter(|screen| is_wanted(&name(screen))).collect();
                if screens.is_empty() {
                    continue;
                }
                let Some(place) = Place::with(&["init", begin]) else { return };
                let window = Window::open(&place).await;
                camera::set(&window, size, light).await;
                if begin == "--sample" {
                    window.sit("Marit Aasen").await;
                }
                for screen in screens {
                    for step in screen.steps {
                        step.take(&window).await;
                    }
                    camera::take(&window, &folder.join(name(screen))).await;
                    leave(&window).await;
                }
                window.close().await;
            }
        }
    }
}

/// Closes what lies above the panes, and has the list show everything again.
async fn leave(window: &Window) {
    let script = "return ![...document.querySelectorAll(':is([role=dialog], [role=menu])')]
        .some((above) => above.checkVisibility())";
    until("the panes alone", || async {
        if window.client().execute(script, vec![]).await.ok()?.as_bool()? {
            return Some(());
        }
        window.key(Key::Escape).await;
        None
    })
    .await;
    let clear = "document.querySelector(\"[aria-label='Clear the search']\")?.click()";
    window.run(clear, vec![]).await;
}

/// Opens a release, however far down the list it stands.
async fn open_row(window: &Window, words: &str) {
    let client = window.client();
    let list = "const list = document.querySelector('[data-go=list]');";
    let top = format!("{list} list.scrollTop = 0");
    client.execute(&top, vec![]).await.expect("the list can be scrolled");
    let further = format!("{list} list.scrollTop += list.clientHeight / 2");
    let path = format!("//*[@role='option'][contains(., '{words}')]");
    let opened = format!("//*[@role='option'][@data-current='true'][contains(., '{words}')]");
    until(words, || async {
        if client.find(Locator::XPath(&opened)).await.is_ok() {
            return Some(());
        }
        match client.find(Locator::XPath(&path)).await {
            Ok(row) => row.click().await.ok(),
            Err(_) => client.execute(&further, vec![]).await.ok().map(drop),
        };
        None
    })
    .await;
}

impl Step {
    async fn take(&self, window: &Window) {
        match *self {
            Self::Row(words) => open_row(window, words).await,
            Self::Command(words) => window.command(words).await,
            Self::Press(name) => window.press_button(name).await,
            Self::Choose(css) => window.find(css).await.click().await.expect("it can be pressed"),
            Self::Field(name, text) => {
                let field = window.named(name).await;
                field.clear().await.expect("a field can be emptied");
                field.send_keys(text).await.expect("a field can be typed into");
            }
            Self::Type(text) => window.type_here(text).await,
            Self::Keys(held, key) => window.press(held, key.into()).await,
            Self::Letter(held, letter) => window.press(held, letter).await,
            Self::Shows(css) => drop(window.find(css).await),
        }
    }
}
