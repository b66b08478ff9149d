//! Bytes to text: recognises how a file's letters were written down, converts it, and says so.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use dateline_model::{Sentence, say};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Refusal;

/// A file's text, and what was done to read it.
#[derive(Debug)]
pub struct Decoded {
    /// The text, in Unicode.
    pub text: String,
    /// `None` for sound UTF-8, which needs no word.
    pub note: Option<Sentence>,
}

/// How much of a file is looked at to recognise UTF-16 without a mark: more changes no verdict.
const SAMPLE: usize = 8192;

/// A file with more control characters than one in so many is no text.
const TEXT_PER_CONTROL: usize = 50;

/// Sound multi-byte characters that one damaged byte must be outweighed by before a file counts as
/// damaged UTF-8 and not as text in an older encoding, where such sequences are rare accidents.
const SOUND_PER_DAMAGED: usize = 4;

/// Reads the text of a file.
///
/// # Errors
/// When it is empty, or its bytes are no text.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Decoded, Refusal> {
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => convert(encoding, &bytes[mark..]),
        None => match utf16_without_mark(bytes) {
            Some(encoding) => convert(encoding, bytes),
            None if bytes.contains(&0) => return Err(no_text(name)),
            None => eight_bit(bytes),
        },
    };
    if decoded.text.trim().is_empty() {
        return Err(Refusal::Empty { name: name.to_owned() });
    }
    let controls = decoded.text.chars().filter(|&c| is_foreign_control(c)).count();
    if controls * TEXT_PER_CONTROL > decoded.text.chars().count() {
        return Err(no_text(name));
    }
    Ok(decoded)
}

fn no_text(name: &str) -> Refusal {
    Refusal::Foreign {
        name: name.to_owned(),
        what: say!("not a text file"),
        advice: Box::new(say!("Save the text as .txt, .md, .html, .docx or .odt and import that.")),
    }
}

/// Control characters that texts do not contain; white space, the end-of-file mark of DOS and the
/// few that word processors leave in exported text excepted.
fn is_foreign_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}')
}

fn convert(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let mut said = Vec::new();
    if encoding != UTF_8 {
        said.push(say!(
            "The file was written in {encoding} and was converted.",
            encoding = shown_name(encoding)
        ));
    }
    if damaged {
        said.push(damage(&text));
    }
    let note = (!said.is_empty()).then(|| Sentence::joined(said, " "));
    Decoded { text: text.into_owned(), note }
}

fn damage(text: &str) -> Sentence {
    match text.matches('\u{FFFD}').count() {
        1 => say!("One damaged character could not be read and stands as “�”."),
        count => {
            say!("{count} damaged characters could not be read and stand as “�”.", count)
        }
    }
}

fn eight_bit(bytes: &[u8]) -> Decoded {
    if is_damaged_utf8(bytes) || std::str::from_utf8(bytes).is_ok() {
        return convert(UTF_8, bytes);
    }
    if let Some(encoding) = declared(bytes) {
        return convert(encoding, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    convert(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// The encoding that a page names in its head, where it names an older one. That it is UTF-8 would
/// have shown.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    /// Where browsers look for it.
    const HEAD: usize = 1024;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    if !head.contains("<meta") {
        return None;
    }
    let label = head.split("charset=").nth(1)?.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
    let encoding = Encoding::for_label(&label.as_bytes()[..end.unwrap_or(label.len())])?;
    encoding.is_ascii_compatible().then_some(encoding).filter(|&encoding| encoding != UTF_8)
}

/// Whether the bytes are UTF-8 but for a few, e.g. a file cut inside a character.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let mut sound = 0;
    let mut damaged = 0;
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    damaged > 0 && sound >= damaged * SOUND_PER_DAMAGED
}

/// UTF-16 by its pattern: the blanks, digits and punctuation of any text leave zero bytes on one
/// side of each pair and none on the other, and the whole decodes to sound text.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    if pairs == 0 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, high) if high * 20 >= pairs => UTF_16LE,
        (high, 0) if high * 20 >= pairs => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.chars().any(is_foreign_control)).then_some(encoding)
}

/// The encoding's name as press officers know it from their programs.
fn shown_name(encoding: &'static Encoding) -> String {
    match encoding.name().strip_prefix("windows-") {
        Some(page) => format!("Windows-{page}"),
        None => encoding.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str =
        "Порт Вестмарк принял первое судно сезона. «Мы ждали этого с марта», — сказала Анна Берг.";
    const ENGLISH: &str =
        "The “Clean Harbour” drill – the port’s first – café staff and all, cost €3,000.";

    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn every_usual_encoding_is_recognised_converted_and_named() {
        use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
        for (bytes, text, name) in [
            (encoded(RUSSIAN, WINDOWS_1251), RUSSIAN, Some("Windows-1251")),
            (encoded(ENGLISH, WINDOWS_1252), ENGLISH, Some("Windows-1252")),
            (utf16(RUSSIAN, u16::to_le_bytes), RUSSIAN, Some("UTF-16LE")),
            (utf16(RUSSIAN, u16::to_be_bytes), RUSSIAN, Some("UTF-16BE")),
            (utf16(ENGLISH, u16::to_le_bytes), ENGLISH, Some("UTF-16LE")),
            (utf16(&format!("\u{feff}{ENGLISH}"), u16::to_be_bytes), ENGLISH, Some("UTF-16BE")),
            (RUSSIAN.as_bytes().to_vec(), RUSSIAN, None),
            (format!("\u{feff}{RUSSIAN}").into_bytes(), RUSSIAN, None),
        ] {
            let decoded = decode("a.txt", &bytes).unwrap();
            assert_eq!(decoded.text, text);
            match name {
                Some(name) => assert!(decoded.note.unwrap().to_string().contains(name)),
                None => assert_eq!(decoded.note, None),
            }
        }
    }

    #[test]
    fn a_file_cut_inside_a_character_is_read_and_the_damage_told() {
        let bytes = &RUSSIAN.as_bytes()[..RUSSIAN.find("принял").unwrap() + 1];
        let decoded = decode("cut.txt", bytes).unwrap();
        assert_eq!(decoded.text, "Порт Вестмарк \u{fffd}");
        assert_eq!(
            decoded.note.unwrap(),
            "One damaged character could not be read and stands as “\u{fffd}”."
        );
    }

    #[test]
    fn a_page_s_own_word_decides_where_bytes_leave_it_open() {
        let page =
            "<html><meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\"><p>Да";
        let decoded = decode("a.html", &encoded(page, encoding_rs::KOI8_R)).unwrap();
        assert!(decoded.text.ends_with("<p>Да"));
        assert_eq!(decoded.note.unwrap(), "The file was written in KOI8-R and was converted.");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [b"\x01\x02\x03\x00\x05\x06\x00\x01\x02".as_slice(), &[7; 100]] {
            assert!(matches!(decode("x.bin", bytes), Err(Refusal::Foreign { .. })));
        }
        for bytes in [b"".as_slice(), b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"] {
            assert!(matches!(decode("x.txt", bytes), Err(Refusal::Empty { .. })));
        }
    }
}
