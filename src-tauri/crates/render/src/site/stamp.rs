//! Stamps: what a file of a site is made from, in one number. A file whose stamp is what it was last
//! time need not be made again, so that an edit costs its own page and the lists that name it.
//!
//! Equal stamps of one version of the program mean equal bytes. The other way round it is enough
//! that most differ: a file that is made in vain turns out as it was.

use std::hash::{DefaultHasher, Hash, Hasher};

use dateline_model::ReleaseId;

use super::{Entry, Group, Listing, NEWEST, Site, feed};

impl Site<'_> {
    /// Every file that is not about one release, with its stamp.
    pub fn stamps(&self) -> Vec<(Listing, u64)> {
        let digests: Vec<u64> =
            self.index.all().iter().map(|entry| stamp(|h| entry.hash(h))).collect();
        self.listings()
            .into_iter()
            .map(|listing| {
                let stamp = stamp(|hasher| {
                    self.dress.hash(hasher);
                    self.listing_stamp(&listing, &digests, hasher);
                });
                (listing, stamp)
            })
            .collect()
    }

    /// The stamp of what stands on a release's page beside its own text, filing and withdrawal: the
    /// dress of all pages, its place, its other editions.
    pub fn frame(&self, id: ReleaseId) -> u64 {
        stamp(|hasher| {
            self.dress.hash(hasher);
            self.index.entry(id).map(|entry| &entry.path).hash(hasher);
            for edition in self.index.editions(id) {
                (&edition.language, &edition.path).hash(hasher);
            }
            let related = self.index.corrections(id).into_iter().chain(self.index.original(id));
            for other in related {
                (&other.path, &other.reference, &other.headline).hash(hasher);
            }
        })
    }

    fn listing_stamp(&self, listing: &Listing, digests: &[u64], hasher: &mut impl Hasher) {
        let index = &self.index;
        let digest = |entry: &Entry| index.place(entry.id).map(|place| digests[place]);
        let mut entries = |shown: &mut dyn Iterator<Item = &Entry>| {
            shown.for_each(|entry| digest(entry).hash(hasher));
        };
        match listing {
            Listing::Style | Listing::SearchProgram => {}
            Listing::Home | Listing::Feed => {
                entries(&mut index.listed().iter().take(NEWEST.max(feed::HELD)));
                index.years().hash(hasher);
                self.counts(hasher, is_section);
            }
            Listing::Year(year) | Listing::Sitemap(year) | Listing::SearchData(year) => {
                entries(&mut index.of_year(*year));
                index.years().hash(hasher);
            }
            Listing::Tags => self.counts(hasher, |group| !is_section(group)),
            Listing::Group(group) | Listing::GroupFeed(group) => {
                entries(&mut index.of_group(group).take(NEWEST.max(feed::HELD)));
                (index.name(group), index.years_of(group)).hash(hasher);
            }
            Listing::GroupYear(group, year) => {
                entries(&mut index.of_group(group).filter(|entry| entry.year() == *year));
                (index.name(group), index.years_of(group)).hash(hasher);
            }
            Listing::Sitemaps | Listing::Search => index.years().hash(hasher),
            Listing::Releases => entries(&mut index.listed().iter()),
        }
    }

    /// The groups of a sort, with their names and how many releases they hold.
    fn counts(&self, hasher: &mut impl Hasher, wanted: impl Fn(&Group) -> bool) {
        for group in self.index.groups().filter(|group| wanted(group)) {
            (group, self.index.name(group), self.index.count(group)).hash(hasher);
        }
    }
}

/// The stamp of whatever is hashed.
pub(crate) fn stamp(hash: impl FnOnce(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(&mut hasher);
    hasher.finish()
}

fn is_section(group: &Group) -> bool {
    matches!(group, Group::Section(_))
}
