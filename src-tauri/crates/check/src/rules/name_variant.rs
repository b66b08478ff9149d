//! The same name in two spellings.

use std::collections::{HashMap, HashSet};

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    nearness::{is_transliteration, plain, same_name, same_surname, within},
    notes::{Notes, Spot},
    reading::{Shape, lower, without_possessive},
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
        en(
            "Professor Naveen Chaudhary spoke.\nThe map is new, and ⟦Chaudhary Naveen⟧ will show it.",
        ),
        en("Coach Gwen Hathersage spoke.\nCoach ⟦Hathersedge⟧ will go on."),
        es("Habló la consejera Nuria Etxeberria.\nLa consejera ⟦Nuria Echeverría⟧ espera más."),
        de("Es sprach Trainer Dragan Milošević.\nTrainer ⟦Milosewitsch⟧ bleibt."),
        en("Yury Petrov met the pilots. Later Mr ⟦Yuri Petrov⟧ spoke, and Yury Petrov left."),
        en("Director Anna Tasmagambetova came. ⟦Anna Tasmagambetowa⟧ spoke."),
        en("The ships left Vestmark. In Vestmark it rained, and in ⟦Vestmrak⟧ too."),
        fr("Le directeur Éric Lefèvre est venu. Puis ⟦Érik Lefèvre⟧ a parlé."),
        de("Direktor Stefan Berg kam. Später sprach ⟦Stephan Berg⟧."),
        de("Es sprach Hafendirektorin Petra Schmitt. Laut ⟦Petra Schmidt⟧ ist der Hafen offen."),
        es("La directora Elena Gómez vino. Luego ⟦Helena Gómez⟧ habló."),
        en("Piotr Kamieński thanked the crews. Mr ⟦Kaminski⟧ left."),
        en("Professor Hannah Brooks spoke. ⟦Hanna Brooks⟧ left."),
        en("Professor Yasmin Adeyinka spoke. Prof. ⟦Adeyinke⟧ left."),
        en("Henrik Aalto spoke. Then Mr ⟦Alto⟧ left."),
        de("Dr. Katrin Weber sprach. Dann ging Frau ⟦Webber⟧."),
        es("La entrenadora Marta Solís habló. Luego ⟦Marta Solis⟧ salió."),
        de("Es sprach Sabine Trautmann. Laut ⟦Sabine Trautman⟧ ist er offen."),
        en("Oleksandr Hrytsenko spoke. ⟦Aleksandr Hrytsenko⟧ left."),
        ru("Губернатор Алексей Воронцов приехал. «Ждём», – сказал ⟦Воронцев⟧."),
        en("The talks in Kyiv ended; the guests left ⟦Kiev⟧ on Monday."),
        en("Ships for Sorholmen wait. The mayor of ⟦Sorholmmen⟧ came."),
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

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let full = full_names(copy);
    // One part of a name is shared, the other is nearly so.
    for shared in [false, true] {
        let mut groups: HashMap<String, Vec<&Form>> = HashMap::new();
        for form in &full {
            let key = lower(form.words[usize::from(!shared)]).into_owned();
            let group = groups.entry(key).or_default();
            if group.len() < MOST_FORMS {
                group.push(form);
            }
        }
        compare(&groups, usize::from(shared), notes);
    }
    turned_round(&full, notes);
    titled_surnames(copy, &full, notes);
    single_words(copy, with, notes);
    two_names(copy, notes);
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
            // So may, in German, the office before the name: "Hafendirektorin Petra Berg".
            let german = block.primary() == "de";
            let two =
                name.words.len() == 2 || name.words.len() == 3 && (name.begins_sentence || german);
            let plain = two && last == first + 2;
            if !plain || block.tokens[last].shape == Shape::Upper {
                continue;
            }
            let span = block.span(first..last + 1);
            let words = &block.text()[span.clone()];
            let at = *known.entry(words.to_owned()).or_insert_with(|| {
                forms.push(Form {
                    words: vec![block.word(first), without_possessive(block.word(last))],
                    places: Vec::new(),
                });
                forms.len() - 1
            });
            forms[at].places.push((block, span));
        }
    }
    forms
}

fn compare(groups: &HashMap<String, Vec<&Form>>, part: usize, notes: &mut Notes) {
    let mut pairs: Vec<(&Form, &Form, Option<Severity>)> = Vec::new();
    for group in groups.values() {
        for (at, first) in group.iter().enumerate() {
            for second in &group[at + 1..] {
                let language = first.places[0].0.primary();
                let (a, b) = (first.words[part], second.words[part]);
                let near = match part {
                    1 => same_surname(a, b, language) || is_transliteration(a, b) || are_long(a, b),
                    _ => same_name(a, b, false, language) || is_transliteration(a, b),
                };
                let gender = part == 0 && differ_in_gender(a, b);
                if near || gender {
                    let rarer_second = second.places.len() <= first.places.len();
                    let (own, rare) = if rarer_second { (first, second) } else { (second, first) };
                    pairs.push((own, rare, if near { None } else { Some(Severity::Advice) }));
                }
            }
        }
    }
    pairs.sort_by_key(|(_, rare, _)| (rare.places[0].0.index, rare.places[0].1.start));
    for (own, rare, severity) in pairs {
        report(own, rare, severity, notes);
    }
}

/// "Josephine" and "Josephina": two persons of one family, or one person of two spellings.
fn differ_in_gender(a: &str, b: &str) -> bool {
    let stem = |word: &str| lower(word).strip_suffix(['a', 'e']).map(plain);
    let (a, b) = (stem(a), stem(b));
    a == b && a.is_some_and(|stem| stem.chars().count() >= LEAST_LETTERS)
}

/// Long surnames behind one given name that two letters part: "Hathersage", "Hathersedge".
fn are_long(a: &str, b: &str) -> bool {
    let (a, b) = (plain(&lower(a)), plain(&lower(b)));
    let least = a.chars().count().min(b.chars().count());
    let form = a.starts_with(&b) || b.starts_with(&a);
    least >= LONG && !form && a.chars().next() == b.chars().next() && within(&a, &b, 2)
}

/// So many letters make a long surname.
const LONG: usize = 7;

/// "Naveen Chaudhary" and "Chaudhary Naveen".
fn turned_round(full: &[Form], notes: &mut Notes) {
    let mut known: HashMap<(&str, &str), &Form> = HashMap::new();
    for form in full {
        let (first, last) = (form.words[0], form.words[1]);
        match known.get(&(last, first)) {
            Some(other) if form.places.len() > other.places.len() => {
                report(form, other, None, notes)
            }
            Some(other) => report(other, form, None, notes),
            None => {
                known.insert((first, last), form);
            }
        }
    }
}

fn report(own: &Form, rare: &Form, severity: Option<Severity>, notes: &mut Notes) {
    let (shown, span) = &own.places[0];
    let right = &shown.text()[span.clone()];
    for (block, place) in &rare.places {
        let note = notes
            .at(
                block,
                place.clone(),
                say!("Elsewhere in this release this name is written “{right}”.", right),
            )
            .fix(right)
            .see(shown, span.clone());
        if let Some(severity) = severity {
            note.weigh(severity);
        }
    }
}

/// A surname behind a title that is one slip away from the only full name that is near to it: the
/// title says that it is a person, so that it may be shorter than other words.
fn titled_surnames(copy: &Copy, full: &[Form], notes: &mut Notes) {
    let surnames: HashSet<&str> =
        full.iter().filter_map(|form| form.words.last().copied()).collect();
    if surnames.len() > MOST_FORMS {
        return;
    }
    for block in &copy.blocks {
        for name in block.names.iter().filter(|name| name.title.is_some()) {
            let [at] = name.words[..] else { continue };
            let word = without_possessive(block.word(at));
            let length = word.chars().count();
            if length < LEAST_SURNAME || surnames.contains(word) {
                continue;
            }
            let small = |word: &str| plain(&lower(word));
            let near = full.iter().take(MOST_FULL).filter(|form| {
                form.words.last().is_some_and(|known| {
                    known.chars().count() >= 4
                        && known.chars().next() == word.chars().next()
                        && (within(&small(known), &small(word), 1)
                            || are_long(known, word)
                            || is_transliteration(known, word))
                        && !(block.primary() == "ru" && same_stem(known, word))
                })
            });
            let near: Vec<&Form> = near.collect();
            if let [own] = near[..] {
                let start = block.tokens[at].start;
                let (shown, span) = &own.places[0];
                let right = own.words[own.words.len() - 1];
                let message =
                    say!("Elsewhere in this release this name is written “{right}”.", right);
                notes
                    .at(block, start..start + word.len(), message)
                    .fix(right)
                    .see(shown, span.clone());
            }
        }
    }
}

/// Full names that a surname is compared with.
const MOST_FULL: usize = 64;

/// The shortest surname that is compared.
const LEAST_SURNAME: usize = 4;

/// Russian surnames in two cases.
fn same_stem(a: &str, b: &str) -> bool {
    let cut = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        letters[..letters.len() - 1].iter().collect::<String>()
    };
    cut(a) == cut(b) || a.starts_with(b) || b.starts_with(a)
}

/// The shortest single word that is compared: shorter ones are near to too many.
const LEAST_LETTERS: usize = 6;

/// A capitalised word that stands once and is one slip away from one that stands more often.
fn single_words(copy: &Copy, with: &With, notes: &mut Notes) {
    let mut forms: Vec<Form> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for block in &copy.blocks {
        for name in &block.names {
            for at in &name.words {
                let word = without_possessive(block.word(*at));
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
        let letters: Vec<char> = plain(form.words[0]).chars().take(40).collect();
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
                let language = a.places[0].0.primary();
                let rare = if a.places.len() >= b.places.len() { b } else { a };
                let near = same_name(a.words[0], b.words[0], true, language)
                    || is_transliteration(a.words[0], b.words[0]);
                if rare.places.len() == 1 && near && is_slip(a, b, with) {
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
    // What is marked as a whole name needs no mark on its first or last word.
    let mut marked = HashSet::new();
    for note in &notes.all {
        if let Spot::Text { block, span } = &note.spot {
            marked.extend([(*block, span.start), (*block, span.end)]);
        }
    }
    let is_marked = |form: &Form| {
        form.places.iter().any(|(block, span)| {
            marked.contains(&(block.index, span.start)) || marked.contains(&(block.index, span.end))
        })
    };
    for (own, rare) in pairs {
        if !is_marked(&forms[rare]) {
            report(&forms[own], &forms[rare], None, notes);
        }
    }
}

/// Whether a dictionary speaks against both words being what was meant: one word of the language is
/// another word, and no slip. German nouns are all capitalised, so without a dictionary none is
/// compared.
fn is_slip(a: &Form, b: &Form, with: &With) -> bool {
    let block = a.places[0].0;
    let dictionaries = with.dictionaries.of(block.language());
    let has = |form: &Form| {
        let word = form.words[0];
        dictionaries.iter().any(|known| known.has(word) || known.has(&lower(word)))
    };
    if dictionaries.is_empty() {
        return block.primary() != "de" && a.places.len().max(b.places.len()) >= 2;
    }
    !has(a) && !has(b) || !(has(a) && has(b)) && block.primary() != "de"
}

/// Two names of one place, of which a release uses one.
const PLACES: &[(&str, &str)] = &[
    ("Kyiv", "Kiev"),
    ("Kharkiv", "Kharkov"),
    ("Odesa", "Odessa"),
    ("Lviv", "Lvov"),
    ("Almaty", "Alma-Ata"),
    ("Belarus", "Byelorussia"),
    ("Moldova", "Moldavia"),
    ("Kyrgyzstan", "Kirghizia"),
    ("Kyrgyzstan", "Kirgizstan"),
    ("Tajikistan", "Tadzhikistan"),
    ("Turkmenistan", "Turkmenia"),
    ("Beijing", "Peking"),
    ("Mumbai", "Bombay"),
    ("Kolkata", "Calcutta"),
    ("Myanmar", "Burma"),
    ("Eswatini", "Swaziland"),
    ("Türkiye", "Turkey"),
    ("Czechia", "Czech Republic"),
];

fn two_names(copy: &Copy, notes: &mut Notes) {
    let english = || copy.blocks.iter().filter(|block| block.primary() == "en");
    let find = |name: &str| {
        english().find_map(|block| {
            let at = block.text().find(name)?;
            let whole = !block.text()[at + name.len()..].starts_with(char::is_alphabetic);
            whole.then_some((block, at..at + name.len()))
        })
    };
    for (own, other) in PLACES {
        if let Some((shown, model)) = find(own)
            && let Some((block, span)) = find(other)
        {
            notes
                .at(block, span, say!("Elsewhere in this release this is called “{own}”.", own))
                .fix(*own)
                .see(shown, model);
        }
    }
}
