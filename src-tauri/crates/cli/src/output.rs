//! Where a command speaks: JSON and texts to standard output, words to standard error.

use std::io::{self, BufWriter, IsTerminal, Write};

use serde::Serialize;

use crate::failure::Failure;

/// Standard output, buffered, and whether a person is looking at it.
pub(crate) struct Output {
    to: BufWriter<io::StdoutLock<'static>>,
    terminal: bool,
}

impl Output {
    pub(crate) fn standard() -> Self {
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        Self { to: BufWriter::new(stdout.lock()), terminal }
    }

    /// Whether a person is looking, not a program.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// One JSON line.
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.to, value).map_err(io::Error::from)?;
        Ok(self.to.write_all(b"\n")?)
    }

    /// The very bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        Ok(self.to.write_all(bytes)?)
    }

    /// What was said so far is on its way before anything else happens.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.to.flush()?)
    }
}

/// Words for people. Nothing can be done where even those cannot be written.
pub(crate) fn say(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}
