//! The desk as its users meet it, on real files.

#![cfg(test)]

mod accepting;
mod catalogue;
mod common;
mod filing;
mod library;
mod lists;
mod opening;
mod planning;
mod questions;
mod remembering;
mod replacing;
mod saving;
mod suggestions;
mod together;
mod undoing;
mod workflow;
