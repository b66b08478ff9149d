//! The `preview:` scheme: pages, plain text and pictures, by address.
//!
//! Invariant: a page's bytes are those that an export would write, because both come from the same
//! call. The answer's own policy allows styles and inlined pictures and nothing else, so that a
//! page cannot run a script, load a file or leave its frame.

use dateline_export::{Format, Subject, preview};
use dateline_model::say;
use tauri::http::{Response, StatusCode, Uri, header};

use crate::{fault::Fault, open::Open};

/// What may happen inside a previewed page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/// Answers an address of the scheme; where there is nothing, a line says so.
pub(crate) fn answer(open: &Open, uri: &Uri) -> Response<Vec<u8>> {
    let (status, kind, body) = match bytes(open, uri) {
        Ok((kind, body)) => (StatusCode::OK, kind, body),
        Err(fault) => {
            let said = fault.message.within(open.tongue()).to_string();
            (StatusCode::NOT_FOUND, text(), said.into())
        }
    };
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        // Only the window can address the scheme, and it may read what it shows.
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::CACHE_CONTROL, "no-store")
        .body(body)
        .unwrap_or_default()
}

fn text() -> String {
    "text/plain; charset=utf-8".into()
}

fn bytes(open: &Open, uri: &Uri) -> Result<(String, Vec<u8>), Fault> {
    let unknown = || Fault::said(say!("There is no page at {path}.", path = uri.path()));
    let parts: Vec<&str> = uri.path().split('/').filter(|part| !part.is_empty()).collect();
    let (subject, form) = match parts.as_slice() {
        ["picture", hash] => {
            let picture = open.desk.image(hash)?.ok_or_else(unknown)?;
            return Ok((picture.media_type, picture.bytes));
        }
        // The revision is in the address so that each has one of its own; the newest is shown.
        ["release", id, _revision, form] => {
            (Subject::Release(id.parse().map_err(|_| unknown())?), *form)
        }
        ["bulletin", id, form] => (Subject::Bulletin(id.parse().map_err(|_| unknown())?), *form),
        _ => return Err(unknown()),
    };
    let (kind, format) = match form {
        "page" => ("text/html; charset=utf-8".into(), Format::Html),
        "email" => ("text/html; charset=utf-8".into(), Format::Email),
        "text" => (text(), Format::Text),
        _ => return Err(unknown()),
    };
    Ok((kind, preview(&open.desk, subject, format, &open.theme()?, open.now())?))
}
