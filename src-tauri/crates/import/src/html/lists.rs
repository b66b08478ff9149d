//! Word's lists, which come as paragraphs, built again as lists with their nesting.

use super::word::ListItem;
use crate::{
    compose::{Composer, Part},
    flow::LIST_LEVELS,
};

/// The lists that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct WordLists {
    open: Vec<Level>,
    /// How many elements were open around the first item. What ends one of them ends the lists.
    around: usize,
}

#[derive(Debug)]
struct Level {
    list: String,
    numbered: bool,
}

impl WordLists {
    /// Begins an item, inside so many open elements.
    pub(super) fn item(&mut self, item: ListItem, around: usize, composer: &mut Composer) {
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
            self.open.push(Level { list: item.list.to_owned(), numbered: own && numbered });
        }
    }

    /// Ends all lists.
    pub(super) fn end(&mut self, composer: &mut Composer) {
        while !self.open.is_empty() {
            self.end_level(composer);
        }
    }

    /// Ends the lists that began inside more open elements than there are now.
    pub(super) fn end_inside(&mut self, around: usize, composer: &mut Composer) {
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
