//! Pictures from the window, whose bytes come raw: as JSON they would be four times as long.

use dateline_model::say;
use percent_encoding::percent_decode_str;
use serde::Serialize;
use tauri::{
    State,
    ipc::{InvokeBody, Request},
};

use crate::{
    fault::Fault,
    open::Open,
    table::{Answered, off_the_window},
};

/// A picture that the desk now has.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub(crate) struct Added {
    /// The hash by which figures name it.
    image: String,
    /// In pixels.
    width: u32,
    /// In pixels.
    height: u32,
}

/// Keeps the bytes of a picture.
pub(crate) fn keep(open: &Open, name: &str, bytes: &[u8]) -> Result<Added, Fault> {
    let image = dateline_import::picture(name, bytes)?;
    open.desk.put_image(&image.bytes, &image.media_type, image.width, image.height)?;
    Ok(Added { image: image.hash, width: image.width, height: image.height })
}

/// Keeps a picture, cleaned of what it tells about its maker and no larger than a page needs.
#[tauri::command]
pub(crate) async fn add_picture(open: State<'_, Open>, request: Request<'_>) -> Answered {
    let tongue = open.tongue_of(&request);
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => Some(bytes.clone()),
        InvokeBody::Json(_) => None,
    };
    let name = request.headers().get("name").and_then(|name| name.to_str().ok());
    let name = percent_decode_str(name.unwrap_or_default()).decode_utf8_lossy().into_owned();
    let open = Open::clone(&open);
    off_the_window(tongue, move || match bytes {
        Some(bytes) => keep(&open, &name, &bytes),
        None => Err(Fault::said(say!("The picture did not arrive. Try again."))),
    })
    .await
}
