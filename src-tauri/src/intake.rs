//! What comes in through the window: pasted, dropped or chosen, all through the import crate.

use std::{fs, io::Read, path::Path};

use dateline_import::{
    Draft, Image, PICTURE_LIMIT, Refusal, VocabularyEntry, check_size, paste_html, paste_text, read,
};
use dateline_store::{Cause, NewLabel, NewRelease};

use crate::{
    fault::Fault,
    open::Open,
    pictures::{self, Added},
    wire::{BrokenLine, Imported, LoadedVocabulary, Pasted},
};

/// What the clipboard holds, as blocks: its HTML where there is any, its plain text otherwise. Its
/// pictures are on the desk by the time the figures name them.
pub(crate) fn paste(open: &Open, html: &str, text: &str) -> Result<Pasted, Fault> {
    let pasted = if html.trim().is_empty() { paste_text(text) } else { paste_html(html) };
    keep_pictures(open, &pasted.images)?;
    Ok(Pasted { body: pasted.body, footnotes: pasted.footnotes, notes: pasted.notes })
}

/// Keeps a picture that was dropped from a folder. No more of it is read than a picture may have.
pub(crate) fn picture(open: &Open, path: &str) -> Result<Added, Fault> {
    let path = Path::new(path);
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(PICTURE_LIMIT + 1).read_to_end(&mut bytes))
        .map_err(|error| Fault::said(format!("“{name}” could not be read: {error}.")))?;
    pictures::keep(open, &name, &bytes)
}

/// A draft for each release in the files; a file that cannot be read is told with its reason, and
/// the others go in.
pub(crate) fn files(open: &Open, paths: &[String]) -> Result<Vec<Imported>, Fault> {
    let mut imported = Vec::new();
    for path in paths {
        let path = Path::new(path);
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match drafts(open, path, &name)? {
            Ok(drafts) => {
                for draft in drafts {
                    imported.push(keep(open, draft)?);
                }
            }
            Err(reason) => imported.push(Imported {
                id: None,
                headline: String::new(),
                source: name,
                notes: vec![reason],
            }),
        }
    }
    Ok(imported)
}

/// The sections and tags of a CSV file; what cannot be read is told with its line.
pub(crate) fn vocabulary(open: &Open, path: &str) -> Result<LoadedVocabulary, Fault> {
    let name = Path::new(path).file_name().unwrap_or(path.as_ref()).to_string_lossy();
    let bytes = fs::read(path)
        .map_err(|error| Fault::said(format!("“{name}” could not be read: {error}.")))?;
    let (mut labels, mut broken) = (Vec::new(), Vec::new());
    for line in dateline_import::vocabulary(&name, &bytes)? {
        match line.entry {
            Ok(VocabularyEntry { sort, name, colour }) => {
                labels.push(NewLabel { sort, name, colour });
            }
            Err(why) => broken.push(BrokenLine { number: line.number, why }),
        }
    }
    let loaded = open.desk.put_labels(labels)?;
    Ok(LoadedVocabulary { made: loaded.made, known: loaded.known, broken })
}

/// The drafts of a file, or why there are none.
fn drafts(open: &Open, path: &Path, name: &str) -> Result<Result<Vec<Draft>, String>, Fault> {
    let today = open.today()?;
    let read_all = || -> Result<Vec<Draft>, String> {
        let unreadable = |error: std::io::Error| format!("“{name}” could not be read: {error}.");
        let size = fs::metadata(path).map_err(unreadable)?.len();
        check_size(name, size).map_err(|refusal: Refusal| refusal.to_string())?;
        let bytes = fs::read(path).map_err(unreadable)?;
        read(name, &bytes, today).map_err(|refusal| refusal.to_string())
    };
    Ok(read_all())
}

fn keep(open: &Open, draft: Draft) -> Result<Imported, Fault> {
    keep_pictures(open, &draft.images)?;
    let new = NewRelease {
        content: draft.content,
        section: draft.section.unwrap_or_default(),
        tags: draft.tags,
        stage: draft.stage.unwrap_or_default(),
        reference: draft.reference,
        cause: Cause::Imported,
        source: Some(draft.source.clone()),
    };
    let release = open.desk.create_release(new, &open.user()?, open.now())?;
    Ok(Imported {
        id: Some(release.id),
        headline: release.content.headline,
        source: draft.source,
        notes: draft.notes,
    })
}

fn keep_pictures(open: &Open, pictures: &[Image]) -> Result<(), Fault> {
    for picture in pictures {
        open.desk.put_image(&picture.bytes, &picture.media_type, picture.width, picture.height)?;
    }
    Ok(())
}
