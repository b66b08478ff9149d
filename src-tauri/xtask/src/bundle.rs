//! `cargo xtask bundle`: the packages for Linux, and a try of the one for this machine.

use std::{fs, path::PathBuf};

use crate::{
    app,
    screen::on_a_screen,
    setup,
    shell::{Done, Failure, cargo, command, output, say, succeed, target},
};

/// Builds both programs as they are shipped, and puts them into packages. With `try`, the .deb is
/// installed, used and removed on this machine.
pub(crate) fn bundle(arguments: &[String]) -> Done {
    let tries = match arguments {
        [] => false,
        [word] if word == "try" => true,
        _ => return Err(Failure("`cargo xtask bundle` takes nothing, or the word try.".into())),
    };
    if !cfg!(target_os = "linux") {
        return Err(Failure("The packages are for Linux, and are built there.".into()));
    }
    setup::everything()?;
    let (dateline, dateline_cli) = app::shipped()?;
    let folder = target().join("bundle");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    say("Packing");
    let mut pack = cargo(&["run", "--quiet", "-p", "dateline-packages", "--"]);
    pack.arg(dateline).arg(dateline_cli).arg(&folder);
    succeed(pack.arg(time()))?;
    if tries { try_out(&folder) } else { Ok(()) }
}

/// The time of the last commit: the same source gives the same packages.
fn time() -> String {
    output(&mut command("git", &["log", "-1", "--format=%ct"])).unwrap_or_else(|| "0".into())
}

fn try_out(folder: &std::path::Path) -> Done {
    let deb = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path: &PathBuf| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or_else(|| Failure("There is no .deb to try.".into()))?;
    say("Installing the package, opening a desk by double click, and removing it");
    let mut test = on_a_screen("cargo test -p dateline-packages --test installed -- --ignored");
    succeed(test.env("DATELINE_DEB", deb))
}
