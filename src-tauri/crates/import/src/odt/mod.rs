//! OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them, to a release.

mod styles;
mod text;

use chrono::NaiveDate;

use crate::{
    Draft, Refusal, anatomy,
    manuscript::{Manuscript, PageMargin},
    package::{Package, encrypted},
    tree::{Tree, walk},
    xml::Xml,
};
use styles::Styles;
use text::Walker;

/// The part that is the text.
pub(crate) const CONTENT: &str = "content.xml";

/// Reads an OpenDocument text.
///
/// # Errors
/// When it is protected by a password, or a part that it needs is missing or damaged.
pub(crate) fn read(name: &str, package: &mut Package, today: NaiveDate) -> Result<Draft, Refusal> {
    if let Some(manifest) = package.xml("META-INF/manifest.xml")?
        && manifest.find(Xml::TOP, "encryption-data").next().is_some()
    {
        return Err(encrypted(name));
    }
    let content = package.xml(CONTENT)?;
    let Some(content) = content else {
        return Err(package.damaged(CONTENT, "it is not there"));
    };
    let shared = package.xml("styles.xml")?;
    let styles = Styles::of(shared.as_ref(), &content);
    let mut manuscript = Manuscript::default();
    let mut walker = Walker::new(&content, &styles, package, &mut manuscript);
    for text in content.find(Xml::TOP, "text").filter(|&id| is_body(&content, id)) {
        walk(&content, text, &mut walker);
    }
    walker.finish()?;
    for (margin, words) in shared.as_ref().map(page_margins).unwrap_or_default() {
        manuscript.notes.push(margin.left_out(&words));
    }
    let mut draft = Draft::from_source(name);
    manuscript.file(&mut draft);
    anatomy::sort(&mut draft, today);
    anatomy::note_missing_headline(&mut draft);
    Ok(draft)
}

fn is_body(xml: &Xml, id: u32) -> bool {
    xml.parent(id).is_some_and(|parent| xml.name(parent) == "body")
}

/// What stands in the headers and footers of the pages.
fn page_margins(styles: &Xml) -> Vec<(PageMargin, String)> {
    let pages = styles.find(Xml::TOP, "master-page").flat_map(|page| styles.children(page));
    let margins = pages.filter_map(|id| {
        let margin = match styles.name(id) {
            "header" | "header-left" | "header-first" => PageMargin::Header,
            "footer" | "footer-left" | "footer-first" => PageMargin::Footer,
            _ => return None,
        };
        let words = styles.find(id, "p").map(|p| styles.all_text(p)).collect::<Vec<_>>().join(" ");
        let words = words.trim().to_owned();
        (!words.is_empty()).then_some((margin, words))
    });
    margins.collect()
}
