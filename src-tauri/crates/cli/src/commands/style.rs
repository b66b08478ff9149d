//! `style`: the house style, which the checks read by.

use std::{fs, path::PathBuf};

use clap::Subcommand;
use dateline_check::{HouseStyle, StyleError, rule_cards};
use dateline_copydesk::{
    Choice, accept_word, add_dictionary, follow, house_style, import_vale_rule, keep_house_style,
    set_rule, stop_following,
};
use dateline_intake::Unread;
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::Session,
};

/// Show and change the house style that the checks read by.
#[derive(Subcommand)]
pub(crate) enum Style {
    /// Print it, as TOML.
    Show,
    /// Take in files: TOML in place of the style, rules of Vale (.yml) beside what is there.
    Import {
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write it into a file, as TOML.
    Export {
        /// The file.
        file: PathBuf,
    },
    /// List the rules, a JSON line each.
    Rules,
    /// Set how much the findings of a rule matter.
    Rule {
        /// The rule's name.
        name: String,
        /// How much.
        #[arg(value_name = "off|error|warning|advice|default", value_parser = choice)]
        choice: Choice,
    },
    /// Add words to the house's own dictionary.
    Word {
        /// The words.
        #[arg(required = true, value_name = "WORD")]
        words: Vec<String>,
    },
    /// Have the style live in a file: whoever changes the file changes the style.
    Follow {
        /// The file; it is made when it is not there.
        file: PathBuf,
    },
    /// Keep the style in the desk alone again.
    Unfollow,
    /// Add a Hunspell dictionary, for all desks on this machine.
    Dictionary {
        /// Its .dic file, called by its language (de_DE.dic), the .aff file beside it.
        file: PathBuf,
    },
}

impl Style {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        if let Self::Dictionary { file } = &self {
            let language =
                add_dictionary(file).map_err(|error| Failure::Refused(error.to_string()))?;
            return output.json(&json!({ "language": language.tag() }));
        }
        let desk = session.open()?;
        match self {
            Self::Import { files } => {
                for file in files {
                    let text = fs::read_to_string(&file)
                        .map_err(|error| Unread::of(&file.display().to_string(), error))?;
                    let ending = file.extension().unwrap_or_default();
                    if ending == "yml" || ending == "yaml" {
                        let name = file.file_stem().unwrap_or_default().to_string_lossy();
                        for left_out in import_vale_rule(&desk, &name, &text)? {
                            say(&format!("Left out of “{}”: {left_out}", file.display()));
                        }
                    } else {
                        keep_house_style(&desk, &HouseStyle::from_toml(&text).map_err(refused)?)?;
                    }
                }
                return Ok(());
            }
            Self::Rule { name, choice } => return Ok(set_rule(&desk, &name, choice)?),
            Self::Word { words } => {
                for word in words {
                    accept_word(&desk, &word)?;
                }
                return Ok(());
            }
            Self::Follow { file } => return Ok(follow(&desk, &file)?),
            Self::Unfollow => return Ok(stop_following(&desk)?),
            Self::Show | Self::Export { .. } | Self::Rules | Self::Dictionary { .. } => {}
        }
        let (style, fault) = house_style(&desk)?;
        if let Some(fault) = fault {
            say(&format!("{fault} The last house style that could be read is shown."));
        }
        match self {
            Self::Export { file } => fs::write(&file, style.to_toml()).map_err(|error| {
                Failure::Refused(format!("“{}” could not be written: {error}.", file.display()))
            }),
            Self::Rules => rule_cards().iter().try_for_each(|card| {
                let set = style.rules.get(card.id);
                output.json(&json!({
                    "rule": card.id,
                    "family": card.family,
                    "severity": card.severity,
                    "set": set.and_then(|own| own.severity),
                    "what": card.what,
                    "why": card.why,
                }))
            }),
            _ => output.bytes(style.to_toml().as_bytes()),
        }
    }
}

fn choice(word: &str) -> Result<Choice, String> {
    Ok(match word {
        "default" => Choice::Default,
        "off" => Choice::Off,
        "error" => Choice::Error,
        "warning" => Choice::Warning,
        "advice" => Choice::Advice,
        _ => return Err("known are off, error, warning, advice, default".to_owned()),
    })
}

fn refused(error: StyleError) -> Failure {
    Failure::Refused(error.to_string())
}
