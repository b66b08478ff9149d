//! The looks that come with the program: one markup, three styles.

use std::sync::LazyLock;

/// A built-in look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// A sober government office.
    #[default]
    Office,
    /// A modern company's newsroom.
    Newsroom,
    /// A plain sheet for print.
    Plain,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 3] = [Self::Office, Self::Newsroom, Self::Plain];

    /// The word by which it is named.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Newsroom => "newsroom",
            Self::Plain => "plain",
        }
    }

    /// Its style sheet, as it is sent.
    pub(crate) fn style(self) -> &'static str {
        static STYLES: LazyLock<[String; 3]> = LazyLock::new(|| {
            let base = include_str!("looks/base.css");
            [
                include_str!("looks/office.css"),
                include_str!("looks/newsroom.css"),
                include_str!("looks/plain.css"),
            ]
            .map(|own| tight(base) + &tight(own))
        });
        &STYLES[self as usize]
    }
}

/// A style sheet without comments, indents and line breaks inside rules.
fn tight(css: &str) -> String {
    let mut tight = String::with_capacity(css.len());
    for line in css.lines().map(str::trim).filter(|line| !line.starts_with("/*")) {
        tight.push_str(line);
        if line.ends_with('}') {
            tight.push('\n');
        }
    }
    tight
}
