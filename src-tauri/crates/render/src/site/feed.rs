//! Feeds: Atom (RFC 4287), for everything and for each section and tag.

use super::{Entry, Group, Listing, Site};
use crate::html::Markup;

/// How many of the newest releases a feed holds.
pub(super) const HELD: usize = 30;

/// The feed of a group, or of everything.
pub(super) fn feed(site: &Site<'_>, group: Option<&Group>) -> String {
    let entries: Vec<&Entry> = match group {
        Some(group) => site.index.of_group(group).take(HELD).collect(),
        None => site.index.listed().iter().take(HELD).collect(),
    };
    let (own, page) = match group {
        Some(group) => (Listing::GroupFeed(group.clone()), Listing::Group(group.clone())),
        None => (Listing::Feed, Listing::Home),
    };
    let mut out = Markup::with_capacity(16 * 1024);
    out.put("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.put("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    out.attribute("xml:lang", site.office.language.tag()).put(">\n<title>");
    let name = match site.office.name.trim() {
        "" => site.words().all_news,
        name => name,
    };
    out.text(name);
    if let Some(group) = group {
        out.text(site.words().colon).text(site.index.name(group));
    }
    out.put("</title>\n<id>").text(&id(site, &site.path(&own))).put("</id>\n");
    out.put("<link rel=\"self\" type=\"application/atom+xml\"");
    out.attribute("href", &address(site, &own, &site.path(&own))).put("/>\n");
    out.put("<link rel=\"alternate\" type=\"text/html\"");
    out.attribute("href", &address(site, &own, &site.path(&page))).put("/>\n<updated>");
    let newest = entries.iter().find_map(|entry| entry.date.map(|_| instant(entry)));
    out.text(newest.as_deref().unwrap_or(LONG_AGO)).put("</updated>\n<author><name>");
    out.text(name).put("</name></author>\n");
    entries.into_iter().for_each(|entry| self::entry(&mut out, site, &own, entry));
    out.put("</feed>\n");
    out.finish()
}

/// When what has no date was last changed, as far as readers are told.
const LONG_AGO: &str = "1970-01-01T00:00:00Z";

fn entry(out: &mut Markup, site: &Site<'_>, feed: &Listing, entry: &Entry) {
    out.put("<entry").attribute("xml:lang", entry.language.tag()).put(">\n<title>");
    out.text(entry.title()).put("</title>\n<id>").text(&id(site, &entry.path)).put("</id>\n");
    out.put("<link rel=\"alternate\" type=\"text/html\"");
    out.attribute("href", &address(site, feed, &entry.path)).put("/>\n");
    out.put("<updated>").text(&instant(entry)).put("</updated>\n");
    if entry.date.is_some() {
        out.put("<published>").text(&instant(entry)).put("</published>\n");
    }
    for (_, name) in entry.groups() {
        out.put("<category").attribute("term", name).put("/>\n");
    }
    if !entry.summary.is_empty() {
        out.put("<summary>").text(&entry.summary).put("</summary>\n");
    }
    out.put("</entry>\n");
}

/// The beginning of the day it is dated. A desk knows to the second when a text was edited, and
/// does not tell.
fn instant(entry: &Entry) -> String {
    match entry.date {
        Some(date) => format!("{date}T00:00:00Z"),
        None => LONG_AGO.to_owned(),
    }
}

/// A name for ever: the address, or a name without an address while the site has none.
fn id(site: &Site<'_>, path: &str) -> String {
    match site.base {
        Some(_) => site.address(path),
        None => format!("urn:x-press-release:{}", site.address(path)),
    }
}

/// The whole address, or the one from the feed's file.
fn address(site: &Site<'_>, feed: &Listing, path: &str) -> String {
    match site.base {
        Some(_) => site.address(path),
        None => super::relative(&site.path(feed), path),
    }
}
