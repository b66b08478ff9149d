//! The window: Tauri's shell around the desk. Commands are thin, everything that matters lies in
//! the crates below.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(test)]
mod bindings;
mod clipboard;
mod commands;
mod composing;
mod copydesk;
mod departure;
mod fault;
mod inbox;
mod instance;
mod intake;
mod menu;
mod open;
mod outside;
mod pages;
mod pictures;
mod start;
mod style;
mod table;
mod wire;

use std::process::ExitCode;

use dateline_model::say;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::{inbox::Arrivals, instance::Claim, open::Open, start::Started};

fn main() -> ExitCode {
    let (desk, claim) = match start::desk(std::env::args_os().skip(1)) {
        Ok(Started::Here(desk, claim)) => (desk, claim),
        Ok(Started::Elsewhere) => return ExitCode::SUCCESS,
        Err(sentence) => return start::refuse(&sentence),
    };
    let (open, arrivals) = match Open::new(desk) {
        Ok(opened) => opened,
        Err(error) => return start::refuse(&error.sentence()),
    };
    match run(open, claim, arrivals) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => start::refuse(&say!(
            "The window could not be opened: {error}.",
            error = error.to_string()
        )),
    }
}

fn run(open: Open, claim: Option<Claim>, arrivals: Arrivals) -> tauri::Result<()> {
    let previewed = open.clone();
    let title = start::title(&open);
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .manage(open.clone())
        .register_asynchronous_uri_scheme_protocol("preview", move |_, request, responder| {
            let open = previewed.clone();
            tauri::async_runtime::spawn_blocking(move || {
                responder.respond(pages::answer(&open, request.uri()));
            });
        })
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| {
            // A preview in a window of its own goes with the desk that it shows.
            if window.label() == "desk" && matches!(event, WindowEvent::Destroyed) {
                for preview in window.app_handle().webview_windows().values() {
                    let _ = preview.close();
                }
            }
        })
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .setup(move |app| {
            let window = WebviewWindowBuilder::new(app, "desk", WebviewUrl::default())
                .title(title)
                .inner_size(1280.0, 800.0)
                .min_inner_size(800.0, 560.0)
                .build()?;
            composing::show_in_text(&window)?;
            if let Some(claim) = claim {
                claim.answer(move || start::bring_to_front(&window))?;
            }
            inbox::attend(app.handle().clone(), &open, arrivals);
            style::attend(app.handle().clone(), &open);
            outside::watch_themes(app.handle().clone(), open.themes.folder())?;
            outside::watch(app.handle().clone(), open)?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
