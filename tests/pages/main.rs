//! The exported pages, as the Nu HTML checker sees them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// The office's desk of these tests.
struct Desk {
    cli: PathBuf,
    folder: TempDir,
}

impl Desk {
    /// A new desk, with the sample or without; `None` outside of `cargo xtask test`.
    fn new(with: &[&str]) -> Option<Self> {
        let Some(cli) = env::var_os("DATELINE_CLI") else {
            eprintln!("Not run: the programs are not built. Start this with `cargo xtask test`.");
            return None;
        };
        let desk = Self { cli: cli.into(), folder: tempfile::tempdir().expect("a folder") };
        desk.run(&[&["init"], with].concat());
        Some(desk)
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(&self.cli);
        command.arg("--desk").arg(self.folder.path().join("desk.dateline")).args(words);
        let output = command.output().expect("the command line starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "dateline-cli {words:?}: {said}");
        output
    }

    fn out(&self) -> String {
        self.folder.path().join("out").display().to_string()
    }
}

#[test]
fn pages_of_the_sample_are_valid() {
    let Some(desk) = Desk::new(&["--sample"]) else { return };
    desk.run(&["export", "--all", "--format", "html", "--to", &desk.out()]);
    desk.run(&["export", "--bulletin", "1", "--format", "html", "--to", &desk.out()]);
    validate(&desk);
}

#[test]
fn pages_of_the_corpora_are_valid() {
    let Some(desk) = Desk::new(&[]) else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The second is there on some machines only; its texts are a press office's own.
    for corpus in [root.join("corpora/releases"), root.join("../../shared/corpus")] {
        if corpus.is_dir() {
            desk.run(&["import", &corpus.display().to_string()]);
        }
    }
    desk.run(&["export", "--all", "--draft", "--format", "html", "--to", &desk.out()]);
    validate(&desk);
}

#[test]
fn sites_of_the_sample_are_valid_in_every_look() {
    let Some(desk) = Desk::new(&["--sample"]) else { return };
    for look in ["office", "newsroom", "plain"] {
        desk.run(&["site", "--theme", look, "--to", &format!("{}/{look}", desk.out())]);
    }
    let theme = desk.folder.path().join("theme").display().to_string();
    desk.run(&["theme", "new", &theme]);
    desk.run(&["site", "--theme", &theme, "--to", &format!("{}/own", desk.out())]);
    validate(&desk);
}

/// The pages below a folder.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be listed");
    entries
        .map(|entry| entry.expect("a folder can be listed").path())
        .flat_map(|path| if path.is_dir() { pages(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect()
}

/// Holds every exported page to the checker, where Java is there to run it.
fn validate(desk: &Desk) {
    let pages = pages(Path::new(&desk.out()));
    assert!(!pages.is_empty(), "pages were exported");
    let checker =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/vnu-jar/build/dist/vnu.jar");
    let mut java = Command::new("java");
    java.arg("-jar").arg(&checker).arg("--errors-only").args(&pages);
    match java.output() {
        Ok(output) => {
            assert!(checker.is_file(), "{} is missing", checker.display());
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "the Nu HTML checker finds errors:\n{said}");
        }
        Err(_) if env::var_os("DATELINE_CI").is_none() => {
            eprintln!("Left out: without Java the pages are not checked with the Nu HTML checker.");
        }
        Err(error) => panic!("the build server always checks the pages: {error}"),
    }
}
