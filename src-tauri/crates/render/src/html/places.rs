//! Where a page is on its site: the way up, the same text in other languages, the way back.

use dateline_model::Language;

use super::article::label;
use super::markup::Markup;
use crate::Sheet;

/// The neighbours of a page, with their addresses from it.
pub(crate) struct Places<'a> {
    /// All news.
    pub(crate) home: &'a str,
    /// The feed of all news.
    pub(crate) feed: &'a str,
    /// The style of all pages.
    pub(crate) style: &'a str,
    /// The section's name and address.
    pub(crate) section: Option<(&'a str, String)>,
    /// The tags' names and addresses.
    pub(crate) tags: Vec<(&'a str, String)>,
    /// The same release in other languages.
    pub(crate) editions: Vec<(&'a Language, String)>,
}

impl Places<'_> {
    /// In the head: the feed, and the editions for search engines.
    pub(crate) fn links(&self, out: &mut Markup) {
        out.put("<link rel=\"alternate\" type=\"application/atom+xml\"");
        out.attribute("href", self.feed).put(">\n");
        for (language, address) in &self.editions {
            out.put("<link rel=\"alternate\"").attribute("hreflang", language.tag());
            out.attribute("href", address).put(">\n");
        }
    }

    /// Above the text: where you are, and in which other languages.
    pub(crate) fn trail(&self, out: &mut Markup, sheet: &Sheet<'_>) {
        let (words, language) = (sheet.words(), sheet.language());
        out.put("<nav class=\"trail\"").attribute("aria-label", words.where_you_are).put("><a");
        out.attribute("href", self.home);
        label(out, words, language, words.all_news, "</a>");
        if let Some((section, address)) = &self.section {
            out.put(" › <a dir=\"auto\"").attribute("href", address).put(">").text(section);
            out.put("</a>");
        }
        out.put("</nav>\n");
        if self.editions.is_empty() {
            return;
        }
        out.put("<nav class=\"trail\"").attribute("aria-label", words.languages).put(">");
        for (at, (language, address)) in self.editions.iter().enumerate() {
            out.put(if at > 0 { " · <a" } else { "<a" }).attribute("href", address);
            out.attribute("hreflang", language.tag()).attribute("lang", language.tag());
            out.put(" dir=\"").put(language.direction().as_str()).put("\">");
            out.text(crate::words::name_of(language)).put("</a>");
        }
        out.put("</nav>\n");
    }

    /// Below the text: its tags, the way back.
    pub(crate) fn foot(&self, out: &mut Markup, sheet: &Sheet<'_>) {
        let (words, language) = (sheet.words(), sheet.language());
        if !self.tags.is_empty() {
            out.put("<nav class=\"tags\"").attribute("aria-label", words.tags).put("><ul>");
            for (tag, address) in &self.tags {
                out.put("<li><a dir=\"auto\"").attribute("href", address).put(">").text(tag);
                out.put("</a></li>");
            }
            out.put("</ul></nav>\n");
        }
        out.put("<nav class=\"foot\"").attribute("aria-label", words.on).put(">");
        if let Some((_, address)) = &self.section {
            out.put("<a").attribute("href", address);
            label(out, words, language, words.back_to_section, "</a> ");
        }
        out.put("<a").attribute("href", self.home);
        label(out, words, language, words.all_news, "</a></nav>\n");
    }
}
