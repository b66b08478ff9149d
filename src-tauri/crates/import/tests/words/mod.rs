//! What the tests of every format share: a draft as a page to read, and the proof that no word of
//! the source is missing from it.

#![allow(dead_code, reason = "each test file uses its part")]

use std::{collections::HashMap, fs, path::Path};

use chrono::NaiveDate;
use dateline_import::Draft;
use dateline_model::{Block, Body, Inline, Sentence};

/// The day on which all tests import.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// The files of a folder of the repository's corpora, by name.
pub(crate) fn corpus(folder: &str) -> Vec<(String, Vec<u8>)> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpora").join(folder))
}

/// The files of a folder, by name.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds a corpus", folder.display());
    files
}

/// Asserts that each word of the source stands in the draft or its notes, as often as in the source.
pub(crate) fn assert_kept(source: &str, draft: &Draft, name: &str) {
    let content = &draft.content;
    let mut kept = content.plain_text();
    let notes = draft.notes.iter().map(ToString::to_string);
    for more in notes.chain(draft.tags.iter().cloned()) {
        kept.push('\n');
        kept.push_str(&more);
    }
    for number in numbers(&content.body).into_iter().chain(1..=content.notes.0.len()) {
        kept.push_str(&format!(" {number} "));
    }
    assert_words(source, &kept, name);
}

/// The notes, one a line.
pub(crate) fn lines(notes: &[Sentence]) -> String {
    notes.iter().map(|note| format!("{note}\n")).collect()
}

/// Asserts that each word of one text stands in another, as often.
pub(crate) fn assert_words(source: &str, kept: &str, name: &str) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in words(kept) {
        *counts.entry(word).or_default() += 1;
    }
    for word in words(source) {
        let left = counts.entry(word.clone()).or_default();
        assert!(*left > 0, "{name}: “{word}” is lost.\n{kept}");
        *left -= 1;
    }
}

/// Every word of a body, and the numbers that its lists give.
pub(crate) fn all_text(body: &Body) -> String {
    let mut text = body.plain_text();
    for number in numbers(body) {
        text.push_str(&format!(" {number} "));
    }
    text.push('\n');
    text
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace('\u{ad}', "");
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.into_iter().filter(|word| !word.is_empty())
}

/// What a reader of a page sees, as a plain reading of the markup tells: tags of lines divide words,
/// tags in lines do not; deletions, comments, scripts and what Word writes for others are not seen.
pub(crate) fn visible(html: &str) -> String {
    let start = html.find('<').unwrap_or_default();
    let mut rest = &html[start..];
    let mut text = String::new();
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let lower = rest.to_lowercase();
        let ignored = [
            ("<!--", "-->"),
            ("<head>", "</head>"),
            ("<script", "</script>"),
            ("<style", "</style>"),
            ("<del", "</del>"),
            ("<a class=\"sdfootnotesym\"", "</a>"),
            ("<a style='mso-footnote-id:ftn1' href=\"#_ftnref1\"", "</a>"),
            ("<div style='mso-element:comment-list'", "<!--endfragment-->"),
            (
                "<span\nclass=msocommentreference",
                "<![endif]><span style='mso-special-character:comment'>",
            ),
            ("<span\nstyle='mso-list:ignore'", "</span></span>"),
            ("<span style='mso-list:ignore'", "</span></span>"),
        ];
        let skip = ignored.into_iter().find(|(begin, _)| lower.starts_with(begin));
        let end = skip.map_or(">", |(_, end)| end);
        let length = lower.find(end).map_or(rest.len(), |at| at + end.len());
        let name: String = lower[1..]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let inline =
            ["a", "b", "i", "em", "strong", "span", "sub", "sup", "font", "small", "u", "o", "st1"];
        if skip.is_none() && !inline.contains(&name.as_str()) {
            text.push('\n');
        }
        rest = &rest[length..];
    }
    text.push_str(rest);
    for (entity, c) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&copy;", "©"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    text
}

/// The numbers that lists give by themselves.
fn numbers(body: &Body) -> Vec<usize> {
    let lists = body.0.iter().filter_map(|block| match block {
        Block::OrderedList { start, items } => {
            Some((*start as usize)..(*start as usize + items.len()))
        }
        _ => None,
    });
    lists.flatten().collect()
}

/// The draft as a page: its slots, then its blocks one a line, then its notes.
pub(crate) fn page(draft: &Draft) -> String {
    let content = &draft.content;
    let mut page = String::new();
    let mut slot = |name: &str, value: String| {
        if !value.is_empty() {
            page.push_str(&format!("{name}: {value}\n"));
        }
    };
    slot("headline", content.headline.clone());
    slot("subhead", content.subhead.clone());
    slot("place", content.place.clone());
    slot("date", content.date.map(|date| date.to_string()).unwrap_or_default());
    slot("kind", content.kind.to_string());
    slot("language", content.language.to_string());
    slot("embargo", content.embargo.map(|e| format!("{} {}", e.until, e.zone)).unwrap_or_default());
    slot("reference", draft.reference.clone().unwrap_or_default());
    slot("section", draft.section.clone().unwrap_or_default());
    slot("tags", draft.tags.join(", "));
    slot("stage", draft.stage.map(|stage| stage.to_string()).unwrap_or_default());
    for contact in &content.contacts {
        let fields = [&contact.name, &contact.role, &contact.phone, &contact.email, &contact.hours];
        slot("contact", fields.map(String::as_str).join(" | "));
    }
    for about in &content.boilerplates {
        slot("about", format!("{} | {}", about.title, about.text.replace("\n\n", " ¶ ")));
    }
    page.push_str("--- body\n");
    write_blocks(&content.body.0, 0, &mut page);
    if !content.notes.0.is_empty() {
        page.push_str("--- notes to editors\n");
        write_blocks(&content.notes.0, 0, &mut page);
    }
    if !draft.images.is_empty() {
        page.push_str("--- images\n");
        for image in &draft.images {
            page.push_str(&format!("{} {}×{}\n", image.media_type, image.width, image.height));
        }
    }
    page.push_str("--- noted\n");
    for note in &draft.notes {
        page.push_str(&format!("{note}\n"));
    }
    page
}

/// Blocks, one a line, each with a sign for what it is.
pub(crate) fn write_blocks(blocks: &[Block], depth: usize, page: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Paragraph(content) => page.push_str(&format!("{indent}¶ {}\n", marked(content))),
            Block::Heading { level, content } => {
                page.push_str(&format!("{indent}h{level} {}\n", marked(content)));
            }
            Block::BulletList(items) => {
                for item in items {
                    page.push_str(&format!("{indent}•\n"));
                    write_blocks(item, depth + 1, page);
                }
            }
            Block::OrderedList { start, items } => {
                for (number, item) in (*start..).zip(items) {
                    page.push_str(&format!("{indent}{number}.\n"));
                    write_blocks(item, depth + 1, page);
                }
            }
            Block::Quotation { speaker, position, content } => {
                page.push_str(&format!("{indent}quotation [{speaker}] [{position}]\n"));
                write_blocks(content, depth + 1, page);
            }
            Block::Table(table) => {
                page.push_str(&format!("{indent}table [{}]\n", table.caption));
                for row in &table.rows {
                    let cells: Vec<_> = row
                        .iter()
                        .map(|cell| {
                            let sign = if cell.header { "#" } else { "" };
                            let span = match (cell.colspan, cell.rowspan) {
                                (1, 1) => String::new(),
                                (columns, rows) => format!("({columns}×{rows}) "),
                            };
                            let text = Body(cell.content.clone()).plain_text().replace('\n', " ¶ ");
                            format!("{sign}{span}{text}")
                        })
                        .collect();
                    page.push_str(&format!("{indent}  | {} |\n", cells.join(" | ")));
                }
            }
            Block::Figure(figure) => page.push_str(&format!(
                "{indent}figure [{}] [{}] [{}]\n",
                figure.alt, figure.caption, figure.credit
            )),
            Block::Divider => page.push_str(&format!("{indent}———\n")),
            Block::Unknown(node) => page.push_str(&format!("{indent}unknown {}\n", node.name)),
        }
    }
}

fn marked(content: &[Inline]) -> String {
    let mut line = String::new();
    for inline in content {
        match inline {
            Inline::Text { text, marks } => {
                let mut text = text.replace('\u{a0}', "⍽");
                for (set, sign) in [
                    (marks.subscript, "~"),
                    (marks.superscript, "^"),
                    (marks.strong, "**"),
                    (marks.emphasis, "_"),
                ] {
                    if set {
                        text = format!("{sign}{text}{sign}");
                    }
                }
                if let Some(href) = &marks.link {
                    text = format!("[{text}]({href})");
                }
                line.push_str(&text);
            }
            Inline::Break => line.push('⏎'),
            Inline::Unknown(node) => line.push_str(&format!("<{}>", node.name)),
        }
    }
    line
}
