//! Pages that list releases.

use dateline_model::long_date;

use super::{Entry, Group, Listing, NEWEST, Site, relative};
use crate::html::{Head, Markup, Style, label, mast};
use crate::theme::ListPage;
use crate::{Marking, ThemeError};

/// The newest releases, the sections, the years.
pub(super) fn home(site: &Site<'_>) -> Result<String, ThemeError> {
    let mut page = Page::open(site, Listing::Home, site.words().all_news, Some(Listing::Feed));
    page.sections();
    page.years(&site.index.years(), Listing::Year);
    page.entries(site.index.listed().iter().take(NEWEST));
    page.close()
}

/// All releases of a year.
pub(super) fn year(site: &Site<'_>, year: Option<i32>) -> Result<String, ThemeError> {
    let title = match year {
        Some(year) => year.to_string(),
        None => site.words().undated.to_owned(),
    };
    let mut page = Page::open(site, Listing::Year(year), &title, Some(Listing::Feed));
    page.years(&site.index.years(), Listing::Year);
    page.entries(site.index.of_year(year));
    page.close()
}

/// The newest releases of a section or tag, and its years.
pub(super) fn group(site: &Site<'_>, group: &Group) -> Result<String, ThemeError> {
    let feed = Listing::GroupFeed(group.clone());
    let mut page =
        Page::open(site, Listing::Group(group.clone()), site.index.name(group), Some(feed));
    let years = site.index.years_of(group);
    page.years(&years, |year| Listing::GroupYear(group.clone(), year));
    page.entries(site.index.of_group(group).take(NEWEST));
    page.close()
}

/// All releases of a section or tag in a year.
pub(super) fn group_year(
    site: &Site<'_>,
    group: &Group,
    year: Option<i32>,
) -> Result<String, ThemeError> {
    let said = year.map_or_else(|| site.words().undated.to_owned(), |year| year.to_string());
    let title = format!("{}{}{said}", site.index.name(group), site.words().colon);
    let feed = Listing::GroupFeed(group.clone());
    let mut page = Page::open(site, Listing::GroupYear(group.clone(), year), &title, Some(feed));
    let years = site.index.years_of(group);
    page.years(&years, |year| Listing::GroupYear(group.clone(), year));
    page.entries(site.index.of_group(group).filter(|entry| entry.year() == year));
    page.close()
}

/// Every tag, with how often it is used.
pub(super) fn tags(site: &Site<'_>) -> Result<String, ThemeError> {
    let mut page = Page::open(site, Listing::Tags, site.words().tags, None);
    page.groups(|group| matches!(group, Group::Tag(_)));
    page.close()
}

/// A page of a site that is not about one release.
pub(super) struct Page<'a, 's> {
    /// What stands in its middle.
    pub(super) out: Markup,
    site: &'a Site<'s>,
    path: String,
    title: String,
    feed: Option<String>,
}

impl<'a, 's> Page<'a, 's> {
    /// A page up to its heading.
    pub(super) fn open(
        site: &'a Site<'s>,
        listing: Listing,
        title: &str,
        feed: Option<Listing>,
    ) -> Self {
        let path = site.path(&listing);
        let out = Markup::with_capacity(32 * 1024);
        let mut page = Self { out, site, path, title: title.to_owned(), feed: None };
        page.feed = feed.map(|feed| page.to(&feed));
        let words = site.words();
        page.out.put("<nav class=\"trail\"").attribute("aria-label", words.where_you_are).put(">");
        if listing != Listing::Home {
            page.link(&Listing::Home, words.all_news);
            page.out.put(" · ");
        }
        if listing != Listing::Tags {
            page.link(&Listing::Tags, words.tags);
            page.out.put(" · ");
        }
        page.link(&Listing::Search, words.search);
        page.out.put("</nav>\n<h1");
        // A group's name is in the language of who gave it.
        page.out.put(" dir=\"auto\">").text(title).put("</h1>\n");
        page
    }

    /// The whole page, in the site's theme.
    pub(super) fn close(self) -> Result<String, ThemeError> {
        let Site { office, theme, .. } = *self.site;
        let (words, language) = (self.site.words(), &office.language);
        let style = self.to(&Listing::Style);
        if let Some(own) = theme.of_lists() {
            return own.list(&ListPage {
                head: self.head(Style::Elsewhere),
                office,
                words,
                title: &self.title,
                style: &style,
                home: &self.to(&Listing::Home),
                whole: self.out,
            });
        }
        let mut out = self.head(Style::At(&style));
        out.put("</head>\n<body>\n");
        mast(&mut out, office.name.trim(), words, language, "");
        out.put("<main class=\"wrap\">\n").append(self.out);
        out.put("</main>\n</body>\n</html>\n");
        Ok(out.finish())
    }

    /// The page up to its head, which stays open.
    fn head(&self, style: Style<'_>) -> Markup {
        let mut out = Markup::with_capacity(36 * 1024);
        let canonical = self.site.base.is_some().then(|| self.site.address(&self.path));
        Head {
            language: &self.site.office.language,
            title: &self.title,
            description: "",
            site: self.site.office.name.trim(),
            canonical: canonical.as_deref(),
            marking: &Marking::default(),
            sort: "website",
            style,
        }
        .write(&mut out, |out| {
            if let Some(feed) = &self.feed {
                out.put("<link rel=\"alternate\" type=\"application/atom+xml\"");
                out.attribute("href", feed).put(">\n");
            }
        });
        out
    }

    /// The address of a listing from here.
    pub(super) fn to(&self, listing: &Listing) -> String {
        relative(&self.path, &self.site.path(listing))
    }

    fn link(&mut self, to: &Listing, said: &'static str) {
        let address = self.to(to);
        self.out.put("<a").attribute("href", &address);
        label(&mut self.out, self.site.words(), &self.site.office.language, said, "</a>");
    }

    fn sections(&mut self) {
        self.groups(|group| matches!(group, Group::Section(_)));
    }

    /// Groups with how many releases they hold.
    fn groups(&mut self, wanted: impl Fn(&Group) -> bool) {
        let site = self.site;
        let mut groups = site.index.groups().filter(|group| wanted(group)).peekable();
        let Some(first) = groups.peek() else { return };
        let name = match first {
            Group::Section(_) => site.words().sections,
            Group::Tag(_) => site.words().tags,
        };
        self.out.put("<nav class=\"tags\"").attribute("aria-label", name).put("><ul>\n");
        for group in groups {
            let address = self.to(&Listing::Group(group.clone()));
            self.out.put("<li><a dir=\"auto\"").attribute("href", &address).put(">");
            self.out.text(site.index.name(group)).put(" <small>");
            self.out.number(site.index.count(group) as u64).put("</small></a></li>\n");
        }
        self.out.put("</ul></nav>\n");
    }

    /// The ways to other years, where there are any.
    fn years(&mut self, years: &[Option<i32>], listing: impl Fn(Option<i32>) -> Listing) {
        let words = self.site.words();
        if years.len() < 2 && self.path != "index.html" {
            return;
        }
        self.out.put("<nav class=\"years\"").attribute("aria-label", words.years).put(">");
        for (at, year) in years.iter().enumerate() {
            let here = self.site.path(&listing(*year)) == self.path;
            let address = self.to(&listing(*year));
            self.out.put(if at > 0 { " · <a" } else { "<a" }).attribute("href", &address);
            if here {
                self.out.put(" aria-current=\"page\"");
            }
            match year {
                Some(year) => {
                    self.out.put(">").text(&year.to_string()).put("</a>");
                }
                None => {
                    let language = &self.site.office.language;
                    label(&mut self.out, words, language, words.undated, "</a>");
                }
            }
        }
        self.out.put("</nav>\n");
    }

    fn entries<'e>(&mut self, entries: impl Iterator<Item = &'e Entry>) {
        self.out.put("<ul class=\"news\">\n");
        entries.for_each(|entry| self.entry(entry));
        self.out.put("</ul>\n");
    }

    fn entry(&mut self, entry: &Entry) {
        let language = &entry.language;
        self.out.put("<li");
        if *language != self.site.office.language {
            self.out.attribute("lang", language.tag());
            self.out.put(" dir=\"").put(language.direction().as_str()).put("\"");
        }
        self.out.put(">");
        if entry.date.is_some() || !entry.section.is_empty() {
            self.out.put("<p class=\"facts\">");
            if let Some(date) = entry.date {
                self.out.put("<time").attribute("datetime", &date.to_string()).put(">");
                let said = long_date(date, language, self.site.office.dateline);
                self.out.text(&said).put("</time>");
            }
            if !entry.section.is_empty() {
                self.out.put(if entry.date.is_some() { " · " } else { "" });
                self.out.put("<span dir=\"auto\">").text(&entry.section).put("</span>");
            }
            self.out.put("</p>");
        }
        let address = relative(&self.path, &entry.path);
        self.out.put("<h2><a").attribute("href", &address).put(">");
        self.out.text(entry.title()).put("</a></h2>");
        if !entry.summary.is_empty() {
            self.out.put("<p>").text(&entry.summary).put("</p>");
        }
        self.out.put("</li>\n");
    }
}
