//! One line of text being put together: white space collapsed, runs of equal marks joined, and
//! what no reader can see taken out.

use dateline_model::{Inline, Marks};

/// Collects the inline content of one block.
#[derive(Debug, Default)]
pub(crate) struct Line {
    content: Vec<Inline>,
    /// White space that waits for a word to follow, and the marks that it stood under.
    gap: Option<(char, Marks)>,
}

impl Line {
    /// Adds words. A run of white space, line feeds and non-breaking spaces included, is one space;
    /// a single non-breaking space between two words stays.
    pub(crate) fn text(&mut self, text: &str, marks: &Marks) {
        let divides = |c: char| is_space(c) || is_invisible(c);
        for piece in text.split_inclusive(divides) {
            let end = piece.chars().next_back().filter(|&c| divides(c));
            let word = &piece[..piece.len() - end.map_or(0, char::len_utf8)];
            if !word.is_empty() {
                self.close_gap(marks);
                self.push(word, marks);
            }
            if let Some(space) = end.filter(|&c| is_space(c)) {
                self.gap = match self.gap.take() {
                    None if space == '\u{a0}' => Some((space, marks.clone())),
                    None => Some((' ', marks.clone())),
                    Some((_, under)) => Some((' ', under)),
                };
            }
        }
    }

    /// Adds a line break; one before the first word says nothing and is left out.
    pub(crate) fn line_break(&mut self) {
        self.gap = None;
        if !self.content.is_empty() {
            self.content.push(Inline::Break);
        }
    }

    /// Whether the last thing added was a line break.
    pub(crate) fn at_break(&self) -> bool {
        matches!(self.content.last(), Some(Inline::Break))
    }

    /// The line, without white space or breaks at its ends; the collector is empty afterwards.
    pub(crate) fn take(&mut self) -> Vec<Inline> {
        self.gap = None;
        let mut content = std::mem::take(&mut self.content);
        while matches!(content.last(), Some(Inline::Break)) {
            content.pop();
        }
        content
    }

    /// A space belongs to the marks that both of its neighbours share, so that emphasis never
    /// starts or ends with one: Markdown could not write it.
    fn close_gap(&mut self, after: &Marks) {
        let Some((space, under)) = self.gap.take() else { return };
        match self.content.last() {
            None | Some(Inline::Break) => {}
            Some(Inline::Text { marks, .. }) => {
                let shared = shared(marks, &shared(after, &under));
                self.push(space.encode_utf8(&mut [0; 4]), &shared);
            }
            Some(Inline::Unknown(_)) => {
                self.push(space.encode_utf8(&mut [0; 4]), &Marks::default());
            }
        }
    }

    fn push(&mut self, words: &str, under: &Marks) {
        if let Some(Inline::Text { text, marks }) = self.content.last_mut()
            && marks == under
        {
            text.push_str(words);
        } else {
            self.content.push(Inline::Text { text: words.to_owned(), marks: under.clone() });
        }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{a0}')
}

/// Soft hyphens and byte order marks split words for search and spelling, other control characters
/// break XML, and the object character stands in passages for what is not text.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{ad}' | '\u{feff}' | '\u{fffc}')
}

fn shared(a: &Marks, b: &Marks) -> Marks {
    Marks {
        link: if a.link == b.link { a.link.clone() } else { None },
        emphasis: a.emphasis && b.emphasis,
        strong: a.strong && b.strong,
        subscript: a.subscript && b.subscript,
        superscript: a.superscript && b.superscript,
        ..Marks::default()
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::line_text;

    use super::*;

    fn strong() -> Marks {
        Marks { strong: true, ..Marks::default() }
    }

    #[test]
    fn white_space_collapses_and_a_lone_non_breaking_space_stays() {
        let mut line = Line::default();
        line.text(
            "\u{a0} \u{a0}On 25\u{a0}July  the\n port\u{ad}s \u{a0} met \u{a0}",
            &Marks::default(),
        );
        assert_eq!(line_text(&line.take()), "On 25\u{a0}July the ports met");
    }

    #[test]
    fn spaces_at_the_edge_of_marks_stand_outside() {
        let mut line = Line::default();
        line.text("The ", &Marks::default());
        line.text(" first ", &strong());
        line.text("ship", &Marks::default());
        let texts: Vec<_> = line
            .take()
            .into_iter()
            .map(|inline| match inline {
                Inline::Text { text, marks } => (text, marks.strong),
                _ => panic!("only text"),
            })
            .collect();
        assert_eq!(
            texts,
            [("The ".into(), false), ("first".into(), true), (" ship".into(), false)]
        );
    }

    #[test]
    fn breaks_stand_only_between_words() {
        let mut line = Line::default();
        line.line_break();
        line.text("a ", &Marks::default());
        line.line_break();
        line.text(" b", &Marks::default());
        line.line_break();
        assert_eq!(line_text(&line.take()), "a\nb");
    }
}
