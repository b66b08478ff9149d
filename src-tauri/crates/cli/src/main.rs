//! `dateline-cli`: the desk without a window.
fn main() {}
