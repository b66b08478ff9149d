//! `tag`: puts tags on a release and takes them off.

use clap::Args;
use dateline_model::ReleaseId;
use serde_json::json;

use crate::{failure::Failure, output::Output, session::Session};

/// Put tags on a release and take them off: `tag 12 +rescue -draft`.
#[derive(Args)]
pub(crate) struct Tag {
    /// The release's number.
    id: ReleaseId,
    /// `+TAG` puts a tag on, `-TAG` takes it off.
    #[arg(required = true, allow_hyphen_values = true, value_name = "+TAG|-TAG")]
    tags: Vec<String>,
}

impl Tag {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        let (mut add, mut remove) = (Vec::new(), Vec::new());
        for tag in &self.tags {
            match tag.split_at_checked(1) {
                Some(("+", name)) if !name.trim().is_empty() => add.push(name.to_owned()),
                Some(("-", name)) if !name.trim().is_empty() && !name.starts_with('-') => {
                    remove.push(name.to_owned());
                }
                _ => {
                    return Err(Failure::Usage(format!(
                        "“{tag}” is no change of tags. Write +TAG to put a tag on and -TAG to take \
                         it off; other options stand before the number."
                    )));
                }
            }
        }
        let desk = session.open()?;
        let release = desk.file(self.id, None, &add, &remove, &session.user(), session.now)?;
        output.json(&json!({ "id": release.id, "tags": release.tags }))
    }
}
