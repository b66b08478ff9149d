//! Running other programs from the project's root, and saying so.

use std::{
    env, fmt,
    path::{Path, PathBuf},
    process::Command,
};

/// Why a chore stopped, in a sentence.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

pub(crate) type Done = Result<(), Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("xtask stands two folders below the root")
        .to_owned()
}

/// Where cargo builds to.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A program as cargo or npm builds it, with the ending that the system gives it.
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// A word about what happens now.
pub(crate) fn say(what: &str) {
    println!("\n— {what}");
}

/// A command that starts in the project's root.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// This toolchain's cargo.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// npm, in the front end's folder.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    // On Windows npm is a script, which only its full name starts.
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    npm.current_dir(root().join("ui"));
    npm
}

/// Runs to the end and fails with the command's own line when it fails.
pub(crate) fn succeed(command: &mut Command) -> Done {
    let line = line(command);
    let status = command
        .status()
        .map_err(|error| Failure(format!("`{line}` could not be started: {error}.")))?;
    if status.success() { Ok(()) } else { Err(Failure(format!("`{line}` failed ({status})."))) }
}

/// What a command prints, trimmed; `None` when it fails or is not there.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program can be found.
pub(crate) fn has(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|paths| {
        env::split_paths(&paths)
            .any(|dir| dir.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    })
}

fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
