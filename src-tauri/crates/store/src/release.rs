//! Releases: made, read, saved, duplicated, filed, put into the trash and taken out of it.

use chrono::{DateTime, NaiveDate, Utc};
use dateline_model::{Approval, Content, LabelSort, Release, ReleaseId, RevisionId, Stage};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::{
    Cause, Desk, DeskError, correction,
    index::{self, Words},
    label::{self, LabelId},
    library, mention,
    packed::Packed,
    position, reference,
    revision::{self, Making},
    time::{instant, millis},
    workflow::{self, What},
};

/// A release to be made.
#[derive(Clone, Debug, Default)]
pub struct NewRelease {
    /// The words.
    pub content: Content,
    /// The section, made on first use; empty for none.
    pub section: String,
    /// The tags, made on first use.
    pub tags: Vec<String>,
    /// Where it stands. A release that comes in as approved is taken as in review: nobody on this
    /// desk has approved it yet.
    pub stage: Stage,
    /// Its reference number, if it has one already.
    pub reference: Option<String>,
    /// Why it is made: `Created`, `Imported` or `Duplicated`.
    pub cause: Cause,
    /// The file it came from.
    pub source: Option<String>,
}

impl Desk {
    /// Makes a release.
    ///
    /// # Errors
    /// When a section or tag has no name, or the desk cannot be written.
    pub fn create_release(
        &self,
        new: NewRelease,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let author = author.to_owned();
        self.write(move |desk| {
            let id = make(desk, &new, &author, now)?;
            read(desk, id)
        })
    }

    /// Makes many releases, all or none. Their numbers come in the order given.
    ///
    /// # Errors
    /// As for one.
    pub fn create_releases(
        &self,
        new: Vec<NewRelease>,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Vec<ReleaseId>, DeskError> {
        let author = author.to_owned();
        let packed = Packed::all(&new)?;
        let gleaned = mention::glean_all(self.gleaner(), &new);
        self.write(move |desk| {
            let ids = create_all(desk, &new, packed, &author, now)?;
            for (id, mentions) in ids.iter().zip(gleaned.into_iter().flatten()) {
                mention::remember(desk, *id, mentions)?;
            }
            Ok(ids)
        })
    }

    /// A release at its head revision.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn release(&self, id: ReleaseId) -> Result<Release, DeskError> {
        self.read(|desk| read(desk, id))
    }

    /// Saves the words of a release over the revision that they were made from. Saving what is
    /// there already changes nothing, and filing that came between is no conflict: only other words
    /// are.
    ///
    /// # Errors
    /// `Conflict` when other words were saved since `base`.
    pub fn save(
        &self,
        id: ReleaseId,
        base: RevisionId,
        content: &Content,
        cause: Cause,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let packed = Packed::of(content)?;
        let (content, author) = (content.clone(), author.to_owned());
        self.write(move |desk| {
            stands_on(desk, id, base)?;
            let making = Making { cause, author: &author, at: now, source: None };
            change(desk, id, &content, packed, making)?;
            read(desk, id)
        })
    }

    /// Changes the section (`None` leaves it, an empty name takes it away) and the tags.
    ///
    /// # Errors
    /// When there is no such release, or a name is none.
    pub fn file(
        &self,
        id: ReleaseId,
        section: Option<&str>,
        add: &[String],
        remove: &[String],
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let (section, author) = (section.map(str::to_owned), author.to_owned());
        let (add, remove) = (add.to_vec(), remove.to_vec());
        self.write(move |desk| {
            file(desk, id, section.as_deref(), &add, &remove, &author, now)?;
            read(desk, id)
        })
    }

    /// Makes a draft of a release's words, filed like it. What belongs to one release only stays
    /// behind: reference number, approval, embargo, suggestions, comments.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn duplicate(
        &self,
        id: ReleaseId,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let author = author.to_owned();
        self.write(move |desk| {
            let original = read(desk, id)?;
            let new = NewRelease {
                content: Content { embargo: None, ..original.content.settled().into_owned() },
                section: original.section,
                tags: original.tags,
                cause: Cause::Duplicated,
                ..NewRelease::default()
            };
            let id = make(desk, &new, &author, now)?;
            read(desk, id)
        })
    }

    /// Puts a release into the trash. It keeps its stage.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn trash(
        &self,
        id: ReleaseId,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        self.set_trashed(id, true, author, now)
    }

    /// Takes a release out of the trash.
    ///
    /// # Errors
    /// When there is no such release.
    pub fn restore(
        &self,
        id: ReleaseId,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        self.set_trashed(id, false, author, now)
    }

    fn set_trashed(
        &self,
        id: ReleaseId,
        trashed: bool,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Release, DeskError> {
        let author = author.to_owned();
        self.write(move |desk| {
            set_trashed(desk, id, trashed, &author, now)?;
            read(desk, id)
        })
    }
}

/// Puts a release into the trash or takes it out, inside other work.
pub(crate) fn set_trashed(
    desk: &Connection,
    id: ReleaseId,
    trashed: bool,
    author: &str,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let before = read(desk, id)?;
    if before.trashed == trashed {
        return Ok(());
    }
    desk.prepare_cached("UPDATE release SET trashed = ?2 WHERE id = ?1")?
        .execute(params![id, trashed])?;
    let what = if trashed { What::Trashed } else { What::Restored };
    workflow::record(desk, &before, what, before.stage, author, now, None)?;
    reindex(desk, id)
}

/// Reads a release inside other work.
pub(crate) fn read(desk: &Connection, id: ReleaseId) -> Result<Release, DeskError> {
    let (release, section) = without_labels(desk, id)?;
    Ok(Release {
        section: label::name_of(desk, section)?,
        tags: label::tags_of(desk, id)?,
        ..release
    })
}

/// A release whose section and tags are still to be named.
pub(crate) fn without_labels(
    desk: &Connection,
    id: ReleaseId,
) -> Result<(Release, Option<LabelId>), DeskError> {
    let mut query = desk.prepare_cached(
        "SELECT release.revision, reference, release.section, stage, trashed, approved_by,
                approved_at, approved_hash, withdrawal, created, modified, json, release_at
         FROM release JOIN revision ON revision.id = release.revision
         JOIN content ON content.id = revision.content WHERE release.id = ?1",
    )?;
    let found = query.query_row([id], |row| {
        let approval = match (row.get(5)?, row.get::<_, Option<i64>>(6)?, row.get(7)?) {
            (Some(by), Some(at), Some(hash)) => Some(Approval { by, at: instant(at), hash }),
            _ => None,
        };
        let stage: String = row.get(3)?;
        let release = Release {
            id,
            revision: row.get(0)?,
            reference: row.get(1)?,
            section: String::new(),
            tags: Vec::new(),
            stage: stage.parse().unwrap_or_default(),
            trashed: row.get(4)?,
            approval,
            withdrawal: row.get(8)?,
            release_at: row.get::<_, Option<i64>>(12)?.map(instant),
            created: instant(row.get(9)?),
            modified: instant(row.get(10)?),
            content: Content::default(),
        };
        // From where the desk holds it: a text is not copied to be understood.
        let content = serde_json::from_str(row.get_ref(11)?.as_str()?);
        Ok((release, row.get(2)?, content))
    });
    let (release, section, content) = found.optional()?.ok_or(DeskError::NoRelease(id))?;
    Ok((Release { content: content?, ..release }, section))
}

/// That a change was made from the newest words of a release.
pub(crate) fn stands_on(
    desk: &Connection,
    id: ReleaseId,
    base: RevisionId,
) -> Result<(), DeskError> {
    let head = revision::head(desk, id)?;
    if head.revision == base || revision::is_as_new(desk, id, base, &head)? {
        return Ok(());
    }
    Err(DeskError::Conflict { id, head: head.revision })
}

/// Makes a release inside other work.
pub(crate) fn make(
    desk: &Connection,
    new: &NewRelease,
    author: &str,
    now: DateTime<Utc>,
) -> Result<ReleaseId, DeskError> {
    let packed = Packed::of(&new.content)?;
    let (id, position) = create(desk, new, &packed, author, now)?;
    index::enter(desk, id, packed.words, position)?;
    Ok(id)
}

/// Changes the words of a release: appends a revision, keeps the copies for the lists, moves it in
/// the reading order if its day changed, and voids an approval that was for other words. What is
/// only suggested is another revision and voids nothing. Whether anything changed.
pub(crate) fn change(
    desk: &Connection,
    id: ReleaseId,
    content: &Content,
    packed: Packed,
    making: Making,
) -> Result<bool, DeskError> {
    let head = revision::head(desk, id)?;
    if revision::is_same(desk, &head, &packed)? {
        return Ok(false);
    }
    let kept = revision::keep(desk, &packed)?;
    if packed.hash == head.hash {
        let cause = if making.cause == Cause::Typing { Cause::Suggested } else { making.cause };
        revision::append(desk, id, &head, kept, Making { cause, ..making })?;
        desk.prepare_cached("UPDATE release SET modified = ?2 WHERE id = ?1")?
            .execute(params![id, millis(making.at)])?;
        return Ok(true);
    }
    revision::append(desk, id, &head, kept, making)?;
    let mut row = desk.prepare_cached("SELECT position, created FROM release WHERE id = ?1")?;
    let (old, created): (i64, i64) = row.query_one([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let day = day_of(content, instant(created));
    let new = if position::is_on(old, day) { old } else { position::next(desk, day)? };
    let mut update = desk.prepare_cached(
        "UPDATE release SET position = ?2, modified = ?3, headline = ?4, kind = ?5, language = ?6,
         date = ?7, embargo_until = ?8, embargo_zone = ?9 WHERE id = ?1",
    )?;
    update.execute(params![
        id,
        new,
        millis(making.at),
        content.headline,
        content.kind.as_str(),
        content.language.tag(),
        content.date.map(|date| date.to_string()),
        content.embargo.map(|embargo| millis(embargo.until)),
        content.embargo.map(|embargo| embargo.zone.name()),
    ])?;
    library::note_use(desk, id, content)?;
    correction::note(desk, id, content)?;
    workflow::void_approval(desk, id, making.author, making.at)?;
    index::remove(desk, old)?;
    index::enter(desk, id, packed.words, new)?;
    Ok(true)
}

/// Writes the entry of a release anew, after its filing changed.
pub(crate) fn reindex(desk: &Connection, id: ReleaseId) -> Result<(), DeskError> {
    let release = read(desk, id)?;
    let mut row = desk.prepare_cached("SELECT position FROM release WHERE id = ?1")?;
    let position = row.query_one([id], |row| row.get(0))?;
    index::remove(desk, position)?;
    index::enter(desk, id, Words::of(&release.content), position)
}

fn create_all(
    desk: &Connection,
    new: &[NewRelease],
    packed: Vec<Packed>,
    author: &str,
    now: DateTime<Utc>,
) -> Result<Vec<ReleaseId>, DeskError> {
    let mut ids = Vec::with_capacity(new.len());
    let mut entries = Vec::with_capacity(new.len());
    for (new, packed) in new.iter().zip(packed) {
        let (id, position) = create(desk, new, &packed, author, now)?;
        ids.push(id);
        entries.push((position, id, packed.words));
    }
    // FTS5 writes a segment out whenever a row comes before the last one, so an archive in any
    // order goes into the index sorted.
    entries.sort_unstable_by_key(|(position, ..)| *position);
    for (position, id, words) in entries {
        index::enter(desk, id, words, position)?;
    }
    index::settle(desk)?;
    // An archive may bring a correction before what it corrects.
    for (id, new) in ids.iter().zip(new).filter(|(_, new)| new.content.correction.is_some()) {
        correction::note(desk, *id, &new.content)?;
    }
    Ok(ids)
}

fn create(
    desk: &Connection,
    new: &NewRelease,
    packed: &Packed,
    author: &str,
    now: DateTime<Utc>,
) -> Result<(ReleaseId, i64), DeskError> {
    let content = &new.content;
    let section = match new.section.trim() {
        "" => None,
        name => Some(label::find_or_make(desk, LabelSort::Section, name)?),
    };
    let stage = if new.stage == Stage::Approved { Stage::Review } else { new.stage };
    let position = position::next(desk, day_of(content, now))?;
    let mut insert = desk.prepare_cached(
        "INSERT INTO release
         (position, revision, section, stage, created, modified, headline, kind, language, date,
          embargo_until, embargo_zone)
         VALUES (?1, 0, ?2, ?3, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let id = insert.insert(params![
        position,
        section,
        stage.as_str(),
        millis(now),
        content.headline,
        content.kind.as_str(),
        content.language.tag(),
        content.date.map(|date| date.to_string()),
        content.embargo.map(|embargo| millis(embargo.until)),
        content.embargo.map(|embargo| embargo.zone.name()),
    ])?;
    for tag in &new.tags {
        add_tag(desk, id, tag)?;
    }
    let kept = revision::keep(desk, packed)?;
    let making = Making { cause: new.cause, author, at: now, source: new.source.as_deref() };
    let first = revision::first(desk, id, kept, making)?;
    desk.prepare_cached("UPDATE release SET revision = ?2 WHERE id = ?1")?.execute([id, first])?;
    library::note_use(desk, id, content)?;
    match &new.reference {
        Some(given) => reference::take(desk, id, given)?,
        None if stage != Stage::Draft => reference::assign(desk, id, content, now)?,
        None => {}
    }
    correction::note(desk, id, content)?;
    Ok((id, position))
}

fn file(
    desk: &Connection,
    id: ReleaseId,
    section: Option<&str>,
    add: &[String],
    remove: &[String],
    author: &str,
    now: DateTime<Utc>,
) -> Result<(), DeskError> {
    let head = revision::head(desk, id)?;
    let mut changed = 0;
    if let Some(name) = section {
        let section = match name.trim() {
            "" => None,
            name => Some(label::find_or_make(desk, LabelSort::Section, name)?),
        };
        let mut update = desk.prepare_cached(
            "UPDATE release SET section = ?2 WHERE id = ?1 AND section IS NOT ?2",
        )?;
        changed += update.execute(params![id, section])?;
    }
    for tag in remove {
        if let Some(label) = label::find(desk, LabelSort::Tag, tag)? {
            let mut delete =
                desk.prepare_cached("DELETE FROM release_tag WHERE release = ?1 AND label = ?2")?;
            changed += delete.execute([id, label])?;
        }
    }
    for tag in add {
        changed += add_tag(desk, id, tag)?;
    }
    if changed > 0 {
        let making = Making { cause: Cause::Filed, author, at: now, source: None };
        revision::append(desk, id, &head, head.content, making)?;
        reindex(desk, id)?;
    }
    Ok(())
}

fn add_tag(desk: &Connection, id: ReleaseId, tag: &str) -> Result<usize, DeskError> {
    let label = label::find_or_make(desk, LabelSort::Tag, tag)?;
    let mut insert =
        desk.prepare_cached("INSERT OR IGNORE INTO release_tag (release, label) VALUES (?1, ?2)")?;
    Ok(insert.execute([id, label])?)
}

/// The day a release stands on: the one it is dated, else the one it was made on.
fn day_of(content: &Content, created: DateTime<Utc>) -> NaiveDate {
    content.date.unwrap_or_else(|| created.date_naive())
}

/// SHA-256 in lower-case hexadecimal, by which pictures and files are known.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
