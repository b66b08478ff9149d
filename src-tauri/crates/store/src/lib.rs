//! The desk file: releases and their revisions, labels, library, pictures, bulletins, the record of
//! what left, and search over all of it, in one SQLite file.
//!
//! Architecture invariants: one thread writes, in transactions that are on disk when they are
//! acknowledged. Revisions, events and exports are appended, never changed. Lists page by position,
//! counts are kept: nothing here costs more because the desk is large. Time and authors come in as
//! values.

mod acceptance;
mod account;
mod backup;
mod bulk;
mod bulletin;
mod catalogue;
mod comment;
mod correction;
mod counts;
mod desk;
mod edition;
mod error;
mod export;
mod file;
mod generate;
mod hit;
mod index;
mod label;
mod labels;
mod library;
mod list;
mod mention;
mod migrations;
mod outside;
mod packed;
mod picture;
mod plan;
mod position;
mod query;
mod question;
mod rank;
mod readers;
mod reading;
mod reference;
mod release;
mod replace;
mod revision;
mod row;
mod search;
mod sign_off;
mod since;
mod site;
mod snippet;
mod split;
mod take_back;
mod time;
mod vocabulary;
mod words;
mod workflow;
mod writer;

pub use account::{account_folder, usual_desk};
pub use bulk::Bulk;
pub use catalogue::Card;
pub use comment::{Comment, Resolved, Thread};
pub use correction::Correcting;
pub use counts::{BulletinTitle, Counted, Counts};
pub use dateline_model::LabelSort;
pub use desk::Desk;
pub use edition::Edition;
pub use error::DeskError;
pub use export::ExportRecord;
pub use label::LabelId;
pub use library::{NamedPlace, Person, PieceSort, Put};
pub use mention::{Gleaner, Said};
pub use picture::Picture;
pub use plan::{Planned, PlannedFor};
pub use question::{Cursor, Order, Page, Question, Queue, Row};
pub use release::{NewRelease, sha256};
pub use replace::{Chosen, Found, FoundIn, Replaced};
pub use revision::{Cause, RevisionInfo};
pub use sign_off::SignOff;
pub use site::{SitePage, SiteRun};
pub use vocabulary::{Change, Loaded, NewLabel};
pub use workflow::{APPROVER_SETTING, Event, Move, What};
