//! Pages as they are saved from the web: the text is found, the rest is told.

#![allow(clippy::unwrap_used)]

mod words;

use std::time::{Duration, Instant};

use dateline_import::{paste_html, read};

#[test]
fn every_page_reads_as_its_snapshot_says_and_keeps_every_word() {
    for (name, bytes) in words::corpus("html") {
        let drafts = read(&name, &bytes, words::today()).unwrap();
        let [draft] = drafts.as_slice() else { panic!("{name} is one release") };
        let html = String::from_utf8(bytes).unwrap();
        words::assert_kept(&words::visible(&html), draft, &name);
        insta::assert_snapshot!(name.as_str(), words::page(draft));
    }
}

#[test]
fn nothing_dangerous_survives() {
    let html = r#"<p onmouseover="a()">Text <script>b()</script><a href=" java&#10;script:c()">link</a>
        <a href="data:text/html,<script>d()</script>">data</a><img src=x onerror=e()>
        <svg onload=f()><p>drawn</p></svg><math><mtext><style><img src=y onerror=g()></style></mtext></math>
        <iframe srcdoc="<script>h()</script>"></iframe><style>p{background:url(javascript:i())}</style>
        <form action="javascript:j()"><button>go</button></form><!--<script>k()</script>-->
        <noscript><p title="</noscript><script>l()</script>"></noscript>"#;
    let pasted = paste_html(html);
    let json = serde_json::to_string(&pasted.body).unwrap();
    for trace in ["script", "onerror", "data:", "<", "href"] {
        assert!(!json.contains(trace), "{trace} in {json}");
    }
}

/// Generous for a debug build on a busy machine; what is guarded against takes minutes.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn hostile_pages_neither_hang_nor_overflow() {
    let deep = 100_000;
    // Five megabytes where the build is optimised.
    let wide = if cfg!(debug_assertions) { 100_000 } else { 700_000 };
    let mut fonts = String::new();
    let mut cells = String::new();
    for i in 0..100_000 {
        fonts.push_str(&format!("<font size={i}><p>word "));
        cells.push_str("<td rowspan=1000 colspan=1000>x");
    }
    for (name, html) in [
        ("blocks", "<div>".repeat(deep)),
        ("lists", format!("{}x", "<ul><li>".repeat(deep))),
        ("lists without items", "<ul>".repeat(deep)),
        ("quotations", format!("{}x{}", "<blockquote>".repeat(deep), "</blockquote>".repeat(deep))),
        ("tables", format!("{}x", "<table><tr><td>".repeat(deep))),
        ("bold", format!("{}x", "<b>".repeat(deep))),
        ("misnested", "<b><div></b>".repeat(deep)),
        ("fonts", fonts),
        ("spans", format!("<table><tr>{cells}")),
        ("one long paragraph", "word ".repeat(wide)),
        ("paragraphs", "<p>word".repeat(wide)),
        ("stray ends", "</div></p></table>".repeat(wide)),
    ] {
        let begun = Instant::now();
        let pasted = std::thread::Builder::new()
            .stack_size(1 << 20)
            .spawn(move || {
                let pasted = paste_html(&html);
                serde_json::to_string(&pasted.body).map(|json| json.len())
            })
            .unwrap()
            .join();
        assert!(pasted.is_ok_and(|json| json.is_ok()), "{name}");
        assert!(begun.elapsed() < PATIENCE, "{name} took {:?}", begun.elapsed());
    }
}
