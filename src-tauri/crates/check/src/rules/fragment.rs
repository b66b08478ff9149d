//! A clause that depends on another, set as a sentence of its own.

use std::ops::Range;

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::Kind,
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "fragment",
    family: Family::Sentences,
    severity: Severity::Warning,
    what: "A dependent clause that stands alone: “Because many begin late.”, “Which will arrive in stages.”",
    why: "A sentence that was cut in two leaves half of it without its verb. Only short ones without a comma are marked, and none in a quotation.",
    concern: Concern::Style,
    settings: &[],
    hits: &[
        en("It takes older students. ⟦Because many nurses begin at 40.⟧ It is new."),
        en("It bought trucks. ⟦Which will arrive in stages.⟧ ⟦Although the port is small.⟧"),
        en("It bought trucks for the port. ⟦Including two for the northern quay.⟧"),
        fr("Le port ouvre. ⟦Parce que chaque minute compte.⟧"),
        de("Der Hafen öffnet. ⟦Weil jede Minute zählt.⟧"),
        es("El puerto abre. ⟦Porque cada segundo cuenta.⟧"),
        ru("Порт открыт. ⟦Потому что каждая минута важна.⟧"),
    ],
    passes: &[
        en(
            "Because it is late, the port is shut. Because of the storm the port was shut. Which is open?",
        ),
        en(
            "“Because it is there.” Which port is open was not said. Including Berg it is three men who are here.",
        ),
        fr("Parce que la mer est haute, le port est fermé. Parce que !"),
        de("Weil es spät ist, ist der Hafen zu."),
    ],
    check: Check::Block(check),
};

/// How such a clause begins.
fn openers(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["because", "although", "though", "whereas", "which", "unless"],
        "fr" => &["parce que", "bien que", "alors que", "tandis que", "afin que"],
        "de" => &["weil", "obwohl", "sodass", "damit"],
        "es" => &["porque", "aunque", "mientras que", "ya que"],
        "ru" => &["потому что", "так как", "поскольку", "хотя", "чтобы"],
        _ => &[],
    }
}

/// How a list begins that belongs to the sentence before.
fn additions(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["including", "such as", "as well as"],
        "fr" => &["y compris", "notamment"],
        "de" => &["einschließlich", "darunter"],
        "es" => &["incluido", "incluida", "incluidos", "incluidas"],
        "ru" => &["включая", "в том числе"],
        _ => &[],
    }
}

/// Longer ones have room for a clause of their own.
const MOST_WORDS: usize = 14;

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if !block.is_prose() {
        return;
    }
    for sentence in &block.sentences {
        if is_fragment(block, sentence) {
            let message =
                say!("This clause depends on another: it belongs to the sentence before.");
            notes.at(block, block.span(sentence.clone()), message);
        }
    }
}

fn is_fragment(block: &Block, sentence: &Range<usize>) -> bool {
    let (first, language) = (sentence.start, block.primary());
    // A fragment needs a sentence before it, which it was cut from.
    let small = first > 0 && block.tokens[first].is_capitalised();
    if !small || sentence.len() > MOST_WORDS * 2 + 2 {
        return false;
    }
    let begins = |list: &[&str]| list.iter().find_map(|words| opening(block, first, words));
    let verb = |at: usize| {
        let sense = block.tokens[at].sense;
        sense.is_finite() || sense.is(Class::Said)
    };
    let clause = begins(openers(language)).is_some_and(|next| {
        let which = block.lower(first) == "which";
        block.word(next) != "of" && (!which || block.tokens.get(next).is_some_and(|_| verb(next)))
    });
    let added = begins(additions(language)).is_some() && !sentence.clone().any(verb);
    let whole = block.is_mark(sentence.end - 1, '.')
        && !block.tokens[sentence.start..sentence.end - 1].iter().any(
            |token| matches!(token.kind, Kind::Mark(c) if !matches!(c, '-' | '’' | '\'' | '%')),
        );
    (clause || added) && whole && (3..=MOST_WORDS).contains(&block.count_words(sentence.clone()))
}

/// The token of the word behind an opening phrase that begins here with a capital.
fn opening(block: &Block, at: usize, phrase: &str) -> Option<usize> {
    block.phrase_at(at, phrase).map(|end| end + 1)
}
