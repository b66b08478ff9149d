//! What readers get, over the samples: exact texts, exact markup, and what must hold for any body.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

mod bodies;
mod samples;

use std::collections::BTreeMap;

use dateline_model::{Body, ItemForm, Office};
use dateline_render::{
    Entry, Issue, Listing, Look, Mailbox, Marking, OwnTheme, Sheet, Site, TextForm, Theme,
    bulletin_html, bulletin_text, eml, fragment, html, html_in, html_with_pictures, json, mail,
    markdown, path, rich_text, stem, text, withdrawal_html, withdrawal_text,
};
use proptest::prelude::*;
use samples::Sample;
use scraper::{Html, Selector};

/// Compares with the file of that name, which people read.
fn snapshot(name: &str, output: &str) {
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, output);
    });
}

/// A page without its style and the bytes of its pictures, which say nothing to a reader.
fn markup(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    format!("{head}<style>…</style>{}", without_pictures(body))
}

fn without_pictures(page: &str) -> String {
    let mut pieces = page.split(";base64,");
    let mut short = pieces.next().unwrap().to_owned();
    for piece in pieces {
        short.push_str(";base64,…");
        short.push_str(&piece[piece.find('"').unwrap()..]);
    }
    short
}

#[test]
fn pages() {
    for (name, sample) in samples::all() {
        snapshot(&format!("{name}.html"), &markup(&html(&sample.sheet())));
    }
}

#[test]
fn texts() {
    for (name, sample) in samples::all() {
        snapshot(&format!("{name}.txt"), &text(&sample.sheet(), &TextForm::default()));
    }
}

#[test]
fn texts_in_other_forms() {
    let sample = samples::exercise();
    let unwrapped = TextForm { width: None, ..TextForm::default() };
    snapshot("exercise-unwrapped.txt", &text(&sample.sheet(), &unwrapped));
    let narrow = TextForm { width: Some(32), ..TextForm::default() };
    snapshot("exercise-narrow.txt", &text(&sample.sheet(), &narrow));
    let ascii = TextForm { ascii: true, ..TextForm::default() };
    let folded = text(&samples::french().sheet(), &ascii);
    assert!(folded.is_ascii(), "{folded}");
    snapshot("french-ascii.txt", &folded);
}

#[test]
fn other_formats() {
    for (name, sample) in [("exercise", samples::exercise()), ("arabic", samples::arabic())] {
        let page = fragment(&sample.sheet());
        assert!(Html::parse_fragment(&page).errors.is_empty());
        snapshot(&format!("{name}-fragment.html"), &without_pictures(&page));
        snapshot(&format!("{name}.md"), &without_pictures(&markdown(&sample.sheet())));
        snapshot(&format!("{name}.json"), &json(&sample.sheet()));
    }
    snapshot("correction.md", &markdown(&samples::correction().draft().sheet()));
}

#[test]
fn mails() {
    let sample = samples::exercise().embargoed("2026-10-15 00:01");
    let sheet = sample.sheet();
    let mail = mail(&sheet);
    assert!(!mail.is_clipped());
    assert!(!mail.html.contains("var(--") && !mail.html.contains("data:"));
    snapshot("embargo-mail.html", &mail.html);
    let to = Mailbox { name: "Zoë Ålund, News".into(), address: "zoe@gazette.example".into() };
    let from = Mailbox { name: String::new(), address: "press@vestmark.example".into() };
    let file = String::from_utf8(eml(&mail, Some(&from), Some(&to))).unwrap();
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert!(file.lines().all(|line| line.len() <= 998));
    for absent in ["Date:", "Message-ID:", "X-Mailer", "User-Agent"] {
        assert!(!file.contains(absent), "{absent}");
    }
    assert!(file.contains("\r\nX-Unsent: 1\r\n"));
    let (head, _) = file.split_once("\r\n\r\n").unwrap();
    insta::assert_snapshot!(head.replace('\r', ""), @r#"
    From: <press@vestmark.example>
    To: =?utf-8?B?Wm/DqyDDhWx1bmQsIE5ld3M=?= <zoe@gazette.example>
    Subject: EMBARGO until 00:01, 15 October 2026 (Oslo, UTC+2): Harbour and coast
     guard begin rescue exercise Clear Water 2026
    X-Unsent: 1
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="--alternative-0--"
    "#);
    let again = eml(&dateline_render::mail(&sheet), Some(&from), Some(&to));
    assert_eq!(file.as_bytes(), again, "nothing in it is random");
}

fn own_theme(changes: &[(&str, &str)]) -> Theme {
    let starter = OwnTheme::starter();
    let files = starter.iter().chain(changes);
    let files = files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    Theme::Own(OwnTheme::read(files.collect(), &BTreeMap::new()).unwrap())
}

#[test]
fn the_starter_theme_says_what_the_built_in_look_says() {
    let theme = own_theme(&[]);
    for (name, sample) in samples::all() {
        let page = theme.page(&sample.sheet()).unwrap();
        assert_well_formed(&page);
        assert_eq!(readable(&page), readable(&html(&sample.sheet())), "{name}");
    }
    weekly(ItemForm::Full, |issue| {
        let page = theme.bulletin(issue).unwrap();
        assert_well_formed(&page);
        assert_eq!(readable(&page), readable(&bulletin_html(issue)));
    });
}

#[test]
fn a_theme_s_templates_escape_what_they_print() {
    let mut sample = samples::exercise();
    sample.release.content.headline = "<script>alert(1)</script>".into();
    let page = own_theme(&[]).page(&sample.sheet()).unwrap();
    assert!(!page.contains("<script>alert"));
}

#[test]
fn a_theme_cannot_run_without_end_or_leave_its_folder() {
    let fault = |template: &str| {
        let sample = samples::exercise();
        own_theme(&[("release.html", template)]).page(&sample.sheet()).unwrap_err().to_string()
    };
    insta::assert_snapshot!(
        fault("a\n{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}"),
        @"The theme’s file “release.html”, line 2, has a fault: it runs too long or writes too much; look for a loop without end."
    );
    insta::assert_snapshot!(fault("{% include '../../../etc/passwd' %}"), @"The theme’s file “release.html”, line 1, has a fault: it asks for a file that is not in the theme: tried to include non-existing template '../../../etc/passwd'.");
    insta::assert_snapshot!(fault("\n\n{{ data('/etc/passwd') }}"), @"The theme’s file “release.html”, line 3, has a fault: it asks for a file that is not in the theme: “/etc/passwd”.");
    insta::assert_snapshot!(fault("{{ headlin }}"), @"The theme’s file “release.html”, line 1, has a fault: it uses a name that nothing stands for: `headlin` is undefined.");
    insta::assert_snapshot!(fault("{{ 'x' * 999999999 }}"), @"The theme’s file “release.html”, line 1, has a fault: it runs too long or writes too much; look for a loop without end.");
}

#[test]
fn looks_differ_in_style_only() {
    let sample = samples::exercise();
    let pages: Vec<String> =
        Look::ALL.iter().map(|look| markup(&html_in(&sample.sheet(), *look))).collect();
    assert!(pages.iter().all(|page| *page == pages[0]));
    assert_ne!(html_in(&sample.sheet(), Look::Plain), html(&sample.sheet()));
}

#[test]
fn pictures_can_lie_beside_the_page() {
    let sample = samples::exercise();
    let sheet = sample.sheet();
    let page = html_with_pictures(&sheet, Look::Office);
    assert!(page.html.contains("src=\"pictures/harbour.png\""));
    assert!(!page.html.contains("data:"));
    assert_eq!(page.pictures[0].0, "pictures/harbour.png");
    assert!(rich_text(&sheet).contains("<h1 style=\""));
}

/// A site of the samples, with a French edition of the exercise and two sections alike.
fn with_site(check: impl Fn(&Site<'_>, &[Sample])) {
    let mut edition = samples::french();
    edition.release.reference = Some("2026/118".into());
    edition.release.section = "exercises!".into();
    let mut undated = samples::correction();
    undated.release.content.date = None;
    let samples = [
        samples::exercise(),
        edition,
        undated,
        samples::russian(),
        samples::arabic(),
        samples::japanese(),
    ];
    let office = samples::vestmark();
    let entries = samples.iter().map(|sample| Entry::of(&sample.release)).collect();
    let theme = Theme::default();
    check(&Site::new(&office, Some("https://vestmark.example/news"), &theme, entries), &samples);
}

#[test]
fn sites() {
    with_site(|site, samples| {
        let mut files: Vec<String> = Vec::new();
        for listing in site.listings() {
            let file = site.listing(&listing).unwrap();
            if file.path.ends_with(".html") {
                assert_well_formed(&file.text);
            }
            files.push(file.path);
        }
        files.sort();
        let count = files.len();
        files.dedup();
        assert_eq!(files.len(), count, "no two files share a path");
        snapshot("site-files", &files.join("\n"));
        for listing in [Listing::Home, Listing::Tags, Listing::Search, Listing::Year(None)] {
            let file = site.listing(&listing).unwrap();
            snapshot(&format!("site-{}", file.path.replace('/', "-")), &file.text);
        }
        snapshot("site-feed.xml", &site.listing(&Listing::Feed).unwrap().text);
        snapshot("site-sitemap.xml", &site.listing(&Listing::Sitemap(Some(2026))).unwrap().text);
        snapshot("site-releases.json", &site.listing(&Listing::Releases).unwrap().text);
        let page = site.page(&samples[0].sheet()).unwrap();
        assert_well_formed(&page.text);
        snapshot("site-exercise.html", &page.text);
        assert_eq!(site.pictures(&samples[0].sheet())[0].0, "pictures/harbour.png");
    });
}

#[test]
fn sites_in_other_languages() {
    let samples = [samples::french(), samples::russian(), samples::arabic(), samples::japanese()];
    for own in &samples {
        let language = own.release.content.language.clone();
        let name = language.tag().to_lowercase();
        let office = Office { language, ..samples::vestmark() };
        let entries = samples.iter().map(|sample| Entry::of(&sample.release)).collect();
        let theme = Theme::default();
        let site = Site::new(&office, Some("https://vestmark.example/news"), &theme, entries);
        for listing in [Listing::Home, Listing::Search, Listing::Feed] {
            let file = site.listing(&listing).unwrap();
            snapshot(&format!("site-{name}-{}", file.path), &file.text);
        }
        let page = site.page(&own.sheet()).unwrap();
        assert_well_formed(&page.text);
        snapshot(&format!("site-{name}-release.html"), &page.text);
    }
}

#[test]
fn every_link_of_a_site_leads_to_a_file_of_it() {
    with_site(|site, samples| {
        let mut files: BTreeMap<String, String> = site
            .listings()
            .iter()
            .map(|of| site.listing(of).unwrap())
            .map(|f| (f.path, f.text))
            .collect();
        for sample in samples {
            let page = site.page(&sample.sheet()).unwrap();
            files.insert(page.path, page.text);
        }
        let mut links = 0;
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let document = Html::parse_document(text);
            let base = url::Url::parse("site:///").unwrap().join(path).unwrap();
            for element in document.select(&Selector::parse("[href], script[src]").unwrap()) {
                let href = element.attr("href").or(element.attr("src")).unwrap();
                if href.contains(':') {
                    continue;
                }
                let target = base.join(href).unwrap();
                let target = percent_encoding::percent_decode_str(target.path());
                let target = target.decode_utf8().unwrap().trim_start_matches('/').to_owned();
                assert!(files.contains_key(&target), "{path}: {href}");
                links += 1;
            }
        }
        assert!(links > 100, "{links}");
    });
}

#[test]
fn stamps_name_every_file_that_an_edit_changes() {
    with_site(|site, samples| {
        let before: BTreeMap<Listing, u64> = site.stamps().into_iter().collect();
        for changed in samples {
            let mut entry = Entry::of(&changed.release);
            let mut entries = site.entries().to_vec();
            entries.retain(|other| other.id != entry.id);
            entry.headline = "Something else".into();
            entry.section = "Elsewhere".into();
            entry.date = chrono::NaiveDate::from_ymd_opt(2019, 1, 1);
            entry.path = "2019/something-else.html".into();
            entries.push(entry);
            let (office, theme) = (samples::vestmark(), Theme::default());
            let base = Some("https://vestmark.example/news");
            let later = Site::new(&office, base, &theme, entries);
            let mut kept = 0;
            for (listing, stamp) in later.stamps() {
                if before.get(&listing) == Some(&stamp) {
                    assert_eq!(site.listing(&listing), later.listing(&listing), "{listing:?}");
                    kept += 1;
                }
            }
            assert!(kept > 5, "an edit leaves most of a site as it was: {kept}");
            assert_ne!(site.frame(changed.release.id), later.frame(changed.release.id));
        }
    });
}

#[test]
fn pages_that_would_share_a_file_are_told_apart() {
    let mut twin = samples::exercise();
    twin.release.id += 100;
    twin.release.content.headline = twin.release.content.headline.to_uppercase();
    let mut index = samples::empty();
    index.release.reference = Some("Index".into());
    index.release.content.headline.clear();
    index.release.content.date = None;
    let releases = [samples::exercise(), twin, index];
    let entries = releases.iter().map(|sample| Entry::of(&sample.release)).collect();
    let (office, theme) = (samples::vestmark(), Theme::default());
    let site = Site::new(&office, None, &theme, entries);
    let stem = "2026/2026-118-harbour-and-coast-guard-begin-rescue-exercise";
    let paths: Vec<&str> = site.entries().iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            format!("{stem}-en-gb-218.html"),
            format!("{stem}-en-gb-118.html"),
            "index-en-gb-1.html".to_owned()
        ]
    );
    assert_eq!(site.page(&releases[1].sheet()).unwrap().path, paths[0]);
}

#[test]
fn what_was_withdrawn_stands_in_no_list() {
    let mut sample = samples::exercise();
    sample.release.stage = dateline_model::Stage::Withdrawn;
    let (office, theme) = (samples::vestmark(), Theme::default());
    let site = Site::new(&office, None, &theme, vec![Entry::of(&sample.release)]);
    for listing in site.listings() {
        assert!(!site.listing(&listing).unwrap().text.contains("rescue"), "{listing:?}");
    }
    assert_eq!(site.notice(&sample.sheet()).path, site.entries()[0].path);
}

#[test]
fn line_ends_are_the_only_difference_of_crlf() {
    let sample = samples::exercise();
    let plain = text(&sample.sheet(), &TextForm::default());
    let crlf = text(&sample.sheet(), &TextForm { crlf: true, ..TextForm::default() });
    assert_eq!(crlf, plain.replace('\n', "\r\n"));
}

fn weekly(form: ItemForm, check: impl Fn(&Issue<'_>)) {
    let samples = [
        samples::exercise(),
        samples::french(),
        samples::arabic(),
        samples::exercise().embargoed("2026-10-20 00:01"),
    ];
    let items: Vec<Sheet<'_>> = samples.iter().map(Sample::sheet).collect();
    let mut bulletin = samples::weekly();
    bulletin.form = form;
    let (office, marking) = (samples::vestmark(), Marking::default());
    check(&Issue {
        bulletin: &bulletin,
        office: &office,
        marking: &marking,
        items: &items,
        left_out: 1,
    });
}

#[test]
fn bulletins() {
    weekly(ItemForm::Full, |issue| {
        snapshot("bulletin.html", &markup(&bulletin_html(issue)));
        snapshot("bulletin.txt", &bulletin_text(issue, &TextForm::default()));
    });
    weekly(ItemForm::Summary, |issue| {
        snapshot("bulletin-summary.txt", &bulletin_text(issue, &TextForm::default()));
    });
}

#[test]
fn a_bulletin_without_items_is_still_a_page() {
    let (bulletin, office, marking) =
        (samples::weekly(), samples::vestmark(), Marking { draft: true, embargo: None });
    let issue =
        Issue { bulletin: &bulletin, office: &office, marking: &marking, items: &[], left_out: 0 };
    assert_well_formed(&bulletin_html(&issue));
    assert!(bulletin_text(&issue, &TextForm::default()).starts_with("DRAFT"));
}

#[test]
fn withdrawals() {
    let mut sample = samples::exercise();
    sample.release.withdrawal =
        Some("The exercise was called off.\n\nIce lies in the roads.".into());
    let page = withdrawal_html(&sample.sheet());
    assert!(!page.contains("Crews from four countries"), "the text stays withdrawn");
    assert_well_formed(&page);
    snapshot("withdrawal.html", &markup(&page));
    snapshot("withdrawal.txt", &withdrawal_text(&sample.sheet(), &TextForm::default()));
}

#[test]
fn marks_stand_at_top_and_bottom_and_in_the_title() {
    let sample = samples::exercise().draft().embargoed("2026-10-15 00:01");
    let line =
        "Not for publication or broadcast before 00:01, Thursday 15 October 2026 (Oslo, UTC+2)";
    let plain = text(&sample.sheet(), &TextForm { width: None, ..TextForm::default() });
    assert!(plain.starts_with(&format!("DRAFT – not for publication\n\n{line}\n")), "{plain}");
    assert!(plain.ends_with(&format!("\n\nDRAFT – not for publication\n\n{line}\n")), "{plain}");
    let page = html(&sample.sheet());
    let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(
        title.starts_with("DRAFT: EMBARGO until 00:01, 15 October 2026 (Oslo, UTC+2): Harbour")
    );
    let (_, body) = page.split_once("<body>").unwrap();
    assert_eq!(body.matches(line).count(), 2);
    assert_eq!(body.matches("DRAFT – not").count(), 2);
    assert!(!body.contains("For immediate release"));
    assert!(page.contains("name=\"robots\" content=\"noindex\""));
}

#[test]
fn nothing_of_the_desk_is_in_a_page() {
    let mut sample = samples::exercise();
    sample.release.stage = dateline_model::Stage::Released;
    sample.release.approval = Some(dateline_model::Approval {
        by: "A. Secretive".into(),
        at: chrono::DateTime::UNIX_EPOCH,
        hash: "c0ffee".into(),
    });
    let page = html(&sample.sheet());
    for trace in ["Secretive", "c0ffee", "1970", "dateline-", "generator"] {
        assert!(!page.contains(trace), "{trace}");
    }
    assert!(!page.contains("javascript:"));
}

#[test]
fn a_hostile_release_stays_text() {
    let mut sample = samples::exercise();
    let hostile = "</title></style></script><script>alert(1)</script><!--\" onload=\"x";
    let content = &mut sample.release.content;
    content.headline = hostile.into();
    content.subhead = hostile.into();
    content.place = hostile.into();
    content.body = Body::of_paragraphs([hostile]);
    content.contacts[0].phone = hostile.into();
    content.contacts[0].email = format!("a@b{hostile}");
    content.boilerplates[0].text = format!("https://a.example/{hostile}");
    sample.release.section = hostile.into();
    sample.release.tags = vec![hostile.into()];
    sample.release.reference = Some(hostile.into());
    let page = html(&sample.sheet());
    assert_well_formed(&page);
    let scripts = Html::parse_document(&page);
    let scripts: Vec<_> = scripts.select(&Selector::parse("script").unwrap()).collect();
    assert_eq!(scripts.len(), 1);
    assert_eq!(scripts[0].attr("type"), Some("application/ld+json"));
    let json: serde_json::Value = serde_json::from_str(&scripts[0].inner_html()).unwrap();
    assert_eq!(json["headline"], hostile);
    assert!(!page.contains("onload=\"x"));
}

#[test]
fn a_section_of_the_kinds_own_name_is_said_once() {
    let mut sample = samples::exercise();
    sample.release.content.kind = dateline_model::Kind::News;
    let facts = |sample: &samples::Sample| {
        let page = Html::parse_document(&html(&sample.sheet()));
        let facts = Selector::parse(".facts").unwrap();
        page.select(&facts).next().unwrap().text().collect::<String>()
    };
    sample.release.section = "Statements".into();
    assert!(facts(&sample).contains("Statements · "), "{}", facts(&sample));
    sample.release.section = "news".into();
    assert!(!facts(&sample).contains("news · "), "{}", facts(&sample));
}

#[test]
fn names_of_files_are_unique_and_addresses_valid() {
    let sample = samples::exercise();
    assert_eq!(stem(&sample.release), "2026-118-harbour-and-coast-guard-begin-rescue-exercise");
    assert_eq!(
        path(&sample.release),
        "2026/2026-118-harbour-and-coast-guard-begin-rescue-exercise.html"
    );
    assert_eq!(stem(&samples::empty().release), "release-1");
    let mut russian = samples::russian();
    russian.office.url = "https://vestmark.example".into();
    let page = html(&russian.sheet());
    let (_, rest) = page.split_once("rel=\"canonical\" href=\"").unwrap();
    let address = rest.split('"').next().unwrap();
    assert!(address.starts_with("https://vestmark.example/2026/2026-19-"), "{address}");
    assert!(address.is_ascii() && !address.contains(' '), "{address}");
}

/// Parses the page as browsers do, and finds nothing that they would have to put right.
fn assert_well_formed(page: &str) {
    let document = Html::parse_document(page);
    assert!(document.errors.is_empty(), "{:?}\n{page}", document.errors);
}

/// What a reader of the page can read or hear, white space left out.
fn readable(page: &str) -> String {
    let document = Html::parse_document(page);
    let body = document.select(&Selector::parse("body").unwrap()).next().unwrap();
    let mut readable: String = body.text().collect();
    for picture in body.select(&Selector::parse("img").unwrap()) {
        readable.push_str(picture.attr("alt").unwrap());
    }
    readable.split_whitespace().collect()
}

/// The words of a body. A node that is not text has a place holder for a character.
fn words(body: &Body) -> Vec<String> {
    body.plain_text()
        .split([' ', '\n', '\u{fffc}'])
        .filter(|w| !w.is_empty())
        .map(Into::into)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any body becomes a page that needs no repair and holds every word.
    #[test]
    fn any_page_is_well_formed_and_complete(body in bodies::body()) {
        let mut sample = samples::exercise();
        let expected = words(&body);
        sample.release.content.body = body;
        let page = html(&sample.sheet());
        assert_well_formed(&page);
        let found = readable(&page);
        for word in expected {
            prop_assert!(found.contains(&word), "{word} is not in {page}");
        }
    }

    /// Any body becomes a text that holds every word and keeps the promises of the form.
    #[test]
    fn any_text_is_complete_and_keeps_its_form(
        body in bodies::body(),
        width in prop_oneof![Just(None), (60_usize..=78).prop_map(Some)],
    ) {
        let mut sample = samples::exercise();
        let expected = words(&body);
        sample.release.content.body = body;
        let plain = text(&sample.sheet(), &TextForm { width, ..TextForm::default() });
        let found: String = plain.split_whitespace().collect();
        for word in expected {
            prop_assert!(found.contains(&word), "{word} is not in {plain}");
        }
        prop_assert!(!plain.contains("\n\n\n"), "{plain}");
        prop_assert!(plain.ends_with('\n') && !plain.ends_with("\n\n"), "{plain}");
        for line in plain.lines() {
            prop_assert_eq!(line.trim_end(), line);
            // Only a word that is too wide by itself leaves the line, on its own behind its marker.
            let too_wide = width.is_some_and(|width| unicode_width::UnicodeWidthStr::width(line) > width);
            prop_assert!(!too_wide || bodies::is_one_word(line), "{line}");
        }
    }
}
