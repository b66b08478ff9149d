//! `cargo xtask test`: every test there is, from the crates to the real window.

use crate::{
    app,
    screen::on_a_screen,
    setup,
    shell::{Done, cargo, has, npm, say, succeed},
};

/// Sets up, builds both programs and runs all tests.
pub(crate) fn test() -> Done {
    setup::everything()?;
    say("Tests of the front end");
    succeed(&mut npm(&["run", "--silent", "test"]))?;
    let (dateline, dateline_cli) = app::programs()?;
    if !has("java") {
        say("Java is not here, so the exported pages are not checked with the Nu HTML checker");
    }
    say("Tests of the crates, and journeys through the real window");
    let mut tests = if cfg!(target_os = "linux") {
        on_a_screen("cargo test --workspace")
    } else {
        cargo(&["test", "--workspace"])
    };
    if cfg!(target_os = "linux") {
        tests.env("DATELINE", dateline);
    }
    succeed(tests.env("DATELINE_CLI", dateline_cli))
}
