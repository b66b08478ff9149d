//! What belongs to the system and not to the window: its dialogs, its clipboard, its way to close.
//! A web driver cannot reach these, so they are driven through the screen's own input.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use crate::window::until;

/// Chooses a file or folder in the system's dialog of that title.
pub(crate) async fn choose(title: &str, path: &Path) {
    let dialog = until(title, || async { window_named(title) }).await;
    xdotool(&["windowfocus", "--sync", &dialog]);
    // Control and L opens the field for a path, whatever the dialog shows.
    xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
    xdotool(&["type", "--clearmodifiers", "--", &path.display().to_string()]);
    until("the dialog to close", || async {
        if window_named(title).is_none() {
            return Some(());
        }
        xdotool(&["key", "--clearmodifiers", "Return"]);
        None
    })
    .await;
}

/// Asks a window to close, as the cross in its corner does. A window that has just come may be gone
/// from sight for a moment while it gets its frame.
pub(crate) async fn close(title: &str) {
    let window = until(title, || async { window_named(title) }).await;
    let asked = Command::new("wmctrl").args(["-i", "-c", &window]).status();
    assert!(asked.is_ok_and(|status| status.success()), "the window could be asked to close");
}

/// Presses keys on the keyboard itself, where the system's input method takes them first.
pub(crate) fn keys(names: &[&str]) {
    xdotool(&[&["key", "--clearmodifiers"], names].concat());
}

/// Closes a window, and waits until it is gone.
pub(crate) async fn close_for_good(title: &str) {
    close(title).await;
    until("the window to close", || async { window_named(title).is_none().then_some(()) }).await;
}

/// Puts HTML on the clipboard, as a browser or a word processor does.
pub(crate) fn copy_html(html: &str) {
    copy("text/html", html);
}

/// Puts words on the clipboard.
pub(crate) fn copy_text(text: &str) {
    copy("UTF8_STRING", text);
}

fn copy(kind: &str, what: &str) {
    let mut clip = Command::new("xclip")
        .args(["-selection", "clipboard", "-t", kind])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("xclip is installed");
    let mut to = clip.stdin.take().expect("its input is a pipe");
    to.write_all(what.as_bytes()).expect("xclip reads its input");
    drop(to);
    clip.wait().expect("xclip hands over to the background");
}

fn window_named(title: &str) -> Option<String> {
    let found = Command::new("xdotool")
        .args(["search", "--onlyvisible", "--name", title])
        .output()
        .expect("xdotool is installed");
    String::from_utf8_lossy(&found.stdout).lines().last().map(str::to_owned)
}

fn xdotool(words: &[&str]) {
    let done = Command::new("xdotool").args(words).status().expect("xdotool is installed");
    assert!(done.success(), "xdotool {words:?}");
}
