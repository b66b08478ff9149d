//! `cargo xtask check`: what the build server checks, and nothing else.

use crate::{
    app, setup,
    shell::{Done, Failure, cargo, command, npm, output, say, succeed},
};

const BINDINGS: &str = "ui/src/platform/bindings";

/// Format, lints without warnings, types, and no drift of generated files.
pub(crate) fn check() -> Done {
    setup::everything()?;
    say("Format");
    succeed(&mut cargo(&["fmt", "--all", "--check"]))?;
    app::front_end()?;
    say("Lints, Rust");
    succeed(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))?;
    say("Types and lints, front end");
    succeed(&mut npm(&["run", "--silent", "check"]))?;
    succeed(&mut npm(&["run", "--silent", "lint"]))?;
    say("Generated files");
    write_bindings()?;
    no_drift(&[BINDINGS, "README.md"])
}

/// Writes the front end's types from the Rust ones. The test that compares them does it, once all of
/// them are made: what does not compile leaves those that are there.
pub(crate) fn write_bindings() -> Done {
    let mut compare = cargo(&["test", "--quiet", "-p", "dateline", "bindings"]);
    succeed(compare.env("DATELINE_BINDINGS", "write"))
}

/// `git status` sees new files too, which a diff would not.
fn no_drift(paths: &[&str]) -> Done {
    let mut words = vec!["status", "--porcelain", "--"];
    words.extend(paths);
    match output(&mut command("git", &words)) {
        Some(changes) if changes.is_empty() => Ok(()),
        Some(changes) => Err(Failure(format!(
            "Generated files differ from what is committed:\n{changes}\n\
             Commit them: `cargo xtask bindings` writes them anew."
        ))),
        None => Err(Failure("Git did not answer, so drift of generated files is unknown.".into())),
    }
}
