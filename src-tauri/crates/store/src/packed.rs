//! A content made ready for the desk: written out, hashed and folded, before the writer takes it.
//!
//! So the one thread that writes does nothing that another could do, and an archive is made ready on
//! all cores.

use std::{borrow::Cow, num::NonZero, thread};

use dateline_model::Content;

use crate::{DeskError, NewRelease, index::Words, sha256};

/// A content, ready.
pub(crate) struct Packed {
    pub(crate) json: String,
    /// The same as [`Content::hash`], which hashes this JSON where nothing is suggested in it.
    pub(crate) hash: String,
    pub(crate) words: Words,
}

impl Packed {
    pub(crate) fn of(content: &Content) -> Result<Self, DeskError> {
        let json = serde_json::to_string(content)?;
        let hash = match content.settled() {
            Cow::Borrowed(_) => sha256(json.as_bytes()),
            Cow::Owned(settled) => settled.hash(),
        };
        Ok(Self { json, hash, words: Words::of(content) })
    }

    /// Many at once, in the order given.
    pub(crate) fn all(new: &[NewRelease]) -> Result<Vec<Self>, DeskError> {
        on_all_cores(new, |new| Self::of(&new.content)).into_iter().collect()
    }
}

/// Does the same work for each, a share on each core; the results in the order given.
pub(crate) fn on_all_cores<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let work = &work;
        let shares: Vec<_> = items
            .chunks(share)
            .map(|share| scope.spawn(move || share.iter().map(work).collect::<Vec<_>>()))
            .collect();
        // A share that panicked panics here, where it would have without threads.
        let joined = shares
            .into_iter()
            .map(|share| share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_approvals_are_bound_to() {
        let content = Content { headline: "Fairway open".into(), ..Content::default() };
        assert_eq!(Packed::of(&content).unwrap().hash, content.hash());
    }
}
