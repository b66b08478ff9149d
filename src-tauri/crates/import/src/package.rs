//! The ZIP archive that a document is, read within limits.

use dateline_model::say;
use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use crate::{Refusal, encoding, xml::Xml};

/// The most bytes of a document's file, pictures included.
pub const DOCUMENT_LIMIT: u64 = 100_000_000;

/// The most bytes that all parts of a document may have when they are unpacked, as declared and as
/// found. Pictures hardly shrink when packed, so this leaves room for any real document.
const UNPACKED_LIMIT: u64 = 400_000_000;

/// The most bytes of a part in XML: the text of a release has some 100 KB, and in memory takes ten
/// times its size.
const PART_LIMIT: u64 = 40_000_000;

/// The most parts.
const MOST_PARTS: usize = 10_000;

/// An open document.
pub(crate) struct Package<'a> {
    name: &'a str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a document.
    ///
    /// # Errors
    /// When it is no whole ZIP archive, or one that would unpack to more than any document has.
    pub(crate) fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged {
            name: name.to_owned(),
            why: say!("it is cut off or damaged"),
            advice: Box::new(say!("Get the file again from where it came from.")),
        })?;
        let declared = archive.decompressed_size().unwrap_or_default();
        if archive.len() > MOST_PARTS || declared > u128::from(UNPACKED_LIMIT) {
            return Err(bomb(name));
        }
        Ok(Self { name, archive, left: UNPACKED_LIMIT })
    }

    /// Whether there is a part of that path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.archive.index_for_name(path).is_some()
    }

    /// The bytes of a part; `None` when it is not there.
    ///
    /// # Errors
    /// When it is encrypted, damaged or too large.
    pub(crate) fn part(&mut self, path: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.read(path, UNPACKED_LIMIT)
    }

    /// A part in XML; `None` when it is not there.
    ///
    /// # Errors
    /// When it is encrypted, too large, or no XML.
    pub(crate) fn xml(&mut self, path: &str) -> Result<Option<Xml>, Refusal> {
        let Some(bytes) = self.read(path, PART_LIMIT)? else { return Ok(None) };
        let text = match encoding::decode(path, &bytes) {
            Ok(decoded) => decoded.text,
            Err(_) => String::new(),
        };
        Xml::parse(&text).map(Some).map_err(|why| self.damaged(path, &why))
    }

    fn read(&mut self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let name = self.name;
        let part = match self.archive.by_name(path) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
                return Err(encrypted(name));
            }
            Err(why) => return Err(damaged(name, path, &why.to_string())),
        };
        let limit = limit.min(self.left);
        if part.size() > limit {
            return Err(bomb(name));
        }
        // What is declared need not be true: one byte more than allowed is enough to know.
        let mut bytes = Vec::new();
        let read = part.take(limit + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            return Err(bomb(name));
        }
        read.map_err(|why| damaged(name, path, &why.to_string()))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A refusal because a part cannot be read.
    pub(crate) fn damaged(&self, path: &str, why: &str) -> Refusal {
        damaged(self.name, path, why)
    }
}

fn damaged(name: &str, path: &str, why: &str) -> Refusal {
    Refusal::Damaged {
        name: name.to_owned(),
        why: say!("its part “{path}” is damaged ({why})", path, why),
        advice: Box::new(say!("Open it in a word processor, save it anew and import that.")),
    }
}

fn bomb(name: &str) -> Refusal {
    Refusal::Damaged {
        name: name.to_owned(),
        why: say!("it would unpack to far more than a document has"),
        advice: Box::new(say!("Do not open it; ask the sender what it is.")),
    }
}

/// A refusal because a document is protected by a password.
pub(crate) fn encrypted(name: &str) -> Refusal {
    Refusal::Damaged {
        name: name.to_owned(),
        why: say!("it is protected by a password"),
        advice: Box::new(say!(
            "Open it in a word processor, save it without the password and import that."
        )),
    }
}
