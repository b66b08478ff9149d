//! Pictures as they come in: recognised, cleaned of what they tell about their maker, and sized.

/// A picture for a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// SHA-256 of the bytes, in lower-case hexadecimal; figures name it.
    pub hash: String,
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}
