//! HTML pages without scripts, without anything from elsewhere.

mod article;
mod body;
mod bulletin;
mod fragment;
mod head;
mod markup;
mod medium;
mod page;
mod places;
mod withdrawal;

use crate::Picture;

pub(crate) use article::{Article, contact, label, marks, prose};
pub(crate) use body::BodyWriter;
pub(crate) use bulletin::{Contents, head as bulletin_head};
pub use bulletin::{bulletin_html, bulletin_html_in};
pub(crate) use fragment::fragment_of;
pub use fragment::{fragment, rich_text};
pub(crate) use head::{Head, Style};
pub(crate) use markup::Markup;
pub(crate) use medium::{Medium, content_id};
pub use page::{PageWithPictures, html, html_in, html_with_pictures};
pub(crate) use page::{Setting, head, mast, page, spoken};
pub(crate) use places::Places;
pub use withdrawal::withdrawal_html;
pub(crate) use withdrawal::{notice, said as withdrawal_said, title as withdrawal_title};

/// The path of a picture's file in a folder.
pub(crate) fn picture_path(folder: &str, hash: &str, picture: &Picture) -> String {
    folder.to_owned() + &medium::picture_file(hash, &picture.media_type)
}
