//! The same name in two spellings.

use std::collections::HashMap;

use crate::{
    Severity,
    copy::{Block, Copy},
    nearness::within,
    notes::Notes,
    reading::{Shape, lower},
    rule::{Check, Concern, Family, Rule, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "name-variant",
    family: Family::Names,
    severity: Severity::Warning,
    what: "A name that is spelled in two ways within the release: Yury and Yuri Petrov, Vestmark and Vestmrak.",
    why: "Inconsistent names come second on the wire services' list of what copy desks catch. The more frequent spelling stands; of two equally frequent ones the first.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Yury Petrov met the pilots. Later Mr ⟦Yuri Petrov⟧ spoke, and Yury Petrov left."),
        en("Director Anna Tasmagambetova came. ⟦Anna Tasmagambetowa⟧ spoke."),
        en("The ships left Vestmark. In Vestmark it rained, and in ⟦Vestmrak⟧ too."),
        fr("Le directeur Éric Lefèvre est venu. Puis ⟦Érik Lefèvre⟧ a parlé."),
        de("Direktor Stefan Berg kam. Später sprach ⟦Stephan Berg⟧."),
        es("La directora Elena Gómez vino. Luego ⟦Helena Gómez⟧ habló."),
        ru("Директор Наталья Берг пришла. Потом ⟦Наталия Берг⟧ выступила."),
    ],
    passes: &[
        en(
            "Russia and Russian ships, Kyrgyzstan and the Kyrgyz side, Central Asia and Central Asian states met.",
        ),
        en(
            "John Berg and Anna Berg spoke; North Quay and South Quay, Marina Berg and Martin Berg too.",
        ),
        en("The Northern Fleet and the Northern Fleets; Vestmark’s port and Vestmarkers."),
        ru("Анна Берг пришла. С Анной Берг говорили, Анне Берг верили."),
        de("Der Hafen Vestmark und die Häfen Vestmarks; Hafens."),
    ],
    check: Check::Release(check),
};

/// Distinct spellings that are compared with one another under one key: far more than a release
/// has, few enough to stay linear on any text.
const MOST_FORMS: usize = 16;

/// A spelling, and where it stands.
struct Form<'a> {
    words: Vec<&'a str>,
    places: Vec<(&'a Block, crate::rule::Span)>,
}

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let full = full_names(copy);
    // One part of a name is shared, the other is nearly so.
    for shared in [false, true] {
        let mut groups: HashMap<String, Vec<&Form>> = HashMap::new();
        for form in full.iter().filter(|form| form.words.len() == 2) {
            let key = lower(form.words[usize::from(!shared)]).into_owned();
            let group = groups.entry(key).or_default();
            if group.len() < MOST_FORMS {
                group.push(form);
            }
        }
        compare(&groups, usize::from(shared), notes);
    }
    single_words(copy, notes);
}

/// The two-word names of the release by spelling, in order of appearance.
fn full_names<'a>(copy: &'a Copy) -> Vec<Form<'a>> {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for block in &copy.blocks {
        for name in &block.names {
            // "Yuri Petrov", also at the end of what a title begins.
            let [.., first, last] = name.words[..] else { continue };
            // The first word of a sentence may belong to the sentence: "Later Yuri Petrov".
            let two = name.words.len() == 2 || name.words.len() == 3 && name.begins_sentence;
            let plain = two && last == first + 2;
            if !plain || block.tokens[last].shape == Shape::Upper {
                continue;
            }
            let span = block.span(first..last + 1);
            let words = &block.text()[span.clone()];
            let at = *known.entry(words.to_owned()).or_insert_with(|| {
                forms.push(Form {
                    words: vec![block.word(first), stem(block.word(last))],
                    places: Vec::new(),
                });
                forms.len() - 1
            });
            forms[at].places.push((block, span));
        }
    }
    forms
}

/// The word without the ending of the English possessive.
fn stem(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

fn compare(groups: &HashMap<String, Vec<&Form>>, part: usize, notes: &mut Notes) {
    let mut pairs: Vec<(&Form, &Form)> = Vec::new();
    for group in groups.values() {
        for (at, first) in group.iter().enumerate() {
            for second in &group[at + 1..] {
                let language = first.places[0].0.primary();
                if are_variants(first.words[part], second.words[part], part == 1, language) {
                    let rarer_second = second.places.len() <= first.places.len();
                    pairs.push(if rarer_second { (first, second) } else { (second, first) });
                }
            }
        }
    }
    pairs.sort_by_key(|(_, rare)| (rare.places[0].0.index, rare.places[0].1.start));
    for (own, rare) in pairs {
        report(own, rare, notes);
    }
}

fn report(own: &Form, rare: &Form, notes: &mut Notes) {
    let (shown, span) = &own.places[0];
    let right = &shown.text()[span.clone()];
    for (block, place) in &rare.places {
        notes
            .at(
                block,
                place.clone(),
                format!("Elsewhere in this release this name is written “{right}”."),
            )
            .fix(right)
            .see(shown, span.clone());
    }
}

/// Whether two words are spellings of one name and no forms of one word.
fn are_variants(a: &str, b: &str, surname: bool, language: &str) -> bool {
    let (a, b) = (lower(a), lower(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let length = short.chars().count();
    if a == b || length < 4 || is_inflection(short, long, language) {
        return false;
    }
    let shared = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    // Given names that differ in their gender alone: Mario and Maria, Anton and Antonia.
    let gender = !surname
        && shared + 1 >= length
        && matches!(language, "en" | "es" | "fr" | "de")
        && short.ends_with(['a', 'o', 'e', 'n']);
    let most = if length >= 9 { 2 } else { 1 };
    let same_start = shared > 0 || alike_start(short, long);
    !gender && same_start && (within(&a, &b, most) || sounds(&a) == sounds(&b))
}

/// "Helena" and "Elena", "Yuri" and "Iouri".
fn alike_start(a: &str, b: &str) -> bool {
    let first = |word: &str| word.chars().next();
    matches!(
        (first(a), first(b)),
        (Some('h'), _)
            | (_, Some('h'))
            | (Some('y' | 'i' | 'j'), Some('y' | 'i' | 'j'))
            | (Some('c' | 'k'), Some('c' | 'k'))
    )
}

/// A word as it sounds across transliterations: Yury and Yuri, Stefan and Stephan.
fn sounds(word: &str) -> String {
    let word = word
        .replace("ph", "f")
        .replace("kh", "h")
        .replace("ou", "u")
        .replace("ks", "x")
        .replace("ia", "ya")
        .replace("ья", "ия");
    let mut sound = String::new();
    for c in word.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            'c' => 'k',
            'ё' => 'е',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

/// Whether one is the other with an ending: plural, adjective, case.
fn is_inflection(short: &str, long: &str, language: &str) -> bool {
    let shared = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let (rest_short, rest_long) = (short.chars().count() - shared, long.chars().count() - shared);
    match language {
        // Russian endings are long and change the last letters of the stem.
        "ru" => {
            rest_short <= 2 && rest_long <= 3 && !(short.ends_with("ья") || long.ends_with("ия"))
        }
        "de" => rest_short == 0 && rest_long <= 2,
        _ => {
            let tail: String = long.chars().skip(shared).collect();
            rest_short == 0
                && matches!(
                    tail.as_str(),
                    "s" | "n"
                        | "an"
                        | "ian"
                        | "es"
                        | "er"
                        | "ers"
                        | "’s"
                        | "'s"
                        | "i"
                        | "e"
                        | "a"
                        | "d"
                        | "y"
                        | "en"
                )
                || rest_short <= 1
                    && rest_long <= 1
                    && matches!(
                        (short.chars().last(), long.chars().last()),
                        (Some('a' | 'o' | 'e' | 's' | 'n'), Some('a' | 'o' | 'e' | 's' | 'n'))
                    )
        }
    }
}

/// The shortest single word that is compared: shorter ones are near to too many.
const LEAST_LETTERS: usize = 6;

/// A capitalised word that stands once and is one slip away from one that stands more often.
fn single_words(copy: &Copy, notes: &mut Notes) {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for block in copy.blocks.iter().filter(|block| matches!(block.primary(), "en" | "fr" | "es")) {
        for name in &block.names {
            for at in &name.words {
                let word = stem(block.word(*at));
                let token = &block.tokens[*at];
                if token.shape != Shape::Capital
                    || !token.sense.is_plain()
                    || word.chars().count() < LEAST_LETTERS
                {
                    continue;
                }
                let form = *known.entry(word).or_insert_with(|| {
                    forms.push(Form { words: vec![word], places: Vec::new() });
                    forms.len() - 1
                });
                forms[form].places.push((block, token.start..token.start + word.len()));
            }
        }
    }
    // Words that are one slip apart share a word with one letter less.
    let mut shorter: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, form) in forms.iter().enumerate() {
        let letters: Vec<char> = form.words[0].chars().take(40).collect();
        for skip in 0..=letters.len() {
            let key: String =
                letters.iter().enumerate().filter(|(i, _)| *i != skip).map(|(_, c)| *c).collect();
            let group = shorter.entry(key).or_default();
            if group.len() < MOST_FORMS && group.last() != Some(&at) {
                group.push(at);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in shorter.values() {
        for (n, first) in group.iter().enumerate() {
            for second in &group[n + 1..] {
                let (a, b) = (&forms[*first], &forms[*second]);
                let often = a.places.len().max(b.places.len()) >= 2;
                let once = a.places.len().min(b.places.len()) == 1;
                let language = a.places[0].0.primary();
                if often && once && are_variants(a.words[0], b.words[0], true, language) {
                    pairs.push(if a.places.len() >= b.places.len() {
                        (*first, *second)
                    } else {
                        (*second, *first)
                    });
                }
            }
        }
    }
    pairs.sort_unstable_by_key(|(own, rare)| (*rare, *own));
    pairs.dedup();
    for (own, rare) in pairs {
        report(&forms[own], &forms[rare], notes);
    }
}
