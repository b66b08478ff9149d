//! What counts as dropped into the folder, and where it goes afterwards.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use dateline_store::{Desk, DeskError};

/// The folder below the inbox for what became drafts.
pub const DONE: &str = "done";

/// The folder below the inbox for what could not be read, each with its reason.
pub const REFUSED: &str = "refused";

/// The setting of the desk that names its inbox; empty for none.
pub const INBOX_SETTING: &str = "inbox";

/// Endings under which browsers and mail programs write what is not whole yet.
const UNFINISHED: [&str; 4] = ["part", "crdownload", "download", "tmp"];

/// The desk's inbox, if it has one.
///
/// # Errors
/// When the desk cannot be read.
pub fn inbox_of(desk: &Desk) -> Result<Option<PathBuf>, DeskError> {
    Ok(desk.setting(INBOX_SETTING)?.filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

/// The files that lie in an inbox, by name. Folders are left alone, and so is what systems and
/// programs hide there.
///
/// # Errors
/// When the folder cannot be read.
pub fn waiting(inbox: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(inbox)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && is_dropped(&entry.path()) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Moves a file of the inbox into one of its folders, beside a file of the same name if there is
/// one.
pub(crate) fn put_away(file: &Path, folder: &str) -> io::Result<PathBuf> {
    let name = file.file_name().unwrap_or(file.as_os_str());
    let folder = file.parent().unwrap_or(Path::new(".")).join(folder);
    fs::create_dir_all(&folder)?;
    let place = free(&folder, name);
    fs::rename(file, &place)?;
    Ok(place)
}

fn is_dropped(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
    !name.starts_with(['.', '~']) && !name.ends_with('~') && !UNFINISHED.contains(&ending.as_str())
}

/// A place where nothing is: the name itself, else the name with a number.
fn free(folder: &Path, name: &OsStr) -> PathBuf {
    let named = Path::new(name);
    let stem = named.file_stem().unwrap_or(name).to_string_lossy();
    let ending = named
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()))
        .unwrap_or_default();
    let others = (2_u32..).map(|number| folder.join(format!("{stem} ({number}){ending}")));
    std::iter::once(folder.join(name))
        .chain(others)
        .find(|place| fs::symlink_metadata(place).is_err())
        .unwrap_or_else(|| folder.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_or_unfinished_is_left_alone() {
        let inbox = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.docx", ".DS_Store", "~$a.docx", "a.txt~", "c.pdf.crdownload"] {
            fs::write(inbox.path().join(name), "Harbour").unwrap();
        }
        fs::create_dir(inbox.path().join("done")).unwrap();
        let names: Vec<_> = waiting(inbox.path())
            .unwrap()
            .into_iter()
            .map(|file| file.file_name().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["a.docx", "b.txt"]);
    }

    #[test]
    fn files_of_one_name_lie_beside_each_other() {
        let inbox = tempfile::tempdir().unwrap();
        let file = inbox.path().join("notice.txt");
        let mut places = Vec::new();
        for words in ["first", "second", "third"] {
            fs::write(&file, words).unwrap();
            places.push(put_away(&file, DONE).unwrap());
        }
        let read: Vec<_> = places.iter().map(|place| fs::read_to_string(place).unwrap()).collect();
        assert_eq!(read, ["first", "second", "third"]);
        assert!(places[2].ends_with("done/notice (3).txt"));
    }
}
