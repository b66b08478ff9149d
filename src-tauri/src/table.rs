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
                $($argument: $type),*
            ) -> Result<$answer, crate::fault::Fault> {
                let open = crate::open::Open::clone(&open);
                crate::table::off_the_window(move || {
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

use crate::fault::Fault;

/// Runs work that may touch the disk on a thread made for that, never on the window's.
pub(crate) async fn off_the_window<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(_) => Err(Fault::said(
            "Something went wrong inside the program. Nothing was changed; try again, and restart it if it happens again.",
        )),
    }
}
