//! Where dictionaries lie: those that the user added, and the system's own. The only place that
//! knows how systems differ in this.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use dateline_check::{Dictionary, DictionaryError, Shelf, is_built_in, usual_names};
use dateline_model::{Language, Sentence, say, tells_its_sentence};
use dateline_store::account_folder;

/// Why a dictionary was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// Its name does not say for which language it is.
    NoLanguage(PathBuf),
    /// It is none.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: DictionaryError,
    },
    /// A file could not be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The system names no folder for data.
    NoFolder,
}

tells_its_sentence!(AddError);

impl AddError {
    /// What to tell whoever added it.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NoLanguage(path) => say!(
                "“{path}” does not say for which language it is. A dictionary is called by its language, such as de_DE.dic.",
                path
            ),
            Self::Unreadable { path, source } => {
                say!("“{path}” was not added. {why}", path, why = source.sentence())
            }
            Self::Io { path, source } => say!(
                "“{path}” could not be read or written: {source}. A dictionary is two files, .aff and .dic, side by side.",
                path,
                source
            ),
            Self::NoFolder => say!(
                "This system names no folder for data, so there is no place for the dictionary."
            ),
        }
    }
}

/// The folder for the dictionaries that the user adds, in the platform's data folder.
pub fn dictionaries_folder() -> Option<PathBuf> {
    account_folder().map(|folder| folder.join("dictionaries"))
}

/// Takes a Hunspell dictionary in: the `.dic` file and the `.aff` file beside it. For which language
/// it is, its name says.
///
/// # Errors
/// When it is none, or cannot be read or copied.
pub fn add_dictionary(dic: &Path) -> Result<Language, AddError> {
    let stem = dic.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let tag = stem.replace('_', "-");
    let language: Language = tag.parse().map_err(|_| AddError::NoLanguage(dic.to_owned()))?;
    let io = |path: &Path, source| AddError::Io { path: path.to_owned(), source };
    let (aff, dic) = (dic.with_extension("aff"), dic.with_extension("dic"));
    let words = fs::read(&dic).map_err(|e| io(&dic, e))?;
    let affixes = fs::read(&aff).map_err(|e| io(&aff, e))?;
    Dictionary::new(&affixes, &words)
        .map_err(|source| AddError::Unreadable { path: dic.clone(), source })?;
    let folder = dictionaries_folder().ok_or(AddError::NoFolder)?;
    fs::create_dir_all(&folder).map_err(|e| io(&folder, e))?;
    for (ending, bytes) in [("aff", affixes), ("dic", words)] {
        let path = folder.join(format!("{stem}.{ending}"));
        fs::write(&path, bytes).map_err(|e| io(&path, e))?;
    }
    FOUND.forget();
    Ok(language)
}

/// The shelf that the checks look on: added dictionaries for any language, the system's where none
/// is built in.
pub(crate) fn shelf() -> Shelf {
    Arc::new(|language| FOUND.of(language))
}

/// What was found by now; a dictionary is read once for the whole program.
static FOUND: Found = Found(Mutex::new(None));

struct Found(Mutex<Option<HashMap<String, Option<Arc<Dictionary>>>>>);

impl Found {
    fn of(&self, language: &Language) -> Option<Arc<Dictionary>> {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = found.get_or_insert_default();
        found.entry(language.tag().to_owned()).or_insert_with(|| look_for(language)).clone()
    }

    fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn look_for(language: &Language) -> Option<Arc<Dictionary>> {
    let system = if is_built_in(language) { Vec::new() } else { system_folders() };
    let folders: Vec<PathBuf> = dictionaries_folder().into_iter().chain(system).collect();
    let named = usual_names(language);
    folders.iter().flat_map(|folder| named.iter().map(move |name| folder.join(name))).find_map(
        |path| {
            let aff = fs::read(path.with_extension("aff")).ok()?;
            let dic = fs::read(path.with_extension("dic")).ok()?;
            Dictionary::new(&aff, &dic).ok().map(Arc::new)
        },
    )
}

/// Where systems keep Hunspell dictionaries. Windows has no such place of its own.
fn system_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    if cfg!(target_os = "macos") {
        folders.extend(dirs::home_dir().map(|home| home.join("Library/Spelling")));
        folders.push("/Library/Spelling".into());
        folders.push("/opt/homebrew/share/hunspell".into());
    } else if cfg!(unix) {
        folders.extend(["/usr/share/hunspell", "/usr/share/myspell/dicts"].map(PathBuf::from));
        folders.push("/usr/local/share/hunspell".into());
    }
    folders
}
