//! A .deb: an `ar` archive of the format's version, the control file and the data.
//!
//! No script runs at installing: the databases of file types, menus and icons are brought up to date
//! by triggers of the packages that own them.

use std::{
    collections::BTreeSet,
    error::Error,
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, GzBuilder};
use liblzma::write::XzEncoder;
use tar::{EntryType, Header};

use crate::contents::{Contents, DESCRIPTION, NAME, SUMMARY, VERSION};

/// What must be there. The second name of GTK is the one since Debian counts time in 64 bits.
const DEPENDS: &str = "libc6, libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64, \
    desktop-file-utils, hicolor-icon-theme, shared-mime-info";

/// How hard xz tries. The dictionary of this level is 64 MiB and holds both programs, which are made of
/// the same crates and tables: beside the first, the second costs a fifth of it.
const XZ_LEVEL: u32 = 9;

/// Writes the package into a folder, and says where it is.
pub(crate) fn write(
    contents: &Contents,
    folder: &Path,
    seconds: u32,
) -> Result<PathBuf, Box<dyn Error>> {
    let architecture = match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    let path = folder.join(format!("{NAME}_{VERSION}_{architecture}.deb"));
    let mut deb = ar::Builder::new(File::create(&path)?);
    let mut member = |name: &str, bytes: &[u8]| {
        let mut header = ar::Header::new(name.into(), bytes.len() as u64);
        header.set_mode(0o100_644);
        header.set_mtime(seconds.into());
        deb.append(&header, bytes)
    };
    member("debian-binary", b"2.0\n")?;
    member("control.tar.gz", &control(contents, architecture, seconds)?)?;
    member("data.tar.xz", &data(contents, seconds)?)?;
    deb.into_inner()?.flush()?;
    Ok(path)
}

fn control(contents: &Contents, architecture: &str, seconds: u32) -> std::io::Result<Vec<u8>> {
    let words = format!(
        "Package: {NAME}\nVersion: {VERSION}\nArchitecture: {architecture}\nMaintainer: The Dateline \
         authors <dateline@localhost>\nInstalled-Size: {}\nDepends: {DEPENDS}\nSection: \
         editors\nPriority: optional\nDescription: {SUMMARY}\n {DESCRIPTION}\n",
        contents.kib()
    );
    let mut tar = tar::Builder::new(GzBuilder::new().write(Vec::new(), Compression::best()));
    append(&mut tar, "./control", words.as_bytes(), 0o644, seconds)?;
    tar.into_inner()?.finish()
}

fn data(contents: &Contents, seconds: u32) -> std::io::Result<Vec<u8>> {
    let mut tar = tar::Builder::new(XzEncoder::new(Vec::new(), XZ_LEVEL));
    let mut folders = BTreeSet::new();
    for file in &contents.files {
        folders.extend(
            Path::new(&file.path).ancestors().skip(1).filter(|path| *path != Path::new("")),
        );
    }
    for folder in folders {
        let mut header = header(0o755, 0, seconds);
        header.set_entry_type(EntryType::Directory);
        tar.append_data(&mut header, format!("./{}/", folder.display()), &[][..])?;
    }
    for file in &contents.files {
        append(&mut tar, &format!("./{}", file.path), &file.bytes, file.mode(), seconds)?;
    }
    tar.into_inner()?.finish()
}

fn append(
    tar: &mut tar::Builder<impl Write>,
    path: &str,
    bytes: &[u8],
    mode: u32,
    seconds: u32,
) -> std::io::Result<()> {
    tar.append_data(&mut header(mode, bytes.len(), seconds), path, bytes)
}

/// Everything belongs to root, whoever built it.
fn header(mode: u32, size: usize, seconds: u32) -> Header {
    let mut header = Header::new_gnu();
    header.set_mode(mode);
    header.set_size(size as u64);
    header.set_mtime(seconds.into());
    header.set_uid(0);
    header.set_gid(0);
    header
}
