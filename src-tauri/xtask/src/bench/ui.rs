//! How quick the window is under the fingers: the shipped program in its real web view, on a screen of
//! its own, watched by the driver that the journeys use. The measuring stands in `tests`.

use std::fs;

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
    app::front_end()?;
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
    say("Building both programs as they are shipped");
    succeed(&mut cargo(&["build", "--release", "-p", "dateline", "-p", "dateline-cli"]))?;
    let cli = built("release", "dateline-cli");
    let large = target().join("bench-ui").join("large.dateline");
    if !large.exists() {
        say("Making a desk of 100,000 releases, which stays for the next time");
        fs::create_dir_all(target().join("bench-ui"))?;
        let mut make = std::process::Command::new(&cli);
        succeed(make.args(["bench-desk", "--releases", RELEASES]).arg(&large))?;
    }
    let line = "cargo test --quiet -p dateline-journeys --test journeys -- --ignored --nocapture timing \
                && cargo run --quiet -p dateline-journeys --example list";
    succeed(
        on_a_screen(line)
            .env("DATELINE", built("release", "dateline"))
            .env("DATELINE_CLI", cli)
            .env("DATELINE_BARE", root().join("ui").join("dist-bench"))
            .env("DATELINE_LARGE", large),
    )
}
