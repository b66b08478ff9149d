//! What Word, Outlook and LibreOffice write into HTML: lists as paragraphs, comments, footnotes.

use super::{dom::Dom, style::Style};
use crate::{
    lists::ListItem,
    tree::{Id, Tree},
};

/// Reads `mso-list:l0 level2 lfo1` of a paragraph. Word writes the bullet or number, too, as text
/// that only programs without lists should show.
pub(super) fn list_item(tree: &Dom, id: Id) -> Option<ListItem> {
    let value = style(tree, id).get("mso-list")?;
    let mut words = value.split_ascii_whitespace();
    let list = words.next().filter(|list| list.starts_with('l'))?;
    let level = words.next()?.strip_prefix("level")?.parse().ok()?;
    let marker = tree.descendants(id).find(|&at| is_list_marker(tree, at));
    let number = marker.and_then(|at| number_of(&tree.words(at)));
    Some(ListItem { list: list.to_owned(), level, number })
}

/// Whether the element is the bullet or number that Word wrote out.
pub(super) fn is_list_marker(tree: &Dom, id: Id) -> bool {
    style(tree, id).get("mso-list").is_some_and(|value| value.eq_ignore_ascii_case("ignore"))
}

/// Whether the element holds a comment.
pub(super) fn is_comment(tree: &Dom, id: Id) -> bool {
    style(tree, id).get("mso-element") == Some("comment")
        || tree.has_word(id, "class", "msocomtxt")
        || tree.has_word(id, "class", "sdannotation")
}

/// Whether the element is the mark of a comment in the text, or a line around the comments.
pub(super) fn is_comment_mark(tree: &Dom, id: Id) -> bool {
    ["MsoCommentReference", "msocomanchor", "msocomoff"]
        .into_iter()
        .any(|class| tree.has_word(id, "class", class))
}

/// Whether the element is the list of all footnotes, endnotes or comments.
pub(super) fn is_notes_list(tree: &Dom, id: Id) -> bool {
    style(tree, id).get("mso-element").is_some_and(|element| element.ends_with("-list"))
}

/// Whether the element is a tracked deletion.
pub(super) fn is_deletion(tree: &Dom, id: Id) -> bool {
    tree.name(id) == "del" || tree.has_word(id, "class", "msoDel")
}

/// Whether the element is a tracked insertion.
pub(super) fn is_insertion(tree: &Dom, id: Id) -> bool {
    tree.name(id) == "ins" || tree.has_word(id, "class", "msoIns")
}

/// Whether the element holds a footnote or endnote.
pub(super) fn is_footnote(tree: &Dom, id: Id) -> bool {
    let element = style(tree, id).get("mso-element").unwrap_or_default();
    let name = tree.attribute(id, "id").unwrap_or_default();
    let numbered = |begin: &str| {
        name.strip_prefix(begin)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    matches!(element, "footnote" | "endnote")
        || tree.name(id) == "div"
            && ["sdfootnote", "sdendnote", "ftn", "edn"].into_iter().any(numbered)
}

/// Whether the element is the number in front of a footnote's text, which leads back to the place.
pub(super) fn is_footnote_number(tree: &Dom, id: Id) -> bool {
    let class = |name| tree.has_word(id, "class", name);
    let leads_to = |begin: &str| {
        tree.attribute(id, "href")
            .is_some_and(|href| href.trim_start_matches('#').starts_with(begin))
    };
    tree.name(id) == "a"
        && (class("sdfootnotesym")
            || class("sdendnotesym")
            || leads_to("_ftnref")
            || leads_to("_ednref"))
}

/// Whether the element is the number of a footnote in the text.
pub(super) fn is_footnote_reference(tree: &Dom, id: Id) -> bool {
    let class = |name| tree.has_word(id, "class", name);
    let href = tree.attribute(id, "href").unwrap_or_default();
    tree.name(id) == "a"
        && (class("sdfootnoteanc")
            || class("sdendnoteanc")
            || href.starts_with("#_ftn")
            || href.starts_with("#_edn"))
        && !is_footnote_number(tree, id)
}

/// Elements of Word's smart tags: `st1:place`.
pub(super) fn is_smart_tag(name: &str) -> bool {
    name.strip_prefix("st")
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

fn style(tree: &Dom, id: Id) -> Style<'_> {
    Style::of(tree.attribute(id, "style"))
}

/// The number that a marker shows: `3.`, `(c)`, `iv)`, `1.2.` (whose last part counts). A bullet is
/// none, whatever letter its font makes a bullet of.
fn number_of(marker: &str) -> Option<u32> {
    let closed = marker.ends_with(['.', ')', ':']);
    let core = marker.trim_matches(|c: char| !c.is_alphanumeric());
    let last = core.rsplit('.').next().filter(|last| !last.is_empty())?;
    if let Ok(number) = last.parse() {
        return Some(number);
    }
    if !closed || !last.chars().all(char::is_alphabetic) {
        return None;
    }
    let lower = last.to_lowercase();
    roman(&lower).or_else(|| {
        let mut letters = lower.chars();
        match (letters.next(), letters.next()) {
            (Some(letter @ 'a'..='z'), None) => Some(u32::from(letter) - u32::from('a') + 1),
            _ => Some(1),
        }
    })
}

/// Roman numbers as lists have them. The lone letters c, d, l and m count as letters.
fn roman(word: &str) -> Option<u32> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let digits: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (at, &digit) in digits.iter().enumerate() {
        match digits.get(at + 1) {
            Some(&next) if next > digit => sum -= digit as i32,
            _ => sum += digit as i32,
        }
    }
    u32::try_from(sum).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_tell_numbers_from_bullets() {
        for (marker, number) in [
            ("3.", Some(3)),
            ("(c)", Some(3)),
            ("iv)", Some(4)),
            ("ix.", Some(9)),
            ("1.2.", Some(2)),
            ("·", None),
            ("o", None),
            ("§", None),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(number_of(marker), number, "{marker}");
        }
    }
}
