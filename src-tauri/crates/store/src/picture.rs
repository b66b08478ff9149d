//! Pictures, kept once by the hash of their bytes.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{Desk, DeskError, sha256};

/// A picture as it was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its media type, e.g. `image/jpeg`.
    pub media_type: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Keeps a picture; the same bytes are kept once. Their SHA-256, by which figures name it.
    ///
    /// # Errors
    /// When the desk cannot be written.
    pub fn put_image(
        &self,
        bytes: &[u8],
        media_type: &str,
        width: u32,
        height: u32,
    ) -> Result<String, DeskError> {
        let hash = sha256(bytes);
        let (name, media_type, bytes) = (hash.clone(), media_type.to_owned(), bytes.to_vec());
        self.write(move |desk| {
            desk.prepare_cached(
                "INSERT OR IGNORE INTO picture (hash, media_type, width, height, bytes)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![name, media_type, width, height, bytes])?;
            Ok(())
        })?;
        Ok(hash)
    }

    /// A picture by its hash, if the desk has it.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn image(&self, hash: &str) -> Result<Option<Picture>, DeskError> {
        self.read(|desk| read(desk, hash))
    }
}

/// Reads a picture inside other work.
pub(crate) fn read(desk: &Connection, hash: &str) -> Result<Option<Picture>, DeskError> {
    let mut query = desk
        .prepare_cached("SELECT media_type, width, height, bytes FROM picture WHERE hash = ?1")?;
    let picture = query.query_row([hash], |row| {
        Ok(Picture {
            media_type: row.get(0)?,
            width: row.get(1)?,
            height: row.get(2)?,
            bytes: row.get(3)?,
        })
    });
    Ok(picture.optional()?)
}
