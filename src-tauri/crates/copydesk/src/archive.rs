//! The archive that the checks ask: the desk's memory of its releases.

use dateline_check::{Archive, MENTIONS_FORM, Usage, mentions};
use dateline_model::ReleaseId;
use dateline_store::{Desk, DeskError, Gleaner};

/// Has the desk remember what its releases say, from the next write on. [`Desk::catch_up`] reads
/// what was written before.
///
/// # Errors
/// When the desk cannot be written.
pub fn keep_archive(desk: &Desk) -> Result<(), DeskError> {
    desk.remember_with(Gleaner { form: MENTIONS_FORM, glean: mentions })
}

/// What the other releases of a desk say.
pub struct DeskArchive<'a> {
    desk: &'a Desk,
    except: Option<ReleaseId>,
}

impl<'a> DeskArchive<'a> {
    /// The archive for a release, which is not its own witness.
    pub fn for_release(desk: &'a Desk, id: Option<ReleaseId>) -> Self {
        Self { desk, except: id }
    }
}

impl Archive for DeskArchive<'_> {
    /// A desk that cannot be read says nothing against a text: whoever saves it hears of that.
    fn mentions(&self, what: &str, key: &str) -> Vec<Usage> {
        let said = self.desk.said(what, key, self.except).unwrap_or_default();
        said.into_iter()
            .map(|said| Usage {
                text: said.text,
                releases: said.releases as usize,
                latest: said.latest,
                date: said.date,
            })
            .collect()
    }
}
