//! A real window on a desk of its own, found and driven by accessible names.

use std::{
    env,
    future::Future,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    error::NewSessionError,
    key::Key,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    sync::{Mutex, MutexGuard},
};

/// How long a journey waits for what must come; far above what any step takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it looks.
const GLANCE: Duration = Duration::from_millis(25);

/// What can be written into as soon as the window can be used.
pub(crate) const SEARCH: &str = "[aria-label='Search']";

const DIALOG: Locator<'_> = Locator::Css("[role=dialog], [role=alertdialog]");

/// Gives the accessible name of an element, as far as the window's own elements need it.
const NAME_OF: &str = r#"const nameOf = (element) => {
    const label = element?.labels?.[0]?.querySelector(".label") ?? element?.labels?.[0];
    return (element?.ariaLabel ?? label?.innerText ?? element?.innerText ?? "").trim();
};"#;

/// Gives the names of all that is shown and can have the focus.
const WITHIN_REACH: &str = r#"
    const focusable = ":is(a[href], button, input, select, textarea, [tabindex], [contenteditable])";
    return [...document.querySelectorAll(`${focusable}:not(:disabled)`)]
        .filter((element) => element.checkVisibility())
        .map(nameOf);"#;

const PALETTE_HAS_THE_FOCUS: &str =
    "return document.activeElement?.placeholder === 'Type a command'";

/// One window at a time: the screen's keyboard focus is shared.
static SCREEN: Mutex<()> = Mutex::const_new(());

/// A running desk under a driver.
pub(crate) struct Window {
    client: Client,
    driver: Child,
    place: PathBuf,
    _screen: MutexGuard<'static, ()>,
}

/// The folder of a journey: its desk, its exports, its files.
pub(crate) struct Place(TempDir);

/// The programs under test, as `cargo xtask test` built them; `None` outside of it.
pub(crate) fn programs() -> Option<(PathBuf, PathBuf)> {
    let path = |name| env::var_os(name).map(PathBuf::from);
    let programs = path("DATELINE").zip(path("DATELINE_CLI"));
    if programs.is_none() {
        eprintln!("Not run: journeys need the built programs. Start them with `cargo xtask test`.");
    }
    programs
}

impl Place {
    /// A place with an empty desk; `None` where there is no program to try.
    pub(crate) fn empty() -> Option<Self> {
        Self::with(&["init"])
    }

    /// A place with the finished desk of an invented port; `None` where there is no program to try.
    pub(crate) fn sample() -> Option<Self> {
        Self::with(&["init", "--sample"])
    }

    /// A place with a desk that is made so; `None` where there is no program to try.
    pub(crate) fn with(init: &[&str]) -> Option<Self> {
        programs()?;
        let place = Self(TempDir::new().expect("a temporary folder can be made"));
        place.cli(init);
        Some(place)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the command line on this place's desk and gives what it prints.
    pub(crate) fn cli(&self, words: &[&str]) -> String {
        let (_, cli) = programs().expect("the caller asked for the programs");
        let output = std::process::Command::new(cli)
            .arg("--desk")
            .arg(self.path("desk.dateline"))
            .args(words)
            .output()
            .expect("the command line starts");
        assert!(
            output.status.success(),
            "dateline-cli {words:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).expect("it prints UTF-8")
    }

    /// Waits until the command line prints something that fits.
    pub(crate) async fn prints(&self, words: &[&str], fits: impl Fn(&str) -> bool) {
        until(&words.join(" "), || async { fits(&self.cli(words)).then_some(()) }).await;
    }

    /// Waits until the first release that a search finds is kept so that it fits, and gives it.
    pub(crate) async fn keeps(&self, search: &str, fits: impl Fn(&Value) -> bool) -> Value {
        until(&format!("“{search}” to be kept"), || async {
            let kept = self.kept(search)?;
            fits(&kept).then_some(kept)
        })
        .await
    }

    fn kept(&self, search: &str) -> Option<Value> {
        let listed = self.cli(&["list", "--json", search]);
        let row: Value = serde_json::from_str(listed.lines().next()?).expect("a row is JSON");
        let shown = self.cli(&["show", &row["id"].to_string(), "--json"]);
        Some(serde_json::from_str(&shown).expect("a release is JSON"))
    }
}

/// A journey that stops in the middle leaves a picture of the screen, and no window on it to the next.
impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the screen: {}", picture());
        }
        let _ = std::process::Command::new("pkill").args(["-9", "-f", &self.pattern()]).status();
    }
}

impl Window {
    /// Opens the window on this place's desk and waits until it can be used.
    pub(crate) async fn open(place: &Place) -> Self {
        let (dateline, _) = programs().expect("the caller asked for the programs");
        Self::of(&dateline, place, SEARCH).await.0
    }

    /// Opens a program on this place's desk, and gives how long it took until something was shown there.
    pub(crate) async fn of(program: &Path, place: &Place, shown: &str) -> (Self, Duration) {
        let screen = SCREEN.lock().await;
        let (driver, url) = start_driver(place).await;
        let options = json!({
            "webkitgtk:browserOptions": {
                "binary": program,
                "args": ["--desk", place.path("desk.dateline")],
            }
        });
        let Value::Object(capabilities) = options else { unreachable!("an object was written") };
        let start = Instant::now();
        let client = connect(&url, capabilities).await.expect("the window opens");
        let place = place.0.path().to_owned();
        let window = Self { client, driver, place, _screen: screen };
        window.find(shown).await;
        (window, start.elapsed())
    }

    /// Ends the session as a user would: through the window, which saves first.
    pub(crate) async fn close(self) {
        self.client.clone().close().await.ok();
        self.gone().await;
    }

    /// Waits until the program has ended by itself.
    pub(crate) async fn gone(mut self) {
        until("the program to end", || async { (!self.runs()).then_some(()) }).await;
        self.driver.kill().await.ok();
    }

    fn runs(&self) -> bool {
        let pattern = self.pattern();
        let found = std::process::Command::new("pgrep").args(["-f", &pattern]).output();
        found.is_ok_and(|found| found.status.success())
    }

    /// What the command lines of this place's windows have: a window may have opened a second one.
    fn pattern(&self) -> String {
        format!("dateline --desk {}/", self.place.display())
    }

    /// Ends the program at once, as a crash would.
    pub(crate) async fn kill(mut self) {
        let killed =
            std::process::Command::new("pkill").args(["-9", "-f", &self.pattern()]).status();
        assert!(killed.expect("pkill is there").success(), "the window was running");
        self.driver.kill().await.ok();
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Runs a script in the page, and gives what it returns.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.expect("the script runs")
    }

    /// The element for a CSS selector, as soon as it is there and shown.
    pub(crate) async fn find(&self, css: &str) -> Element {
        until(css, || self.shown(Locator::Css(css))).await
    }

    /// The first of these elements that is shown.
    async fn shown(&self, which: Locator<'_>) -> Option<Element> {
        for element in self.client.find_all(which).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    /// The field or region of that accessible name.
    pub(crate) async fn named(&self, name: &str) -> Element {
        self.find(&format!("[aria-label='{name}']")).await
    }

    /// Waits for the button of that accessible name, until it can be pressed.
    pub(crate) async fn button(&self, name: &str) -> Element {
        let path = button(name);
        until(name, || self.shown(Locator::XPath(&path))).await
    }

    /// Presses a button, as soon as nothing moves or lies over it any more.
    pub(crate) async fn press_button(&self, name: &str) {
        until(name, || async {
            self.shown(Locator::XPath(&button(name))).await?.click().await.ok()
        })
        .await;
    }

    /// Waits until no dialog is open; an open one keeps the keyboard.
    pub(crate) async fn no_dialog(&self) {
        until("the dialog to close", || async { self.shown(DIALOG).await.is_none().then_some(()) })
            .await;
    }

    /// Leaves the open dialog as it is.
    pub(crate) async fn leave_dialog(&self) {
        self.key(Key::Escape).await;
        self.no_dialog().await;
    }

    /// Runs a command of the palette by its words.
    pub(crate) async fn command(&self, words: &str) {
        self.no_dialog().await;
        self.ctrl('k').await;
        let has_the_focus =
            async || self.client.execute(PALETTE_HAS_THE_FOCUS, vec![]).await.ok()?.as_bool();
        until("the palette", || async { has_the_focus().await?.then_some(()) }).await;
        self.type_here(words).await;
        self.enter().await;
        until(&format!("the palette to take “{words}”"), || async {
            (!has_the_focus().await?).then_some(())
        })
        .await;
    }

    /// The accessible name of what has the focus.
    pub(crate) async fn focused(&self) -> String {
        let script = format!("{NAME_OF} return nameOf(document.activeElement);");
        let said = self.run(&script, vec![]).await;
        said.as_str().unwrap_or_default().to_owned()
    }

    /// Goes with Tab until something of that accessible name, or of one that begins so where it ends
    /// with `…`, has the focus.
    pub(crate) async fn go_to(&self, name: &str) {
        self.walk_to(name, &[], Key::Tab).await;
    }

    /// Goes with a key until something of that accessible name has the focus; see [`Self::go_to`].
    /// It is waited for first: whoever set out before would walk past its place.
    pub(crate) async fn walk_to(&self, name: &str, held: &[Key], step: Key) {
        let script = format!("{NAME_OF} {WITHIN_REACH}");
        until(&format!("{name} within reach"), || async {
            let names = self.client.execute(&script, vec![]).await.ok()?;
            let is_there = |said: &Value| said.as_str().is_some_and(|said| is_named(said, name));
            names.as_array()?.iter().any(is_there).then_some(())
        })
        .await;
        for _ in 0..120 {
            if is_named(&self.focused().await, name) {
                return;
            }
            self.press(held, step.into()).await;
        }
        panic!("the keyboard does not lead to {name}");
    }

    /// Waits until the focus has come to something of that accessible name; see [`Self::go_to`].
    pub(crate) async fn lands_on(&self, name: &str) {
        until(&format!("the focus on {name}"), || async {
            is_named(&self.focused().await, name).then_some(())
        })
        .await;
    }

    /// Goes to a button or another thing of that accessible name, and takes it.
    pub(crate) async fn take(&self, name: &str) {
        self.go_to(name).await;
        self.enter().await;
    }

    pub(crate) async fn enter(&self) {
        self.key(Key::Enter).await;
    }

    /// Begins a release by keyboard, and leaves the caret in its body.
    pub(crate) async fn write(&self, headline: &str, body: &[&str]) {
        self.ctrl('n').await;
        until("an empty headline", || async {
            let script = "return document.activeElement?.ariaLabel === 'Headline' && !document.activeElement.value";
            self.client.execute(script, vec![]).await.ok()?.as_bool()?.then_some(())
        })
        .await;
        self.type_here(headline).await;
        self.jump('3', "Body").await;
        for (nth, paragraph) in body.iter().enumerate() {
            if nth > 0 {
                self.enter().await;
            }
            self.type_here(paragraph).await;
        }
    }

    /// Opens the one release that a search finds, by keyboard.
    pub(crate) async fn open_found(&self, search: &str) {
        self.jump('f', "Search").await;
        self.type_here(search).await;
        until("the one release", || async { (self.rows().await.len() == 1).then_some(()) }).await;
        self.enter().await;
        self.lands_on("Releases").await;
        self.key(Key::Home).await;
        self.key(Key::Escape).await;
        self.find("article").await;
    }

    /// What the rows of the list say.
    pub(crate) async fn rows(&self) -> Vec<String> {
        let rows = Locator::Css("[aria-label='Releases'] [role=option]");
        let mut said = Vec::new();
        for row in self.client.find_all(rows).await.unwrap_or_default() {
            said.extend(row.text().await);
        }
        said
    }

    /// Begins a translation of the open release, in its details.
    pub(crate) async fn translate(&self, language: &str) {
        self.command("Details").await;
        self.take("Translate").await;
        self.choose_menu_item(language).await;
        self.says("Notices", |said| said.contains("This is the translation")).await;
    }

    /// Says who sits at the desk from now on.
    pub(crate) async fn sit(&self, name: &str) {
        self.command("Switch the person").await;
        self.go_to("Your name").await;
        self.type_here(name).await;
        self.enter().await;
        let hello = format!("{name} is at the desk now");
        self.says("Notices", |said| said.contains(&hello)).await;
    }

    /// Waits until the dialog says something that fits.
    pub(crate) async fn dialog(&self, fits: impl Fn(&str) -> bool) {
        until("what the dialog says", || async {
            fits(&self.shown(DIALOG).await?.text().await.ok()?).then_some(())
        })
        .await;
    }

    /// Puts the caret into a field and types.
    pub(crate) async fn type_into(&self, name: &str, text: &str) {
        let field = self.named(name).await;
        field.click().await.expect("a field can be clicked");
        field.send_keys(text).await.expect("a field can be typed into");
    }

    /// Types where the caret is.
    pub(crate) async fn type_here(&self, text: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(text).await.expect("the focused field can be typed into");
    }

    /// Types a date and leaves the field, which then shows it in full.
    pub(crate) async fn type_date(&self, typed: &str) {
        let field = self.named("Date").await;
        field.click().await.expect("a field can be clicked");
        field.clear().await.expect("a field can be emptied");
        field.send_keys(typed).await.expect("a field can be typed into");
        self.key(Key::Tab).await;
    }

    /// Walks the open menu to the item whose words begin so, and chooses it.
    pub(crate) async fn choose_menu_item(&self, begins: &str) {
        self.find("[role=menuitem]").await;
        self.key(Key::Down).await;
        self.walk_to(&format!("{begins}…"), &[], Key::Down).await;
        self.enter().await;
    }

    /// A key with Control, where the focus is.
    pub(crate) async fn ctrl(&self, key: char) {
        self.press(&[Key::Control], key).await;
    }

    /// A key with Control that puts the focus on something of that accessible name, once it is there.
    pub(crate) async fn jump(&self, key: char, name: &str) {
        self.ctrl(key).await;
        self.lands_on(name).await;
    }

    /// A key alone, where the focus is.
    pub(crate) async fn key(&self, key: Key) {
        self.press(&[], key.into()).await;
    }

    /// A key with modifiers, where the focus is.
    pub(crate) async fn press(&self, held: &[Key], key: char) {
        let mut keys = KeyActions::new("keyboard".into());
        for held in held {
            keys = keys.then(KeyAction::Down { value: char::from(*held) });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for held in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: char::from(*held) });
        }
        self.client.perform_actions(keys).await.expect("keys can be pressed");
    }

    /// Waits until a region says something that fits, and gives what it says.
    pub(crate) async fn says(&self, name: &str, fits: impl Fn(&str) -> bool) -> String {
        let css = format!("[aria-label='{name}']");
        until(name, || async {
            let said = self.shown(Locator::Css(&css)).await?.text().await.ok()?;
            fits(&said).then_some(said)
        })
        .await
    }

    /// Waits until a row of the list fits, and opens it.
    pub(crate) async fn open_row(&self, fits: impl Fn(&str) -> bool) {
        until("a row of the list", || async {
            let rows = Locator::Css("[aria-label='Releases'] [role=option]");
            for row in self.client.find_all(rows).await.ok()? {
                if fits(&row.text().await.ok()?) {
                    return row.click().await.ok();
                }
            }
            None
        })
        .await;
    }

    /// Waits until what was typed is on the disk.
    pub(crate) async fn saved(&self) {
        self.says("Save state", |state| state.starts_with("Saved")).await;
    }

    /// Presses the button of the newest notice.
    pub(crate) async fn answer(&self, name: &str) {
        let path = button_in("Notices", name);
        until(name, || async { self.shown(Locator::XPath(&path)).await?.click().await.ok() }).await;
    }

    /// Waits until the page in the preview fits.
    pub(crate) async fn preview_says(&self, fits: impl Fn(&str) -> bool) {
        until("the preview", || async {
            fits(&String::from_utf8_lossy(&self.preview_bytes().await)).then_some(())
        })
        .await;
    }

    /// The bytes behind the address that the preview shows, fetched by the window itself.
    pub(crate) async fn preview_bytes(&self) -> Vec<u8> {
        self.find("iframe[title='Preview']").await;
        let script = r#"
            const done = arguments[arguments.length - 1];
            fetch(document.querySelector("iframe[title='Preview']").dataset.from)
              .then((answer) => answer.arrayBuffer())
              .then((bytes) => done([...new Uint8Array(bytes)]), (error) => done(String(error)));"#;
        let answer = self.client.execute_async(script, vec![]).await.expect("the script runs");
        let bytes =
            answer.as_array().unwrap_or_else(|| panic!("the preview was not read: {answer}"));
        bytes
            .iter()
            .map(|byte| byte.as_u64().and_then(|b| u8::try_from(b).ok()).expect("a byte"))
            .collect()
    }
}

/// The last button of a name within what has another.
fn button_in(place: &str, name: &str) -> String {
    format!("(//*[@aria-label='{place}']{})[last()]", button(name))
}

/// Whether a name is the one looked for, or begins so where that ends with `…`.
fn is_named(said: &str, name: &str) -> bool {
    said == name || name.strip_suffix('…').is_some_and(|start| said.starts_with(start))
}

/// Buttons of an accessible name that are not switched off.
fn button(name: &str) -> String {
    format!(
        "//button[(@aria-label='{name}' or (not(@aria-label) and normalize-space()='{name}')) and not(@disabled)]"
    )
}

/// Looks again and again until something is there; fails when patience ends.
pub(crate) async fn until<T, F: Future<Output = Option<T>>>(
    what: &str,
    mut look: impl FnMut() -> F,
) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        if start.elapsed() > PATIENCE {
            panic!("waited in vain for {what}");
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// Keeps a picture of the screen, for whoever asks why a journey stopped; where it lies.
fn picture() -> String {
    let journey = std::thread::current().name().unwrap_or("journey").replace("::", "-");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(journey).with_extension("png");
    let mut import = std::process::Command::new("import");
    let kept = import.args(["-window", "root"]).arg(&path).status();
    if kept.is_ok_and(|status| status.success()) {
        path.display().to_string()
    } else {
        "not kept".to_owned()
    }
}

async fn start_driver(place: &Place) -> (Child, String) {
    let free = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = free.local_addr().expect("a bound socket has an address").port();
    drop(free);
    let log = std::fs::File::create(place.path("driver.log")).expect("a log can be written");
    let driver = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("XDG_DATA_HOME", place.path("data"))
        .stdout(Stdio::from(log.try_clone().expect("a file handle can be cloned")))
        .stderr(Stdio::from(log))
        .kill_on_drop(true)
        .spawn()
        .expect("WebKitWebDriver is installed");
    until("the driver", || async move { TcpStream::connect(("127.0.0.1", port)).await.ok() }).await;
    (driver, format!("http://127.0.0.1:{port}"))
}

async fn connect(
    url: &str,
    capabilities: serde_json::Map<String, Value>,
) -> Result<Client, NewSessionError> {
    let mut builder = ClientBuilder::new(hyper_connector());
    let connected = builder.capabilities(capabilities).connect(url);
    tokio::time::timeout(PATIENCE, connected).await.expect("the driver answers in time")
}

/// Plain HTTP, which is all that a driver on this machine speaks.
fn hyper_connector() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}
