//! Which of Word's lists are numbered, and the number that each item has.

use std::collections::HashMap;

use crate::{flow::LIST_LEVELS, lists::ListItem, xml::Xml};

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The definition and the changed starts of each list.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    definitions: HashMap<String, HashMap<usize, Level>>,
    /// The last number given, by definition and level.
    counted: HashMap<(String, usize), u32>,
    /// Lists whose changed starts were applied: they count once.
    begun: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
struct Level {
    numbered: bool,
    start: u32,
}

impl Numbering {
    pub(super) fn of(xml: Option<&Xml>) -> Self {
        let Some(xml) = xml else { return Self::default() };
        let number = |id, name| xml.child_attribute(id, name, "val").and_then(|n| n.parse().ok());
        let level_of = |id| xml.attribute(id, "ilvl").and_then(|n| n.parse::<usize>().ok());
        let mut numbering = Self::default();
        for id in xml.find(Xml::TOP, "abstractNum") {
            let levels = xml.find(id, "lvl").filter_map(|level| {
                let format = xml.child_attribute(level, "numFmt", "val").unwrap_or("decimal");
                let numbered = !matches!(format, "bullet" | "none");
                let start = number(level, "start").unwrap_or(1);
                Some((level_of(level)? + 1, Level { numbered, start }))
            });
            let name = xml.attribute(id, "abstractNumId").unwrap_or_default();
            numbering.definitions.insert(name.to_owned(), levels.collect());
        }
        for id in xml.find(Xml::TOP, "num") {
            let definition = xml.child_attribute(id, "abstractNumId", "val").unwrap_or_default();
            let starts = xml
                .find(id, "lvlOverride")
                .filter_map(|level| Some((level_of(level)? + 1, number(level, "startOverride")?)));
            let name = xml.attribute(id, "numId").unwrap_or_default();
            numbering.lists.insert(name.to_owned(), (definition.to_owned(), starts.collect()));
        }
        numbering
    }

    /// The next item of a list at a level from 1; `None` for list 0, which means none.
    pub(super) fn item(&mut self, list: &str, level: usize) -> Option<ListItem> {
        if list == "0" {
            return None;
        }
        let level = level.clamp(1, LIST_LEVELS);
        let (definition, starts) = self.lists.get(list).cloned().unwrap_or_default();
        let known = self.definitions.get(&definition).and_then(|levels| levels.get(&level));
        let Level { numbered, start } =
            known.copied().unwrap_or(Level { numbered: false, start: 1 });
        if !self.begun.iter().any(|begun| begun == list) {
            self.begun.push(list.to_owned());
            for (level, start) in starts {
                self.counted.insert((definition.clone(), level), start.saturating_sub(1));
            }
        }
        let before = start.saturating_sub(1);
        let counted = self.counted.entry((definition.clone(), level)).or_insert(before);
        *counted = counted.saturating_add(1);
        let number = numbered.then_some(*counted);
        for deeper in level + 1..=LIST_LEVELS {
            self.counted.remove(&(definition.clone(), deeper));
        }
        Some(ListItem { list: definition, level, number })
    }
}
