//! What a file is: by its first bytes where they tell, else by its name.

use crate::{
    Refusal, docx,
    package::{DOCUMENT_LIMIT, Package, encrypted},
};
use dateline_model::{Sentence, say};

/// A format that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Markdown,
    Html,
    JsonLines,
    Word,
    OpenDocument,
}

/// The most bytes of a text, Markdown or HTML file: some three million words, or a page with its
/// pictures inside. A release has a few kilobytes; what is larger was chosen by mistake, and reading
/// it takes several times its size in memory.
pub const TEXT_LIMIT: u64 = 20_000_000;

/// The most bytes of a JSON Lines archive read at once: some 200,000 releases.
pub const ARCHIVE_LIMIT: u64 = 1_000_000_000;

/// Refuses a file by its size, before it is read.
///
/// # Errors
/// When it is larger than the limit of its format; see [`TEXT_LIMIT`] and [`ARCHIVE_LIMIT`].
pub fn check_size(name: &str, size: u64) -> Result<(), Refusal> {
    let (limit, advice) = match by_name(name) {
        Some(Format::JsonLines) => (
            ARCHIVE_LIMIT,
            say!("Split the archive into files of fewer lines and import them one by one."),
        ),
        Some(Format::Word | Format::OpenDocument) => {
            (DOCUMENT_LIMIT, say!("Save it with smaller pictures, or copy its text."))
        }
        _ => (
            TEXT_LIMIT,
            say!(
                "A release is far smaller: check that it is the right file, or split it into several."
            ),
        ),
    };
    if size > limit {
        return Err(Refusal::TooLarge {
            name: name.to_owned(),
            size,
            limit,
            advice: advice.into(),
        });
    }
    Ok(())
}

/// The format of a file with that name and those bytes.
///
/// # Errors
/// When it is of a kind that is known but not read here.
pub(crate) fn recognise(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    let refuse = |what, advice: Sentence| {
        Err(Refusal::Foreign { name: name.to_owned(), what, advice: advice.into() })
    };
    if is_encrypted(bytes) {
        return Err(encrypted(name));
    }
    if let Some((what, advice)) = foreign(bytes) {
        return refuse(what, advice);
    }
    if bytes.starts_with(b"PK") {
        return archive(name, bytes);
    }
    match by_name(name) {
        Some(Format::Word | Format::OpenDocument) if bytes.is_empty() => {
            Err(Refusal::Empty { name: name.to_owned() })
        }
        Some(Format::Word | Format::OpenDocument) => refuse(
            say!("not the document that its name says"),
            say!("Open it in a word processor, save it anew as .docx or .odt and import that."),
        ),
        Some(Format::Text) | None if starts_like_html(bytes) => Ok(Format::Html),
        Some(format) => Ok(format),
        None => Ok(Format::Text),
    }
}

/// Which document a ZIP archive is: by what is in it, whatever its name says.
fn archive(name: &str, bytes: &[u8]) -> Result<Format, Refusal> {
    let mut package = Package::open(name, bytes)?;
    if package.has(docx::DOCUMENT) {
        return Ok(Format::Word);
    }
    let kind = package.part("mimetype")?.unwrap_or_default();
    let kind = String::from_utf8_lossy(&kind);
    if kind.trim().starts_with("application/vnd.oasis.opendocument.text") {
        return Ok(Format::OpenDocument);
    }
    let sheet = package.has("xl/workbook.xml") || kind.contains("spreadsheet");
    let slides = package.has("ppt/presentation.xml") || kind.contains("presentation");
    let (what, advice) = match (sheet, slides) {
        (true, _) => (say!("a spreadsheet"), say!("Copy its cells and paste them into a release.")),
        (_, true) => (say!("a presentation"), say!("Copy its text and paste it into a release.")),
        _ => (say!("an archive"), say!("Unpack it and import the files inside.")),
    };
    Err(Refusal::Foreign { name: name.to_owned(), what, advice: advice.into() })
}

fn by_name(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_lowercase().as_str() {
        "txt" | "text" => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        "jsonl" | "ndjson" => Format::JsonLines,
        "docx" | "docm" | "dotx" => Format::Word,
        "odt" | "ott" => Format::OpenDocument,
        _ => return None,
    })
}

fn starts_like_html(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    let start = String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim().to_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}

/// How a compound file begins (MS-CFB): an old Office document, or the shell of an encrypted new one.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether it is an Office document under a password: a compound file with a stream of that name
/// (MS-OFFCRYPTO), which its directory has in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(COMPOUND) && bytes.windows(stream.len()).any(|window| window == stream)
}

/// Files that are known by their first bytes and are not read.
fn foreign(bytes: &[u8]) -> Option<(Sentence, Sentence)> {
    let as_text = || say!("Save the text as .txt, .md, .html, .docx or .odt and import that.");
    let picture = || say!("Insert it into a release as a picture instead.");
    let unpack = || say!("Unpack it and import the files inside.");
    let known: [(&[u8], Sentence, Sentence); 14] = [
        (
            b"%PDF-",
            say!("a PDF"),
            say!("Import the document that it was made from, or copy its text."),
        ),
        (
            b"{\\rtf",
            say!("a Rich Text file"),
            say!("Open it in a word processor and save it as .docx or .odt."),
        ),
        (
            COMPOUND,
            say!("an old Word file"),
            say!("Open it in a word processor and save it as .docx or .odt."),
        ),
        (b"\x89PNG", say!("a picture"), picture()),
        (b"\xff\xd8\xff", say!("a picture"), picture()),
        (b"GIF8", say!("a picture"), picture()),
        (b"II*\0", say!("a picture"), picture()),
        (b"MM\0*", say!("a picture"), picture()),
        (b"\x1f\x8b", say!("a compressed file"), unpack()),
        (b"7z\xbc\xaf", say!("a compressed file"), unpack()),
        (b"Rar!", say!("a compressed file"), unpack()),
        (b"SQLite format 3\0", say!("a database"), say!("A desk is opened, not imported.")),
        (b"\x7fELF", say!("a program"), as_text()),
        (b"MZ\x90\0", say!("a program"), as_text()),
    ];
    known
        .into_iter()
        .find(|(magic, ..)| bytes.starts_with(magic))
        .map(|(_, what, advice)| (what, advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bytes_tell_the_format() {
        let of = |name: &str, bytes: &[u8]| recognise(name, bytes).unwrap();
        assert_eq!(of("A.TXT", b"Words"), Format::Text);
        assert_eq!(of("notes", b"Words"), Format::Text);
        assert_eq!(of("a.md", b"# Words"), Format::Markdown);
        assert_eq!(of("archive.2019.jsonl", b"{}"), Format::JsonLines);
        assert_eq!(of("saved.txt", b"\n<!DOCTYPE html><p>Words"), Format::Html);
    }

    #[test]
    fn known_foreign_files_are_refused_by_what_they_are() {
        let said = recognise("talk.pdf", b"%PDF-1.7 ...").unwrap_err().to_string();
        assert_eq!(
            said,
            "“talk.pdf” is a PDF, which Dateline cannot read. Import the document that it was made from, or copy its text."
        );
    }

    #[test]
    fn too_large_is_said_before_reading() {
        assert!(check_size("archive.jsonl", 50_000_000).is_ok());
        let said = check_size("talk.txt", 50_000_000).unwrap_err().to_string();
        assert_eq!(
            said,
            "“talk.txt” has 50 MB; Dateline reads such files up to 20 MB. A release is far smaller: check that it is the right file, or split it into several."
        );
    }
}
