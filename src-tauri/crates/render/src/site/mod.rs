//! A site: a folder of static pages that can be put on any server, or opened as it is.
//!
//! Everything here is a function of a [`Site`], which knows of every release only what lists say of
//! it. So a release's page is made from that release alone, pages can be made in any order and on
//! all cores, and after an edit the stamps of [`Site::stamps`] and [`Site::frame`] tell the few files
//! that change with it.

mod entry;
mod feed;
mod index;
mod list;
mod release;
mod search;
mod sitemap;
mod stamp;

use std::borrow::Cow;
use std::hash::Hash;

use dateline_model::{Office, ReleaseId};
use percent_encoding::utf8_percent_encode;

use crate::face::PATH;
use crate::words::Words;
use crate::{Theme, ThemeError};

pub use entry::Entry;
pub use index::Group;
use index::Index;
pub(crate) use stamp::stamp;

/// How many releases stand on a page that shows the newest of many.
const NEWEST: usize = 50;

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path in the site's folder, with `/` between names.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The releases that stand on a site, and how it looks.
#[derive(Debug)]
pub struct Site<'a> {
    office: &'a Office,
    theme: &'a Theme,
    /// What all its pages have in common, in one number.
    dress: u64,
    /// The address of its folder, without a slash at the end; `None` when it has none yet.
    base: Option<String>,
    index: Index,
}

/// A file of a site that is not about one release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    /// The style of all pages.
    Style,
    /// The newest releases, and the way to all others.
    Home,
    /// All releases of a year; `None` holds those without a date.
    Year(Option<i32>),
    /// Every tag.
    Tags,
    /// The newest releases of a section or tag.
    Group(Group),
    /// All releases of a section or tag in a year.
    GroupYear(Group, Option<i32>),
    /// The feed of all releases.
    Feed,
    /// The feed of a section or tag.
    GroupFeed(Group),
    /// The list of all sitemaps.
    Sitemaps,
    /// The addresses of a year's pages, for search engines.
    Sitemap(Option<i32>),
    /// Every release as data.
    Releases,
    /// The search page.
    Search,
    /// The program of the search page.
    SearchProgram,
    /// What a search finds of a year.
    SearchData(Option<i32>),
}

impl<'a> Site<'a> {
    /// A site of these releases. `base` is the address at which its folder will be found; without
    /// one the office's is taken.
    pub fn new(
        office: &'a Office,
        base: Option<&str>,
        theme: &'a Theme,
        entries: Vec<Entry>,
    ) -> Self {
        let base = base.unwrap_or(&office.url);
        let base = crate::address::safe(base)
            .filter(|base| base.starts_with("http"))
            .map(|base| base.trim_end_matches('/').to_owned());
        // Another version of the program may write other markup.
        let version = env!("CARGO_PKG_VERSION");
        let dress = stamp(|hasher| {
            // An office is made of strings and words, which always serialise.
            let office = serde_json::to_string(office).unwrap_or_default();
            (version, office, &base, theme.digest()).hash(hasher);
        });
        Self { office, theme, dress, base, index: Index::of(entries) }
    }

    /// Its releases, newest first, those that were withdrawn last. Each has a path that no other
    /// file of the site has, on systems too that do not tell capitals from small letters.
    pub fn entries(&self) -> &[Entry] {
        self.index.all()
    }

    /// A release on it.
    pub fn entry(&self, id: ReleaseId) -> Option<&Entry> {
        self.index.entry(id)
    }

    /// Puts down a summary that was not known when the site was laid out. No page of a release shows
    /// one, so pages can be made before; every list is made after.
    pub fn summarise(&mut self, id: ReleaseId, summary: String) {
        self.index.summarise(id, summary);
    }

    /// Every file that is not about one release.
    pub fn listings(&self) -> Vec<Listing> {
        let mut all = vec![
            Listing::Style,
            Listing::Home,
            Listing::Tags,
            Listing::Feed,
            Listing::Releases,
            Listing::Search,
            Listing::SearchProgram,
        ];
        if self.base.is_some() {
            all.push(Listing::Sitemaps);
        }
        for year in self.index.years() {
            all.extend([Listing::Year(year), Listing::SearchData(year)]);
            if self.base.is_some() {
                all.push(Listing::Sitemap(year));
            }
        }
        for group in self.index.groups() {
            all.extend([Listing::Group(group.clone()), Listing::GroupFeed(group.clone())]);
            let years = self.index.years_of(group);
            all.extend(years.into_iter().map(|year| Listing::GroupYear(group.clone(), year)));
        }
        all
    }

    /// Where a listing's file is.
    pub fn path(&self, listing: &Listing) -> String {
        let year = |year: &Option<i32>| match year {
            Some(year) => Cow::Owned(year.to_string()),
            None => Cow::Borrowed("undated"),
        };
        match listing {
            Listing::Style => "style.css".to_owned(),
            Listing::Home => "index.html".to_owned(),
            Listing::Year(of) => format!("{}/index.html", year(of)),
            Listing::Tags => "tags/index.html".to_owned(),
            Listing::Group(group) => format!("{}/index.html", group.folder()),
            Listing::GroupYear(group, of) => {
                format!("{}/{}.html", group.folder(), year(of))
            }
            Listing::Feed => "feed.xml".to_owned(),
            Listing::GroupFeed(group) => format!("{}/feed.xml", group.folder()),
            Listing::Sitemaps => "sitemap.xml".to_owned(),
            Listing::Sitemap(of) => format!("sitemap-{}.xml", year(of)),
            Listing::Releases => "releases.json".to_owned(),
            Listing::Search => "search.html".to_owned(),
            Listing::SearchProgram => "search.js".to_owned(),
            Listing::SearchData(of) => format!("search-{}.js", year(of)),
        }
    }

    /// A listing's file.
    ///
    /// # Errors
    /// When a template of the office's own theme fails. Built-in looks do not fail.
    pub fn listing(&self, listing: &Listing) -> Result<SiteFile, ThemeError> {
        let text = match listing {
            Listing::Style => self.theme.style()?,
            Listing::Home => list::home(self)?,
            Listing::Year(year) => list::year(self, *year)?,
            Listing::Tags => list::tags(self)?,
            Listing::Group(group) => list::group(self, group)?,
            Listing::GroupYear(group, year) => list::group_year(self, group, *year)?,
            Listing::Feed => feed::feed(self, None),
            Listing::GroupFeed(group) => feed::feed(self, Some(group)),
            Listing::Sitemaps => sitemap::sitemaps(self),
            Listing::Sitemap(year) => sitemap::sitemap(self, *year),
            Listing::Releases => search::releases(self).collect(),
            Listing::Search => search::page(self)?,
            Listing::SearchProgram => include_str!("search.js").to_owned(),
            Listing::SearchData(year) => search::data(self, *year),
        };
        Ok(SiteFile { path: self.path(listing), text })
    }

    /// The file of every release as data, piece by piece: of a hundred thousand releases it is
    /// larger than everything else that has to be in memory.
    pub fn releases(&self) -> impl Iterator<Item = String> + '_ {
        search::releases(self)
    }

    /// The words of its lists.
    fn words(&self) -> &'static Words {
        Words::of(&self.office.language)
    }

    /// The whole address of a file, or its path where the site has no address yet.
    fn address(&self, path: &str) -> String {
        let path = utf8_percent_encode(path, PATH);
        match &self.base {
            Some(base) => format!("{base}/{path}"),
            None => path.to_string(),
        }
    }
}

/// The address of one file of a site from another.
fn relative(from: &str, to: &str) -> String {
    let depth = from.matches('/').count();
    let mut address = "../".repeat(depth);
    // Files of one folder need no way up.
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let rest = match to.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
        Some(rest) if !folder.is_empty() => {
            address.clear();
            rest
        }
        _ => to,
    };
    address.extend(utf8_percent_encode(rest, PATH));
    address
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn addresses_lead_from_one_file_to_another() {
        assert_eq!(relative("index.html", "2026/a.html"), "2026/a.html");
        assert_eq!(relative("2026/a.html", "style.css"), "../style.css");
        assert_eq!(relative("2026/a.html", "2026/b c.html"), "b%20c.html");
        assert_eq!(
            relative("sections/x/index.html", "tags/y/index.html"),
            "../../tags/y/index.html"
        );
        assert_eq!(relative("2026/a.html", "20261/b.html"), "../20261/b.html");
    }
}
