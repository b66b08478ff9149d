//! Says what the checks find in text files: `say LANGUAGE FILE...`, a line per finding.

use std::{env, fs, process::ExitCode};

use dateline_check::{Checker, HouseStyle};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let Some(language) = arguments.next().and_then(|tag| tag.parse().ok()) else {
        eprintln!("Name a language, such as en-GB, and the files to read.");
        return ExitCode::from(2);
    };
    let mut checker = Checker::new(HouseStyle::default());
    for file in arguments {
        let Ok(text) = fs::read_to_string(&file) else {
            eprintln!("{file} cannot be read as UTF-8 text.");
            return ExitCode::FAILURE;
        };
        for f in checker.check_text(&text, &language, None) {
            let block = f.block.unwrap_or_default();
            println!(
                "{file}:{block}:{}-{}: {} {}: “{}” {}",
                f.start, f.end, f.severity, f.rule, f.excerpt, f.message
            );
        }
    }
    ExitCode::SUCCESS
}
