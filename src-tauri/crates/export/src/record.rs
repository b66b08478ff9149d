//! The desk's part of an export: which releases it has, and what it remembers of what left.

use std::{cmp::Reverse, path};

use dateline_store::{Card, Desk, ExportRecord};

use crate::{ExportError, Order, Origin, Written};

/// Every release that is not in the trash, newest first.
pub(crate) fn every_release(desk: &Desk) -> Result<Vec<Card>, ExportError> {
    let mut all = Vec::new();
    desk.catalogue(|card| {
        if !card.trashed {
            all.push(card);
        }
    })?;
    all.sort_unstable_by_key(|card| Reverse(card.position));
    Ok(all)
}

/// Writes down what left.
pub(crate) fn keep(desk: &Desk, written: &[Written], order: &Order) -> Result<(), ExportError> {
    Ok(desk.record_exports(written.iter().flat_map(|one| records(one, order)).collect())?)
}

/// A release is recorded with its revision. A bulletin is recorded once as a whole and once for
/// each item, so that the record of every release tells who has it.
fn records(written: &Written, order: &Order) -> Vec<ExportRecord> {
    let path = path::absolute(&written.path).unwrap_or_else(|_| written.path.clone());
    let whole = ExportRecord {
        release: None,
        revision: None,
        bulletin: None,
        format: written.format.to_string(),
        path: path.display().to_string(),
        file_hash: written.entry.sha256.clone(),
        draft: written.marking.draft,
        overruled: order.overrule.filter(|_| written.overruled).map(|why| why.trim().to_owned()),
        at: order.now,
        by: order.by.to_owned(),
    };
    match &written.entry.origin {
        Origin::Release { release, revision } => {
            vec![ExportRecord { release: Some(*release), revision: Some(*revision), ..whole }]
        }
        Origin::Bulletin { bulletin, items } => {
            let whole = ExportRecord { bulletin: Some(*bulletin), ..whole };
            let items = items.iter().map(|item| ExportRecord {
                release: Some(item.release),
                revision: Some(item.revision),
                ..whole.clone()
            });
            std::iter::once(whole.clone()).chain(items).collect()
        }
        // Sites have a record of their own.
        Origin::Many {} => Vec::new(),
    }
}
