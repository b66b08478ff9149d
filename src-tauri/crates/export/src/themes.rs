//! Themes by name: those that come with the program, and the office's own. An own theme is a folder
//! in the themes' folder, or packed into one file there.

use dateline_model::Sentence;
use std::{
    collections::BTreeMap,
    env,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use dateline_render::{Look, Manifest, OptionValue, OwnTheme, Theme};
use dateline_store::{Desk, account_folder};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::ExportError;

/// The setting of a desk that names the theme of its pages.
pub const THEME_SETTING: &str = "theme";

/// The ending of a packed theme.
pub const PACKED: &str = "zip";

/// The most bytes of a theme. Its files are held in memory, and pictures go into every page.
const LARGEST: u64 = 32 * 1024 * 1024;
/// The most files of a theme.
const MOST: usize = 500;

/// The place where an office keeps its themes.
#[derive(Clone, Debug)]
pub struct Themes {
    folder: PathBuf,
}

/// A theme that can be chosen.
#[derive(Clone, Debug)]
pub struct Choosable {
    /// The name to choose it by: of a built-in look or of a folder.
    pub name: String,
    /// Where it lies; `None` for a built-in look.
    pub path: Option<PathBuf>,
    /// What it says of itself, or what is wrong with it. `None` for a built-in look.
    pub manifest: Option<Result<Manifest, Sentence>>,
}

impl Themes {
    /// Themes in a folder, which need not be there.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// An office's own themes: in the folder that the environment names in `DATELINE_THEMES`, else
    /// in the account's.
    pub fn of_the_account() -> Self {
        let named = env::var_os("DATELINE_THEMES").filter(|name| !name.is_empty());
        let usual = || account_folder().map(|folder| folder.join("themes"));
        Self::new(named.map(PathBuf::from).or_else(usual).unwrap_or_default())
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every theme that can be chosen, those that come with the program first.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Choosable>, ExportError> {
        let built_in = Look::ALL.map(|look| Choosable {
            name: look.as_str().to_owned(),
            path: None,
            manifest: None,
        });
        let mut own: Vec<Choosable> = Vec::new();
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(built_in.into()),
            Err(error) => return Err(ExportError::reading(&self.folder, &error)),
        };
        for entry in entries {
            let path = entry.map_err(|error| ExportError::reading(&self.folder, &error))?.path();
            let packed = path.extension().is_some_and(|ending| ending == PACKED);
            let name = if packed { path.file_stem() } else { path.file_name() };
            let name = name.unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') || !(packed || path.is_dir()) {
                continue;
            }
            let manifest = match read(&path) {
                Ok(theme) => Ok(theme.manifest().clone()),
                Err(error) => Err(error.sentence()),
            };
            own.push(Choosable { name, path: Some(path), manifest: Some(manifest) });
        }
        own.sort_by(|one, other| one.name.cmp(&other.name));
        own.dedup_by(|one, other| one.name == other.name);
        Ok(built_in.into_iter().chain(own).collect())
    }

    /// The theme that a desk has chosen; the office's built-in look when it has chosen none.
    ///
    /// # Errors
    /// As for [`Themes::open`].
    pub fn of(&self, desk: &Desk) -> Result<Theme, ExportError> {
        match desk.setting(THEME_SETTING)?.filter(|name| !name.trim().is_empty()) {
            Some(name) => self.open(&name),
            None => Ok(Theme::default()),
        }
    }

    /// A theme by its name, or by the path of its folder or packed file.
    ///
    /// # Errors
    /// `NoTheme` when there is none of that name, `Theme` when it has a fault.
    pub fn open(&self, name: &str) -> Result<Theme, ExportError> {
        if let Some(look) = Look::ALL.into_iter().find(|look| look.as_str() == name) {
            return Ok(Theme::BuiltIn(look));
        }
        self.path_of(name).map_or_else(|| Err(self.none(name)), |path| Ok(Theme::Own(read(&path)?)))
    }

    /// Where an own theme lies.
    pub fn path_of(&self, name: &str) -> Option<PathBuf> {
        let is_name = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
        let inside =
            is_name.then(|| [self.folder.join(name), self.folder.join(format!("{name}.{PACKED}"))]);
        let paths = inside.into_iter().flatten().chain([PathBuf::from(name)]);
        paths.filter(|path| !path.as_os_str().is_empty()).find(|path| path.exists())
    }

    fn none(&self, name: &str) -> ExportError {
        let known = self.list().unwrap_or_default().into_iter().map(|theme| theme.name);
        ExportError::NoTheme { name: name.to_owned(), known: known.collect::<Vec<_>>().join(", ") }
    }
}

/// Reads an own theme from its folder or packed file.
///
/// # Errors
/// When it cannot be read, or has a fault.
pub fn read(path: &Path) -> Result<OwnTheme, ExportError> {
    let files = if path.is_dir() {
        let mut files = BTreeMap::new();
        gather(path, "", &mut files)?;
        files
    } else {
        unpack(path)?
    };
    Ok(OwnTheme::read(files, &BTreeMap::<String, OptionValue>::new())?)
}

/// Makes a small theme to begin with, in a folder where nothing is.
///
/// # Errors
/// When something is there, or it cannot be written.
pub fn begin(folder: &Path) -> Result<(), ExportError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| ExportError::writing(&path, &error)
    };
    if fs::symlink_metadata(folder).is_ok() {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = folder.parent().unwrap_or(folder).to_owned();
        return Err(ExportError::Occupied { folder, files: vec![name] });
    }
    fs::create_dir_all(folder).map_err(failed(folder))?;
    for (file, text) in OwnTheme::starter() {
        let path = folder.join(file);
        fs::write(&path, text).map_err(failed(&path))?;
    }
    Ok(())
}

/// Packs a theme into one file, to hand it on. Equal themes make equal files.
///
/// # Errors
/// When the theme has a fault, or the file is there already or cannot be written.
pub fn pack(folder: &Path, to: &Path) -> Result<(), ExportError> {
    read(folder)?;
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files)?;
    let written = || -> io::Result<()> {
        let mut archive = ZipWriter::new(File::create_new(to)?);
        // No time of day and no rights of this machine.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        for (name, bytes) in &files {
            archive.start_file(name.as_str(), options)?;
            archive.write_all(bytes)?;
        }
        archive.finish()?.sync_all()
    };
    written().map_err(|error| ExportError::writing(to, &error))
}

/// The files of a folder, by their paths in it.
fn gather(
    folder: &Path,
    under: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ExportError> {
    let failed = |error| ExportError::reading(folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let sort = entry.file_type().map_err(failed)?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // A link could lead anywhere, and its target into every page.
        if sort.is_symlink() {
            return Err(ExportError::LinkInTheme(path));
        }
        if sort.is_dir() {
            gather(&path, &format!("{name}/"), files)?;
            continue;
        }
        let size = entry.metadata().map_err(failed)?.len();
        check_size(folder, files, size)?;
        let bytes = fs::read(&path).map_err(|error| ExportError::reading(&path, &error))?;
        files.insert(name, bytes);
    }
    Ok(())
}

/// The files of a packed theme.
fn unpack(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, ExportError> {
    let failed = |error: io::Error| ExportError::reading(path, &error);
    let mut archive =
        ZipArchive::new(File::open(path).map_err(failed)?).map_err(|error| failed(error.into()))?;
    let mut files = BTreeMap::new();
    for number in 0..archive.len() {
        let entry = archive.by_index(number).map_err(|error| failed(error.into()))?;
        // Names that lead out of the folder are nobody's.
        let Some(name) = entry.enclosed_name().filter(|_| entry.is_file()) else { continue };
        let name = name.to_string_lossy().replace('\\', "/");
        let room = check_size(path, &files, entry.size())?;
        let mut bytes = Vec::new();
        entry.take(room).read_to_end(&mut bytes).map_err(failed)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// That another file of this size can be taken in, and how much room there is.
fn check_size(
    theme: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    size: u64,
) -> Result<u64, ExportError> {
    let taken: u64 = files.values().map(|bytes| bytes.len() as u64).sum();
    if files.len() >= MOST || taken.saturating_add(size) > LARGEST {
        return Err(ExportError::LargeTheme(theme.to_owned()));
    }
    Ok(LARGEST - taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> (tempfile::TempDir, Themes) {
        let room = tempfile::tempdir().unwrap();
        let themes = Themes::new(room.path().join("themes"));
        (room, themes)
    }

    #[test]
    fn themes_are_found_by_name_and_by_path() {
        let (room, themes) = room();
        assert_eq!(themes.list().unwrap().len(), 3);
        let folder = themes.folder().join("vestmark");
        begin(&folder).unwrap();
        assert!(matches!(begin(&folder), Err(ExportError::Occupied { .. })));
        fs::create_dir(themes.folder().join("broken")).unwrap();
        let names: Vec<_> = themes.list().unwrap().into_iter().map(|theme| theme.name).collect();
        assert_eq!(names, ["office", "newsroom", "plain", "broken", "vestmark"]);
        assert_eq!(themes.open("plain").unwrap().name(), "plain");
        assert_eq!(themes.open("vestmark").unwrap().name(), "Our theme");
        themes.open(folder.to_str().unwrap()).unwrap();
        let said = themes.open("broken").unwrap_err().to_string();
        assert!(said.contains("theme.toml") && said.contains("missing"), "{said}");
        let said = themes.open("vestmrk").unwrap_err().to_string();
        assert!(said.contains("office, newsroom, plain, broken, vestmark"), "{said}");
        drop(room);
    }

    #[test]
    fn a_packed_theme_is_the_same_theme() {
        let (room, themes) = room();
        let folder = room.path().join("begun");
        begin(&folder).unwrap();
        fs::create_dir_all(themes.folder()).unwrap();
        let packed = themes.folder().join("vestmark.zip");
        pack(&folder, &packed).unwrap();
        assert_eq!(unpack(&packed).unwrap().len(), OwnTheme::starter().len());
        assert_eq!(themes.open("vestmark").unwrap().name(), "Our theme");
        let again = room.path().join("again.zip");
        pack(&folder, &again).unwrap();
        assert_eq!(fs::read(&packed).unwrap(), fs::read(&again).unwrap());
        assert!(pack(&folder, &again).is_err(), "nothing is written over");
    }

    #[cfg(unix)]
    #[test]
    fn a_theme_takes_nothing_from_outside_its_folder() {
        let (room, themes) = room();
        let folder = themes.folder().join("sly");
        begin(&folder).unwrap();
        fs::write(room.path().join("secret.txt"), "Secret").unwrap();
        std::os::unix::fs::symlink(room.path().join("secret.txt"), folder.join("a.txt")).unwrap();
        let said = themes.open("sly").unwrap_err().to_string();
        assert!(said.contains("a.txt") && said.contains("link"), "{said}");
    }
}
