//! How a command ends when it does not end well, and the exit code that says so.

use std::{io, process::ExitCode};

use dateline_copydesk::StyleFault;
use dateline_export::{ExportError, KeyError};
use dateline_intake::Unread;
use dateline_store::DeskError;

/// Why a command was not done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The desk, the gate or the system refused; the sentence says why and what to do.
    Refused(String),
    /// The command was called wrongly; the sentence says how to call it.
    Usage(String),
    /// As `Refused`, and why has been said already.
    Told,
    /// Everything was done, and the strict checks found errors.
    ErrorsFound,
    /// Whoever read the output has stopped reading: there is nobody left to tell.
    Unread,
}

impl Failure {
    /// What to tell, if anything.
    pub(crate) fn words(&self) -> Option<String> {
        match self {
            Self::Refused(words) | Self::Usage(words) => Some(words.clone()),
            Self::Told | Self::ErrorsFound | Self::Unread => None,
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Unread => ExitCode::SUCCESS,
            Self::Refused(_) | Self::Told => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
            Self::ErrorsFound => ExitCode::from(3),
        }
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<Unread> for Failure {
    fn from(unread: Unread) -> Self {
        Self::Refused(unread.to_string())
    }
}

impl From<StyleFault> for Failure {
    fn from(fault: StyleFault) -> Self {
        Self::Refused(fault.to_string())
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        Self::Refused(error.to_string())
    }
}

/// Only writing to standard output gives a bare `io::Error`; files are refused with their names.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::Refused(format!("The output could not be written: {error}.")),
        }
    }
}
