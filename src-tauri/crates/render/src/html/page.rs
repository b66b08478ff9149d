//! A release as a page.

use dateline_model::Language;

use super::article::{Article, marks};
use super::head::{Head, Style, article};
use super::markup::Markup;
use super::medium::Medium;
use super::places::Places;
use crate::theme::Look;
use crate::words::Words;
use crate::{Picture, Sheet};

/// What a page needs beside its words and pictures: head, style and frame.
const FRAME: usize = 14 * 1024;

/// A release as one self-contained HTML file: styles and pictures inside, no script, nothing from
/// elsewhere. Equal sheets give equal bytes.
pub fn html(sheet: &Sheet<'_>) -> String {
    html_in(sheet, Look::default())
}

/// The same in one of the looks that come with the program.
pub fn html_in(sheet: &Sheet<'_>, look: Look) -> String {
    let canonical = sheet.canonical();
    let setting = Setting {
        style: Style::Inside(look.style()),
        medium: Medium::PAGE,
        canonical: canonical.as_deref(),
        places: None,
    };
    page(sheet, &setting)
}

/// A page and the pictures that lie in a folder beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWithPictures<'a> {
    /// The page.
    pub html: String,
    /// The pictures by their paths from the page, such as `pictures/1f….jpg`.
    pub pictures: Vec<(String, &'a Picture)>,
}

/// A release as an HTML file that finds its pictures in the folder `pictures` beside it.
pub fn html_with_pictures<'a>(sheet: &Sheet<'a>, look: Look) -> PageWithPictures<'a> {
    const FOLDER: &str = "pictures/";
    let canonical = sheet.canonical();
    let setting = Setting {
        style: Style::Inside(look.style()),
        medium: Medium::beside(FOLDER),
        canonical: canonical.as_deref(),
        places: None,
    };
    let pictures = sheet
        .shown()
        .into_iter()
        .map(|(hash, picture)| (super::picture_path(FOLDER, hash, picture), picture))
        .collect();
    PageWithPictures { html: page(sheet, &setting), pictures }
}

/// What a page is set in.
pub(crate) struct Setting<'a> {
    pub(crate) style: Style<'a>,
    pub(crate) medium: Medium,
    /// Where the page belongs.
    pub(crate) canonical: Option<&'a str>,
    /// What stands around it on a site.
    pub(crate) places: Option<&'a Places<'a>>,
}

/// The page of a release.
pub(crate) fn page(sheet: &Sheet<'_>, setting: &Setting<'_>) -> String {
    let pictures: usize = sheet.pictures.values().map(|picture| picture.bytes.len()).sum();
    let mut out = Markup::with_capacity(FRAME + pictures * 4 / 3);
    head(&mut out, sheet, setting);
    out.put("</head>\n<body>\n");
    mast(&mut out, sheet.office.name.trim(), sheet.words(), sheet.language(), &sheet.name());
    out.put("<main class=\"wrap\">\n");
    if let Some(places) = setting.places {
        places.trail(&mut out, sheet);
    }
    let lines = sheet.marks();
    marks(&mut out, sheet.marking, &lines, sheet.words(), sheet.language());
    out.put("<article>\n");
    Article { out: &mut out, medium: setting.medium, sheet, level: 1 }.write();
    out.put("</article>\n");
    marks(&mut out, sheet.marking, &lines, sheet.words(), sheet.language());
    if let Some(places) = setting.places {
        places.foot(&mut out, sheet);
    }
    out.put("</main>\n</body>\n</html>\n");
    out.finish()
}

/// The page up to its head, which stays open.
pub(crate) fn head(out: &mut Markup, sheet: &Sheet<'_>, setting: &Setting<'_>) {
    let description = sheet.description();
    Head {
        language: sheet.language(),
        title: &sheet.title(),
        description: &description,
        site: sheet.office.name.trim(),
        canonical: setting.canonical,
        marking: sheet.marking,
        sort: "article",
        style: setting.style,
    }
    .write(out, |out| {
        if let Some(places) = setting.places {
            places.links(out);
        }
        article(out, sheet, &description, setting.canonical);
    });
}

/// The letterhead: who publishes, and what this is.
pub(crate) fn mast(
    out: &mut Markup,
    office: &str,
    words: &'static Words,
    language: &Language,
    name: &str,
) {
    out.put("<header class=\"mast\"><div class=\"wrap\">");
    if !office.is_empty() {
        out.put("<strong>").text(office).put("</strong> ");
    }
    if !name.is_empty() {
        out.put("<span");
        spoken(out, words, language);
        out.put(">").text(name).put("</span>");
    }
    out.put("</div></header>\n");
}

/// On an element that holds words of the catalogue: their language, where it is not the page's.
pub(crate) fn spoken(out: &mut Markup, words: &'static Words, language: &Language) {
    if !words.speak(language) {
        out.put(" lang=\"").put(words.tag).put("\" dir=\"ltr\"");
    }
}
