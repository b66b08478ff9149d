//! A release and its translation: what the one says and the other does not.

use chrono::Datelike;
use dateline_model::{ReleaseId, say};

use crate::{
    Place, Severity,
    archive::{name_key, persons},
    copy::{Block, Copy},
    lexicon::Class,
    nearness::within,
    notes::{Note, Notes},
    rule::{Check, Concern, Family, Rule, Span},
};

pub(crate) static DATES: Rule = edition_rule(
    "edition-dates",
    Severity::Error,
    "A date in a translation that its source does not have, or the reverse.",
    "Translators take the day from one line and the month from the next.",
);

pub(crate) static FIGURES: Rule = edition_rule(
    "edition-figures",
    Severity::Error,
    "A figure in a translation that its source does not have, or the reverse.",
    "Points and commas change places between languages, and noughts get lost.",
);

pub(crate) static NAMES: Rule = edition_rule(
    "edition-names",
    Severity::Warning,
    "A name that sounds otherwise in the translation than in its source.",
    "Readers of both take one person for two.",
);

const fn edition_rule(
    id: &'static str,
    severity: Severity,
    what: &'static str,
    why: &'static str,
) -> Rule {
    Rule {
        id,
        family: Family::Editions,
        severity,
        what,
        why,
        concern: Concern::Fact,
        settings: &[],
        hits: &[],
        passes: &[],
        check: Check::Editions,
    }
}

/// What a translation says otherwise than its source; see [`crate::Checker::compare`].
pub(crate) fn compare(
    source: &Copy,
    source_id: Option<ReleaseId>,
    translation: &Copy,
) -> Vec<(&'static Rule, Note)> {
    let mut notes: Vec<(&'static Rule, Note)> = Vec::new();
    let mut compare = |rule: &'static Rule, there: Vec<Said>, here: Vec<Said>| {
        let mut own = Notes::default();
        unmatched(&there, &here, &mut own, source_id);
        notes.extend(own.all.into_iter().map(|note| (rule, note)));
    };
    // Where months are no words to us, a date is a row of loose figures and agrees with nothing.
    if reads_dates(source) && reads_dates(translation) {
        compare(&DATES, dates(source), dates(translation));
        compare(&FIGURES, figures(source), figures(translation));
    }
    let mut own = Notes::default();
    names(source, translation, &mut own, source_id);
    notes.extend(own.all.into_iter().map(|note| (&NAMES, note)));
    notes
}

/// Something that an edition says, in a form that languages share.
struct Said<'a> {
    value: String,
    block: &'a Block,
    span: Span,
}

fn reads_dates(copy: &Copy) -> bool {
    copy.blocks.iter().all(|block| block.lexicon().words(Class::Month).next().is_some())
}

fn dates<'a>(copy: &'a Copy) -> Vec<Said<'a>> {
    let year = copy.content.and_then(|content| content.date).map(|date| date.year());
    let mut said = Vec::new();
    for block in &copy.blocks {
        for date in &block.dates {
            let year = date.year.map(|(year, _)| year).or(year).unwrap_or_default();
            let value = format!("{year}-{}-{}", date.month, date.day.unwrap_or_default());
            said.push(Said { value, block, span: block.span(date.tokens.clone()) });
        }
    }
    said
}

/// Smaller whole numbers are often words in one language and figures in the other.
const LEAST: f64 = 13.0;

fn figures<'a>(copy: &'a Copy) -> Vec<Said<'a>> {
    let mut said = Vec::new();
    for block in copy.blocks.iter().filter(|block| block.slot != dateline_model::Slot::Contacts) {
        for figure in &block.figures {
            if figure.value >= LEAST || figure.value.fract() != 0.0 {
                said.push(Said {
                    value: figure.value.to_string(),
                    block,
                    span: block.span(figure.tokens.clone()),
                });
            }
        }
    }
    said
}

/// Notes what stands in one edition alone. What both miss of each other in the same order belongs
/// together.
fn unmatched(there: &[Said], here: &[Said], notes: &mut Notes, source: Option<ReleaseId>) {
    let mut left: Vec<&Said> =
        there.iter().filter(|said| here.iter().all(|other| other.value != said.value)).collect();
    left.dedup_by(|a, b| a.value == b.value);
    let mut left = left.into_iter();
    for said in here.iter().filter(|said| there.iter().all(|other| other.value != said.value)) {
        let words = said.block.text()[said.span.clone()].to_owned();
        match left.next() {
            Some(other) => {
                let place = place(other, source);
                let message = say!("The source says “{words}”.", words = place.excerpt);
                notes.at(said.block, said.span.clone(), message).see_place(place);
            }
            None => {
                notes.at(
                    said.block,
                    said.span.clone(),
                    say!("The source does not say “{words}”.", words),
                );
            }
        }
    }
    for other in left {
        let place = place(other, source);
        let message =
            say!("The source says “{words}”, the translation does not.", words = place.excerpt);
        notes.on(other.block.slot, message).see_place(place);
    }
}

fn place(said: &Said, release: Option<ReleaseId>) -> Place {
    let (block, span) = (said.block, said.span.clone());
    Place {
        release,
        slot: block.slot,
        block: block.number,
        start: block.characters_before(span.start),
        end: block.characters_before(span.end),
        excerpt: block.text()[span].to_owned(),
    }
}

/// Names that nearly sound alike, in whatever alphabet.
fn names(source: &Copy, translation: &Copy, notes: &mut Notes, id: Option<ReleaseId>) {
    let people = |copy: &'_ Copy| -> Vec<(String, usize, Span)> {
        let all =
            copy.blocks.iter().flat_map(|block| persons(block).map(move |person| (block, person)));
        all.map(|(block, person)| {
            let latin: Vec<String> = person.words.iter().map(|word| in_latin(word)).collect();
            (name_key(&latin), block.index, person.span)
        })
        .collect()
    };
    let there = people(source);
    for (key, block, span) in people(translation) {
        let known = there.iter().any(|(other, ..)| *other == key || is_case_of(other, &key));
        let near = || there.iter().find(|(other, ..)| key.len() >= 5 && within(other, &key, 1));
        if let Some((_, index, place_there)) = near().filter(|_| !known) {
            let other = Said {
                value: String::new(),
                block: &source.blocks[*index],
                span: place_there.clone(),
            };
            let place = place(&other, id);
            let message = say!("The source calls this person “{words}”.", words = place.excerpt);
            notes.at(&translation.blocks[block], span, message).see_place(place);
        }
    }
}

/// Russian cases add a consonant or two at the end of a name.
fn is_case_of(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let case = |a: &str, b: &str| {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        long.strip_prefix(short).is_some_and(|rest| matches!(rest, "" | "m" | "h" | "g"))
    };
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| case(a, b))
}

/// Cyrillic letters by their usual Latin ones; others stay.
fn in_latin(word: &str) -> String {
    let mut latin = String::new();
    for c in word.to_lowercase().chars() {
        latin.push_str(match c {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'ё' | 'э' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'й' | 'ы' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ъ' | 'ь' => "",
            'ю' => "yu",
            'я' => "ya",
            'ä' | 'á' | 'à' | 'â' | 'å' => "a",
            'ö' | 'ó' | 'ô' | 'ø' => "o",
            'ü' | 'ú' | 'û' => "u",
            'é' | 'è' | 'ê' => "e",
            'í' | 'î' => "i",
            'ç' => "c",
            'ñ' => "n",
            other => {
                latin.push(other);
                continue;
            }
        });
    }
    latin
}

#[cfg(test)]
mod tests {
    use dateline_model::{Block as Node, Body, Content};

    use crate::{Checker, HouseStyle};

    fn edition(language: &str, text: &str) -> Content {
        Content {
            language: language.parse().unwrap(),
            date: "2024-07-25".parse().ok(),
            body: Body(vec![Node::paragraph(text)]),
            ..Content::default()
        }
    }

    fn found(source: &Content, translation: &Content) -> Vec<(&'static str, String)> {
        let found = Checker::new(HouseStyle::default()).compare(source, Some(7), translation);
        assert!(found.iter().all(|f| f.related.iter().all(|place| place.release == Some(7))));
        found.into_iter().map(|f| (f.rule, f.excerpt)).collect()
    }

    #[test]
    fn dates_figures_and_names_are_compared() {
        let source =
            edition("en-GB", "On 12 March 2024 about 2,500 pilots met director Anna Sidorova.");
        let right = edition(
            "ru",
            "12 марта 2024 года около 2500 лоцманов встретили директора Анну Сидорову.",
        );
        assert_eq!(found(&source, &right), []);
        let wrong =
            edition("ru", "13 марта 2024 года около 250 лоцманов встретил директор Анна Сидолова.");
        assert_eq!(
            found(&source, &wrong),
            [
                ("edition-dates", "13 марта 2024".into()),
                ("edition-figures", "250".into()),
                ("edition-names", "Анна Сидолова".into())
            ]
        );
    }

    #[test]
    fn what_the_translation_lacks_is_said_too() {
        let source = edition("en-GB", "On 12 March 2024 about 2,500 pilots met.");
        assert_eq!(
            found(&source, &edition("fr", "Des pilotes se sont réunis.")),
            [("edition-dates", String::new()), ("edition-figures", String::new())]
        );
    }

    #[test]
    fn dates_that_cannot_be_read_are_not_compared() {
        let source = edition("en-GB", "On Wednesday, 14 October 2026, about 600 people took part.");
        let right = edition("ar", "شارك نحو 600 شخص يوم الأربعاء 14 أكتوبر 2026.");
        assert_eq!(found(&source, &right), []);
    }
}
