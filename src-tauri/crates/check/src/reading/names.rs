//! Names: runs of capitalised words, and the titles before them.

use std::ops::Range;

use super::tokens::{Kind, Shape, Token};
use crate::lexicon::Class;

/// A run of capitalised words that names somebody or something.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// The words, particles and spaces between them included.
    pub(crate) tokens: Range<usize>,
    /// The words alone.
    pub(crate) words: Vec<usize>,
    /// The rank or office that stands right before.
    pub(crate) title: Option<Range<usize>>,
    /// Whether it begins its sentence, so that its first capital proves nothing.
    pub(crate) begins_sentence: bool,
}

/// The most words of a name; a longer run is a headline in capitals.
const MOST_WORDS: usize = 8;

/// Finds the names of a text, in order.
pub(super) fn find(text: &str, tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in sentences {
        let mut at = sentence.start;
        let mut begins = true;
        while at < sentence.end {
            let token = &tokens[at];
            if begins_name(tokens, at, begins) {
                let name = run(text, tokens, at, sentence.end, begins);
                at = name.tokens.end;
                names.push(name);
                begins = false;
            } else {
                begins = begins && !token.is_wordlike();
                at += 1;
            }
        }
    }
    names
}

/// Whether the token can be the first word of a name.
fn begins_name(tokens: &[Token], at: usize, begins_sentence: bool) -> bool {
    let sense = tokens[at].sense;
    is_name_word(tokens, at)
        && !(begins_sentence
            && !sense.is_plain()
            && !sense.is(Class::Head)
            && !sense.is(Class::Month))
}

fn is_name_word(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let capital = token.kind == Kind::Word && token.shape != Shape::Lower;
    let capital_follows = tokens.get(at + 1).is_some_and(|space| space.kind == Kind::Space)
        && tokens.get(at + 2).is_some_and(Token::is_capitalised);
    // "Jan Berg" is a person, "Jan 5" a date; "Anna King" is a name, "King Harald" has a title.
    let month = token.sense.is(Class::Month) && !(capital_follows && token.end - token.start <= 3);
    let title = token.sense.is(Class::Title)
        && (capital_follows
            || tokens.get(at + 1).is_some_and(|t| t.mark() == Some('-'))
            || is_dotted_title(tokens, at));
    let common =
        [Class::Function, Class::Number, Class::Said].iter().any(|class| token.sense.is(*class));
    let other =
        month || title || token.sense.is(Class::Weekday) || token.shape == Shape::Capital && common;
    capital && !other
}

/// "Col. Anna Berg", "Lt. Berg".
fn is_dotted_title(tokens: &[Token], at: usize) -> bool {
    tokens[at].sense.is(Class::Dotted)
        && tokens.get(at + 1).is_some_and(|dot| dot.mark() == Some('.'))
        && tokens.get(at + 2).is_some_and(|space| space.kind == Kind::Space)
        && tokens.get(at + 3).is_some_and(Token::is_capitalised)
}

fn run(text: &str, tokens: &[Token], start: usize, limit: usize, begins_sentence: bool) -> Name {
    let mut words = vec![start];
    let mut end = start + 1;
    while words.len() < MOST_WORDS {
        let Some(next) = next_word(text, tokens, end, limit) else { break };
        words.push(next);
        end = next + 1;
    }
    Name { tokens: start..end, title: title_before(tokens, start), words, begins_sentence }
}

/// The next capitalised word of the same name: after a space, a hyphen, an initial's full stop or
/// a particle.
fn next_word(text: &str, tokens: &[Token], end: usize, limit: usize) -> Option<usize> {
    let at = |at: usize| tokens.get(at).filter(|_| at < limit);
    let initial = at(end)?.mark() == Some('.') && {
        let before = &tokens[end - 1];
        before.shape != Shape::Lower && text[before.range()].chars().nth(1).is_none()
    };
    let end = end + usize::from(initial);
    let between = at(end)?;
    let next = at(end + 1)?;
    if matches!(between.mark(), Some('-' | '‑')) {
        return is_name_word(tokens, end + 1).then_some(end + 1);
    }
    if between.kind != Kind::Space {
        return None;
    }
    if is_name_word(tokens, end + 1) {
        return Some(end + 1);
    }
    let particle = |token: &Token| {
        matches!(
            &text[token.range()],
            "of" | "the"
                | "for"
                | "de"
                | "du"
                | "des"
                | "del"
                | "la"
                | "van"
                | "von"
                | "der"
                | "den"
                | "al"
                | "bin"
                | "ibn"
                | "da"
                | "dos"
        )
    };
    if next.kind != Kind::Word || !particle(next) {
        return None;
    }
    let mut last = end + 1;
    // "of the", "de la", "van der".
    if at(last + 1)?.kind == Kind::Space
        && at(last + 2).is_some_and(|token| token.kind == Kind::Word && particle(token))
    {
        last += 2;
    }
    let word = last + 2;
    (at(last + 1)?.kind == Kind::Space && word < limit && is_name_word(tokens, word))
        .then_some(word)
}

/// The titles right before a name: "Colonel-General", "Secretary General", "director".
fn title_before(tokens: &[Token], name: usize) -> Option<Range<usize>> {
    let mut first = None;
    let mut at = name;
    while let Some(between) = at.checked_sub(1) {
        let dotted = tokens[between].kind == Kind::Space
            && between > 0
            && tokens[between - 1].mark() == Some('.');
        let joined = matches!(tokens[between].kind, Kind::Space | Kind::Mark('-'));
        let Some(word) = between.checked_sub(1 + usize::from(dotted)).filter(|_| joined) else {
            break;
        };
        if tokens[word].kind != Kind::Word || !tokens[word].sense.is(Class::Title) {
            break;
        }
        first = Some(word);
        at = word;
    }
    first.map(|first| first..name)
}

#[cfg(test)]
mod tests {
    use crate::reading::Reading;

    fn names(text: &str) -> Vec<String> {
        let reading = Reading::of(text.to_owned(), "en-GB".parse().unwrap());
        let said = reading.names.iter().map(|name| {
            let title = name
                .title
                .clone()
                .map_or(String::new(), |title| format!("{}| ", reading.words(title).trim()));
            format!("{title}{}", reading.words(name.tokens.clone()))
        });
        said.collect()
    }

    #[test]
    fn names_and_titles_are_found() {
        assert_eq!(
            names(
                "In Vestmark, Colonel-General Anatoly Sidorov met director J. Berg of the Collective Rapid Reaction Forces."
            ),
            [
                "Vestmark",
                "Colonel-General| Anatoly Sidorov",
                "director| J. Berg of the Collective Rapid Reaction Forces"
            ]
        );
        assert_eq!(
            names("The port opened. Airborne troops and Ms Eva van der Berg came on Monday."),
            ["Airborne", "Ms| Eva van der Berg"]
        );
    }
}
