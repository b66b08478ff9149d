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
const STEPS: [&str; 8] = [
    include_str!("migrations/0001_desk.sql"),
    include_str!("migrations/0002_copydesk.sql"),
    include_str!("migrations/0003_comments.sql"),
    include_str!("migrations/0004_site.sql"),
    include_str!("migrations/0005_overruled.sql"),
    include_str!("migrations/0006_in_hand.sql"),
    include_str!("migrations/0007_corrections.sql"),
    include_str!("migrations/0008_corrections_of_old.sql"),
];

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_leads_to_the_newest_form_and_only_once() {
        let mut connection = Connection::open_in_memory().unwrap();
        assert_eq!(form(&connection).unwrap(), 0);
        migrate(&mut connection).unwrap();
        assert_eq!(form(&connection).unwrap(), FORM);
        let id: u32 =
            connection.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
        assert_eq!(id, APPLICATION_ID);
        let shape = |connection: &Connection| -> Vec<String> {
            let mut query = connection
                .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
                .unwrap();
            query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let before = shape(&connection);
        migrate(&mut connection).unwrap();
        assert_eq!(shape(&connection), before, "a desk in the newest form is left alone");
    }

    #[test]
    fn an_older_desk_knows_what_its_corrections_correct() {
        let mut connection = Connection::open_in_memory().unwrap();
        for step in &STEPS[..7] {
            connection.execute_batch(step).unwrap();
        }
        connection.pragma_update(None, "user_version", 7).unwrap();
        let filled = connection.transaction().unwrap();
        for (id, kind, reference, correction) in [
            (1, "news", "2026/041", "null"),
            (2, "correction", "2026/050", r#"{"of": 1, "reference": "", "what": ""}"#),
            (3, "correction", "2026/051", r#"{"of": null, "reference": " 2026/041 ", "what": ""}"#),
            (4, "correction", "2026/052", r#"{"of": null, "reference": "2026/052", "what": ""}"#),
            (5, "correction", "2026/053", r#"{"of": 99, "reference": "", "what": ""}"#),
            (6, "correction", "2026/054", r#"{"of": 99, "reference": "2026/041", "what": ""}"#),
        ] {
            let json = format!(r#"{{"correction": {correction}}}"#);
            filled
                .execute("INSERT INTO content (id, hash, json) VALUES (?1, '', ?2)", (id, &json))
                .unwrap();
            filled
                .execute(
                    "INSERT INTO release (id, position, revision, stage, created, modified,
                         headline, kind, language, reference)
                     VALUES (?1, ?1, ?1, 'draft', 0, 0, '', ?2, 'en', ?3)",
                    (id, kind, reference),
                )
                .unwrap();
            filled
                .execute(
                    "INSERT INTO revision
                         (id, release, number, content, section, tags, cause, author, at)
                     VALUES (?1, ?1, 1, ?1, '', '', 'created', '', 0)",
                    [id],
                )
                .unwrap();
        }
        filled.commit().unwrap();
        migrate(&mut connection).unwrap();
        let mut query = connection.prepare("SELECT corrects FROM release ORDER BY id").unwrap();
        let corrects: Vec<Option<i64>> =
            query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert_eq!(corrects, [None, Some(1), Some(1), None, None, None]);
    }

    #[test]
    fn a_step_that_fails_leaves_the_form_before_it() {
        let mut connection = Connection::open_in_memory().unwrap();
        // In the way of the last table of the first step.
        connection.execute_batch("CREATE TABLE tally (n INTEGER)").unwrap();
        assert!(migrate(&mut connection).is_err());
        assert_eq!(form(&connection).unwrap(), 0);
        let tables: u32 = connection
            .query_one("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", [], |r| r.get(0))
            .unwrap();
        assert_eq!(tables, 1, "nothing of the step stays");
    }
}
