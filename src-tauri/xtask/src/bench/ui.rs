//! How quick the window is under the fingers: the shipped program in its real web view, on a screen of
//! its own, watched by the driver that the journeys use. The measuring stands in `tests`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    app,
    screen::on_a_screen,
    setup,
    shell::{Done, Failure, built, cargo, npm, root, say, succeed, target},
};

/// Releases on the desk on which one goes from one to the next.
const RELEASES: &str = "100000";

pub(super) fn measure() -> Done {
    if !cfg!(target_os = "linux") {
        return Err(Failure(
            "The window can be measured on Linux only, where it has a driver.".into(),
        ));
    }
    setup::everything()?;
    let (dateline, cli) = app::shipped()?;
    say("Building the bare view");
    succeed(&mut npm(&[
        "exec",
        "--",
        "vite",
        "build",
        "--logLevel",
        "warn",
        "--config",
        "vite.bench.ts",
    ]))?;
    say("Building an empty window");
    succeed(&mut cargo(&["build", "--release", "-p", "dateline", "--example", "empty-dateline"]))?;
    let large = large_desk(&cli)?;
    let line =
        "cargo test --quiet -p dateline-journeys --test journeys -- --ignored --nocapture timing";
    succeed(
        on_a_screen(line)
            .env("DATELINE", dateline)
            .env("DATELINE_CLI", cli)
            .env("DATELINE_EMPTY", built("release/examples", "empty-dateline"))
            .env("DATELINE_BARE", root().join("ui").join("dist-bench"))
            .env("DATELINE_LARGE", large),
    )
}

/// A desk at size, which stays for the next time. It gets its place when it is whole: one whose making
/// was interrupted would be measured for good.
fn large_desk(cli: &Path) -> Result<PathBuf, Failure> {
    let folder = target().join("bench-ui");
    let large = folder.join("large.dateline");
    if !large.exists() {
        say("Making a desk of 100,000 releases, which stays for the next time");
        let part = target().join("bench-ui.part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part)?;
        let mut make = Command::new(cli);
        make.args(["bench-desk", "--releases", RELEASES]).arg(part.join("large.dateline"));
        succeed(&mut make)?;
        fs::rename(&part, &folder)?;
    }
    Ok(large)
}
