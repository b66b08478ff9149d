//! The command line's contract, through the program as it is built.

mod bulletins;
mod checks;
mod contract;
mod desk;
mod exports;
mod journey;
mod refusals;
