//! What a page says about itself: its language, title, address and day.

use chrono::NaiveDate;
use dateline_model::Language;
use serde_json::Value;
use url::Url;

use super::dom::Dom;
use crate::tree::Id;

/// A page's statements about itself.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) language: Option<Language>,
    pub(super) title: String,
    /// The address under which it was published.
    pub(super) address: Option<Url>,
    /// The day on which it was published.
    pub(super) date: Option<NaiveDate>,
    /// Whether a word processor wrote it.
    pub(super) word_processor: bool,
}

/// Names of `meta` elements that hold the day of publication.
const DATES: [&str; 8] = [
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "pubdate",
    "publish-date",
];

/// How word processors sign their pages.
const WORD_PROCESSORS: [&str; 3] = ["Microsoft Word", "LibreOffice", "OpenOffice"];

impl Head {
    pub(super) fn of(tree: &Dom) -> Self {
        let root = Dom::DOCUMENT;
        let html = tree.find(root, "html").next();
        let tag = html.and_then(|id| tree.attribute(id, "lang").or(tree.attribute(id, "xml:lang")));
        let title = tree.find(root, "title").find(|&id| !tree.is_foreign(id));
        let linked = |rel| tree.find(root, "link").find(move |&id| tree.has_word(id, "rel", rel));
        let address = tree
            .find(root, "base")
            .chain(linked("canonical"))
            .find_map(|id| Url::parse(tree.attribute(id, "href")?).ok());
        let by_program = |id| {
            let generator = tree
                .attribute(id, "name")
                .is_some_and(|name| name.eq_ignore_ascii_case("generator"));
            let content = tree.attribute(id, "content").unwrap_or_default();
            generator && WORD_PROCESSORS.iter().any(|program| content.starts_with(program))
        };
        let google_docs =
            |id| tree.attribute(id, "id").is_some_and(|id| id.starts_with("docs-internal-guid"));
        Self {
            word_processor: tree.find(root, "meta").any(by_program)
                || tree.find(root, "b").any(google_docs),
            language: tag.and_then(|tag| tag.parse().ok()),
            title: title.map(|id| tree.words(id)).unwrap_or_default(),
            address,
            date: linked_data_date(tree).or_else(|| meta_date(tree)),
        }
    }
}

/// The day that a `time` element below a node gives to programs.
pub(super) fn time_date(tree: &Dom, id: Id) -> Option<NaiveDate> {
    tree.find(id, "time").find_map(|time| day(tree.attribute(time, "datetime")?))
}

fn meta_date(tree: &Dom) -> Option<NaiveDate> {
    let mut metas = tree.find(Dom::DOCUMENT, "meta");
    metas.find_map(|id| {
        let key =
            ["property", "name", "itemprop"].iter().find_map(|key| tree.attribute(id, key))?;
        let known = DATES.contains(&key.to_lowercase().as_str());
        if known { day(tree.attribute(id, "content")?) } else { None }
    })
}

/// `datePublished` of the JSON-LD that search engines read.
fn linked_data_date(tree: &Dom) -> Option<NaiveDate> {
    let mut scripts = tree.find(Dom::DOCUMENT, "script");
    scripts.find_map(|id| {
        let kind = tree.attribute(id, "type")?;
        if !kind.eq_ignore_ascii_case("application/ld+json") {
            return None;
        }
        let json: Value = serde_json::from_str(&tree.words(id)).ok()?;
        let mut rest = vec![&json];
        while let Some(value) = rest.pop() {
            match value {
                Value::Array(list) => rest.extend(list),
                Value::Object(fields) => {
                    match fields.get("datePublished").and_then(Value::as_str) {
                        Some(date) => return day(date),
                        None => rest.extend(fields.values()),
                    }
                }
                _ => {}
            }
        }
        None
    })
}

/// The day at the beginning of an ISO 8601 date or time.
fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim().get(..10)?, "%Y-%m-%d").ok()
}
