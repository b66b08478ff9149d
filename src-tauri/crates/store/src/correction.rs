//! Corrections: which release puts which right, found from either side.

use chrono::{DateTime, Utc};
use dateline_model::{Content, Correction, Kind, Release, ReleaseId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::{Cause, Desk, DeskError, NewRelease, release};

/// A correction that readers have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correcting {
    /// Its number.
    pub id: ReleaseId,
    /// Its reference number.
    pub reference: Option<String>,
    /// Its headline.
    pub headline: String,
}

impl Desk {
    /// Makes a draft that corrects a release, with the words that are out to put right.
    ///
    /// # Errors
    /// `NotOut` when these words are not out: it never was, was changed since, is withdrawn, or lies
    /// in the trash.
    pub fn correct(
        &self,
        id: ReleaseId,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let (author, zone) = (author.to_owned(), self.office()?.zone);
        self.write(move |desk| {
            let original = release::read(desk, id)?;
            if !original.stage.is_out() || original.trashed {
                return Err(DeskError::NotOut { id, stage: original.stage });
            }
            let reference = original.reference.unwrap_or_default();
            let correction = Correction { of: Some(id), reference, what: String::new() };
            let new = NewRelease {
                content: Content {
                    kind: Kind::Correction,
                    correction: Some(correction),
                    date: Some(now.with_timezone(&zone).date_naive()),
                    embargo: None,
                    ..original.content.settled().into_owned()
                },
                section: original.section,
                tags: original.tags,
                cause: Cause::Duplicated,
                ..NewRelease::default()
            };
            let made = release::make(desk, &new, &author, now)?;
            release::read(desk, made)
        })
    }

    /// The release that these words correct, where the desk has it: the one that was chosen, else
    /// the one whose reference number they name.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn corrected(&self, content: &Content) -> Result<Option<Release>, DeskError> {
        self.read(|desk| match of(desk, content)? {
            Some(id) => Ok(Some(release::read(desk, id)?)),
            None => Ok(None),
        })
    }

    /// The corrections of a release that readers have, the oldest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn corrections(&self, id: ReleaseId) -> Result<Vec<Correcting>, DeskError> {
        self.read(|desk| {
            let mut query = desk.prepare_cached(
                "SELECT id, reference, headline FROM release
                 WHERE corrects = ?1 AND stage IN ('released', 'corrected') AND NOT trashed
                 ORDER BY id",
            )?;
            let found = query.query_map([id], |row| {
                Ok(Correcting { id: row.get(0)?, reference: row.get(1)?, headline: row.get(2)? })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }
}

/// Writes down what a release corrects. Nothing corrects itself, whatever number it names.
pub(crate) fn note(desk: &Connection, id: ReleaseId, content: &Content) -> Result<(), DeskError> {
    let corrects = of(desk, content)?.filter(|of| *of != id);
    desk.prepare_cached("UPDATE release SET corrects = ?2 WHERE id = ?1 AND corrects IS NOT ?2")?
        .execute(params![id, corrects])?;
    Ok(())
}

/// What a release was written down to correct.
pub(crate) fn corrected_by(desk: &Connection, id: ReleaseId) -> Result<Option<Release>, DeskError> {
    let mut query = desk.prepare_cached("SELECT corrects FROM release WHERE id = ?1")?;
    let corrects: Option<ReleaseId> = query.query_one([id], |row| row.get(0))?;
    corrects.map(|of| release::read(desk, of)).transpose()
}

/// What a text corrects, by its number or its reference.
fn of(desk: &Connection, content: &Content) -> Result<Option<ReleaseId>, DeskError> {
    let Some(correction) = content.correction.as_ref().filter(|_| content.kind == Kind::Correction)
    else {
        return Ok(None);
    };
    let mut by_number = desk.prepare_cached("SELECT id FROM release WHERE id = ?1")?;
    let mut by_reference =
        desk.prepare_cached("SELECT id FROM release WHERE reference = ?1 AND ?1 <> ''")?;
    Ok(match correction.of {
        Some(id) => by_number.query_row([id], |row| row.get(0)).optional()?,
        None => {
            let mut found = by_reference
                .query_map([correction.reference.trim()], |row| row.get::<_, ReleaseId>(0))?;
            // Editions share a reference: then somebody has to choose.
            match (found.next().transpose()?, found.next()) {
                (Some(only), None) => Some(only),
                _ => None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use dateline_model::{Body, Contact, Office, Stage};

    use super::*;
    use crate::Move;

    #[test]
    fn a_correction_and_its_original_find_each_other() {
        let room = tempfile::tempdir().unwrap();
        let desk = Desk::create(room.path().join("a.dateline"), &Office::default()).unwrap();
        let now = "2026-10-14T09:00:00Z".parse().unwrap();
        let content = Content {
            headline: "Fairway open".into(),
            place: "Vestmark".into(),
            date: Some("2026-10-01".parse().unwrap()),
            body: Body::of_paragraphs(["The fairway is 12 metres deep."]),
            contacts: vec![Contact { name: "Press desk".into(), ..Contact::default() }],
            ..Content::default()
        };
        let new = NewRelease { content, ..NewRelease::default() };
        let id = desk.create_release(new.clone(), "Ada", now).unwrap().id;
        let said = desk.correct(id, "Ada", now).unwrap_err().to_string();
        assert!(said.contains("is not out"), "{said}");
        let step = |stage| Move { stage, by: "Bo".into(), why: None, at: now };
        for stage in [Stage::Approved, Stage::Released] {
            desk.set_stage(id, step(stage)).unwrap();
        }
        let reference = desk.release(id).unwrap().reference.unwrap();
        let draft = desk.correct(id, "Ada", now).unwrap();
        assert_eq!(draft.content.kind, Kind::Correction);
        assert_eq!(draft.content.date, Some("2026-10-14".parse().unwrap()));
        assert_eq!(desk.corrected(&draft.content).unwrap().map(|it| it.id), Some(id));
        assert!(desk.corrections(id).unwrap().is_empty(), "it is not out yet");

        // Typed by hand, the reference is enough.
        let mut content = draft.content;
        content.correction =
            Some(Correction { of: None, reference, what: "Corrects the lead.".into() });
        let base = draft.revision;
        desk.save(draft.id, base, &content, Cause::Typing, "Ada", now).unwrap();
        for stage in [Stage::Approved, Stage::Released] {
            desk.set_stage(draft.id, step(stage)).unwrap();
        }
        let found = desk.corrections(id).unwrap();
        assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), [draft.id]);
        assert_eq!(desk.release(id).unwrap().stage, Stage::Corrected);
        desk.trash(draft.id, "Ada", now).unwrap();
        assert!(desk.corrections(id).unwrap().is_empty());

        // What was changed since it went out is not what readers have.
        let id = desk.create_release(new, "Ada", now).unwrap().id;
        for stage in [Stage::Approved, Stage::Released] {
            desk.set_stage(id, step(stage)).unwrap();
        }
        let released = desk.release(id).unwrap();
        let deeper = Content {
            body: Body::of_paragraphs(["The fairway is 11 metres deep."]),
            ..released.content
        };
        desk.save(id, released.revision, &deeper, Cause::Typing, "Ada", now).unwrap();
        assert!(matches!(desk.correct(id, "Ada", now), Err(DeskError::NotOut { .. })));
    }

    #[test]
    fn an_archive_may_bring_the_correction_first_and_nothing_corrects_itself() {
        let room = tempfile::tempdir().unwrap();
        let desk = Desk::create(room.path().join("a.dateline"), &Office::default()).unwrap();
        let now = "2026-10-14T09:00:00Z".parse().unwrap();
        let out = |reference: &str, content| NewRelease {
            content,
            stage: Stage::Released,
            reference: Some(reference.into()),
            ..NewRelease::default()
        };
        let naming = |reference: &str| Content {
            kind: Kind::Correction,
            correction: Some(Correction { reference: reference.into(), ..Correction::default() }),
            ..Content::default()
        };
        let archive = vec![
            out("2026/050", naming("2026/041")),
            out("2026/041", Content::default()),
            out("2026/060", naming("2026/060")),
        ];
        let ids = desk.create_releases(archive, "Ada", now).unwrap();
        let corrections = |id| desk.corrections(id).unwrap();
        assert_eq!(corrections(ids[1]).iter().map(|it| it.id).collect::<Vec<_>>(), [ids[0]]);
        assert!(corrections(ids[2]).is_empty());
    }
}
