//! The clipboard as the program that copied left it. `WebKit` hands a page a cleaned copy, without the
//! properties in which Word writes what is a list and how deep; so its own HTML is asked for here.

/// The HTML on the clipboard; `None` where there is none, where its program does not answer, and
/// where the web view hands it over as it is.
pub(crate) fn html() -> Option<String> {
    system::html().filter(|html| !html.trim().is_empty())
}

#[cfg(target_os = "linux")]
mod system {
    use std::{sync::mpsc, time::Duration};

    use gtk::{gdk, glib};

    use super::decoded;

    /// How long a program may take to hand over what was copied.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Asks on the window's thread, which is the only one that may.
    pub(super) fn html() -> Option<String> {
        let (tell, told) = mpsc::channel();
        glib::MainContext::default().invoke(move || {
            let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
            clipboard.request_contents(&gdk::Atom::intern("text/html"), move |_, html| {
                // Whoever asked may have given up.
                let _ = tell.send(decoded(&html.data()));
            });
        });
        told.recv_timeout(PATIENCE).ok()
    }
}

#[cfg(target_os = "macos")]
mod system {
    pub(super) fn html() -> Option<String> {
        arboard::Clipboard::new().ok()?.get().html().ok()
    }
}

/// `WebView2` hands the HTML over as it is.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
mod system {
    pub(super) fn html() -> Option<String> {
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
