//! How instants and days stand in the file.

use chrono::{DateTime, NaiveDate, Utc};

/// Milliseconds since 1970.
pub(crate) fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// The instant of so many milliseconds since 1970; the epoch itself when the file holds nonsense.
pub(crate) fn instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// A day as it stands in the file, if it is one.
pub(crate) fn day(text: Option<String>) -> Option<NaiveDate> {
    text?.parse().ok()
}
