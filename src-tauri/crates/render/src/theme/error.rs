//! What is wrong with a theme, and where.
use dateline_model::{Sentence, say, tells_its_sentence};

/// A fault in a theme, for whoever writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeError {
    /// The file of the theme, e.g. `release.html`.
    pub file: String,
    /// The line in it, from 1; `None` when the fault is in no line.
    pub line: Option<usize>,
    /// What is wrong, without a full stop.
    pub reason: String,
}

impl ThemeError {
    pub(super) fn in_file(file: &str, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, reason: reason.into() }
    }

    /// The fault that the template engine found.
    pub(super) fn of(error: &minijinja::Error, file: &str) -> Self {
        use minijinja::ErrorKind;
        // The innermost cause knows the line in the file that is at fault.
        let mut at = error;
        let mut cause = std::error::Error::source(error);
        while let Some(inner) = cause {
            if let Some(inner) = inner.downcast_ref::<minijinja::Error>() {
                at = inner;
            }
            cause = inner.source();
        }
        let detail = at.detail().unwrap_or_default();
        let reason = match at.kind() {
            ErrorKind::OutOfFuel => {
                "it runs too long or writes too much; look for a loop without end".to_owned()
            }
            ErrorKind::TemplateNotFound => {
                format!("it asks for a file that is not in the theme: {detail}")
            }
            ErrorKind::UndefinedError => {
                format!("it uses a name that nothing stands for: {detail}")
            }
            kind if detail.is_empty() => kind.to_string(),
            _ => detail.to_owned(),
        };
        Self {
            file: at.name().unwrap_or(file).to_owned(),
            line: at.line(),
            reason: reason.trim_end_matches([':', ' ', '.']).to_owned(),
        }
    }
}

tells_its_sentence!(ThemeError);

impl ThemeError {
    /// What to tell whoever writes the theme. The fault itself is named in English, like what the
    /// templates are written in.
    pub fn sentence(&self) -> Sentence {
        let Self { file, line, reason } = self;
        match line {
            Some(line) => say!(
                "The theme’s file “{file}”, line {line}, has a fault: {reason}.",
                file,
                line,
                reason
            ),
            None => say!("The theme’s file “{file}” has a fault: {reason}.", file, reason),
        }
    }
}

impl std::error::Error for ThemeError {}
