//! Journeys of a press officer through the real window.

mod desk;
mod main_job;
mod outside;
mod paste;
mod search;
mod system;
mod unsaved;
mod window;
