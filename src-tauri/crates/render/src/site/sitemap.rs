//! Sitemaps (sitemaps.org, version 0.9): the addresses of all pages, a file for each year.

use super::{Listing, Site};
use crate::html::Markup;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The list of the years' sitemaps.
pub(super) fn sitemaps(site: &Site<'_>) -> String {
    let mut out = open("<sitemapindex");
    for year in site.index.years() {
        let address = site.address(&site.path(&Listing::Sitemap(year)));
        out.put("<sitemap><loc>").text(&address).put("</loc></sitemap>\n");
    }
    out.put("</sitemapindex>\n");
    out.finish()
}

/// The pages of a year's releases. A sitemap may hold 50,000 addresses; no office publishes a
/// hundred and forty releases a day.
pub(super) fn sitemap(site: &Site<'_>, year: Option<i32>) -> String {
    let mut out = open("<urlset");
    for entry in site.index.of_year(year) {
        out.put("<url><loc>").text(&site.address(&entry.path)).put("</loc>");
        if let Some(date) = entry.date {
            out.put("<lastmod>").text(&date.to_string()).put("</lastmod>");
        }
        out.put("</url>\n");
    }
    out.put("</urlset>\n");
    out.finish()
}

fn open(root: &'static str) -> Markup {
    let mut out = Markup::with_capacity(16 * 1024);
    out.put("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").put(root);
    out.attribute("xmlns", SCHEMA).put(">\n");
    out
}
