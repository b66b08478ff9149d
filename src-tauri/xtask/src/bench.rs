//! `cargo xtask bench`: the measurements, by what they are about.

mod export;
mod hugo;
mod ui;

use crate::{
    setup,
    shell::{Done, Failure, cargo, npm, root, say, succeed, target},
};

/// Measures what is named, or everything.
pub(crate) fn bench(what: &[String]) -> Done {
    let all = ["desk", "checks", "editor", "ui", "export"];
    let chosen: Vec<&str> =
        if what.is_empty() { all.to_vec() } else { what.iter().map(String::as_str).collect() };
    for one in chosen {
        match one {
            "desk" => {
                say("The desk: search, lists and saving at size");
                succeed(&mut cargo(&["bench", "--quiet", "-p", "dateline-store"]))?;
            }
            "checks" => {
                say("The checks: what they find, what they cry wolf at, how fast they read");
                succeed(&mut cargo(&["bench", "--quiet", "-p", "dateline-check"]))?;
                say("The archive: what remembering costs, and a key against 100,000 releases");
                succeed(&mut cargo(&["bench", "--quiet", "-p", "dateline-copydesk"]))?;
                say("Harper on the same English texts; its first build takes some ten minutes");
                let manifest = root().join("src-tauri/xtask/harper/Cargo.toml");
                let run = ["run", "--release", "--quiet", "--locked", "--manifest-path"];
                let mut harper = cargo(&run);
                // In the same target folder, so that a second run has nothing to build.
                harper.arg(manifest).env("CARGO_TARGET_DIR", target());
                succeed(&mut harper)?;
            }
            "editor" => {
                setup::packages()?;
                say("The editor: work for a key, beside a bare ProseMirror view");
                let timing = ["exec", "--", "vitest", "run", "src/editor/browser/timing"];
                succeed(npm(&timing).env("DATELINE_BENCH", "1"))?;
            }
            "ui" => {
                say(
                    "The window: a key and what follows it, beside a bare view in the same web view",
                );
                ui::measure()?;
            }
            "export" => {
                say("The exports: whole processes, beside Hugo and beside the bare writing");
                export::measure()?;
            }
            other => {
                return Err(Failure(format!(
                    "There is no bench “{other}”. There are: {}.",
                    all.join(", ")
                )));
            }
        }
    }
    Ok(())
}
