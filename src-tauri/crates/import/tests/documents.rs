//! Documents of word processors, as these programs really write them: what becomes of them, and that
//! no word is lost which LibreOffice reads from the same file.

#![allow(clippy::unwrap_used)]

mod words;

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
    process::Command,
};

use dateline_import::{Draft, Refusal, read};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

fn only(name: &str, bytes: &[u8]) -> Draft {
    read(name, bytes, words::today()).unwrap().remove(0)
}

#[test]
fn every_document_reads_as_its_snapshot_says() {
    for (name, bytes) in words::corpus("documents") {
        insta::assert_snapshot!(name.as_str(), words::page(&only(&name, &bytes)));
    }
}

#[test]
fn no_word_is_lost_that_libreoffice_reads() {
    let there = Command::new("soffice").arg("--version").output();
    if there.is_err() {
        eprintln!("left out: LibreOffice is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in words::corpus("documents") {
        let source = folder.path().join(&name);
        fs::write(&source, &bytes).unwrap();
        let home = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let done = Command::new("soffice")
            .args([&home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .arg(folder.path())
            .arg(&source)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let text = fs::read_to_string(Path::new(&source).with_extension("txt")).unwrap();
        // Its text export shows what was deleted with changes tracked, too.
        let text =
            ["secretly", "from everywhere"].iter().fold(text, |text, gone| text.replace(gone, ""));
        words::assert_kept(&text, &only(&name, &bytes), &name);
    }
}

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn said(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes, words::today()) {
        Err(refusal) => refusal.to_string(),
        Ok(drafts) => panic!("{name} was read: {}", words::page(&drafts[0])),
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_a_sentence() {
    let (_, whole) =
        words::corpus("documents").into_iter().find(|(n, _)| n == "word.docx").unwrap();
    let manifest = br#"<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>"#;
    let mimetype = b"application/vnd.oasis.opendocument.text";
    let locked = archive(&[
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    let cases = [
        said("encrypted.docx", &under_password()),
        said("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"),
        said("encrypted.odt", &locked),
        said("cut.docx", &whole[..whole.len() / 2]),
        said("broken.docx", &archive(&[("word/document.xml", b"<w:document><w:body>")])),
        said("picture.docx", b"\x89PNG\r\n\x1a\n"),
        said("words.odt", b"only words"),
        said("empty.docx", b""),
        said("table.docx", &archive(&[("xl/workbook.xml", b"<workbook/>")])),
        said("files.zip", &archive(&[("a.txt", b"a")])),
    ];
    insta::assert_snapshot!(cases.join("\n"));
}

/// What Word makes of a document with a password, as far as it is looked at: a compound file whose
/// directory names the encrypted document.
fn under_password() -> Vec<u8> {
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(1024, 0);
    for name in ["Root Entry", "EncryptionInfo", "EncryptedPackage"] {
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(file.len().next_multiple_of(128), 0);
    }
    file
}

#[test]
fn zip_bombs_are_refused_before_they_fill_the_memory() {
    let zeros = vec![b' '; 60_000_000];
    let declared = archive(&[("word/document.xml", &zeros)]);
    assert!(matches!(read("bomb.docx", &declared, words::today()), Err(Refusal::Damaged { .. })));
    // The same with a lie about its size: both headers say one byte.
    let mut lying = declared.clone();
    let size = 60_000_000_u32.to_le_bytes();
    while let Some(at) = lying.windows(4).position(|bytes| bytes == size) {
        lying[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    assert!(read("lying.docx", &lying, words::today()).is_err());
    let odt: [(&str, &[u8]); 2] =
        [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &zeros)];
    assert!(matches!(
        read("bomb.odt", &archive(&odt), words::today()),
        Err(Refusal::Damaged { .. })
    ));
}

#[test]
fn a_document_under_another_name_is_still_read() {
    for (name, bytes) in words::corpus("documents") {
        let draft = only("renamed.txt", &bytes);
        assert_eq!(draft.content, only(&name, &bytes).content);
    }
}
