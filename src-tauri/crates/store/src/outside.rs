//! Whether somebody else wrote the desk: another window, or the command line.

use crate::{Desk, DeskError};

impl Desk {
    /// A number that changes whenever another program wrote the desk, and never by what this one
    /// writes: SQLite counts, for each connection, the commits of all others, and here only one
    /// connection writes.
    ///
    /// # Errors
    /// When the desk cannot be read.
    pub fn writes_of_others(&self) -> Result<i64, DeskError> {
        self.write(|desk| Ok(desk.query_one("PRAGMA data_version", [], |row| row.get(0))?))
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::Office;

    use super::*;

    #[test]
    fn only_others_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.dateline");
        let ours = Desk::create(&path, &Office::default()).unwrap();
        let theirs = Desk::open(&path).unwrap();
        let before = ours.writes_of_others().unwrap();
        ours.set_setting("window", "1").unwrap();
        assert_eq!(ours.writes_of_others().unwrap(), before);
        theirs.set_setting("window", "2").unwrap();
        assert_ne!(ours.writes_of_others().unwrap(), before);
    }
}
