//! A screen, a session bus and a window manager of their own, so that nothing depends on who is logged
//! in, and nobody is disturbed.

use std::process::Command;

use crate::shell::command;

/// Runs a line of shell there. The screen has room for the largest window that is looked at.
pub(crate) fn on_a_screen(line: &str) -> Command {
    command(
        "xvfb-run",
        &[
            "--auto-servernum",
            "--server-args=-screen 0 2000x1200x24",
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            &format!("openbox & {line}"),
        ],
    )
}
