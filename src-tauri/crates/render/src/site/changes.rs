//! What an edit changes on a site, told without making a page.

use std::collections::BTreeSet;

use dateline_model::ReleaseId;

use super::{Entry, Group, Listing, NEWEST, Site, feed};

/// What has to be written or removed to make one site of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The listings to write.
    pub listings: Vec<Listing>,
    /// The releases whose pages change although their text may not: their other editions changed,
    /// or they are new here.
    pub pages: Vec<ReleaseId>,
    /// The paths of files that are gone.
    pub gone: Vec<String>,
}

impl Site<'_> {
    /// What changed on this site since `before`. Pages of releases whose own text, section or tags
    /// changed are for the caller to know, who knows their revisions. A different look, office or
    /// address changes every file, and `pages` then names every release.
    pub fn changes(&self, before: &Site<'_>) -> Changes {
        let same_dress =
            self.look == before.look && self.base == before.base && self.office == before.office;
        let old: BTreeSet<Listing> = before.listings().into_iter().collect();
        let listings = self.listings();
        let kept =
            |listing: &Listing| same_dress && old.contains(listing) && self.same(before, listing);
        let pages = self.entries().iter().map(|entry| entry.id);
        let pages = pages.filter(|id| !same_dress || !self.same_neighbours(before, *id));
        let now: BTreeSet<String> = listings
            .iter()
            .map(|listing| self.path(listing))
            .chain(self.entries().iter().map(|entry| entry.path.clone()))
            .collect();
        let was = old.iter().map(|listing| before.path(listing));
        let was = was.chain(before.entries().iter().map(|entry| entry.path.clone()));
        Changes {
            pages: pages.collect(),
            gone: was.filter(|path| !now.contains(path)).collect(),
            listings: listings.into_iter().filter(|listing| !kept(listing)).collect(),
        }
    }

    /// Whether everything that a listing shows is as it was.
    fn same(&self, before: &Site<'_>, listing: &Listing) -> bool {
        let (new, old) = (&self.index, &before.index);
        let years = || new.years() == old.years();
        let year = |year| new.of_year(year).eq(old.of_year(year));
        let group_frame = |group: &Group| {
            new.name(group) == old.name(group) && new.years_of(group) == old.years_of(group)
        };
        let newest = |group: &Group, most: usize| {
            new.of_group(group).take(most).eq(old.of_group(group).take(most))
        };
        match listing {
            Listing::Style | Listing::SearchProgram => true,
            Listing::Home => {
                years()
                    && new.entries.iter().take(NEWEST).eq(old.entries.iter().take(NEWEST))
                    && counts(self, is_section) == counts(before, is_section)
            }
            Listing::Year(of) => years() && year(*of),
            Listing::Tags => {
                counts(self, |group| !is_section(group))
                    == counts(before, |group| !is_section(group))
            }
            Listing::Group(group) => group_frame(group) && newest(group, NEWEST),
            Listing::GroupYear(group, of) => {
                let in_year = |entry: &&Entry| entry.year() == *of;
                group_frame(group)
                    && new.of_group(group).filter(in_year).eq(old.of_group(group).filter(in_year))
            }
            Listing::Feed => {
                new.entries.iter().take(feed::HELD).eq(old.entries.iter().take(feed::HELD))
            }
            Listing::GroupFeed(group) => group_frame(group) && newest(group, feed::HELD),
            Listing::Sitemaps | Listing::Search => years(),
            Listing::Sitemap(of) | Listing::SearchData(of) => year(*of),
            Listing::Releases => new.entries == old.entries,
        }
    }

    /// Whether a release was here, at the same place and with the same other editions.
    fn same_neighbours(&self, before: &Site<'_>, id: ReleaseId) -> bool {
        let editions = |site: &Site<'_>| -> Vec<(String, String)> {
            let editions = site.index.editions(id).into_iter();
            editions.map(|entry| (entry.language.tag().to_owned(), entry.path.clone())).collect()
        };
        match (self.index.entry(id), before.index.entry(id)) {
            (Some(new), Some(old)) => new.path == old.path && editions(self) == editions(before),
            _ => false,
        }
    }
}

fn is_section(group: &Group) -> bool {
    matches!(group, Group::Section(_))
}

/// The groups of a sort, with their names and how many releases they hold.
fn counts<'s>(site: &'s Site<'_>, wanted: impl Fn(&Group) -> bool) -> Vec<(&'s str, usize)> {
    let groups = site.index.groups().filter(|group| wanted(group));
    groups.map(|group| (site.index.name(group), site.index.count(group))).collect()
}
