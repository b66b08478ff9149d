//! `dateline-cli`: the desk without a window, for scripts and archives.
//!
//! JSON goes to standard output, a line for each thing, and words for people to standard error.
//! It exits with 0 when it is done, 1 when it was refused, and 2 when it was called wrongly.

mod commands;
mod failure;
mod fields;
mod output;
mod passphrase;
mod session;
mod words;

use std::{ffi::OsString, process::ExitCode};

use clap::Parser;

use crate::{commands::Command, output::Output, session::Session};

/// The desk without a window: import, complete, tag, approve and export press releases.
#[derive(Parser)]
#[command(name = "dateline-cli", version, max_term_width = 100)]
struct Arguments {
    /// The desk file; without it, the one in the platform's data folder.
    #[arg(long, global = true, env = "DATELINE_DESK", value_name = "FILE")]
    desk: Option<OsString>,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let session = Session::begin(arguments.desk);
    let mut output = Output::standard();
    let done = arguments.command.run(&session, &mut output).and_then(|()| output.finish());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(words) = failure.words() {
                output::say(&words);
            }
            failure.exit_code()
        }
    }
}
