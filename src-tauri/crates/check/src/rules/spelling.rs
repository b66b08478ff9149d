//! Words that no dictionary knows.

use std::{borrow::Cow, collections::HashMap};

use dateline_model::say;

use crate::{
    Severity,
    copy::Block,
    dictionary::Dictionary,
    lexicon::Class,
    nearness::within,
    notes::Notes,
    reading::{Kind, Shape, capitalised, lower, without_possessive},
    rule::{Check, Concern, Family, Rule, With},
};

pub(crate) static RULE: Rule = Rule {
    id: "spelling",
    family: Family::Spelling,
    severity: Severity::Warning,
    what: "A word that the dictionary of its language does not have.",
    why: "A capitalised word that no dictionary knows is a name until something contradicts it; names, glossary and the house's own dictionary are known.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[],
    passes: &[],
    check: Check::Block(check),
};

/// Shorter words are abbreviations and letters.
const LEAST_LETTERS: usize = 3;

fn check(block: &Block, with: &With, notes: &mut Notes) {
    let dictionaries = with.dictionaries.of(block.language());
    let Some(first) = dictionaries.first() else { return };
    let has = |word: &str| dictionaries.iter().any(|dictionary| dictionary.has(word));
    let mut meant: HashMap<Cow<str>, Vec<String>> = HashMap::new();
    for (at, token) in block.tokens.iter().enumerate() {
        if token.shape == Shape::Other && is_held_shift(block.word(at)) {
            two_capitals(block, at, &has, notes);
            continue;
        }
        if token.kind != Kind::Word
            || !token.sense.is_plain()
            || token.end - token.start < LEAST_LETTERS
        {
            continue;
        }
        let written = block.word(at);
        let capital = match token.shape {
            Shape::Lower => false,
            Shape::Capital => true,
            Shape::Upper | Shape::Other => continue,
        };
        let plain = plain(written);
        if has(&plain) || with.sheet.knows(&plain) || has_part(block, at, &plain, &has) {
            continue;
        }
        if capital && (has(&plain.to_lowercase()) || !is_contradicted(block, at, &plain, first)) {
            continue;
        }
        if is_particle(block, at)
            || is_address(block, at)
            || !first.writes(&plain)
            || is_foreign_name(block, at, &has)
            || is_mentioned(block, at)
            || has_no_vowel(&plain)
        {
            continue;
        }
        let note = notes.at(
            block,
            token.range(),
            say!("“{written}” is in no dictionary of this language.", written),
        );
        // Looked for once a word, for a text may be nothing else.
        let meant = meant.entry(plain).or_insert_with_key(|plain| first.one_slip(plain));
        // What no slip explains is as often a word that is younger than the dictionary.
        if meant.is_empty() {
            note.weigh(Severity::Advice);
        }
        for meant in meant {
            note.fix(meant.as_str());
        }
    }
}

/// The word as dictionaries have it: straight apostrophe, no possessive, no soft hyphens.
fn plain(word: &str) -> Cow<'_, str> {
    if !word.contains(['’', '\'', '\u{ad}', '\u{200b}', '\u{301}']) {
        return Cow::Borrowed(word);
    }
    let word = word.replace('’', "'").replace(['\u{ad}', '\u{200b}', '\u{301}'], "");
    Cow::Owned(without_possessive(&word).to_owned())
}

/// Parts of compounds, elisions, and English words that end in -ize where the dictionary has -ise.
fn has_part(block: &Block, at: usize, word: &str, has: &impl Fn(&str) -> bool) -> bool {
    let hyphen =
        |at: Option<usize>| at.is_some_and(|at| block.is_mark(at, '-') || block.is_mark(at, '‑'));
    let (before, after) = (hyphen(at.checked_sub(1)), hyphen(Some(at + 1)));
    let joined =
        |first: usize, last: usize| has(&format!("{}-{}", block.word(first), block.word(last)));
    let elided = block.is_mark(at + 1, '’') || block.is_mark(at + 1, '\'');
    match block.primary() {
        "fr" if elided => matches!(
            word,
            "lorsqu"
                | "jusqu"
                | "puisqu"
                | "quelqu"
                | "presqu"
                | "quoiqu"
                | "Lorsqu"
                | "Jusqu"
                | "Puisqu"
                | "Quelqu"
        ),
        // "post-poned" is one word that somebody cut.
        "en" if before
            && at >= 2
            && has(&format!("{}{word}", block.word(at - 2)))
            && !joined(at - 2, at) =>
        {
            false
        }
        _ if before || after => {
            let short = word.chars().count() <= 5;
            // "left-hander", "blue-eyed"; "sénégalo-suisse".
            let ended = ["er", "ers", "ed"].iter().any(|end| {
                word.strip_suffix(end).is_some_and(|stem| has(stem) || has(&format!("{stem}e")))
            });
            short
                || block.primary() == "en" && before && ended
                || matches!(block.primary(), "fr" | "es") && after && word.ends_with('o')
                || before && at >= 2 && joined(at - 2, at)
                || after && joined(at, at + 2)
                || has(&format!("{word}s"))
        }
        "en" => {
            let plural = word.strip_suffix('s').is_some_and(|stem| stem.len() >= 6 && has(stem));
            let oxford = word.contains("iz") && has(&word.replace("iz", "is"));
            // "communiqué" is in the dictionary without its accent.
            let bare = word
                .replace(['é', 'è', 'ê'], "e")
                .replace('ï', "i")
                .replace('ç', "c")
                .replace(['â', 'à'], "a");
            // Who funds is a funder.
            let agent = word.strip_suffix('s').unwrap_or(word).strip_suffix("er");
            let agent = agent.is_some_and(|stem| stem.len() >= 4 && has(stem));
            plural || oxford || agent || bare != word && has(&bare) || prefixed(word, has)
        }
        "es" => word
            .strip_suffix('s')
            .is_some_and(|stem| has(stem) || stem.strip_suffix('e').is_some_and(has)),
        _ => false,
    }
}

/// A small word of another language behind the capital of a name: the species of "(Ailurus fulgens)",
/// the title « Agua mansa ».
fn is_foreign_name(block: &Block, at: usize, has: &impl Fn(&str) -> bool) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    let word = block.word(before);
    let name = block.tokens[before].shape == Shape::Capital
        && block.tokens[at - 1].kind == Kind::Space
        && !has(word)
        && !has(&lower(word));
    let enclosed = before.checked_sub(1).is_some_and(|open| {
        matches!(block.tokens[open].mark(), Some('(' | '«' | '“' | '„' | '‘' | '"'))
            || block.tokens[open].is_blank()
                && open > 0
                && block.tokens[open - 1].mark() == Some('«')
    });
    let latin = |word: &str| {
        ["us", "is", "um", "ae", "ii", "ensis", "ens", "ans"].iter().any(|end| word.ends_with(end))
    };
    name && (enclosed || latin(block.word(at)) && latin(word))
}

/// A word by itself in quotation marks is spoken of and not used: what rhymes with ‘jasil’.
fn is_mentioned(block: &Block, at: usize) -> bool {
    let opens = |mark| matches!(mark, '«' | '“' | '„' | '‘' | '\'' | '"' | '‚');
    let closes = |mark| matches!(mark, '»' | '”' | '“' | '’' | '\'' | '"' | '‘');
    let mark = |at: Option<usize>| at.and_then(|at| block.tokens.get(at)?.mark());
    let end = at + 1 + usize::from(matches!(mark(Some(at + 1)), Some('.' | ',' | '!' | '?')));
    mark(at.checked_sub(1)).is_some_and(opens) && mark(Some(end)).is_some_and(closes)
}

/// "ppb", "kph": an abbreviation in small letters.
fn has_no_vowel(word: &str) -> bool {
    word.chars().count() <= 5
        && word.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b))
}

/// English words with a prefix that dictionaries list only in part: "microplastics", "preselection".
fn prefixed(word: &str, has: &impl Fn(&str) -> bool) -> bool {
    const PREFIXES: [&str; 32] = [
        "aero", "agro", "anti", "bio", "co", "counter", "cyber", "de", "eco", "electro", "geo",
        "hydro", "infra", "inter", "macro", "micro", "mini", "multi", "non", "over", "photo",
        "post", "pre", "re", "sub", "super", "tele", "trans", "ultra", "un", "under", "up",
    ];
    let rest = |prefix: &&str| word.strip_prefix(*prefix).filter(|rest| rest.len() >= 5);
    PREFIXES.iter().filter_map(rest).any(has)
}

/// Whether a capitalised word is no name after all: it begins its sentence and is a slip of one of
/// the words that stand everywhere ("Teh"), or, in German, a slip of a noun.
fn is_contradicted(block: &Block, at: usize, word: &str, dictionary: &Dictionary) -> bool {
    let begins = block.begins_sentence(at);
    let small = lower(word);
    let near_function = || {
        let letters: Vec<char> = small.chars().collect();
        (1..letters.len()).any(|at| {
            let mut swapped = letters.clone();
            swapped.swap(at - 1, at);
            let swapped: String = swapped.into_iter().collect();
            block.lexicon().sense(&swapped).is(Class::Function)
        })
    };
    let in_name = |at: Option<usize>| {
        at.and_then(|at| block.tokens.get(at)).is_some_and(|token| token.is_capitalised())
    };
    let noun_slip = || {
        // "sagte Landauer", "Prof. Landauer": a name, whatever it is near to.
        let person = at.checked_sub(2).is_some_and(|before| {
            let sense = block.tokens[before].sense;
            sense.is(Class::Said) || sense.is(Class::Title)
        });
        let alone = !in_name(at.checked_sub(2)) && !in_name(Some(at + 2)) && !person;
        let determined = at.checked_sub(2).is_some_and(|before| {
            matches!(
                block.word(before),
                "der"
                    | "die"
                    | "das"
                    | "den"
                    | "dem"
                    | "des"
                    | "eine"
                    | "einen"
                    | "einer"
                    | "einem"
                    | "eines"
                    | "ihre"
                    | "ihrer"
                    | "seine"
                    | "seiner"
                    | "unsere"
                    | "keine"
                    | "zur"
                    | "zum"
                    | "beim"
                    | "diese"
                    | "dieser"
            )
        });
        let long = word.chars().count() >= LONG_NOUN && determined;
        alone
            && word.chars().count() >= 7
            && (slip_of_noun(word, dictionary) || long && !dictionary.one_slip(word).is_empty())
    };
    // What is counted is a noun: "24 Millonen".
    let counted = || {
        at.checked_sub(2).is_some_and(|at| block.tokens[at].kind == Kind::Number)
            && word.chars().count() >= 6
            && !dictionary.one_slip(word).is_empty()
    };
    // "Superintendant Ellison": an office before a name.
    let office = || {
        let named = in_name(Some(at + 2)) && word.chars().count() >= 6;
        let near =
            |title: &str| title.chars().next() == small.chars().next() && within(title, &small, 1);
        named && block.lexicon().words(Class::Title).any(|(title, _)| near(title))
    };
    begins && word.chars().count() <= 5 && near_function()
        || office()
        || block.primary() == "de" && (noun_slip() || counted())
}

/// A German noun of so many letters behind its article is near to no other by chance.
const LONG_NOUN: usize = 10;

/// Two letters exchanged or one doubled or halved: the slips that make no other name.
fn slip_of_noun(word: &str, dictionary: &Dictionary) -> bool {
    if word.strip_suffix("ug").is_some_and(|stem| dictionary.has(&format!("{stem}ung"))) {
        return true;
    }
    let letters: Vec<char> = word.chars().collect();
    let known = |letters: &[char]| dictionary.has(&letters.iter().collect::<String>());
    (1..letters.len()).any(|at| {
        let mut swapped = letters.clone();
        swapped.swap(at - 1, at);
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        let mut halved = letters.clone();
        halved.remove(at);
        // Doubling others makes compounds of names: "Waldeck", "Walddeck".
        let doubles = "flmnprst".contains(letters[at]);
        at > 1 && known(&swapped)
            || doubles && known(&doubled)
            || letters[at] == letters[at - 1] && known(&halved)
    })
}

/// "MInister": the key for capitals was held too long.
fn is_held_shift(word: &str) -> bool {
    let mut letters = word.chars();
    let two = letters.by_ref().take(2).filter(|c| c.is_uppercase()).count() == 2;
    let rest = letters.as_str();
    two && rest.chars().count() >= 3 && rest.chars().all(char::is_lowercase)
}

fn two_capitals(block: &Block, at: usize, has: &impl Fn(&str) -> bool, notes: &mut Notes) {
    let small = block.lower(at);
    if has(small) && !has(block.word(at)) {
        notes
            .at(block, block.tokens[at].range(), say!("Two letters of this word are capitals."))
            .fix(capitalised(small));
    }
}

/// "van der Meer": a small word inside a name.
fn is_particle(block: &Block, at: usize) -> bool {
    let particles = ["van", "von", "der", "den", "des", "del", "della", "dos", "bin", "ibn", "ter"];
    let next = block.tokens.get(at + 2);
    // "Wiebke tho Aspern": whatever is so short between two capitals.
    let short = block.word(at).chars().count() <= 3
        && at >= 2
        && block.tokens[at - 2].is_capitalised()
        && next.is_some_and(crate::reading::Token::is_capitalised);
    short
        || particles.contains(&block.word(at))
            && next.is_some_and(|next| {
                next.is_capitalised() || particles.contains(&block.word(at + 2))
            })
}

fn is_address(block: &Block, at: usize) -> bool {
    let near = |token: &&crate::reading::Token| !token.is_blank();
    let before = block.tokens[..at].iter().rev().take(40).take_while(near);
    let after = block.tokens[at..].iter().take(40).take_while(near);
    before.chain(after).any(|token| matches!(token.mark(), Some('@' | '/' | '_' | '#' | '\\')))
        || block.is_mark(at + 1, '.')
            && block.tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Word)
        || at > 0 && block.is_mark(at - 1, '.')
}

#[cfg(test)]
mod tests {
    use crate::check_text;

    fn wrong(text: &str, language: &str) -> Vec<String> {
        let found = check_text(text, &language.parse().unwrap(), None);
        found.into_iter().filter(|f| f.rule == "spelling").map(|f| f.excerpt).collect()
    }

    #[test]
    fn a_key_held_too_long_is_seen() {
        assert_eq!(wrong("The Prime MInister met the MEPs and PhDs.", "en-GB"), ["MInister"]);
    }

    #[test]
    fn slips_are_found_and_names_are_not() {
        assert_eq!(
            wrong(
                "The harbuor of Vestmark recieved two ships. Teh pilots of Sørholm left.",
                "en-GB"
            ),
            ["harbuor", "recieved", "Teh"]
        );
        assert_eq!(
            wrong("Le prot de Vestmark acceuille deux navires.", "fr"),
            ["prot", "acceuille"]
        );
        assert_eq!(wrong("El puerrto de Vestmark recibe dos barcos.", "es"), ["puerrto"]);
        assert_eq!(wrong("Порт Вестмарк принемает два судна.", "ru"), ["принемает"]);
        assert!(wrong("Вид назван Phoca vestmarki; порт – Vestmark havn.", "ru").is_empty());
    }

    #[test]
    fn both_englishes_are_known_and_what_looks_odd_but_is_right() {
        assert!(wrong("The centre and the center organize well-known co-operation; see press@vestmark.example, UAVs and iPhones don’t.", "en-GB").is_empty());
        assert!(
            wrong("L’exercice d’aujourd’hui s’ouvre lorsqu’il pleut ; peut-être.", "fr").is_empty()
        );
    }

    #[test]
    fn the_first_fix_is_the_likeliest() {
        let found = check_text("The harbuor is open.", &"en-GB".parse().unwrap(), None);
        assert_eq!(found[0].fixes[0].replacement, "harbour");
    }
}
