//! The names of all labels at once, for whoever reads release after release.

use std::collections::HashMap;

use dateline_model::ReleaseId;
use rusqlite::Connection;

use crate::{DeskError, label::LabelId};

/// The names of all labels, with their places in the alphabet.
#[derive(Debug)]
pub(crate) struct Labels(HashMap<LabelId, (usize, String)>);

impl Labels {
    pub(crate) fn read(desk: &Connection) -> Result<Self, DeskError> {
        let mut query = desk.prepare("SELECT id, name FROM label ORDER BY folded")?;
        let names = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let ranked = names.enumerate().map(|(rank, row)| row.map(|(id, name)| (id, (rank, name))));
        Ok(Self(ranked.collect::<Result<_, _>>()?))
    }

    /// The name of a label; empty for one that is not there.
    pub(crate) fn name(&self, label: LabelId) -> String {
        self.0.get(&label).map_or_else(String::new, |(_, name)| name.clone())
    }

    /// The names of labels, in alphabetical order.
    pub(crate) fn names(&self, mut labels: Vec<LabelId>) -> Vec<String> {
        labels.sort_by_key(|label| self.0.get(label).map_or(usize::MAX, |(rank, _)| *rank));
        labels.into_iter().map(|label| self.name(label)).collect()
    }

    /// The tags of a release, in alphabetical order.
    pub(crate) fn of_release(
        &self,
        desk: &Connection,
        id: ReleaseId,
    ) -> Result<Vec<String>, DeskError> {
        let mut query = desk.prepare_cached("SELECT label FROM release_tag WHERE release = ?1")?;
        let tags = query.query_map([id], |row| row.get(0))?;
        Ok(self.names(tags.collect::<Result<_, _>>()?))
    }
}
