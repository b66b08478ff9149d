//! A release in its own form: everything that the desk keeps of its text, and its pictures.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dateline_model::{Content, Stage};
use serde::Serialize;

use crate::Sheet;
use crate::face::reference;

/// A release as JSON, from which nothing is missing that an approval covers: the fields of an
/// archive of releases, with body and notes as ProseMirror documents and the bytes of the pictures
/// in base64 by the hash that figures name. A draft and an embargo say so in `marks`. Indented, with
/// a final line end. Equal sheets give equal bytes.
pub fn json(sheet: &Sheet<'_>) -> String {
    let content = sheet.content();
    let pictures = sheet
        .shown()
        .into_iter()
        .map(|(hash, picture)| {
            let picture = Kept {
                media_type: &picture.media_type,
                width: picture.width,
                height: picture.height,
                data: STANDARD.encode(&picture.bytes),
            };
            (hash, picture)
        })
        .collect();
    let form = Form {
        marks: sheet.marks(),
        reference: reference(sheet.release),
        section: sheet.release.section.trim(),
        tags: &sheet.release.tags,
        stage: sheet.release.stage,
        content,
        pictures,
    };
    // Strings, numbers, lists and maps with keys of strings always serialise.
    serde_json::to_string_pretty(&form).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Form<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    section: &'a str,
    tags: &'a [String],
    stage: Stage,
    #[serde(flatten)]
    content: &'a Content,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pictures: BTreeMap<&'a str, Kept<'a>>,
}

#[derive(Serialize)]
struct Kept<'a> {
    media_type: &'a str,
    width: u32,
    height: u32,
    data: String,
}
