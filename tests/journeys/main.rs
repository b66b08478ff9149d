//! Journeys of a press officer through the real window, how quick it is under the fingers, and pictures
//! of it.

mod desk;
mod first_run;
mod intake;
mod library;
mod main_job;
mod paste;
mod people;
mod search;
mod shots;
mod system;
mod timing;
mod unsaved;
mod window;
mod writing;
