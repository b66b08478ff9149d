//! The words of a press office: what a release, a body, an embargo or a stage *is*, and the rules
//! that hold for it wherever it goes.
//!
//! Architecture invariant: this crate does no I/O and reads no clock. Time comes in as a value.

mod acceptance;
mod approval;
mod body;
mod bulletin;
mod dates;
mod embargo;
mod find;
mod kind;
mod label;
mod language;
mod mention;
mod node;
mod office;
mod passage;
mod pieces;
mod release;
mod sentence;
mod slug;
mod split;
mod stage;
mod suggestion;

pub use acceptance::Acceptance;
pub use approval::{Approval, Lack, lacks};
pub use body::{Align, Block, Body, Cell, Figure, Inline, Item, Marks, Row, Table};
pub use bulletin::{Bulletin, BulletinId, EmbargoedItems, ItemForm};
pub use dates::{long_date, month_names, parse_date, weekday_names};
pub use embargo::{Embargo, EmbargoError};
pub use find::{Find, Hit};
pub use kind::{Kind, Profile, Slot};
pub use label::LabelSort;
pub use language::{Direction, Language, NoLanguage, QuoteMarks};
pub use mention::Mention;
pub use node::Node;
pub use office::{DatelineStyle, EndMark, Office};
pub use passage::{Passage, PassagePlace, line_text};
pub use pieces::{Boilerplate, Contact, PieceId};
pub use release::{Content, Correction, Release, ReleaseId, RevisionId};
pub use sentence::{English, Fill, Sentence, Tongue, Value, places_are_filled, speaking};
pub use slug::slug;
pub use stage::{Stage, UnknownWord};
pub use suggestion::Suggestion;
