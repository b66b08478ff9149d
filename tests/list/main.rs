//! The list on a large desk: whether it stays full while it is scrolled. `cargo xtask bench ui` runs
//! this; `DATELINE_LARGE` names the desk.

#[path = "../journeys/window.rs"]
#[allow(dead_code, reason = "journeys do more with the window than this measurement does")]
mod window;

use std::{env, fs, process::ExitCode, time::Instant};

use window::{Place, Window};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (Some(large), Some(place)) = (env::var_os("DATELINE_LARGE"), Place::empty()) else {
        eprintln!("Start this with `cargo xtask bench ui`.");
        return ExitCode::from(2);
    };
    fs::copy(large, place.path("desk.dateline")).expect("the desk can be copied");
    let start = Instant::now();
    let window = Window::open(&place).await;
    println!(
        "  the list is there after {} ms, the driver's own time included",
        start.elapsed().as_millis()
    );
    window.command("List of releases").await;
    let scrolled = window.client().execute_async(SCROLL, vec![]).await.expect("the script runs");
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

fn mark(met: bool) -> &'static str {
    if met { "✓" } else { "✗" }
}

/// Scrolls a screen's third in each frame, and looks at every frame whether a place in the list is
/// without a line.
const SCROLL: &str = r#"
    const done = arguments[arguments.length - 1];
    const list = document.querySelector("[data-go=list]");
    const FRAMES = 60;
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
      const places = [...list.querySelectorAll("[role=option]")].map((row) => row.ariaPosInSet);
      done({ frames, blank, rows: Math.max(...places.map(Number)), p95: times[Math.floor(times.length * 0.95)] });
    };
    requestAnimationFrame(step);"#;
