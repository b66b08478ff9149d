//! What the archive costs: importing while it is remembered, and a key pressed in a release of a
//! thousand words against a desk of `N` releases (100,000 unless the argument says otherwise).

use std::{
    env,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use dateline_copydesk::{CopyDesk, keep_archive};
use dateline_model::{Block, Body, Content, Office};
use dateline_store::Desk;

fn main() {
    let count = env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let now: DateTime<Utc> = "2026-10-14T09:00:00Z".parse().expect("it is an instant");
    let make = |name: &str, remembers: bool, count: usize| {
        let path = folder.path().join(name);
        let desk = Desk::create(path, &Office::default()).expect("a desk can be made");
        if remembers {
            keep_archive(&desk).expect("a desk can be written");
        }
        let started = Instant::now();
        desk.invent(count, 7, now, |_| ()).expect("releases can be made");
        (desk, started.elapsed())
    };
    let (_, without) = make("without.dateline", false, 10_000);
    let (_, with) = make("with.dateline", true, 10_000);
    println!("10,000 releases come in: {without:.1?} without a memory, {with:.1?} with one");

    let (desk, took) = make("large.dateline", true, count);
    println!("{count} releases come in: {took:.1?}");
    let mut ids = Vec::new();
    for id in 1..=4 {
        ids.push(desk.release(id).expect("it was just made").content);
    }
    let paragraphs: Vec<String> = ids
        .iter()
        .flat_map(|content| {
            let text = content.body.plain_text();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .scan(0, |words, line| {
            *words += line.split_whitespace().count();
            (*words < 1_000).then_some(line)
        })
        .collect();
    let mut content = Content {
        headline: "Fairway open".into(),
        date: Some(now.date_naive()),
        body: Body(paragraphs.iter().map(|line| Block::paragraph(line)).collect()),
        ..ids[0].clone()
    };
    let (mut copydesk, _) = CopyDesk::at(&desk).expect("a desk can be read");
    let mut review = |content: &Content| {
        copydesk.review(Some(1), content).expect("a desk can be read").open.len()
    };
    review(&content);
    let mut times: Vec<Duration> = (0..400)
        .map(|stroke| {
            let at = stroke * 7 % paragraphs.len();
            content.body.0[at] = Block::paragraph(&format!("{} word{stroke}", paragraphs[at]));
            let started = Instant::now();
            std::hint::black_box(review(&content));
            started.elapsed()
        })
        .collect();
    times.sort();
    let words = content.plain_text().split_whitespace().count();
    println!("a key in {words} words: p50 {:.2?}, p95 {:.2?}", times[200], times[380]);
}
