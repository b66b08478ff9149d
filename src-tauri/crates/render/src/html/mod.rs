//! HTML pages: one self-contained file each, without scripts, without anything from elsewhere.

mod article;
mod body;
mod bulletin;
mod head;
mod markup;
mod page;
mod withdrawal;

pub use bulletin::bulletin_html;
pub use page::html;
pub use withdrawal::withdrawal_html;
