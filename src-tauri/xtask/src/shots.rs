//! `cargo xtask shots`: pictures of every screen, from the real window, into `target/shots`.

use crate::{
    app,
    screen::on_a_screen,
    setup,
    shell::{Done, Failure, say, succeed, target},
};

/// Takes the pictures whose paths hold one of the words; without a word all of them, light and dark,
/// at three sizes.
pub(crate) fn shots(which: &[String]) -> Done {
    if !cfg!(target_os = "linux") {
        return Err(Failure(
            "The window can be driven on Linux only; take the pictures there.".into(),
        ));
    }
    if let Some(odd) =
        which.iter().find(|word| word.contains(|c: char| !c.is_alphanumeric() && c != '-'))
    {
        return Err(Failure(format!("“{odd}” is in no picture's name.")));
    }
    setup::everything()?;
    let (dateline, dateline_cli) = app::programs()?;
    let folder = target().join("shots");
    say(&format!("Taking pictures into {}", folder.display()));
    let line =
        "cargo test --quiet -p dateline-journeys --test journeys -- --ignored --nocapture shots";
    succeed(
        on_a_screen(line)
            .env("DATELINE", dateline)
            .env("DATELINE_CLI", dateline_cli)
            .env("DATELINE_SHOTS", folder)
            .env("DATELINE_SHOTS_OF", which.join(" ")),
    )
}
