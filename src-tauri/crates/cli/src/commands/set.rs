//! `set`: fills and clears the fields of a release.

use clap::Args;
use dateline_model::ReleaseId;
use dateline_store::Cause;
use serde_json::json;

use crate::{
    failure::Failure,
    fields::{Assignment, Edit, Field},
    output::{Output, say},
    session::Session,
};

/// Fill fields of a release, all of them or none: `set 12 place=Vestmark date=2026-10-14`.
#[derive(Args)]
#[command(after_help = fields())]
pub(crate) struct Set {
    /// The release's number.
    id: ReleaseId,
    /// A field and its new value; an empty value clears the field.
    #[arg(required = true, value_name = "FIELD=VALUE")]
    fields: Vec<Assignment>,
}

impl Set {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let desk = session.open()?;
        let office = desk.office()?;
        let before = desk.release(self.id)?;
        let today = session.today(&office);
        let edit = Edit::make(&before, &self.fields, &desk, &office, today)?;
        let (user, now) = (session.user(), session.now);
        // The one that can be refused comes first, so that it is refused before anything changed.
        if let Some(reference) = &edit.reference {
            desk.set_reference(self.id, reference)?;
        }
        let mut after =
            desk.save(self.id, before.revision, &edit.content, Cause::Edited, &user, now)?;
        if let Some(section) = &edit.section {
            let no_tags: [String; 0] = [];
            after = desk.file(self.id, Some(section), &no_tags, &no_tags, &user, now)?;
        }
        edit.notes.iter().for_each(|note| say(note));
        if before.approval.is_some() && after.approval.is_none() {
            say(&format!(
                "Release {} was approved with other words; it is a draft again.",
                self.id
            ));
        }
        output.json(&json!({
            "id": after.id,
            "headline": after.content.headline,
            "stage": after.stage,
            "revision": after.revision,
        }))
    }
}

/// The fields and their values, for the help.
fn fields() -> String {
    let mut help = "Fields:\n".to_owned();
    for (_, name, value) in Field::ALL {
        help.push_str(&format!("  {name:<12} {value}\n"));
    }
    help
}
