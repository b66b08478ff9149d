//! The library: contacts, boilerplates, people and places, kept once.
//!
//! Releases hold contacts and boilerplates by value. A change here goes into every release that is
//! not out yet and not in the trash, as a revision of each; what readers have stays as they have it.

use chrono::{DateTime, NaiveDate, Utc};
use dateline_model::{Boilerplate, Contact, Content, PieceId, ReleaseId};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Cause, Desk, DeskError, packed::Packed, release, revision::Making};

/// Somebody whose name and position must be written right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Person {
    /// The number in the library; `None` until it is put there.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub id: Option<PieceId>,
    /// The name in full.
    pub name: String,
    /// The position.
    pub position: String,
    /// The last day on which it is good.
    pub valid_until: Option<NaiveDate>,
}

/// A place name that must be written right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct NamedPlace {
    /// The number in the library; `None` until it is put there.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub id: Option<PieceId>,
    /// The name.
    pub name: String,
    /// The last day on which it is good.
    pub valid_until: Option<NaiveDate>,
}

/// What a change in the library did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Put {
    /// The piece's number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: PieceId,
    /// How many releases changed with it.
    pub changed: u32,
}

impl Desk {
    /// The contacts, by name.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn contacts(&self) -> Result<Vec<Contact>, DeskError> {
        self.read(all)
    }

    /// Keeps a contact: a new one without a number, a changed one with its own.
    ///
    /// # Errors
    /// When its number is not in the library.
    pub fn put_contact(
        &self,
        contact: &Contact,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Put, DeskError> {
        self.put(contact.clone(), author, now)
    }

    /// Takes a contact out of the library. Releases that hold it keep it. How many of them are not
    /// out yet.
    ///
    /// # Errors
    /// When it is not in the library.
    pub fn remove_contact(&self, id: PieceId) -> Result<u32, DeskError> {
        self.write(move |desk| remove::<Contact>(desk, id))
    }

    /// The boilerplates, by title.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn boilerplates(&self) -> Result<Vec<Boilerplate>, DeskError> {
        self.read(all)
    }

    /// Keeps a boilerplate: a new one without a number, a changed one with its own.
    ///
    /// # Errors
    /// When its number is not in the library.
    pub fn put_boilerplate(
        &self,
        boilerplate: &Boilerplate,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Put, DeskError> {
        self.put(boilerplate.clone(), author, now)
    }

    /// Takes a boilerplate out of the library. Releases that hold it keep it. How many of them are
    /// not out yet.
    ///
    /// # Errors
    /// When it is not in the library.
    pub fn remove_boilerplate(&self, id: PieceId) -> Result<u32, DeskError> {
        self.write(move |desk| remove::<Boilerplate>(desk, id))
    }

    /// The people, by name.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn people(&self) -> Result<Vec<Person>, DeskError> {
        self.read(all)
    }

    /// Keeps a person.
    ///
    /// # Errors
    /// When the number is not in the library.
    pub fn put_person(&self, person: &Person) -> Result<PieceId, DeskError> {
        let person = person.clone();
        self.write(move |desk| keep(desk, person).map(|(id, _)| id))
    }

    /// Takes a person out of the library.
    ///
    /// # Errors
    /// When nobody has that number.
    pub fn remove_person(&self, id: PieceId) -> Result<(), DeskError> {
        self.write(move |desk| remove::<Person>(desk, id).map(|_| ()))
    }

    /// The places, by name.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn places(&self) -> Result<Vec<NamedPlace>, DeskError> {
        self.read(all)
    }

    /// Keeps a place.
    ///
    /// # Errors
    /// When the number is not in the library.
    pub fn put_place(&self, place: &NamedPlace) -> Result<PieceId, DeskError> {
        let place = place.clone();
        self.write(move |desk| keep(desk, place).map(|(id, _)| id))
    }

    /// Takes a place out of the library.
    ///
    /// # Errors
    /// When no place has that number.
    pub fn remove_place(&self, id: PieceId) -> Result<(), DeskError> {
        self.write(move |desk| remove::<NamedPlace>(desk, id).map(|_| ()))
    }

    /// How many releases that are not out yet hold a contact or boilerplate.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn piece_in_use(&self, id: PieceId) -> Result<u32, DeskError> {
        self.read(|desk| Ok(holders(desk, id)?.len() as u32))
    }

    fn put<P: Held + Send + 'static>(
        &self,
        piece: P,
        author: &str,
        now: DateTime<Utc>,
    ) -> Result<Put, DeskError> {
        let author = author.to_owned();
        self.write(move |desk| {
            let (id, piece) = keep(desk, piece)?;
            let mut changed = 0;
            for holder in holders(desk, id)? {
                let mut content = release::read(desk, holder)?.content;
                for held in P::of(&mut content) {
                    if *held.id_mut() == Some(id) {
                        *held = piece.clone();
                    }
                }
                let making =
                    Making { cause: Cause::Library, author: &author, at: now, source: None };
                let packed = Packed::of(&content)?;
                changed += u32::from(release::change(desk, holder, &content, packed, making)?);
            }
            Ok(Put { id, changed })
        })
    }
}

/// Writes down which pieces a release holds.
pub(crate) fn note_use(
    desk: &Connection,
    id: ReleaseId,
    content: &Content,
) -> Result<(), DeskError> {
    desk.prepare_cached("DELETE FROM piece_use WHERE release = ?1")?.execute([id])?;
    let contacts = content.contacts.iter().filter_map(|contact| contact.id);
    let boilerplates = content.boilerplates.iter().filter_map(|boilerplate| boilerplate.id);
    let mut insert =
        desk.prepare_cached("INSERT OR IGNORE INTO piece_use (piece, release) VALUES (?1, ?2)")?;
    for piece in contacts.chain(boilerplates) {
        insert.execute([piece, id])?;
    }
    Ok(())
}

/// The sorts of what the library keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceSort {
    /// Whom the press can ask.
    Contact,
    /// What stands below many releases.
    Boilerplate,
    /// Somebody.
    Person,
    /// A place.
    Place,
}

impl PieceSort {
    /// The word by which it is stored.
    fn as_str(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Boilerplate => "boilerplate",
            Self::Person => "person",
            Self::Place => "place",
        }
    }
}

/// What the library keeps.
trait Piece: Clone + Serialize + DeserializeOwned {
    const SORT: PieceSort;
    fn id_mut(&mut self) -> &mut Option<PieceId>;
    /// By what it stands in order.
    fn name(&self) -> &str;
}

/// A piece that releases hold by value.
trait Held: Piece {
    /// Those that a content holds.
    fn of(content: &mut Content) -> &mut [Self];
}

macro_rules! piece {
    ($type:ty, $sort:ident, $name:ident) => {
        impl Piece for $type {
            const SORT: PieceSort = PieceSort::$sort;
            fn id_mut(&mut self) -> &mut Option<PieceId> {
                &mut self.id
            }
            fn name(&self) -> &str {
                &self.$name
            }
        }
    };
}

piece!(Contact, Contact, name);
piece!(Boilerplate, Boilerplate, title);
piece!(Person, Person, name);
piece!(NamedPlace, Place, name);

impl Held for Contact {
    fn of(content: &mut Content) -> &mut [Self] {
        &mut content.contacts
    }
}

impl Held for Boilerplate {
    fn of(content: &mut Content) -> &mut [Self] {
        &mut content.boilerplates
    }
}

fn all<P: Piece>(desk: &Connection) -> Result<Vec<P>, DeskError> {
    let mut query =
        desk.prepare_cached("SELECT id, json FROM piece WHERE sort = ?1 ORDER BY name, id")?;
    let rows =
        query.query_map([P::SORT.as_str()], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut pieces = Vec::new();
    for row in rows {
        let (id, json) = row?;
        let mut piece: P = serde_json::from_str(&json)?;
        *piece.id_mut() = Some(id);
        pieces.push(piece);
    }
    Ok(pieces)
}

fn keep<P: Piece>(desk: &Connection, mut piece: P) -> Result<(PieceId, P), DeskError> {
    let id = piece.id_mut().take();
    let json = serde_json::to_string(&piece)?;
    let id = match id {
        None => desk
            .prepare_cached("INSERT INTO piece (sort, name, json) VALUES (?1, ?2, ?3)")?
            .insert(params![P::SORT.as_str(), piece.name().to_lowercase(), json])?,
        Some(id) => {
            let mut update = desk.prepare_cached(
                "UPDATE piece SET name = ?3, json = ?4 WHERE id = ?1 AND sort = ?2",
            )?;
            let name = piece.name().to_lowercase();
            if update.execute(params![id, P::SORT.as_str(), name, json])? == 0 {
                return Err(DeskError::NoPiece { sort: P::SORT, id });
            }
            id
        }
    };
    *piece.id_mut() = Some(id);
    Ok((id, piece))
}

fn remove<P: Piece>(desk: &Connection, id: PieceId) -> Result<u32, DeskError> {
    let mut delete = desk.prepare_cached("DELETE FROM piece WHERE id = ?1 AND sort = ?2")?;
    if delete.execute(params![id, P::SORT.as_str()])? == 0 {
        return Err(DeskError::NoPiece { sort: P::SORT, id });
    }
    Ok(holders(desk, id)?.len() as u32)
}

/// The releases that hold a piece and are neither out nor in the trash.
fn holders(desk: &Connection, piece: PieceId) -> Result<Vec<ReleaseId>, DeskError> {
    let mut query = desk.prepare_cached(
        // An archive holds a boilerplate a hundred thousand times; in hand is a handful.
        "SELECT release.id FROM release INDEXED BY release_in_hand
         CROSS JOIN piece_use ON piece_use.piece = ?1 AND piece_use.release = release.id
         WHERE NOT trashed AND stage IN ('draft', 'review', 'approved')",
    )?;
    let ids = query.query_map([piece], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
