//! The copy desk: the checks as one desk runs them, against its archive and in its house style.
//!
//! Architecture invariant: the store knows nothing of checks, and the checks know nothing of a desk
//! file or a disk. This is the room in which they meet, and the only one: the command line, the
//! window and the gate all ask here, so that a finding is the same everywhere.

mod archive;
mod dictionaries;
mod house_style;
mod review;

pub use archive::{DeskArchive, keep_archive};
pub use dictionaries::{AddError, add_dictionary, dictionaries_folder};
pub use house_style::{
    Choice, StyleFault, accept_word, except, follow, followed, house_style, import_vale_rule,
    keep_house_style, set_rule, stop_following,
};
pub use review::{CopyDesk, Review, accept};
