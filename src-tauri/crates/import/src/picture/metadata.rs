//! A picture's file without what it tells about its maker: what is needed to show the pixels is
//! copied, everything else is not, so that no block is forgotten that somebody invents next year.

use image::ImageFormat;

/// The file with its pixels, colour profile and resolution only; what follows its end goes, too.
/// `None` when the file breaks off or is not built as its format is.
pub(super) fn without(format: ImageFormat, bytes: &[u8]) -> Option<Vec<u8>> {
    match format {
        ImageFormat::Jpeg => jpeg(bytes),
        ImageFormat::Png => png(bytes),
        ImageFormat::WebP => webp(bytes),
        _ => None,
    }
}

/// Segments of a marker and, mostly, a length. The scan's bytes follow its segment up to the next
/// marker; in them `FF 00` is a byte and `FF D0` to `FF D7` are restarts (ITU T.81, B.1.1).
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const START: u8 = 0xd8;
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut out = bytes.get(..2).filter(|start| *start == [0xff, START])?.to_vec();
    let mut at = 2;
    loop {
        // Any number of FF bytes may stand before a marker.
        let start = at;
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at)?;
        if at == start {
            return None;
        }
        at += 1;
        if marker == END {
            out.extend([0xff, END]);
            return Some(out);
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let segment = bytes.get(at..at + length).filter(|_| length >= 2)?;
        at += length;
        let kept = match marker {
            // Tables, frames, scans, restart intervals.
            0xc0..=0xcf | 0xda..=0xdf => true,
            // JFIF's resolution, but not its thumbnail extension.
            0xe0 => segment[2..].starts_with(b"JFIF\0"),
            0xe2 => segment[2..].starts_with(b"ICC_PROFILE\0"),
            // Adobe's colour transform, without which CMYK shows inverted.
            0xee => segment[2..].starts_with(b"Adobe"),
            _ => false,
        };
        if kept {
            out.extend([0xff, marker]);
            out.extend(segment);
        }
        if marker == SCAN {
            let scan = at;
            while *bytes.get(at)? != 0xff || matches!(*bytes.get(at + 1)?, 0 | 0xd0..=0xd7 | 0xff) {
                at += 1;
            }
            out.extend(&bytes[scan..at]);
        }
    }
}

/// A signature, then chunks of length, name, data and checksum, the last one `IEND` (W3C PNG, 5).
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 13] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
        b"cICP", b"pHYs", b"bKGD",
    ];
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        let end = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        let name: &[u8; 4] = chunk[4..8].try_into().ok()?;
        if KEPT.contains(&name) {
            out.extend(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        at = end;
    }
}

/// A RIFF container of chunks with name, length and data filled up to an even length. The flags of
/// the header chunk say whether EXIF and XMP follow (RFC 9649, 2.7).
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
    const EXIF_AND_XMP: u8 = 0b0000_1100;
    let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let chunks = bytes.get(12..usize::try_from(size).ok()?.checked_add(8)?)?;
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut at = 0;
    while at < chunks.len() {
        let name: &[u8; 4] = chunks.get(at..at + 4)?.try_into().ok()?;
        let length = u32::from_le_bytes(chunks.get(at + 4..at + 8)?.try_into().ok()?);
        let end = at.checked_add(usize::try_from(length).ok()?)?.checked_add(8)?;
        let chunk = chunks.get(at..end)?;
        if KEPT.contains(&name) {
            let start = out.len();
            out.extend(chunk);
            if length % 2 == 1 {
                out.push(0);
            }
            if name == b"VP8X" && length > 0 {
                out[start + 8] &= !EXIF_AND_XMP;
            }
        }
        at = end + usize::from(length % 2 == 1);
    }
    let size = u32::try_from(out.len() - 8).ok()?.to_le_bytes();
    out[4..8].copy_from_slice(&size);
    Some(out)
}
