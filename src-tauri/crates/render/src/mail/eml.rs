//! A mail as a file that a mail program opens as a draft.

use mail_builder::headers::HeaderType;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

use super::Mail;

/// Somebody's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The name, empty when there is none.
    pub name: String,
    /// For example `press@vestmark.example`.
    pub address: String,
}

/// A mail as an `.eml` file (RFC 5322 and MIME): plain text and page as alternatives, the pictures
/// beside the page. `X-Unsent` makes mail programs open it for editing. It has neither date nor
/// message identifier, which the program adds that sends it, and nothing in it is random: equal
/// mails to equal mailboxes are equal files.
pub fn eml(mail: &Mail<'_>, from: Option<&Mailbox>, to: Option<&Mailbox>) -> Vec<u8> {
    let mut headers: Vec<(&str, HeaderType<'_>)> = Vec::with_capacity(5);
    if let Some(mailbox) = from {
        headers.push(("From", address(mailbox)));
    }
    if let Some(mailbox) = to {
        headers.push(("To", address(mailbox)));
    }
    headers.push(("Subject", subject(&mail.subject)));
    headers.push(("X-Unsent", Raw::new("1").into()));
    headers.push(("MIME-Version", Raw::new("1.0").into()));
    let mut message = parts(mail);
    // The message's own headers come first.
    for (name, value) in headers.into_iter().rev() {
        message.headers.insert(0, (name.into(), value));
    }
    let mut bytes = Vec::with_capacity(mail.html.len() * 2);
    message.write_part(&mut bytes);
    bytes
}

/// A subject that everybody can read in the file itself where it is plain ASCII.
fn subject(subject: &str) -> HeaderType<'_> {
    let printable = subject.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if printable && !subject.contains("=?") {
        Raw::new(subject.trim()).into()
    } else {
        Text::new(subject).into()
    }
}

fn address(mailbox: &Mailbox) -> HeaderType<'_> {
    let name = Some(mailbox.name.trim()).filter(|name| !name.is_empty());
    Address::new_address(name, mailbox.address.trim()).into()
}

fn parts<'x>(mail: &'x Mail<'_>) -> MimePart<'x> {
    let plain = MimePart::new("text/plain", mail.text.replace('\n', "\r\n"));
    let html = MimePart::new("text/html", mail.html.replace('\n', "\r\n"));
    let page = if mail.pictures.is_empty() {
        html
    } else {
        let pictures = mail.pictures.iter().map(|(id, picture)| {
            MimePart::new(picture.media_type.as_str(), picture.bytes.as_slice())
                .inline()
                .cid(id.as_str())
        });
        let parts: Vec<_> = std::iter::once(html).chain(pictures).collect();
        MimePart::new(multipart("related", mail).attribute("type", "text/html"), parts)
    };
    MimePart::new(multipart("alternative", mail), vec![plain, page])
}

/// A multipart type with a boundary that the texts do not hold. Pictures are in base64, which has
/// no hyphens.
fn multipart(sort: &str, mail: &Mail<'_>) -> ContentType<'static> {
    let boundary = (0..)
        .map(|number| format!("--{sort}-{number}--"))
        .find(|boundary| !mail.text.contains(boundary) && !mail.html.contains(boundary))
        .unwrap_or_default();
    ContentType::new(format!("multipart/{sort}")).attribute("boundary", boundary)
}
