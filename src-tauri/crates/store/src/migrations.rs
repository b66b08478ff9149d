//! The forms a desk file has had, and the way from each to the next.
//!
//! The form's number is SQLite's `user_version`. `rusqlite_migration` keeps it in the same place
//! but trails `rusqlite` by some versions, and both link SQLite; the loop below is all we need of it.

use rusqlite::{Connection, TransactionBehavior};

use crate::DeskError;

/// Marks the file as a Dateline desk: "DTLN" in ASCII, where SQLite keeps the application's number.
pub(crate) const APPLICATION_ID: u32 = 0x4454_4c4e;

/// The form that this program writes.
pub(crate) const FORM: u32 = STEPS.len() as u32;

/// The steps between the forms. A step that was released is never edited.
const STEPS: [&str; 1] = [include_str!("migrations/0001_desk.sql")];

/// The form a desk is in; 0 for a new file.
pub(crate) fn form(connection: &Connection) -> Result<u32, DeskError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Brings a desk to the newest form, one transaction a step, so that a step that fails leaves the
/// desk in the form before it.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), DeskError> {
    for (step, number) in STEPS.iter().zip(1_u32..) {
        let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if form(&change)? < number {
            change.execute_batch(step)?;
            change.pragma_update(None, "user_version", number)?;
            change.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        change.commit()?;
    }
    Ok(())
}
