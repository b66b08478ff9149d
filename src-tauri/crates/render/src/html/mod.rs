//! HTML pages: one self-contained file each, without scripts, without anything from elsewhere.

mod article;
mod body;
mod bulletin;
mod fragment;
mod head;
mod markup;
mod page;
mod withdrawal;

pub use bulletin::bulletin_html;
pub use fragment::fragment;
pub(crate) use fragment::fragment_of;
pub use page::html;
pub use withdrawal::withdrawal_html;
