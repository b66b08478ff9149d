//! What a machine needs before it can build and test: system libraries and npm packages.

use std::{env, fs, path::Path};

use crate::shell::{Done, Failure, command, has, npm, output, root, say, succeed};

/// Debian packages that building the window needs.
const TO_BUILD: &[&str] =
    &["build-essential", "pkg-config", "libgtk-3-dev", "libwebkit2gtk-4.1-dev", "librsvg2-dev"];

/// Debian packages that the tests need: for a real window a driver and a screen, a window manager to
/// close windows as a user does, what reaches the system's dialogs and its clipboard, and what takes a
/// picture of the screen when a journey stops; and the public tool that verifies signatures.
const TO_TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus-daemon",
    "openbox",
    "wmctrl",
    "xdotool",
    "xclip",
    "imagemagick",
    "procps",
    "minisign",
    "rpm",
    "cpio",
    "fonts-noto-core",
];

/// What the Nu HTML checker runs on. The build server always checks the exported pages with it;
/// elsewhere they are checked where Java is there anyway.
const TO_CHECK_PAGES: &str = "default-jre-headless";

const ELSEWHERE: &str = "\
On this system please install by its own means:
  - WebKitGTK 4.1 and GTK 3 with their development files (Linux), or nothing (macOS, Windows 11)
  - for the tests in a real window, on Linux only: WebKitWebDriver, Xvfb with xauth, D-Bus, openbox,
    wmctrl, xdotool, xclip and ImageMagick";

/// All that the other chores need.
pub(crate) fn everything() -> Done {
    system()?;
    packages()
}

/// System libraries: by apt on Debian and its relatives, by word elsewhere.
fn system() -> Done {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !has("apt-get") {
        let there = output(&mut command("pkg-config", &["--exists", "webkit2gtk-4.1"])).is_some();
        if !there {
            return Err(Failure(ELSEWHERE.into()));
        }
        return Ok(());
    }
    let mut missing: Vec<&str> =
        TO_BUILD.iter().chain(TO_TEST).copied().filter(|package| !installed(package)).collect();
    if env::var_os("DATELINE_CI").is_some() && !has("java") {
        missing.push(TO_CHECK_PAGES);
    }
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("Installing system packages through apt: {}", missing.join(", ")));
    apt(&["update", "-qq"])?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(missing);
    apt(&install)
}

fn installed(package: &str) -> bool {
    output(&mut command("dpkg-query", &["-W", "-f", "${Status}", package]))
        .is_some_and(|status| status.ends_with("ok installed"))
}

fn apt(arguments: &[&str]) -> Done {
    let root_user = output(&mut command("id", &["-u"])).as_deref() == Some("0");
    if !root_user && !has("sudo") {
        return Err(Failure(format!(
            "System packages are missing and there is no sudo. As root, run: apt-get {}",
            arguments.join(" ")
        )));
    }
    let mut apt = if root_user {
        command("apt-get", arguments)
    } else {
        let mut words = vec!["DEBIAN_FRONTEND=noninteractive", "apt-get"];
        words.extend(arguments);
        command("sudo", &words)
    };
    succeed(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// npm packages, exactly as the lock file has them; at once when nothing changed since.
pub(crate) fn packages() -> Done {
    if !has("node") {
        return Err(Failure("Node.js 20.19 or later is needed; please install it.".into()));
    }
    let ui = root().join("ui");
    let record = ui.join("node_modules/.package-lock.json");
    if is_newer(&record, &ui.join("package-lock.json")) {
        return Ok(());
    }
    say("Installing the front end's packages from the lock file");
    succeed(&mut npm(&["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))
}

/// Whether `made` exists and is not older than `source`.
fn is_newer(made: &Path, source: &Path) -> bool {
    let changed = |path| fs::metadata(path).and_then(|data| data.modified());
    matches!((changed(made), changed(source)), (Ok(made), Ok(source)) if made >= source)
}

/// Whether a window can be opened here.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
