//! One product, vehicle, work or exercise under two near names.

use std::collections::{BTreeSet, HashMap};

use dateline_model::say;

use crate::{
    Severity,
    copy::{Block, Copy, stand_together},
    lexicon::Class,
    nearness::{plain, within},
    notes::Notes,
    reading::{Kind, Role, Shape, lower},
    rule::{Check, Concern, Family, Rule, Span, With, de, en, es, fr, ru},
};

pub(crate) static RULE: Rule = Rule {
    id: "thing-variant",
    family: Family::Names,
    severity: Severity::Warning,
    what: "A product, a vehicle, a work or an exercise under two near names: TallyBook 4 and TallyBooks 4, «Viento Sur» and «Viento del Sur».",
    why: "A name that was typed twice was typed wrong once. The word or number that stands beside both says that one thing is meant.",
    concern: Concern::Fact,
    settings: &[],
    hits: &[
        en("She sells TallyBook 4 and likes it.\nThen ⟦TallyBooks⟧ 4 is cheap."),
        en("He drove the Merlin van here.\nHe sold the ⟦Marlin⟧ van."),
        en("They met for Exercise Northern Lantern.\nExercise ⟦Northern Lanterns⟧ ended."),
        de("Die Presse Ceres 7 ist neu.\nDie Reihe ⟦Zeres⟧ 7 ist alt."),
        es("Empiezan las maniobras «Viento Sur».\nLas maniobras «⟦Viento del Sur⟧» acaban."),
        fr("L’exercice « Brume d’automne » commence.\nL’exercice « ⟦Brumes d’octobre⟧ » finit."),
        ru("Завод «Сталь-Вектор» открыт.\nЗавод «⟦Вектор-Сталь⟧» закрыт."),
    ],
    passes: &[
        en("The Merlin van and the Marlin van met. The Northern team beat the Southern team."),
        en(
            "She read “Blue Sea” and “Red Sea”. The film “The Long Road Home” was shown; the film “The Short Way Home” too.",
        ),
        en(
            "They met for Exercise Northern Lantern; the Western Lantern burnt. Room Anna 4 and room Hanna 5.",
        ),
        fr("L’exercice « Brume d’automne » suit l’exercice « Brume d’hiver »."),
    ],
    check: Check::Release(check),
};

/// Names that are compared with one another: far more than a release has.
const MOST: usize = 24;

/// Shorter words are near to too many.
const LEAST_LETTERS: usize = 5;

/// A name and where it stands, and what stands beside it.
struct Thing<'a> {
    /// As it is written.
    name: &'a str,
    places: Vec<(&'a Block, Span)>,
}

fn check(copy: &Copy, with: &With, notes: &mut Notes) {
    let mut found: Vec<Pair> = Vec::new();
    let tagged = gathered(copy, tagged);
    let headed = gathered(copy, headed);
    let quoted = gathered(copy, quoted);
    for (key, things) in &tagged {
        let number = key.starts_with(|c: char| c.is_ascii_digit());
        pairs(things, &mut found, |a, b| is_slip(a, b, number).then(|| surety(a, b, number, with)));
    }
    for things in headed.values() {
        pairs(things, &mut found, |a, b| {
            let (a, b) = (small(a.name), small(b.name));
            within(&a, &b, 1).then_some(Severity::Warning)
        });
    }
    for things in quoted.values() {
        pairs(things, &mut found, |a, b| near_works(a.name, b.name));
    }
    found.sort_by_key(|(_, rare, _)| (rare.places[0].0.index, rare.places[0].1.start));
    for (own, rare, severity) in found {
        let (shown, span) = &own.places[0];
        for (block, place) in &rare.places {
            let name = own.name;
            let message = say!("Elsewhere in this release this seems to be called “{name}”.", name);
            notes
                .at(block, place.clone(), message)
                .fix(name)
                .see(shown, span.clone())
                .weigh(severity);
        }
    }
}

type Pair<'t, 'a> = (&'t Thing<'a>, &'t Thing<'a>, Severity);

/// The things of a release that have the same beside them.
fn gathered<'a>(
    copy: &'a Copy,
    find: impl Fn(&'a Block, &mut dyn FnMut(String, Span)),
) -> HashMap<String, Vec<Thing<'a>>> {
    let mut all: HashMap<String, Vec<Thing<'a>>> = HashMap::new();
    for block in &copy.blocks {
        find(block, &mut |key, span| {
            let name = &block.text()[span.clone()];
            let things = all.entry(key).or_default();
            match things.iter().position(|thing| thing.name == name) {
                Some(known) => things[known].places.push((block, span)),
                None if things.len() < MOST => {
                    things.push(Thing { name, places: vec![(block, span)] });
                }
                None => {}
            }
        });
    }
    all
}

fn pairs<'t, 'a>(
    things: &'t [Thing<'a>],
    found: &mut Vec<Pair<'t, 'a>>,
    near: impl Fn(&Thing, &Thing) -> Option<Severity>,
) {
    for (at, first) in things.iter().enumerate() {
        for second in &things[at + 1..] {
            let apart = || !stand_together(&first.places, &second.places, MOST);
            let Some(severity) = near(first, second).filter(|_| apart()) else { continue };
            let second_rarer = second.places.len() <= first.places.len();
            let (own, rare) = if second_rarer { (first, second) } else { (second, first) };
            found.push((own, rare, severity));
        }
    }
}

fn small(name: &str) -> String {
    plain(&lower(name))
}

/// Names before a number or a small noun, by that.
fn tagged(block: &Block, add: &mut dyn FnMut(String, Span)) {
    for at in block.names.iter().filter_map(|name| name.words.last().copied()) {
        let token = &block.tokens[at];
        let named = matches!(token.shape, Shape::Capital | Shape::Other)
            && [Class::Month, Class::Weekday, Class::Title, Class::Function]
                .iter()
                .all(|class| !token.sense.is(*class))
            && block.word(at).chars().count() >= LEAST_LETTERS;
        let spaced = block.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Space);
        let Some(next) = block.tokens.get(at + 2).filter(|_| named && spaced) else { continue };
        let number = next.kind == Kind::Number && next.end - next.start <= 3;
        let noun = next.is_plain_word() && block.primary() != "ru";
        if number || noun && next.end - next.start >= 3 {
            add(block.lower(at + 2).to_owned(), token.range());
        }
    }
}

/// Whether one letter parts two names; an ending only before a number.
fn is_slip(a: &Thing, b: &Thing, number: bool) -> bool {
    let (a, b) = (small(a.name), small(b.name));
    let form = a.starts_with(&b) || b.starts_with(&a);
    (number || !form) && a != b && within(&a, &b, 1)
}

/// Before a noun, two words that a dictionary has may both be meant; in German so may any.
fn surety(a: &Thing, b: &Thing, number: bool, with: &With) -> Severity {
    let block = a.places[0].0;
    let dictionary = with.dictionary(block);
    let known = |name: &str| {
        dictionary.as_ref().is_some_and(|known| known.has(name) || known.has(&lower(name)))
    };
    let both = known(a.name) && known(b.name);
    if both && (!number || block.primary() == "de") { Severity::Advice } else { Severity::Warning }
}

/// Names of two words or more, one of which is said to be an exercise or the like, by all of their
/// words but the last.
fn headed(block: &Block, add: &mut dyn FnMut(String, Span)) {
    for name in &block.names {
        let is_head = |at: &usize| block.tokens[*at].sense.is(Class::Head);
        let own = match name.words.split_first() {
            Some((first, rest)) if is_head(first) => rest,
            _ => &name.words[..],
        };
        let [first, .., last] = own else { continue };
        let capitals = own.iter().all(|at| block.tokens[*at].shape == Shape::Capital);
        if capitals && own.len() <= 4 && !is_head(last) {
            let words: Vec<_> = own[..own.len() - 1].iter().map(|at| block.lower(*at)).collect();
            add(words.join(" "), block.span(*first..last + 1));
        }
    }
}

/// Works and exercises in quotation marks, by the word before them.
fn quoted(block: &Block, add: &mut dyn FnMut(String, Span)) {
    for quote in block.quotes.iter().filter(|quote| quote.role == Role::Open) {
        let Some(end) = quote.partner.map(|partner| block.quotes[partner].token) else { continue };
        let blank = |at: usize| block.tokens.get(at).is_some_and(|token| token.is_blank());
        let (first, last) = (
            quote.token + 1 + usize::from(blank(quote.token + 1)),
            end - usize::from(end > 0 && blank(end - 1)),
        );
        let Some(tokens) = block.tokens.get(first..last) else { continue };
        let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
        let plain = tokens.iter().all(|token| match token.kind {
            Kind::Word | Kind::Space => true,
            Kind::Mark(mark) => matches!(mark, '-' | '’' | '\''),
            _ => false,
        });
        let begins = tokens.first().is_some_and(|token| token.is_capitalised());
        if !plain || !begins || !(2..=6).contains(&words) {
            continue;
        }
        let before = (0..quote.token).rev().find(|at| !block.tokens[*at].is_blank());
        let head = before.filter(|at| block.tokens[*at].kind == Kind::Word);
        let head: String =
            head.map(|at| block.lower(at).chars().take(5).collect()).unwrap_or_default();
        if head.chars().count() >= 4 {
            add(head, block.span(first..last));
        }
    }
}

/// Whether two works of one kind are one: the same words in another order or with other small words
/// between, or names that begin alike.
fn near_works(a: &str, b: &str) -> Option<Severity> {
    let words = |name: &str| -> Vec<String> {
        small(name)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= 3 && !SMALL.contains(word))
            .map(str::to_owned)
            .collect()
    };
    let (first, second) = (words(a), words(b));
    let same = first.iter().collect::<BTreeSet<_>>() == second.iter().collect::<BTreeSet<_>>();
    if same && !first.is_empty() {
        return (small(a) != small(b)).then_some(Severity::Warning);
    }
    let begins = |a: &str, b: &str| a.chars().count() >= LEAST_LETTERS && within(a, b, 1);
    let alike = first.len() == second.len() && first.len() == 2 && begins(&first[0], &second[0]);
    alike.then_some(Severity::Advice)
}

/// What stands between the words of a name.
const SMALL: [&str; 14] = [
    "the", "and", "del", "los", "las", "des", "les", "der", "die", "das", "und", "von", "for",
    "with",
];
