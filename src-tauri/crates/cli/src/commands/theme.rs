//! `theme`: the looks that pages can have, and the office's own.

use std::path::PathBuf;

use clap::Subcommand;
use dateline_export::{
    Format, SiteOrder, Subject, Themes, preview, publish,
    themes::{self, PACKED},
};
use dateline_render::Theme as Look;
use dateline_store::{Desk, Question};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, say},
    session::{Session, shown},
};

/// List, begin, check and pack the themes of pages.
#[derive(Subcommand)]
pub(crate) enum Theme {
    /// List every theme that can be chosen.
    List,
    /// Begin a theme of your own from a small one.
    New {
        /// What it is called, or the folder for it.
        name: String,
    },
    /// Try a theme on a whole desk of sample texts, in every language of the sample.
    Check {
        /// The theme's name, or its folder.
        theme: String,
    },
    /// Pack a theme into one file, to hand it on.
    Pack {
        /// The theme's name, or its folder.
        theme: String,
        /// The file; without it, named by the theme's folder and put beside you.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
}

impl Theme {
    pub(crate) fn run(self, session: &Session, output: &mut Output) -> Result<(), Failure> {
        match self {
            Self::List => list(output),
            Self::New { name } => begin(output, &name),
            Self::Check { theme } => check(session, output, &theme),
            Self::Pack { theme, to } => pack(output, &theme, to),
        }
    }
}

fn list(output: &mut Output) -> Result<(), Failure> {
    let themes = Themes::of_the_account();
    for theme in themes.list()? {
        let path = theme.path.as_deref().map(shown);
        output.json(&match theme.manifest {
            None => json!({ "theme": theme.name, "built_in": true }),
            Some(Err(fault)) => json!({ "theme": theme.name, "path": path, "fault": fault }),
            Some(Ok(manifest)) => json!({
                "theme": theme.name,
                "path": path,
                "title": manifest.name,
                "version": manifest.version,
                "languages": manifest.languages,
                "options": manifest.options.keys().collect::<Vec<_>>(),
            }),
        })?;
    }
    say(&format!("Your own themes lie in “{}”.", themes.folder().display()));
    Ok(())
}

fn begin(output: &mut Output, name: &str) -> Result<(), Failure> {
    let is_path = name.contains(['/', '\\']);
    let folder =
        if is_path { PathBuf::from(name) } else { Themes::of_the_account().folder().join(name) };
    themes::begin(&folder)?;
    output.json(&json!({ "theme": name, "path": shown(&folder) }))?;
    say(&format!(
        "Begun in “{}”. Change its files as you like, and try it with `dateline-cli theme check`.",
        folder.display()
    ));
    Ok(())
}

/// Renders everything that a theme can be asked for. What a theme gets wrong in one text only is
/// found where there are many.
fn check(session: &Session, output: &mut Output, name: &str) -> Result<(), Failure> {
    let theme = Themes::of_the_account().open(name)?;
    let scratch = tempfile::tempdir()?;
    let desk = Desk::create(scratch.path().join("sample.dateline"), &dateline_sample::office())?;
    dateline_sample::fill(&desk, session.now)?;
    let question = Question { limit: 1000, ..Question::default() };
    let mut pages = 0;
    for row in desk.list(&question, session.now)?.rows {
        preview(&desk, Subject::Release(row.id), Format::Html, &theme, session.now)?;
        pages += 1;
    }
    for bulletin in desk.bulletins()? {
        preview(&desk, Subject::Bulletin(bulletin.id), Format::Html, &theme, session.now)?;
        pages += 1;
    }
    let site = publish(
        &desk,
        &SiteOrder {
            folder: &scratch.path().join("site"),
            theme: &theme,
            base: None,
            replace: false,
            signer: None,
            by: "",
            now: session.now,
            progress: &|_, _| (),
        },
    )?;
    output.json(&json!({ "theme": name, "pages": pages, "site": site.written }))?;
    say(&format!("No fault in {pages} pages and a site of {} files.", site.written));
    Ok(())
}

fn pack(output: &mut Output, name: &str, to: Option<PathBuf>) -> Result<(), Failure> {
    let themes = Themes::of_the_account();
    if let Ok(Look::BuiltIn(_)) = themes.open(name) {
        return Err(Failure::Refused(format!(
            "“{name}” comes with the program and is everywhere already. Only your own themes can be packed."
        )));
    }
    // The sentence for a theme that is not there names those that are.
    let folder = match themes.path_of(name) {
        Some(folder) => folder,
        None => return Err(themes.open(name).map_or_else(Failure::from, |_| Failure::Told)),
    };
    let to = to.unwrap_or_else(|| {
        PathBuf::from(folder.file_name().unwrap_or_default()).with_extension(PACKED)
    });
    themes::pack(&folder, &to)?;
    output.json(&json!({ "theme": name, "file": shown(&to) }))?;
    say(&format!(
        "Packed into “{}”. Whoever gets it puts it into the folder of their themes.",
        to.display()
    ));
    Ok(())
}
