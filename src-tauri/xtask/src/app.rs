//! Building the two programs and the sample desk.

use std::path::PathBuf;

use crate::shell::{Done, Failure, built, cargo, npm, say, succeed, target};

/// The front end, from source into `ui/dist`, which the window embeds.
pub(crate) fn front_end() -> Done {
    say("Building the front end");
    succeed(&mut npm(&["run", "--silent", "build"]))
}

/// The window and the command line, for use on this machine; their paths.
pub(crate) fn programs() -> Result<(PathBuf, PathBuf), Failure> {
    front_end()?;
    say("Building the desk");
    succeed(&mut cargo(&["build", "-p", "dateline", "-p", "dateline-cli"]))?;
    Ok((built("debug", "dateline"), built("debug", "dateline-cli")))
}

/// The same two as they are shipped.
pub(crate) fn shipped() -> Result<(PathBuf, PathBuf), Failure> {
    front_end()?;
    say("Building both programs as they are shipped");
    succeed(&mut cargo(&["build", "--release", "-p", "dateline", "-p", "dateline-cli"]))?;
    Ok((built("release", "dateline"), built("release", "dateline-cli")))
}

/// The command line alone, which needs no system library.
pub(crate) fn command_line() -> Result<PathBuf, Failure> {
    say("Building the command line");
    succeed(&mut cargo(&["build", "-p", "dateline-cli"]))?;
    Ok(built("debug", "dateline-cli"))
}

/// A finished desk of an invented office, made once and then kept with what was done on it.
pub(crate) fn sample_desk(dateline_cli: &std::path::Path) -> Result<PathBuf, Failure> {
    let desk = target().join("sample").join("vestmark.dateline");
    if !desk.exists() {
        say(&format!("Making the sample desk {}", desk.display()));
        std::fs::create_dir_all(target().join("sample"))?;
        let mut init = std::process::Command::new(dateline_cli);
        succeed(init.arg("--desk").arg(&desk).args(["init", "--sample"]))?;
    }
    Ok(desk)
}
