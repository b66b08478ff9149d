//! `cargo xtask bench`.
use crate::shell::Done;
pub(crate) fn bench(_: &[String]) -> Done {
    Ok(())
}
