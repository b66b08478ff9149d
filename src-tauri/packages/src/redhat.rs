//! An .rpm of the same files.

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use rpm::{BuildConfig, CompressionWithLevel, Dependency, FileOptions, PackageBuilder};

use crate::contents::{Contents, DESCRIPTION, NAME, SUMMARY, VERSION};

/// What must be there, by the names of Fedora and its relatives.
const REQUIRES: [&str; 5] =
    ["webkit2gtk4.1", "gtk3", "desktop-file-utils", "hicolor-icon-theme", "shared-mime-info"];

/// The level with a window that holds both programs, as in the .deb. (Xz would be a little smaller, but
/// the library has it begin anew with each file.)
const ZSTD_LEVEL: i32 = 22;

/// Writes the package into a folder, and says where it is.
pub(crate) fn write(
    contents: &Contents,
    folder: &Path,
    seconds: u32,
) -> Result<PathBuf, Box<dyn Error>> {
    let architecture = std::env::consts::ARCH;
    let zstd = CompressionWithLevel::Zstd(ZSTD_LEVEL);
    let config = BuildConfig::v4().source_date(seconds).compression(zstd);
    let mut package =
        PackageBuilder::new(NAME, VERSION, "MIT OR Apache-2.0", architecture, SUMMARY);
    package.using_config(config).description(DESCRIPTION);
    for required in REQUIRES {
        package.requires(Dependency::any(required));
    }
    for file in &contents.files {
        let options = FileOptions::new(format!("/{}", file.path)).permissions(file.mode() as u16);
        package.with_file_contents(file.bytes.clone(), options)?;
    }
    let path = folder.join(format!("{NAME}-{VERSION}-1.{architecture}.rpm"));
    package.build()?.write_file(&path)?;
    Ok(path)
}
