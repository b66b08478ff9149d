//! For what markup is made: which elements its reader knows, and where its pictures are.

/// A kind of reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Medium {
    /// Whether it is a mail program or a word processor, which know no `figure`.
    pub(crate) plain: bool,
    pub(crate) pictures: PicturePlace,
}

/// Where the pictures of a page are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PicturePlace {
    /// In the page, as data.
    Inside,
    /// In files, in a folder that is reached by this path.
    Beside(&'static str),
    /// In parts of the same mail.
    Parts,
}

impl Medium {
    /// A browser, and a file that travels alone.
    pub(crate) const PAGE: Self = Self { plain: false, pictures: PicturePlace::Inside };
    /// A mail program.
    pub(crate) const MAIL: Self = Self { plain: true, pictures: PicturePlace::Parts };
    /// A word processor or mail program into which somebody pastes.
    pub(crate) const PASTE: Self = Self { plain: true, pictures: PicturePlace::Inside };

    /// A browser, and pictures in a folder.
    pub(crate) const fn beside(folder: &'static str) -> Self {
        Self { plain: false, pictures: PicturePlace::Beside(folder) }
    }
}

/// The identifier of a picture's part in a mail, by the hash that figures name.
pub(crate) fn content_id(hash: &str) -> String {
    plain(hash) + "@picture"
}

/// The name of a picture's file, by the hash that figures name and the sort of its bytes.
pub(crate) fn picture_file(hash: &str, media_type: &str) -> String {
    let ending = match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/avif" => "avif",
        "image/svg+xml" => "svg",
        _ => "bin",
    };
    format!("{}.{ending}", plain(hash))
}

fn plain(hash: &str) -> String {
    hash.chars().filter(char::is_ascii_alphanumeric).collect()
}
