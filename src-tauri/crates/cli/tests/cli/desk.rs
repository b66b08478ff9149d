//! A desk in a folder of its own, and the program called on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) struct Desk {
    folder: TempDir,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: Vec<u8>,
    pub(crate) words: String,
}

impl Desk {
    /// No desk yet, and a folder to make it in.
    pub(crate) fn none() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// An empty desk.
    pub(crate) fn new() -> Self {
        let desk = Self::none();
        desk.run(&["init"]).done();
        desk
    }

    /// The sample desk.
    pub(crate) fn sample() -> Self {
        let desk = Self::none();
        desk.run(&["init", "--sample"]).done();
        desk
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The files of a folder by name, without the manifest.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.path(folder)).unwrap().map(|entry| entry.unwrap());
        entries
            .map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                let bytes = fs::read(entry.path()).unwrap();
                (name, bytes)
            })
            .filter(|(name, _)| name != "manifest.json")
            .collect()
    }

    /// The bytes of the desk file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(self.path("desk.dateline")).unwrap()
    }

    /// Calls the program in the folder, on `desk.dateline`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, &[], None)
    }

    pub(crate) fn run_with(
        &self,
        arguments: &[&str],
        environment: &[(&str, &str)],
        input: Option<&Path>,
    ) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline-cli"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("DATELINE_DESK", "desk.dateline")
            .envs(environment.iter().copied())
            .stdin(input.map_or_else(Stdio::null, |path| fs::File::open(path).unwrap().into()));
        let output = command.output().unwrap();
        Said {
            code: output.status.code().unwrap_or(-1),
            out: output.stdout,
            words: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What `show --json` says of a release.
    pub(crate) fn release(&self, id: i64) -> Value {
        self.run(&["show", &id.to_string(), "--json"]).done().line()
    }
}

impl Said {
    #[track_caller]
    fn ended(self, code: i32) -> Self {
        let out = String::from_utf8_lossy(&self.out);
        assert_eq!(self.code, code, "stdout:\n{out}\nstderr:\n{}", self.words);
        self
    }

    /// It was done.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        self.ended(0)
    }

    /// It was refused, in words, and nothing else was said.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        let said = self.ended(1);
        assert_eq!(String::from_utf8_lossy(&said.out), "");
        assert!(!said.words.trim().is_empty());
        said.words
    }

    /// It was called wrongly, and says how to call it.
    #[track_caller]
    pub(crate) fn wrong(self) -> String {
        let said = self.ended(2);
        assert_eq!(String::from_utf8_lossy(&said.out), "");
        said.words
    }

    /// The JSON lines.
    #[track_caller]
    pub(crate) fn lines(&self) -> Vec<Value> {
        let text = std::str::from_utf8(&self.out).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The only JSON line.
    #[track_caller]
    pub(crate) fn line(&self) -> Value {
        let lines = self.lines();
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines.into_iter().next().unwrap()
    }

    /// The numbers in the JSON lines.
    pub(crate) fn ids(&self) -> Vec<i64> {
        self.lines().iter().map(|line| line["id"].as_i64().unwrap()).collect()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }
}

/// The keys of a JSON object, sorted.
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}
