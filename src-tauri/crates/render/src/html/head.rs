//! A page's head: title, description, and what search engines and other sites read of it.

use dateline_model::Language;
use serde::Serialize;

use super::markup::Markup;
use crate::face::reference;
use crate::{Marking, Sheet};

/// Where a page's style is.
#[derive(Clone, Copy)]
pub(crate) enum Style<'a> {
    /// In the page.
    Inside(&'static str),
    /// In a file at this address.
    At(&'a str),
    /// Not for this program to say.
    Elsewhere,
}

/// What the head of any page says.
pub(crate) struct Head<'a> {
    pub(crate) language: &'a Language,
    /// Never empty.
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    pub(crate) site: &'a str,
    pub(crate) canonical: Option<&'a str>,
    /// What it may be used for decides whether search engines may list it.
    pub(crate) marking: &'a Marking,
    /// `article` or `website`.
    pub(crate) sort: &'static str,
    pub(crate) style: Style<'a>,
}

impl Head<'_> {
    /// Opens the page and writes its head, with what the page adds to it. The head stays open.
    pub(crate) fn write(&self, out: &mut Markup, more: impl FnOnce(&mut Markup)) {
        out.put("<!doctype html>\n<html").attribute("lang", self.language.tag());
        out.put(" dir=\"").put(self.language.direction().as_str()).put("\">\n<head>\n");
        out.put("<meta charset=\"utf-8\">\n");
        out.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.put("<title>").text(self.title);
        if !self.site.is_empty() {
            out.text(" – ").text(self.site);
        }
        out.put("</title>\n");
        if self.marking.draft || self.marking.embargo.is_some() {
            out.put("<meta name=\"robots\" content=\"noindex\">\n");
        }
        meta(out, "name", "description", self.description);
        if let Some(address) = self.canonical {
            out.put("<link rel=\"canonical\"").attribute("href", address).put(">\n");
        }
        meta(out, "property", "og:type", self.sort);
        meta(out, "property", "og:title", self.title);
        meta(out, "property", "og:description", self.description);
        meta(out, "property", "og:site_name", self.site);
        meta(out, "property", "og:url", self.canonical.unwrap_or_default());
        meta(out, "property", "og:locale", &self.language.tag().replace('-', "_"));
        more(out);
        match self.style {
            Style::Inside(style) => {
                out.put("<style>\n").put(style).put("</style>\n");
            }
            Style::At(address) => {
                out.put("<link rel=\"stylesheet\"").attribute("href", address).put(">\n");
            }
            Style::Elsewhere => {}
        }
    }
}

/// What a page about one release adds.
pub(crate) fn article(
    out: &mut Markup,
    sheet: &Sheet<'_>,
    description: &str,
    canonical: Option<&str>,
) {
    let content = sheet.content();
    let date = content.date.map(|date| date.to_string());
    meta(out, "property", "article:published_time", date.as_deref().unwrap_or_default());
    meta(out, "property", "article:section", &sheet.release.section);
    for tag in &sheet.release.tags {
        meta(out, "property", "article:tag", tag);
    }
    out.put("<script type=\"application/ld+json\">");
    out.json(&news_article(sheet, description, date.as_deref(), canonical));
    out.put("</script>\n");
}

fn meta(out: &mut Markup, sort: &'static str, name: &'static str, value: &str) {
    if !value.trim().is_empty() {
        out.put("<meta ").put(sort).put("=\"").put(name).put("\"");
        out.attribute("content", value.trim()).put(">\n");
    }
}

/// A `NewsArticle` of schema.org 30, which has no type for press releases.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    sort: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    alternative_headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    article_section: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    content_location: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creative_work_status: Option<&'static str>,
    /// The marks, while any hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    conditions_of_access: Option<String>,
}

#[derive(Clone, Copy, Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    sort: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
}

fn news_article<'a>(
    sheet: &'a Sheet<'_>,
    description: &'a str,
    date: Option<&'a str>,
    url: Option<&'a str>,
) -> NewsArticle<'a> {
    let named = |sort, name: &'a str, url: &'a str| {
        let name = name.trim();
        (!name.is_empty()).then_some(Named { sort, name, url: url.trim() })
    };
    let content = &sheet.release.content;
    let office = named("Organization", &sheet.office.name, &sheet.office.url);
    let marks = sheet.marks();
    NewsArticle {
        context: "https://schema.org",
        sort: "NewsArticle",
        headline: content.headline.trim(),
        alternative_headline: content.subhead.trim(),
        description,
        in_language: content.language.tag(),
        date_published: date,
        identifier: reference(sheet.release),
        url,
        article_section: sheet.release.section.trim(),
        keywords: &sheet.release.tags,
        content_location: named("Place", &content.place, ""),
        author: office,
        publisher: office,
        creative_work_status: sheet.marking.draft.then_some("Draft"),
        conditions_of_access: (!marks.is_empty()).then(|| marks.join(". ")),
    }
}
