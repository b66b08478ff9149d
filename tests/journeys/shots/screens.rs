//! The screens of the window, and how one comes to each. Nothing is asked of the screen before.

use fantoccini::key::Key;

/// A screen, by the name of its picture.
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    pub(crate) steps: &'static [Step],
}

/// What is done to come to a screen.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Opens the first release in the list whose line has these words.
    Row(&'static str),
    /// Runs a command by its name.
    Command(&'static str),
    /// Presses a button, by its accessible name.
    Press(&'static str),
    /// Presses what a selector finds.
    Choose(&'static str),
    /// Writes into a field, by its accessible name, over what is there.
    Field(&'static str, &'static str),
    /// Types where the caret is.
    Type(&'static str),
    /// Presses a key with others held.
    Keys(&'static [Key], Key),
    /// The same, of a letter.
    Letter(&'static [Key], char),
    /// Waits for something.
    Shows(&'static str),
}

use Step::{Choose, Command, Field, Keys, Letter, Press, Row, Shows, Type};

const fn screen(name: &'static str, steps: &'static [Step]) -> Screen {
    Screen { name, steps }
}

/// On a desk that nobody has begun with.
pub(crate) const FIRST_RUN: &[Screen] = &[
    screen("first-run", &[Shows(".welcome")]),
    screen("first-release", &[Command("New release"), Shows("[aria-label='Headline']")]),
];

/// On the sample desk.
pub(crate) const SCREENS: &[Screen] = &[
    screen("nothing-open", &[]),
    screen(
        "writing",
        &[Row("northern fairway"), Command("Preview"), Shows("iframe[title=Preview]")],
    ),
    screen(
        "preview-desktop",
        &[Row("Clear Water 2026 ends"), Command("Preview"), Choose("[aria-label=Desktop]")],
    ),
    screen(
        "preview-print",
        &[Row("4.1 million"), Command("Preview"), Choose("[aria-label=Print]")],
    ),
    screen(
        "preview-phone",
        &[Row("Clear Water 2026 ends"), Command("Preview"), Choose("[aria-label=Phone]")],
    ),
    screen("checks", &[Row("hydrogen"), Command("Checks")]),
    screen(
        "remarks",
        &[
            Row("gangway"),
            Command("Suggestions and comments"),
            Command("Body"),
            Keys(&[Key::Control], Key::Home),
            Keys(&[Key::Control, Key::Shift], Key::Right),
            Keys(&[Key::Control, Key::Shift], Key::Right),
            // The palette's keys make a link of selected words.
            Letter(&[Key::Control, Key::Alt], 'm'),
            Type("Is this the name the shipyard uses?"),
            Keys(&[Key::Control], Key::Enter),
            Letter(&[Key::Control], '3'),
            Keys(&[Key::Control], Key::End),
            Letter(&[Key::Control, Key::Shift], 'e'),
            Type(" Tickets go on sale in March."),
        ],
    ),
    screen("history", &[Row("4.1 million"), Command("History")]),
    screen(
        "history-difference",
        &[Row("gangway"), Command("History"), Choose("[aria-haspopup=dialog].chip")],
    ),
    screen("details", &[Row("begin rescue exercise"), Command("Details")]),
    screen("right-to-left", &[Row("ميناء"), Command("Preview")]),
    screen("russian", &[Row("Порт"), Command("Checks")]),
    screen("withdrawn", &[Row("open on Sundays"), Command("Details")]),
    screen(
        "find-in-text",
        &[
            Row("seals"),
            Command("Find and replace in the text"),
            Shows("[aria-label='Find']:focus"),
            Type("seals"),
        ],
    ),
    // In a narrow window the inspector lies over the button.
    screen(
        "embargo-form",
        &[Row("gangway"), Command("Show or hide the inspector"), Press("Set an embargo")],
    ),
    screen(
        "marked",
        &[
            Command("Show or hide the inspector"),
            Row("seals"),
            Command("List of releases"),
            Keys(&[Key::Shift], Key::Down),
            Keys(&[Key::Shift], Key::Down),
        ],
    ),
    screen("search", &[Field("Search", "harbour")]),
    screen("search-completion", &[Field("Search", "harbour after:")]),
    screen("search-nonsense", &[Field("Search", "stage:gone ")]),
    screen("search-nothing", &[Field("Search", "zeppelin")]),
    screen("search-cleared", &[Field("Search", "harbour"), Press("Clear the search")]),
    screen(
        "bulletin",
        &[
            Choose("[aria-label='Desk'] .entry:has([title^='Vestmark Weekly'])"),
            Shows("iframe[title=Preview]"),
        ],
    ),
    screen(
        "bulletin-choice",
        &[
            Choose("[aria-label='Desk'] .entry:has([title^='Vestmark Weekly'])"),
            Command("Add releases to the bulletin…"),
        ],
    ),
    screen("export", &[Row("ice service"), Command("Export…")]),
    screen("refused", &[Row("gangway"), Command("Approve")]),
    screen("site", &[Command("Publish the site to a folder…")]),
    screen(
        "plan",
        &[
            Row("hydrogen"),
            Command("Plan its release"),
            Shows("input:focus"),
            Type("27 nov 2026"),
            Press("Set"),
            Command("Planned releases…"),
        ],
    ),
    screen("labels", &[Command("Tags and sections…")]),
    screen(
        "label-merge",
        &[Command("Tags and sections…"), Choose("[role=dialog] [role=tabpanel] button")],
    ),
    screen("library", &[Command("Library")]),
    screen("library-people", &[Command("Library"), Choose("[role=tab][data-value=people]")]),
    screen("house-style", &[Command("House style and rules…"), Shows("[role=dialog] input")]),
    screen(
        "proof",
        &[Row("ice service"), Command("Proof before approval…"), Shows("[role=dialog]")],
    ),
    screen(
        "replace-everywhere",
        &[
            Command("Find and replace in all releases…"),
            Shows("[role=dialog] input:focus"),
            Type("Vestmark"),
        ],
    ),
    screen("settings", &[Command("Settings")]),
    screen("person", &[Command("Switch the person at the desk…")]),
    screen("palette", &[Letter(&[Key::Control], 'k')]),
    screen("cheat-sheet", &[Keys(&[], Key::F1)]),
];
