//! Plain text in wire style, for any script: what a newsroom takes into its own system.

mod body;
mod bulletin;
mod fold;
mod plain;
mod release;
mod table;
mod wire;
mod wrap;

pub use bulletin::bulletin_text;
pub use release::{text, withdrawal_text};

/// The shape of a plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextForm {
    /// The most columns of a line, counted as a terminal shows them: a Chinese character takes two,
    /// a combining mark none. `None` leaves each paragraph on one line. Below [`TextForm::NARROWEST`]
    /// nothing can be set; such a width counts as that.
    pub width: Option<usize>,
    /// Lines end in CR LF, for systems that want it.
    pub crlf: bool,
    /// Curly quotation marks, dashes, and Latin letters with marks become ASCII. Letters of other
    /// scripts have no ASCII form that their readers could read, and stay.
    pub ascii: bool,
}

impl TextForm {
    /// The least width that is honoured.
    pub const NARROWEST: usize = 20;
    /// The width that mail and wire systems take without breaking lines again.
    pub const USUAL: usize = 72;
}

impl Default for TextForm {
    fn default() -> Self {
        Self { width: Some(Self::USUAL), crlf: false, ascii: false }
    }
}
