//! Feeds, held to what RFC 4287 demands of them.

#![cfg(test)]
#![allow(dead_code, reason = "the samples serve other tests as well")]

mod samples;

use std::collections::HashSet;

use chrono::DateTime;
use dateline_render::{Entry, Listing, Site, Theme};
use roxmltree::{Document, Node};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn all<'d>(of: Node<'d, 'd>, name: &'static str) -> Vec<Node<'d, 'd>> {
    of.children().filter(|child| child.has_tag_name((ATOM, name))).collect()
}

/// The one child of that name; more or none is against the rules.
fn one<'d>(of: Node<'d, 'd>, name: &'static str) -> &'d str {
    let found = all(of, name);
    assert_eq!(found.len(), 1, "exactly one {name} (4.1.1, 4.1.2)");
    found[0].text().unwrap_or_default().trim()
}

/// The links of an element by what they are for.
fn link<'d>(of: Node<'d, 'd>, rel: &str) -> &'d str {
    let links: Vec<_> =
        all(of, "link").into_iter().filter(|link| link.attribute("rel") == Some(rel)).collect();
    assert_eq!(links.len(), 1, "one {rel} link of a type and language (4.1.1)");
    links[0].attribute("href").expect("a link has an address (4.2.7.1)")
}

fn instant(text: &str) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|_| panic!("{text} is no date (3.3)"))
}

fn check(feed: &str, has_address: bool) {
    let document = Document::parse(feed).expect("well-formed XML");
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert!(!one(root, "title").is_empty());
    let mut ids = HashSet::from([one(root, "id")]);
    let updated = instant(one(root, "updated"));
    assert!(!link(root, "self").is_empty() && !link(root, "alternate").is_empty());
    // Without an author of the feed each entry would need its own (4.1.1).
    let authors = all(root, "author");
    assert!(authors.iter().all(|author| !one(*author, "name").is_empty()) && !authors.is_empty());
    let entries = all(root, "entry");
    assert!(!entries.is_empty());
    for entry in entries {
        assert!(!one(entry, "title").is_empty(), "a title (4.1.2)");
        let id = one(entry, "id");
        assert!(ids.insert(id), "{id} names two things (4.2.6)");
        let (scheme, rest) = id.split_once(':').expect("an id is an IRI (4.2.6)");
        assert!(!rest.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric()));
        assert!(!id.contains(char::is_whitespace));
        let changed = instant(one(entry, "updated"));
        assert!(changed <= updated, "the feed is as new as its newest entry");
        for day in all(entry, "published") {
            instant(day.text().unwrap_or(""));
        }
        let page = link(entry, "alternate");
        assert_eq!(page.starts_with("https://"), has_address, "{page}");
        assert!(all(entry, "category").iter().all(|one| one.attribute("term").is_some()));
        assert!(all(entry, "summary").len() <= 1 && all(entry, "published").len() <= 1);
    }
}

#[test]
fn every_feed_keeps_the_rules_of_rfc_4287() {
    let office = samples::vestmark();
    let nowhere = dateline_model::Office { url: String::new(), ..office.clone() };
    for (office, has_address) in [(&office, true), (&nowhere, false)] {
        let numbered = samples::all().into_iter().zip(1..);
        let entries = numbered.map(|((_, mut sample), id)| {
            sample.release.id = id;
            Entry::of(&sample.release)
        });
        let entries = entries.collect();
        let theme = Theme::default();
        let site = Site::new(office, None, &theme, entries);
        let feeds = site.listings().into_iter();
        let feeds: Vec<_> = feeds
            .filter(|listing| matches!(listing, Listing::Feed | Listing::GroupFeed(_)))
            .collect();
        assert!(!feeds.is_empty());
        for feed in feeds {
            check(&site.listing(&feed).unwrap().text, has_address);
        }
    }
}
