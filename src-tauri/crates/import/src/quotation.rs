//! Whose words a quotation holds: the line "— Speaker, position" below it.

use dateline_model::{Block, Inline, line_text};

/// Takes the attribution off the end of a quotation's paragraphs: the last paragraph, or the last
/// line of it, where it begins with a dash. Gives speaker and position, empty where there are none.
pub(crate) fn take_attribution(content: &mut Vec<Block>) -> (String, String) {
    let none = || (String::new(), String::new());
    let paragraphs = content.len();
    let Some(Block::Paragraph(line)) = content.last_mut() else { return none() };
    let last = line.iter().rposition(|inline| matches!(inline, Inline::Break));
    let start = last.map_or(0, |at| at + 1);
    // A quotation that is nothing but a dash and words has no attribution.
    if last.is_none() && paragraphs == 1 {
        return none();
    }
    let text = line_text(&line[start..]);
    let Some(said) = after_dash(&text) else { return none() };
    let parts = split(said);
    match last {
        Some(at) => line.truncate(at),
        None => {
            content.pop();
        }
    }
    parts
}

/// "Speaker, position" as two, with the comma of any script.
pub(crate) fn split(attribution: &str) -> (String, String) {
    let attribution = attribution.trim();
    let (speaker, position) =
        attribution.split_once([',', '،', '，', '、']).unwrap_or((attribution, ""));
    (speaker.trim().to_owned(), position.trim().to_owned())
}

/// The words after the dash of an attribution; `None` when it is none, or as long as a sentence.
fn after_dash(text: &str) -> Option<&str> {
    /// A name with the longest of positions.
    const LONGEST: usize = 200;
    let said = ["—", "–", "--", "―"].iter().find_map(|dash| text.trim().strip_prefix(dash))?.trim();
    (!said.is_empty() && said.chars().count() <= LONGEST && !said.contains('\n')).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(paragraphs: &[&str]) -> (String, String, usize) {
        let mut content = paragraphs.iter().map(|p| Block::paragraph(p)).collect();
        let (speaker, position) = take_attribution(&mut content);
        (speaker, position, content.len())
    }

    #[test]
    fn the_last_line_names_the_speaker() {
        let said = |speaker: &str, position: &str, n| (speaker.to_owned(), position.to_owned(), n);
        assert_eq!(
            taken(&["We are ready.", "— Anna Berg, Harbour Master, Vestmark"]),
            said("Anna Berg", "Harbour Master, Vestmark", 1)
        );
        assert_eq!(taken(&["We are ready.\n— Anna Berg"]), said("Anna Berg", "", 1));
        assert_eq!(
            taken(&["نحن جاهزون.", "— آنا بيرغ، مديرة الميناء"]),
            said("آنا بيرغ", "مديرة الميناء", 1)
        );
        assert_eq!(taken(&["We are ready."]), said("", "", 1));
        assert_eq!(taken(&["– We are ready."]), said("", "", 1));
    }
}
