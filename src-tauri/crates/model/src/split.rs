//! One release made into two, and two into one, so that nothing of either is lost.

use std::borrow::Cow;

use crate::{Block, Body, Content, line_text};

/// Characters of a first line that can still be a headline; the checks warn above it.
const HEADLINE: usize = 120;

impl Content {
    /// A release of the end of this one's text, with its language, kind, dateline, embargo, pieces
    /// and contacts. A heading or a short line without a full stop at its beginning becomes the
    /// headline.
    pub fn split_off(&self, rest: Body) -> Self {
        let mut blocks = rest.0;
        let headline = match blocks.first().and_then(headline_in) {
            Some(headline) => {
                blocks.remove(0);
                headline
            }
            None => String::new(),
        };
        let (subhead, notes) = (String::new(), Body::default());
        Self { headline, subhead, body: Body(blocks), notes, ..self.clone() }
    }

    /// This release with another at its end: its headline as a heading, its subhead as a paragraph,
    /// its text, and of its notes, pieces and contacts those that are not there yet. The later of
    /// the two embargoes holds for both.
    pub fn joined(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        let body = &mut joined.body.0;
        if !other.headline.trim().is_empty() {
            let content = crate::Inline::unmarked(&other.headline);
            body.push(Block::Heading { level: 2, content });
        }
        if !other.subhead.trim().is_empty() {
            body.push(Block::paragraph(&other.subhead));
        }
        body.extend(other.body.0.iter().cloned());
        joined.notes.0.extend(missing(&self.notes.0, &other.notes.0));
        joined.boilerplates.extend(missing(&self.boilerplates, &other.boilerplates));
        joined.contacts.extend(missing(&self.contacts, &other.contacts));
        joined.embargo =
            [self.embargo, other.embargo].into_iter().flatten().max_by_key(|e| e.until);
        joined.correction = self.correction.clone().or_else(|| other.correction.clone());
        joined
    }
}

fn missing<T: Clone + PartialEq>(have: &[T], more: &[T]) -> Vec<T> {
    more.iter().filter(|one| !have.contains(one)).cloned().collect()
}

fn headline_in(block: &Block) -> Option<String> {
    // What is still under discussion stays in the text, where it can be decided.
    if let Cow::Owned(_) = Body(vec![block.clone()]).settled() {
        return None;
    }
    let line = match block {
        Block::Heading { content, .. } => line_text(content),
        Block::Paragraph(content) => {
            let line = line_text(content);
            let short = line.chars().count() <= HEADLINE;
            let sentence = line.trim_end().ends_with(['.', '!', '?', ':', ';', '…', '”', '»']);
            if !short || sentence {
                return None;
            }
            line
        }
        _ => return None,
    };
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty() && !line.contains('\u{FFFC}')).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Contact, Embargo, Language};

    fn digest() -> Content {
        Content {
            headline: "Two things happened".into(),
            language: Language::english(),
            place: "Vestmark".into(),
            contacts: vec![Contact::parse("Press desk")],
            embargo: Some(Embargo {
                until: "2026-10-14T08:00:00Z".parse().unwrap(),
                zone: chrono_tz::UTC,
            }),
            body: Body::of_paragraphs(["The quay is open."]),
            ..Content::default()
        }
    }

    #[test]
    fn the_end_of_a_text_becomes_a_release_under_the_same_embargo() {
        let digest = digest();
        let rest = Body::of_paragraphs(["Ferry late", "The ferry came late."]);
        let second = digest.split_off(rest);
        assert_eq!(second.headline, "Ferry late");
        assert_eq!(second.body, Body::of_paragraphs(["The ferry came late."]));
        assert_eq!((second.embargo, second.contacts), (digest.embargo, digest.contacts));
    }

    #[test]
    fn a_sentence_is_no_headline() {
        let second = digest().split_off(Body::of_paragraphs(["The ferry came late."]));
        assert_eq!(second.headline, "");
        assert_eq!(second.body, Body::of_paragraphs(["The ferry came late."]));
    }

    #[test]
    fn joined_releases_have_every_word_of_both_and_each_contact_once() {
        let first = digest();
        let second = first.split_off(Body::of_paragraphs(["Ferry late", "The ferry came late."]));
        let joined = first.joined(&second);
        assert_eq!(joined.body.plain_text(), "The quay is open.\nFerry late\nThe ferry came late.");
        assert_eq!(joined.contacts.len(), 1);
        assert_eq!(joined.embargo, first.embargo);
    }
}
