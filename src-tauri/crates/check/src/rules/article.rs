//! “A” where “an” belongs, and the reverse.

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    lexicon::Class,
    notes::Notes,
    reading::{Kind, Shape},
    rule::{Check, Concern, Family, Rule, With, en},
};

pub(crate) static RULE: Rule = Rule {
    id: "article",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "“A” before a vowel sound or “an” before a consonant: a apple, an university, a 11-day trip.",
    why: "The sound of the next word decides; a word exchanged in a hurry leaves the old article behind.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("The drawings were found in ⟦a attic⟧, with ⟦an note⟧ and ⟦a hourglass⟧."),
        en("She joined ⟦an university⟧ after ⟦a 11-day⟧ trip; ⟦An new⟧ pier and ⟦a umbrella⟧."),
        en("It was ⟦a avoidable⟧ failure of ⟦an European⟧ company in ⟦an one⟧ house."),
    ],
    passes: &[
        en(
            "A European union, a university, a one-off, a unit, a useful hour, an hour, an honest man.",
        ),
        en(
            "An MP, an X-ray, an LNG carrier, a UN report, an 8-day trip, an 1848 letter, an 11-year-old.",
        ),
        en(
            "Vitamin A is rare. Point a is here, a and b; an historic day, a eulogy, a uranium mine, an uninvited guest.",
        ),
        en(
            "A Uruguayan ship, a Ukrainian crew, a ewe, an Ulster boat, a 100-metre pier and a 1,100-ton ship; a Unesco prize for Callum Mac an Tàilleir.",
        ),
    ],
    check: Check::Block(check),
};

fn check(block: &Block, _: &With, notes: &mut Notes) {
    if block.primary() != "en" {
        return;
    }
    for (at, token) in block.tokens.iter().enumerate() {
        if token.kind != Kind::Word || token.end - token.start > 2 {
            continue;
        }
        let written = block.word(at);
        let an = match written {
            "a" | "A" => false,
            "an" | "An" => true,
            _ => continue,
        };
        // "Vitamin A" and "plan A" are no articles.
        let begins = block.begins_sentence(at);
        if written == "A" && !begins
            || block.tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Space)
        {
            continue;
        }
        // "Callum Mac an Tàilleir" is a name.
        let named = at >= 2
            && block.tokens[at - 2].is_capitalised()
            && block.tokens.get(at + 2).is_some_and(crate::reading::Token::is_capitalised);
        if named && !begins {
            continue;
        }
        if sounds_like_vowel(block, at + 2).is_some_and(|vowel| vowel != an) {
            let next = block.word(at + 2);
            let right = match written {
                "a" => "an",
                "A" => "An",
                "An" => "A",
                _ => "a",
            };
            let end = joined_end(block, at + 2);
            notes
                .at(
                    block,
                    block.span(at..end),
                    say!("“{right}” stands before “{next}”.", right, next),
                )
                .fix(format!("{right} {}", block.words(at + 2..end)));
        }
    }
}

/// The token after a word and the number's unit that a hyphen joins to it.
fn joined_end(block: &Block, at: usize) -> usize {
    let joined = block.tokens[at].kind == Kind::Number
        && block.is_mark(at + 1, '-')
        && block.tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Word);
    if joined { at + 3 } else { at + 1 }
}

/// Whether a word begins with the sound of a vowel, where its letters make that certain.
fn sounds_like_vowel(block: &Block, at: usize) -> Option<bool> {
    let token = block.tokens.get(at)?;
    let word = block.lower(at);
    if token.kind == Kind::Number {
        return number(word);
    }
    let sense = token.sense;
    let read_as_word = matches!(token.shape, Shape::Lower | Shape::Capital);
    // Two letters and less are read by name, and small words follow no article.
    if token.kind != Kind::Word
        || !read_as_word
        || word.chars().nth(2).is_none()
        || sense.is(Class::Function)
        || sense.is(Class::And)
        || sense.is(Class::Unit)
    {
        return None;
    }
    if word.starts_with("one") || word.starts_with("once") {
        let whole = matches!(word, "one" | "once" | "ones" | "oneness");
        return whole.then_some(false);
    }
    match word.as_bytes()[0] {
        b'a' | b'i' | b'o' => Some(true),
        b'e' => Some(!(word.starts_with("eu") || word.starts_with("ew"))),
        // Names begin as they like: a Unesco prize, an Ulster boat.
        b'u' if token.shape != Shape::Lower => None,
        b'u' => long_u(word),
        b'h' => silent_h(word),
        b'b'..=b'd' | b'f' | b'g' | b'j'..=b'n' | b'p'..=b't' | b'v' | b'w' | b'z' => Some(false),
        _ => None,
    }
}

/// Numbers as they are read: eight, eleven and eighteen begin with a vowel.
fn number(word: &str) -> Option<bool> {
    let first = word.split([',', '.']).next()?;
    match first.len() {
        _ if first.starts_with('8') => Some(true),
        2 if first == "11" || first == "18" => Some(true),
        // "an 1848 letter", "a 1848 kg load".
        4 if first.starts_with("11") || first.starts_with("18") => None,
        _ => Some(false),
    }
}

/// "A unit" and "a user", but "an uncle" and "an upset".
fn long_u(word: &str) -> Option<bool> {
    let long = [
        "university",
        "universit",
        "universal",
        "universe",
        "union",
        "unit",
        "unique",
        "uniform",
        "unilateral",
        "unanim",
        "unicorn",
        "unif",
        "useful",
        "useless",
        "user",
        "usage",
        "used",
        "usual",
        "utility",
        "utopia",
        "utensil",
        "ubiquit",
        "uranium",
    ];
    let short = [
        "umbrella", "uncle", "under", "un", "up", "urgent", "urban", "ugly", "ultim", "ultra",
        "usher", "utter", "ulcer",
    ];
    if long.iter().any(|start| word.starts_with(start)) {
        // "An unidentified", "an unimportant": the prefix, before another vowel.
        let prefix = ["unin", "unim", "unid", "unil"].iter().any(|start| word.starts_with(start));
        return (!prefix || word.starts_with("unilateral")).then_some(false);
    }
    let prefixed =
        word.starts_with("uni") && !["unin", "unim", "unid"].iter().any(|s| word.starts_with(s));
    (!prefixed && short.iter().any(|start| word.starts_with(start))).then_some(true)
}

/// The silent h of "hour" and "honest". "An historic" is an old custom and left alone.
fn silent_h(word: &str) -> Option<bool> {
    let silent = ["hour", "honest", "honour", "honor", "heir"];
    if silent.iter().any(|start| word.starts_with(start)) {
        return (!word.starts_with("honorar")).then_some(true);
    }
    let spoken = [
        "house",
        "hospital",
        "helicopter",
        "huge",
        "harbour",
        "harbor",
        "high",
        "home",
        "human",
        "head",
        "health",
        "heavy",
        "hundred",
        "half",
        "hard",
        "hall",
    ];
    spoken.iter().any(|start| word.starts_with(start)).then_some(false)
}
