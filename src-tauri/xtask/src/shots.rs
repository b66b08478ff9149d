//! `cargo xtask shots`.
use crate::shell::Done;
pub(crate) fn shots() -> Done {
    Ok(())
}
