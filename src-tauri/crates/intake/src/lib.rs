//! What comes in from outside: a file becomes drafts, and the drafts come onto the desk.
//!
//! Architecture invariant: the only room in which the readers of files and the desk meet, so that
//! a file gives the same drafts whether it was dropped, chosen, named on the command line or left in
//! the inbox. A file of the inbox is only ever moved, into the folder `done` when its words are on
//! the desk and into `refused`, with the reason beside it, when it could not be read. A file that
//! can be neither taken nor moved stays where it is.

mod file;
mod folder;
mod keep;
mod rest;
mod take;
mod watch;

pub use file::{Unread, drafts_of, name_of};
pub use folder::{DONE, INBOX_SETTING, REFUSED, inbox_of, waiting};
pub use keep::{Drafted, keep, keep_pictures};
pub use take::{Arrival, InboxError, take};
pub use watch::{Watch, watch};
