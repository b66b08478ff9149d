//! A theme of the office's own: templates, styles and files, held in memory.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, Value, context};

use super::context::{self, ListPage};
use super::manifest::{FILE, Manifest, OptionValue};
use super::{Look, ThemeError};
use crate::html::{Medium, Setting, Style};
use crate::site::stamp;
use crate::{Issue, Sheet};

/// What a page may cost: about that many steps, or that many times 64 bytes of output. A page of a
/// thousand blocks costs some twenty thousand; one with ten megabytes of pictures, two hundred
/// thousand.
const FUEL: u64 = 1_000_000;

/// The template of a release.
const RELEASE: &str = "release.html";

/// The template of a bulletin.
const BULLETIN: &str = "bulletin.html";

/// The template of a site's lists. A theme that has none shows them in the built-in markup, with its
/// own style.
const LIST: &str = "list.html";

/// The style of a site's pages.
const STYLE: &str = "style.css";

/// A theme that was read and compiled. Cloning it is cheap.
#[derive(Clone)]
pub struct OwnTheme(Arc<Inner>);

struct Inner {
    manifest: Manifest,
    options: Value,
    /// Its files and settings, in one number.
    digest: u64,
    templates: Environment<'static>,
}

impl OwnTheme {
    /// Reads a theme from its files, by their paths in its folder with `/` between names.
    /// `settings` are the values that the office chose for its options.
    ///
    /// A theme has a manifest `theme.toml` and templates `release.html` and `bulletin.html`, for
    /// sites also `list.html` and `style.css`, in the language of Jinja; they can include any other file of the folder that is text, and take
    /// others in with `data("logo.png")` (a `data:` address). They see the fields of
    /// [`OwnTheme::starter`]'s templates.
    ///
    /// # Errors
    /// When the manifest or a template cannot be read, with its file, line and reason.
    pub fn read(
        files: BTreeMap<String, Vec<u8>>,
        settings: &BTreeMap<String, OptionValue>,
    ) -> Result<Self, ThemeError> {
        let text = |file: &str| -> Result<&str, ThemeError> {
            let bytes = files.get(file).ok_or_else(|| {
                ThemeError::in_file(file, "it is missing, and every theme needs it")
            })?;
            std::str::from_utf8(bytes)
                .map_err(|_| ThemeError::in_file(file, "it is not written in UTF-8"))
        };
        let manifest = Manifest::read(text(FILE)?)?;
        let options = options(&manifest, settings)?;
        text(RELEASE)?;
        text(BULLETIN)?;
        let digest = stamp(|hasher| {
            files.hash(hasher);
            settings.iter().for_each(|(name, value)| (name, value.to_string()).hash(hasher));
        });
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        templates.set_fuel(Some(FUEL));
        templates.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html" | "svg")) => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        for (name, bytes) in &files {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            if matches!(ending, "html" | "css" | "svg" | "txt") {
                templates
                    .add_template_owned(name.clone(), text(name).map(|_| utf8(bytes))?)
                    .map_err(|error| ThemeError::of(&error, name))?;
            }
        }
        templates.add_function("data", data(files));
        Ok(Self(Arc::new(Inner { manifest, options, digest, templates })))
    }

    /// The files of a small theme that looks like the office's built-in one, to begin with.
    pub fn starter() -> [(&'static str, &'static str); 6] {
        [
            (FILE, include_str!("starter/theme.toml")),
            (RELEASE, include_str!("starter/release.html")),
            (BULLETIN, include_str!("starter/bulletin.html")),
            (LIST, include_str!("starter/list.html")),
            (STYLE, include_str!("starter/style.css")),
            ("base.css", include_str!("looks/base.css")),
        ]
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.0.manifest
    }

    pub(super) fn digest(&self) -> u64 {
        self.0.digest
    }

    pub(super) fn has_lists(&self) -> bool {
        self.0.templates.get_template(LIST).is_ok()
    }

    /// The style sheet of a site, with the options filled in; the office's built-in one where the
    /// theme has none.
    pub(super) fn style(&self) -> Result<String, ThemeError> {
        if self.0.templates.get_template(STYLE).is_err() {
            return Ok(Look::Office.style().to_owned());
        }
        self.render(STYLE, context! { options => self.0.options.clone() })
    }

    pub(crate) fn list(&self, page: &ListPage<'_>) -> Result<String, ThemeError> {
        self.render(LIST, context::list(page, self.0.options.clone()))
    }

    pub(crate) fn page_on_site(
        &self,
        sheet: &Sheet<'_>,
        setting: &Setting<'_>,
    ) -> Result<String, ThemeError> {
        self.render(RELEASE, context::release(sheet, setting, self.0.options.clone()))
    }

    pub(super) fn page(&self, sheet: &Sheet<'_>) -> Result<String, ThemeError> {
        let canonical = sheet.canonical();
        let setting = Setting {
            style: Style::Elsewhere,
            medium: Medium::PAGE,
            canonical: canonical.as_deref(),
            places: None,
        };
        self.render(RELEASE, context::release(sheet, &setting, self.0.options.clone()))
    }

    pub(super) fn bulletin(&self, issue: &Issue<'_>) -> Result<String, ThemeError> {
        self.render(BULLETIN, context::bulletin(issue, self.0.options.clone()))
    }

    fn render(&self, name: &str, context: Value) -> Result<String, ThemeError> {
        self.0
            .templates
            .get_template(name)
            .and_then(|template| template.render(context))
            .map_err(|error| ThemeError::of(&error, name))
    }
}

impl fmt::Debug for OwnTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnTheme").field(&self.0.manifest).finish()
    }
}

/// The values of the options: what was set, else what the manifest says.
fn options(
    manifest: &Manifest,
    settings: &BTreeMap<String, OptionValue>,
) -> Result<Value, ThemeError> {
    if let Some(unknown) = settings.keys().find(|name| !manifest.options.contains_key(*name)) {
        return Err(ThemeError::in_file(FILE, format!("it has no option “{unknown}”")));
    }
    let mut options = Vec::with_capacity(manifest.options.len());
    for (name, choice) in &manifest.options {
        let value = settings.get(name).unwrap_or(&choice.default);
        choice.check(name, value)?;
        options.push((name.clone(), plain(value)));
    }
    Ok(Value::from_pairs(options))
}

/// A value as templates see it.
fn plain(value: &OptionValue) -> Value {
    match value {
        OptionValue::Switch(on) => Value::from(*on),
        OptionValue::Number(number) => Value::from(*number),
        OptionValue::Text(text) => Value::from(text.as_str()),
    }
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The function that takes a file of the theme into a page.
fn data(
    files: BTreeMap<String, Vec<u8>>,
) -> impl Fn(&str) -> Result<String, minijinja::Error> + Send + Sync + 'static {
    move |name| {
        let bytes = files.get(name).ok_or_else(|| {
            minijinja::Error::new(ErrorKind::TemplateNotFound, format!("“{name}”"))
        })?;
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let media_type = match ending {
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "svg" => "image/svg+xml",
            "woff2" => "font/woff2",
            _ => "application/octet-stream",
        };
        Ok(format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(changes: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        OwnTheme::starter()
            .iter()
            .chain(changes)
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    fn said(changes: &[(&str, &str)]) -> String {
        OwnTheme::read(files(changes), &BTreeMap::new()).unwrap_err().to_string()
    }

    #[test]
    fn a_broken_template_names_its_line() {
        assert_eq!(
            said(&[("release.html", "<p>\n{% if x %}\n</p>")]),
            "The theme’s file “release.html”, line 2, has a fault: unexpected end of input, expected end of block."
        );
        assert_eq!(
            said(&[("theme.toml", "name = \"A\"\nversion = \"1\"\ncolour = 1\n")]),
            "The theme’s file “theme.toml”, line 3, has a fault: unknown field `colour`, expected one of `name`, `version`, `languages`, `options`."
        );
    }

    #[test]
    fn a_missing_template_is_named() {
        let mut files = files(&[]);
        files.remove("bulletin.html");
        let fault = OwnTheme::read(files, &BTreeMap::new()).unwrap_err();
        assert_eq!((fault.file.as_str(), fault.line), ("bulletin.html", None));
    }

    #[test]
    fn options_are_checked_against_the_manifest() {
        let settings = BTreeMap::from([("accent".to_owned(), OptionValue::Text("red".into()))]);
        let fault = OwnTheme::read(files(&[]), &settings).unwrap_err();
        assert!(fault.reason.contains("a colour such as"), "{fault}");
        let settings = BTreeMap::from([("shadow".to_owned(), OptionValue::Switch(true))]);
        let fault = OwnTheme::read(files(&[]), &settings).unwrap_err();
        assert_eq!(fault.reason, "it has no option “shadow”");
    }
}
