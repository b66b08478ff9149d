//! Journeys of a press officer through the real window, and how quick it is under the fingers.

mod desk;
mod first_run;
mod intake;
mod library;
mod main_job;
mod paste;
mod people;
mod search;
mod system;
mod timing;
mod unsaved;
mod window;
mod writing;
