//! Bulletins: ordered choices of releases.

use dateline_model::{Bulletin, BulletinId, EmbargoedItems, ItemForm, Language, ReleaseId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{Desk, DeskError, time::day};

impl Desk {
    /// The bulletins, newest first.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn bulletins(&self) -> Result<Vec<Bulletin>, DeskError> {
        self.read(all)
    }

    /// A bulletin.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn bulletin(&self, id: BulletinId) -> Result<Bulletin, DeskError> {
        self.read(|desk| read(desk, id))
    }

    /// Keeps a bulletin: a new one under the number 0, a changed one under its own. An item that
    /// stands in it twice stands where it comes first.
    ///
    /// # Errors
    /// When it, or a release in it, is not there.
    pub fn put_bulletin(&self, bulletin: &Bulletin) -> Result<Bulletin, DeskError> {
        let bulletin = bulletin.clone();
        self.write(move |desk| put(desk, &bulletin))
    }

    /// Keeps a changed bulletin, if it still stands on the desk as it was before the change.
    ///
    /// # Errors
    /// `BulletinConflict` when somebody else changed it meanwhile; when it, or a release in it, is
    /// not there.
    pub fn change_bulletin(
        &self,
        before: &Bulletin,
        after: &Bulletin,
    ) -> Result<Bulletin, DeskError> {
        let (before, after) = (before.clone(), after.clone());
        self.write(move |desk| {
            if read(desk, before.id)? != before {
                return Err(DeskError::BulletinConflict { title: before.title() });
            }
            put(desk, &Bulletin { id: before.id, ..after })
        })
    }

    /// Takes a bulletin away. Its releases stay.
    ///
    /// # Errors
    /// When there is none of that number.
    pub fn remove_bulletin(&self, id: BulletinId) -> Result<(), DeskError> {
        self.write(move |desk| match desk.execute("DELETE FROM bulletin WHERE id = ?1", [id])? {
            0 => Err(DeskError::NoBulletin(id)),
            _ => Ok(()),
        })
    }
}

/// The bulletins, newest first.
pub(crate) fn all(desk: &Connection) -> Result<Vec<Bulletin>, DeskError> {
    let mut query =
        desk.prepare_cached(&format!("{COLUMNS} ORDER BY date DESC NULLS FIRST, id DESC"))?;
    let bulletins = query.query_map([], bulletin)?.collect::<Result<Vec<_>, _>>()?;
    bulletins.into_iter().map(|bulletin| with_items(desk, bulletin)).collect()
}

const COLUMNS: &str =
    "SELECT id, masthead, issue, date, language, introduction, form, embargoed FROM bulletin";

fn read(desk: &Connection, id: BulletinId) -> Result<Bulletin, DeskError> {
    let mut query = desk.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    let found = query.query_row([id], bulletin).optional()?;
    with_items(desk, found.ok_or(DeskError::NoBulletin(id))?)
}

fn bulletin(row: &Row) -> rusqlite::Result<Bulletin> {
    let word = |at| row.get::<_, String>(at);
    Ok(Bulletin {
        id: row.get(0)?,
        masthead: row.get(1)?,
        issue: row.get(2)?,
        date: day(row.get(3)?),
        language: word(4)?.parse().unwrap_or_else(|_| Language::english()),
        introduction: row.get(5)?,
        items: Vec::new(),
        form: match word(6)?.as_str() {
            "summary" => ItemForm::Summary,
            _ => ItemForm::Full,
        },
        embargoed: match word(7)?.as_str() {
            "leaveout" => EmbargoedItems::LeaveOut,
            _ => EmbargoedItems::Hold,
        },
    })
}

fn with_items(desk: &Connection, bulletin: Bulletin) -> Result<Bulletin, DeskError> {
    let mut query = desk
        .prepare_cached("SELECT release FROM bulletin_item WHERE bulletin = ?1 ORDER BY place")?;
    let items = query.query_map([bulletin.id], |row| row.get(0))?;
    Ok(Bulletin { items: items.collect::<Result<_, _>>()?, ..bulletin })
}

fn put(desk: &Connection, bulletin: &Bulletin) -> Result<Bulletin, DeskError> {
    let form = match bulletin.form {
        ItemForm::Full => "full",
        ItemForm::Summary => "summary",
    };
    let embargoed = match bulletin.embargoed {
        EmbargoedItems::Hold => "hold",
        EmbargoedItems::LeaveOut => "leaveout",
    };
    let date = bulletin.date.map(|date| date.to_string());
    let language = bulletin.language.tag();
    let Bulletin { masthead, issue, introduction, .. } = bulletin;
    let id = match bulletin.id {
        0 => desk
            .prepare_cached(
                "INSERT INTO bulletin
                 (masthead, issue, date, language, introduction, form, embargoed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .insert(params![masthead, issue, date, language, introduction, form, embargoed])?,
        id => {
            let mut update = desk.prepare_cached(
                "UPDATE bulletin SET masthead = ?1, issue = ?2, date = ?3, language = ?4,
                 introduction = ?5, form = ?6, embargoed = ?7 WHERE id = ?8",
            )?;
            let values =
                params![masthead, issue, date, language, introduction, form, embargoed, id];
            if update.execute(values)? == 0 {
                return Err(DeskError::NoBulletin(id));
            }
            id
        }
    };
    desk.prepare_cached("DELETE FROM bulletin_item WHERE bulletin = ?1")?.execute([id])?;
    let mut insert = desk.prepare_cached(
        "INSERT INTO bulletin_item (bulletin, place, release) VALUES (?1, ?2, ?3)",
    )?;
    let mut seen = Vec::<ReleaseId>::new();
    for item in &bulletin.items {
        if seen.contains(item) {
            continue;
        }
        let mut known = desk.prepare_cached("SELECT 1 FROM release WHERE id = ?1")?;
        if !known.exists([item])? {
            return Err(DeskError::NoRelease(*item));
        }
        insert.execute(params![id, seen.len() as i64, item])?;
        seen.push(*item);
    }
    read(desk, id)
}
