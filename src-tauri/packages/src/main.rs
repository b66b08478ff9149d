//! Puts the window and the command line into packages for Linux: a .deb and an .rpm of the same
//! files. `cargo xtask bundle` builds the programs and calls this.

mod contents;
mod deb;
mod redhat;

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use contents::Contents;

/// The most that a package may weigh, in bytes of a megabyte of a million.
const LIMIT: u64 = 15_000_000;

const USAGE: &str = "Usage: dateline-packages DATELINE DATELINE-CLI FOLDER SECONDS
where SECONDS since 1970 is the time that every file in the packages carries";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let [dateline, dateline_cli, folder, seconds] = words.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match write(Path::new(dateline), Path::new(dateline_cli), Path::new(folder), seconds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(
    dateline: &Path,
    dateline_cli: &Path,
    folder: &Path,
    seconds: &str,
) -> Result<(), Box<dyn Error>> {
    let seconds: u32 = seconds.parse().map_err(|_| USAGE)?;
    let contents = Contents::of(dateline, dateline_cli)?;
    fs::create_dir_all(folder)?;
    let packages =
        [deb::write(&contents, folder, seconds)?, redhat::write(&contents, folder, seconds)?];
    for package in &packages {
        let size = fs::metadata(package)?.len();
        println!("{} ({:.1} MB)", package.display(), size as f64 / 1e6);
        if size > LIMIT {
            let most = LIMIT / 1_000_000;
            return Err(format!("{} is larger than {most} MB.", package.display()).into());
        }
    }
    Ok(())
}
