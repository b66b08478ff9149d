//! `cargo xtask run`: the desk with its sample, in a window or, where there is no display, as files.

use std::{fs, path::Path, process::Command};

use crate::{
    app, setup,
    shell::{Done, Failure, output, say, succeed, target},
};

/// Sets up and opens the sample desk, or the one named after `--desk`.
pub(crate) fn run(arguments: &[String]) -> Done {
    if !setup::has_display() {
        return without_a_window();
    }
    setup::everything()?;
    let (dateline, dateline_cli) = app::programs()?;
    let mut window = Command::new(dateline);
    if arguments.is_empty() {
        window.arg("--desk").arg(app::sample_desk(&dateline_cli)?);
    }
    say("Opening the desk");
    succeed(window.args(arguments))
}

/// The same job without a window: the sample's bulletin and releases as pages and plain text.
fn without_a_window() -> Done {
    say("There is no display here, so the sample desk is exported instead of opened");
    let dateline_cli = app::command_line()?;
    let desk = app::sample_desk(&dateline_cli)?;
    let to = target().join("sample").join("export");
    fs::create_dir_all(&to)?;
    let on_desk = |words: &[&str]| {
        let mut command = Command::new(&dateline_cli);
        command.arg("--desk").arg(&desk).args(words);
        command
    };
    let bulletins = output(&mut on_desk(&["bulletin", "list"]))
        .ok_or_else(|| Failure("The sample desk's bulletins could not be listed.".into()))?;
    let first = bulletins.lines().next().and_then(id_of).ok_or_else(|| {
        Failure("The sample desk has no bulletin; delete it and run this again.".into())
    })?;
    let export = |what: &[&str]| {
        let mut words = vec!["export"];
        words.extend(what);
        words.extend(["--format", "html,text", "--to"]);
        succeed(on_desk(&words).arg(&to))
    };
    export(&["--bulletin", &first])?;
    export(&["--all"])?;
    say(&format!("Exported to {}:", to.display()));
    list(&to)
}

/// The `"id"` of a JSON line, without a JSON parser: the command line writes it first.
fn id_of(line: &str) -> Option<String> {
    let after = line.split_once("\"id\":")?.1;
    let id: String = after.trim_start().chars().take_while(char::is_ascii_digit).collect();
    (!id.is_empty()).then_some(id)
}

fn list(folder: &Path) -> Done {
    let mut names: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Failure>>()?;
    names.sort();
    for name in names {
        println!("{}", name.display());
    }
    Ok(())
}
