//! HTML pages: one self-contained file each, without scripts, without anything from elsewhere.

mod article;
mod body;
mod bulletin;
mod fragment;
mod head;
mod markup;
mod page;
mod withdrawal;

pub(crate) use article::{Article, marks};
pub(crate) use body::{Medium, content_id};
pub(crate) use bulletin::Contents;
pub use bulletin::bulletin_html;
pub use fragment::fragment;
pub(crate) use fragment::fragment_of;
pub(crate) use markup::Markup;
pub use page::html;
pub(crate) use page::spoken;
pub use withdrawal::withdrawal_html;
