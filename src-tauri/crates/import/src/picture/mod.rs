//! Pictures as they come in: recognised by their bytes, freed of what they tell about their maker,
//! and no larger than a page can show.

mod metadata;

use dateline_model::say;
use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
    metadata::Orientation,
};
use sha2::{Digest, Sha256};

use crate::Refusal;

/// The most bytes of a picture's file; a camera's largest JPEG has some 40 MB.
pub const PICTURE_LIMIT: u64 = 60_000_000;

/// The most pixels of a picture: telephones take up to 64 million. Above, decoding takes more memory
/// than a desk computer can spare.
const MOST_PIXELS: u64 = 80_000_000;

/// The most bytes of its pixels: three or four for each of as many. Some write sixteen bits for each
/// colour, and a small file can unpack to twice the memory.
const MOST_BYTES: u64 = 4 * MOST_PIXELS;

/// The longest side in pixels. A page shows pictures 700 pixels wide, print at the width of a
/// column needs some 2000.
const LONGEST_SIDE: u32 = 2400;

/// The quality of JPEG written anew; above this files grow faster than anybody sees a difference.
const JPEG_QUALITY: u8 = 88;

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
    /// The file, without metadata.
    pub bytes: Vec<u8>,
}

/// Takes a picture from a file's bytes. Metadata (EXIF with its place and time, XMP, comments) is
/// taken out; a colour profile stays; a picture that lies on its side is turned upright; one longer
/// than 2400 pixels is scaled down. `name` stands in what is said about it.
///
/// # Errors
/// When it is no JPEG, PNG or WebP, is damaged, or is too large to be opened.
pub fn picture(name: &str, bytes: &[u8]) -> Result<Image, Refusal> {
    if bytes.len() as u64 > PICTURE_LIMIT {
        return Err(Refusal::TooLarge {
            name: name.to_owned(),
            size: bytes.len() as u64,
            limit: PICTURE_LIMIT,
            advice: Box::new(say!("Save it smaller in an image editor and insert that.")),
        });
    }
    let format = image::guess_format(bytes).ok().filter(|format| {
        matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
    });
    let Some(format) = format else {
        return Err(Refusal::Foreign {
            name: name.to_owned(),
            what: say!("no JPEG, PNG or WebP picture"),
            advice: Box::new(say!("Save it as one of these in an image editor and insert that.")),
        });
    };
    let damaged = |why: image::ImageError| Refusal::Damaged {
        name: name.to_owned(),
        why: say!("the picture is damaged ({why})", why = why.to_string()),
        advice: Box::new(say!("Open it in an image editor, save it anew and insert that.")),
    };
    let mut decoder =
        ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::Damaged {
            name: name.to_owned(),
            why: say!(
                "the picture has {width} × {height} pixels, more than {most} million",
                width,
                height,
                most = MOST_PIXELS / 1_000_000
            ),
            advice: Box::new(say!("Save it smaller in an image editor and insert that.")),
        });
    }
    if decoder.total_bytes() > MOST_BYTES {
        return Err(Refusal::Damaged {
            name: name.to_owned(),
            why: say!(
                "the picture unpacks to {size} MB, more than {most}",
                size = decoder.total_bytes() / 1_000_000,
                most = MOST_BYTES / 1_000_000
            ),
            advice: Box::new(say!(
                "Save it with 8 bits for each colour in an image editor and insert that."
            )),
        });
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let upright = orientation == Orientation::NoTransforms;
    if upright && width.max(height) <= LONGEST_SIDE {
        // The pixels stay as they are, so that nothing is lost by writing them anew.
        let bytes = metadata::without(format, bytes).ok_or_else(|| Refusal::Damaged {
            name: name.to_owned(),
            why: say!("the picture’s file breaks off or is damaged"),
            advice: Box::new(say!("Open it in an image editor, save it anew and insert that.")),
        })?;
        return Ok(image_of(format, width, height, bytes));
    }
    let profile = decoder.icc_profile().unwrap_or_default();
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    pixels = scaled(pixels);
    pixels.apply_orientation(orientation);
    let (format, bytes) = encoded(&pixels, format, profile).map_err(damaged)?;
    Ok(image_of(format, pixels.width(), pixels.height(), bytes))
}

fn image_of(format: ImageFormat, width: u32, height: u32, bytes: Vec<u8>) -> Image {
    let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Image { hash, media_type: format.to_mime_type().to_owned(), width, height, bytes }
}

/// Scales down to the longest side: first by whole pixels to twice of it, which needs little memory,
/// then finely.
fn scaled(pixels: DynamicImage) -> DynamicImage {
    let longest = pixels.width().max(pixels.height());
    if longest <= LONGEST_SIDE {
        return pixels;
    }
    let twice = 2 * LONGEST_SIDE;
    let pixels = if longest > twice { pixels.thumbnail(twice, twice) } else { pixels };
    pixels.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::CatmullRom)
}

/// Writes the pixels as JPEG where the source was lossy and nothing shines through, else as PNG.
fn encoded(
    pixels: &DynamicImage,
    source: ImageFormat,
    profile: Option<Vec<u8>>,
) -> image::ImageResult<(ImageFormat, Vec<u8>)> {
    let mut bytes = Vec::new();
    if source == ImageFormat::Png || pixels.color().has_alpha() {
        let mut encoder = PngEncoder::new(&mut bytes);
        // A profile that the encoder does not take changes colours slightly; it is no reason to refuse.
        let _ = profile.map(|profile| encoder.set_icc_profile(profile));
        pixels.write_with_encoder(encoder)?;
        return Ok((ImageFormat::Png, bytes));
    }
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    let _ = profile.map(|profile| encoder.set_icc_profile(profile));
    match pixels {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) => {
            pixels.write_with_encoder(encoder)?;
        }
        other => DynamicImage::from(other.to_rgb8()).write_with_encoder(encoder)?,
    }
    Ok((ImageFormat::Jpeg, bytes))
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;

    fn pixels(width: u32, height: u32) -> DynamicImage {
        let shade = |x: u32, y: u32| Rgb([(x % 256) as u8, (y % 256) as u8, 80]);
        DynamicImage::from(RgbImage::from_fn(width, height, shade))
    }

    fn file(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        pixels(width, height).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// An EXIF block that turns the picture by a quarter and names a maker and a place.
    fn exif(orientation: u8) -> Vec<u8> {
        let mut block = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        block.extend([orientation, 0, 0, 0, 0, 0, 0]);
        block.extend(b"GPS 59.91N 10.75E, camera of A. Berg");
        block
    }

    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let exif = exif(orientation);
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..], b"trailer GPS"].concat()
    }

    #[test]
    fn metadata_goes_and_pixels_stay() {
        let plain = file(ImageFormat::Jpeg, 40, 20);
        let image = picture("a.jpg", &with_exif(&plain, 1)).unwrap();
        assert_eq!((image.width, image.height), (40, 20));
        assert_eq!(image.media_type, "image/jpeg");
        assert_eq!(image.bytes, plain);
        assert_eq!(image.hash.len(), 64);
    }

    #[test]
    fn every_format_is_recognised_by_its_bytes() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let bytes = file(format, 30, 10);
            let image = picture("misnamed.gif", &bytes).unwrap();
            assert_eq!(image.media_type, format.to_mime_type());
            let read = image::load_from_memory_with_format(&image.bytes, format).unwrap();
            assert_eq!((read.width(), read.height()), (30, 10));
        }
    }

    #[test]
    fn a_picture_on_its_side_is_turned() {
        let image = picture("a.jpg", &with_exif(&file(ImageFormat::Jpeg, 40, 20), 6)).unwrap();
        assert_eq!((image.width, image.height), (20, 40));
        assert!(!image.bytes.windows(3).any(|bytes| bytes == b"GPS"));
    }

    #[test]
    fn large_pictures_are_scaled_down() {
        let image = picture("a.jpg", &file(ImageFormat::Jpeg, 2600, 1300)).unwrap();
        assert_eq!((image.width, image.height), (2400, 1200));
    }

    #[test]
    fn a_hundred_megapixels_are_refused_before_they_are_decoded() {
        let png = declaring(10_000, 10_000, 8);
        let said = picture("tower.png", &png).unwrap_err().to_string();
        assert_eq!(
            said,
            "“tower.png” could not be read: the picture has 10000 × 10000 pixels, more than 80 million. Save it smaller in an image editor and insert that."
        );
    }

    #[test]
    fn a_small_file_that_unpacks_to_far_more_is_refused_before_it_is_decoded() {
        let said = picture("bomb.png", &declaring(9_000, 8_000, 16)).unwrap_err().to_string();
        assert_eq!(
            said,
            "“bomb.png” could not be read: the picture unpacks to 432 MB, more than 320. Save it with 8 bits for each colour in an image editor and insert that."
        );
    }

    /// A PNG of a few bytes whose header says more.
    fn declaring(width: u32, height: u32, bits: u8) -> Vec<u8> {
        let mut png = file(ImageFormat::Png, 10, 10);
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        png[24] = bits;
        let sum = crc32(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        png
    }

    /// The checksum of a PNG chunk.
    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, &byte| {
            (0..8).fold(crc ^ u32::from(byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            })
        })
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for bytes in [
            b"".as_slice(),
            b"<svg/>",
            b"GIF89a\x01\0\x01\0",
            b"\xff\xd8\xff\xe0",
            b"RIFF\0\0\0\0WEBP",
        ] {
            assert!(picture("x", bytes).is_err());
        }
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let whole = file(format, 64, 64);
            assert!(picture("cut", &whole[..whole.len() / 2]).is_err(), "{format:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(
            format in 0..3_usize,
            cut in 0..2000_usize,
            changes in proptest::collection::vec((0..2000_usize, proptest::num::u8::ANY), 0..8),
        ) {
            let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][format];
            let mut bytes = with_exif(&file(ImageFormat::Jpeg, 16, 16), 6);
            if format != ImageFormat::Jpeg {
                bytes = file(format, 16, 16);
            }
            for (at, byte) in changes {
                let length = bytes.len();
                bytes[at % length] = byte;
            }
            bytes.truncate(bytes.len().saturating_sub(cut % 200));
            let _ = picture("any", &bytes);
            let _ = metadata::without(format, &bytes);
        }
    }
}
