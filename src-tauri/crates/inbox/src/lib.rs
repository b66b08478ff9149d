//! The inbox folder: what is dropped there becomes a draft, and no file of anybody's is lost.
//!
//! Architecture invariant: a file is only ever moved, into the folder `done` when its words are on
//! the desk and into `refused`, with the reason beside it, when it could not be read. A file that
//! can be neither taken nor moved stays where it is.

mod folder;
mod rest;
mod take;
mod watch;

pub use folder::{DONE, REFUSED, waiting};
pub use take::{Arrival, Drafted, InboxError, take};
pub use watch::{Watch, watch};
