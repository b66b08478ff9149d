//! When a file is whole: once nothing about it has changed for a while.
//!
//! No system says reliably that a file has been written to its end, and a copy over the network
//! comes in pieces. So a file is taken when its size and its time stood still between two looks.

use std::{
    collections::HashMap,
    path::PathBuf,
    time::{Duration, Instant, SystemTime},
};

/// How long a file must stand still. A draft is to be there within a second of the drop.
const REST: Duration = Duration::from_millis(300);

/// What shows that a file changed.
pub(crate) type State = (u64, Option<SystemTime>);

/// The files of a folder, as they were last seen.
#[derive(Debug, Default)]
pub(crate) struct AtRest {
    seen: HashMap<PathBuf, Seen>,
}

#[derive(Debug)]
struct Seen {
    state: State,
    since: Instant,
    handed_on: bool,
}

impl AtRest {
    /// The files that have come to rest, each once for as long as it does not change, and how long
    /// to wait before the next look, when others are still moving.
    pub(crate) fn look(
        &mut self,
        files: &[(PathBuf, State)],
        now: Instant,
    ) -> (Vec<PathBuf>, Option<Duration>) {
        self.seen.retain(|file, _| files.iter().any(|(there, _)| there == file));
        let (mut resting, mut wait) = (Vec::new(), None::<Duration>);
        for (file, state) in files {
            let fresh = || Seen { state: *state, since: now, handed_on: false };
            let seen = self.seen.entry(file.clone()).or_insert_with(fresh);
            if seen.state != *state {
                *seen = fresh();
            }
            if seen.handed_on {
                continue;
            }
            let rested = now.saturating_duration_since(seen.since);
            if rested >= REST {
                seen.handed_on = true;
                resting.push(file.clone());
            } else {
                let left = REST - rested;
                wait = Some(wait.map_or(left, |wait| wait.min(left)));
            }
        }
        (resting, wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(size: u64) -> [(PathBuf, State); 1] {
        [(PathBuf::from("notice.txt"), (size, None))]
    }

    #[test]
    fn a_file_is_taken_once_it_stands_still() {
        let (mut files, start) = (AtRest::default(), Instant::now());
        assert_eq!(files.look(&file(10), start), (vec![], Some(REST)));
        let later = start + REST / 3;
        assert_eq!(files.look(&file(10), later), (vec![], Some(REST - REST / 3)));
        let (taken, wait) = files.look(&file(10), start + REST);
        assert_eq!((taken.len(), wait), (1, None));
        // It could not be moved, say; it is not tried again and again.
        assert_eq!(files.look(&file(10), start + 9 * REST), (vec![], None));
    }

    #[test]
    fn a_file_that_grows_is_waited_for() {
        let (mut files, start) = (AtRest::default(), Instant::now());
        for step in 0..5_u32 {
            let (taken, wait) = files.look(&file(u64::from(step)), start + step * REST);
            assert_eq!((taken.len(), wait), (0, Some(REST)), "at step {step}");
        }
        assert_eq!(files.look(&file(4), start + 5 * REST).0.len(), 1);
    }

    #[test]
    fn another_file_of_the_same_name_is_a_new_one() {
        let (mut files, start) = (AtRest::default(), Instant::now());
        files.look(&file(10), start);
        assert_eq!(files.look(&file(10), start + REST).0.len(), 1);
        files.look(&[], start + 2 * REST);
        files.look(&file(10), start + 3 * REST);
        assert_eq!(files.look(&file(10), start + 4 * REST).0.len(), 1);
    }
}
