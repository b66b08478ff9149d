//! A person whose rank changes between paragraphs.

use std::collections::HashMap;

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy},
    notes::Notes,
    reading::{Kind, Name, lower, without_possessive},
    rule::{Check, Concern, Family, Rule, Span, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "title-change",
    family: Family::Names,
    severity: Severity::Warning,
    what: "A person with two ranks or forms of address: Colonel-General Berg and Lieutenant-General Berg, Mr Berg and Ms Berg.",
    why: "One of the two offends its bearer. A shorter form of the same rank may follow the longer one.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("Colonel-General Anna Berg spoke. Then ⟦Lieutenant-General Anna Berg⟧ left."),
        en("Mr Erik Dahl came. ⟦Ms Dahl⟧ spoke."),
        en("Brigadier Anne Tveit spoke. Then ⟦Col. Anne Tveit⟧ left."),
        en("Dr Miriam Sandler came. ⟦Professor Sandler⟧ spoke."),
        ru(
            "Его создали под руководством профессора Сергея Лукина. По словам ⟦доцента Лукина⟧, он летит.",
        ),
        es("La doctora Eva Luna vino. La ⟦profesora Luna⟧ habló."),
        en("Minister Eva Lund came. Then ⟦Ambassador Eva Lund⟧ spoke."),
        fr("Le colonel Anna Berg a parlé. Puis le ⟦commandant Anna Berg⟧ est parti."),
        de("Oberst Jan Berg sprach. Dann ging ⟦Major Jan Berg⟧."),
        es("El coronel Juan Vega habló. Luego el ⟦comandante Juan Vega⟧ salió."),
        ru("Генерал-полковник Анна Берг выступила. Потом ⟦генерал-лейтенант Анна Берг⟧ ушла."),
    ],
    passes: &[
        en(
            "Colonel-General Anna Berg spoke. General Berg left. Director Eva Dahl is Director Dahl, and Dr Dahl.",
        ),
        de("Prof. Dr. Eva Lund sprach. Professor Lund ging. Dr. Jan Berg; Prof. Dr. Berg."),
        en("Colonel Anne Tveit spoke. Then Col. Anne Tveit left."),
        en("Mr Erik Dahl and Ms Eva Dahl came; Colonel Erik Dahl and Major Eva Dahl too."),
    ],
    check: Check::Release(check),
};

/// Ranks and forms of address that exclude each other.
const RANKS: &[&str] = &[
    "general",
    "colonel",
    "lieutenant",
    "major",
    "captain",
    "sergeant",
    "admiral",
    "commander",
    "brigadier",
    "corporal",
    "commodore",
    "mr",
    "ms",
    "mrs",
    "miss",
    "général",
    "capitaine",
    "commandant",
    "amiral",
    "m",
    "mme",
    "oberst",
    "leutnant",
    "hauptmann",
    "generalmajor",
    "generalleutnant",
    "generaloberst",
    "herr",
    "frau",
    "coronel",
    "teniente",
    "comandante",
    "capitán",
    "almirante",
    "señor",
    "señora",
    "sr",
    "sra",
    "генерал",
    "полковник",
    "подполковник",
    "майор",
    "капитан",
    "лейтенант",
    "адмирал",
    "господин",
    "госпожа",
];

/// Persons of one surname that are compared.
const MOST_FORMS: usize = 16;

struct Titled<'a> {
    title: Vec<&'a str>,
    /// Empty where the surname stands alone.
    given: &'a str,
    block: &'a Block,
    span: Span,
}

fn check(copy: &Copy, _: &With, notes: &mut Notes) {
    let mut by_surname: HashMap<String, Vec<Titled>> = HashMap::new();
    for block in &copy.blocks {
        for name in &block.names {
            let Some((title, given, surname, span)) = titled(block, name) else { continue };
            let group = by_surname.entry(surname).or_default();
            let others = group
                .iter()
                .filter(|other| other.given.is_empty() || given.is_empty() || other.given == given);
            let several = given.is_empty()
                && others.clone().any(|a| {
                    group
                        .iter()
                        .any(|b| !a.given.is_empty() && !b.given.is_empty() && a.given != b.given)
                });
            let first = others.clone().find_map(|other| {
                let same = !given.is_empty() && other.given == given;
                Some((other, conflict(&other.title, &title, same)?))
            });
            if let Some((first, severity)) = first.filter(|_| !several) {
                let was = &first.block.text()[first.span.clone()];
                notes
                    .at(block, span.clone(), say!("Before, this person is “{was}”.", was))
                    .weigh(severity)
                    .see(first.block, first.span.clone());
            } else if group.len() < MOST_FORMS {
                group.push(Titled { title, given, block, span });
            }
        }
    }
}

/// The words of a name's title, its given name, its surname in small letters, and where both stand.
fn titled<'a>(block: &'a Block, name: &Name) -> Option<(Vec<&'a str>, &'a str, String, Span)> {
    let title = name.title.clone()?;
    let words: Vec<&str> = title
        .clone()
        .filter(|at| block.tokens[*at].kind == Kind::Word)
        .map(|at| in_full(block.lower(at)))
        .collect();
    let (first, last) = (*name.words.first()?, *name.words.last()?);
    if words.is_empty() || name.words.len() > 3 || name.tokens.end - name.tokens.start > 6 {
        return None;
    }
    let given = if first == last { "" } else { block.lower(first) };
    let surname = lower(without_possessive(block.word(last))).into_owned();
    Some((words, given, surname, block.span(title.start..name.tokens.end)))
}

/// A rank that is written short, in full.
fn in_full(word: &str) -> &str {
    match word {
        "gen" => "general",
        "col" => "colonel",
        "lt" => "lieutenant",
        "maj" => "major",
        "capt" => "captain",
        "sgt" => "sergeant",
        "adm" => "admiral",
        "cdr" => "commander",
        "brig" => "brigadier",
        "prof"
        | "professorin"
        | "professeur"
        | "profesor"
        | "profesora"
        | "профессор"
        | "профессора"
        | "профессору"
        | "профессором" => "professor",
        "доцента" | "доценту" | "доцентом" => "доцент",
        "доктора" => "доктор",
        "doctor" | "doctora" | "dra" | "docteur" | "docteure" => "dr",
        "pr" => "professor",
        "madame" => "mme",
        "monsieur" => "m",
        other => other,
    }
}

/// How sure it is that one of two titles is wrong: ranks and forms of address exclude each other,
/// while a person can hold two offices.
fn conflict(a: &[&str], b: &[&str], same_person: bool) -> Option<Severity> {
    let part = |a: &[&str], b: &[&str]| a.iter().all(|word| b.contains(word));
    if part(a, b) || part(b, a) {
        return None;
    }
    let ranked = |title: &[&str]| title.iter().any(|word| RANKS.contains(word));
    let address = |title: &[&str]| title.iter().any(|word| ADDRESSES.contains(word));
    let married = |title: &[&str]| matches!(title[0], "ms" | "mrs" | "miss");
    let degree = |title: &[&str]| title.iter().all(|word| ACADEMIC.contains(word));
    if degree(a) && degree(b) {
        return Some(Severity::Warning);
    }
    match (ranked(a) && ranked(b), address(a) || address(b)) {
        (true, true) if address(a) != address(b) || married(a) && married(b) => None,
        (true, _) => Some(Severity::Warning),
        (false, true) => None,
        (false, false) => {
            let apart = a.iter().all(|word| !b.contains(word));
            (same_person && apart).then_some(Severity::Advice)
        }
    }
}

/// Academic titles, of which a person has one or the other where they stand alone.
const ACADEMIC: &[&str] = &["dr", "professor", "доцент", "доктор", "академик"];

/// Forms of address in full, which go together with any rank.
const ADDRESSES: &[&str] = &[
    "mr",
    "ms",
    "mrs",
    "miss",
    "dr",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "m",
    "mme",
    "mlle",
    "herr",
    "frau",
    "señor",
    "señora",
    "sr",
    "sra",
    "господин",
    "госпожа",
    "доктор",
];
