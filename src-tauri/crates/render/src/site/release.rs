//! A release's page on its site.

use super::{Entry, Group, Listing, Site, SiteFile, relative};
use crate::face::path;
use crate::html::{Medium, Places, Setting, Style, notice, page, picture_path};
use crate::{Named, Picture, Related, Sheet, Theme, ThemeError};

impl Site<'_> {
    /// A release's page, with the way back to its section and to all news, its tags and its other
    /// editions. Its pictures are files of their own; see [`Site::pictures`].
    ///
    /// # Errors
    /// When a template of the office's own theme fails. Built-in looks do not fail.
    pub fn page(&self, sheet: &Sheet<'_>) -> Result<SiteFile, ThemeError> {
        let path = self.place(sheet);
        let related = self.related(sheet, &path);
        let sheet = &Sheet { related: &related, ..*sheet };
        let to = |listing: &Listing| relative(&path, &self.path(listing));
        let section = sheet.release.section.trim();
        let places = Places {
            home: &to(&Listing::Home),
            feed: &to(&Listing::Feed),
            style: &to(&Listing::Style),
            section: (!section.is_empty())
                .then(|| (section, to(&Listing::Group(Group::section(section))))),
            tags: sheet
                .release
                .tags
                .iter()
                .map(|tag| (tag.as_str(), to(&Listing::Group(Group::tag(tag)))))
                .collect(),
            editions: self
                .index
                .editions(sheet.release.id)
                .into_iter()
                .map(|edition| (&edition.language, relative(&path, &edition.path)))
                .collect(),
        };
        let folder = if path.contains('/') { "../pictures/" } else { "pictures/" };
        let canonical = self.base.is_some().then(|| self.address(&path));
        let setting = Setting {
            style: Style::At(places.style),
            medium: Medium::beside(folder),
            canonical: canonical.as_deref(),
            places: Some(&places),
        };
        let text = match self.theme {
            Theme::BuiltIn(_) => page(sheet, &setting),
            Theme::Own(theme) => theme.page_on_site(sheet, &setting)?,
        };
        Ok(SiteFile { text, path })
    }

    /// What stands in the place of a withdrawn release.
    pub fn notice(&self, sheet: &Sheet<'_>) -> SiteFile {
        let path = self.place(sheet);
        let style = relative(&path, &self.path(&Listing::Style));
        let home = relative(&path, &self.path(&Listing::Home));
        let canonical = self.base.is_some().then(|| self.address(&path));
        let text = notice(sheet, Style::At(&style), canonical.as_deref(), Some(&home));
        SiteFile { path, text }
    }

    /// What a release corrects and what corrects it, as far as both stand on the site.
    fn related(&self, sheet: &Sheet<'_>, path: &str) -> Related {
        let id = sheet.release.id;
        let named = |entry: &Entry| Named {
            href: Some(relative(path, &entry.path)),
            ..Named::new(entry.reference.as_deref(), &entry.headline)
        };
        Related {
            original: self.index.original(id).map(named),
            corrections: self.index.corrections(id).into_iter().map(named).collect(),
        }
    }

    fn place(&self, sheet: &Sheet<'_>) -> String {
        let entry = self.index.entry(sheet.release.id);
        entry.map_or_else(|| path(sheet.release), |entry| entry.path.clone())
    }

    /// The files of the pictures that a release's page shows, by their paths in the site's folder.
    pub fn pictures<'p>(&self, sheet: &Sheet<'p>) -> Vec<(String, &'p Picture)> {
        let shown = sheet.shown().into_iter();
        shown.map(|(hash, picture)| (picture_path("pictures/", hash, picture), picture)).collect()
    }
}
