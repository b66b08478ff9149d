//! How the command table becomes Tauri commands, one handler, and the window's TypeScript types.
//!
//! A command is declared once, in `commands.rs`. Each runs off the window's thread, on a clone of
//! what is open, and answers with a value or a [`Fault`](crate::fault::Fault).

/// Declares commands: `fn name(desk, argument: Type, …) -> Answer { … }`, where the block answers
/// with a `Result` whose error is a fault, and `desk` is the open desk.
macro_rules! commands {
    ($(
        $(#[doc = $doc:literal])+
        fn $name:ident($desk:ident $(, $argument:ident: $type:ty)* $(,)?) -> $answer:ty $body:block
    )+) => {
        $(
            $(#[doc = $doc])+
            #[tauri::command]
            async fn $name(
                open: tauri::State<'_, crate::open::Open>,
                request: tauri::ipc::Request<'_>,
                $($argument: $type),*
            ) -> crate::table::Answered {
                let open = crate::open::Open::clone(&open);
                let tongue = open.tongue_of(&request);
                crate::table::off_the_window(tongue, move || -> Result<$answer, crate::fault::Fault> {
                    let $desk = &open;
                    $body
                })
                .await
            }
        )+

        /// Answers every command of the table, and the few that need the shell itself.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $($name,)+
                crate::pictures::add_picture,
                crate::menu::show_menu,
                crate::menu::name_menu_item
            ]
        }

        /// The table as the window must see it.
        #[cfg(test)]
        pub(crate) fn signatures(config: &ts_rs::Config) -> Vec<crate::bindings::Signature> {
            vec![$(
                crate::bindings::Signature::new::<$answer>(
                    config, stringify!($name), &[$($doc),+],
                )
                $(.taking::<$type>(config, stringify!($argument)))*
            ),+]
        }
    };
}

pub(crate) use commands;

use dateline_model::{Tongue, say, speaking};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;

use crate::fault::Fault;

/// An answer as it crosses, or a fault; their sentences are in the window's language.
pub(crate) type Answered = Result<Response, Value>;

/// Runs work that may touch the disk on a thread made for that, never on the window's, and puts
/// what comes of it into the window's language. Nothing below this knows of languages.
pub(crate) async fn off_the_window<T: Serialize + 'static>(
    tongue: &'static dyn Tongue,
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Answered {
    let work = move || {
        let answer = work()?;
        speaking(tongue, || serde_json::to_string(&answer)).map_err(|_| lost())
    };
    let answered = tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(lost()));
    let in_words = |fault| speaking(tongue, || serde_json::to_value(fault)).unwrap_or_default();
    answered.map(Response::new).map_err(in_words)
}

fn lost() -> Fault {
    Fault::said(say!(
        "Something went wrong inside the program. Nothing was changed; try again, and restart it if it happens again."
    ))
}
