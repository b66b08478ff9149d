//! Journeys of a press officer through the real window.

mod window;
