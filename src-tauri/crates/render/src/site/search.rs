//! Search on a site: a page that works without a server, and the data that it looks in.

use serde::Serialize;

use super::list::Page;
use super::{Entry, Listing, Site};
use crate::ThemeError;

/// The search page. What it says is in its markup; the program only fills it.
pub(super) fn page(site: &Site<'_>) -> Result<String, ThemeError> {
    let words = site.words();
    let mut page = Page::open(site, Listing::Search, words.search, None);
    let years: Vec<String> =
        site.index.years().iter().map(|year| page.to(&Listing::SearchData(*year))).collect();
    let program = page.to(&Listing::SearchProgram);
    let out = &mut page.out;
    out.put("<form class=\"search\" role=\"search\" id=\"search\"");
    out.attribute("data-years", &years.join(" ")).attribute("data-found", words.found);
    out.attribute("data-nothing", words.nothing_found).put(">\n<label for=\"words\">");
    out.text(words.search).put("</label> <input id=\"words\" type=\"search\" name=\"q\" ");
    out.put("autocomplete=\"off\" dir=\"auto\">\n</form>\n");
    out.put("<p class=\"facts\" id=\"state\" role=\"status\"></p>\n");
    out.put("<ul class=\"news\" id=\"found\"></ul>\n<noscript><p>").text(words.no_search);
    out.put("</p></noscript>\n<script").attribute("src", &program).put("></script>\n");
    page.close()
}

/// What a search finds of a year, as a call that the page's program answers: a page opened from a
/// disk may load scripts, but no data.
pub(super) fn data(site: &Site<'_>, year: Option<i32>) -> String {
    let rows: Vec<Row<'_>> = site.index.of_year(year).map(Row::of).collect();
    // Strings and lists of them always serialise.
    format!("releases({});\n", serde_json::to_string(&rows).unwrap_or_default())
}

/// Every release as data, for other programs: a line each.
pub(super) fn releases<'s>(site: &'s Site<'_>) -> impl Iterator<Item = String> + 's {
    let lines = site.index.listed().iter().enumerate().map(|(at, entry)| {
        let told = Told {
            url: site.address(&entry.path),
            reference: entry.reference.as_deref(),
            kind: entry.kind.as_str(),
            language: entry.language.tag(),
            headline: &entry.headline,
            summary: &entry.summary,
            date: entry.date.map(|date| date.to_string()),
            section: &entry.section,
            tags: &entry.tags,
        };
        let before = if at > 0 { ",\n" } else { "" };
        // Strings and lists of them always serialise.
        before.to_owned() + &serde_json::to_string(&told).unwrap_or_default()
    });
    std::iter::once("[\n".to_owned()).chain(lines).chain(std::iter::once("\n]\n".to_owned()))
}

#[derive(Serialize)]
struct Told<'a> {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    kind: &'a str,
    language: &'a str,
    headline: &'a str,
    summary: &'a str,
    date: Option<String>,
    section: &'a str,
    tags: &'a [String],
}

/// Address, title, date, section, language, and what else is searched: summary and tags.
#[derive(Serialize)]
struct Row<'a>(String, &'a str, Option<String>, &'a str, &'a str, String);

impl<'a> Row<'a> {
    fn of(entry: &'a Entry) -> Self {
        let mut more = entry.summary.clone();
        for tag in entry.tags.iter().chain(&entry.reference) {
            more.push(' ');
            more.push_str(tag);
        }
        Row(
            super::relative("search.html", &entry.path),
            entry.title(),
            entry.date.map(|date| date.to_string()),
            &entry.section,
            entry.language.tag(),
            more,
        )
    }
}
