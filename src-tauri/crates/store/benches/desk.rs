//! What the desk costs at size: questions, saves and openings, against their goals.
//!
//! `cargo bench -p dateline-store -- [RELEASES] [FILE]` measures on an invented desk of that many
//! releases (100,000 unless told), made in FILE if it is not there yet, else in a folder that goes.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use cpu_time::ThreadTime;
use dateline_model::{Content, Office};
use dateline_store::{Cause, Desk, DeskError, Order, Question, Queue};

/// The first page of any question, from the store: 10 ms at the 99th percentile.
const QUESTION: Duration = Duration::from_millis(10);

/// How often each question is asked.
const ROUNDS: usize = 40;

/// A save on the large desk costs at most this many times one on a desk of ten.
const SAVE_RATIO: f64 = 1.5;

fn main() -> Result<(), DeskError> {
    let arguments: Vec<_> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let releases = arguments.first().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir()
        .map_err(|source| DeskError::Io { path: "temporary folder".into(), source })?;
    let large =
        arguments.get(1).map_or_else(|| folder.path().join("large.dateline"), PathBuf::from);
    let now = "2026-10-14T09:00:00Z".parse().unwrap_or_default();
    let desk = desk_of(&large, releases, now)?;
    questions(&desk, now)?;
    let small = desk_of(&folder.path().join("small.dateline"), 10, now)?;
    let (few, many) = (saves(&small, now)?, saves(&desk, now)?);
    println!("\n  {:<31} {HEADINGS}", "saving");
    println!("  {:<31} {}", "on 10 releases", few.line());
    println!("  {:<31} {}", format!("on {releases} releases"), many.line());
    // A thread of the desk's own does the writing, so the clock alone tells what a save costs.
    let ratio = at(&many.clock, 0.5).as_secs_f64() / at(&few.clock, 0.5).as_secs_f64();
    println!("{} ratio {ratio:.2}, goal {SAVE_RATIO} at most", mark(ratio <= SAVE_RATIO));
    drop(desk);
    openings(&large)
}

fn desk_of(path: &Path, releases: usize, now: DateTime<Utc>) -> Result<Desk, DeskError> {
    if path.exists() {
        return Desk::open(path);
    }
    let start = Instant::now();
    let desk =
        Desk::create(path, &Office { name: "Port of Vestmark".into(), ..Office::default() })?;
    desk.invent(releases, 7, now, |_| {})?;
    if releases > 1000 {
        let rate = releases as f64 / start.elapsed().as_secs_f64();
        println!("made {releases} releases, {rate:.0} a second");
    }
    Ok(desk)
}

fn questions(desk: &Desk, now: DateTime<Utc>) -> Result<(), DeskError> {
    println!("\n  {:<31} {HEADINGS}  answers", "the first page of a question");
    for (name, texts) in KINDS {
        for order in [Order::Newest, Order::Best] {
            let mut times = Times::default();
            let mut answers = Vec::new();
            for round in 0..ROUNDS {
                for text in texts.split('|') {
                    let question = Question { text: text.into(), order, ..Question::default() };
                    // The first round fills the caches, as the first question of a day does.
                    if round == 0 {
                        answers.push(desk.list(&question, now)?.total);
                    } else {
                        times.take(|| desk.list(&question, now))?;
                    }
                }
            }
            let order = format!("{order:?}").to_lowercase();
            println!("{} {name:<24} {order:<6} {}  {answers:?}", times.mark(), times.line());
        }
    }
    let mut queues = Times::default();
    for queue in Queue::ALL.into_iter().cycle().take(400) {
        queues.take(|| desk.list(&Question { queue, ..Question::default() }, now))?;
    }
    println!("{} {:<31} {}", queues.mark(), "queues", queues.line());
    let mut counts = Times::default();
    for _ in 0..400 {
        counts.take(|| desk.counts(now))?;
    }
    println!("{} {:<31} {}", counts.mark(), "counts", counts.line());
    let mut library = Times::default();
    let pieces: Vec<_> = desk.boilerplates()?.iter().filter_map(|piece| piece.id).collect();
    for piece in pieces.into_iter().cycle().take(400) {
        library.take(|| desk.piece_in_use(piece))?;
    }
    println!("{} {:<31} {}", library.mark(), "where a piece is used", library.line());
    println!(
        "  goal: p99 of {} ms at most, by the thread's own time and by the clock",
        QUESTION.as_millis()
    );
    Ok(())
}

fn saves(desk: &Desk, now: DateTime<Utc>) -> Result<Times, DeskError> {
    let page = desk.list(&Question::default(), now)?;
    let mut release = desk.release(page.rows[page.rows.len() / 2].id)?;
    let mut times = Times::default();
    for letter in 0..800 {
        let headline = format!("Fairway open {letter}");
        let content = Content { headline, ..release.content.clone() };
        let at = now + TimeDelta::milliseconds(250 * letter);
        let saved = release;
        release = times
            .take(|| desk.save(saved.id, saved.revision, &content, Cause::Typing, "Ada", at))?;
    }
    Ok(times)
}

fn openings(path: &Path) -> Result<(), DeskError> {
    let mut times = Times::default();
    for _ in 0..20 {
        times.take(|| Desk::open(path)?.list(&Question::default(), DateTime::default()))?;
    }
    println!("\n  {:<31} {}", "opening with a first list", times.line());
    Ok(())
}

/// Kinds of questions and examples of each, a bar between them. A space at the end ends a word.
const KINDS: [(&str, &str); 12] = [
    ("rare word", "dredging |lighthouse |merosta |спасение |海 "),
    ("common word", "the |harbour |of |port |в "),
    ("two words", "harbour rescue |the of |island ferry |lighthouse repair "),
    ("five words", "the of and to in |port said new more harbour "),
    ("phrase", "\"of the\"|\"the port of\"|\"port said\"|\"harbour rescue\""),
    ("phrase that few have", "\"dredging lighthouse\"|\"said the port\"|\"rescue harbour\""),
    ("two letters", "th|ha|re|po|sa|ба"),
    ("three letters", "the|har|res|por|zen|учё"),
    ("four letters", "harb|resc|port|safe|lighth"),
    ("longer beginnings", "harbou|exercis|statemen|environm"),
    (
        "filtered",
        "the section:news |harbour stage:released after:2020 |port kind:news language:en |\
         rescue embargoed:no |ship before:2015 |harb -section:news stage:withdrawn",
    ),
    (
        "filters alone",
        "section:news stage:released|kind:news language:ru|stage:draft|embargoed:yes|-language:en",
    ),
];

/// What the columns of [`Times::line`] are.
const HEADINGS: &str = "        p50         p99    p99 clock";

/// Durations measured, by the thread's own time and by the clock.
#[derive(Default)]
struct Times {
    own: Vec<Duration>,
    clock: Vec<Duration>,
}

impl Times {
    fn take<T>(&mut self, work: impl FnOnce() -> Result<T, DeskError>) -> Result<T, DeskError> {
        let (own, clock) = (ThreadTime::now(), Instant::now());
        let done = work()?;
        self.clock.push(clock.elapsed());
        self.own.push(own.elapsed());
        Ok(done)
    }

    fn line(&self) -> String {
        let ms = |time: Duration| format!("{:>8.2} ms", time.as_secs_f64() * 1e3);
        let (p50, p99) = (at(&self.own, 0.5), at(&self.own, 0.99));
        format!("{} {} {}", ms(p50), ms(p99), ms(at(&self.clock, 0.99)))
    }

    /// Whether a question's goal is met.
    fn mark(&self) -> &'static str {
        mark(at(&self.own, 0.99).max(at(&self.clock, 0.99)) <= QUESTION)
    }
}

/// The time below which so large a part of all lies.
fn at(times: &[Duration], part: f64) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let index = (sorted.len() as f64 * part) as usize;
    sorted.get(index.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn mark(met: bool) -> &'static str {
    if met { "✓" } else { "✗" }
}
