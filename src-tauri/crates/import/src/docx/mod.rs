//! Word documents (Office Open XML, ISO/IEC 29500) to a release.

mod numbering;
mod styles;
mod text;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    Draft, Refusal, anatomy,
    manuscript::{Manuscript, PageMargin},
    package::Package,
    tree::walk,
    xml::Xml,
};
use numbering::Numbering;
use styles::Styles;
use text::Walker;

/// The part that is the document.
pub(crate) const DOCUMENT: &str = "word/document.xml";

/// Reads a Word document.
///
/// # Errors
/// When a part that it needs is missing or damaged.
pub(crate) fn read(name: &str, package: &mut Package, today: NaiveDate) -> Result<Draft, Refusal> {
    let document = package.xml(DOCUMENT)?;
    let Some(document) = document else {
        return Err(package.damaged(DOCUMENT, "it is not there"));
    };
    let source = Source {
        styles: Styles::of(package.xml("word/styles.xml")?.as_ref()),
        relations: Relations::of(package.xml("word/_rels/document.xml.rels")?.as_ref()),
        footnotes: package.xml("word/footnotes.xml")?,
        endnotes: package.xml("word/endnotes.xml")?,
    };
    let mut manuscript = Manuscript::default();
    let mut numbering = Numbering::of(package.xml("word/numbering.xml")?.as_ref());
    let mut walker = Walker::new(&document, &source, &mut numbering, package, &mut manuscript);
    walk(&document, Xml::TOP, &mut walker);
    walker.footnotes()?;
    for (margin, path) in source.relations.page_margins() {
        if let Some(part) = package.xml(&path)? {
            let words = part.find(Xml::TOP, "t").map(|id| part.all_text(id)).collect::<String>();
            if !words.trim().is_empty() {
                manuscript.notes.push(margin.left_out(words.trim()));
            }
        }
    }
    let mut draft = Draft::from_source(name);
    manuscript.file(&mut draft);
    anatomy::sort(&mut draft, today);
    anatomy::note_missing_headline(&mut draft);
    Ok(draft)
}

/// What the text refers to.
struct Source {
    styles: Styles,
    relations: Relations,
    footnotes: Option<Xml>,
    endnotes: Option<Xml>,
}

/// The targets that the document names by numbers of its own.
#[derive(Debug, Default)]
struct Relations(HashMap<String, Target>);

#[derive(Debug)]
struct Target {
    kind: String,
    /// A path inside the package, or an address outside.
    path: String,
    external: bool,
}

impl Relations {
    fn of(xml: Option<&Xml>) -> Self {
        let Some(xml) = xml else { return Self::default() };
        let relations = xml.find(Xml::TOP, "Relationship").filter_map(|id| {
            let kind = xml.attribute(id, "Type")?.rsplit('/').next()?.to_owned();
            let external = xml.attribute(id, "TargetMode") == Some("External");
            let target = xml.attribute(id, "Target")?;
            let path = match target.strip_prefix('/') {
                _ if external => target.to_owned(),
                Some(absolute) => absolute.to_owned(),
                None => format!("word/{}", target.trim_start_matches("./")),
            };
            Some((xml.attribute(id, "Id")?.to_owned(), Target { kind, path, external }))
        });
        Self(relations.collect())
    }

    fn get(&self, id: &str) -> Option<&Target> {
        self.0.get(id)
    }

    /// Headers and footers of the pages, in the order of their paths.
    fn page_margins(&self) -> Vec<(PageMargin, String)> {
        let mut margins: Vec<_> = self
            .0
            .values()
            .filter_map(|target| match target.kind.as_str() {
                "header" => Some((PageMargin::Header, target.path.clone())),
                "footer" => Some((PageMargin::Footer, target.path.clone())),
                _ => None,
            })
            .collect();
        margins.sort();
        margins.dedup();
        margins
    }
}
