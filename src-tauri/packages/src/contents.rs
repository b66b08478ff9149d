//! What is in a package, and what a package says about itself; the same for every system.

use std::{fs, io, path::Path};

/// The name of the packages.
pub(crate) const NAME: &str = "dateline";

/// The version of the workspace.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One line about it.
pub(crate) const SUMMARY: &str = "A press office's desk";

/// A few more.
pub(crate) const DESCRIPTION: &str = "With Dateline a press officer drafts, tags, checks, previews \
    and approves press releases and bulletins, offline, and exports them as web pages, mail and \
    plain text. One file holds the whole desk.";

/// The files of a package.
pub(crate) struct Contents {
    pub(crate) files: Vec<Packed>,
}

/// A file as it lies on the machine afterwards.
pub(crate) struct Packed {
    /// Without the slash at the beginning.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) program: bool,
}

/// An icon of a size, by the name that the desktop entry gives.
macro_rules! icon {
    ($size:literal, $ending:literal, $file:literal) => {
        desktop(
            concat!("icons/hicolor/", $size, "/apps/dateline.", $ending),
            include_bytes!(concat!("../../icons/", $file)),
        )
    };
}

impl Contents {
    /// The two programs, and what a desktop needs to show them and to know their files.
    pub(crate) fn of(dateline: &Path, dateline_cli: &Path) -> io::Result<Self> {
        let files = vec![
            program("usr/bin/dateline", dateline)?,
            program("usr/bin/dateline-cli", dateline_cli)?,
            desktop("applications/dateline.desktop", include_bytes!("../files/dateline.desktop")),
            desktop("doc/dateline/copyright", include_bytes!("../files/copyright")),
            icon!("128x128", "png", "128x128.png"),
            icon!("256x256", "png", "128x128@2x.png"),
            icon!("32x32", "png", "32x32.png"),
            icon!("512x512", "png", "icon.png"),
            icon!("scalable", "svg", "icon.svg"),
            desktop("mime/packages/dateline.xml", include_bytes!("../files/dateline.xml")),
        ];
        Ok(Self { files })
    }

    /// What the files take on a disk, in KiB.
    pub(crate) fn kib(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len().div_ceil(1024)).sum()
    }
}

impl Packed {
    /// The permissions, as Unix writes them.
    pub(crate) fn mode(&self) -> u32 {
        if self.program { 0o755 } else { 0o644 }
    }
}

fn program(path: &str, from: &Path) -> io::Result<Packed> {
    Ok(Packed { path: path.to_owned(), bytes: fs::read(from)?, program: true })
}

/// What a desktop or a reader looks for below `/usr/share`.
fn desktop(path: &str, bytes: &[u8]) -> Packed {
    Packed { path: format!("usr/share/{path}"), bytes: bytes.to_vec(), program: false }
}
