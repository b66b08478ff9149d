//! What the office has said before: what is remembered of each release, and how the checks ask.

use std::collections::HashMap;

use chrono::NaiveDate;
use dateline_model::{Content, Mention, ReleaseId, Sentence, Slot, say};
use sha2::{Digest, Sha256};

use crate::{
    Place,
    copy::{self, Block},
    lexicon::Class,
    nearness::sounds,
    reading::{Kind, Name, Reading, Shape, lower, without_possessive},
};

/// The releases that went before. The desk answers from an index of [`mentions`] that each save
/// keeps up; every question is a look-up by its two words.
pub trait Archive {
    /// How the thing that this key names was written in earlier releases, the most frequent first.
    fn mentions(&self, what: &str, key: &str) -> Vec<Usage>;
}

/// One way in which a thing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// How.
    pub text: String,
    /// How many releases write it so.
    pub releases: usize,
    /// The newest of these releases.
    pub latest: ReleaseId,
    /// The day of that release.
    pub date: Option<NaiveDate>,
}

/// The archive of an office that has said nothing yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoArchive;

impl Archive for NoArchive {
    fn mentions(&self, _what: &str, _key: &str) -> Vec<Usage> {
        Vec::new()
    }
}

/// An archive in memory, for a folder of files or a small desk.
#[derive(Clone, Debug, Default)]
pub struct Index {
    usages: HashMap<(&'static str, String), Vec<Usage>>,
}

impl Index {
    /// Adds a release.
    pub fn add(&mut self, release: ReleaseId, content: &Content) {
        for Mention { what, key, text } in mentions(content) {
            let usages = self.usages.entry((what, key)).or_default();
            match usages.iter_mut().find(|usage| usage.text == text) {
                Some(usage) => {
                    usage.releases += 1;
                    if content.date >= usage.date {
                        (usage.latest, usage.date) = (release, content.date);
                    }
                }
                None => {
                    usages.push(Usage { text, releases: 1, latest: release, date: content.date })
                }
            }
            usages.sort_by_key(|usage| std::cmp::Reverse(usage.releases));
        }
    }
}

impl Archive for Index {
    fn mentions(&self, what: &str, key: &str) -> Vec<Usage> {
        let known =
            ["name", "title", "body", "product", "phone", "figure", "boilerplate", "sentence"];
        let what = known.into_iter().find(|known| *known == what);
        let found = what.and_then(|what| self.usages.get(&(what, key.to_owned())));
        found.cloned().unwrap_or_default()
    }
}

/// Goes up whenever [`mentions`] reads something otherwise than before: an index that was made by
/// another form is made anew.
pub const MENTIONS_FORM: u32 = 2;

/// Everything that the index keeps of a release, each thing once: what a [`Mention`] is about is
/// one of `name`, `title`, `body`, `product`, `phone`, `figure`, `boilerplate` and `sentence`.
pub fn mentions(content: &Content) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut add = |what, key: String, text: String| {
        if !key.is_empty() && !text.is_empty() {
            found.push(Mention { what, key, text });
        }
    };
    for (index, passage) in copy::passages(content).into_iter().enumerate() {
        let (slot, number, place) = (passage.slot, passage.number, passage.place);
        let reading = std::sync::Arc::new(Reading::in_own_language(passage.text, passage.language));
        let block = Block { index, slot, number, place, reading };
        for name in persons(&block) {
            add("name", name_key(&name.words), name.text.clone());
            if let Some(title) = name.title {
                add("title", lower(&name.text).into_owned(), title);
            }
        }
        for body in bodies(&block) {
            for key in &body.keys {
                add("body", key.clone(), body.text.clone());
            }
        }
        for (key, text, _) in products(&block) {
            add("product", key, text);
        }
        for (key, value, _) in counted(&block) {
            add("figure", key, value);
        }
        for (key, digits, _) in dated_sentences(&block) {
            add("sentence", key, digits);
        }
    }
    for contact in &content.contacts {
        add("phone", contact_key(contact), digits(&contact.phone));
    }
    for boilerplate in &content.boilerplates {
        add("boilerplate", lower(boilerplate.title.trim()).into_owned(), hash(&boilerplate.text));
    }
    found.sort();
    found.dedup();
    found
}

/// A full name in a text.
pub(crate) struct Person {
    pub(crate) words: Vec<String>,
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) span: crate::rule::Span,
    pub(crate) title_span: crate::rule::Span,
}

/// The names of two or three words in a block that are not set in capitals.
pub(crate) fn persons(block: &Block) -> impl Iterator<Item = Person> {
    let own = |name: &'_ Name| name.words[..before_of(block, name)].to_vec();
    let is_name = move |(name, words): &(&Name, Vec<usize>)| {
        let plain = |at: &usize| block.tokens[*at].shape == Shape::Capital;
        (2..=3).contains(&words.len())
            && !(name.begins_sentence && words.len() == 3)
            && words.iter().all(plain)
    };
    let names = block.names.iter().map(move |name| (name, own(name)));
    names.filter(is_name).map(|(name, words)| {
        let span = block.span(name.tokens.start..words[words.len() - 1] + 1);
        let text = without_possessive(&block.text()[span.clone()]).to_owned();
        let title =
            name.title.clone().map(|title| lower(block.words(title).trim()).replace('-', " "));
        let title_span = name.title.clone().map_or(span.start, |title| block.span(title).start);
        let title_span = title_span..span.end;
        let words = text.split(' ').map(str::to_owned).collect();
        Person { words, span: span.start..span.start + text.len(), text, title, title_span }
    })
}

/// How many words of a name stand before an "of" in it: "Hannah Brooks of the Fisheries Agency".
fn before_of(block: &Block, name: &Name) -> usize {
    let parted = |pair: &[usize]| (pair[0]..pair[1]).any(|at| block.word(at) == "of");
    name.words.windows(2).position(parted).map_or(name.words.len(), |at| at + 1)
}

/// A body with a name of its own: an agency, forces, an exercise.
pub(crate) struct Named {
    /// What all names share that differ from this one in one word at most.
    pub(crate) keys: [String; 2],
    pub(crate) text: String,
    pub(crate) span: crate::rule::Span,
}

/// The names of three to six words, a head noun such as “Agency” among them.
pub(crate) fn bodies(block: &Block) -> impl Iterator<Item = Named> {
    // Of "Hannah Brooks of the Fisheries Agency", the body is the second half.
    let own = |name: &'_ Name| match before_of(block, name) {
        first @ 2.. if first < name.words.len() => name.words[first..].to_vec(),
        _ => name.words.clone(),
    };
    let is_body = move |(name, words): &(&Name, Vec<usize>)| {
        (3..=6).contains(&words.len())
            && !(name.begins_sentence && words[0] == name.words[0])
            && words.iter().all(|at| block.tokens[*at].shape == Shape::Capital)
            && words.iter().any(|at| block.tokens[*at].sense.is(Class::Head))
    };
    let names = block.names.iter().map(move |name| (name, own(name)));
    names.filter(is_body).map(|(name, own)| {
        let words: Vec<String> = own.iter().map(|at| stem(block, *at)).collect();
        let last = words.len() - 1;
        // One word in the middle may differ, or the first.
        let around = format!("{} {} {}", words[0], last, words[last]);
        let keys = [around, format!("{last} {}", words[1..].join(" "))];
        let span = block.span(own[0]..name.tokens.end);
        let text = without_possessive(&block.text()[span.clone()]).to_owned();
        Named { keys, span: span.start..span.start + text.len(), text }
    })
}

/// A word in small letters without the English possessive.
fn stem(block: &Block, at: usize) -> String {
    without_possessive(block.lower(at)).to_owned()
}

/// Words with capitals within, and capitalised words before a number: “SeaGuard”, the “Tern” of “Tern
/// 300”. With each its key, which is the word in small letters, and its place.
pub(crate) fn products(block: &Block) -> Vec<(String, String, crate::rule::Span)> {
    let mut found = Vec::new();
    for at in block.names.iter().flat_map(|name| &name.words).copied() {
        let token = &block.tokens[at];
        let inner = token.shape == Shape::Other
            && block.word(at).chars().filter(|c| c.is_lowercase()).count() >= 3;
        let number = |at: usize| {
            block.tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Number && (2..=4).contains(&(token.end - token.start))
            })
        };
        let joined = block
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.kind == Kind::Space || token.mark() == Some('-'));
        let numbered = token.shape == Shape::Capital
            && token.sense.is_plain()
            && block.word(at).chars().count() >= 4
            && joined
            && number(at + 2);
        if inner || numbered {
            let word = stem(block, at);
            let text = without_possessive(block.word(at)).to_owned();
            let span = token.start..token.start + text.len();
            found.push((word, text, span));
        }
    }
    found
}

/// The words of a name as they sound, without the vowels within: what all its spellings share.
pub(crate) fn name_key(words: &[String]) -> String {
    let skeleton = |word: &String| {
        let sound = sounds(&lower(word));
        let mut letters = sound.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        letters.filter(|c| !"aeiouаеиоуыэюяй".contains(*c)).fold(first, |mut key, c| {
            key.push(c);
            key
        })
    };
    words.iter().map(skeleton).collect::<Vec<_>>().join(" ")
}

/// What contacts of the same desk or person share.
pub(crate) fn contact_key(contact: &dateline_model::Contact) -> String {
    let name = if contact.name.trim().is_empty() { &contact.role } else { &contact.name };
    lower(name.trim()).into_owned()
}

/// The digits of a telephone number.
pub(crate) fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// The figures that count something named in two words or more: key, value and place.
pub(crate) fn counted(block: &Block) -> Vec<(String, String, crate::rule::Span)> {
    let named = block.figures.iter().filter_map(|figure| {
        let (first, last) = figure.counts.zip(figure.noun)?;
        let key = lower(block.words(first..last + 1)).into_owned();
        let span = block.span(figure.tokens.start..last + 1);
        (last > first && figure.value >= 10.0).then(|| (key, figure.value.to_string(), span))
    });
    named.collect()
}

/// Shorter sentences repeat by nature.
const LEAST_WORDS: usize = 8;

/// The sentences that name a day: a key made of their letters, their digits, their place.
pub(crate) fn dated_sentences(block: &Block) -> Vec<(String, String, crate::rule::Span)> {
    let mut found = Vec::new();
    let mut dates = block.dates.iter().filter(|date| date.day.is_some()).peekable();
    for sentence in &block.sentences {
        while dates.next_if(|date| date.tokens.start < sentence.start).is_some() {}
        if dates.peek().is_none_or(|date| date.tokens.start >= sentence.end)
            || block.count_words(sentence.clone()) < LEAST_WORDS
        {
            continue;
        }
        let (mut letters, mut figures) = (String::new(), String::new());
        for at in sentence.clone() {
            match block.tokens[at].kind {
                Kind::Word => letters.push_str(block.lower(at)),
                Kind::Number | Kind::Mixed => {
                    figures.push_str(block.word(at));
                    figures.push(' ');
                }
                _ => {}
            }
        }
        found.push((hash(&letters), figures, block.span(sentence.clone())));
    }
    found
}

/// Sixteen hexadecimal digits that stand for a text.
pub(crate) fn hash(text: &str) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Sha256::digest(plain).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Words in an earlier release, as a place.
pub(crate) fn in_release(usage: &Usage, words: impl Into<String>) -> Place {
    let excerpt = words.into();
    Place {
        release: Some(usage.latest),
        slot: Slot::Body,
        block: None,
        start: 0,
        end: excerpt.chars().count(),
        excerpt,
    }
}

/// "in 41 other releases", "in an earlier release".
pub(crate) fn in_others(usage: &Usage) -> Sentence {
    match usage.releases {
        1 => say!("in an earlier release"),
        many => say!("in {many} earlier releases", many),
    }
}

/// An archive of a few releases, for the tests of the rules that ask one.
#[cfg(test)]
pub(crate) mod fixture {
    use dateline_model::{Block, Body, Content};

    use super::Index;
    use crate::{HouseStyle, Rule, check};

    /// A release of a day with one paragraph.
    pub(crate) fn dated(day: &str, text: &str) -> Content {
        Content {
            date: day.parse().ok(),
            body: Body(vec![Block::paragraph(text)]),
            ..Content::default()
        }
    }

    /// Four releases that say the same, which is enough for a custom.
    pub(crate) fn customary(text: &str) -> Vec<Content> {
        (1..5).map(|month| dated(&format!("2024-0{month}-01"), text)).collect()
    }

    /// What a rule marks in a release after these.
    pub(crate) fn marked(rule: &Rule, archive: &[Content], content: &Content) -> Vec<String> {
        let mut index = Index::default();
        for (release, content) in (1..).zip(archive) {
            index.add(release, content);
        }
        let found = check(content, &HouseStyle::default(), &index);
        found.into_iter().filter(|f| f.rule == rule.id).map(|f| f.excerpt).collect()
    }
}
