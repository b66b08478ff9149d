//! `cargo xtask`: the one door to every chore of the project.

mod app;
mod bench;
mod bundle;
mod check;
mod run;
mod screen;
mod setup;
mod shell;
mod shots;
mod test;

use std::process::ExitCode;

const CHORES: &str = "\
cargo xtask setup     install what building and testing need
cargo xtask run       set up, then open the sample desk (without a display: export it)
cargo xtask test      set up, then pass every test, those in a real window included
cargo xtask check     format, lints, types and generated files, as the build server checks them
cargo xtask bindings  write the front end's types anew from the Rust ones
cargo xtask bench     [desk | checks | editor | ui | export] measure
cargo xtask shots     [WORD …] take pictures of every screen, or of those whose names hold a word
cargo xtask bundle    [try] make the packages; try installs one, uses it and removes it";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chore = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let done = match (chore.as_str(), rest.as_slice()) {
        ("setup", []) => setup::everything(),
        ("run", _) => run::run(&rest),
        ("test", []) => test::test(),
        ("check", []) => check::check(),
        ("bindings", []) => check::write_bindings(),
        ("bench", what) => bench::bench(what),
        ("shots", which) => shots::shots(which),
        ("bundle", _) => bundle::bundle(&rest),
        _ => {
            eprintln!("{CHORES}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
