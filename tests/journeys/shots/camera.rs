//! The window at a size and in a light, and a picture of it once nothing moves any more.

use std::{cell::Cell, fmt, fs, path::Path};

use serde_json::Value;

use crate::window::{Window, until};

/// The inside of a window, in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Size(u32, u32);

/// The sizes at which the window has to look its best: a small laptop's, its first, a large screen's.
pub(crate) const SIZES: [Size; 3] = [Size(1024, 700), Size(1280, 800), Size(1920, 1080)];

pub(crate) const LIGHTS: [&str; 2] = ["light", "dark"];

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}x{}", self.0, self.1)
    }
}

/// Brings the window to a size and into a light; a system without a wish of its own is light.
pub(crate) async fn set(window: &Window, Size(width, height): Size, light: &str) {
    let client = window.client();
    // A window is as large as its page and what the system puts around it, and the window manager
    // takes its time.
    let around = Cell::new((0, 0));
    until("a page of that size", || async {
        let (more_width, more_height) = around.get();
        client.set_window_size(width + more_width, height + more_height).await.ok()?;
        let page = client.execute("return [innerWidth, innerHeight]", vec![]).await.ok()?;
        let side = |at: usize| u32::try_from(page[at].as_u64()?).ok();
        let (is_width, is_height) = (side(0)?, side(1)?);
        let grow = |more: u32, wanted: u32, is: u32| (more + wanted).saturating_sub(is).min(200);
        around.set((grow(more_width, width, is_width), grow(more_height, height, is_height)));
        ((is_width, is_height) == (width, height)).then_some(())
    })
    .await;
    if light == "dark" {
        window.command("Switch between light and dark").await;
    }
}

/// Takes a picture once everything stands still: typefaces, pages, animations, the list's lines.
pub(crate) async fn take(window: &Window, path: &Path) {
    let client = window.client();
    let still = client.execute_async(STILL, vec![]).await;
    assert_eq!(still.ok(), Some(Value::Bool(true)), "{}: it does not come to rest", path.display());
    let picture = client.screenshot().await.expect("a picture can be taken");
    let folder = path.parent().expect("a picture lies in a folder");
    fs::create_dir_all(folder).expect("a folder can be made");
    fs::write(path, picture).expect("a picture can be written");
    println!("{}", path.display());
}

/// Answers true when for a third of a second nothing has changed on the page.
const STILL: &str = r#"
    const done = arguments[arguments.length - 1];
    const QUIET = 350;
    let last = performance.now();
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const moves = () => document.getAnimations().some(({ playState }) => playState === "running");
    const look = async () => {
      await document.fonts.ready;
      if (moves()) last = performance.now();
      if (performance.now() - last < QUIET) return void requestAnimationFrame(look);
      watch.disconnect();
      done(true);
    };
    void look();"#;
