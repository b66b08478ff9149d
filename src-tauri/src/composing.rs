//! What an input method or a dead key has begun stands in the text while it is being composed.

use tauri::{Runtime, WebviewWindow};

/// Shows it in the page. Tauri's web view on Linux leaves that to a window of the input method's own,
/// which the system's simple method (dead keys, Ctrl+Shift+U) and many others do not have: what was
/// begun would be nowhere to be seen.
///
/// # Errors
/// When the window is no longer there.
#[cfg(target_os = "linux")]
pub(crate) fn show_in_text<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{InputMethodContextExt, WebViewExt};

    window.with_webview(|webview| {
        if let Some(method) = webview.inner().input_method_context() {
            method.set_enable_preedit(true);
        }
    })
}

/// Web views of other systems do so by themselves.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub(crate) fn show_in_text<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}
