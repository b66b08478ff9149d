//! The desk as its users meet it, on real files.

#![cfg(test)]

mod common;
mod filing;
mod library;
mod lists;
mod opening;
mod planning;
mod questions;
mod saving;
mod together;
mod workflow;
