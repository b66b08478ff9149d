//! What the window asks of the copy desk: acceptances, the stop at errors, and the house style's
//! files.

use std::{fs, path::Path};

use dateline_check::{Exception, HouseStyle, Severity};
use dateline_copydesk::{
    add_dictionary, except, follow as follow_file, followed, house_style, import_vale_rule,
    keep_house_style, stop_following,
};
use dateline_intake::Unread;
use dateline_model::{Acceptance, ReleaseId, Sentence, lacks, say};

use crate::{
    fault::{Code, Fault},
    open::Open,
    wire::{Acceptable, StyleInfo},
};

/// Refuses the approval of a text with open errors. What its kind lacks is told first, by the desk.
pub(crate) fn stop_at_errors(open: &Open, id: ReleaseId) -> Result<(), Fault> {
    let release = open.desk.release(id)?;
    if !lacks(&release.content).is_empty() {
        return Ok(());
    }
    let review = open.copydesk().review(Some(id), &release.content)?;
    let errors: Vec<Sentence> = review
        .open
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.message)
        .collect();
    if errors.is_empty() {
        return Ok(());
    }
    let message =
        say!("The checks found errors in this release. Mend them, or say why they shall stand.");
    Err(Fault { code: Code::Errors, reasons: errors, ..Fault::said(message) })
}

pub(crate) fn accept(
    open: &Open,
    id: ReleaseId,
    finding: Acceptable,
    why: String,
    for_good: bool,
) -> Result<(), Fault> {
    let Acceptable { key, rule, excerpt } = finding;
    let (by, at) = (open.user()?, open.now());
    let acceptance =
        Acceptance { key, rule: rule.clone(), excerpt: excerpt.clone(), why: why.clone(), by, at };
    open.desk.accept(id, acceptance)?;
    if for_good {
        except(&open.desk, Exception { rule, words: excerpt, why })?;
    }
    Ok(())
}

pub(crate) fn style_info(open: &Open) -> Result<StyleInfo, Fault> {
    let (style, fault) = house_style(&open.desk)?;
    let file = followed(&open.desk)?.map(|path| path.display().to_string());
    Ok(StyleInfo { style, file, fault: fault.map(|fault| fault.sentence()) })
}

pub(crate) fn import(open: &Open, paths: &[String]) -> Result<Vec<Sentence>, Fault> {
    let mut told = Vec::new();
    for path in paths.iter().map(Path::new) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("dic" | "aff") => {
                let language =
                    add_dictionary(path).map_err(|error| Fault::said(error.sentence()))?;
                told.push(say!(
                    "The dictionary for {language} is there.",
                    language = language.tag()
                ));
            }
            Some("yml" | "yaml") => {
                let left_out = import_vale_rule(&open.desk, &name, &text(path)?)?;
                told.push(say!("The rule “{name}” is part of the house style.", name));
                told.extend(
                    left_out.iter().map(|what| say!("Left out of “{name}”: {what}", name, what)),
                );
            }
            _ => {
                let style = HouseStyle::from_toml(&text(path)?)
                    .map_err(|error| Fault::said(error.sentence()))?;
                keep_house_style(&open.desk, &style)?;
                told.push(say!("The house style of “{name}” holds from now on.", name));
            }
        }
    }
    Ok(told)
}

pub(crate) fn export(open: &Open, path: &str) -> Result<(), Fault> {
    let (style, _) = house_style(&open.desk)?;
    fs::write(path, style.to_toml())
        .map_err(|error| Fault::said(say!("“{path}” could not be written: {error}.", path, error)))
}

pub(crate) fn follow(open: &Open, path: Option<&str>) -> Result<(), Fault> {
    match path {
        Some(path) => follow_file(&open.desk, Path::new(path))?,
        None => stop_following(&open.desk)?,
    }
    open.style.watch(&open.desk);
    Ok(())
}

fn text(path: &Path) -> Result<String, Fault> {
    Ok(fs::read_to_string(path).map_err(|error| Unread::of(&path.display().to_string(), error))?)
}
