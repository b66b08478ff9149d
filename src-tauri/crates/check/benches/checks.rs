//! How good and how fast the checks are: recall and precision of each rule on the marked corpus,
//! false alarms on the clean one, words a second, and how long a keystroke takes.

#[path = "../tests/corpus/mod.rs"]
mod corpus;

use std::time::{Duration, Instant};

use dateline_check::{Checker, HouseStyle, Index, NoArchive, RuleStyle, Severity, Weight, check};
use dateline_model::{Block, Body, Content, Language};

fn main() {
    start_up();
    read("en");
    memory("memory with English alone, after its clean corpus (goal: 60 MiB)");
    quality();
    false_alarms();
    memory("memory at its highest, after all corpora in five languages");
    for (name, style) in
        [("all rules without spelling", without_spelling()), ("all rules", HouseStyle::default())]
    {
        speed(name, &style);
    }
    keystroke();
    long_paragraph();
}

fn quality() {
    let texts = corpus::marked();
    let (scores, missed) = corpus::scores(&mut Checker::new(HouseStyle::default()), &texts);
    println!("{:<28} {:>5} {:>5} {:>7} {:>9}", "rule", "marks", "met", "recall", "precision");
    let (mut marks, mut met) = (0, 0);
    for (rule, score) in &scores {
        let recall = share(score.met, score.marks);
        let precision = share(score.met, score.met + score.extra);
        println!("{rule:<28} {:>5} {:>5} {recall:>7} {precision:>9}", score.marks, score.met);
        marks += score.marks;
        met += score.met;
    }
    println!("{:<28} {marks:>5} {met:>5} {:>7}", "together", share(met, marks));
    for line in missed {
        println!("  {line}");
    }
    english(&texts);
}

/// The English marks that are met by any rule, as Harper's are counted beside them.
fn english(texts: &[corpus::Marked]) {
    let mut checker = Checker::new(HouseStyle::default());
    let (mut marks, mut met) = (0, 0);
    for text in texts.iter().filter(|text| text.language.primary() == "en") {
        let found = checker.check_text(&text.text, &text.language, text.date);
        marks += text.marks.len();
        let is_met = |mark: &&corpus::Mark| found.iter().any(|one| corpus::overlaps(one, mark));
        met += text.marks.iter().filter(is_met).count();
    }
    println!("marked English text: {met} of {marks} marks met by any rule (goal: nine of ten)");
}

/// Reads the clean texts of a language.
fn read(primary: &str) {
    let mut checker = Checker::new(HouseStyle::default());
    for (language, date, text) in corpus::clean() {
        if language.primary() == primary {
            std::hint::black_box(checker.check_text(&text, &language, date));
        }
    }
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        "–".to_owned()
    } else {
        format!("{:.0} %", part as f64 * 100.0 / whole as f64)
    }
}

fn false_alarms() {
    let mut checker = Checker::new(HouseStyle::default());
    let (mut words, mut alarms, mut advice) = (0, 0, 0);
    for (language, date, text) in corpus::clean() {
        words += count(&text);
        for finding in checker.check_text(&text, &language, date) {
            if finding.severity == Severity::Advice {
                advice += 1;
                continue;
            }
            alarms += 1;
            println!("  false alarm: {language} {} “{}”", finding.rule, finding.excerpt);
        }
    }
    let rate = alarms as f64 * 1000.0 / words as f64;
    println!(
        "clean text: {words} words, {alarms} errors and warnings ({rate:.2} in 1,000; goal: 1), {advice} pieces of advice"
    );
}

fn start_up() {
    let started = Clock::start();
    let found =
        Checker::new(HouseStyle::default()).check_text("The port is open.", &british(), None);
    println!(
        "start-up with the first check, English dictionaries included: {:?} (goal: 50 ms; {} findings)",
        started.elapsed(),
        found.len()
    );
}

fn speed(name: &str, style: &HouseStyle) {
    let text: String = corpus::clean()
        .into_iter()
        .filter(|(l, ..)| l.primary() == "en")
        .map(|(.., text)| text)
        .collect();
    let words = count(&text);
    let mut best = Duration::MAX;
    for _ in 0..7 {
        let started = Clock::start();
        let found = Checker::new(style.clone()).check_text(&text, &british(), None);
        best = best.min(started.elapsed());
        std::hint::black_box(found);
    }
    let goal = if name.contains("without") { "a million" } else { "300,000" };
    println!("{name}: {:.0} words a second (goal: {goal})", words as f64 / best.as_secs_f64());
}

/// A release of a thousand words, typed into letter by letter, against an archive of 100,000.
fn keystroke() {
    let english: Vec<_> =
        corpus::clean().into_iter().filter(|(l, ..)| l.primary() == "en").collect();
    let mut archive = Index::default();
    let started = Clock::start();
    let samples: Vec<Content> = english.iter().map(|(.., text)| release(text)).collect();
    for id in 0..100_000 {
        // Every release differs in its names and figures; the index sees as many things as a desk's.
        if id < samples.len() as i64 {
            archive.add(id, &samples[id as usize]);
        } else {
            let name = format!(
                "Then pilot Anna{} Berg{} spoke of {} deep berths.",
                id % 997,
                id % 9973,
                id
            );
            archive.add(id, &release(&name));
        }
    }
    println!("archive of 100,000 releases indexed in {:?}", started.elapsed());
    let text: String = english.into_iter().map(|(.., text)| text).collect();
    let words: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .scan(0, |sum, line| {
            *sum += count(line);
            (*sum < 1100).then_some(line)
        })
        .collect();
    let mut checker = Checker::new(HouseStyle::default());
    let mut content = release(&words.join("\n"));
    checker.check(&content, &archive);
    let mut times = Vec::new();
    let paragraphs = content.body.0.len();
    for stroke in 0..400 {
        let at = stroke * 7 % paragraphs;
        let longer = format!(
            "{} word{stroke}",
            dateline_model::Body(vec![content.body.0[at].clone()]).plain_text()
        );
        content.body.0[at] = Block::paragraph(&longer);
        let started = Instant::now();
        std::hint::black_box(checker.check(&content, &archive));
        times.push(started.elapsed());
    }
    times.sort();
    println!(
        "keystroke in {} words: p50 {:?}, p95 {:?} (goal: 5 ms)",
        count(&content.plain_text()),
        times[200],
        times[380]
    );
}

fn long_paragraph() {
    let sentence = "The port of Vestmark, founded in 1902, said “Berg’s crew” of 2,000 (two thousand) met on 12 March 2024. ";
    println!("one paragraph of 0.25, 0.5 and 1 MB: twice the text, twice the time");
    for piece in
        [sentence, "\"", "“", "'", "(“a ", "Berg-2024 ", "Aa Ab ", "they was. ", "12 to 3 May "]
    {
        let times = [250_000, 500_000, 1_000_000].map(|bytes| {
            let text = piece.repeat(bytes / piece.len());
            let started = Clock::start();
            std::hint::black_box(check(&release(&text), &HouseStyle::default(), &NoArchive));
            started.elapsed()
        });
        let shown: String = piece.chars().take(12).collect();
        println!("  {shown:<14} {:>9.0?} {:>9.0?} {:>9.0?}", times[0], times[1], times[2]);
    }
}

/// The time that this thread was at work, where the system tells it: on a busy machine the time on
/// the wall says more of the others.
enum Clock {
    Work(Duration),
    Wall(Instant),
}

impl Clock {
    fn start() -> Self {
        work().map_or_else(|| Self::Wall(Instant::now()), Self::Work)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Work(start) => work().unwrap_or_default().saturating_sub(*start),
            Self::Wall(start) => start.elapsed(),
        }
    }
}

fn work() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The memory of the process, where the system tells it.
fn memory(what: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(line) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("{what}: {}", line[6..].trim());
    }
}

fn without_spelling() -> HouseStyle {
    let mut style = HouseStyle::default();
    style.rules.insert(
        "spelling".into(),
        RuleStyle { severity: Some(Weight::Off), ..RuleStyle::default() },
    );
    style
}

fn release(text: &str) -> Content {
    let body =
        Body(text.lines().filter(|line| !line.trim().is_empty()).map(Block::paragraph).collect());
    Content {
        headline: "Port opens".into(),
        body,
        date: "2026-05-14".parse().ok(),
        ..Content::default()
    }
}

fn british() -> Language {
    Language::english()
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}
