//! The command line's contract, through the program as it is built.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod bulletins;
mod checks;
mod contract;
mod corrections;
mod desk;
mod editions;
mod exports;
mod inbox;
mod journey;
mod plan;
mod refusals;
mod replace;
mod signing;
mod sites;
mod themes;
mod vocabulary;
