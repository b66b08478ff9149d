//! The native menus. The window owns the commands, their words and their shortcuts, and hands them
//! over once its language is known; choosing an item hands the command's name back.

use dateline_model::say;
use serde::Deserialize;
use tauri::{
    AppHandle, Emitter, Runtime,
    menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu},
};

use crate::fault::Fault;

/// The event by which the window hears of a chosen item.
const CHOSEN: &str = "menu";

/// A menu of the menu bar.
#[derive(Debug, Deserialize)]
pub(crate) struct MenuWords {
    label: String,
    items: Vec<ItemWords>,
}

/// A line in a menu.
#[derive(Debug, Deserialize)]
#[serde(tag = "sort", rename_all = "lowercase")]
pub(crate) enum ItemWords {
    /// One of the window's commands.
    Command {
        /// Its name in the window's table.
        id: String,
        /// What the item says.
        label: String,
        /// Its shortcut as the shell writes it, e.g. `CmdOrCtrl+N`.
        shortcut: Option<String>,
    },
    /// What the system itself does: cut, copy, paste, select all, quit.
    System {
        /// Which of them.
        what: SystemItem,
        /// What the item says.
        label: String,
    },
    /// A line between items.
    Line,
}

/// Items whose doing belongs to the system.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SystemItem {
    Cut,
    Copy,
    Paste,
    All,
    Quit,
}

/// Shows the menus, in place of those before.
#[tauri::command]
pub(crate) async fn show_menu<R: Runtime>(
    app: AppHandle<R>,
    menus: Vec<MenuWords>,
) -> Result<(), Fault> {
    let shown = build(&app, &menus).and_then(|menu| app.set_menu(menu).map(|_| ()));
    shown.map_err(|error| {
        Fault::said(say!("The menus could not be shown: {error}.", error = error.to_string()))
    })
}

/// Gives an item another name, and says whether it can be chosen now.
#[tauri::command]
pub(crate) async fn name_menu_item<R: Runtime>(
    app: AppHandle<R>,
    id: String,
    label: String,
    enabled: bool,
) -> Result<(), Fault> {
    let Some(menu) = app.menu() else { return Ok(()) };
    let name = || -> tauri::Result<()> {
        for submenu in menu.items()? {
            let Some(submenu) = submenu.as_submenu() else { continue };
            let Some(item) = submenu.get(id.as_str()) else { continue };
            let Some(item) = item.as_menuitem() else { continue };
            item.set_text(&label)?;
            item.set_enabled(enabled)?;
        }
        Ok(())
    };
    name().map_err(|error| {
        Fault::said(say!("The menu could not be changed: {error}.", error = error.to_string()))
    })
}

/// Hands a chosen item's command to the window.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, command: &str) {
    // A window that is just closing no longer listens, which is as it should be.
    let _ = app.emit(CHOSEN, command);
}

fn build<R: Runtime>(app: &AppHandle<R>, menus: &[MenuWords]) -> tauri::Result<Menu<R>> {
    let bar = Menu::new(app)?;
    for menu in menus {
        let submenu = Submenu::new(app, &menu.label, true)?;
        for item in &menu.items {
            submenu.append(line(app, item)?.as_ref())?;
        }
        bar.append(&submenu)?;
    }
    Ok(bar)
}

fn line<R: Runtime>(app: &AppHandle<R>, item: &ItemWords) -> tauri::Result<Box<dyn IsMenuItem<R>>> {
    Ok(match item {
        ItemWords::Command { id, label, shortcut } => {
            Box::new(MenuItem::with_id(app, id, label, true, shortcut.as_deref())?)
        }
        ItemWords::System { what, label } => {
            let label = Some(label.as_str());
            Box::new(match what {
                SystemItem::Cut => PredefinedMenuItem::cut(app, label)?,
                SystemItem::Copy => PredefinedMenuItem::copy(app, label)?,
                SystemItem::Paste => PredefinedMenuItem::paste(app, label)?,
                SystemItem::All => PredefinedMenuItem::select_all(app, label)?,
                SystemItem::Quit => PredefinedMenuItem::quit(app, label)?,
            })
        }
        ItemWords::Line => Box::new(PredefinedMenuItem::separator(app)?),
    })
}
