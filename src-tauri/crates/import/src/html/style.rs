//! What inline CSS says that a text can keep: bold, italic, raised, lowered, hidden. Everything else
//! of it is looks.

/// The declarations of a `style` attribute. Word's own (`mso-…`) are among them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style<'a>(Option<&'a str>);

impl<'a> Style<'a> {
    pub(super) fn of(attribute: Option<&'a str>) -> Self {
        Self(attribute)
    }

    /// The value of a property, the last where it is given twice.
    pub(super) fn get(self, property: &str) -> Option<&'a str> {
        let mut declarations = self.0?.rsplit(';').filter_map(|one| one.split_once(':'));
        let (_, value) =
            declarations.find(|(name, _)| name.trim().eq_ignore_ascii_case(property))?;
        Some(value.trim().trim_end_matches("!important").trim())
    }

    fn is(self, property: &str, values: &[&str]) -> bool {
        self.get(property).is_some_and(|value| values.iter().any(|v| value.eq_ignore_ascii_case(v)))
    }

    /// Bold or not, where it says so. 600 is the lightest weight that reads as bold.
    pub(super) fn strong(self) -> Option<bool> {
        let weight = self.get("font-weight")?;
        match weight.parse::<u32>() {
            Ok(number) => Some(number >= 600),
            Err(_) if ["bold", "bolder"].iter().any(|w| weight.eq_ignore_ascii_case(w)) => {
                Some(true)
            }
            Err(_) if ["normal", "lighter"].iter().any(|w| weight.eq_ignore_ascii_case(w)) => {
                Some(false)
            }
            Err(_) => None,
        }
    }

    /// Italic or not, where it says so.
    pub(super) fn emphasis(self) -> Option<bool> {
        if self.is("font-style", &["italic", "oblique"]) {
            Some(true)
        } else if self.is("font-style", &["normal"]) {
            Some(false)
        } else {
            None
        }
    }

    pub(super) fn superscript(self) -> bool {
        self.is("vertical-align", &["super"])
    }

    pub(super) fn subscript(self) -> bool {
        self.is("vertical-align", &["sub"])
    }

    /// Whether line feeds are line breaks.
    pub(super) fn keeps_lines(self) -> bool {
        self.is("white-space", &["pre", "pre-wrap", "pre-line", "break-spaces"])
    }

    pub(super) fn hides(self) -> bool {
        self.is("display", &["none"])
            || self.is("visibility", &["hidden", "collapse"])
            || self.is("mso-hide", &["all"])
    }

    /// Whether it says anything about looks, for the count.
    pub(super) fn is_some(self) -> bool {
        self.0.is_some_and(|style| !style.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_property_is_read_by_its_whole_name() {
        let style =
            Style::of(Some("mso-bidi-font-weight:normal;FONT-WEIGHT: 700 !important;color:red"));
        assert_eq!(style.strong(), Some(true));
        assert_eq!(Style::of(Some("font-weight:normal")).strong(), Some(false));
        assert_eq!(Style::of(Some("mso-bidi-font-weight:normal")).strong(), None);
        assert_eq!(Style::of(None).strong(), None);
        assert!(Style::of(Some("display:block;display:none")).hides());
    }
}
