//! What comes in through the window: pasted, dropped or chosen, all through the import crate.

use std::{fs, io::Read, path::Path};

use dateline_import::{
    Draft, PICTURE_LIMIT, VocabularyEntry, paste_html, paste_text, vocabulary as entries,
};
use dateline_intake::{Drafted, Unread, drafts_of, keep, keep_pictures, name_of};
use dateline_model::{Content, say};
use dateline_store::NewLabel;

use crate::{
    fault::Fault,
    open::Open,
    pictures::{self, Added},
    wire::{BrokenLine, Imported, LoadedVocabulary, Pasted, Recognised},
};

/// Characters of a text by which one knows it again.
const BEGINNING: usize = 240;

/// What the clipboard holds, as blocks: its HTML where there is any, its plain text otherwise. Its
/// pictures are on the desk by the time the figures name them.
pub(crate) fn paste(open: &Open, html: &str, text: &str) -> Result<Pasted, Fault> {
    let pasted = if html.trim().is_empty() { paste_text(text) } else { paste_html(html) };
    let pasted = pasted.within_limit()?;
    keep_pictures(&open.desk, &pasted.images)?;
    Ok(Pasted { body: pasted.body, footnotes: pasted.footnotes, notes: pasted.notes })
}

/// Keeps a picture that was dropped from a folder. No more of it is read than a picture may have.
pub(crate) fn picture(open: &Open, path: &str) -> Result<Added, Fault> {
    let path = Path::new(path);
    let name = name_of(path);
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(PICTURE_LIMIT + 1).read_to_end(&mut bytes))
        .map_err(|error| Unread::of(&name, error))?;
    pictures::keep(open, &name, &bytes)
}

/// A draft for each release in the files; a file that cannot be read is told with its reason, and
/// the others go in.
pub(crate) fn files(open: &Open, paths: &[String]) -> Result<Vec<Imported>, Fault> {
    let mut imported = Vec::new();
    for path in paths {
        let path = Path::new(path);
        let name = name_of(path);
        match drafts_of(path, &name, open.today()?) {
            Ok(drafts) => imported.extend(onto_the_desk(open, drafts)?),
            Err(unread) => imported.push(Imported {
                id: None,
                headline: String::new(),
                source: name,
                notes: vec![unread.sentence()],
            }),
        }
    }
    Ok(imported)
}

/// What was recognised in a document; `None` where there is nothing to look over: a file that cannot
/// be read, an archive, a release that says itself where it stands.
pub(crate) fn recognised(open: &Open, path: &str) -> Result<Option<Recognised>, Fault> {
    Ok(document(open, path)?.map(|Draft { content, notes, .. }| {
        let beginning = content.body.plain_text().chars().take(BEGINNING).collect();
        let Content { headline, subhead, place, date, contacts, language, .. } = content;
        Recognised { headline, subhead, place, date, contacts, language, beginning, notes }
    }))
}

/// Makes the draft of a document, with its slots as they were looked over. What stood in a slot
/// before is told.
pub(crate) fn reviewed(open: &Open, path: &str, slots: Recognised) -> Result<Imported, Fault> {
    let changed = || {
        Fault::said(say!(
            "“{path}” is not there any more, or was changed meanwhile. Import it again.",
            path
        ))
    };
    let mut draft = document(open, path)?.ok_or_else(changed)?;
    let content = &mut draft.content;
    for (slot, now) in [
        (&mut content.headline, slots.headline),
        (&mut content.subhead, slots.subhead),
        (&mut content.place, slots.place),
    ] {
        let now = now.trim();
        if *slot != now {
            if !slot.is_empty() {
                draft
                    .notes
                    .push(say!("“{slot}” was changed before the draft was made.", slot = *slot));
            }
            *slot = now.to_owned();
        }
    }
    (content.date, content.contacts) = (slots.date, slots.contacts);
    onto_the_desk(open, vec![draft])?.pop().ok_or_else(changed)
}

/// The one draft of a document; none of an archive, or of what comes with a stage of its own.
fn document(open: &Open, path: &str) -> Result<Option<Draft>, Fault> {
    let path = Path::new(path);
    // A file that cannot be read has nothing to look over; bringing it in tells why.
    let mut drafts = drafts_of(path, &name_of(path), open.today()?).unwrap_or_default();
    Ok(drafts.pop().filter(|draft| drafts.is_empty() && draft.stage.is_none()))
}

/// The sections and tags of a CSV file; what cannot be read is told with its line.
pub(crate) fn vocabulary(open: &Open, path: &str) -> Result<LoadedVocabulary, Fault> {
    let path = Path::new(path);
    let name = name_of(path);
    let bytes = fs::read(path).map_err(|error| Unread::of(&name, error))?;
    let (mut labels, mut broken) = (Vec::new(), Vec::new());
    for line in entries(&name, &bytes)? {
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

fn onto_the_desk(open: &Open, drafts: Vec<Draft>) -> Result<Vec<Imported>, Fault> {
    let drafted = keep(&open.desk, drafts, &open.user()?, open.now())?;
    Ok(drafted.into_iter().map(Imported::from).collect())
}

impl From<Drafted> for Imported {
    fn from(Drafted { id, headline, source, notes }: Drafted) -> Self {
        Self { id: Some(id), headline, source, notes }
    }
}
