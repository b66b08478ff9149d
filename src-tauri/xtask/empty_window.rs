//! A window of the same make with nothing in it, for `cargo xtask bench ui`: what a start is held against.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let nothing = "about:blank".parse().expect("an address");
            WebviewWindowBuilder::new(app, "empty", WebviewUrl::External(nothing))
                .inner_size(1280.0, 800.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
