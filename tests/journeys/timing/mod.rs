//! How quick the window is under the fingers, for `cargo xtask bench ui`: in the real window, whose
//! script is watched from outside. Times are those of the clock, so a busy machine makes them longer.

use std::{env, fs, path::PathBuf, time::Instant};

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::window::{Place, SEARCH, Window, programs, until};

/// Keys typed into each view, in two turns, so that what else the machine does meets both.
const KEYS: usize = 120;
const TURNS: usize = 2;

/// Keys, and steps from one release to the next, whose effect is waited for one by one.
const SINGLE: usize = 50;

/// Starts of each program, in turns.
const STARTS: usize = 5;

/// Words of a paragraph of the measured texts; two of them stand twice, which the checks mark.
const PARAGRAPH: usize = 50;

/// The goals, in milliseconds: work for a key, anything at all, a preview, another release.
const WORK: f64 = 4.0;
const ANYTHING: f64 = 50.0;
const PREVIEW: f64 = 100.0;
const ANOTHER: f64 = 50.0;

/// A key's frame, as a multiple of the bare view's; a start, as one of an empty window's.
const TIMES_THE_BARE_VIEW: f64 = 1.2;
const TIMES_AN_EMPTY_WINDOW: f64 = 1.5;

#[tokio::test]
#[ignore = "a measurement; `cargo xtask bench ui` takes it"]
async fn a_key_and_what_follows_it() {
    let Some(place) = Place::sample() else { return };
    let long = release(&place, "Long", 100);
    let short = release(&place, "Short", 20);
    starting(&place).await;
    previewing(&place, &short).await;
    large_desk().await;
    typing(&place, &long).await;
}

/// A release on the desk, and what the checks say of it.
struct Text {
    headline: String,
    body: Value,
    findings: Vec<Value>,
}

/// Makes a release of so many paragraphs.
fn release(place: &Place, headline: &str, paragraphs: usize) -> Text {
    let sentence = "The crews of the the harbour practise the evacuation of a ferry in the outer roads today, and the traffic centre keeps the northern fairway free for them until noon.";
    let words = sentence.split(' ').count();
    let paragraph = vec![sentence; PARAGRAPH.div_ceil(words)].join(" ");
    let file = place.path(&format!("{headline}.txt"));
    let text = format!("{headline} text\n\n{}\n", vec![paragraph; paragraphs].join("\n\n"));
    fs::write(&file, text).expect("a file can be written");
    let imported = place.cli(&["import", &file.display().to_string()]);
    let imported: Value = serde_json::from_str(imported.lines().next().unwrap_or_default())
        .expect("what was imported is told as JSON");
    let id = imported["id"].to_string();
    let shown: Value = serde_json::from_str(&place.cli(&["show", &id, "--json"])).expect("JSON");
    let findings = place
        .cli(&["check", &id])
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a finding is JSON"))
        .filter(|finding| finding["slot"] == "body" && !finding["block"].is_null())
        .collect();
    Text { headline: format!("{headline} text"), body: shown["body"].clone(), findings }
}

/// From the start of the program to a field that can be written in, beside an empty window of the same
/// make. The driver finds both, and its own time is in both.
async fn starting(place: &Place) {
    let Some(empty) = env::var_os("DATELINE_EMPTY").map(PathBuf::from) else { return };
    let (dateline, _) = programs().expect("there are programs");
    let (mut ours, mut bare) = (Times::default(), Times::default());
    for _ in 0..STARTS {
        for (program, shown, times) in [(&empty, "body", &mut bare), (&dateline, SEARCH, &mut ours)]
        {
            let (window, took) = Window::of(program, place, shown).await;
            times.take(vec![json!({ "start": took.as_millis() })]);
            window.close().await;
        }
    }
    println!("\nFrom the start to a window that can be written in");
    bare.print("an empty window", "start", None);
    ours.print("the window", "start", None);
    let goal = bare.at("start", 0.5) * TIMES_AN_EMPTY_WINDOW;
    let half = ours.at("start", 0.5);
    println!("{:24}{half:>8.1}  {}", "", goal_of(half, goal, "at p50: 1.5 times the empty one"));
}

/// A key in the long text, beside a bare view of the same text and marks in the same web view.
async fn typing(place: &Place, text: &Text) {
    let mut bare = Times::default();
    let mut ours = Times::default();
    let mut marked = 0;
    let window = Window::open(place).await;
    let desk = window.client().current_url().await.expect("the window shows a page");
    for _ in 0..TURNS {
        window.client().goto(desk.as_str()).await.expect("the desk can be gone back to");
        window.named("Search").await;
        window.open_found(&text.headline).await;
        window.preview_says(|page| page.contains(&text.headline)).await;
        marked = until("the findings", || async {
            let script = "return document.querySelectorAll(\"[aria-label=Body] .finding\").length";
            let marked = window.run(script, vec![]).await.as_u64()?;
            (marked > 0).then_some(marked)
        })
        .await;
        ours.take(type_on(&window).await);
        window.saved().await;
        bare_view(&window, text).await;
        bare.take(type_on(&window).await);
    }
    window.close().await;
    println!("\nA key in a text of 5,000 words with {marked} findings marked, the preview open");
    println!("{:24}{:>8}{:>8}{:>8}  goal", "ms", "p50", "p95", "max");
    bare.print("bare view, work", "work", None);
    ours.print("the window, work", "work", Some((WORK, "at p95")));
    bare.print("bare view, to frame", "frame", None);
    let goal = bare.at("frame", 0.95) * TIMES_THE_BARE_VIEW;
    ours.print("the window, to frame", "frame", Some((goal, "at p95: 1.2 times the bare view")));
    let longest = ours.at("frame", 1.0);
    println!("{:24}{longest:>24.1}  {}", "the longest", goal_of(longest, ANYTHING, "at most"));
}

/// Empties the window's page and puts a bare view of the text on it.
async fn bare_view(window: &Window, text: &Text) {
    let folder = PathBuf::from(env::var_os("DATELINE_BARE").expect("the bare view was built"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("it was built whole");
    window.client().goto("about:blank").await.expect("a page can be left");
    let script = format!(
        "{}\nconst [style, body, findings] = arguments;
        document.head.append(Object.assign(document.createElement('style'), {{ textContent: style }}));
        document.documentElement.style.overflow = 'auto';
        document.body.style.overflow = 'auto';
        const paper = document.body.appendChild(document.createElement('main'));
        paper.style.cssText = 'max-width: 604px; margin: 24px auto; padding: 32px 48px';
        bare.show(paper, body, findings);
        document.querySelector('.surface').ariaLabel = 'Body';",
        read("bare.js")
    );
    let arguments = vec![json!(read("bare.css")), text.body.clone(), json!(text.findings)];
    window.run(&script, arguments).await;
}

/// Types in the middle of the body, and gives what was noted of each key.
async fn type_on(window: &Window) -> Vec<Value> {
    let script = format!(
        "{}
        const surface = document.querySelector('[aria-label=Body]');
        const blocks = surface.querySelectorAll('p');
        const block = blocks[Math.floor(blocks.length / 2)];
        block.scrollIntoView({{ block: 'center' }});
        surface.focus();
        getSelection().collapse(block, block.childNodes.length);",
        include_str!("keys.js")
    );
    window.run(&script, vec![]).await;
    for key in "word after word ".chars().cycle().take(KEYS) {
        window.press(&[], key).await;
    }
    until("the last frame", || async {
        let times = window.run("return window.times", vec![]).await;
        let times = times.as_array()?.clone();
        (times.len() == KEYS && times.iter().all(|one| one["frame"].is_number())).then_some(times)
    })
    .await
}

/// From a key to the preview that shows it.
async fn previewing(place: &Place, text: &Text) {
    let window = Window::open(place).await;
    window.open_found(&text.headline).await;
    window.preview_says(|page| page.contains(&text.headline)).await;
    window.jump('3', "Body").await;
    let seen = "window.seen = () => document.querySelector(\"iframe[title='Preview']\")
        ?.contentDocument?.body?.textContent;";
    let times = one_by_one(&window, seen, &[], |nth| if nth % 6 == 5 { ' ' } else { 'n' }).await;
    window.close().await;
    println!("\nA key to the preview that shows it, in a text of 1,000 words");
    times.print("the preview", "frame", Some((PREVIEW, "at p95")));
}

/// On a desk of 100,000 releases: from a key that goes to another release to its text, and whether the
/// list stays full while it is scrolled.
async fn large_desk() {
    let Some(desk) = env::var_os("DATELINE_LARGE") else { return };
    let place = Place::empty().expect("there are programs");
    fs::remove_file(place.path("desk.dateline")).expect("the empty desk can go");
    fs::copy(&desk, place.path("desk.dateline")).expect("the large desk can be copied");
    let start = Instant::now();
    let window = Window::open(&place).await;
    let there = start.elapsed().as_millis();
    println!("\nOn a desk of 100,000 releases");
    println!("the list is there after {there} ms, the driver's own time included");
    window.press(&[Key::Alt], Key::Down.into()).await;
    window.find("article").await;
    let seen = "window.seen = () => document.querySelector('[aria-label=Body]')?.innerText;";
    let times = one_by_one(&window, seen, &[Key::Alt], |_| Key::Down.into()).await;
    times.print("another release's text", "frame", Some((ANOTHER, "at p95")));
    scrolling(&window).await;
    window.close().await;
}

/// Scrolls the list, and tells in how many frames it was not full.
async fn scrolling(window: &Window) {
    let scroll = window.client().execute_async(include_str!("scroll.js"), vec![]);
    let scrolled = scroll.await.expect("the script runs");
    let figure = |name: &str| scrolled[name].as_f64().expect("the script counts");
    let blank = figure("blank");
    println!(
        "scrolling through {} of them, frames p95 {:.0} ms: {blank} of {} frames with a blank row  {}",
        figure("rows"),
        figure("p95"),
        figure("frames"),
        goal_of(blank, 0.0, "at most")
    );
}

/// Presses keys, each after the frame that shows what the last one did.
async fn one_by_one(
    window: &Window,
    seen: &str,
    held: &[Key],
    key: impl Fn(usize) -> char,
) -> Times {
    window.run(&format!("{seen}\n{}", include_str!("frames.js")), vec![]).await;
    for nth in 0..SINGLE {
        window.press(held, key(nth)).await;
        until("the frame", || async {
            let script = "return times.length === arguments[0] && times.at(-1).frame !== null";
            window.run(script, vec![json!(nth + 1)]).await.as_bool()?.then_some(())
        })
        .await;
    }
    let mut times = Times::default();
    let noted = window.run("return times", vec![]).await;
    times.take(noted.as_array().expect("times were noted").clone());
    times
}

/// A goal in words, and whether it was missed.
fn goal_of(measured: f64, goal: f64, of: &str) -> String {
    format!("{goal:.0} {of}{}", if measured > goal { "  MISSED" } else { "" })
}

/// What was noted of each key.
#[derive(Default)]
struct Times(Vec<Value>);

impl Times {
    fn take(&mut self, noted: Vec<Value>) {
        self.0.extend(noted);
    }

    /// A quantile of what was noted under a name, in milliseconds.
    fn at(&self, name: &str, quantile: f64) -> f64 {
        let mut times: Vec<f64> = self.0.iter().filter_map(|one| one[name].as_f64()).collect();
        times.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list of some hundred"
        )]
        let place = (times.len() as f64 * quantile) as usize;
        times[place.min(times.len() - 1)]
    }

    fn print(&self, what: &str, name: &str, goal: Option<(f64, &str)>) {
        let [half, most, all] = [0.5, 0.95, 1.0].map(|quantile| self.at(name, quantile));
        let goal = goal.map_or_else(String::new, |(goal, of)| goal_of(most, goal, of));
        println!("{what:24}{half:>8.1}{most:>8.1}{all:>8.1}  {goal}");
    }
}
