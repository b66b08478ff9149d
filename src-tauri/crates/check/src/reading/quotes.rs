//! Quotation marks: which opens, which closes, which belong together.

use super::tokens::{Kind, Token};

/// A quotation mark in a text. Apostrophes, inches and minutes are none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quote {
    /// The token that it is.
    pub(crate) token: usize,
    /// The character.
    pub(crate) mark: char,
    /// Whether it opens or closes.
    pub(crate) role: Role,
    /// The index of the mark at the other end, where there is one.
    pub(crate) partner: Option<usize>,
    /// How many quotations it stands in.
    pub(crate) depth: usize,
}

/// Which way a quotation mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It begins a quotation.
    Open,
    /// It ends one.
    Close,
}

/// Which marks can belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// “ ” „ "
    Double,
    /// ‘ ’ ‚ '
    Single,
    /// « »
    Angle,
    /// ‹ ›
    SmallAngle,
}

/// The family of a quotation mark.
pub(crate) fn family(mark: char) -> Option<Family> {
    Some(match mark {
        '“' | '”' | '„' | '‟' | '"' => Family::Double,
        '‘' | '’' | '‚' | '\'' => Family::Single,
        '«' | '»' => Family::Angle,
        '‹' | '›' => Family::SmallAngle,
        _ => return None,
    })
}

/// How deep quotations are followed; deeper ones are counted as of this depth.
const DEEPEST: usize = 8;

/// Finds the quotation marks of a text and pairs them.
pub(super) fn find(text: &str, tokens: &[Token]) -> Vec<Quote> {
    let closers_after = single_closers(tokens);
    let mut quotes: Vec<Quote> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Kind::Mark(mark) = token.kind else { continue };
        let Some(family) = family(mark) else { continue };
        let side = Side::of(tokens, at);
        let opened = open.iter().rposition(|i| self::family(quotes[*i].mark) == Some(family));
        let is_open = opened.is_some();
        let Some(role) = role(text, tokens, at, mark, side, is_open, closers_after[at]) else {
            continue;
        };
        let index = quotes.len();
        let mut quote = Quote { token: at, mark, role, partner: None, depth: open.len() };
        match (role, opened) {
            (Role::Open, _) => {
                if open.len() < DEEPEST {
                    open.push(index);
                }
            }
            (Role::Close, Some(position)) => {
                let partner = open[position];
                open.truncate(position);
                quote.partner = Some(partner);
                quote.depth = quotes[partner].depth;
                quotes[partner].partner = Some(index);
            }
            (Role::Close, None) => {}
        }
        quotes.push(quote);
    }
    quotes
}

/// What stands on the two sides of a mark.
#[derive(Clone, Copy)]
struct Side {
    /// Whether a word ends right before it.
    word_before: bool,
    /// Whether something ends right before it: a word or a mark that closes.
    ends_before: bool,
    /// Whether a word begins right after it.
    word_after: bool,
    /// Whether something begins right after it.
    begins_after: bool,
}

impl Side {
    fn of(tokens: &[Token], at: usize) -> Self {
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        let after = tokens.get(at + 1);
        let word = |token: Option<&Token>| token.is_some_and(Token::is_wordlike);
        Self {
            word_before: word(before),
            ends_before: before.is_some_and(|token| match token.kind {
                Kind::Mark(c) => !matches!(
                    c,
                    '(' | '[' | '{' | '-' | '–' | '—' | '/' | '“' | '«' | '„' | '‘' | '¿' | '¡'
                ),
                _ => !token.is_blank(),
            }),
            word_after: word(after),
            begins_after: after.is_some_and(|token| match token.kind {
                Kind::Mark(c) => matches!(
                    c,
                    '(' | '['
                        | '{'
                        | '“'
                        | '«'
                        | '„'
                        | '‘'
                        | '¿'
                        | '¡'
                        | '…'
                        | '€'
                        | '$'
                        | '£'
                        | '#'
                ),
                _ => !token.is_blank(),
            }),
        }
    }
}

/// Which way a mark faces; `None` where it is no quotation mark.
fn role(
    text: &str,
    tokens: &[Token],
    at: usize,
    mark: char,
    side: Side,
    is_open: bool,
    closer_follows: bool,
) -> Option<Role> {
    let facing = || match (side.ends_before, side.begins_after) {
        (false, true) => Role::Open,
        (true, false) => Role::Close,
        _ if is_open => Role::Close,
        _ => Role::Open,
    };
    Some(match mark {
        '„' | '‟' | '‚' => Role::Open,
        // English opens with it, German and Russian close with it.
        '“' if !side.begins_after && (is_open || side.ends_before) => Role::Close,
        '“' => Role::Open,
        '”' if !side.ends_before && side.begins_after && !is_open => Role::Open,
        '”' => Role::Close,
        // German books turn them round.
        '«' | '‹' if side.ends_before && !side.begins_after && is_open => Role::Close,
        '«' | '‹' => Role::Open,
        '»' | '›' if !side.ends_before && side.word_after && !is_open => Role::Open,
        '»' | '›' => Role::Close,
        '"' => {
            // 12" and 5'10": inches.
            let number_before = at > 0 && tokens[at - 1].kind == Kind::Number;
            if number_before && !is_open {
                return None;
            }
            facing()
        }
        '‘' => {
            if !side.word_after && is_open {
                Role::Close
            } else if side.word_before && side.word_after {
                return None;
            } else if !is_open && !closer_follows {
                // ‘90s and ‘tis, set with the wrong mark, or a quotation that never ends.
                let year = tokens.get(at + 1).is_some_and(|next| next.kind != Kind::Word);
                if year {
                    return None;
                }
                Role::Open
            } else {
                Role::Open
            }
        }
        '’' | '\'' => {
            if side.word_before && side.word_after {
                return None;
            }
            let opens = mark == '\'' && !side.ends_before && side.begins_after;
            if opens {
                if !closer_follows {
                    return None;
                }
                Role::Open
            } else if is_open && side.ends_before {
                // "the states’ forces’": the s-apostrophe, as long as another mark can close.
                let possessive = side.word_before
                    && text[..tokens[at].start].ends_with('s')
                    && closer_follows
                    && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Space)
                    && tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Word);
                if possessive {
                    return None;
                }
                Role::Close
            } else {
                return None;
            }
        }
        _ => return None,
    })
}

/// For each token, whether a single mark that can close follows before the next one that opens.
fn single_closers(tokens: &[Token]) -> Vec<bool> {
    let mut follows = vec![false; tokens.len()];
    let mut closer = false;
    for at in (0..tokens.len()).rev() {
        follows[at] = closer;
        if let Kind::Mark('’' | '\'' | '‘') = tokens[at].kind {
            let side = Side::of(tokens, at);
            if side.ends_before && !side.word_after {
                closer = true;
            } else if !side.ends_before && side.word_after {
                closer = false;
            }
        }
    }
    follows
}

/// Marks the tokens that stand inside quotations; one that never closes runs to the end.
pub(super) fn mark_quoted(tokens: &mut [Token], quotes: &[Quote]) {
    let mut done = 0;
    for quote in quotes.iter().filter(|quote| quote.role == Role::Open) {
        let end = match quote.partner {
            Some(partner) => quotes[partner].token,
            None if family(quote.mark) != Some(Family::Single) => tokens.len(),
            None => continue,
        };
        let start = (quote.token + 1).max(done);
        if let Some(inside) = tokens.get_mut(start..end) {
            inside.iter_mut().for_each(|token| token.quoted = true);
        }
        done = done.max(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;

    /// The text with each pair numbered, unpaired marks as `?`.
    fn paired(text: &str, language: &str) -> String {
        let reading = Reading::of(text.to_owned(), language.parse().unwrap());
        let mut said = String::new();
        for (at, token) in reading.tokens.iter().enumerate() {
            match reading.quotes.iter().position(|quote| quote.token == at) {
                Some(index) => {
                    let quote = reading.quotes[index];
                    let name = quote.partner.map(|partner| partner.min(index).to_string());
                    let name = name.unwrap_or("?".into());
                    said.push_str(&match quote.role {
                        Role::Open => format!("<{name} "),
                        Role::Close => format!(" {name}>"),
                    });
                }
                None => said.push_str(&text[token.range()]),
            }
        }
        said
    }

    #[test]
    fn marks_of_every_kind_are_paired() {
        assert_eq!(paired("“a ‘b’ c”", "en"), "<0 a <1 b 1> c 0>");
        assert_eq!(paired("\"It's\" his 12\" disk", "en"), "<0 It's 0> his 12\" disk");
        assert_eq!(paired("„a ‚b‘ c“", "de"), "<0 a <1 b 1> c 0>");
        assert_eq!(paired("«а „б“ в»", "ru"), "<0 а <1 б 1> в 0>");
        assert_eq!(
            paired("‘the states’ forces’ and the ’90s", "en"),
            "<0 the states’ forces 0> and the ’90s"
        );
    }

    #[test]
    fn what_has_no_partner_is_known() {
        assert_eq!(paired("he said: “This is", "en"), "he said: <? This is");
        assert_eq!(paired("This is it” he said", "en"), "This is it ?> he said");
        assert_eq!(paired("the states’ forces", "en"), "the states’ forces");
    }
}
