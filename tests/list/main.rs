//! The window on a large desk: how soon another release shows its text, whether the list stays full
//! while it is scrolled, what it takes of memory. `cargo xtask bench list` runs this.
//!
//! `DATELINE_LARGE` names the desk.

#[path = "../journeys/window.rs"]
#[allow(dead_code, reason = "journeys do more with the window than this measurement does")]
mod window;

use std::{env, fs, process::ExitCode, time::Instant};

use fantoccini::key::Key;
use serde_json::Value;
use window::{Place, Window, programs};

/// How many releases are gone through, and the most milliseconds until one shows its text, at the
/// 95th percentile.
const STEPS: usize = 120;
const SHOWN: f64 = 50.0;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (Some(large), Some(_)) = (env::var_os("DATELINE_LARGE"), programs()) else {
        eprintln!("Start this with `cargo xtask bench list`.");
        return ExitCode::from(2);
    };
    let place = Place::new();
    fs::copy(large, place.path("desk.dateline")).expect("the desk can be copied");
    let start = Instant::now();
    let window = Window::open(&place).await;
    println!(
        "  the list is there after {} ms, the driver's own time included",
        start.elapsed().as_millis()
    );
    let ran = |script: &'static str| async {
        window.client().execute_async(script, vec![]).await.expect("the script runs")
    };

    window.command("List of releases").await;
    ran(WATCH).await;
    for _ in 0..STEPS {
        window.press(&[], Key::Down.into()).await;
        ran(SEEN).await;
    }
    let mut times = milliseconds(&ran("arguments[arguments.length - 1](window.shown)").await);
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() as f64 * part) as usize).min(times.len() - 1)];
    println!(
        "{} another release shows its text: p50 {:.0} ms, p95 {:.0} ms, goal {SHOWN} ms",
        mark(at(0.95) <= SHOWN),
        at(0.5),
        at(0.95)
    );

    let scrolled = ran(SCROLL).await;
    let figure = |name: &str| scrolled[name].as_f64().unwrap_or(f64::NAN);
    println!(
        "{} scrolling through {} releases: {} of {} frames with a blank row, frames p95 {:.0} ms",
        mark(figure("blank") == 0.0),
        figure("rows"),
        figure("blank"),
        figure("frames"),
        figure("p95")
    );
    window.close().await;
    ExitCode::SUCCESS
}

fn milliseconds(times: &Value) -> Vec<f64> {
    times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn mark(met: bool) -> &'static str {
    if met { "✓" } else { "✗" }
}

/// From each key to the frame after the one in which the headline is the chosen one's.
const WATCH: &str = r#"
    window.shown = [];
    window.waiting = false;
    const chosen = () => document.querySelector("[data-go=list] [data-current=true] .headline");
    const headline = () => document.querySelector("[data-slot=headline]");
    const words = (of) => (of?.value ?? of?.textContent ?? "").trim();
    document.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      const start = performance.now();
      const before = words(headline());
      window.waiting = true;
      const look = () => {
        const now = words(headline());
        if (now !== before && now === words(chosen())) {
          requestAnimationFrame(() => {
            window.shown.push(performance.now() - start);
            window.waiting = false;
          });
        } else if (performance.now() - start > 2000) {
          window.shown.push(2000);
          window.waiting = false;
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, true);
    arguments[arguments.length - 1](true);"#;

/// Answers when the key before has been followed to its end.
const SEEN: &str = r#"
    const done = arguments[arguments.length - 1];
    const look = () => (window.waiting ? requestAnimationFrame(look) : done(true));
    look();"#;

/// Scrolls a screen's third in each frame, and looks at every frame whether a place in the list is
/// without a line.
const SCROLL: &str = r#"
    const done = arguments[arguments.length - 1];
    const list = document.querySelector("[data-go=list]");
    const FRAMES = 600;
    const times = [];
    let [frames, blank, last] = [0, 0, performance.now()];
    list.scrollTop = 0;
    const step = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      const box = list.getBoundingClientRect();
      for (let y = box.top + 20; y < box.bottom - 20; y += 40) {
        const there = document.elementFromPoint(box.left + 40, y);
        const end = list.scrollTop + list.clientHeight >= list.scrollHeight - 2;
        if (!end && !there?.closest("[role=option], .group")) { blank += 1; break; }
      }
      if (++frames < FRAMES) {
        list.scrollTop += list.clientHeight / 3;
        return void requestAnimationFrame(step);
      }
      times.sort((a, b) => a - b);
      const rows = list.querySelector("[role=option]:last-of-type")?.getAttribute("aria-posinset");
      const seen = [...list.querySelectorAll("[role=option]")].map((row) => Number(row.ariaPosInSet));
      done({ frames, blank, rows: Math.max(...seen, Number(rows)), p95: times[Math.floor(times.length * 0.95)] });
    };
    requestAnimationFrame(step);"#;
