//! What an export costs, as whole processes on one machine in one run: the site and the plain texts
//! of invented releases, the same site by Hugo, and the floor, which is a program that writes the
//! same bytes to the same files and does nothing else.
//!
//! Every run writes into a fresh folder: some file systems make files twenty times slower right after
//! many were removed.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::hugo;
use crate::shell::{Done, Failure, built, cargo, say, succeed, target};

/// How often each is measured; the least time counts, since everything that disturbs makes it longer.
const ROUNDS: usize = 3;

/// The goals of the project.
const TIMES_FASTER_THAN_HUGO: f64 = 8.0;
const TIMES_THE_FLOOR: f64 = 1.5;
const INCREMENTAL: Duration = Duration::from_millis(50);
const ONE: Duration = Duration::from_millis(25);
const MEMORY_MIB: f64 = 150.0;

/// What a process took.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    /// The most memory that it held, in MiB; 0 where the system does not tell.
    memory: f64,
}

pub(super) fn measure() -> Done {
    say("Building the command line as it is shipped");
    succeed(&mut cargo(&["build", "--release", "-p", "dateline-cli"]))?;
    let cli = built("release", "dateline-cli");
    let room = target().join("bench-export");
    let _ = fs::remove_dir_all(&room);
    fs::create_dir_all(&room)?;
    let hugo = hugo::program(&target().join("bench-hugo"));
    println!("{:<44} {:>9} {:>9}   goal", "", "time", "memory");
    for releases in [1_000, 10_000] {
        Bench { cli: &cli, room: room.join(releases.to_string()), releases }
            .all(hugo.as_deref())?;
    }
    Bench { cli: &cli, room: room.join("100000"), releases: 100_000 }.memory()?;
    fs::remove_dir_all(&room)?;
    Ok(())
}

struct Bench<'a> {
    cli: &'a Path,
    room: PathBuf,
    releases: usize,
}

impl Bench<'_> {
    fn all(&self, hugo: Option<&Path>) -> Done {
        self.desk()?;
        let n = self.releases;
        let site =
            self.least(|round| self.dateline(&["site", "--to", &self.out("site", round)]))?;
        let text_arguments = ["export", "--all", "--format", "text", "--to"];
        let text = self.least(|round| {
            self.dateline(&[&text_arguments[..], &[&self.out("text", round)]].concat())
        })?;
        let floor = |kind: &str| self.floor(kind);
        let (site_floor, text_floor) = (floor("site")?, floor("text")?);
        tell(&format!("{n} releases, site"), site, None);
        let goal = |cost: Cost, floor: Duration| {
            let times = cost.time.as_secs_f64() / floor.as_secs_f64();
            held(
                times <= TIMES_THE_FLOOR,
                &format!("{times:.2} times the floor, at most {TIMES_THE_FLOOR}"),
            )
        };
        let bare = |time| Cost { time, memory: 0.0 };
        tell(
            &format!("{n} releases, site, the floor"),
            bare(site_floor),
            Some(goal(site, site_floor)),
        );
        tell(&format!("{n} releases, plain text"), text, None);
        tell(
            &format!("{n} releases, plain text, the floor"),
            bare(text_floor),
            Some(goal(text, text_floor)),
        );
        match hugo {
            Some(hugo) => {
                let source = self.room.join("hugo");
                hugo::content(&source, Path::new(&self.out("site", 0)))?;
                let built = self.least(|round| {
                    let mut run = Command::new(hugo);
                    run.arg("--source")
                        .arg(&source)
                        .arg("--destination")
                        .arg(self.out("hugo", round));
                    run.args(["--noBuildLock", "--quiet"]);
                    cost(&mut run)
                })?;
                let times = built.time.as_secs_f64() / site.time.as_secs_f64();
                let goal = held(
                    times >= TIMES_FASTER_THAN_HUGO || n < 10_000,
                    &format!(
                        "{times:.1} times the site's time, at least {TIMES_FASTER_THAN_HUGO} at 10000"
                    ),
                );
                tell(&format!("{n} releases, the same by Hugo"), built, Some(goal));
            }
            None => println!("Hugo is not here and could not be fetched; it is left out."),
        }
        self.one_edit()?;
        Ok(())
    }

    /// One release, and a site after one edit, beside only opening the desk.
    fn one_edit(&self) -> Done {
        let n = self.releases;
        let open = self.least(|_| self.dateline(&["show", "1", "--json"]))?;
        let site = self.out("site", 0);
        let edited = self.least(|round| {
            let tag = format!("+edit{round}");
            self.dateline(&["tag", "1", &tag])?;
            self.dateline(&["site", "--to", &site])
        })?;
        let more = edited.time.saturating_sub(open.time);
        let goal =
            held(more <= INCREMENTAL, &format!("{} more than opening, at most 50 ms", shown(more)));
        tell(&format!("{n} releases, only opening the desk"), open, None);
        tell(&format!("{n} releases, site after one edit"), edited, Some(goal));
        for format in ["html", "text"] {
            let one = self.least(|round| {
                self.dateline(&[
                    "export",
                    "9",
                    "--draft",
                    "--format",
                    format,
                    "--to",
                    &self.out(&format!("one-{format}"), round),
                ])
            })?;
            let goal = held(one.time <= ONE, "at most 25 ms");
            tell(&format!("{n} releases, one of them as {format}"), one, Some(goal));
        }
        Ok(())
    }

    /// How much memory a very large desk takes.
    fn memory(&self) -> Done {
        self.desk()?;
        let n = self.releases;
        let told = |what: &str, cost: Cost| {
            let goal = held(cost.memory <= MEMORY_MIB, &format!("at most {MEMORY_MIB} MiB"));
            tell(&format!("{n} releases, {what}"), cost, Some(goal));
        };
        told("site", self.dateline(&["site", "--to", &self.out("site", 0)])?);
        self.dateline(&["tag", "1", "+edit"])?;
        told("site after one edit", self.dateline(&["site", "--to", &self.out("site", 0)])?);
        let text = ["export", "--all", "--format", "text", "--to", &self.out("text", 0)];
        told("plain text", self.dateline(&text)?);
        Ok(())
    }

    /// A desk of invented releases, the same on every machine.
    fn desk(&self) -> Done {
        fs::create_dir_all(&self.room)?;
        let mut make = Command::new(self.cli);
        make.args(["bench-desk", "--releases", &self.releases.to_string(), "--seed", "1"]);
        succeed(make.arg(self.desk_file()).stdout(Stdio::null()).stderr(Stdio::null()))
    }

    fn desk_file(&self) -> PathBuf {
        self.room.join("desk.dateline")
    }

    fn out(&self, what: &str, round: usize) -> String {
        self.room.join(format!("{what}-{round}")).display().to_string()
    }

    fn dateline(&self, arguments: &[&str]) -> Result<Cost, Failure> {
        let mut run = Command::new(self.cli);
        cost(run.arg("--desk").arg(self.desk_file()).args(arguments))
    }

    fn least(&self, run: impl Fn(usize) -> Result<Cost, Failure>) -> Result<Cost, Failure> {
        let costs = (0..ROUNDS).map(run).collect::<Result<Vec<_>, _>>()?;
        let time = costs.iter().map(|cost| cost.time).min().unwrap_or_default();
        let memory = costs.iter().map(|cost| cost.memory).fold(0.0, f64::max);
        Ok(Cost { time, memory })
    }

    /// Writes the bytes of an export to files of the same names, by two threads.
    fn floor(&self, kind: &str) -> Result<Duration, Failure> {
        let made = PathBuf::from(self.out(kind, 0));
        let mut files = Vec::new();
        gather(&made, Path::new(""), &mut files)?;
        files.sort();
        let mut least = Duration::MAX;
        for round in 0..ROUNDS {
            let to = PathBuf::from(self.out(&format!("floor-{kind}"), round));
            let started = Instant::now();
            for (name, _) in &files {
                if let Some(parent) = name.parent().filter(|parent| !to.join(parent).is_dir()) {
                    fs::create_dir_all(to.join(parent))?;
                }
            }
            let (front, back) = files.split_at(files.len() / 2);
            thread::scope(|scope| {
                let halves = [front, back].map(|half| {
                    let to = &to;
                    scope.spawn(move || {
                        half.iter().try_for_each(|(name, bytes)| fs::write(to.join(name), bytes))
                    })
                });
                halves.into_iter().try_for_each(|half| half.join().unwrap_or(Ok(())))
            })?;
            least = least.min(started.elapsed());
        }
        Ok(least)
    }
}

fn gather(root: &Path, under: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> std::io::Result<()> {
    for entry in fs::read_dir(root.join(under))? {
        let entry = entry?;
        let name = under.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            gather(root, &name, files)?;
        } else {
            files.push((name, fs::read(entry.path())?));
        }
    }
    Ok(())
}

/// Runs a process to its end. GNU time tells what it held; without it only the clock is read.
fn cost(run: &mut Command) -> Result<Cost, Failure> {
    const TIME: &str = "/usr/bin/time";
    let report = target().join("bench-export").join("memory");
    let timed = Path::new(TIME).exists();
    let mut whole = if timed {
        let mut time = Command::new(TIME);
        time.args(["-f", "%M", "-o"]).arg(&report).arg(run.get_program()).args(run.get_args());
        time
    } else {
        let mut bare = Command::new(run.get_program());
        bare.args(run.get_args());
        bare
    };
    let started = Instant::now();
    let output = whole.stdin(Stdio::null()).output()?;
    let time = started.elapsed();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure(format!("`{}` failed: {}", run.get_program().display(), said.trim())));
    }
    let memory = fs::read_to_string(&report).ok().filter(|_| timed);
    let memory = memory.and_then(|kib| kib.trim().parse::<f64>().ok()).unwrap_or(0.0) / 1024.0;
    Ok(Cost { time, memory })
}

fn tell(what: &str, cost: Cost, goal: Option<String>) {
    let memory = if cost.memory > 0.0 { format!("{:.0} MiB", cost.memory) } else { String::new() };
    println!("{what:<44} {:>9} {memory:>9}   {}", shown(cost.time), goal.unwrap_or_default());
}

fn held(holds: bool, goal: &str) -> String {
    format!("{} {goal}", if holds { "✓" } else { "✗" })
}

fn shown(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1000.0;
    if milliseconds < 1000.0 {
        format!("{milliseconds:.1} ms")
    } else {
        format!("{:.2} s", milliseconds / 1000.0)
    }
}
