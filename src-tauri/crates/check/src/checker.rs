//! The checker: runs the rules over a text, and remembers what it read.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::Arc,
};

use chrono::NaiveDate;
use dateline_model::{Content, Language, ReleaseId};

use crate::{
    Archive, Finding, HouseStyle, NoArchive,
    copy::{self, Block, Copy, Passage},
    dictionary::{Dictionaries, Dictionary, Shelf},
    editions, findings,
    notes::{Note, Notes, Spot},
    reading::Reading,
    rule::{Check, Rule, With},
    rules::RULES,
    style::Sheet,
};

/// Checks texts in one house style and remembers the blocks it has read, so that a keystroke
/// costs the reading of one block and of what depends on it.
pub struct Checker {
    sheet: Sheet,
    dictionaries: Dictionaries,
    hasher: RandomState,
    kept: HashMap<u64, Kept>,
    turn: u64,
}

/// A block as it was read last.
struct Kept {
    reading: Arc<Reading>,
    notes: Vec<(&'static Rule, Note)>,
    turn: u64,
}

/// For how many checks a block is remembered after it was last seen: long enough for undo and for
/// two releases that are looked at in turn.
const REMEMBERED: u64 = 16;

impl Checker {
    /// A checker for a house style.
    pub fn new(style: HouseStyle) -> Self {
        Self {
            sheet: Sheet::of(style),
            dictionaries: Dictionaries::default(),
            hasher: RandomState::new(),
            kept: HashMap::new(),
            turn: 0,
        }
    }

    /// The house style.
    pub fn style(&self) -> &HouseStyle {
        &self.sheet.house
    }

    /// Changes the house style; everything is read anew.
    pub fn set_style(&mut self, style: HouseStyle) {
        self.sheet = Sheet::of(style);
        self.kept.clear();
    }

    /// Adds a dictionary for a language, which goes before a built-in one; everything is read anew.
    pub fn add_dictionary(&mut self, language: &Language, dictionary: Arc<Dictionary>) {
        self.dictionaries.add(language, dictionary);
        self.kept.clear();
    }

    /// Looks for dictionaries on a shelf as well; everything is read anew.
    pub fn look_on(&mut self, shelf: Shelf) {
        self.dictionaries.look_on(shelf);
        self.kept.clear();
    }

    /// What may be meant by a word that the dictionaries of a language do not have, the best first.
    /// Takes some 20 ms: for one word, when somebody asks.
    pub fn suggest(&self, word: &str, language: &Language) -> Vec<String> {
        self.dictionaries.of(language).first().map_or_else(Vec::new, |first| first.suggest(word))
    }

    /// What is to be said of a release, in the order of the page.
    pub fn check(&mut self, content: &Content, archive: &dyn Archive) -> Vec<Finding> {
        let content = content.settled();
        self.run(copy::passages(&content), Some(&content), content.date, archive)
    }

    /// What is to be said of a plain text; undated, it is of the day in its dateline. Its blocks are the lines that hold text,
    /// counted from 0; where its lines are wrapped, its paragraphs.
    pub fn check_text(
        &mut self,
        text: &str,
        language: &Language,
        date: Option<NaiveDate>,
    ) -> Vec<Finding> {
        let passages = copy::lines(text, language);
        let date = date.or_else(|| copy::own_day(&passages));
        self.run(passages, None, date, &NoArchive)
    }

    fn run(
        &mut self,
        passages: Vec<Passage>,
        content: Option<&Content>,
        date: Option<NaiveDate>,
        archive: &dyn Archive,
    ) -> Vec<Finding> {
        self.turn += 1;
        let mut notes = Vec::new();
        let mut blocks = Vec::with_capacity(passages.len());
        for (index, passage) in passages.into_iter().enumerate() {
            blocks.push(self.read(index, passage, date, &mut notes));
        }
        self.kept.retain(|_, kept| self.turn - kept.turn <= REMEMBERED);
        let copy = Copy { content, archive, blocks };
        for rule in RULES.iter().copied().filter(|rule| self.is_on(rule)) {
            let Check::Release(check) = rule.check else { continue };
            let mut own = Notes::default();
            check(&copy, &self.with(rule, date), &mut own);
            notes.extend(own.all.into_iter().map(|note| (rule, note)));
        }
        findings::of(&copy, notes, &self.sheet.house)
    }

    /// Compares a translation with its source. The findings stand in the translation, in the order
    /// of its page; their related places stand in the source, under its id where it has one.
    pub fn compare(
        &mut self,
        source: &Content,
        source_id: Option<ReleaseId>,
        translation: &Content,
    ) -> Vec<Finding> {
        let (there, here) = (self.copy(source), self.copy(translation));
        findings::of(&here, editions::compare(&there, source_id, &here), &self.sheet.house)
    }

    /// A release as blocks, read or remembered, without what the rules say of it.
    fn copy<'a>(&mut self, content: &'a Content) -> Copy<'a> {
        let mut beside = Vec::new();
        let passages = copy::passages(content).into_iter().enumerate();
        let blocks = passages
            .map(|(index, passage)| self.read(index, passage, content.date, &mut beside))
            .collect();
        Copy { content: Some(content), archive: &NoArchive, blocks }
    }

    fn with(&self, rule: &'static Rule, date: Option<NaiveDate>) -> With<'_> {
        With { rule, sheet: &self.sheet, dictionaries: &self.dictionaries, date }
    }

    fn is_on(&self, rule: &Rule) -> bool {
        self.sheet.house.severity(rule.id, rule.severity).is_some()
    }

    /// Reads a block, or remembers it, and adds what the rules for single blocks say.
    fn read(
        &mut self,
        index: usize,
        passage: Passage,
        date: Option<NaiveDate>,
        notes: &mut Vec<(&'static Rule, Note)>,
    ) -> Block {
        let Passage { slot, number, place, text, language } = passage;
        let key = self.hasher.hash_one((&text, language.tag(), slot, place, date));
        if let Some(kept) = self.kept.get_mut(&key)
            && kept.reading.text() == text
        {
            kept.turn = self.turn;
            notes.extend(kept.notes.iter().map(|(rule, note)| (*rule, note.moved_to(index))));
            return Block { index, slot, number, place, reading: kept.reading.clone() };
        }
        let reading = Arc::new(Reading::in_own_language(text, language));
        let block = Block { index, slot, number, place, reading: reading.clone() };
        let first = notes.len();
        for rule in RULES.iter().copied().filter(|rule| self.is_on(rule)) {
            let Check::Block(check) = rule.check else { continue };
            let mut own = Notes::default();
            check(&block, &self.with(rule, date), &mut own);
            notes.extend(own.all.into_iter().map(|note| (rule, note)));
        }
        let kept = Kept { reading, notes: notes[first..].to_vec(), turn: self.turn };
        self.kept.insert(key, kept);
        block
    }
}

impl Note {
    fn moved_to(&self, index: usize) -> Self {
        let mut note = self.clone();
        for spot in std::iter::once(&mut note.spot).chain(&mut note.related) {
            if let Spot::Text { block, .. } = spot {
                *block = index;
            }
        }
        note
    }
}
