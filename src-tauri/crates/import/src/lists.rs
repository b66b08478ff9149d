//! Word's lists, which come as paragraphs, built again as lists with their nesting.

use crate::{
    compose::{Composer, Part},
    flow::LIST_LEVELS,
};

/// A paragraph that is an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListItem {
    /// The list's name in its document.
    pub(crate) list: String,
    /// How deep it stands, from 1.
    pub(crate) level: usize,
    /// Its number; `None` behind a bullet.
    pub(crate) number: Option<u32>,
}

/// The lists that are open, outermost first.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    open: Vec<Level>,
    /// How many elements were open around the first item. What ends one of them ends the lists.
    around: usize,
}

#[derive(Debug)]
struct Level {
    list: String,
    numbered: bool,
}

impl Lists {
    /// Begins an item, inside so many open elements.
    pub(crate) fn item(&mut self, item: &ListItem, around: usize, composer: &mut Composer) {
        let level = item.level.clamp(1, LIST_LEVELS);
        if around != self.around {
            self.end(composer);
            self.around = around;
        }
        while self.open.len() > level {
            self.end_level(composer);
        }
        let numbered = item.number.is_some();
        let is_same = |open: &Level| open.list == item.list && open.numbered == numbered;
        if self.open.len() == level {
            if self.open.last().is_some_and(is_same) {
                composer.end();
                composer.begin(Part::Item);
                return;
            }
            self.end_level(composer);
        }
        while self.open.len() < level {
            // A level that is jumped over has no marker of its own.
            let own = self.open.len() + 1 == level;
            let start = item.number.filter(|_| own);
            composer.begin(Part::List { start });
            composer.begin(Part::Item);
            self.open.push(Level { list: item.list.clone(), numbered: own && numbered });
        }
    }

    /// Ends all lists.
    pub(crate) fn end(&mut self, composer: &mut Composer) {
        while !self.open.is_empty() {
            self.end_level(composer);
        }
    }

    /// Ends the lists that began inside more open elements than there are now.
    pub(crate) fn end_inside(&mut self, around: usize, composer: &mut Composer) {
        if around < self.around {
            self.end(composer);
        }
    }

    fn end_level(&mut self, composer: &mut Composer) {
        self.open.pop();
        composer.end();
        composer.end();
    }
}
