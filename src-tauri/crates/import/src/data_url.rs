//! Pictures that a text carries inside itself, as `data:` addresses.

use base64::engine::GeneralPurpose;
use base64::{Engine, engine::DecodePaddingMode, engine::general_purpose::GeneralPurposeConfig};

use crate::{Image, Refusal, picture::picture};

/// Padding is often forgotten, and says nothing.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The picture in an address; `None` when it is no `data:` address.
pub(crate) fn read(address: &str) -> Option<Result<Image, Refusal>> {
    let rest =
        address.get(..5).filter(|s| s.eq_ignore_ascii_case("data:")).map(|_| &address[5..])?;
    let (kind, data) = rest.split_once(',').unwrap_or((rest, ""));
    let bytes = if kind.to_lowercase().ends_with(";base64") {
        let packed: String = data.chars().filter(|c| !c.is_whitespace()).collect();
        let packed = percent_encoding::percent_decode_str(&packed).collect::<Vec<u8>>();
        BASE64.decode(packed).unwrap_or_default()
    } else {
        percent_encoding::percent_decode_str(data).collect()
    };
    Some(picture("The picture", &bytes))
}
