//! The clipboard as the program that copied left it. `WebKit` hands a page a cleaned copy, without the
//! properties in which Word writes what is a list and how deep; so its own HTML is asked for here.

/// The clipboard's HTML, if that is what was pasted: it stands beside the same plain text.
///
/// `None` where there is none, where it has changed since, where the words were dropped and not
/// pasted, and where the web view hands the HTML over as it is.
pub(crate) fn html_beside(text: &str) -> Option<String> {
    let clip = system::read()?;
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    (words(&clip.text) == words(text)).then_some(clip.html)
}

struct Clip {
    html: String,
    text: String,
}

#[cfg(target_os = "linux")]
mod system {
    use std::{sync::mpsc, time::Duration};

    use gtk::{gdk, glib};

    use super::{Clip, decoded};

    /// How long a program may take to hand over what it copied.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Asks on the window's thread, which is the only one that may.
    pub(super) fn read() -> Option<Clip> {
        let (tell, told) = mpsc::channel();
        glib::MainContext::default().invoke(move || {
            // Whoever asked may have given up; then nobody is told.
            let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
            clipboard.request_contents(&gdk::Atom::intern("text/html"), move |clipboard, html| {
                let html = decoded(&html.data());
                // Some programs answer with HTML when they are asked for a text they do not offer.
                clipboard.request_contents(
                    &gdk::Atom::intern("TARGETS"),
                    move |clipboard, kinds| {
                        if kinds.targets_include_text() {
                            clipboard.request_text(move |_, text| {
                                let text = text.unwrap_or_default().to_owned();
                                let _ = tell.send(Clip { html, text });
                            });
                        } else {
                            let _ = tell.send(Clip { html, text: String::new() });
                        }
                    },
                );
            });
        });
        told.recv_timeout(PATIENCE).ok().filter(|clip| !clip.html.trim().is_empty())
    }
}

#[cfg(target_os = "macos")]
mod system {
    use super::Clip;

    pub(super) fn read() -> Option<Clip> {
        let mut clipboard = arboard::Clipboard::new().ok()?;
        let html = clipboard.get().html().ok()?;
        Some(Clip { html, text: clipboard.get_text().unwrap_or_default() })
    }
}

/// `WebView2` hands the HTML over as it is.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    use super::Clip;

    pub(super) fn read() -> Option<Clip> {
        None
    }
}

/// Bytes as text: UTF-16 where they say so at their beginning, as Firefox has it, else UTF-8.
#[cfg(any(target_os = "linux", test))]
fn decoded(bytes: &[u8]) -> String {
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let text: String = match bytes {
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.trim_end_matches('\0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn every_encoding_of_a_clip_is_read() {
        assert_eq!(decoded("<p>Æ</p>\0".as_bytes()), "<p>Æ</p>");
        assert_eq!(decoded(b"\xff\xfe<\0p\0>\0\xc6\0"), "<p>Æ");
        assert_eq!(decoded(b"\xfe\xff\0<\0p\0>\0\xc6"), "<p>Æ");
        assert_eq!(decoded(b"<p>\xff"), "<p>\u{fffd}");
        assert_eq!(decoded(b""), "");
    }
}
