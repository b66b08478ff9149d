//! The desk's house style: kept in the desk as TOML, or in a file that the desk follows.
//!
//! A followed file is the style: every change made here is written into it, and whoever changes it
//! by hand changes the style. The desk keeps the last good copy, which holds while the file is away
//! or cannot be read.

use dateline_model::{Sentence, say, tells_its_sentence};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use dateline_check::{Exception, HouseStyle, RuleStyle, StyleError, Weight, import_vale};
use dateline_store::{Desk, DeskError};

/// The setting that holds the style.
const STYLE_SETTING: &str = "house-style";

/// The setting that names the followed file; empty for none.
const FILE_SETTING: &str = "house-style-file";

/// Why a house style could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum StyleFault {
    /// The style itself cannot be used.
    Style(#[from] StyleError),
    /// The desk.
    Desk(#[from] DeskError),
    /// The followed file.
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
}

tells_its_sentence!(StyleFault);

impl StyleFault {
    /// What to tell whoever sits at the desk.
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Style(error) => error.sentence(),
            Self::Desk(error) => error.sentence(),
            Self::File { path, why } => {
                say!("The house style in “{path}” could not be read or written: {why}.", path, why)
            }
        }
    }

    fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: path.to_owned(), why: error.to_string() }
    }
}

/// The house style of a desk, and what is wrong with the file that it follows, if something is: the
/// last good style holds then.
///
/// # Errors
/// When the desk cannot be read.
pub fn house_style(desk: &Desk) -> Result<(HouseStyle, Option<StyleFault>), DeskError> {
    Source::of(desk)?.read(desk)
}

/// What a house style is read from, word for word: while it is the same, so is the style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    kept: String,
    file: Option<(PathBuf, Result<String, String>)>,
}

impl Source {
    pub(crate) fn of(desk: &Desk) -> Result<Self, DeskError> {
        let kept = desk.setting(STYLE_SETTING)?.unwrap_or_default();
        let text = |path: &Path| fs::read_to_string(path).map_err(|error| error.to_string());
        let file = followed(desk)?.map(|path| (path.clone(), text(&path)));
        Ok(Self { kept, file })
    }

    pub(crate) fn read(&self, desk: &Desk) -> Result<(HouseStyle, Option<StyleFault>), DeskError> {
        let (kept, broken) = match HouseStyle::from_toml(&self.kept) {
            Ok(style) => (style, None),
            // Another version of the program wrote it.
            Err(error) => (HouseStyle::default(), Some(error.into())),
        };
        let Some((path, text)) = &self.file else { return Ok((kept, broken)) };
        let read = match text {
            Ok(text) => HouseStyle::from_toml(text).map_err(StyleFault::from),
            Err(why) => Err(StyleFault::File { path: path.clone(), why: why.clone() }),
        };
        match read {
            Ok(style) => {
                if style != kept {
                    desk.set_setting(STYLE_SETTING, &style.to_toml())?;
                }
                Ok((style, None))
            }
            Err(fault) => Ok((kept, Some(fault))),
        }
    }
}

/// Keeps a house style, in the followed file too where there is one.
///
/// # Errors
/// When the style names a rule, setting or pattern that cannot be, or cannot be written.
pub fn keep_house_style(desk: &Desk, style: &HouseStyle) -> Result<(), StyleFault> {
    let toml = style.to_toml();
    HouseStyle::from_toml(&toml)?;
    if let Some(path) = followed(desk)? {
        write(&path, &toml)?;
    }
    Ok(desk.set_setting(STYLE_SETTING, &toml)?)
}

/// The file that the desk's house style lives in, if it does.
///
/// # Errors
/// When the desk cannot be read.
pub fn followed(desk: &Desk) -> Result<Option<PathBuf>, DeskError> {
    let path = desk.setting(FILE_SETTING)?.filter(|path| !path.is_empty());
    Ok(path.map(PathBuf::from))
}

/// Has the house style live in a file from now on: the style that is there, else the desk's own,
/// which is written there.
///
/// # Errors
/// When the file holds something else than a house style, or cannot be written.
pub fn follow(desk: &Desk, path: &Path) -> Result<(), StyleFault> {
    let path = std::path::absolute(path).map_err(|error| StyleFault::file(path, &error))?;
    let style = if path.exists() {
        read(&path)?
    } else {
        let (style, _) = house_style(desk)?;
        write(&path, &style.to_toml())?;
        style
    };
    desk.set_setting(STYLE_SETTING, &style.to_toml())?;
    Ok(desk.set_setting(FILE_SETTING, &path.to_string_lossy())?)
}

/// Keeps the house style in the desk alone again, as it stands. The file stays where it is.
///
/// # Errors
/// When the desk cannot be written.
pub fn stop_following(desk: &Desk) -> Result<(), DeskError> {
    desk.set_setting(FILE_SETTING, "")
}

/// How a rule is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// As the rule itself has it.
    Default,
    /// Off.
    Off,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Advice.
    Advice,
}

/// Sets how much the findings of a rule matter, or that it is off.
///
/// # Errors
/// When there is no such rule, or the style cannot be kept.
pub fn set_rule(desk: &Desk, rule: &str, choice: Choice) -> Result<(), StyleFault> {
    change(desk, |style| {
        let own = style.rules.entry(rule.to_owned()).or_default();
        own.severity = match choice {
            Choice::Default => None,
            Choice::Off => Some(Weight::Off),
            Choice::Error => Some(Weight::Error),
            Choice::Warning => Some(Weight::Warning),
            Choice::Advice => Some(Weight::Advice),
        };
        style.rules.retain(|_, own| *own != RuleStyle::default());
    })
}

/// Adds a word to the house's own dictionary.
///
/// # Errors
/// When the style cannot be kept.
pub fn accept_word(desk: &Desk, word: &str) -> Result<(), StyleFault> {
    let word = word.trim();
    change(desk, |style| {
        if !word.is_empty() && !style.dictionary.iter().any(|known| known == word) {
            style.dictionary.push(word.to_owned());
            style.dictionary.sort_by_key(|word| word.to_lowercase());
        }
    })
}

/// Says for good that the findings of a rule about these words are none.
///
/// # Errors
/// When there is no such rule, or the style cannot be kept.
pub fn except(desk: &Desk, exception: Exception) -> Result<(), StyleFault> {
    change(desk, |style| {
        let same =
            |known: &Exception| known.rule == exception.rule && known.words == exception.words;
        style.exceptions.retain(|known| !same(known));
        style.exceptions.push(exception.clone());
    })
}

/// Adds a Vale rule's patterns to the style, in place of those under the same name. What had to be
/// left out, in words.
///
/// # Errors
/// When it is no Vale rule that can be taken, or the style cannot be kept.
pub fn import_vale_rule(desk: &Desk, name: &str, yaml: &str) -> Result<Vec<String>, StyleFault> {
    let imported = import_vale(name, yaml)?;
    change(desk, |style| {
        style.patterns.retain(|pattern| pattern.name != name);
        style.patterns.extend(imported.patterns.iter().cloned());
    })?;
    Ok(imported.left_out)
}

fn change(desk: &Desk, change: impl FnOnce(&mut HouseStyle)) -> Result<(), StyleFault> {
    let (mut style, fault) = house_style(desk)?;
    // What somebody is writing by hand is not written over.
    if let Some(fault) = fault {
        return Err(fault);
    }
    change(&mut style);
    keep_house_style(desk, &style)
}

fn read(path: &Path) -> Result<HouseStyle, StyleFault> {
    let text = fs::read_to_string(path).map_err(|error| StyleFault::file(path, &error))?;
    Ok(HouseStyle::from_toml(&text)?)
}

/// Writes the file whole or not at all: somebody may be reading it.
fn write(path: &Path, text: &str) -> Result<(), StyleFault> {
    let fault = |error: std::io::Error| StyleFault::file(path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file =
        tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use dateline_model::Office;

    use super::*;

    fn desk(folder: &tempfile::TempDir) -> Desk {
        Desk::create(folder.path().join("vestmark.dateline"), &Office::default()).unwrap()
    }

    #[test]
    fn a_style_is_kept_and_changed_in_the_desk() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        set_rule(&desk, "sentence-length", Choice::Off).unwrap();
        accept_word(&desk, "dredger").unwrap();
        accept_word(&desk, " dredger ").unwrap();
        let (style, fault) = house_style(&desk).unwrap();
        assert!(fault.is_none());
        assert_eq!(style.rules["sentence-length"].severity, Some(Weight::Off));
        assert_eq!(style.dictionary, ["dredger"]);
        set_rule(&desk, "sentence-length", Choice::Default).unwrap();
        assert!(house_style(&desk).unwrap().0.rules.is_empty());
        let refused = set_rule(&desk, "no-such-rule", Choice::Off).unwrap_err();
        assert!(refused.to_string().contains("no such rule"));
    }

    #[test]
    fn a_followed_file_is_the_style_both_ways() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        let file = folder.path().join("house.toml");
        accept_word(&desk, "dredger").unwrap();
        follow(&desk, &file).unwrap();
        assert!(fs::read_to_string(&file).unwrap().contains("dredger"));
        fs::write(&file, "dictionary = [\"berth\"]\n").unwrap();
        assert_eq!(house_style(&desk).unwrap().0.dictionary, ["berth"]);
        accept_word(&desk, "quay").unwrap();
        assert!(fs::read_to_string(&file).unwrap().contains("quay"));

        // Half a word of TOML, and the last good style holds; nothing is written over it.
        fs::write(&file, "dictionary = [").unwrap();
        let (style, fault) = house_style(&desk).unwrap();
        assert_eq!(style.dictionary, ["berth", "quay"]);
        assert!(fault.unwrap().to_string().contains("cannot be read"));
        assert!(accept_word(&desk, "sluice").is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "dictionary = [");

        stop_following(&desk).unwrap();
        assert_eq!(house_style(&desk).unwrap().0.dictionary, ["berth", "quay"]);
    }

    #[test]
    fn a_vale_rule_comes_in_once() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(&folder);
        let yaml =
            "extends: substitution\nmessage: \"Use '%s'.\"\nswap:\n  lane: fairway\n  (?=x): y\n";
        for _ in 0..2 {
            assert_eq!(import_vale_rule(&desk, "House.Terms", yaml).unwrap().len(), 1);
        }
        assert_eq!(house_style(&desk).unwrap().0.patterns.len(), 1);
    }
}
